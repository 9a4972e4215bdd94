"""A reader's process keeps within its limits and to its file; words of files and their names steer nothing."""

import asyncio
import csv
import importlib
import io
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner
from mutants.by_hand import HAND_MADE

from pipeline.archive import Archive
from pipeline.batch import Limits, Workers
from pipeline.batch.reading import PRELOAD, read_record
from pipeline.cli import main
from pipeline.errors import LimitBroken, PipelineError
from pipeline.reading import read
from pipeline.reading.limits import Allowed, within
from pipeline.reading.pictures import draw, words_on
from pipeline.run import Reading, understand

FAST = Reading(model="none")

BROKEN: dict[str, tuple[Limits, Callable[..., Any], tuple[Any, ...], str]] = {
    "the processor's time": (
        Limits(allowed=Allowed(seconds=0.3)),
        sum,
        (range(10**15),),
        "took the processor longer than 0 seconds",
    ),
    "memory": (Limits(memory=256 << 20), bytearray, (1 << 30,), "more memory than the 256 MiB"),
    "memory, told by the loader of a library": (
        Limits(memory=24 << 20),
        importlib.import_module,
        ("numpy",),
        "more memory than the 24 MiB",
    ),
    "what goes back": (Limits(output=1 << 20), bytes, (2 << 20,), "a record of 2 MiB"),
}


@pytest.mark.parametrize("limit", BROKEN)
def test_a_broken_limit_costs_the_task_alone(limit: str) -> None:
    limits, fn, args, says = BROKEN[limit]
    with Workers(1, limits) as worker:
        hostile, after = worker.submit(fn, *args), worker.submit(int, "7")
        with pytest.raises(LimitBroken, match=says):
            hostile.result()
        assert after.result() == 7


def test_a_process_that_reads_leaves_ctrl_c_to_who_started_it() -> None:
    with Workers(1) as worker:
        assert signal.SIGINT in worker.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ()).result()


def test_looking_for_scans_takes_little_memory(tmp_path: Path) -> None:
    """With numpy, which takes 80 MiB by itself, a file with a page of few words would break this limit."""
    path = tmp_path / "a.pdf"
    path.write_bytes(HAND_MADE["turned"]())
    with Workers(1, Limits(memory=64 << 20), PRELOAD) as worker:
        assert worker.submit(read_record, path, FAST).result().documents


HOLDS: dict[str, tuple[str, Allowed, str]] = {
    "pages": ("wide_tree", Allowed(), "200000 pages, more than the 5000"),
    "characters": ("one_string", Allowed(page_characters=1000), "characters, more than the 1000"),
    "drawn things": ("one_spot", Allowed(page_objects=1000), "drawn things, more than the 1000"),
}


@pytest.mark.parametrize("what", HOLDS)
def test_a_file_that_holds_too_much_is_refused(what: str, tmp_path: Path) -> None:
    name, allowed, says = HOLDS[what]
    path = tmp_path / "a.pdf"
    path.write_bytes(HAND_MADE[name]())
    with within(allowed, timed=False), pytest.raises(LimitBroken, match=says):
        read(path)


def test_a_page_of_a_size_that_cannot_be_is_read_as_a_sheet_around_its_words(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(HAND_MADE["giant_box"]())
    giant = understand(path, FAST)
    path.write_bytes(HAND_MADE["odd_turn"]())
    usual = understand(path, FAST)
    assert [d.title for d in giant.documents] == [d.title for d in usual.documents]
    boxes = [place.bbox for document in giant.documents for place in document.at]
    assert all(0 <= x0 < x1 <= 595 and 0 <= top < bottom <= 842 for x0, top, x1, bottom in boxes)


def test_more_time_by_the_clock_is_more_of_the_processors() -> None:
    usual, longer, short = (Limits.of(seconds, 1 << 30, 10).allowed for seconds in (300, 600, 4))
    assert (usual.seconds, usual.seconds_a_page) == (20, 1)
    assert (longer.seconds, longer.seconds_a_page) == (40, 2)
    assert short.seconds == 4


GUARDED = """
import os, socket, subprocess, sys, tempfile
from pathlib import Path
from pipeline.errors import LimitBroken, PipelineError
from pipeline.reading.isolation import guard, only
own, other = Path(sys.argv[1]), Path(sys.argv[2])
guard()
asked = {
    "own": lambda: own.read_bytes(),
    "module": lambda: __import__("pdfplumber"),
    "other": lambda: other.read_bytes(),
    "write": lambda: own.open("r+b"),
    "network": lambda: socket.create_connection(("127.0.0.1", 9)),
    "names": lambda: socket.getaddrinfo("localhost", 9),
    "program": lambda: subprocess.run(["true"]),
    "shell": lambda: os.system("true"),
    "folder": lambda: os.listdir("/"),
    "remove": lambda: own.unlink(),
}
for name, ask in asked.items():
    try:
        with only(own):
            ask()
        print(name)
    except LimitBroken:
        print(name, "refused")
other.read_bytes()
"""


def test_nothing_but_the_file_is_opened_while_it_is_parsed(tmp_path: Path) -> None:
    own, other = tmp_path / "own.pdf", tmp_path / "other.pdf"
    own.write_bytes(b"own")
    other.write_bytes(b"other")
    command = [sys.executable, "-c", GUARDED, str(own), str(other)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    refused = ("other", "write", "network", "names", "program", "shell", "folder", "remove")
    assert told == ["own", "module", *(f"{name} refused" for name in refused)]


@pytest.fixture(scope="module")
def reader() -> Iterator[Workers]:
    with Workers(1, preload=PRELOAD) as workers:
        yield workers


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_the_parsers_ask_for_nothing_that_is_refused(engine: str, reader: Workers, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(HAND_MADE["scripts_and_links"]())
    record = reader.submit(read_record, path, Reading(engine=engine, model="none")).result()
    assert record.documents and not [word for word in ("passwd", "root:") if word in record.model_dump_json()]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed (apt-get install strace)")
def test_the_system_sees_no_call_that_leaves_the_file(tmp_path: Path) -> None:
    """What pdfium does itself, no audit event tells: the system's calls do. It looks at the system's fonts alone."""
    secret = tmp_path / "secret.txt"
    secret.write_text("hemmeligt")
    for name in ("scripts_and_links", "content_elsewhere", "portfolio"):
        content = HAND_MADE[name]().replace(b"/etc/passwd", str(secret).encode())
        (tmp_path / f"{name}.pdf").write_bytes(content)
    script = (
        "import sys\nfrom pathlib import Path\nfrom pipeline.reading import read\n"
        "read(Path(sys.argv[1]))\nprint('BEGIN', flush=True)\nfor name in sys.argv[1:]: read(Path(name))\n"
    )
    log = tmp_path / "log"
    names = sorted(map(str, tmp_path.glob("*.pdf")))
    command = [
        "strace",
        "-f",
        "-o",
        str(log),
        "-e",
        "trace=write,network,process,open,openat,creat,unlink,rename,mkdir",
    ]
    done = subprocess.run(
        [*command, sys.executable, "-c", script, *names], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("this machine does not let its calls be watched")
    calls = log.read_text().split('"BEGIN')[1].splitlines()[1:]
    asked = [
        line
        for line in calls
        if "(" in line
        and not any(
            word in line for word in (*names, "/fonts", "/pipeline/reading/", ".pyc", "write(1, ", "exit")
        )
    ]
    assert any(names[0] in line for line in calls)
    assert not asked


NAMES = {
    "localhost": 200,
    "localhost:8001": 200,
    "127.0.0.1:8001": 200,
    "[::1]:8001": 200,
    "LOCALHOST": 200,
    "localhost.": 200,
    "evil.example": 421,
    "evil.example:8001": 421,
    "127.0.0.1.evil.example": 421,
    "localhost.evil.example": 421,
    "192.168.0.4": 421,
    "": 421,
}


def ask(app: Any, path: str, host: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(path, headers={"Host": host})

    return asyncio.run(asked())


async def plain_app(scope: Any, receive: Any, send: Any) -> None:
    """Answers with CSV in pieces that end within cells, quotation marks and letters."""
    body = 'a,b\r\n1,"=1+1"\r\n-4,"x;=2 ""y""\n- z"\r\n+45,ærø\r\n'.encode()
    headers = [(b"content-type", b"text/csv; charset=utf-8"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for place in range(len(body)):
        await send({"type": "http.response.body", "body": body[place : place + 1], "more_body": True})
    await send({"type": "http.response.body", "body": b""})


@pytest.mark.parametrize("host", NAMES)
def test_only_names_of_this_machine_are_served(host: str) -> None:
    from pipeline.web.gate import Gate

    answer = ask(Gate(plain_app, "127.0.0.1"), "/", host)
    assert answer.status_code == NAMES[host]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("host", "status"),
    [("192.168.0.4:80", 200), ("arkiv.example", 200), ("evil.example", 421), ("localhost", 200)],
)
def test_an_archive_that_others_reach_is_served_under_numbers_and_its_names(host: str, status: int) -> None:
    from pipeline.web.gate import Gate

    assert ask(Gate(plain_app, "0.0.0.0", ["Arkiv.example"]), "/", host).status_code == status


def test_csv_on_its_way_to_the_browser_holds_no_formulas() -> None:
    from pipeline.showing import for_spreadsheet
    from pipeline.web.gate import Gate

    answer = ask(Gate(plain_app, "127.0.0.1", cell=for_spreadsheet), "/", "localhost")
    rows = list(csv.reader(io.StringIO(answer.text, newline="")))
    assert rows == [["a", "b"], ["1", "'=1+1"], ["-4", "x;'=2 \"y\"\n'- z"], ["+45", "ærø"]]


EVIL_NAME = "=cmd|' <b>x<_b> \x1b[2J\u202efdp.pdf"


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An archive of one file whose words, and whose name, would steer what shows them."""
    folder = tmp_path_factory.mktemp("evil")
    path = folder / EVIL_NAME
    path.write_bytes(HAND_MADE["steering_words"]())
    with Archive.open(folder / "arkiv.db") as archive:
        archive.load(read_record(path, FAST), path)
    return folder / "arkiv.db"


STEERS = ("\x1b", "\x07", "\u202e", "\x9b")
COMMANDS = ("list", "files", "findings", "search godkendt", "show NAME", "doubts", "review", "extract FILE")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_lets_a_file_steer_the_terminal(evil: Path, command: str) -> None:
    names = {"FILE": str(evil.parent / EVIL_NAME), "NAME": EVIL_NAME}
    words = [names.get(word, word) for word in command.split()]
    where = ["--model", "none"] if "FILE" in command else []
    if "extract" not in command:
        where += ["--archive", str(evil)]
    done = CliRunner().invoke(main, [*words, *where])
    assert done.exit_code in (0, 10), done.output
    assert not [sign for sign in STEERS if sign in done.output]
    if command.startswith("extract"):
        assert json.loads(done.output)["source"]["file"] == EVIL_NAME


def test_exports_hold_no_formulas_and_stay_in_their_folder(evil: Path, tmp_path: Path) -> None:
    before = set(evil.parent.rglob("*"))
    done = CliRunner().invoke(main, ["export", "csv", str(tmp_path / "out"), "--archive", str(evil)])
    assert done.exit_code == 0
    assert set(evil.parent.rglob("*")) - before <= {
        evil.with_name(f"arkiv.db-{end}") for end in ("wal", "shm")
    }
    cells = [
        cell
        for file in (tmp_path / "out").iterdir()
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8")))
        for cell in row
    ]
    words = [cell for cell in cells if not cell.lstrip("-").replace(".", "").isdigit()]
    assert [cell for cell in words if "HYPERLINK" in cell or "cmd|" in cell]
    assert not [cell for cell in words if cell.startswith(("=", "+", "@", "-"))]
    assert not [cell for cell in words for sign in STEERS if sign in cell]


def test_the_browser_gets_words_and_no_markup(evil: Path) -> None:
    pytest.importorskip("datasette", reason="the extra `web` is not installed")
    from pipeline.web import site_of

    site = site_of(evil)
    with site.archive.transaction() as connection:
        own = connection.exec_driver_sql("SELECT id FROM documents").scalar()
    paths = ["/", "/soeg?q=godkendt", f"/side/{own}", "/gennemse", "/arkiv/items", "/arkiv/decisions", "/arkiv/source_files",
             "/arkiv/search_texts", "/arkiv/places?_size=max"]  # fmt: skip
    pages = {path: asyncio.run(site.datasette.client.get(path)).text for path in paths}
    site.close()
    assert "&lt;b&gt;Godkendt" in pages["/arkiv/decisions"]
    for path, page in pages.items():
        assert "<script>alert" not in page and "<b>x<" not in page, path


@pytest.mark.parametrize("name", ["giant_box", "tree_in_a_ring", "huge_picture", "box_of_no_numbers"])
def test_a_page_is_drawn_or_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(HAND_MADE[name]())
    for ask in (draw, words_on):
        try:
            assert ask(path, 1)
        except PipelineError as error:
            assert str(error).startswith("a.pdf: ")
