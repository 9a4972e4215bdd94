"""What read each field, where the reader itself did not say: told from the label above it and where it stands."""

from functools import lru_cache

from pipeline.checking.confidence.fields import Fields
from pipeline.checking.confidence.seen import Seen
from pipeline.danish.labels import fold, head_kind, read_label
from pipeline.danish.local import local
from schemas.minutes import Item, Minutes
from schemas.record import Document
from schemas.vocabulary import Role

HEAD = ("title", "municipality", "committee", "term", "date", "start_time", "end_time", "place")


def name_rules(document: Document, fields: Fields, seen: Seen) -> None:
    """Name the rule of each field.

    Args:
        document: The document.
        fields: Its fields; noted there.
        seen: Its pages.
    """
    for field in fields.values():
        field.rule = "none-found" if field.empty else _by_place(field.kind)
    if not isinstance(document, Minutes):
        return
    _head(document, fields, seen)
    for position, item in enumerate(document.items):
        _item(item, fields, f"/items/{position}")


@lru_cache(maxsize=1024)
def _by_place(kind: str) -> str:
    """The last two names of "minutes/items/*/decision/text", the list's sign apart: "decision.text"."""
    return ".".join([name for name in kind.split("/")[1:] if name != "*"][-2:])


def _head(minutes: Minutes, fields: Fields, seen: Seen) -> None:
    """Whether a value of the head stands behind a label, on a line of its own, or in a running line."""
    lines = [line.text for page in seen.pages[:2] for line in page.lines]
    running = [line.text for page in seen.pages[:3] for line in page.furniture]
    for name in HEAD:
        value = getattr(minutes, name)
        if not isinstance(value, str) or not value:
            continue
        found = next((number for number, text in enumerate(lines) if value.lower() in text.lower()), None)
        if found is None:
            where = "running-line" if any(value.lower() in text.lower() for text in running) else "text"
        elif head_kind(lines[found].split(":")[0]) or (found and head_kind(lines[found - 1])):
            where = "behind-label"
        else:
            where = "own-line"
        fields[f"/{name}"].rule = f"head.{where}"


def _item(item: Item, fields: Fields, path: str) -> None:
    for number, section in enumerate(item.sections):
        label = read_label(section.label) if section.label else None
        if label is None:
            rule, likeness = ("label.by-type" if section.label else "label.none"), None
        else:
            rule = "label.exact" if label.likeness == 100 else "label.alike"
            likeness = label.likeness
        own = local()
        layout = own.name if section.label and fold(section.label) in own.labels else None
        for name in ("label", "role"):
            field = fields[f"{path}/sections/{number}/{name}"]
            field.rule, field.likeness, field.layout = "label.layout" if layout else rule, likeness, layout
        fields[f"{path}/sections/{number}/text"].rule = (
            "section.below-label" if section.label else "section.above-labels"
        )
    labelled = {section.role for section in item.sections if section.label}
    if item.proposal:
        fields[f"{path}/proposal"].rule = "section.proposal"
    if item.decision is not None:
        fields[f"{path}/decision/text"].rule = (
            "section.decision" if Role.decision in labelled else "section.without-label"
        )
    if item.case_number:
        fields[f"{path}/case_number"].rule = "case-number.form"
