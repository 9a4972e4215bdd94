"""A goal that running text speaks of and no measure of its target holds: "målet om at nå 45 pct."."""

from collections.abc import Sequence

from pipeline.danish.amounts import find_amounts
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.documents.block import Block, places_in
from pipeline.documents.plan.stated import Statement
from schemas.plan import Target
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Severity

SPOKEN_GOAL = Pattern(
    "plan-spoken-goal",
    r"\bmål(?:et|sætningen|tallet)?\s+(?:om\s+(?:at\s+)?|på\s+)",
    matches=["Målet om at nå 45 pct.", "målsætningen om at 3,75 pct.", "målet på 12,5 pct."],
    not_matches=["Målet er nået", "målene for 2017"],
)
"""Words by which text speaks of a goal with its number."""

OTHERS_GOAL = Pattern(
    "plan-others-goal",
    r"\b(?:forrige|tidligere|sidste\s+års|regering\w*|minister\w*|national\w*|landsplan|folketing\w*|landets)\b",
    matches=["Regeringens mål om, at 95 pct.", "målet fra forrige plan på 63 pct."],
    not_matches=["Målet om at nå 45 pct."],
)
"""A goal of others, or of an earlier plan."""

REACH = 130
"""The number stands within so many characters behind those words."""


def goals_without_target(
    blocks: Sequence[Block],
    owners: dict[int, Statement],
    groups: Sequence[Sequence[Statement]],
    targets: Sequence[Target],
) -> list[Finding]:
    """Shares that a target's chapter calls its goal, and that none of the target's measures promises."""
    of_statement = {
        id(statement): target for group, target in zip(groups, targets, strict=True) for statement in group
    }
    found: list[Finding] = []
    for order, block in enumerate(blocks):
        owner = owners.get(order)
        target = of_statement.get(id(owner)) if owner is not None else None
        if target is None or not target.measures or "mål" not in block.text.lower():
            continue
        promised = {q.value for measure in target.measures for q in measure.quantities}
        for start, end in split_sentences(block.text):
            sentence = block.text[start:end]
            for match in SPOKEN_GOAL.finditer(sentence):
                amount = next(
                    (a for a in find_amounts(sentence[: match.end() + REACH]) if a.start >= match.end()), None
                )
                if amount is None or amount.unit not in ("pct.", "pct. point") or amount.value in promised:
                    continue
                if OTHERS_GOAL.search(sentence):
                    continue
                found.append(
                    Finding(
                        code=FindingCode.figures_differ,
                        severity=Severity.info,
                        message=f"The text under target {target.number} speaks of a goal of "
                        f"{sentence[amount.start : amount.end]}, "
                        "which none of the target's measures promises",
                        at=(*places_in(block.lines, start + match.start(), start + amount.end), *target.at),
                    )
                )
    return found
