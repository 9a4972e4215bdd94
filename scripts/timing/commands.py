"""Whole commands from a cold start, with all their processes."""

import ctypes
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("udvalgsarkiv")

SUBREAPER = 36
"""prctl(2): whose parent is gone becomes our child, so that its work is counted too when it ends."""


def measured(words: Sequence[str]) -> tuple[float, float, float]:
    """Run `udvalgsarkiv` with some words.

    Returns:
        Seconds by the clock, seconds of work of all its processes, and the largest process's memory in bytes.
    """
    # In a process that has no other children: it waits for all that it has, and their memory is counted together.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(_measured, words).result()


def _measured(words: Sequence[str]) -> tuple[float, float, float]:
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run([PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    clock = time.perf_counter() - began
    with suppress(ChildProcessError):
        while True:  # the server of processes and the workers end just after the command
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"udvalgsarkiv {' '.join(words)}: {done.stderr.decode()}")
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return clock, work, after.ru_maxrss << 10
