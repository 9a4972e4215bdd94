"""The command line: the only room that prints or exits; a command is a few lines around another room's work.

Nothing heavy is imported above the commands, so that `--help` answers at once.
"""

import errno
import os
from typing import Any

import click

from pipeline.cli.asking import files, findings, list_
from pipeline.cli.comparing import diff, timeline
from pipeline.cli.doubting import doubts, layouts
from pipeline.cli.exporting import export
from pipeline.cli.judging import review, spellings
from pipeline.cli.keeping import backup
from pipeline.cli.measuring import completion, evaluate, schema
from pipeline.cli.naming import names
from pipeline.cli.proving import verify
from pipeline.cli.pulling import pull
from pipeline.cli.reading import extract, ingest, show
from pipeline.cli.redacting import redact
from pipeline.cli.searching import dictionary, search
from pipeline.cli.serving import serve
from pipeline.errors import ExitCode, PipelineError
from pipeline.options import EPILOG

# pydantic's plugins: none is wanted, and looking for them reads what every installed package says of itself
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class Program(click.Group):
    """The group of commands: turns a reason to stop into one sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; whatever stops it is said on standard error."""
        try:
            return super().invoke(ctx)
        except PipelineError as error:
            from pipeline.showing.clean import plain, unsaid

            click.echo(f"Error: {unsaid(plain(str(error)))}", err=True)
            ctx.exit(int(error.exit_code))
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads our output has enough, which click settles
                raise
            from pipeline.showing.clean import plain, unsaid

            named = error.filename
            where = "standard output" if named is None else unsaid(plain(os.fsdecode(named)))
            click.echo(
                f"Error: {where}: cannot be read or written ({error.strerror}); name another", err=True
            )
            ctx.exit(int(ExitCode.output if named is None else ExitCode.input_file))


@click.group(cls=Program, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="udvalgsarkiv")
def main() -> None:
    """Read the minutes, plans and memos of Danish municipalities into an archive that can be trusted.

    Each command explains itself: udvalgsarkiv ingest --help
    """


for _command in (
    extract,
    pull,
    ingest,
    show,
    names,
    list_,
    files,
    findings,
    doubts,
    search,
    dictionary,
    spellings,
    review,
    redact,
    backup,
    verify,
    serve,
    export,
    layouts,
    evaluate,
    schema,
    completion,
    diff,
    timeline,
):
    main.add_command(_command)
