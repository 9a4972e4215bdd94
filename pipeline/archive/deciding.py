"""A person's word on whether two spellings are one."""

from pipeline.archive.asking import same_municipality
from pipeline.archive.derived import link
from pipeline.archive.load import Archive, now
from pipeline.archive.people import link_names
from pipeline.archive.spellings import NameKind
from pipeline.errors import NothingFound, WrongCorrection


def decide(
    archive: Archive,
    kind: NameKind,
    one: str,
    other: str,
    *,
    same: bool,
    who: str,
    municipality: str | None = None,
) -> None:
    """Keep a person's word on whether two spellings are one, and link anew.

    Args:
        archive: Open for writing.
        kind: What they are.
        one: A spelling, as printed.
        other: Another.
        same: Whether they are one.
        who: The person who says so.
        municipality: Whose documents have them; None where only one municipality has both.

    Raises:
        NothingFound: No municipality has both, or several have and none is named.
        WrongCorrection: Nobody is named who says so, or the two are the same spelling.
    """
    if not who.strip() or one == other:
        raise WrongCorrection(f"{one}, {other}: name two spellings, and the person who decides")
    first, second = sorted((one, other))
    with archive.transaction() as connection:
        link_names(connection)
        query = (
            "SELECT municipality FROM identities WHERE kind = ? AND name IN (?, ?) "
            "GROUP BY municipality HAVING count(*) = 2"
        )
        places = [place for (place,) in connection.exec_driver_sql(query, (kind, first, second))]
        if municipality is not None:
            places = [place for place in places if same_municipality(place, municipality)]
        if len(places) != 1:
            which = (
                f"both stand in several municipalities ({', '.join(places)}); name one with --municipality"
                if places
                else f"no municipality has both as a {kind}; write them as printed, or name another --kind"
            )
            raise NothingFound(f"{one}, {other}: {which}")
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO name_decisions (kind, municipality, name_a, name_b, same, who, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (kind, places[0], first, second, same, who.strip(), now()),
        )
        link(connection)
