"""What is printed twice, a hair apart, to look bold."""

from schemas.place import Box

HAIR = 0.1
"""Heights of a run by which it is moved at most where it is drawn once more to look bold."""
LEAST_HAIR = 0.02
"""Points by which it is moved at least: a run drawn twice on one spot looks as it did."""
SAME_SIZE = 0.05
"""Heights by which the sizes of both differ at most."""


def is_hair_apart(box: Box, other: Box, least: float = LEAST_HAIR) -> bool:
    """Whether two boxes are of one size, and so near to each other that what stands in them looks bold."""
    left, bottom, right, top = box
    left_2, bottom_2, right_2, top_2 = other
    height = abs(top - bottom)
    across, up = abs(left_2 - left), abs(bottom_2 - bottom)
    return (
        least <= max(across, up) <= HAIR * height
        and abs(right_2 - right - left_2 + left) <= SAME_SIZE * height
        and abs(top_2 - top - bottom_2 + bottom) <= SAME_SIZE * height
    )
