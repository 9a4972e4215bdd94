"""Which words are only bullets."""

import re

BULLET = re.compile(r"^[•·▪■◦○●‣➢➤§\ufffd–—-]$|^o$")
"""A word that is only a bullet. Those of the private area (Symbol, Wingdings) are bullets too, and a sign
alone of which the file does not say what it means."""


def is_bullet(word: str) -> bool:
    """Whether a line's first word is a bullet.

    Args:
        word: One word as printed.
    """
    return len(word) == 1 and (bool(BULLET.match(word)) or "\uf000" <= word <= "\uf0ff")
