"""The house holds together: the packages are this repository's, heavy parts stay at the edges, no file grows too long."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
import schemas

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted([*ROOT.glob("pipeline/**/*.py"), *ROOT.glob("schemas/**/*.py")])
LONGEST_FILE = 400


@pytest.mark.parametrize("package", [pipeline, schemas], ids=lambda package: package.__name__)
def test_packages_are_this_repositorys(package):
    assert Path(package.__file__).resolve().parents[1] == ROOT


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_asks_to_be_two(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_command_line_prints_or_exits(path):
    if path.is_relative_to(ROOT / "pipeline" / "cli"):
        pytest.skip("the command line is where printing and exiting belongs")
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"(?<![\w.])print\(", text)
    assert "sys.exit" not in text


def test_help_needs_no_heavy_library():
    code = (
        "import sys; import pipeline.cli; "
        "print([name for name in ('spacy', 'pypdfium2', 'pdfplumber', 'sqlmodel', 'rich', 'pydantic') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_asking_and_comparing_need_no_heavy_library():
    code = (
        "import sys; import pipeline.archive, pipeline.compare; "
        "print([name for name in ('spacy', 'pypdfium2', 'sqlalchemy', 'sqlmodel', 'numpy') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_only_the_reading_room_opens_pdfs():
    for path in SOURCES:
        if "reading" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        assert "import pypdfium2" not in text and "import pdfplumber" not in text, path
