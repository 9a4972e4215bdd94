"""Views about meetings: decisions, proposals, the life of a case, votes.

CROSS JOIN keeps the order of tables: what is mostly asked for (an outcome, a case number, a municipality) is looked at
first, which the order that SQLite chooses by itself does not do.
"""

from pipeline.archive.views.view import View, identity_of, page_of

_COMMITTEE = identity_of("committee", "d.municipality", "m.committee")

_BODY = identity_of("committee", "d.municipality", "h.body")

_WITHHELD = """(length(h.text) < 60 AND (h.text LIKE 'Beslutning%ikke%frigivet%' OR h.text LIKE 'Beslutning%ikke%offentlig%'))"""
"""An entry of a history that stands for a decision which is not made, or not published: no step of the case."""

_WHERE_FROM = {
    "municipality": "Whose meeting it is.",
    "committee": "Who met; one name for all spellings that are linked.",
    "date": "The day of the meeting.",
}

DECIDED = View(
    name="decided",
    about="One decision, with its meeting and committee; a meeting that two documents tell of stands once.",
    sql=f"""
SELECT x.id AS decision_id, i.id AS item_id, m.id AS meeting_id, d.municipality, {_COMMITTEE} AS committee, m.date,
       i.number, i.title, i.case_number, x.outcome, x.text AS decision, x.forwarded_to, x.postponed_to, x.dissent,
       v.count_for, v.count_against, v.count_abstained, {page_of("x.id")} AS page, f.file
FROM decisions_now x CROSS JOIN items_now i ON i.id = x.item_id CROSS JOIN meetings_now m ON m.id = i.meeting_id
CROSS JOIN documents_now d ON d.id = m.id CROSS JOIN source_files f ON f.id = d.source_file_id
LEFT JOIN vote_events v ON v.decision_id = x.id AND v.part_id IS NULL
WHERE m.same_as IS NULL
""",
    columns={
        "decision_id": "The decision's id.",
        "item_id": "The item's id.",
        "meeting_id": "The meeting's id.",
        **_WHERE_FROM,
        "number": "The item's number, as printed.",
        "title": "The item's title.",
        "case_number": "As printed.",
        "outcome": "What the decision does.",
        "decision": "Its words.",
        "forwarded_to": "Who is to decide next: a JSON list.",
        "postponed_to": "The day to which it was put off.",
        "dissent": "What the minority said.",
        "count_for": "Votes for, where numbers are printed.",
        "count_against": "Votes against.",
        "count_abstained": "How many abstained.",
        "page": "Page in the file, counted from 1.",
        "file": "The file's name.",
    },
    question="Which proposals were turned down, by whom, and where does it say so?",
    example="SELECT municipality, date, committee, title, decision, file, page FROM decided WHERE outcome = 'rejected' "
    "ORDER BY municipality, date",
)

PROPOSAL_AND_DECISION = View(
    name="proposal_and_decision",
    about="One item that has both: what was proposed beside what was decided.",
    sql=f"""
SELECT i.id AS item_id, d.municipality, {_COMMITTEE} AS committee, m.date, i.number, i.title, i.proposal,
       x.text AS decision, x.outcome, {page_of("i.id")} AS page, f.file
FROM items_now i JOIN decisions_now x ON x.item_id = i.id JOIN meetings_now m ON m.id = i.meeting_id
JOIN documents_now d ON d.id = m.id JOIN source_files f ON f.id = d.source_file_id
WHERE i.proposal IS NOT NULL AND m.same_as IS NULL
""",
    columns={
        "item_id": "The item's id.",
        **_WHERE_FROM,
        "number": "The item's number, as printed.",
        "title": "The item's title.",
        "proposal": "What the administration, or whoever brought it, proposed.",
        "decision": "What was decided.",
        "outcome": "What the decision does.",
        "page": "Page in the file where the item begins.",
        "file": "The file's name.",
    },
    question="Where did the politicians change what the administration proposed?",
    example="SELECT municipality, date, title, proposal, decision FROM proposal_and_decision "
    "WHERE outcome = 'amended' ORDER BY municipality, date",
)

CASE_LIFE = View(
    name="case_life",
    about="One step in the life of a case: a meeting that had it, or what its minutes tell of another meeting.",
    sql=f"""
SELECT d.municipality, i.case_number, m.date, {_COMMITTEE} AS body, 'meeting' AS step, i.number, i.title, x.outcome,
       x.text, x.forwarded_to, i.id AS item_id, {page_of("i.id")} AS page, f.file
FROM items_now i CROSS JOIN meetings_now m ON m.id = i.meeting_id CROSS JOIN documents_now d ON d.id = m.id
CROSS JOIN source_files f ON f.id = d.source_file_id LEFT JOIN decisions_now x ON x.item_id = i.id
WHERE i.case_number IS NOT NULL AND m.same_as IS NULL
UNION ALL
SELECT d.municipality, i.case_number, h.date, {_BODY},
       CASE WHEN h.date > m.date THEN 'later' ELSE 'history' END, NULL,
       i.title, NULL, h.text, NULL, i.id, {page_of("h.id")}, f.file
FROM items_now i CROSS JOIN history h ON h.item_id = i.id CROSS JOIN meetings_now m ON m.id = i.meeting_id
CROSS JOIN documents_now d ON d.id = m.id CROSS JOIN source_files f ON f.id = d.source_file_id
WHERE i.case_number IS NOT NULL AND m.same_as IS NULL AND NOT {_WITHHELD}
      AND NOT coalesce(h.date = m.date AND coalesce({_BODY} = {_COMMITTEE}, 1), 0)
UNION ALL
SELECT d.municipality, i.case_number, r.date, NULL, 'reference', NULL, i.title, NULL, r.text, NULL, i.id,
       {page_of("r.id")}, f.file
FROM items_now i CROSS JOIN item_references r ON r.item_id = i.id CROSS JOIN meetings_now m ON m.id = i.meeting_id
CROSS JOIN documents_now d ON d.id = m.id CROSS JOIN source_files f ON f.id = d.source_file_id
WHERE i.case_number IS NOT NULL AND m.same_as IS NULL AND r.kind = 'meeting'
""",
    columns={
        "municipality": "Whose case it is.",
        "case_number": "As printed.",
        "date": "When; null where the minutes do not say.",
        "body": "Who met.",
        "step": '"meeting": the archive has its minutes; "history": printed under the item, '
        'of an earlier meeting; "later": printed there, of a meeting after this one; "reference": named in its text.',
        "number": "The item's number.",
        "title": "The item's title.",
        "outcome": "What the decision does.",
        "text": "The decision, or the words about the other meeting.",
        "forwarded_to": "Who is to decide next: a JSON list.",
        "item_id": "The item that tells it.",
        "page": "Page in the file.",
        "file": "The file's name.",
    },
    question="Which way did a case take through the committees?",
    example="SELECT municipality, date, body, step, outcome, text FROM case_life WHERE case_number = '250017' ORDER BY date",
)

VOTES_CAST = View(
    name="votes_cast",
    about="One voter in one vote: a person, a party or a party's letter, as printed.",
    sql=f"""
SELECT d.municipality, {_COMMITTEE} AS committee, m.date, i.number, i.title, v.option,
       {identity_of("person", "d.municipality", "v.voter")} AS voter, v.voter AS printed,
       (SELECT group_concat(w.option, ', ') FROM votes w
        WHERE w.vote_event_id = e.id AND w.option <> v.option AND w.voter = v.voter) AS other_options,
       x.outcome, x.id AS decision_id,
       {page_of("x.id")} AS page, f.file
FROM documents_now d CROSS JOIN meetings_now m ON m.id = d.id CROSS JOIN items_now i ON i.meeting_id = m.id
CROSS JOIN decisions_now x ON x.item_id = i.id CROSS JOIN vote_events e ON e.decision_id = x.id
CROSS JOIN votes v ON v.vote_event_id = e.id CROSS JOIN source_files f ON f.id = d.source_file_id
WHERE e.part_id IS NULL AND m.same_as IS NULL
""",
    columns={
        **_WHERE_FROM,
        "number": "The item's number.",
        "title": "The item's title.",
        "option": '"for", "against" or "abstained".',
        "voter": "Who; one name for all spellings that are linked.",
        "printed": "The voter as printed.",
        "other_options": "On which other sides the same voter stands under this decision: then several motions were "
        "voted on, and on which of them the row is the decision's words tell; null for nearly all.",
        "outcome": "What the decision does.",
        "decision_id": "The decision's id.",
        "page": "Page in the file.",
        "file": "The file's name.",
    },
    question="Who voted against, and on what?",
    example="SELECT municipality, date, committee, title, voter FROM votes_cast WHERE option = 'against' "
    "AND other_options IS NULL AND municipality = 'Granholm Kommune' ORDER BY municipality, date, voter",
)

MEETING_VIEWS = (DECIDED, PROPOSAL_AND_DECISION, CASE_LIFE, VOTES_CAST)
