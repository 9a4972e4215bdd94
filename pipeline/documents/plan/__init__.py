"""Plans (beskæftigelsesplaner): `read_plan` is the way in.

A plan's lines become blocks (`pipeline.documents.blocks`); tables without strokes between their columns are given
them first (`grids`), and all are put row by row (`tables`). One walk notes where targets, goals and actions are
stated: `statements.Surveyor` is that walk, by the rules of `leads` (what leads up to a list), which knows those of
`chaptered` (headings), which knows those of `cells` (tables, and what was read so far); `words` says by the lexicon,
`own_labels` by the plan's own use, what a label announces. What belongs to one target becomes a Target (`build`), its
measures with what they promise; what a plan states twice in other words is a finding.
"""

from pipeline.danish.language import Language
from pipeline.documents.block import Block
from pipeline.documents.blocks import blocks_of
from pipeline.documents.chapters import chapters_of
from pipeline.documents.plan.boxes import open_boxes
from pipeline.documents.plan.build import goals_served, group_statements, target_of
from pipeline.documents.plan.columns import Cell
from pipeline.documents.plan.figures import figures_of
from pipeline.documents.plan.goal_text import goals_without_target
from pipeline.documents.plan.grids import with_grids
from pipeline.documents.plan.head import read_head
from pipeline.documents.plan.numerals import join_numerals
from pipeline.documents.plan.parting import parted_headings
from pipeline.documents.plan.restated import restated_differently
from pipeline.documents.plan.statements import Surveyor
from pipeline.documents.plan.tables import read_tables
from pipeline.documents.plan.unlabelled import unlabelled_titles
from pipeline.reading import boxes_by_page
from schemas.page import Part
from schemas.plan import Plan, Target
from schemas.record import Finding
from schemas.vocabulary import FindingCode, Severity

__all__ = ["read_plan"]


def read_plan(part: Part, language: Language | None = None) -> tuple[Plan, list[Finding]]:
    """Read an employment plan.

    Args:
        part: Its pages.
        language: Not needed: plans are read by rules.

    Returns:
        The plan, and what is doubtful about it.
    """
    head = read_head(part)
    blocks, cells = read_tables(
        open_boxes(parted_headings(join_numerals(blocks_of(with_grids(part.pages))))), head.year
    )
    surveyor = _survey(blocks, cells)
    goals = surveyor.goals.goals()
    groups = group_statements(surveyor.statements)
    said: dict[int, list[str]] = {}
    for order, statement in surveyor.owners.items():
        said.setdefault(id(statement), []).append(blocks[order].text)
    served = goals_served(groups, goals, {key: " ".join(texts) for key, texts in said.items()})
    targets = tuple(
        target_of(group, goals, goal, head.year) for group, goal in zip(groups, served, strict=True)
    )
    taken = {
        id(block)
        for s in surveyor.statements
        for block in (*s.under, *s.numbered, *s.actions, *s.prose_actions)
    }
    plan = Plan(
        pages=(part.first, part.last),
        title=head.title or (f"Beskæftigelsesplan {head.year}" if head.year else "Beskæftigelsesplan"),
        municipality=head.municipality,
        year=head.year,
        last_year=head.last_year,
        status=head.status,
        minister_goals=goals,
        targets=targets,
        figures=figures_of(blocks, taken),
        sections=chapters_of(blocks),
        at=boxes_by_page(part.lines),
    )
    findings = [finding for group in groups for finding in restated_differently(group, head.year)]
    findings += goals_without_target(blocks, surveyor.owners, groups, targets)
    findings += _empty(plan, blocks)
    return plan, findings


def _survey(blocks: list[Block], cells: dict[int, Cell]) -> Surveyor:
    """Note where the targets are stated: by labels and numbers, by headings in a pattern, or by what is promised."""
    surveyor = Surveyor(cells)
    surveyor.survey(blocks)
    if any(s.labelled or (s.number is not None and not s.by_chapter) for s in surveyor.statements):
        return surveyor
    titles = unlabelled_titles(blocks)
    numbered = any(title.number is not None for title in titles.values())
    if len(titles) + numbered <= len(surveyor.statements):
        if not surveyor.statements:
            surveyor.state_by_promises()
        return surveyor
    surveyor = Surveyor(cells)
    surveyor.survey(blocks, titles)
    return surveyor


def _empty(plan: Plan, blocks: list[Block]) -> list[Finding]:
    """What every plan has and this one does not say."""
    found: list[Finding] = []
    if not plan.targets:
        found.append(
            _unread(plan, "No target was found in the plan: nothing in it is numbered or labelled as one")
        )
    if plan.year is None:
        found.append(_unread(plan, "The plan does not say which year it is for"))
    if plan.municipality is None:
        found.append(_unread(plan, "The plan does not say whose it is"))
    found.extend(
        Finding(
            code=FindingCode.empty_result,
            severity=Severity.info,
            message=f"Target {_named(target)} has no measure, and its title promises nothing countable",
            at=target.at,
        )
        for target in plan.targets
        if not target.measures
    )
    return found


def _named(target: Target) -> str:
    return f"{target.number} “{target.title}”" if target.number is not None else f"“{target.title}”"


def _unread(plan: Plan, message: str) -> Finding:
    return Finding(code=FindingCode.empty_result, severity=Severity.warning, message=message, at=plan.at[:1])
