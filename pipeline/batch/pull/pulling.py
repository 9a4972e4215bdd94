"""The composition: list each source, fetch what it lists, keep account of both."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from pipeline.batch.pull.client import PROGRAM, Answer, Client, Manners
from pipeline.batch.pull.failing import CannotHave, Why
from pipeline.batch.pull.frames import framed_in
from pipeline.batch.pull.hosts import Clock, Hosts, Stopped
from pipeline.batch.pull.kinds import listed
from pipeline.batch.pull.landing import Content, Landing, Standing, check_pdf, content_of, copied
from pipeline.batch.pull.manifest import Held, Manifest, Page
from pipeline.batch.pull.names import name_of, safe_name
from pipeline.batch.pull.sources import AnySource, NetSource, Sources
from pipeline.batch.pull.wanted import Asked, Became, Lost, Outcome, T, Wanted
from pipeline.errors import ExitCode, NothingFound, PipelineError
from schemas.stated import BESIDE

MOST_FRAMES = 2
"""So many pages that only frame a PDF are gone through on the way to it."""

SIDE_BY_SIDE = 8
"""So many sources are pulled at the same time; one machine is asked by one of them at a time, at its rate."""


@dataclass(frozen=True)
class Report:
    """What became of all that was listed, by source, in the order in which it was listed."""

    outcomes: tuple[Outcome, ...]

    def count(self, became: Became) -> int:
        """How many ended this way."""
        return sum(outcome.became == became for outcome in self.outcomes)

    @property
    def exit_code(self) -> int:
        """0, or `source` where something could not be had."""
        return ExitCode.source if self.count("failed") else ExitCode.ok


Progress = Callable[[int, Outcome], None]
"""Told after each file: how many are done, and what became of this one."""


def pull(
    sources: Sources,
    base: Path,
    *,
    asked: Asked | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> Report:
    """Bring what the sources list into a folder.

    Args:
        sources: Where from, and how.
        base: From where relative paths count: the folder of the file of sources.
        asked: What of it is meant.
        folder: Where to, instead of what the file of sources says.
        progress: Told after each file.
        clock: Time, and the word to stop.

    Returns:
        What became of each file. A source that fails stops no other.

    Raises:
        NothingFound: No source has one of the names that are asked for.
        OutputError: The folder cannot be written, or another program pulls into it.
    """
    asked = asked or Asked()
    target = folder or base / Path(sources.folder).expanduser()
    chosen = _chosen(sources, asked)
    landing = Landing(target)
    if not asked.dry:
        landing.prepare()
    hosts, tell = Hosts(clock or Clock()), _Telling(progress)
    with Manifest.open(target, only_look=asked.dry) as manifest:
        desks = [_Desk(one, sources, asked, base, landing, manifest, hosts, tell) for one in chosen]
        with ThreadPoolExecutor(min(len(desks), SIDE_BY_SIDE)) as threads:
            try:
                under_way = [threads.submit(desk.pull) for desk in desks]
                for future in as_completed(under_way):
                    future.result()
            except BaseException:
                hosts.clock.stopping.set()
                threads.shutdown(cancel_futures=True)
                raise
    return Report(tuple(outcome for desk in desks for outcome in desk.outcomes))


def _chosen(sources: Sources, asked: Asked) -> list[AnySource]:
    names = {one.name for one in sources.source}
    for name in asked.names:
        if name not in names:
            raise NothingFound(f"{name}: no source has this name; there are {', '.join(sorted(names))}")
    return [one for one in sources.source if not asked.names or one.name in asked.names]


@dataclass
class _Telling:
    """Counts what is done, over all sources."""

    progress: Progress | None
    done: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, outcome: Outcome) -> None:
        with self.lock:
            self.done += 1
            if self.progress:
                self.progress(self.done, outcome)


class _Desk:
    """Pulls one source."""

    def __init__(
        self,
        source: AnySource,
        sources: Sources,
        asked: Asked,
        base: Path,
        landing: Landing,
        manifest: Manifest,
        hosts: Hosts,
        tell: _Telling,
    ) -> None:
        self.source = source
        self.outcomes: list[Outcome] = []
        self._asked, self._base, self._tell = asked, base, tell
        self._landing, self._manifest, self._hosts = landing, manifest, hosts
        self._limit = int(sources.max_megabytes * 1_000_000)
        self._manners = manners_of(source, sources, asked) if isinstance(source, NetSource) else None
        self._client: Client | None = None

    def pull(self) -> None:
        """List and fetch; what fails is put down, and the rest goes on.

        Raises:
            PipelineError: The folder cannot be written.
            Stopped: The program is stopped.
        """
        where = _where(self.source)
        with Client(self._manners, self._hosts) if self._manners else nullcontext() as client:
            self._client = client
            try:
                for one in listed(self.source, self, self._asked, self._base, self._landing.folder):
                    self._hosts.clock.go_on()
                    self._settle(one)
            except CannotHave as error:
                self._lose(Lost(where, error.why, str(error)), error.status)
            except (PipelineError, Stopped):
                raise
            except Exception as error:  # a mistake of ours costs one source
                words = f"the program stumbled ({type(error).__name__}); please report this"
                self._lose(Lost(where, Why.unreadable, words))
            else:
                if not self._asked.dry:
                    self._manifest.found(self.source.name, where)

    def page(self, address: str, read: Callable[[Page], T], listed_as: str | None = None) -> T:
        """What is read from a page or a list, from the manifest where that has the newest.

        Raises:
            CannotHave: It cannot be had, or is not what it should be.
        """
        held = self._manifest.page(self.source.name, address)
        if held and listed_as is not None and held.listed_as == listed_as and not self._asked.recheck:
            return read(held)
        if self._client is None:
            raise CannotHave(Why.address, "only sources on the net have pages")
        answer, body = self._client.page(address, known=held.validators if held else None)
        page = Page(body, answer.headers, listed_as)
        if answer.status == 304:
            if held is None:
                raise CannotHave(Why.refused, "answers 304, but nothing is held; check the address", 304)
            page = replace(held, listed_as=listed_as)
        value = read(page)
        if not self._asked.dry:
            self._manifest.keep_page(self.source.name, address, page)
        return value

    def _settle(self, one: Wanted | Lost) -> None:
        """Fetch what is listed, unless it is there; put down what became of it."""
        if isinstance(one, Lost):
            self._lose(one)
            return
        held = self._manifest.newest(self.source.name, one.address)
        whole = held if held and self._landing.is_whole(held.path, held.sha256, held.bytes) else None
        same = whole and (one.listed_as is None or one.listed_as == whole.listed_as)
        if whole and same and not self._asked.recheck:
            self._keep_as_it_is(one, whole)
        elif self._asked.dry:
            self._put(Outcome(self.source.name, one.address, "listed", one.title))
        else:
            try:
                self._fetch(one, whole)
            except CannotHave as error:
                self._lose(Lost(one.address, error.why, str(error), one.title), error.status)

    def _fetch(self, one: Wanted, whole: Held | None) -> None:
        """Bring one file.

        Args:
            one: What is listed.
            whole: What came of it before and still lies there whole.
        """
        with self._landing.unfinished() as (file, path):
            answer = self._bring(one, file, whole)
            if answer and answer.status == 304 and whole:
                self._keep_still(one, whole)
                return
            content = content_of(file)
            if one.local:
                check_pdf(content, length_told=True)
            if whole and whole.sha256 == content.sha256:
                self._keep_still(one, whole)
                return
            name = one.name or name_of(
                one.address, answer.headers.get("content-disposition") if answer else None
            )
            wanted = (self.source.name, *one.folders)
            parts = (*(safe_name(folder) for folder in wanted), safe_name(name, ".pdf"))
            owner = f"{self.source.name}\0{one.address}"

            def standing(key: str) -> Standing:
                return self._standing(key, one, content)

            lies = self._landing.settle(file, path, content, parts, owner, standing)
        held = Held(
            self.source.name,
            one.address,
            lies,
            content.sha256,
            content.size,
            one.title,
            answer.address if answer else None,
            answer.status if answer else None,
            answer.headers if answer else {},
            one.listed_as,
        )
        self._state(one, lies)
        self._manifest.keep(held)
        self._put(Outcome(self.source.name, one.address, "fetched", one.title, lies, content.size))

    def _bring(self, one: Wanted, file: BinaryIO, whole: Held | None) -> Answer | None:
        """Copy a file or ask for it; None for one that was copied."""
        if one.local or self._client is None:
            copied(one.local or Path(one.address), file, self._limit)
            return None
        known = whole.validators if whole else None
        address = one.address
        for pages_left in range(MOST_FRAMES if one.framed else 0, -1, -1):
            judge = _Judge(pages_left > 0)
            answer = self._client.get(address, file, self._limit, known=known, judge=judge)
            if judge.framed is None:
                break
            address, known = judge.framed, None
        return answer

    def _state(self, one: Wanted, path: str) -> None:
        """Put what the source states of a file beside it; what was stated before stays where it states nothing now."""
        if one.stated is not None:
            self._landing.beside(path, BESIDE, one.stated())

    def _standing(self, key: str, one: Wanted, content: Content) -> Standing:
        owner = self._manifest.owner(key)
        if owner is None:
            return "free"
        own = (owner.source, owner.address, owner.sha256) == (self.source.name, one.address, content.sha256)
        return "its own" if own else "another's"

    def _keep_as_it_is(self, one: Wanted, held: Held) -> None:
        """What is there is what the list speaks of; nothing is asked, and nothing put down anew."""
        if not self._asked.dry:
            self._manifest.found(self.source.name, one.address)
            if not self._landing.is_there(held.path, BESIDE):
                self._state(one, held.path)
        self._put_still(one, held)

    def _keep_still(self, one: Wanted, held: Held) -> None:
        """What is there is the newest: the server says so, or gave the same again."""
        self._state(one, held.path)
        self._manifest.still(held, one.listed_as)
        self._put_still(one, held)

    def _put_still(self, one: Wanted, held: Held) -> None:
        self._put(Outcome(self.source.name, one.address, "unchanged", one.title, held.path, held.bytes))

    def _lose(self, lost: Lost, status: int | None = None) -> None:
        name = self.source.name
        became: Became = "without" if lost.why is Why.no_pdf else "failed"
        if not self._asked.dry:
            self._manifest.miss(name, lost.address, lost.title, lost.why, lost.reason, status)
        self._put(
            Outcome(
                name,
                lost.address,
                became,
                lost.title,
                why=lost.why,
                reason=f"{name}: {lost.address}: {lost.reason}",
            )
        )

    def _put(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self._tell(outcome)


class _Judge:
    """Lets a PDF through, and a page that only frames one where that is allowed: then `framed` is where it lies."""

    def __init__(self, frames: bool) -> None:
        self.framed: str | None = None
        self._frames = frames

    def __call__(self, body: BinaryIO, length_told: bool, here: str) -> None:
        self.framed = framed_in(body, here) if self._frames else None
        if self.framed is None:
            check_pdf(content_of(body), length_told=length_told)


def manners_of(source: NetSource, sources: Sources, asked: Asked) -> Manners:
    """How a source is asked."""
    contact = f" (+{sources.contact})" if sources.contact else ""
    return Manners(
        agent=f"{PROGRAM}/{version('udvalgsarkiv')}{contact}",
        interval=1 / (source.rate or sources.rate),
        timeout=sources.timeout,
        time_limit=sources.time_limit,
        tries=sources.tries,
        allow_private=source.allow_private or asked.allow_private,
    )


def _where(source: AnySource) -> str:
    """What a source as a whole is called in the list."""
    for name in ("address", "path", "file"):
        if where := getattr(source, name, None):
            return str(where)
    return source.name
