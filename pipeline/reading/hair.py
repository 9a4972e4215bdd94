"""What is printed twice, a hair apart, to look bold."""

from schemas.place import Box

HAIR = 0.1
"""Heights of a run by which it is moved at most where it is drawn once more to look bold."""
LEAST_HAIR = 0.02
"""Points by which it is moved at least: a run drawn twice on one spot looks as it did."""
SAME_SIZE = 0.05
"""Heights by which the sizes of both differ at most."""

OUTLINE = 0.25
"""The same of letters whose outlines are drawn around themselves."""


def is_hair_apart(box: Box, other: Box, least: float = LEAST_HAIR, same: float = SAME_SIZE) -> bool:
    """Whether two boxes are of one size, and so near to each other that what stands in them looks bold.

    Args:
        box: Of what is drawn first.
        other: Of what is drawn over it.
        least: Points that they lie apart at least.
        same: Heights by which their sizes differ at most.
    """
    left, bottom, right, top = box
    left_2, bottom_2, right_2, top_2 = other
    height = abs(top - bottom)
    across, up = abs(left_2 - left), abs(bottom_2 - bottom)
    return (
        least <= max(across, up) <= max(HAIR, same) * height
        and abs(right_2 - right - left_2 + left) <= same * height
        and abs(top_2 - top - bottom_2 + bottom) <= same * height
    )
