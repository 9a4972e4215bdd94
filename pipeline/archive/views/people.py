"""Views about people: memberships, presence, attendance rates."""

from pipeline.archive.views.view import View, identity_of, page_of

_PERSON = "coalesce(p.identity, a.name)"
_COMMITTEE = "coalesce(k.identity, m.committee)"
_FROM = """
FROM documents_now d CROSS JOIN meetings_now m ON m.id = d.id LEFT JOIN identities k
     ON k.kind = 'committee' AND k.municipality = coalesce(d.municipality, '') AND k.name = m.committee
CROSS JOIN attendances_now a ON a.meeting_id = m.id LEFT JOIN identities p
     ON p.kind = 'person' AND p.municipality = coalesce(d.municipality, '') AND p.name = a.name
WHERE m.same_as IS NULL
"""
"""Names are joined, not looked up: to group by them SQLite would look each up twice."""

_ABSENT = f"""
EXISTS (SELECT 1 FROM absences b WHERE b.item_id = i.id
        AND (b.person_id = a.person_id OR {identity_of("person", "d.municipality", "b.name")} = {_PERSON}))
"""
"""Whether a person is named absent under an item."""

_DECIDED = "SELECT 1 FROM items i JOIN decisions x ON x.item_id = i.id WHERE i.meeting_id = m.id"

_TOOK_PART = f"""
CASE WHEN a.status IN ('present', 'signed') THEN 1 WHEN a.status <> 'partial' THEN 0
     ELSE EXISTS ({_DECIDED} AND NOT {_ABSENT}) OR NOT EXISTS ({_DECIDED}) END
"""
"""Somebody who is listed present and absent under some items may have been away whenever anything was decided."""

_COLUMNS = {
    "person": "One name for all spellings that are linked.",
    "municipality": "Whose meetings.",
    "committee": "Which committee's.",
}

PRESENCE = View(
    name="presence",
    about="One person at one meeting; a meeting that two documents tell of stands once.",
    sql=f"""
SELECT {_PERSON} AS person, d.municipality, {_COMMITTEE} AS committee, a.name AS printed, m.date, a.role, a.party,
       a.status, {_TOOK_PART} AS took_part, a.substitute, a.id AS attendance_id, m.id AS meeting_id, {page_of("a.id")} AS page
{_FROM}
""",
    columns={
        **_COLUMNS,
        "printed": "The name as printed at this meeting.",
        "date": "The day of the meeting.",
        "role": "Formand, Medlem, … as printed.",
        "party": "Letter or name, as printed.",
        "status": '"present", "absent", "excused" (afbud), "partial" (absent under some items) or "signed".',
        "took_part": "1 where the person was there when anything was decided; 0 too for who is absent under every such item.",
        "substitute": "1 for who stood in for a member.",
        "attendance_id": "The row's id.",
        "meeting_id": "The meeting's id.",
        "page": "Page in the file.",
    },
    question="When was a person at meetings, and how did they take part?",
    example="SELECT municipality, person, committee, date, status, took_part FROM presence WHERE status <> 'present' "
    "AND municipality = 'Granholm Kommune' ORDER BY municipality, person, date",
)

MEMBERSHIPS = View(
    name="memberships",
    about="One person in one committee: from the first meeting that names the person there to the last.",
    sql="""
SELECT person, municipality, committee, substitute, group_concat(DISTINCT role) AS roles, group_concat(DISTINCT party) AS parties,
       min(date) AS first_date, max(date) AS last_date, count(*) AS meetings
FROM presence GROUP BY municipality, committee, person, substitute
""",
    columns={
        **_COLUMNS,
        "substitute": "0 for a member, 1 for who only stood in for one at these meetings; who did both has two rows.",
        "roles": "All roles that were printed.",
        "parties": "All parties that were printed; more than one may be a change of party.",
        "first_date": "The first meeting that names the person.",
        "last_date": "The last.",
        "meetings": "How many meetings name the person.",
    },
    question="Who sat in which committee, and since when?",
    example="SELECT municipality, person, committee, roles, parties, first_date, last_date FROM memberships "
    "WHERE NOT substitute AND municipality = 'Granholm Kommune' ORDER BY municipality, committee, person",
)

ATTENDANCE_RATES = View(
    name="attendance_rates",
    about="How often one member was at one committee's meetings; who stood in for a member is left out.",
    sql="""
SELECT person, municipality, committee, meetings, whole + partial AS present, partial, excused,
       meetings - whole - partial - excused AS absent, round(100.0 * (whole + partial) / meetings, 1) AS rate
FROM (SELECT person, municipality, committee, count(*) AS meetings, sum(status IN ('present', 'signed')) AS whole,
             sum(CASE status WHEN 'partial' THEN took_part ELSE 0 END) AS partial, sum(status = 'excused') AS excused
      FROM presence WHERE NOT substitute GROUP BY municipality, committee, person)
""",
    columns={
        **_COLUMNS,
        "meetings": "Meetings that name the person.",
        "present": "At how many of them the person took part, wholly or partly.",
        "partial": "At how many partly.",
        "excused": "From how many with an afbud.",
        "absent": "From how many without, or absent under every item that was decided.",
        "rate": "How many of a hundred the person took part in.",
    },
    question="Who was away most often?",
    example="SELECT municipality, person, committee, meetings, rate FROM attendance_rates "
    "WHERE municipality = 'Granholm Kommune' AND rate < 100 ORDER BY municipality, rate, person",
)

PEOPLE_VIEWS = (PRESENCE, MEMBERSHIPS, ATTENDANCE_RATES)
