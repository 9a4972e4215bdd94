"""Rows of names put together: columns apart, names that go over a line's end mended, running lists in one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.danish.absences import Absence, read_absence
from pipeline.danish.labels import all_head_kinds, fold
from pipeline.danish.names import LETTER, NOT_NAMES, is_person_name, party_names
from pipeline.danish.pattern import Pattern
from pipeline.danish.people import cased, given_names, is_office, is_tag, is_title, remarked, split_people
from pipeline.danish.sentences import split_sentences
from pipeline.danish.stand_ins import PEOPLE, STOOD_IN
from pipeline.documents.minutes.fields import SAME_COLUMN
from pipeline.documents.minutes.signatures import name_lines
from pipeline.reading import line_of, mend
from schemas.page import Line

TAG = Pattern(
    "name-tag",
    rf"^[(\[]?\s*(?:{LETTER}|{party_names()})\s*[)\]]?$",
    matches=["(A)", "A", "Venstre"],
    not_matches=["Ida Holm", "(formand)"],
    flags=re.NOFLAG,
)
"""A party alone in its cell."""


GROUP_IN_FRONT = Pattern(
    "names-group-in-front",
    r"^(?P<group>[A-ZÆØÅ][\wæøå-]+(?:\s[\wæøå-]+){0,3})\s*:\s+(?=\S)",
    matches=["Forældrevalgte: Ida Holm, Bo Vang", "Fra forvaltningen: Ida Holm"],
    not_matches=["forældre: Ida Holm", "Ida Holm"],
    flags=re.NOFLAG,
)
"""Whom the people behind it represent."""


def without_group(text: str) -> str:
    """A list of people without the name of their group in front; an office or a label of the absent is none."""
    match = GROUP_IN_FRONT.match(text)
    if match is None or is_office(match["group"]) or read_absence(match["group"]) is not None:
        return text
    told = all_head_kinds().get(fold(match["group"])) is not None
    nobody = told or is_title(match["group"]) or is_person_name(match["group"])
    return text if nobody else text[match.end() :]


def units_of(rows: Sequence[Sequence[Line]]) -> Iterator[tuple[str, list[Line]]]:
    """A list as texts that each hold whole names: columns apart, names that go over a line's end mended."""
    cells = list(_hung(_merged(row) for row in _at_edges(rows)))
    if (any(len(row) > 1 for row in cells) or _stand_beside(cells)) and not any(map(_runs_on_row, cells)):
        edges = sorted({round(cell[0].x0) for row in cells for cell in row})
        columns: list[float] = []
        for edge in edges:
            if not columns or edge - columns[-1] > SAME_COLUMN:
                columns.append(edge)
        for column in columns:
            yield from _stacked(
                [cell for row in cells for cell in row if -2 <= cell[0].x0 - column <= SAME_COLUMN]
            )
        return
    yield from _stacked([[line for cell in row for line in cell] for row in cells])


def _stand_beside(cells: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Whether a cell stands beside the lines of another, at their middle."""
    return any(
        below[0][0].page == above[-1][-1].page
        and below[0][0].top < above[-1][-1].bottom - SAME_EDGE
        and below[0][0].x0 > above[-1][-1].x1
        for above, below in pairwise(cells)
    )


def _at_edges(rows: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Rows whose lines are cut where other rows begin a column: two names may stand too close to be told apart."""
    first = min((row[0].x0 for row in rows if row), default=0.0)
    edges = {line.x0 for row in rows for line in row if line.x0 > first + SAME_COLUMN}
    if not edges:
        return [list(row) for row in rows]
    found = []
    for row in rows:
        cells: list[Line] = []
        for line in row:
            cut = next(
                (number for number in range(2, len(line.words)) if _begins_column(line, number, edges)), None
            )
            if cut is None:
                cells.append(line)
            else:
                cells += [
                    line_of(list(words), line.page, line.row)
                    for words in (line.words[:cut], line.words[cut:])
                ]
        found.append(cells)
    return found


AT_EDGE = 0.8
"""Points within which a word begins at a column's edge."""


def _begins_column(line: Line, number: int, edges: set[float]) -> bool:
    """Whether a line's word begins the next column: at an edge, behind a whole name."""
    return any(abs(line.words[number].x0 - edge) <= AT_EDGE for edge in edges) and all(
        is_person_name(cased(people[0].name)) if (people := split_people(text)) else False
        for text in (
            " ".join(word.text for word in words) for words in (line.words[:number], line.words[number:])
        )
    )


def _runs_on_row(row: Sequence[Sequence[Line]]) -> bool:
    """Whether a row is a running list, parted by wide spaces only where the setting stretched it."""
    return len(row) > 1 and any(cell[-1].text.rstrip().endswith((",", ";", " og")) for cell in row[:-1])


def _merged(row: Sequence[Line]) -> list[list[Line]]:
    """The cells of a row: a party or an office that stands alone belongs to the name before it."""
    cells: list[list[Line]] = []
    for line in row:
        alone = TAG.match(line.text) or is_tag(line.text)
        before_is_office = bool(cells) and all(is_office(one.text) for one in cells[-1])
        if cells and (alone or before_is_office):
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _hung(rows: Iterable[list[list[Line]]]) -> Iterator[list[list[Line]]]:
    """Rows of cells, without those of nothing but offices and parties: each belongs to the cell above it."""
    above: list[list[Line]] | None = None
    for row in rows:
        owners = [
            next((cell for cell in above or () if abs(cell[0].x0 - one[0].x0) <= SAME_EDGE), None)
            if len(one) == 1 and (TAG.match(one[0].text) or is_office(one[0].text))
            else None
            for one in row
        ]
        if row and all(owner is not None for owner in owners):
            for owner, one in zip(owners, row, strict=True):
                if owner is not None:
                    owner.extend(one)
            continue
        if above is not None:
            yield above
        above = row
    if above is not None:
        yield above


SAME_EDGE = 2.0
"""Points within which a cell's second row begins where its first does."""


def _text_of(cell: Sequence[Line]) -> str:
    """A cell's words, a party or an office alone set off so that it is read as one."""
    text = ""
    for line in cell:
        words = " ".join(line.text.split())
        if not text:
            text = words
        elif re.fullmatch(LETTER, words) or re.fullmatch(party_names(), words):
            text = f"{text} ({words})"
        elif is_tag(words):
            text = f"{text.rstrip(' ,')}, {words}"
        else:
            text = f"{text} {words}"
    return text


def _stacked(cells: Sequence[Sequence[Line]]) -> Iterator[tuple[str, list[Line]]]:
    """Cells one under the other: each a person, or lines of a running list."""
    texts = [_text_of(cell) for cell in cells]
    told = [is_sentence(one) for one in texts]
    running = len(texts) > 1 and _is_running(
        [one for one, apart in zip(texts, told, strict=True) if not apart]
    )
    text, lines, sentence = "", list[Line](), False
    for one, cell, apart in zip(texts, cells, told, strict=True):
        ends = apart or (sentence and text.endswith((".", ")"))) or without_group(one) != one
        goes_on = not _names_in(one) if sentence else running
        if text and (ends or not (goes_on or _continues(text, one))):
            yield text, lines
            text, lines = "", []
        sentence = apart if not text else sentence
        text = mend([text, one]) if text else one
        lines = [*lines, *cell]
    if text:
        yield text, lines


PARTY_IN_FRONT = Pattern(
    "names-party-in-front",
    rf"^(?P<party>[A-ZÆØÅ]|{party_names()})\s*:\s+(?=[A-ZÆØÅ])",
    matches=["A: Ida Holm, Bo Vang", "Venstre: Per Lund"],
    not_matches=["Formand: Ida Holm", "A: 12"],
    flags=re.NOFLAG,
)
"""The party of all the people behind it."""


def party_in_front(text: str) -> tuple[str | None, str]:
    """The party in front of a list of its people, and the list."""
    match = PARTY_IN_FRONT.match(text)
    return (match["party"], text[match.end() :]) if match is not None else (None, text)


SENTENCE = Pattern(
    "names-sentence",
    rf"^(?:{PEOPLE}\s+(?:deltog|mødte|deltager|møder|var|er|havde|har|forlod|ankom|kom|gik|indtrådte|udeblev|blev\s+indkaldt)"
    r"|(?:Som|I)\s+sted(?:fortræder|et)|(?:Som\s+s|S)uppleant|Stedfortræder|Der\s+(?:er|var)|(?:Alle|Samtlige)(?:\s+\w+)?\s+(?:er|var))\b",
    matches=["Bo Vang (A) deltog som", "Som stedfortræder for", "Alle medlemmer var til stede"],
    not_matches=["Bo Vang (A)", "Bo Vang - deltog ikke i punkt 2"],
    flags=re.NOFLAG,
)
"""A row of a list that is a sentence about who came."""


def is_sentence(text: str) -> bool:
    """Whether a text of a list of people begins as a sentence about them."""
    return SENTENCE.match(text) is not None


def _is_running(texts: Sequence[str]) -> bool:
    """Whether a list goes on over its lines' ends: most lines but the last hold several names or end with a comma."""
    several = [
        (re.search(r"[,;]|\bog\b", one) is not None and _names_in(one) >= 2)
        or one.rstrip().endswith((",", ";", " og", " samt"))
        for one in texts[:-1]
    ]
    return sum(several) >= len(several) / 2


def _names_in(text: str) -> int:
    """How many people a line names; where they come from ("Bo Vang, Byrådet") is nobody."""
    return sum(is_person_name(cased(person.name)) for person in split_people(text))


def _continues(before: str, following: str) -> bool:
    """Whether a line goes on with the name on the line above."""
    if before.rstrip().endswith(
        (",", " og", "-", "(", "/", " stedfortræder", " suppleant", " for", " fra")
    ) or before.count("(") > before.count(")"):
        return True
    if TAG.match(following) or (re.match(r"[(\[,]", following) and before[:1] not in "(["):
        return True
    if is_office(following) or remarked(following) is not None:
        return False
    if re.search(r"[.:]$", before):
        return False
    single = re.match(r"[A-ZÆØÅ][\wæøåéöü.-]+(?=\s*(?:[(\[,]|$))", following) is not None
    last = re.search(r"(?:^|[,;]\s+)(?P<word>[A-ZÆØÅ][\wæøåéöü-]+)$", before)
    whole = last is not None and (
        is_office(last["word"]) or TAG.match(last["word"]) or last["word"] in NOT_NAMES
    )
    # "Bo Vang, Cyklistforbundet" is whole above "Ida Holm, Ungdomsrådet", and "Bo Vang, Ida" above "Holm" is not.
    given = given_names()
    name, _, said = following.partition(", ")
    entry = said[:1].islower() and is_person_name(name)  # "Ida Holm, valgt af rådet"
    begins = (following.split(" ", 1)[0] in given or entry) and not single
    broken = last is not None and not whole and (last["word"] in given or not begins)
    return (single and "(" not in before.rsplit(",", 1)[-1]) or broken or following[:1].islower()


ITEMS_BEHIND = Pattern(
    "names-items-behind",
    r"(?:,\s*|\s+\(?)(?:under\s+)?(?:sag(?:erne)?|punkt(?:erne)?|pkt\.?)\s*(?:nr\.?\s*)?(?P<first>\d{1,4})\s*[-–]\s*(?P<last>\d{1,4})\)?",
    matches=["Ida Holm, sag 129-131", "Bo Vang (under punkt 3 - 5)"],
    not_matches=["Ida Holm, sag 129", "Ida Holm"],
)
"""Behind a name: the first and the last of the items for which somebody was away."""


def _are_all(match: re.Match[str], numbers: Sequence[str]) -> bool:
    return bool(numbers) and (match["first"], match["last"]) == (numbers[0], numbers[-1])


def absences_under(
    label: str, rows: Sequence[Sequence[Line]], numbers: Sequence[str] = ()
) -> Iterator[tuple[Absence, list[Line]]]:
    """The people under a label of the absent or of substitutes, each with the lines of the name.

    A sentence among them speaks for itself: "Afbud: Ida Holm. Bo Vang deltog som stedfortræder."

    Args:
        label: "Fraværende", "Afbud fra", "Stedfortræder", as printed.
        rows: The value's lines, row by row.
        numbers: Of the meeting's items in printed order: "sag 12-19" behind a name limits nothing where these are all.
    """
    label = label.strip(" :")
    plain = "Afbud" if re.search(r"afbud|forfald", label, re.IGNORECASE) else "Fraværende"
    for printed, lines in units_of(rows):
        party, text = party_in_front(without_group(printed))
        for start, end in split_sentences(text):
            said = ITEMS_BEHIND.sub(
                lambda match: "" if _are_all(match, numbers) else match[0], text[start:end]
            )
            # "Afbud havde" and other labels of the lexicon say no more than the plain word.
            told = [read_absence(one) for one in (said, f"{label}: {said}", f"{plain}: {said}")]
            behind = STOOD_IN.search(said)
            if (
                told[0]
                and behind is not None
                and behind.start() > 0
                and all(one.is_substitute for one in told[0])
            ):
                told.reverse()  # "Ida Holm, Bo Vang deltog som stedfortræder"
            for absence in next((one for one in told if one is not None), ()):
                yield absence._replace(party=absence.party or party), name_lines(absence.name, lines)
