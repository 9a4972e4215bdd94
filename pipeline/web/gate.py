"""What stands between the browser and Datasette: only known names, nothing from elsewhere, no formulas in CSV.

A page of any web site may let its own name point to 127.0.0.1 (DNS rebinding) and then read the archive as if it were
its own. The browser still says that name in `Host`, so names that are not ours are refused.
"""

import csv
import io
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from ipaddress import ip_address
from socket import gethostname
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Cell = Callable[[Any], Any]

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (
        b"content-security-policy",
        b"default-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        b"form-action 'self'; frame-ancestors 'none'",
    ),
)
"""Datasette writes scripts and styles into its pages, so those are allowed; nothing of another machine is."""


def names_of(host: str, more: Iterable[str] = ()) -> frozenset[str]:
    """The names under which a site may be asked for.

    Args:
        host: The address that it listens on.
        more: Further names that people use for it.

    Returns:
        Names in small letters; with an address that others can reach, every number is meant too (see `Gate`).
    """
    names = LOOPBACK | {name.lower() for name in more}
    return names if host in LOOPBACK else names | {host.lower(), gethostname().lower()}


class Gate:
    """An ASGI application around another."""

    def __init__(
        self, app: App, host: str, names: Iterable[str] = (), cell: Cell = lambda cell: cell
    ) -> None:
        """Stand before an application.

        Args:
            app: What is served.
            host: The address that it listens on; but for loopback, any address in numbers is taken for its name, as
                no web site has one of those for its name.
            names: Further names that people use for it.
            cell: What is done to the words of a cell of CSV.
        """
        self._app = app
        self._names = names_of(host, names)
        self._numbers = host not in LOOPBACK
        self._cell = cell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket" or not self._known(_host_of(scope)):
            await _refuse(send)
        else:
            await self._app(scope, receive, _Answer(send, self._cell))

    def _known(self, host: str | None) -> bool:
        if host is None:
            return False
        return host in self._names or (self._numbers and _is_number(host))


def _host_of(scope: Scope) -> str | None:
    """The name that the browser asked for, without its port; None where there is none, or more than one."""
    asked: list[bytes] = [value for name, value in scope["headers"] if name.lower() == b"host"]
    if len(asked) != 1:
        return None
    name = str(asked[0], "latin-1").strip().lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.partition(":")[0].rstrip(".")


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


async def _refuse(send: Send) -> None:
    words = (
        b"421: dette arkiv svarer ikke under det navn. Brug http://localhost/ med portens nummer, "
        b"eller start det med --name NAVN.\n"
    )
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *HEADERS]
    await send({"type": "http.response.start", "status": 421, "headers": headers})
    await send({"type": "http.response.body", "body": words})


class _Answer:
    """Sends an answer on, with our headers; CSV goes through row by row."""

    def __init__(self, send: Send, cell: Cell) -> None:
        self._send = send
        self._cell = cell
        self._rows: _Rows | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._send({**message, "headers": self._headers(list(message.get("headers", [])))})
        elif message["type"] == "http.response.body" and self._rows:
            last = not message.get("more_body", False)
            await self._send({**message, "body": self._rows.through(message.get("body", b""), last=last)})
        else:
            await self._send(message)

    def _headers(self, given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        kind = next((value for name, value in given if name.lower() == b"content-type"), b"")
        attached = any(
            name.lower() == b"content-disposition" and b".csv" in value.lower() for name, value in given
        )
        if kind.startswith(b"text/csv") or (kind.startswith(b"text/plain") and attached):
            self._rows = _Rows(self._cell)
            given = [(name, value) for name, value in given if name.lower() != b"content-length"]
        ours = {name for name, _ in HEADERS}
        return [(name, value) for name, value in given if name.lower() not in ours] + list(HEADERS)


class _Rows:
    """CSV as it comes in pieces, each cell made harmless; what is not yet a whole row waits."""

    def __init__(self, cell: Cell) -> None:
        self._cell = cell
        self._waiting = b""

    def through(self, piece: bytes, *, last: bool) -> bytes:
        self._waiting += piece
        whole = len(self._waiting) if last else self._waiting.rfind(b"\n") + 1
        if not last and self._waiting.count(b'"', 0, whole) % 2:
            return b""
        text, self._waiting = self._waiting[:whole], self._waiting[whole:]
        out = io.StringIO(newline="")
        rows = csv.reader(io.StringIO(text.decode("utf-8", "replace"), newline=""))
        csv.writer(out).writerows([self._harmless(cell) for cell in row] for row in rows)
        return out.getvalue().encode()

    def _harmless(self, cell: str) -> Any:
        """Numbers are left alone: a spreadsheet may take -4 for what it is."""
        try:
            float(cell)
        except ValueError:
            return self._cell(cell)
        return cell
