"""Text from files, made harmless for terminals and spreadsheets."""

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls (C0 but tab and line feed, C1), marks that turn the direction of writing, and lone surrogates."""

_IN_ONE_LINE = re.compile(r"[\t\n\u2028\u2029]")


def plain(text: str) -> str:
    """Text that cannot steer a terminal: controls are written as escapes."""
    return _STEERING.sub(_escape, text)


def one_line(text: str) -> str:
    """The same, in one line."""
    return plain(_IN_ONE_LINE.sub(" ", text))


def for_json(document: str) -> str:
    """A JSON document in which controls that JSON allows are written as escapes; it means the same."""
    return _IN_STRINGS.sub(lambda match: f"\\u{ord(match.group()):04x}", document)


_IN_STRINGS = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def for_spreadsheet(cell: object) -> object:
    """A cell of a CSV file; words that a spreadsheet would take for a formula get an apostrophe in front."""
    if not isinstance(cell, str):
        return cell
    text = plain(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


_FORMULA = ("=", "+", "-", "@", "\t", "\n", "|", "%")


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
