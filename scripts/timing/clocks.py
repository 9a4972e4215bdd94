"""Two clocks: the wall's, and the work of this process and those it waited for, the fair one on a busy machine."""

import resource
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


def worked() -> float:
    """Seconds that this process and the children it has waited for have worked, in their own code and the system's."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def own_peak() -> int:
    """The most memory that this process has held, in bytes (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


@dataclass
class Spent:
    """Seconds by name."""

    clock: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    cpu: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    @contextmanager
    def on(self, name: str) -> Iterator[None]:
        """Count what happens within; within `on` itself what is inside counts for both."""
        began, before = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            self.clock[name] += time.perf_counter() - began
            self.cpu[name] += time.process_time() - before
