"""What tells of a target from outside it: sentences that lead up to lists, chapters, boxes below the next title."""

import re
from dataclasses import replace

from pipeline.danish.pattern import Pattern
from pipeline.danish.quantities import find_promises
from pipeline.documents.block import Block, cut
from pipeline.documents.plan.chaptered import ChapterReader
from pipeline.documents.plan.columns import NUMBERED, YEAR, Levels
from pipeline.documents.plan.stated import bold_end, led_by, list_promises, owed_box
from pipeline.documents.plan.words import TargetLabel, Zone, title_behind, zone_of

INTRODUCES = Pattern(
    "plan-introduces-targets",
    r"""(?: \b(?:følgende|disse|nedenstående|flg\.|er|har|lyder|sætter|opstilles|arbejder)\b.{0,60}?
      \b\w*(?:mål|målene|målsætninger|målsætningerne|resultatkrav|resultatkravene|måltal|måltallene
      |succeskriterier|succeskriterierne)\b [^.]{0,50}
      | \b\w*(?:målene|målsætningerne|resultatkravene|måltallene)\b [^.]{0,30} \b(?:er|lyder)
      | \b(?:skal|vil)(?:\s+(?:vi|kommunen|jobcentret|jobcenteret))? )\s?:$""",
    matches=[
        "Udvalget har fastsat følgende resultatkrav:",
        "Under temaet er målsætningerne:",
        "Målsætningerne for 2018 er:",
        "I 2030 skal:",
    ],
    not_matches=["Målet er nået.", "For at nå målet skal jobcentret:x", "Jobcentrets indsats er:"],
)
"""A sentence that leads up to what a plan promises."""

MINISTERS = Pattern(
    "plan-ministers-goals",
    r"\b(?:\w*minister(?:en|ens|iet|iets)?|regeringen|regeringens|nationale|landsdækkende|landspolitiske)\b",
    matches=["Beskæftigelsesministeren har udmeldt", "ministerens", "de nationale mål"],
    not_matches=["administrationen"],
)
"""Whose goals are no municipality's."""


def introduces_targets(text: str) -> bool:
    """Whether a sentence leads up to the plan's own targets: "Udvalget har fastsat følgende resultatkrav:"."""
    last = re.split(r"(?<=[.!?])\s+", text.rstrip())[-1]
    return bool(INTRODUCES.search(last)) and not MINISTERS.search(text)


def introduces_goals(text: str) -> bool:
    """Whether a paragraph leads up to the minister's goals: "Ministeren har udmeldt fire mål:"."""
    last = re.split(r"(?<=[.!?])\s+", text.rstrip())[-1]
    goals = re.search(r"\bmål(?:ene|sætninger)?\b[^.]{0,50}:$", last, re.IGNORECASE)
    return bool(goals and MINISTERS.search(text))


class LeadReader(ChapterReader):
    """Reads lists by the sentence above them, measures by their chapter and actions by where they were introduced."""

    def _leads_astray(self, order: int, block: Block) -> bool:
        """Whether a sentence in a chapter's prose leads up to a list in which nothing is promised."""
        by_prose = self.current is not None and self.current.by_chapter and not block.bullet
        return by_prose and block.text.rstrip().endswith(":") and not list_promises(self.blocks, order + 1)

    def _introduced(self, order: int, block: Block) -> bool:
        """Whether a sentence leads up to a list of the minister's goals or of what the plan promises."""
        if not block.text.rstrip().endswith(":") or order + 1 >= len(self.blocks):
            return False
        below = self.blocks[order + 1]
        if below.mark is not None and not self.goals.found and introduces_goals(block.text):
            self.goals.open(block, listed_only=True)
            self.mode = None
            return True
        if not introduces_targets(block.text) or not list_promises(self.blocks, order + 1):
            return False
        if self.current is None or not self.current.labelled or not self.current.bare:
            alone = sum(introduces_targets(other.text) for other in self.blocks if not other.bullet) == 1
            if alone and (below.number is not None or bold_end(below) < len(below.text)):
                self.mode, self.awaited = None, below
                return True
            if self.chapter is None or not below.bullet:
                return False
            self._state_chapter(order, self.chapter)
        self.mode, self.exact = Zone.measures, True
        return True

    def _open_lettered(self, order: int, label: TargetLabel) -> None:
        """Take a chapter for the target whose measures follow: "A. Unge" above "Mål A1"."""
        heading = self.chapter
        lettered = heading is not None and heading.text[:1] == label.number[:1] and label.number[0].isalpha()
        if heading is not None and lettered and not self._told_of(heading):
            self._state_chapter(order, heading)

    def _open_named(self, order: int, block: Block) -> None:
        """Take a chapter that no label names for the target whose measures follow: "Unge" above "Delmål 1.1"."""
        heading = self.unnamed or self.chapter
        if block.heading or heading is None or zone_of(heading.text) is not None or self._told_of(heading):
            return
        if self.current is None or self.current.by_chapter:
            self._state_chapter(order, heading)

    def _titles_labels(self, order: int, block: Block, label: TargetLabel) -> bool:
        """Take "Mål 1.1 Unge i uddannelse" for a target: below it stands what it promises, or all the plan's are so."""
        below = self.blocks[order + 1] if order + 1 < len(self.blocks) else None
        led = led_by(below) if below is not None else None
        title = block.text[label.title_start :]
        if not block.heading or not title or find_promises(title):
            return False
        if not self.by_parts and (led is None or led[0] is Zone.actions):
            return False
        self._state(order, None, block, label.title_start)
        self.statements[-1].labelled = True
        return True

    def _counted(self, block: Block, led: tuple[Zone, int]) -> bool:
        """Take "Niveau 2012: 31 pct." and "Måltal 2014: 40 pct." for the numbers of the measure above them."""
        current, number = self.current, cut(block, led[1], len(block.text))
        label = block.text[: led[1]].strip(" :")
        if current is None or not current.numbered or not NUMBERED.match(number.text.rstrip(" .")):
            return False
        above = current.numbered[-1]
        levels = current.levels.get(id(above), Levels((), None, None))
        if find_promises(above.text) or led[0] is Zone.actions:
            return False
        if led[0] is Zone.status:
            year = YEAR.search(label)
            levels = replace(levels, start=number, start_year=int(year.group()) if year else None)
        else:
            levels = replace(levels, promised=(*levels.promised, (number, label)))
        current.levels[id(above)] = levels
        self.mode = None
        return True

    def _listed_target(self, order: int, block: Block) -> bool:
        """Whether a numbered part of a list under a heading for targets is a target."""
        if block.number is None or not block.number.isdigit() or self.mode is Zone.actions:
            return False
        self._state(order, int(block.number), block, 0)
        return True

    def _open_area(self, order: int, label: TargetLabel) -> None:
        """Take a chapter for the target whose measures follow: "Indsatsområde 1: Unge" above "Resultatmål 1.1"."""
        number, _, part = label.number.partition(".")
        heading = self.unnamed or self.chapter
        start = title_behind(heading.text, number) if heading is not None and part else None
        if heading and start is not None and (not self.current or self.current.number != int(number)):
            self._state(order, int(number), heading, start)

    def _owed(self, order: int, block: Block) -> bool:
        """Take a block of a box below a title for an action of the target before, which was introduced above it."""
        owner = self.owed
        if owner is None or self.current is None:
            return False
        if not self.owed_frames and order == self.current.order + 1:
            self.owed_frames = owed_box(self.blocks, order)
        if block.frame is None or block.frame not in self.owed_frames:
            self.owed = None
            return False
        owner.actions.append(block)
        self.current.last = order
        return True
