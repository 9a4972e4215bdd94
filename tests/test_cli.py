"""The command line as a person meets it: what it prints, with which exit code, and what the archive keeps."""

import csv
import io
import json
import os
import shlex
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.errors import ExitCode

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MINUTES = ROOT / "corpus" / "lyngso-bsu-2015-06-12" / "referat_2015-06-12.pdf"
AGENDA = ROOT / "corpus" / "norremark-biu-2016-10-04-dagsorden" / "dagsorden_2016-10-04.pdf"


def run(*words: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "arkiv.db"
    result = run("ingest", MINUTES, AGENDA, "--archive", path, "--model", "none")
    assert result.exit_code == 0, result.output
    return path


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_explained(name):
    command = main.commands[name]
    assert command.help
    assert "Example" in (command.epilog or ""), "an example tells more than a list of options"
    assert f"udvalgsarkiv {name}" in README


def examples() -> list[str]:
    """What `--help` shows, of all commands."""
    commands = [(name, command) for name, command in main.commands.items()]
    commands += [("layouts", one) for one in main.commands["layouts"].commands.values()]
    lines = [line.strip() for _, command in commands for line in (command.epilog or "").splitlines()]
    return sorted({line for line in lines if line.startswith("udvalgsarkiv ")})


SLOW = ("serve", "pull", "ingest", "evaluate", "names", "extract", "export bag", "backup", "verify")
"""Examples that take long, ask the net or never end."""

UNTRUE = ("--same", "--finding ID", "--answers")
"""Those that need what the samples do not have: two spellings of one person, private words, corrections."""


def test_the_examples_of_help_work_where_they_are_pasted(demo, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("corpus").symlink_to(ROOT / "corpus")
    Path("out").mkdir()
    shutil.copy(demo, "out/arkiv.db")
    told = [
        one
        for one in examples()
        if not one.removeprefix("udvalgsarkiv ").startswith(SLOW)
        and not any(word in one for word in (*UNTRUE, ".pdf", "--html"))
    ]
    assert len(told) > 15
    for one in told:
        result = run(*shlex.split(one, comments=True)[1:])
        assert result.exit_code == 0, f"{one}\n{result.output}"
    for one in examples():
        for word in shlex.split(one, comments=True):
            assert not word.startswith("corpus/") or list(tmp_path.glob(word)), one


def pdf_without_text(path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    canvas.rect(72, 72, 300, 300, fill=1)
    canvas.save()


def locked_pdf(path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), encrypt=StandardEncryption("hemmelig"))
    canvas.drawString(72, 700, "Referat")
    canvas.save()


BAD = {
    "missing": (lambda path: None, ExitCode.input_file, "no such file"),
    "empty": (lambda path: path.write_bytes(b""), ExitCode.input_file, "empty"),
    "word": (lambda path: path.write_bytes(b"PK\x03\x04 Referat"), ExitCode.input_file, "save it as PDF"),
    "cut": (
        lambda path: path.write_bytes(MINUTES.read_bytes()[:700]),
        ExitCode.input_file,
        "fetch it again",
    ),
    "locked": (locked_pdf, ExitCode.encrypted, "unlocked copy"),
    "scan": (pdf_without_text, ExitCode.no_text, "OCR"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_stops_with_its_name_the_next_thing_to_do_and_a_code(kind, tmp_path):
    make, code, says = BAD[kind]
    path = tmp_path / f"{kind}.pdf"
    make(path)
    result = run("extract", path, "--model", "none")
    assert result.exit_code == code
    assert result.stdout == "", "a program that reads our output gets a record or nothing"
    (sentence,) = result.stderr.strip().splitlines()
    assert sentence.startswith("Error: ") and path.name in sentence and says in sentence


def test_a_bad_file_does_not_stop_the_batch_and_the_archive_tells_that_it_was_seen(tmp_path):
    folder = tmp_path / "referater"
    folder.mkdir()
    for kind, (make, _, _) in BAD.items():
        make(folder / f"{kind}.pdf")
    (folder / "godt.pdf").write_bytes(MINUTES.read_bytes())
    archive = tmp_path / "arkiv.db"
    result = run("ingest", folder, "--archive", archive, "--model", "none", "--json")
    assert result.exit_code == ExitCode.input_file
    became = {Path(one["file"]).name: one["became"] for one in json.loads(result.stdout)}
    there = {f"{kind}.pdf" for kind in BAD if kind != "missing"}
    assert became == {"godt.pdf": "loaded"} | dict.fromkeys(there, "failed")
    seen = json.loads(run("files", "--status", "failed", "--archive", archive, "--json").stdout)
    assert {one["file"] for one in seen} == there
    assert all(one["reason"] and one["exit_code"] for one in seen)


def test_a_folder_without_pdfs_is_said(tmp_path):
    (tmp_path / "noter.txt").write_text("ingen referater")
    result = run("ingest", tmp_path, "--archive", tmp_path / "arkiv.db")
    assert result.exit_code == ExitCode.nothing_found
    assert tmp_path.name in result.stderr and ".pdf" in result.stderr


def test_a_pdf_that_is_no_minutes_is_kept_and_said(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "opskrift.pdf"
    canvas = Canvas(str(path))
    for n, line in enumerate(("Boller i karry", "Rør farsen sammen.", "Lad bollerne trække i vandet.")):
        canvas.drawString(72, 700 - 20 * n, line)
    canvas.save()
    record = json.loads(run("extract", path, "--model", "none").stdout)
    assert [one["kind"] for one in record["documents"]] == ["other"]
    assert "unknown-kind" in [one["code"] for one in record["findings"]]
    words = " ".join(section["text"] for section in record["documents"][0]["sections"])
    assert "farsen" in words, "what is not understood can still be searched"


def rows(archive: Path) -> dict[str, list[tuple]]:
    """Every row of every table, the log of runs apart."""
    with sqlite3.connect(archive) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name not in ("runs", "attempts")
        ]
        return {name: sorted(map(repr, connection.execute(f"SELECT * FROM '{name}'"))) for name in tables}


def test_the_same_files_again_change_nothing(archive):
    before = rows(archive)
    result = run("ingest", MINUTES, AGENDA, "--archive", archive, "--model", "none", "--nl")
    assert result.exit_code == 0
    assert [json.loads(line)["became"] for line in result.stdout.splitlines()] == ["unchanged"] * 2
    assert rows(archive) == before
    assert len(before) > 10


def test_lists_come_in_four_forms(archive):
    as_json = json.loads(run("list", "--archive", archive, "--json").stdout)
    as_lines = [json.loads(line) for line in run("list", "--archive", archive, "--nl").stdout.splitlines()]
    as_csv = list(csv.DictReader(io.StringIO(run("list", "--archive", archive, "--csv").stdout)))
    assert as_json == as_lines
    assert [one["id"] for one in as_csv] == [one["id"] for one in as_json]
    assert {one["kind"] for one in as_json} == {"minutes", "agenda"}
    table = run("list", "--archive", archive).stdout
    assert all(one["id"] in table for one in as_json)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["list", "--kind", "referat"], "referat"),
        (["list", "--committee", "Rumfartsudvalget"], "no such committee"),
        (["list", "--municipality", "Ringby"], "it has Lyngsø Kommune, Nørremark Kommune"),
        (
            ["search", "plan", "--municipality", "Lyngsø", "--committee", "Byrådet"],
            "Lyngsø Kommune in the archive has no such committee; it has Beskæftigelses- og Socialudvalget\n",
        ),
        (["list", "--from", "12-06-2015"], "12-06-2015"),
        (["findings", "--code", "no-such-code"], "no-such-code"),
        (["show", "0000000000000000.p1"], "neither a file here nor in the archive"),
        (["ingest", "--no-such-option"], "--no-such-option"),
    ],
)
def test_an_unknown_value_is_refused(archive, words, says):
    result = run(*words, *(["--archive", archive] if words[0] != "ingest" else []))
    assert result.exit_code not in (0, 1)
    assert says in result.stderr


def test_show_reads_a_file_and_the_archive_alike(archive):
    from_file = run("show", MINUTES, "--model", "none")
    from_archive = run("show", MINUTES.name, "--archive", archive)
    assert from_file.exit_code == from_archive.exit_code == 0
    assert from_file.stdout == from_archive.stdout
    assert "Decision [" in from_file.stdout


def test_standard_input_is_a_file_too():
    result = run("extract", "-", "--model", "none", stdin=MINUTES.read_bytes())
    alone = run("extract", MINUTES, "--model", "none")
    piped, named = json.loads(result.stdout), json.loads(alone.stdout)
    assert piped["documents"] == named["documents"]
    assert piped["source"]["sha256"] == named["source"]["sha256"]


def test_a_gate_above_what_was_reached_fails(tmp_path):
    folder = MINUTES.parent
    floors = tmp_path / "floors.json"
    assert run("evaluate", folder, "--pin", floors, "--model", "none").exit_code == 0
    assert run("evaluate", folder, "--gate", floors, "--model", "none").exit_code == 0
    answer = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    (tmp_path / MINUTES.name).write_bytes(MINUTES.read_bytes())
    answer["documents"][0]["items"][0]["title"] = "En anden titel"
    (tmp_path / "gold.json").write_text(json.dumps(answer), encoding="utf-8")
    worse = run("evaluate", tmp_path, "--gate", floors, "--model", "none")
    assert worse.exit_code == ExitCode.below_floor


def test_the_archive_says_which_reader_read_it(archive):
    (one, _) = json.loads(run("files", "--archive", archive, "--json").stdout)
    assert one["reader_version"] and one["status"] == "loaded"


def test_output_to_a_folder_that_is_not_there_says_so(archive, tmp_path):
    result = run("list", "--archive", archive, "--csv", "-o", tmp_path / "ingen" / "liste.csv")
    assert result.exit_code == ExitCode.output
    assert "liste.csv" in result.stderr


@pytest.fixture
def copy(demo: Path, tmp_path: Path) -> Path:
    """An archive of all samples that a test may change."""
    return Path(shutil.copy(demo, tmp_path / "arkiv.db"))


REJECTED = "3cd1403dfbe0a828.p1.i3.d"
"""A decision of the samples that reads as rejected."""


def test_what_a_person_corrected_is_shown_everywhere_and_said(copy):
    said = ("--who", "Bente Holm", "--note", "se næste møde", "--archive", copy)
    assert run("review", REJECTED, "outcome", "--correct", "postponed", *said).exit_code == 0
    assert run("review", REJECTED[:19], "committee", "--correct", "Socialudvalget", *said).exit_code == 0
    shown = run("show", REJECTED[:19], "--archive", copy).stdout
    assert "Decision [postponed]" in shown and "Committee: Socialudvalget" in shown
    words = " ".join(shown.split())
    assert "Corrected by Bente Holm" in words and "outcome was read as “rejected” (se næste møde)" in words
    whole = json.loads(run("show", REJECTED[:19], "--json", "--archive", copy).stdout)
    exported = json.loads(run("export", "json", REJECTED[:19], "--archive", copy).stdout)
    assert whole["documents"] == [exported] and exported["items"][2]["decision"]["outcome"] == "postponed"
    assert [one["was"] for one in whole["corrections"]] == ["rejected", "Social- og Sundhedsudvalget"]
    (listed,) = json.loads(run("list", "--committee", "socialudvalget", "--json", "--archive", copy).stdout)
    assert listed["id"] == REJECTED[:19]


def test_show_tells_of_one_thing_and_its_findings_alone(demo):
    listed = json.loads(
        run("findings", "--file", "samlet_2014-10-08.pdf", "--json", "--archive", demo).stdout
    )
    of = {own: [f for f in listed if f["document_id"] == own] for own in {f["document_id"] for f in listed}}
    assert len(of) > 1
    for own, findings in of.items():
        shown = " ".join(run("show", own, "--archive", demo).stdout.split())
        told = shown.rpartition(" Findings ")[2]
        assert told.count("[") >= len(findings) and all(f["message"] in told for f in findings)
        assert not any(f["message"] in told for f in listed if f["document_id"] != own)
    found = json.loads(run("search", "sygedagpengeforløb", "--json", "--archive", demo).stdout)
    for one in found:
        shown = " ".join(run("show", one["id"], "--archive", demo).stdout.split())
        assert one["title"].partition(". ")[2] in shown
    assert {one["table"] for one in found} >= {"targets", "chapters"}
    assert "no such row" in run("show", f"{found[0]['id']}x", "--archive", demo).stderr


@pytest.mark.parametrize("field", ["text", "outcome", "body", "date", "forwarded_to"])
def test_a_field_that_a_person_rejected_does_not_break_what_is_shown(copy, field):
    run("review", REJECTED, field, "--reject", "--who", "Bente Holm", "--archive", copy)
    shown = run("show", REJECTED[:19], "--archive", copy)
    assert shown.exit_code == 0 and "Rejected by Bente Holm" in shown.stdout and "None" not in shown.stdout


def test_a_finding_that_a_person_ruled_on_is_listed_only_when_all_are_asked_for(copy):
    listed = json.loads(run("findings", "--json", "--archive", copy).stdout)
    one, other = listed[0]["id"], listed[-1]["id"]
    for own, verdict in ((one, "--reject"), (other, "--accept")):
        run("review", own, verdict, "--who", "Bente Holm", "--archive", copy)
    left = [row["id"] for row in json.loads(run("findings", "--json", "--archive", copy).stdout)]
    assert left == [row["id"] for row in listed if row["id"] not in (one, other)]
    everything = json.loads(run("findings", "--all", "--json", "--archive", copy).stdout)
    assert [(row["id"], row["verdict"]) for row in everything if row["verdict"]] == [
        (one, "reject"),
        (other, "accept"),
    ]
    assert "rejected by Bente Holm" in run("findings", "--all", "--archive", copy).stdout


@pytest.mark.parametrize("command", [("list",), ("findings",), ("doubts",), ("search", "plan")])
def test_a_municipality_may_be_named_shortly(demo, command):
    short, whole = (
        run(*command, "--municipality", name, "--json", "--archive", demo).stdout
        for name in ("granholm", "Granholm Kommune")
    )
    assert short == whole and json.loads(short)


WRITING = {
    "backup": ("backup", "TARGET"),
    "ingest": ("ingest", AGENDA, "--no-model", "--archive", "TARGET"),
    "csv": ("export", "csv", "TARGET"),
    "oparl": ("export", "oparl", "TARGET"),
    "bag": ("export", "bag", "TARGET"),
    "extract": ("extract", AGENDA, "--no-model", "-o", "TARGET"),
    "list": ("list", "-o", "TARGET"),
    "page": ("diff", "2016", "2017", "--html", "-o", "TARGET"),
    "answers": ("review", "--answers", "TARGET"),
    "pin": ("evaluate", MINUTES.parent, "--model", "none", "--pin", "TARGET"),
    "pull": ("pull", "SOURCES", "--folder", "TARGET"),
    "show": ("show", "TARGET"),
    "shown": ("show", REJECTED[:19], "-o", "TARGET"),
    "diff": ("diff", "TARGET", "2017"),
    "read": ("ingest", "TARGET"),
}


@pytest.mark.parametrize("where", ["below a file", "long", "fifo"])
@pytest.mark.parametrize("command", WRITING)
def test_a_place_that_cannot_be_is_said_in_one_sentence(copy, tmp_path, command, where):
    (tmp_path / "fil").touch()
    os.mkfifo(tmp_path / "pipe")
    if where == "fifo" and command in ("extract", "list", "shown", "page", "pin"):
        pytest.skip("these write into a pipe, as they should")
    target = tmp_path / {"below a file": "fil/x.db", "long": "x" * 300, "fifo": "pipe"}[where]
    sources = tmp_path / "kilder.toml"
    sources.write_text(f'folder = "h"\n[[source]]\nname = "x"\nkind = "folder"\npath = "{MINUTES.parent}"\n')
    run("review", REJECTED, "outcome", "--correct", "postponed", "--who", "Bente Holm", "--archive", copy)
    words = [{"TARGET": target, "SOURCES": sources}.get(word, word) for word in WRITING[command]]
    archive = () if "--archive" in words or command in ("extract", "pin", "pull") else ("--archive", copy)
    result = run(*words, *archive)
    assert result.exit_code in set(ExitCode) - {ExitCode.ok}, result.exception
    sentence = result.stderr.strip().splitlines()[-2 if command == "read" else -1]
    assert sentence.startswith(("Error: ", "Failed: ")) and target.name[:4] in sentence
    assert (tmp_path / "pipe").is_fifo() and not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("width", ["40", "60", "80", "100", "120"])
@pytest.mark.parametrize(
    "command", ["list", "review", "review --done", "findings", "files", "doubts --files 1"]
)
def test_narrow_terminals_lose_nothing(copy, monkeypatch, command, width):
    monkeypatch.setenv("COLUMNS", width)
    run("review", REJECTED, "outcome", "--correct", "postponed", "--who", "Bente Holm", "--archive", copy)
    shown = run(*command.split(), "--archive", copy).stdout
    rows = json.loads(run(*command.split(), "--json", "--archive", copy).stdout)
    told = "".join(shown.split())
    for row in rows:
        own = row.get("owner_id") or (row["id"] if command == "list" else "")
        assert own in shown, "an id is copied"
        assert all(str(row[name]) in told for name in ("date", "kind", "status") if row.get(name))
    if command == "list":
        assert all(len(line) <= int(width) for line in shown.splitlines())


def test_a_list_that_is_no_terminals_has_a_line_for_each_row(demo, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    shown = run("list", "--municipality", "Nørremark", "--archive", demo).stdout
    (line,) = (line for line in shown.splitlines() if "9594ae02fe8944d1.p1" in line)
    assert "Beskæftigelses- og Integrationsudvalget" in line and "2016-09-06" in line


def test_copies_and_files_of_one_name_are_told_apart(tmp_path):
    folder = tmp_path / "referater"
    for name, content in {
        "a/referat.pdf": MINUTES.read_bytes(),
        "a/kopi.pdf": MINUTES.read_bytes(),
        "b/referat.pdf": AGENDA.read_bytes(),
        "a/daarlig.pdf": b"hej",
        "b/daarlig.pdf": b"hej igen",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    archive = tmp_path / "arkiv.db"
    result = run("ingest", folder, "--archive", archive, "--model", "none")
    assert "same content as kopi.pdf" in result.stdout
    assert "2 loaded, 0 unchanged, 1 of the same content as another, 2 failed" in result.stderr
    assert all(f"Failed: {folder / one / 'daarlig.pdf'}: is no PDF" in result.stderr for one in "ab")
    shown = run("show", "referat.pdf", "--archive", archive)
    loaded = json.loads(run("files", "--status", "loaded", "--json", "--archive", archive).stdout)
    assert len(loaded) == 2 and all(f"\n  {one['id']}  {folder}" in shown.stderr for one in loaded)


def test_stopping_a_batch_says_what_is_kept(tmp_path, monkeypatch):
    def stopped(*_args, **_how):
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.batch.ingest", stopped)
    result = run("ingest", MINUTES, "--archive", tmp_path / "arkiv.db", "--model", "none")
    assert result.exit_code == 1, "documented in --help: stopped by you"
    assert "what was loaded stays" in result.stderr and "goes on where it stopped" in result.stderr


def test_numbers_and_their_nouns_agree(copy, tmp_path):
    run("review", REJECTED, "outcome", "--correct", "postponed", "--who", "Bente Holm", "--archive", copy)
    assert "Wrote 1 answer to" in run("review", "--answers", tmp_path / "svar", "--archive", copy).stderr
    wrong = run("review", REJECTED, "outcome", "--correct", "udsat", "--who", "Bente Holm", "--archive", copy)
    assert "'udsat' is no outcome: it is one of approved, recommended" in wrong.stderr
    assert 'Error: "!": holds no word' in run("search", "!", "--archive", copy).stderr
    assert "2 files need a look, 3 more with an info only" in run("findings", "--archive", copy).stderr
