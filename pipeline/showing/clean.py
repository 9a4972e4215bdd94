"""Text from files, made harmless for terminals and spreadsheets."""

import re

from pipeline.danish.cpr import find_cpr

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Controls (C0 but tab and line feed, C1), marks that turn the direction of writing, and lone surrogates."""

_IN_ONE_LINE = re.compile(r"[\t\n\u2028\u2029]")


def plain(text: str) -> str:
    """Text that cannot steer a terminal: controls are written as escapes."""
    return _STEERING.sub(_escape, text)


def unsaid(text: str) -> str:
    """A sentence for the screen or a log without CPR numbers: a file's name may hold one."""
    spans = [(one.start, one.end) for one in find_cpr(text.replace("_", " "))]
    for start, end in reversed(spans):
        text = f"{text[:start]}⟦cpr⟧{text[end:]}"
    return text


def one_line(text: str) -> str:
    """The same, in one line."""
    return plain(_IN_ONE_LINE.sub(" ", text))


def for_json(document: str) -> str:
    """A JSON document in which controls that JSON allows are written as escapes; it means the same."""
    return _IN_STRINGS.sub(lambda match: f"\\u{ord(match.group()):04x}", document)


_IN_STRINGS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def for_spreadsheet(cell: object) -> object:
    """A cell of a CSV file; words that a spreadsheet would take for a formula get an apostrophe in front.

    A spreadsheet set to Danish parts cells at semicolons and, as the cell then does not begin with its quotation mark,
    at line breaks too: what follows those is looked at as well.
    """
    return _FORMULA.sub("'", plain(cell)) if isinstance(cell, str) else cell


_FORMULA = re.compile(r"(?:^|(?<=[;\t\n]))(?=[ \u00a0]*[=+\-@|%\uff1d\uff0b\uff0d\uff20])|^(?=[\t\n])")
"""Matches before "=1+1", "-2", " @x", "＝1" (of full width), and within "a;=1+1". Not: "1-2", "a = b"."""


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def markdown(text: str) -> str:
    """Text that Markdown and HTML in it leave as it is."""
    escaped = one_line(text).replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;")
    for sign in "*_`|[]#~":
        escaped = escaped.replace(sign, f"\\{sign}")
    return escaped
