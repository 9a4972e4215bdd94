"""Reading on many machines: Dask's scheduler as an executor like any other (an extra)."""

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from pipeline.errors import ClusterLost, ExtraMissing


@dataclass(frozen=True)
class Cluster:
    """The readers of a scheduler."""

    readers: Executor
    threads: int
    """How many files they read at the same time."""


PATIENCE = 15.0
"""Seconds to wait for the scheduler, and then for its first worker."""


@contextmanager
def readers_at(address: str | None) -> Iterator["Cluster | None"]:
    """The readers of a Dask scheduler, all of this program's version.

    Args:
        address: "tcp://scheduler:8786"; None where this machine is to read.

    Raises:
        ClusterLost: The scheduler cannot be reached, has no workers, or has some that cannot read for us.
        ExtraMissing: Dask is not installed.
    """
    if address is None:
        yield None
        return
    try:
        from distributed import Client
    except ImportError as error:
        raise ExtraMissing(
            "--cluster needs Dask, which is not installed; install the extra: pip install 'udvalgsarkiv[cluster]'"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        why = f"{address}: no scheduler answers ({type(error).__name__}); start one with `dask scheduler`"
        raise ClusterLost(f"{why}, or check the address (tcp://HOST:8786)") from error
    try:
        yield Cluster(client.get_executor(), _threads_of(client, address))
    finally:
        client.close(timeout=PATIENCE)


def _threads_of(client: Any, address: str) -> int:
    """How many files the workers read at the same time.

    Raises:
        ClusterLost: There are no workers, or some cannot read for us.
    """
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise ClusterLost(f"{address}: has no workers; start some with `dask worker {address}`") from error
    own = version("udvalgsarkiv")
    for worker, theirs in client.run(version, "udvalgsarkiv", on_error="return").items():
        if theirs != own:
            has = f"has udvalgsarkiv {theirs}" if isinstance(theirs, str) else "does not have udvalgsarkiv"
            raise ClusterLost(f"{worker}: {has}; install udvalgsarkiv {own} there, and start the worker anew")
    return sum(client.nthreads().values())
