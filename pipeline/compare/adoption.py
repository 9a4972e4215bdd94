"""Which decision adopted a plan, as the minutes in the archive tell it."""

import re
from pathlib import Path

from pipeline.archive import Archive, DecisionHeld, PlanHeld, decisions_on
from pipeline.danish.promised import is_council, plan_words
from schemas.difference import Adoption
from schemas.place import Place
from schemas.vocabulary import Outcome

ADOPTING = (Outcome.approved, Outcome.amended, Outcome.mixed)
"""What a decision does that adopts a plan; "recommended" only passes it on."""


def adoption_of(archive: Archive, plan: PlanHeld) -> tuple[Adoption | None, dict[str, tuple[Path, ...]]]:
    """The decision that adopted a plan: the council's where there is one, else the last committee's.

    Returns:
        The decision, None where the archive has none; and where the minutes' file may lie, by its SHA-256.
    """
    if plan.municipality is None or plan.year is None or plan.status == "draft":
        return None, {}
    about = [one for one in decisions_on(archive, plan.municipality, plan_words()) if _is_about(one, plan)]
    adopting = [one for one in about if one.outcome in ADOPTING]
    final = [one for one in adopting if is_council(_body(one))]
    if not (final or adopting):
        return None, {}
    chosen = (final or adopting)[-1]
    adoption = Adoption(
        file=chosen.file,
        sha256=chosen.sha256,
        document=chosen.meeting,
        body=_body(chosen),
        date=chosen.date,
        item=chosen.item,
        title=chosen.title,
        outcome=Outcome(chosen.outcome),
        final=bool(final),
        at=tuple(Place(page=page, bbox=tuple(box)) for page, *box in chosen.at),
    )
    return adoption, {chosen.sha256: tuple(map(Path, chosen.paths))}


def _body(decision: DecisionHeld) -> str | None:
    return decision.body or decision.committee


def _is_about(decision: DecisionHeld, plan: PlanHeld) -> bool:
    """Whether an item is about this plan: it names its year, or none and was decided just before it began."""
    word = plan_words()
    told = " ".join(text for text in (decision.title, *decision.attachments) if word in text.lower())
    years = {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", told)}
    if years:
        return plan.year in years
    return bool(decision.date) and str(decision.date)[:4] == str((plan.year or 0) - 1)
