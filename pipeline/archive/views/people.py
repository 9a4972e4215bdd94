"""Views about people: memberships, presence, attendance rates."""

from pipeline.archive.views.view import View, identity_of, page_of

_PERSON = identity_of("person", "d.municipality", "a.name")
_COMMITTEE = identity_of("committee", "d.municipality", "m.committee")
_FROM = """
FROM documents_now d CROSS JOIN meetings_now m ON m.id = d.id CROSS JOIN attendances_now a ON a.meeting_id = m.id
"""
_COLUMNS = {
    "person": "One name for all spellings that are linked.",
    "municipality": "Whose meetings.",
    "committee": "Which committee's.",
}

PRESENCE = View(
    name="presence",
    about="One person at one meeting.",
    sql=f"""
SELECT {_PERSON} AS person, d.municipality, {_COMMITTEE} AS committee, a.name AS printed, m.date, a.role, a.party,
       a.status, a.id AS attendance_id, m.id AS meeting_id, {page_of("a.id")} AS page
{_FROM}
""",
    columns={
        **_COLUMNS,
        "printed": "The name as printed at this meeting.",
        "date": "The day of the meeting.",
        "role": "Formand, Medlem, … as printed.",
        "party": "Letter or name, as printed.",
        "status": '"present", "absent", "excused" (afbud), "partial" (absent under some items) or "signed".',
        "attendance_id": "The row's id.",
        "meeting_id": "The meeting's id.",
        "page": "Page in the file.",
    },
    question="When was a person at meetings, and how did they take part?",
    example="SELECT municipality, person, committee, date, status FROM presence WHERE status <> 'present' "
    "AND municipality = 'Granholm Kommune' ORDER BY municipality, person, date",
)

MEMBERSHIPS = View(
    name="memberships",
    about="One person in one committee: from the first meeting that names the person there to the last.",
    sql="""
SELECT person, municipality, committee, group_concat(DISTINCT role) AS roles, group_concat(DISTINCT party) AS parties,
       min(date) AS first_date, max(date) AS last_date, count(*) AS meetings
FROM presence GROUP BY municipality, committee, person
""",
    columns={
        **_COLUMNS,
        "roles": "All roles that were printed.",
        "parties": "All parties that were printed; more than one may be a change of party.",
        "first_date": "The first meeting that names the person.",
        "last_date": "The last.",
        "meetings": "How many meetings name the person.",
    },
    question="Who sat in which committee, and since when?",
    example="SELECT municipality, person, committee, roles, parties, first_date, last_date FROM memberships "
    "WHERE municipality = 'Granholm Kommune' ORDER BY municipality, committee, person",
)

ATTENDANCE_RATES = View(
    name="attendance_rates",
    about="How often one person was at one committee's meetings.",
    sql="""
SELECT person, municipality, committee, count(*) AS meetings,
       sum(status IN ('present', 'partial', 'signed')) AS present, sum(status = 'partial') AS partial,
       sum(status = 'excused') AS excused, sum(status = 'absent') AS absent,
       round(100.0 * sum(status IN ('present', 'partial', 'signed')) / count(*), 1) AS rate
FROM presence GROUP BY municipality, committee, person
""",
    columns={
        **_COLUMNS,
        "meetings": "Meetings that name the person.",
        "present": "At how many of them the person took part, wholly or partly.",
        "partial": "At how many partly.",
        "excused": "From how many with an afbud.",
        "absent": "From how many without.",
        "rate": "How many of a hundred the person took part in.",
    },
    question="Who was away most often?",
    example="SELECT municipality, person, committee, meetings, rate FROM attendance_rates "
    "WHERE municipality = 'Granholm Kommune' AND rate < 100 ORDER BY municipality, rate, person",
)

PEOPLE_VIEWS = (PRESENCE, MEMBERSHIPS, ATTENDANCE_RATES)
