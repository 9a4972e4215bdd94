"""Headings in a form that the municipality's layout states."""

from pipeline.danish.headings import Heading
from pipeline.danish.local import local_heading

LOCAL = "layout"
"""The rule of such a heading."""


def own_form(text: str) -> Heading | None:
    """A heading in one of the municipality's own forms, or None."""
    match = local_heading(text)
    if match is None:
        return None
    named = match.groupdict()
    return Heading(
        named.get("number"), named["title"].strip(), named.get("case_number"), None, None, None, LOCAL, 0.99
    )
