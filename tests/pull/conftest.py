"""A real HTTP server on this machine that behaves as it is told, and a clock that never waits."""

import json
import socket
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.pull import Asked, Report, pull, read_sources
from pipeline.batch.pull.hosts import Clock

Answering = Callable[[BaseHTTPRequestHandler], None]


def pdf(words: str = "referat") -> bytes:
    """As much of a PDF as pulling looks at."""
    return b"%PDF-1.4\n" + words.encode() + b"\n%%EOF\n"


def says(
    status: int = 200,
    body: bytes | str = b"",
    headers: Mapping[str, str] | None = None,
    kind: str | None = None,
) -> Answering:
    """An answer as a good server gives it."""
    content = body.encode() if isinstance(body, str) else body

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        told = {"Content-Length": str(len(content))} | dict(headers or {})
        if kind:
            told["Content-Type"] = kind
        for name, value in told.items():
            if value is not None:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def gives(value: Any, **more: Any) -> Answering:
    """A value as JSON."""
    return says(body=json.dumps(value), kind="application/json", **more)


@dataclass
class Server:
    """Answers each path by a list of answers; the last of them is given again and again."""

    origin: str = ""
    answers: dict[str, list[Answering]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """Paths in the order in which they were asked for."""
    headers: dict[str, list[Mapping[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def put(self, path: str, *answers: Answering | bytes) -> str:
        """Answer a path; gives its whole address."""
        self.answers[path] = [
            says(body=one, kind="application/pdf") if isinstance(one, bytes) else one for one in answers
        ]
        return self.origin + path

    def count(self, path: str) -> int:
        return self.asked.count(path)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server: Server = self.server.told  # type: ignore[attr-defined]
        server.asked.append(self.path)
        server.headers[self.path].append(dict(self.headers))
        answers = server.answers.get(self.path) or [says(404, "not here")]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        try:
            answer(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    told = Server()
    serving = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    serving.daemon_threads = True
    serving.told = told  # type: ignore[attr-defined]
    told.origin = f"http://127.0.0.1:{serving.server_address[1]}"
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield told
    serving.shutdown()
    serving.server_close()


class NoWaiting(Clock):
    """A clock that jumps where it should wait."""

    def __init__(self) -> None:
        self.time, self.waits = 0.0, list[float]()
        self.pace = 0.0
        """Seconds that pass between two looks at the clock."""
        super().__init__(now=self.look)

    def look(self) -> float:
        self.time += self.pace
        return self.time

    def wait(self, seconds: float) -> None:
        self.go_on()
        self.waits.append(seconds)
        self.time += max(seconds, 0.0)


@pytest.fixture
def clock() -> NoWaiting:
    return NoWaiting()


@dataclass
class Puller:
    """A folder with a file of sources, pulled from as a person would."""

    folder: Path
    clock: NoWaiting

    def __call__(self, *sources: str, head: str = "", **asked: Any) -> Report:
        file = self.folder / "kilder.toml"
        file.write_text(
            'folder = "hentet"\n' + head + "".join(f"\n[[source]]\n{source}\n" for source in sources),
            encoding="utf-8",
        )
        asked.setdefault("allow_private", True)
        return pull(read_sources(file), self.folder, asked=Asked(**asked), clock=self.clock)

    def addresses(self, *addresses: str, **more: Any) -> Report:
        return self(f'name = "kilde"\nkind = "addresses"\naddresses = {json.dumps(addresses)}', **more)

    @property
    def files(self) -> dict[str, bytes]:
        """Every file that was pulled, by its path."""
        root = self.folder / "hentet"
        return {
            str(path.relative_to(root)): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and path.name != "manifest.db"
        }


@pytest.fixture
def pulls(tmp_path: Path, clock: NoWaiting) -> Puller:
    return Puller(tmp_path, clock)


@pytest.fixture
def made() -> Any:
    """How answers are made: `made.pdf(words)`, `made.says(...)`, `made.gives(value)`, `made.cut(...)`."""

    class Made:
        pass

    Made.pdf, Made.says, Made.gives, Made.cut = (
        staticmethod(pdf),
        staticmethod(says),
        staticmethod(gives),
        staticmethod(cut),
    )
    return Made


def cut(body: bytes, at: int, *, told: bool = True) -> Answering:
    """An answer that breaks off; `told`: it said how long it would be."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        if told:
            handler.send_header("Content-Length", str(len(body)))
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(body[:at])
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_WR)
        handler.close_connection = True

    return answer
