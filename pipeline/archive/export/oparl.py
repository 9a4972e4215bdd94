"""The archive as objects of OParl 1.1, the open standard for council information.

Bodies, organizations, people with memberships, meetings with agenda items, papers (cases, plans, memos) and files. What
the standard has no field for (votes, absence, places) stands in fields that begin with "udvalgsarkiv:"; votes in the
words of Open Civic Data: yes, no, abstain; attendance: present, absent, excused, partial.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pipeline.archive.connection import Connection
from pipeline.archive.load import Archive
from pipeline.archive.shapes import digest_of
from pipeline.errors import OutputError
from pipeline.writing import write_whole

Thing = dict[str, Any]

SCHEMA = "https://schema.oparl.org/1.1/"

_OPTIONS = {"for": "yes", "against": "no", "abstained": "abstain"}

_MEETINGS = """
SELECT m.id, coalesce(d.municipality, '') AS municipality, m.committee, m.date, m.start_time, m.end_time, m.place,
       d.kind, d.title, f.id AS file_id, coalesce((SELECT identity FROM identities WHERE kind = 'committee'
       AND municipality = coalesce(d.municipality, '') AND name = m.committee), m.committee) AS organization
FROM meetings_now m JOIN documents_now d ON d.id = m.id JOIN source_files f ON f.id = d.source_file_id
WHERE m.same_as IS NULL """


def write_oparl(archive: Archive, folder: Path, base: str) -> dict[str, int]:
    """Write all objects, a file of JSON for each type.

    Args:
        archive: Open for reading.
        folder: Made where it is not there.
        base: Address under which the objects will be served; their ids begin with it.

    Returns:
        How many of each type.

    Raises:
        OutputError: The folder cannot be written.
    """
    by_type: dict[str, list[Thing]] = defaultdict(list)
    for thing in oparl_objects(archive, base):
        by_type[thing["type"].rpartition("/")[2]].append(thing)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, things in by_type.items():
            words = json.dumps({"data": things}, ensure_ascii=False, indent=1)
            write_whole(folder / f"{name}.json", words + "\n")
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}); name another folder") from error
    return {name: len(things) for name, things in by_type.items()}


def oparl_objects(archive: Archive, base: str) -> Iterator[Thing]:
    """All objects, whole; those of one meeting stand in it too, as the standard has it."""
    with archive.transaction() as connection:
        yield from _Export(connection, base.rstrip("/")).all()


class _Export:
    """The objects as they are made."""

    def __init__(self, connection: Connection, base: str) -> None:
        self.connection = connection
        self.base = base
        self.places: dict[str, list[Thing]] = defaultdict(list)

    def url(self, kind: str, own: str) -> str:
        return f"{self.base}/{kind}/{own}"

    def thing(self, kind: str, own: str, **fields: Any) -> Thing:
        """An object without the fields that are empty."""
        head = {"id": self.url(kind.lower(), own), "type": f"{SCHEMA}{kind}"}
        return head | {name: value for name, value in fields.items() if value is not None and value != []}

    def ask(self, query: str, *cells: Any) -> list[Thing]:
        return [dict(row) for row in self.connection.exec_driver_sql(query, cells).mappings()]

    def body(self, municipality: str) -> str:
        return self.url("body", digest_of(municipality))

    def organization(self, municipality: str, name: str) -> str:
        return self.url("organization", digest_of(municipality, name))

    def person(self, municipality: str, name: str) -> str:
        return self.url("person", digest_of(municipality, name))

    def all(self) -> Iterator[Thing]:
        municipalities = [
            row["m"] for row in self.ask("SELECT DISTINCT coalesce(municipality, '') AS m FROM documents_now")
        ]
        for name in municipalities:
            own = digest_of(name)
            lists = {
                kind: self.url("list", f"{own}/{kind}")
                for kind in ("organization", "person", "meeting", "paper")
            }
            yield self.thing("Body", own, name=name or "ikke nævnt", legislativeTerm=None, **lists) | {
                "legislativeTerm": []
            }
        yield from self.organizations()
        yield from self.people()
        yield from self.files()
        yield from self.meetings()
        yield from self.papers()

    def organizations(self) -> Iterator[Thing]:
        for row in self.ask(
            f"SELECT DISTINCT municipality, organization AS name FROM ({_MEETINGS}) WHERE name IS NOT NULL"
        ):
            own = digest_of(row["municipality"], row["name"])
            yield self.thing(
                "Organization",
                own,
                body=self.body(row["municipality"]),
                name=row["name"],
                classification="Udvalg" if "udvalg" in row["name"].lower() else "Råd",
                meeting=self.url("list", f"{own}/meeting"),
            )

    def people(self) -> Iterator[Thing]:
        members = defaultdict(list)
        for row in self.ask("SELECT * FROM memberships ORDER BY municipality, person, committee"):
            members[row["municipality"] or "", row["person"]].append(row)
        for (municipality, name), rows in members.items():
            own = digest_of(municipality, name)
            memberships = [self.membership(municipality, name, row) for row in rows]
            given, _, family = name.rpartition(" ")
            yield self.thing(
                "Person",
                own,
                body=self.body(municipality),
                name=name,
                givenName=given or None,
                familyName=family,
                membership=memberships,
            )

    def membership(self, municipality: str, name: str, row: Thing) -> Thing:
        committee = row["committee"]
        return self.thing(
            "Membership",
            digest_of(municipality, name, committee or "", *(["substitute"] if row["substitute"] else [])),
            person=self.person(municipality, name),
            organization=self.organization(municipality, committee) if committee else None,
            role=row["roles"] or ("Stedfortræder" if row["substitute"] else None),
            startDate=row["first_date"],
            endDate=row["last_date"],
            **{"udvalgsarkiv:party": row["parties"], "udvalgsarkiv:meetings": row["meetings"]},
        )

    def files(self) -> Iterator[Thing]:
        for row in self.ask("SELECT * FROM source_files WHERE status = 'loaded' ORDER BY id"):
            yield self.file(row)

    def file(self, row: Thing) -> Thing:
        return self.thing(
            "File",
            row["id"],
            name=row["file"],
            fileName=row["file"],
            mimeType="application/pdf",
            size=row["bytes"],
            accessUrl=self.url("original", f"{row['sha256']}.pdf"),
            downloadUrl=self.url("original", f"{row['sha256']}.pdf"),
            **{"udvalgsarkiv:sha256": row["sha256"], "udvalgsarkiv:pages": row["pages"]},
        )

    def file_of(self, source: str) -> Thing:
        return self.file(self.ask("SELECT * FROM source_files WHERE id = ?", source)[0])

    def meetings(self) -> Iterator[Thing]:
        for row in self.ask(f"{_MEETINGS} ORDER BY m.id"):
            place, attendance = row["place"], self.attendance(row)
            items = [
                self.item(row, item)
                for item in self.ask("SELECT * FROM items_now WHERE meeting_id = ? ORDER BY ord", row["id"])
            ]
            protocol = "resultsProtocol" if row["kind"] == "minutes" else "invitation"
            location = (
                self.thing("Location", digest_of(row["municipality"], place), description=place)
                if place
                else None
            )
            yield self.thing(
                "Meeting",
                row["id"],
                name=", ".join(filter(None, (row["committee"], row["date"]))) or row["title"],
                start=_moment(row["date"], row["start_time"]),
                end=_moment(row["date"], row["end_time"]) if row["end_time"] else None,
                location=location,
                organization=[self.organization(row["municipality"], row["organization"])]
                if row["organization"]
                else None,
                participant=[
                    a["person"] for a in attendance if a["status"] in ("present", "partial", "signed")
                ],
                agendaItem=items,
                **{protocol: self.file_of(row["file_id"]), "udvalgsarkiv:attendance": attendance},
            )
            yield from items

    def attendance(self, meeting: Thing) -> list[Thing]:
        rows = self.ask("SELECT * FROM presence WHERE meeting_id = ?", meeting["id"])
        return [
            {
                "person": self.person(meeting["municipality"], row["person"]),
                "name": row["printed"],
                "status": row["status"],
                "places": self.places_of(row["attendance_id"]),
            }
            for row in rows
        ]

    def item(self, meeting: Thing, row: Thing) -> Thing:
        decision = next(iter(self.ask("SELECT * FROM decisions_now WHERE item_id = ?", row["id"])), None)
        absent = [
            one["name"]
            for one in self.ask("SELECT name FROM absences WHERE item_id = ? ORDER BY ord", row["id"])
        ]
        votes = self.votes(decision["id"]) if decision else []
        case = row["case_number"]
        extra = {
            "udvalgsarkiv:outcome": decision["outcome"] if decision else None,
            "udvalgsarkiv:proposal": row["proposal"],
            "udvalgsarkiv:votes": votes,
            "udvalgsarkiv:absent": absent,
            "udvalgsarkiv:forwardedTo": json.loads(decision["forwarded_to"]) if decision else None,
            "udvalgsarkiv:places": self.places_of(row["id"]),
            "udvalgsarkiv:decisionPlaces": self.places_of(decision["id"]) if decision else None,
        }
        return self.thing(
            "AgendaItem",
            row["id"],
            meeting=self.url("meeting", meeting["id"]),
            number=row["number"],
            order=row["ord"],
            name=row["title"],
            public=bool(row["open"]),
            result=decision["outcome"] if decision else None,
            resolutionText=decision["text"] if decision else None,
            consultation=self.url("consultation", row["id"]) if case else None,
            **extra,
        )

    def votes(self, decision: str) -> list[Thing]:
        told = []
        for event in self.ask(
            "SELECT * FROM vote_events WHERE decision_id = ? AND part_id IS NULL", decision
        ):
            for ours, theirs in _OPTIONS.items():
                query = "SELECT voter FROM votes WHERE vote_event_id = ? AND option = ? ORDER BY ord"
                voters = [row["voter"] for row in self.ask(query, event["id"], ours)]
                count = event[f"count_{ours}"]
                if voters or count is not None:
                    told.append({"option": theirs, "voters": voters, "count": count})
        return told

    def places_of(self, owner: str) -> list[Thing]:
        query = (
            "SELECT page, x0, top, x1, bottom FROM places WHERE owner_id = ? AND field = 'at' ORDER BY ord"
        )
        rows = self.connection.exec_driver_sql(query, (owner,))
        return [{"page": page, "bbox": box} for page, *box in rows]

    def papers(self) -> Iterator[Thing]:
        cases: dict[tuple[str, str], list[Thing]] = defaultdict(list)
        query = (
            "SELECT i.id AS item_id, i.title AS item, i.case_number, i.meeting_id, m.municipality, m.date, "
            "m.organization "
            f"FROM items_now i JOIN ({_MEETINGS}) m ON m.id = i.meeting_id "
            "WHERE i.case_number IS NOT NULL ORDER BY m.date, i.id"
        )
        for row in self.ask(query):
            cases[row["municipality"], row["case_number"]].append(row)
        for (municipality, number), rows in cases.items():
            own = digest_of(municipality, number)
            yield self.thing(
                "Paper",
                own,
                body=self.body(municipality),
                name=rows[0]["item"],
                reference=number,
                paperType="Sag",
                date=rows[0]["date"],
                consultation=[self.consultation(own, row) for row in rows],
            )
        for row in self.ask(
            "SELECT d.*, p.year FROM documents_now d LEFT JOIN plans p ON p.id = d.id "
            "WHERE d.kind IN ('plan', 'memo') ORDER BY d.id"
        ):
            yield self.thing(
                "Paper",
                row["id"],
                body=self.body(row["municipality"] or ""),
                name=row["title"],
                paperType="Beskæftigelsesplan" if row["kind"] == "plan" else "Notat",
                mainFile=self.file_of(row["source_file_id"]),
                **{
                    "udvalgsarkiv:pages": [row["first_page"], row["last_page"]],
                    "udvalgsarkiv:year": row["year"],
                },
            )

    def consultation(self, paper: str, row: Thing) -> Thing:
        organization = row["organization"]
        return self.thing(
            "Consultation",
            row["item_id"],
            paper=self.url("paper", paper),
            agendaItem=self.url("agendaitem", row["item_id"]),
            meeting=self.url("meeting", row["meeting_id"]),
            organization=[self.organization(row["municipality"], organization)] if organization else None,
        )


def _moment(date: str | None, time: str | None) -> str | None:
    """A day and an hour in Denmark as the standard writes them; midnight where no hour is told."""
    if date is None:
        return None
    moment = datetime.fromisoformat(f"{date}T{time or '00:00'}:00")
    try:
        return moment.replace(tzinfo=ZoneInfo("Europe/Copenhagen")).isoformat()
    except ZoneInfoNotFoundError:  # no time zones on this machine
        return f"{moment.isoformat()}+01:00"
