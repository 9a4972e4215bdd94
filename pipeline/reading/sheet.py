"""A page whose own box cannot be: it is read as a sheet around what stands on it."""

from dataclasses import replace

from schemas.page import Page, Rule

MARGIN = 36.0
"""Points of white around the words."""

A4 = (595.0, 842.0)


def sheet_around(page: Page) -> Page:
    """The same page on a sheet that its words fit on, at least A4; boxes count from that sheet's top left corner.

    Args:
        page: As read, on a page of whatever size.
    """
    if not page.words:
        return replace(page, width=A4[0], height=A4[1], rules=[], sized=False)
    left = min(word.x0 for word in page.words) - MARGIN
    top = min(word.top for word in page.words) - MARGIN
    words = [
        word._replace(x0=word.x0 - left, top=word.top - top, x1=word.x1 - left, bottom=word.bottom - top)
        for word in page.words
    ]
    rules = [Rule(rule.x0 - left, rule.top - top, rule.x1 - left, rule.bottom - top) for rule in page.rules]
    width = max(A4[0], max(word.x1 for word in words) + MARGIN)
    height = max(A4[1], max(word.bottom for word in words) + MARGIN)
    return replace(page, width=width, height=height, words=words, rules=rules, sized=False)
