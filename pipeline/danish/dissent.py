"""What the minority said: its statement as printed."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.danish.ballots import Ballot
from pipeline.danish.motions import side_motions
from pipeline.danish.pattern import Pattern
from pipeline.danish.sentences import split_sentences
from pipeline.danish.subjects import speakers
from pipeline.danish.voters import voter_list, voters

if TYPE_CHECKING:
    from pipeline.danish.language import Language

SAYING = r"""(?:med\s+(?:den\s+|følgende\s+)?(?:bemærkning|begrundelse|motivering|protokol\w*)\w*|idet\b|fordi\b|da\b|under\s+henvisning\s+til|med\s+henvisning\s+til|dog\s+ikke\s+k(?:an|unne)\b|og\s+(?:bemærke|ønske|henvis|begrund)\w*|begrunde(?:r|de)\b
      |bemærke\w*|(?:kan|kunne)\s+ikke\b|ikke\s+(?:kan|kunne)\b|(?:indstiller|anbefaler|indstillede|anbefalede),?\s+at\b(?=[^.\n]*\b(?:ikke|forkast\w*|afvis\w*|udsæt\w*|bevar\w*|fasthold\w*)\b)|(?:anbefal|godkend|tiltræd|støtt|accepter)e[rd]e?\s+ikke\b|ønske\w*\s+(?:[^.\n]{0,60}\b(?:ført|tilført|noteret|til\s+referat|i\s+referatet|protokol\w*)\b|følgende\b)|ønskede?\s+(?!punkt|pkt|sag\s|oplyst|en\s+(?:sag|status|redegørelse|orientering|oversigt)|et\s+notat)(?:at\s+)?|t(?:og|ager)\s+forbehold|tilkendegav\w*|fastholder?|(?:er|var)\s+uenig\w*|(?:er|var)\s+imod|finder\b|fandt\b|mener\b|mente\b|begærede?\b(?!\s+(?:[^\W\d]+\s+)?afstemning)
      |protesterer\b|beklage[rd]\w*|(?:kan|kunne)\s+kun\b|så\s+(?:hellere|gerne|helst)\b|(?:havde|ville)\s+(?:hellere|gerne|helst)\b|fremhæve\w*|understrege\w*|advare\w*|kritisere\w*|frygte\w*|(?:er|var)\s+(?:bekymre\w*|kritisk\w*|ikke\s+enig\w*)|udtale[rd]\w*|tager\s+afstand|tilslutte\w*\s+sig\s+ikke|afgav|afgiver|begrunde(?:de|r)\s+(?:sin|sit|deres)\b|henviste?\w*\s+til)"""
"""The words of a statement."""

SAID = Pattern(
    "dissent-said",
    rf"\b{SAYING}",
    matches=["A bemærker, at", "der tog forbehold", ", idet sagen"],
    not_matches=["A stemte imod", "A deltog ikke"],
    flags=re.NOFLAG,
)
"""The same wherever it stands behind somebody; it is looked for first, at a tenth of the cost."""

STATEMENT = Pattern(
    "dissent-statement",
    rf"(?:\s+(?:indstillingen|forslaget|punktet|sagen|dette|det))?\s*,?\s*(?:(?:som|der|og)\s+)?{SAYING}",
    matches=[
        " med bemærkning om, at",
        " bemærker, at",
        " kunne ikke tiltræde indstillingen",
        " tog forbehold",
        ", idet sagen",
        " med følgende begrundelse",
        " indstillingen, da taksten stiger",
    ],
    not_matches=[" stemte imod", " deltog ikke", " var til stede"],
)
"""What makes a minority's vote or presence a statement."""

WISH_BEHIND = Pattern(
    "dissent-wish-behind-vote",
    r"\s*,?\s*(?:(?:som|der|og)\s+)?(?:ønsker|vil)\b",
    matches=[", der ønsker pladserne bevaret", " og ønsker sagen udsat"],
    not_matches=[" stemte imod"],
)
"""Behind a vote: what those who cast it want instead."""

CONTENT = re.compile(
    r"\bbemærke\w*(?!.*\b(?:ikke|ej|uden|imod|mod|men|dog|desværre|hellere|bør|burde|skal|skulle|ønske\w*)\b).*\b(?:glæd\w*|tilfreds\w*|tak|takke\w*|rose\w*|positiv\w*|flot\w*|god[et]?|dejlig\w*|bakker|støtter)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A remark that praises and wants nothing else: "A bemærker, at det er glædeligt, at sagen er på plads"."""

MINORITY_LABEL = Pattern(
    "dissent-label",
    r"^(?:et\s+|[^\W\d]+s\s+)?(?:mindretal\w*|særudtalelse\w*|særstandpunkt\w*|mindretalsudtalelse\w*|protokoltilførsel\w*|protokollat\w*|protokolbemærkning\w*)\b",
    matches=["Et mindretal bestående af Ida Holm", "Mindretalsudtalelse:", "Protokoltilførsel fra A"],
    not_matches=["Protokollen blev godkendt"],
)
"""A statement that says itself that it is one."""

BARE_VOTE = Pattern(
    "dissent-bare-vote",
    r"\b(?:stemte|stemmer|undlod\s+at\s+stemme|undlader\s+at\s+stemme)(?:\s+(?:i?mod|blankt|hverken\s+for\s+eller\s+imod))?(?:\s+(?:indstillingen|forslaget))?\W*$",
    matches=["Mindretallet (V, C) stemmer imod.", "Et mindretal undlod at stemme"],
    not_matches=["Et mindretal stemte imod, idet sagen bør udsættes", "Et mindretal kunne ikke tiltræde"],
)
"""A minority that votes and says nothing."""

BODY_SUBJECT = Pattern(
    "dissent-body-subject",
    r"^(?:[^\W\d][\w-]*,?\s+(?:og\s+)?){0,5}?(?:\w*udvalget|byrådet|kommunalbestyrelsen|regionsrådet|borgerrepræsentationen|magistraten|rådet|\w*indstilling\w*|forslaget|sagen|punktet|administrationen|"
    r"forvaltningen|borgmesteren|formanden|herefter|derefter|afstemning|der\s+blev|flertallet|et\s+flertal)\b",
    matches=["Udvalget godkendte", "Administrationens indstilling blev", "Herefter blev"],
    not_matches=["Vi mener, at det er for dyrt", "Det er ikke i orden"],
)
"""A sentence in which somebody else than the minority speaks or acts again."""


DECIDES = Pattern(
    "dissent-ends-at-decision",
    r"^(?:indstilling\w*\s+)?(?:godkend(?:t|es)|tiltr(?:ådt|ædes)|vedtaget|anbefal(?:et|es)|indstilles|ta(?:get|ges)\s+til|til\s+efterretning|drøftet|udsat|udsættes|oversend(?:t|es))\b",
    matches=["Godkendt.", "Taget til efterretning", "Anbefales"],
    not_matches=["Godkendelsen er forkert", "Vi anbefaler afslag"],
)
"""A sentence that tells what the body did."""

MAJORITY = Pattern(
    "dissent-none-of-majority",
    r"(?:et\s+)?flertal(?:let)?\b",
    matches=["Et flertal bestående af A og V kunne ikke tiltræde forslaget"],
    not_matches=["Et mindretal"],
)
"""Who says no and are the most: their words are the decision."""


def read_dissent(
    text: str,
    ballots: Sequence[Ballot],
    members: Sequence[str] = (),
    language: "Language | None" = None,
) -> str | None:
    """The minority's words: each statement from where it names itself, joined in printed order."""
    stated = SAID.search(text) is not None
    if not ballots and not stated and "mindretal" not in text.lower() and "protokol" not in text.lower():
        return None
    # Who voted for a change to the proposal won nothing where the proposal was adopted as it was.
    side = side_motions(text) if ballots else []
    winners = {
        name
        for ballot in ballots
        if ballot.side == "for" and not any(start <= ballot.start < end for start, end in side)
        for name in ballot.names
    }
    starts: dict[int, int] = {}
    for ballot in ballots:
        if MAJORITY.match(text, ballot.start):
            continue
        statement = STATEMENT.match(text, ballot.end) or WISH_BEHIND.match(text, ballot.end)
        if statement is not None and ballot.side != "for":
            starts[ballot.start] = statement.end()
        elif "ført" in text[ballot.start : ballot.end]:
            starts[ballot.start] = ballot.end - 1  # "ønskede tilført, at han havde stemt imod"
    lists = [match.span() for match in voter_list().finditer(text)] if stated else []
    told = speakers(text, SAID, BODY_SUBJECT, language, members) if stated else ()
    for start, end, names in (*told, *((*span, None) for span in lists)):
        inside = any(ballot.start <= start < ballot.end for ballot in ballots)
        statement = STATEMENT.match(text, end)
        if statement is None or inside or not _begins(text, start):
            continue
        named = voters(text[start:end]) if names is None else names
        content = CONTENT.search(text[end : _statement_end(text, statement.end(), ballots)])
        if named and content is None and not winners.issuperset(named):
            starts[start] = statement.end()
    for start, end in split_sentences(text):
        if MINORITY_LABEL.match(text[start:end]) and not BARE_VOTE.search(text[start:end]):
            own = [ballot.end for ballot in ballots if start <= ballot.start < end][:1]
            starts.setdefault(start, *own or [start + 1])
    spans: list[tuple[int, int]] = []
    for start in sorted(starts):
        if not spans or start >= spans[-1][1]:
            spans.append((start, _statement_end(text, starts[start], ballots)))
    return " ".join(" ".join(text[start:end].split()) for start, end in spans) or None


def _begins(text: str, start: int) -> bool:
    """Whether a sentence, or a main clause behind "idet" or a comma, begins here."""
    before = text[:start].rstrip(" (")
    return (
        not before
        or before[-1] in '\n.!?”"»:;)'
        or before.endswith((", idet", " idet", " men", ", mens", " mens", "dog"))
    )


def _statement_end(text: str, start: int, ballots: Sequence[Ballot]) -> int:
    """Where a statement ends: with its closing quotation mark, or before the next sentence in which others act."""
    following = [ballot.start for ballot in ballots if ballot.start > start]
    opening = re.compile(r"[”“\"»„]").search(text, start)
    sentences = [(s, e) for s, e in split_sentences(text) if e > start]
    first_end = sentences[0][1] if sentences else len(text)
    if opening is not None and opening.start() < first_end:
        closing = re.compile(r"[”\"«“»]").search(text, opening.end())
        if closing is not None:
            end = closing.end()
            return end + 1 if text[end : end + 1] == "." else end
    end = first_end
    for s, e in sentences[1:]:
        line_break = "\n" in text[end:s]
        sentence = text[s:e]
        others = (
            BODY_SUBJECT.match(sentence)
            or DECIDES.match(sentence)
            or any(s <= f < e for f in following)
            or voter_list().match(sentence)
        )
        if (
            others
            or (line_break and not text[:end].rstrip().endswith(":"))
            or re.match(r"\(?\d{1,2}[a-z]?[.)]", sentence)
        ):
            break
        end = e
    cut = min((f for f in following if f < end), default=end)
    return len(text[:cut].rstrip()) if cut < end else end
