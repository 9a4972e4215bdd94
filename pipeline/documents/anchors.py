"""Labels that only the items of an agenda have, counted on a page."""

from pipeline.danish.labels import read_label
from schemas.page import Page
from schemas.vocabulary import Role

ANCHORS = frozenset(
    {
        Role.decision,
        Role.case,
        Role.proposal,
        Role.absent,
        Role.procedure,
        Role.type,
        Role.attachments,
        Role.legal,
    }
)
"""Labels that only agenda items have."""


DECIDING = frozenset({Role.decision, Role.proposal, Role.absent})
"""Of these, those that reports and plans do not have either."""


def labels_on(page: Page, *, plain: bool = False) -> list[Role]:
    """The labels of agenda items on a page; those alone on their line in the text's own type only if `plain`."""
    found = []
    for line in page.lines:
        before, colon, _ = line.text.partition(":")
        if line.bold or line.column == "label" or colon or (plain and len(line.text) <= 60):
            label = read_label(before if colon and len(before) <= 60 else line.text[:90])
            if label is not None and label.likeness >= 99 and label.role in ANCHORS:
                found.append(label.role)
    return found
