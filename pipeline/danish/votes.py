"""Who voted which way, how many, and what the minority said."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.danish.ballots import Ballot, find_ballots
from pipeline.danish.counts import read_counts
from pipeline.danish.dissent import read_dissent
from pipeline.danish.motions import side_motions
from pipeline.danish.subjects import Side, votes_told
from schemas.minutes import Votes

if TYPE_CHECKING:
    from pipeline.danish.language import Language


class VoteReading(NamedTuple):
    """The votes of a decision and the minority's words."""

    votes: Votes | None
    """None where nobody's vote is told."""

    dissent: str | None
    """The printed words of the minority, from naming it to the end of its statement."""

    subjects: tuple[str, ...] = ()
    """Voters whom no list told, but the model or the list of members in a sentence."""


def read_votes(text: str, *, members: Sequence[str] = (), language: "Language | None" = None) -> VoteReading:
    """Who voted which way, and what the minority said.

    Args:
        text: The decision's paragraphs, joined by line breaks.
        members: Names of the body's members; a name that the shape does not tell is found by them.
        language: A model; it tells the names in sentences about votes, whatever their shape and place.
    """
    ballots = find_ballots(text)
    listed = {name for ballot in ballots for name in ballot.names}
    told = [vote for vote in votes_told(text, language, members) if not listed.issuperset(vote.names)]
    # A party's letter behind a name that no rule knew is no voter.
    ballots = [ballot for ballot in ballots if not any(vote.start < ballot.start < vote.end for vote in told)]
    ballots = sorted([*ballots, *(Ballot(*vote) for vote in told)])
    sides: dict[Side, list[str]] = {"for": [], "against": [], "abstained": []}
    for ballot in ballots:
        sides[ballot.side].extend(name for name in ballot.names if name not in sides[ballot.side])
    motions = side_motions(text)
    counts = read_counts(text, lambda start: any(first <= start < last for first, last in motions))
    votes = None
    if counts is not None or any(sides.values()):
        votes = Votes.model_validate({**sides, "counts": counts})
    subjects = tuple(name for vote in told for name in vote.names if name not in listed)
    return VoteReading(votes, read_dissent(text, ballots, members, language), subjects)
