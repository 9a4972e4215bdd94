"""Files of storage that several machines share, listed and told apart through fsspec (an extra)."""

import time
from datetime import datetime
from typing import Any

from pipeline.batch.address import Address
from pipeline.errors import ExtraMissing, NothingFound, PipelineError, UnreadableFile


def listed(address: Address) -> list[Address]:
    """The files that an address means: a pattern's, all PDFs below a folder, or the one that it names.

    Raises:
        NothingFound: There are none.
        ExtraMissing: What its kind of storage needs is not installed.
        PipelineError: The storage cannot be asked.
    """
    files, path = _storage_of(address)
    try:
        if any(sign in path for sign in "*?["):
            found = [name for name, facts in files.glob(path, detail=True).items() if facts["type"] == "file"]
        elif files.isdir(path):
            found = [name for name in files.find(path) if name.lower().endswith(".pdf")]
        else:
            return [address]
    except Exception as error:  # storages have errors of their own
        raise UnreadableFile(
            f"{address}: cannot be listed ({type(error).__name__}: {error}); check the address and who may read it"
        ) from error
    if not found:
        raise NothingFound(f"{address}: no PDF is there; name another place or pattern")
    return [Address(files.unstrip_protocol(name)) for name in found]


def is_there(address: Address) -> bool:
    """Whether a file is there; False too where that cannot be known. Of a folder just listed storages are not asked."""
    try:
        files, path = _storage_of(address)
        return bool(files.isfile(path))
    except Exception:  # storages have errors of their own
        return False


def stamp_at(address: Address) -> str | None:
    """What the storage says of a file, other after every change; None where it says too little, or cannot be asked."""
    now = time.time()
    try:
        files, path = _storage_of(address)
        facts: dict[str, Any] = files.info(path)
    except Exception:  # whoever opens the file tells why it cannot be had
        return None
    if tag := facts.get("ETag") or facts.get("etag"):
        return f"{facts.get('size')}:{tag}"
    changed = facts.get("mtime") or facts.get("LastModified") or facts.get("last_modified")
    seconds = changed.timestamp() if isinstance(changed, datetime) else changed
    if not isinstance(seconds, int | float) or seconds > now - TICK:
        return None
    return f"{facts.get('size')}:{seconds}:{facts.get('ino')}"


TICK = 2.0
"""Seconds: a file that changed less long ago may change again without another time."""


def _storage_of(address: Address) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise ExtraMissing(
            f"{address}: shared storage needs fsspec; install the extra: pip install 'udvalgsarkiv[cluster]'"
        ) from error
    try:
        files, path = url_to_fs(address.url)
    except ImportError as error:
        raise ExtraMissing(f"{address}: {error}") from error
    except ValueError as error:
        raise PipelineError(f"{address}: no such kind of storage is known ({error})") from error
    return files, str(path)
