"""Names of files, made from what others wrote: data, never a way to another place."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

LONGEST = 120
"""Bytes of UTF-8 that a name may take: half of what file systems allow, so that a mark and an ending find room."""

_FORBIDDEN = re.compile(r'[/\\:*?"<>|]+')
"""Signs that part folders, or that Windows and network shares refuse."""

_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
"""Names that mean devices there, with any ending."""


def safe_name(words: str, ending: str = "") -> str:
    """A name for a file or a folder out of any words.

    Args:
        words: Whatever somebody wrote; a title, or a name that came from the net.
        ending: What the name shall end in (".pdf"); added where the words do not end so.

    Returns:
        A name without separators, controls, reserved or leading signs, of `LONGEST` bytes and the ending at most.
    """
    text = unicodedata.normalize("NFC", words.encode("utf-8", "replace").decode("utf-8"))
    text = "".join(" " if c.isspace() else c for c in text if c.isspace() or not _is_unseen(c))
    text = " ".join(_FORBIDDEN.sub("_", text).split())
    if ending and text.lower().endswith(ending):
        text = text[: -len(ending)]
    text = text.strip(". ")
    text = _shortened(text) or "unnamed"
    if text[0] in "-~" or _RESERVED.match(text):
        text = f"_{text}"
    return text + ending


def _is_unseen(character: str) -> bool:
    """Whether a sign shows nothing: controls, marks of direction, what no standard gives a meaning."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _shortened(text: str) -> str:
    """The same where it is short enough, else its beginning and a mark of the whole."""
    whole = text.encode()
    if len(whole) <= LONGEST:
        return text
    mark = hashlib.sha256(whole).hexdigest()[:8]
    return whole[: LONGEST - 9].decode("utf-8", "ignore").strip(". ") + f"-{mark}"


def name_of(address: str, disposition: str | None = None) -> str:
    """What a PDF is called: by its address, or as the server calls it where the address has no such name.

    Args:
        address: Where it was asked for.
        disposition: The header Content-Disposition.
    """
    parts = urlsplit(address)
    last = unquote(PurePosixPath(parts.path).name, errors="replace")
    if not last.lower().endswith(".pdf"):
        last = _disposed(disposition) or last
    return safe_name(last or parts.hostname or "", ".pdf")


def _disposed(disposition: str | None) -> str | None:
    if not disposition:
        return None
    message = Message()
    message["Content-Disposition"] = " ".join(disposition.split())
    try:
        name = message.get_filename()
    except (LookupError, ValueError, TypeError):  # an unknown encoding, or one that it does not keep to
        return None
    return re.split(r"[/\\]", name)[-1] if name else None


def marked(name: str, mark: str) -> str:
    """A name with a mark before its ending: "referat.pdf" is "referat-1f3a.pdf"."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-{mark}{dot}{ending}" if dot else f"{name}-{mark}"


def key_of(path: Iterable[str]) -> str:
    """What two paths share that a file system may take for one: case and ways of writing letters left out."""
    return unicodedata.normalize("NFKC", "/".join(path)).casefold()
