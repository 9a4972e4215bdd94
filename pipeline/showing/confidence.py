"""How confidence is shown: the curve of errors caught."""

from collections.abc import Sequence

from pipeline.checking.confidence.fitting import Case, curve, judged_by, left_out
from pipeline.checking.confidence.weights import shipped
from pipeline.showing.lists import List

ENOUGH = 100
"""With fewer errors a curve is chance."""


def curve_list(cases: Sequence[Case]) -> tuple[List, str]:
    """Errors caught against fields looked at, and in a sentence how that was measured.

    Args:
        cases: All fields of a folder of answers.
    """
    layouts = len({case.layout for case in cases})
    judged = left_out(cases) if layouts > 1 else judged_by(cases, shipped())
    errors = sum(not case.right for _, case in judged)
    how = (
        f"each of {layouts} layouts judged by what the other {layouts - 1} taught"
        if layouts > 1
        else "one layout only, judged by the weights that come with the program"
    )
    few = "" if errors >= ENOUGH else f"; too few to tell much, {ENOUGH} are needed"
    filled = [one for one in judged if not one[1].blank]
    rows = [
        (counted, point.looked_at, point.caught, point.fields, point.errors, point.below)
        for counted, some in (("all fields", judged), ("without the rightly empty", filled))
        for point in curve(some)
    ]
    columns = ("counted", "looked_at", "errors_caught", "fields", "errors", "confidence_up_to")
    return (
        List(columns, rows, numbers=frozenset(columns[1:])),
        f"{len(judged)} fields, {errors} of them wrong{few}; {how}",
    )
