"""Fields that are not sure, as a person wants to see them: what was read, where, and why it is worth a look."""

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from pipeline.showing.lists import List
from schemas.place import Evidence
from schemas.record import Record

COLUMNS = ("file", "page", "item", "field", "value", "why", "confidence", "rule", "path", "sha256")

LONGEST = 70
"""Characters of a value that a list shows."""

MOST_REASONS = 3
"""A person needs the first reasons, not all; the record has them."""

_COMPANY = ("item-doubtful", "kind-doubtful", "file-doubtful")


class Unsure(NamedTuple):
    """A field worth a look."""

    page: int | None
    item: str
    field: str
    value: str
    why: str
    confidence: float
    rule: str
    path: str


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("pipeline.showing").joinpath("doubts.toml").read_text(encoding="utf-8"))


def reasons(doubts: Sequence[str]) -> str:
    """What speaks against a field, in words; its own doubts before those by company."""
    ranked = sorted(doubts, key=lambda doubt: (doubt.startswith(_COMPANY), doubt.startswith("file-")))
    about = _words()["about"]
    return "; ".join(about.get(doubt, doubt) for doubt in ranked[:MOST_REASONS])


def unsure_of(record: Record, below: float) -> list[Unsure]:
    """The fields of a record that are less sure than a limit, least sure first.

    Args:
        record: With its evidence.
        below: Confidence, 0 to 1.
    """
    whole = record.model_dump(mode="json", by_alias=True)
    found = [_unsure(entry, whole) for entry in record.evidence if entry.confidence < below]
    return sorted(found, key=lambda one: one.confidence)


def _unsure(entry: Evidence, whole: Mapping[str, Any]) -> Unsure:
    value: Any = whole
    page, item = None, ""
    for part in entry.path.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else value.get(part)
        if isinstance(value, dict):
            page = value["at"][0]["page"] if value.get("at") else page
            item = value.get("number") or item if "case_number" in value else item
    return Unsure(
        page,
        item,
        field_name(entry.path),
        told(value),
        reasons(entry.doubts) or "fields like it are often wrong",
        entry.confidence,
        entry.rule,
        entry.path,
    )


def field_name(path: str) -> str:
    """What a person calls a field: "/documents/0/items/2/case_number" is "case number"."""
    parts = path.split("/")[3:]
    if not parts:
        return "document"
    if parts[-1].isdigit():
        return _words()["one"].get(parts[-2], parts[-2])
    names = [part for part in parts if not part.isdigit()]
    return " ".join(
        names[-2:] if len(names) > 1 and names[-2] not in ("items", "counts") else names[-1:]
    ).replace("_", " ")


def told(value: Any) -> str:
    """A value as a list shows it."""
    if value is None or value == "" or value == []:
        return "(nothing)"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return f"{len(value)} of them"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def doubt_list(records: Sequence[tuple[Record, Sequence[Unsure]]], *, grouped: bool) -> List:
    """The unsure fields of some files.

    Args:
        records: Each with its unsure fields.
        grouped: Whether the same field of several items stands on one line, where the same speaks against it.
    """
    rows: list[tuple[Any, ...]] = []
    for record, unsure in records:
        source = record.source
        for one, items in _grouped(unsure) if grouped else ((one, one.item) for one in unsure):
            own = (one.page, items, one.field, one.value, one.why, one.confidence, one.rule, one.path)
            rows.append((source.file, *own, source.sha256))
    hidden = frozenset({"rule", "path", "sha256"})
    return List(COLUMNS, rows, numbers=frozenset({"page", "confidence"}), hidden=hidden)


def _grouped(unsure: Sequence[Unsure]) -> Iterator[tuple[Unsure, str]]:
    """Each kind of doubt once, with the items that have it."""
    groups: defaultdict[tuple[str, str], list[Unsure]] = defaultdict(list)
    for one in unsure:
        groups[one.field, one.why].append(one)
    for same in groups.values():
        items = list(dict.fromkeys(one.item for one in same if one.item))
        shown = ", ".join(items[:8]) + (f" and {len(items) - 8} more" if len(items) > 8 else "")
        first = same[0]
        value = first.value if len({one.value for one in same}) == 1 else f"{first.value} …"
        yield first._replace(value=value), shown
