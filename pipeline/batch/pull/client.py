"""Asking over http: politely, again where it may help, and never for more than was meant."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import BinaryIO, Self

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from pipeline.batch.pull.failing import CannotHave, Passing, Why
from pipeline.batch.pull.guard import GuardedTransport
from pipeline.batch.pull.hosts import Clock, Hosts
from pipeline.batch.pull.unfolding import decoder_of

PROGRAM = "udvalgsarkiv"
"""Our name in User-Agent, and in robots.txt."""

MOST_REDIRECTS = 10

PAGE_LIMIT = 32_000_000
"""Bytes of a page or a list; that of a site with twenty years of meetings has a few millions."""

ROBOTS_LIMIT = 512_000
"""Bytes of robots.txt that are read (RFC 9309 asks for 500 KiB at least)."""

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that mean: later, perhaps."""

KEPT_HEADERS = (
    "content-type",
    "content-length",
    "content-disposition",
    "etag",
    "last-modified",
    "date",
    "server",
)
"""What is kept of a server's answer."""


@dataclass(frozen=True)
class Manners:
    """How one source is asked."""

    agent: str
    interval: float
    """Seconds between two requests to one machine."""
    timeout: float
    """Seconds to wait for a word."""
    time_limit: float
    """Seconds for a whole answer."""
    tries: int
    allow_private: bool


@dataclass(frozen=True)
class Validators:
    """By what a server can tell that we have the newest."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers of a conditional request; none where nothing is known."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    """200, or 304 where what we have is the newest."""
    address: str
    """The address that answered in the end."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Those of `KEPT_HEADERS` that were there."""

    @property
    def validators(self) -> Validators:
        """By what it can be asked for next time."""
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))


class _Watch:
    """Ends an answer that takes longer than it may, and every answer when the program is stopped."""

    def __init__(self, clock: Clock, limit: float) -> None:
        self._clock, self._limit = clock, limit
        self._began = clock.now()

    def begin(self) -> None:
        self._began = self._clock.now()

    def check(self) -> None:
        self._clock.go_on()
        if self._clock.now() - self._began > self._limit:
            words = f"is not there after {self._limit:g} s; raise time_limit, or leave it out"
            raise CannotHave(Why.too_slow, words)


class Client:
    """Asks on behalf of one source."""

    def __init__(self, manners: Manners, hosts: Hosts) -> None:
        self._manners = manners
        self._hosts = hosts
        self._http = httpx.Client(
            headers={"User-Agent": manners.agent, "Accept-Language": "da, en;q=0.5"},
            timeout=manners.timeout,
            transport=GuardedTransport(
                allow_private=manners.allow_private, watch=_Watch(hosts.clock, manners.time_limit)
            ),
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def get(
        self,
        address: str,
        sink: BinaryIO,
        limit: int,
        *,
        known: Validators | None = None,
        judge: "Judge | None" = None,
    ) -> Answer:
        """Ask for a file, and write it to a sink.

        Args:
            address: http or https.
            sink: Emptied before each attempt; holds the whole body in the end, or nothing of worth.
            limit: The most bytes that it may have.
            known: What is there already: then it comes only where it is newer.
            judge: Told of each body that came; raises where it is not what is meant.

        Raises:
            CannotHave: It cannot be had; says why and what to do.
            Stopped: The program is stopped.
        """
        asked = {"Accept": "application/pdf, */*;q=0.5", "Accept-Encoding": "identity"}
        return self._patiently(
            address, sink, limit, asked | (known or Validators()).headers(), self._obey, judge
        )

    def page(self, address: str, *, known: Validators | None = None) -> tuple[Answer, bytes]:
        """Ask for a page or a list.

        Raises:
            CannotHave: It cannot be had.
            Stopped: The program is stopped.
        """
        sink = BytesIO()
        asked = {"Accept": "application/json, text/html;q=0.9, */*;q=0.5", "Accept-Encoding": "gzip, deflate"}
        asked |= (known or Validators()).headers()
        return self._patiently(address, sink, PAGE_LIMIT, asked, self._obey), sink.getvalue()

    def _patiently(
        self,
        address: str,
        sink: BinaryIO,
        limit: int,
        headers: dict[str, str],
        obey: "Obey",
        judge: "Judge | None" = None,
    ) -> Answer:
        """Ask until there is an answer, or until it has been tried often enough."""
        asking = Retrying(
            stop=stop_after_attempt(self._manners.tries),
            wait=self._pause,
            retry=retry_if_exception_type(Passing),
            sleep=self._hosts.clock.wait,
            reraise=True,
        )
        try:
            return asking(self._once, address, sink, limit, headers, obey, judge)
        except Passing as error:
            tries = self._manners.tries
            often = f" ({tries} times)" if tries > 1 else ""
            raise CannotHave(
                error.why, f"{error}{often}; run the command again later", error.status
            ) from error

    def _pause(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, Passing) and error.after is not None:
            return error.after
        return _GROWING(state)

    def _once(
        self,
        address: str,
        sink: BinaryIO,
        limit: int,
        headers: dict[str, str],
        obey: "Obey",
        judge: "Judge | None",
    ) -> Answer:
        """Ask once, from redirect to redirect, each judged like an address of its own."""
        sink.seek(0)
        sink.truncate()
        try:
            request = self._http.build_request("GET", address, headers=headers)
            for _ in range(MOST_REDIRECTS + 1):
                origin = _origin(request.url)
                obey(origin, str(request.url))
                self._hosts.turn(origin, self._manners.interval)
                response = self._http.send(request, stream=True)
                try:
                    if response.next_request is None:
                        answer = self._take(response, origin, sink, limit)
                        if judge and answer.status == 200:
                            judge(sink, _length_told(response), str(response.url))
                        return answer
                    request = response.next_request
                finally:
                    response.close()
        except httpx.TimeoutException as error:
            raise Passing(f"{_host(address)} says nothing within {self._manners.timeout:g} s") from error
        except httpx.ConnectError as error:
            if "CERTIFICATE_VERIFY" in str(error):
                words = f"{_host(address)} does not prove who it is (its certificate is not valid); tell its owner"
                raise CannotHave(Why.address, words) from error
            raise Passing(f"{_host(address)} cannot be reached ({error})") from error
        except httpx.RemoteProtocolError as error:
            raise Passing(f"{_host(address)} does not keep to http ({_first(error)})") from error
        except httpx.NetworkError as error:
            raise Passing(f"the line to {_host(address)} was cut ({type(error).__name__})") from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise CannotHave(
                Why.address, f"the address cannot be asked ({_first(error)}); mend it"
            ) from error
        raise CannotHave(Why.redirects, f"leads on more than {MOST_REDIRECTS} times; look at it in a browser")

    def _take(self, response: httpx.Response, origin: str, sink: BinaryIO, limit: int) -> Answer:
        """Judge an answer, and take its body."""
        status = response.status_code
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        if status == 304:
            return Answer(304, str(response.url), headers)
        if status in AGAIN:
            after = retry_after(response.headers.get("retry-after"))
            if after is not None:
                self._hosts.rest(origin, after)
            raise Passing(f"{origin} answers {status} {response.reason_phrase}", after=after, status=status)
        if status != 200:
            raise CannotHave(
                Why.refused, f"answers {status} {response.reason_phrase}; check the address", status
            )
        announced = response.headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > limit:
            raise _too_large(limit)
        self._write(response, sink, limit)
        return Answer(200, _without_secrets(response.url), headers)

    def _write(self, response: httpx.Response, sink: BinaryIO, limit: int) -> None:
        """Write a body, counted as it comes and as it unfolds."""
        decoder = decoder_of(response.headers.get("content-encoding", "identity"))
        size = 0
        for piece in response.iter_raw():
            for part in decoder.feed(piece):
                size += len(part)
                if size > limit:
                    raise _too_large(limit)
                sink.write(part)
        if not decoder.whole():
            raise Passing(f"{_host(str(response.url))} cut the line in the middle")

    def _obey(self, origin: str, address: str) -> None:
        self._hosts.obey(origin, address, PROGRAM, self._robots_of)

    def _robots_of(self, address: str) -> str | None:
        """The text of a robots.txt; None where there is none (RFC 9309: then nothing is forbidden)."""
        sink = BytesIO()
        try:
            self._patiently(address, sink, ROBOTS_LIMIT, {"Accept-Encoding": "gzip"}, lambda *_: None)
        except CannotHave as error:
            if error.why is Why.too_large:
                return sink.getvalue().decode("utf-8", "replace")
            if error.why in (Why.refused, Why.redirects) and (error.status or 404) < 500:
                return None
            if error.why is Why.failing:
                raise CannotHave(
                    Why.robots, f"{address} cannot be had, so nothing is asked there: {error}"
                ) from error
            raise
        return sink.getvalue().decode("utf-8", "replace")


Obey = Callable[[str, str], None]
"""Told a machine and an address before it is asked for; raises where that may not be."""

Judge = Callable[[BinaryIO, bool, str], None]
"""Told a body, whether the server told its length, and the address that gave it; raises where it is not meant."""

_GROWING = wait_exponential_jitter(initial=1, max=120)
"""Seconds between attempts where the server asks for none: 1, 2, 4, … and a part by lot."""


def _length_told(response: httpx.Response) -> bool:
    """Whether a body that was cut would have been noticed."""
    return "content-length" in response.headers or "transfer-encoding" in response.headers


def _origin(url: httpx.URL) -> str:
    """Scheme, name and port of an address that may be asked.

    Raises:
        CannotHave: It is no address of http or https, or holds a password.
    """
    if url.scheme not in ("http", "https") or not url.host:
        raise CannotHave(Why.address, f"leads to {url.scheme or 'no'} address; only http and https are asked")
    if url.userinfo:
        raise CannotHave(Why.address, "the address holds a name and a password; it is not asked")
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _host(address: str) -> str:
    with suppress(httpx.InvalidURL):
        return httpx.URL(address).host
    return address


def _first(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _without_secrets(url: httpx.URL) -> str:
    """An address without the signature by which a store of files lets it be read for some minutes."""
    signed = any(mark in name.lower() for name in url.params for mark in ("signature", "token"))
    return str(url.copy_with(query=None) if signed else url)


def _too_large(limit: int) -> CannotHave:
    words = f"is larger than {limit / 1e6:g} million bytes; raise max_megabytes if it is meant"
    return CannotHave(Why.too_large, words)


def retry_after(words: str | None, now: datetime | None = None) -> float | None:
    """Seconds that Retry-After asks for, written as seconds or as a date; None where it says nothing that can be."""
    if not words:
        return None
    if words.strip().isdecimal():
        return float(words)
    with suppress(ValueError, TypeError):
        at = parsedate_to_datetime(words)
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        return max((at - (now or datetime.now(UTC))).total_seconds(), 0.0)
    return None
