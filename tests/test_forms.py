"""Forms that the projects that read PDFs keep to try their readers with: each ends in a record or a clear reason."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from mutants.by_readers import ANYBODY_MAY_READ, FORMS, WHOLE

from pipeline.batch import Limits, Workers
from pipeline.batch.reading import PRELOAD, read_record
from pipeline.errors import EncryptedPdf, ExitCode, PipelineError
from pipeline.reading.limits import Allowed
from pipeline.reading.pictures import Picture, pictures
from pipeline.run import Reading
from schemas.record import Record

FAST = Reading(model="none", ocr="off")
SECOND = Reading(model="none", ocr="off", engine="pdfplumber")
LIMITS = Limits(memory=256 << 20, allowed=Allowed(seconds=10, seconds_a_page=0.1))


class Became(NamedTuple):
    """What became of one form."""

    read: Record | PipelineError
    second: Record | PipelineError
    """By the second reader."""
    drawn: dict[int, Picture] | PipelineError


@pytest.fixture(scope="module")
def became(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Became]]:
    folder = tmp_path_factory.mktemp("forms")
    paths = {}
    for number, (name, content) in enumerate(FORMS.items()):
        paths[name] = folder / f"{number}.pdf"
        paths[name].write_bytes(content)
    with Workers(2, LIMITS, PRELOAD) as workers:
        read = {name: workers.submit(read_record, path, FAST) for name, path in paths.items()}
        second = {name: workers.submit(read_record, path, SECOND) for name, path in paths.items()}
        drawn = {name: workers.submit(pictures, path, [1], 60) for name, path in paths.items()}
        yield {name: Became(*(_of(one[name]) for one in (read, second, drawn))) for name in paths}


def _of(future):
    error = future.exception()
    return error if error else future.result()


def test_each_ends_in_a_record_or_a_reason(became: dict[str, Became]) -> None:
    usual = {ExitCode.input_file, ExitCode.encrypted, ExitCode.no_text, ExitCode.limit}
    for name, one in became.items():
        for answer in one:
            if isinstance(answer, Exception):
                assert isinstance(answer, PipelineError), f"{name}: {answer!r}"
                assert answer.exit_code in usual and "please report" not in str(answer), f"{name}: {answer}"
    assert sum(isinstance(one.read, Record) for one in became.values()) > 0.6 * len(became)


@pytest.mark.parametrize("name", ANYBODY_MAY_READ)
def test_a_lock_without_a_password_keeps_nobody_out(name: str, became: dict[str, Became]) -> None:
    assert isinstance(became[name].read, Record)


@pytest.mark.parametrize("name", ["lock for certificates", "lock of another house"])
def test_a_lock_that_is_not_known_is_told_as_a_lock(name: str, became: dict[str, Became]) -> None:
    assert isinstance(became[name].read, EncryptedPdf) and "locked" in str(became[name].read)


@pytest.mark.parametrize("name", ["box larger than the page", "box cut outside", "box turned by 1e10"])
def test_words_stand_where_they_are_shown(name: str, became: dict[str, Became], tmp_path: Path) -> None:
    path = tmp_path / "whole.pdf"
    path.write_bytes(WHOLE)
    from pipeline.run import understand

    assert [d.at for d in became[name].read.documents] == [d.at for d in understand(path, FAST).documents]
