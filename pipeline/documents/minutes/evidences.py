"""How an item's values were read: which words decided, which names a model told."""

from collections.abc import Iterator, Sequence

from pipeline.danish.decisions import DecisionReading
from pipeline.danish.language import Language
from schemas.place import Evidence

FORWARDED_CONFIDENCE = {"decision": 0.93, "proposal": 0.85}
"""How sure the next body is by what tells it: of 32 bodies read from held-out decisions 30 were right; a proposal may
name a body that it only addresses, as one of 12 in the samples did before a council's own were left out."""

SUBJECT_CONFIDENCE = 0.85
"""How sure a name is that only a sentence's subject told: the model's precision on people is 83.3 on dev, and 9 of
10 of those it finds in sentences about votes and absences are right (`scripts/measure_names`)."""


def decision_evidence(read: DecisionReading, path: str) -> Iterator[Evidence]:
    """Which words decided the outcome, that of each part, and who is next."""
    yield Evidence(
        path=f"{path}/outcome",
        rule=f"outcome.{read.rule}",
        quote=read.quote or None,
        confidence=round(read.confidence, 3),
    )
    for number, part in enumerate(read.part_readings):
        yield Evidence(
            path=f"{path}/parts/{number}/outcome",
            rule=f"outcome.{part.rule}",
            quote=part.quote or None,
            confidence=round(part.confidence, 3),
        )
    if read.forwarded_to:
        rule = f"forwarded.{read.forwarded_by}"
        yield Evidence(
            path=f"{path}/forwarded_to", rule=rule, confidence=FORWARDED_CONFIDENCE[read.forwarded_by]
        )


def by_subject(path: str, names: Sequence[str], language: Language | None) -> Evidence:
    """Evidence of names that a sentence's subject told, and of the model that knew them."""
    model = language.name if language else None
    return Evidence(
        path=path,
        rule="names.subject",
        quote=", ".join(names) or None,
        model=model,
        confidence=SUBJECT_CONFIDENCE,
    )
