"""Where a value was read, and how."""

from typing import Annotated

from pydantic import Field, PositiveInt

from schemas.base import Schema

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points, from the page's top left corner."""


class Place(Schema):
    """Where a value was read: one line, or one block of whole lines."""

    page: PositiveInt
    """Page in the file, counted from 1."""

    bbox: Box
    """x0, top, x1, bottom in PDF points from the page's top left corner; no larger than the value's words."""


Places = tuple[Place, ...]
"""In reading order."""


class Evidence(Schema):
    """How one field of the record was decided."""

    path: str
    """Where the field stands in the record: a JSON Pointer (RFC 6901), "/documents/0/items/2/title"."""

    rule: str
    """Name of the rule that read it: "heading.dotted", "label.exact", "outcome.noted"."""

    quote: str | None = None
    """The words that decided, as printed, where they are not the value itself."""

    layout: str | None = None
    """The layout file that took part, or null where the general reading sufficed."""

    model: str | None = None
    """The language model that took part, with its version."""

    likeness: Annotated[float, Field(ge=0, le=100)] | None = None
    """How alike the words were to the lexicon's, 0 to 100, where that was measured."""

    confidence: Annotated[float, Field(ge=0, le=1)]
    """How sure the rule is, 0 to 1, as calibrated on the answers."""

    doubts: tuple[str, ...] = ()
    """What speaks against it, by codes that `doubts` explains: "siblings-have-it", "unfinished"."""
