"""Processes that read: one that dies, hangs or eats memory costs the file it was reading and no other.

`ProcessPoolExecutor` gives up all that is under way when one of its processes dies, and does not say which
file it was. Here each process has a thread that watches over it, so the two always know of each other.
"""

import contextlib
import gc
import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from pipeline.errors import ClusterLost, LimitBroken, lacks_memory
from pipeline.reading.isolation import guard
from pipeline.reading.limits import Allowed, within

P = ParamSpec("P")
T = TypeVar("T")

TASKS_PER_PROCESS = 500
"""After so many files a process is replaced, so that what a reader leaks does not add up; after a broken limit at once,
as it may hold a library that is loaded by half."""


@dataclass(frozen=True)
class Limits:
    """What reading one file may take."""

    seconds: float = 300.0
    """By the clock. What a file may take of the processor's time is less and grows with its pages (`allowed`), so
    that a short file that loops is given up after half a minute."""

    memory: int = 2 << 30
    """Bytes of address space above what the process has at the start; a reader that asks for more is refused it, or
    ended. 73 pages take 30 MiB, with the language model 290."""

    output: int = 256 << 20
    """Bytes of the answer on its way back: 73 pages of minutes make 3 MiB."""

    allowed: Allowed = field(default_factory=Allowed)
    """What the file may hold, and of the processor's time."""

    @classmethod
    def of(cls, seconds: float, memory: int, pages: int) -> "Limits":
        """Limits from the three that a person sets; who allows more time by the clock allows more of the processor's.

        Args:
            seconds: By the clock.
            memory: Bytes.
            pages: Of one file.
        """
        usual = Allowed()
        times = seconds / cls.seconds
        work = max(usual.seconds * times, min(usual.seconds, seconds))
        return cls(
            seconds,
            memory,
            allowed=Allowed(pages=pages, seconds=work, seconds_a_page=usual.seconds_a_page * max(1.0, times)),
        )


class Workers(Executor):
    """An executor of processes with limits; breaking one is that task's `LimitBroken` and nobody else's."""

    def __init__(self, workers: int, limits: Limits | None = None, preload: tuple[str, ...] = ()) -> None:
        """Start watching; processes start when there is work.

        Args:
            workers: How many processes.
            limits: What one task may take.
            preload: Modules that the processes need, imported once for all of them.
        """
        self.limits = limits or Limits()
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._context = multiprocessing.get_context("forkserver")
        if preload:
            self._context.set_forkserver_preload(["__main__", *preload])
        self._stopping = threading.Event()
        self._watchers = [
            threading.Thread(target=self._watch, name=f"watcher-{n}", daemon=True) for n in range(workers)
        ]
        for watcher in self._watchers:
            watcher.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a function called in one of the processes."""
        if self._stopping.is_set():
            raise RuntimeError("the workers were shut down")
        future: Future[T] = Future()
        self._tasks.put(_Task(future, fn, args, kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes end, after what they do now or, with `cancel_futures`, at once."""
        if cancel_futures:
            self._stopping.set()
            with contextlib.suppress(queue.Empty):
                while task := self._tasks.get_nowait():
                    task.future.cancel()
        for _ in self._watchers:
            self._tasks.put(None)
        if wait:
            for watcher in self._watchers:
                watcher.join()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.shutdown(cancel_futures=kind is not None)

    def _watch(self) -> None:
        """Give one process its tasks, one at a time, and replace it when it is gone."""
        resource_tracker.ensure_running()  # which lets go of signals where it must be started
        if hasattr(signal, "pthread_sigmask"):
            # Ctrl-C is for who started us: a process that is just beginning would stumble over it
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        child: _Child | None = None
        while task := self._tasks.get():
            if not task.future.set_running_or_notify_cancel():
                continue
            try:
                if child and not child.process.is_alive():
                    child = None
                child = child or _Child(self._context, self.limits)
                succeeded, result = child.call(task, self._stopping)
            except LimitBroken as error:
                child, succeeded, result = None, False, error
            except BaseException as error:  # a watcher that ends would leave its tasks waiting for ever
                if child:
                    child.end()
                child, succeeded, result = None, False, error
            if succeeded:
                task.future.set_result(result)
            else:
                task.future.set_exception(result)
            if child and (isinstance(result, LimitBroken) or child.tasks >= TASKS_PER_PROCESS):
                child.end()
                child = None
        if child:
            child.end()


@dataclass(frozen=True)
class _Task:
    future: Future[Any]
    fn: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


class _Child:
    """One process and the pipe to it."""

    def __init__(self, context: Any, limits: Limits) -> None:
        self.limits = limits
        self.tasks = 0
        self.pipe: Connection
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs, limits), daemon=True)
        self.process.start()
        theirs.close()
        try:
            self.pipe.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise ClusterLost(
                "the reading processes end as soon as they start; see what they say above"
            ) from error

    def call(self, task: _Task, stopping: threading.Event) -> tuple[bool, Any]:
        """Whether it went well, and the result or the exception.

        Raises:
            LimitBroken: The process died, or took too long and was ended.
        """
        self.tasks += 1
        self.pipe.send((task.fn, task.args, task.kwargs))
        left = self.limits.seconds
        try:
            while True:
                while not self.pipe.poll(min(left, TICK)):
                    left -= TICK
                    if stopping.is_set():
                        self.end()
                        raise LimitBroken("stopped before it was read; run the command again")
                    if left <= 0:
                        self.end()
                        longer = f"took longer than {self.limits.seconds:.0f} seconds to read"
                        raise LimitBroken(f"{longer}; allow more with --time-limit")
                answer: tuple[bool | None, Any] = self.pipe.recv()
                if answer[0] is not None:
                    return answer[0], answer[1]
                left += answer[1]
        except (EOFError, OSError):
            self.process.join()
            code = self.process.exitcode or 0
            self.end()
            raise LimitBroken(_how_it_died(code, self.limits)) from None

    def end(self) -> None:
        """End the process, whatever it does."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


GRACE = 60.0
"""Seconds after the limit at which a process that nobody watches any more ends itself."""

TICK = 0.5
"""Seconds after which a watcher looks whether the whole batch is being stopped."""


def _how_it_died(code: int, limits: Limits) -> str:
    if -code == signal.SIGPROF:
        usual = f"{limits.allowed.seconds:.0f} seconds and {limits.allowed.seconds_a_page:.1f} more a page"
        return f"took the processor longer than {usual}; allow more with --time-limit"
    if -code == signal.SIGKILL:
        return "the reader was ended by the system, most likely for want of memory; read this file alone"
    if -code in (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGTRAP):
        return (
            f"broke the reader ({signal.Signals(-code).name}): damaged, or larger than the memory limit; "
            "fetch it again, or allow more with --memory-limit"
        )
    return (
        f"the reader ended without an answer (exit {code}): damaged, or larger than the memory limit; "
        "fetch it again, or allow more with --memory-limit"
    )


ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""For libraries that would start a thread for each processor, with 40 MiB of address space each, beside the readers."""

_more: Callable[[float], None] | None = None
"""How this process asks who watches it for more time; None where nobody does."""


def ask_for_time(seconds: float) -> None:
    """Ask for more time by the clock, for work whose amount shows itself only while the file is read: OCR of a page."""
    if _more:
        _more(seconds)


def _serve(pipe: Connection, limits: Limits) -> None:
    """What a process does: call what it is told to, answer, and end when nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(ONE_THREAD)
    _limit_memory(limits.memory)
    settle()
    guard()
    global _more
    _more = lambda seconds: pipe.send((None, seconds))  # noqa: E731
    pipe.send(None)  # here and ready
    while True:
        try:
            fn, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        _ring_after(
            limits.seconds + GRACE
        )  # should whoever watches be gone, a file that hangs still comes to an end
        answer = _answer(fn, args, kwargs, limits)
        _ring_after(0)
        try:
            pipe.send_bytes(answer)
        except (BrokenPipeError, OSError):
            return
        del answer


def _answer(fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any], limits: Limits) -> Any:
    """What goes back: whether it went well, and the result or the exception, pickled."""
    try:
        with within(limits.allowed, timed=True):
            answer = ForkingPickler.dumps((True, fn(*args, **kwargs)))
        if len(answer) <= limits.output:
            return answer
        much = f"makes a record of {len(answer) >> 20} MiB, more than the {limits.output >> 20} it may"
        error: Exception = LimitBroken(f"{much}; split the file")
    except Exception as raised:
        error = raised
        if lacks_memory(raised):
            needs = f"needs more memory than the {limits.memory >> 20} MiB it may have"
            error = LimitBroken(f"{needs}; allow more with --memory-limit")
    return ForkingPickler.dumps((False, error))


def _ring_after(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def settle() -> None:
    """Spare the collector of cycles what stays for good, and what a page makes and drops at once.

    A file's words and places hold no cycles, but thousands of them make Python look for some again and again, through
    every module that was imported: a sixth of the time of reading (`scripts/bench`).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _limit_memory(size: int) -> None:
    try:
        import resource
    except ImportError:  # no such limits on Windows
        return
    with contextlib.suppress(ValueError, OSError):
        most = _memory_now() + size
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _memory_now() -> int:
    """Bytes of address space that this process has; 0 where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
