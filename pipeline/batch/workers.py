"""Processes that read: one that dies, hangs or eats memory costs the file it was reading and no other.

`ProcessPoolExecutor` gives up all that is under way when one of its processes dies, and does not say which
file it was. Here each process has a thread that watches over it, so the two always know of each other.
"""

import contextlib
import multiprocessing
import queue
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, ParamSpec, TypeVar

from pipeline.errors import LimitBroken

P = ParamSpec("P")
T = TypeVar("T")

TASKS_PER_PROCESS = 500
"""After so many files a process is replaced, so that what a reader leaks does not add up."""


@dataclass(frozen=True)
class Limits:
    """What reading one file may take."""

    seconds: float = 300.0
    """By the clock."""

    memory: int = 4 << 30
    """Bytes of address space; a reader that asks for more is refused it, or ended."""


class Workers(Executor):
    """An executor of processes with limits; breaking one is that task's `LimitBroken` and nobody else's."""

    def __init__(self, workers: int, limits: Limits | None = None, preload: tuple[str, ...] = ()) -> None:
        """Start watching; processes start when there is work.

        Args:
            workers: How many processes.
            limits: What one task may take.
            preload: Modules that the processes need, imported once for all of them.
        """
        self._limits = limits or Limits()
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
        child: _Child | None = None
        while task := self._tasks.get():
            if not task.future.set_running_or_notify_cancel():
                continue
            try:
                if child and not child.process.is_alive():
                    child = None
                child = child or _Child(self._context, self._limits)
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
            if child and child.tasks >= TASKS_PER_PROCESS:
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

    def call(self, task: _Task, stopping: threading.Event) -> tuple[bool, Any]:
        """Whether it went well, and the result or the exception.

        Raises:
            LimitBroken: The process died, or took too long and was ended.
        """
        self.tasks += 1
        self.pipe.send((task.fn, task.args, task.kwargs))
        left = self.limits.seconds
        while not self.pipe.poll(min(left, TICK)):
            left -= TICK
            if stopping.is_set():
                self.end()
                raise LimitBroken("stopped before it was read; run the command again")
            if left <= 0:
                self.end()
                longer = f"took longer than {self.limits.seconds:.0f} seconds to read"
                raise LimitBroken(f"{longer}; allow more with --time-limit")
        try:
            answer: tuple[bool, Any] = self.pipe.recv()
            return answer
        except (EOFError, OSError):
            self.process.join()
            code = self.process.exitcode or 0
            self.end()
            raise LimitBroken(_how_it_died(code)) from None

    def end(self) -> None:
        """End the process, whatever it does."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


TICK = 0.5
"""Seconds after which a watcher looks whether the whole batch is being stopped."""


def _how_it_died(code: int) -> str:
    if -code == signal.SIGKILL:
        return "the reader was ended by the system, most likely for want of memory; read this file alone"
    if -code in (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGTRAP):
        return (
            f"broke the reader ({signal.Signals(-code).name}): damaged, or larger than the memory limit; "
            "fetch it again, or allow more with --memory-limit"
        )
    return f"the reader ended without an answer (exit {code}); fetch the file again"


def _serve(pipe: Connection, limits: Limits) -> None:
    """What a process does: call what it is told to, answer, and end when nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(limits.memory)
    while True:
        try:
            fn, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[bool, Any] = (True, fn(*args, **kwargs))
        except MemoryError:
            needs = f"needs more memory than the {limits.memory >> 20} MiB it may have"
            answer = (False, LimitBroken(f"{needs}; allow more with --memory-limit"))
        except Exception as error:
            answer = (False, error)
        try:
            pipe.send(answer)
        except (BrokenPipeError, OSError):
            return
        del answer


def _limit_memory(size: int) -> None:
    try:
        import resource
    except ImportError:  # no such limits on Windows
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
