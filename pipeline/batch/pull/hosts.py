"""How often each machine may be asked, over all sources: rates, waits that were asked for, robots.txt."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from pipeline.batch.pull.failing import CannotHave, Why

LONGEST_WAIT = 600.0
"""Seconds; a machine that wants more between two requests, or until it answers again, is left for another run."""


class Stopped(Exception):
    """The person stopped the program."""


@dataclass
class Clock:
    """Time as the program sees it; tests put another in its place, so that none of them waits."""

    now: Callable[[], float] = time.monotonic
    stopping: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> None:
        """Wait, unless the program is stopped.

        Raises:
            Stopped: It is.
        """
        if self.stopping.wait(max(seconds, 0.0)):
            raise Stopped

    def go_on(self) -> None:
        """Do nothing, unless the program is stopped.

        Raises:
            Stopped: It is.
        """
        if self.stopping.is_set():
            raise Stopped


@dataclass
class _Host:
    """One machine: scheme, name and port."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    next_at: float = 0.0
    interval: float = 0.0
    robots: Protego | None = None
    closed: CannotHave | None = None


class Hosts:
    """All machines that are asked in this run."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def _of(self, origin: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(origin, _Host())

    def turn(self, origin: str, interval: float) -> None:
        """Wait until a machine may be asked once more.

        Args:
            origin: Scheme, name and port: "https://dagsordener.eksempel.dk".
            interval: Seconds between two requests that this source keeps to; the longest of all sources' holds.

        Raises:
            CannotHave: The machine is not asked any more in this run.
            Stopped: The program is stopped.
        """
        host = self._of(origin)
        with host.lock:
            if host.closed:
                raise host.closed
            host.interval = max(host.interval, interval)
            now = self.clock.now()
            at = max(now, host.next_at)
            host.next_at = at + host.interval
        if at > now:
            self.clock.wait(at - now)

    def rest(self, origin: str, seconds: float) -> None:
        """Ask a machine nothing for some seconds, whichever source wants to.

        Raises:
            CannotHave: That is too long; the machine is asked nothing more in this run.
        """
        host = self._of(origin)
        with host.lock:
            if seconds > LONGEST_WAIT:
                words = f"{origin} asks to be left alone for {_duration(seconds)}; run the command again after that"
                host.closed = CannotHave(Why.failing, words)
                raise host.closed
            host.next_at = max(host.next_at, self.clock.now() + seconds)

    def obey(self, origin: str, address: str, agent: str, fetch: Callable[[str], str | None]) -> None:
        """Keep to a machine's robots.txt, which is asked for once a run.

        Args:
            origin: The machine.
            address: What is to be asked for.
            agent: Our name, as robots.txt would have it.
            fetch: Gives the text of an address; None where there is none.

        Raises:
            CannotHave: It forbids the address, cannot be had, or wants longer waits than we keep.
        """
        host = self._of(origin)
        if host.robots is None:
            robots = Protego.parse(fetch(f"{origin}/robots.txt") or "")
            delay = _delay(robots, agent)
            with host.lock:
                host.robots = robots
                host.interval = max(host.interval, delay)
                host.next_at = max(host.next_at, self.clock.now() + delay)
                if delay > LONGEST_WAIT:
                    words = f"{origin}/robots.txt wants {_duration(delay)} between two requests; agree with its owner"
                    host.closed = CannotHave(Why.robots, words)
                    raise host.closed
        if not host.robots.can_fetch(address, agent):
            raise CannotHave(Why.robots, f"{origin}/robots.txt forbids it; ask its owner for leave")


def _delay(robots: Protego, agent: str) -> float:
    """Seconds between two requests that robots.txt asks for."""
    rate = robots.request_rate(agent)
    by_rate = rate.seconds / rate.requests if rate and rate.requests else 0.0
    return max(0.0, robots.crawl_delay(agent) or 0.0, by_rate)  # 0.0 first: then "nan" counts for nothing


def _duration(seconds: float) -> str:
    return f"{seconds / 3600:.1f} hours" if seconds >= 3600 else f"{seconds:.0f} seconds"
