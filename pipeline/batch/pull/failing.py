"""Why something that is listed cannot be had."""

from enum import StrEnum


class Why(StrEnum):
    """In one word, for the list of what was pulled."""

    address = "address"
    """The address is none that may be asked."""
    private = "private"
    """It leads into this machine or a house's own network."""
    robots = "robots"
    """robots.txt forbids it, or cannot be had."""
    refused = "refused"
    """The server answers that it is not there or may not be had."""
    failing = "failing"
    """The server is busy, silent or cut the line, however often it was asked."""
    redirects = "redirects"
    """It leads from address to address without end."""
    too_large = "too-large"
    """It is larger than it may be."""
    too_slow = "too-slow"
    """It takes longer than it may."""
    wrong_type = "wrong-type"
    """It is something else than was asked for: a page of HTML instead of a PDF."""
    no_pdf = "no-pdf"
    """The source says itself that there is no PDF of it."""
    unreadable = "unreadable"
    """A file on this machine or a share cannot be read."""


class CannotHave(Exception):
    """Something cannot be had; the words say why and what to do next."""

    def __init__(self, why: Why, words: str, status: int | None = None) -> None:
        super().__init__(words)
        self.why = why
        self.status = status
        """What the server answered, where it did."""


class Passing(CannotHave):
    """It may be had if it is asked for again."""

    def __init__(
        self, words: str, *, why: Why = Why.failing, after: float | None = None, status: int | None = None
    ) -> None:
        super().__init__(why, words, status)
        self.after = after
        """Seconds that the server asks to wait."""
