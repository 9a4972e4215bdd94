"""Views about what the archive does not have: gaps, unread pages, attachments, and doubts that wait for a person."""

from pipeline.archive.views.view import View, identity_of, page_of

_COMMITTEE = identity_of("committee", "d.municipality", "m.committee")

_HELD = """
SELECT d.id, d.kind, d.municipality, coalesce(n.identity, m.committee) AS committee, m.date, d.source_file_id
FROM documents_now d CROSS JOIN meetings_now m ON m.id = d.id LEFT JOIN identities n
     ON n.kind = 'committee' AND n.municipality = coalesce(d.municipality, '') AND n.name = m.committee
"""
"""Meetings; joined, not looked up, so that a question about one municipality is answered from its meetings alone."""

WAITING_FINDINGS = View(
    name="waiting_findings",
    about="One doubt that waits for a person: a warning or an error on which nobody has ruled yet.",
    sql=f"""
SELECT w.id AS finding_id, w.severity, w.code, w.message, d.municipality, d.title AS document, m.date, f.file,
       {page_of("w.id")} AS page, w.document_id
FROM findings w JOIN source_files f ON f.id = w.source_file_id LEFT JOIN documents_now d ON d.id = w.document_id
LEFT JOIN meetings_now m ON m.id = w.document_id
WHERE w.severity IN ('warning', 'error') AND NOT EXISTS
      (SELECT 1 FROM corrections c WHERE c.owner_id = w.id AND c.field = 'finding' AND c.holds)
""",
    columns={
        "finding_id": "The finding's id.",
        "severity": '"warning" or "error".',
        "code": "What kind of doubt.",
        "message": "One sentence about it.",
        "municipality": "Whose document.",
        "document": "The document's title.",
        "date": "The day of the meeting, where it is one.",
        "file": "The file's name.",
        "page": "Page in the file.",
        "document_id": "The document's id.",
    },
    question="What must a person look at?",
    example="SELECT severity, code, message, file, page FROM waiting_findings ORDER BY severity, file, page",
)

COVERAGE_MEETINGS = View(
    name="coverage_meetings",
    about="One committee in one year: how many of its meetings the archive has.",
    sql=f"""
SELECT municipality, committee, substr(date, 1, 4) AS year, count(DISTINCT date) AS meetings,
       count(DISTINCT CASE kind WHEN 'minutes' THEN date END) AS with_minutes, min(date) AS first_date,
       max(date) AS last_date
FROM ({_HELD}) GROUP BY municipality, committee, year
""",
    columns={
        "municipality": "Whose committee.",
        "committee": "Who met.",
        "year": "Of the meetings.",
        "meetings": "Days on which the archive has a meeting.",
        "with_minutes": "Of how many it has minutes, and not an agenda alone.",
        "first_date": "The first of them.",
        "last_date": "The last.",
    },
    question="Which meetings of which committee are there?",
    example="SELECT municipality, committee, year, meetings, with_minutes FROM coverage_meetings "
    "ORDER BY municipality, committee, year",
)

COVERAGE_NUMBERS = View(
    name="coverage_numbers",
    about="One gap in item numbers: within a meeting, or from one meeting of a committee to the next where numbers run on.",
    sql=f"""
WITH days AS NOT MATERIALIZED (
    SELECT h.municipality, h.committee, h.date, max(h.id) AS meeting_id, min(CAST(i.number AS INTEGER)) AS low,
           max(CAST(i.number AS INTEGER)) AS high, count(*) AS many,
           json_group_array(CAST(i.number AS INTEGER)) AS numbers
    FROM ({_HELD}) h CROSS JOIN items_now i ON i.meeting_id = h.id
    WHERE i.number <> '' AND i.number NOT GLOB '*[^0-9]*' GROUP BY h.municipality, h.committee, h.date
), follows AS NOT MATERIALIZED (
    SELECT *, lag(high) OVER (PARTITION BY municipality, committee ORDER BY date) AS before FROM days
), gaps AS NOT MATERIALIZED (
    SELECT municipality, committee, date, meeting_id,
           CASE WHEN low > before + 1 THEN json_array('before a meeting', before + 1, low - 1) END AS ahead,
           CASE WHEN high - low + 1 = many THEN '[]' ELSE (
               SELECT json_group_array(json_array('within a meeting', last + 1, n - 1))
               FROM (SELECT value AS n, lag(value) OVER (ORDER BY value) AS last FROM json_each(numbers))
               WHERE n > last + 1) END AS within
    FROM follows
)
SELECT municipality, committee, date, json_extract(g.value, '$[0]') AS gap,
       json_extract(g.value, '$[1]') AS first_missing, json_extract(g.value, '$[2]') AS last_missing, meeting_id
FROM gaps CROSS JOIN json_each(
    CASE WHEN ahead IS NULL THEN within ELSE json_insert(within, '$[#]', json(ahead)) END) g
""",
    columns={
        "municipality": "Whose committee.",
        "committee": "Who met.",
        "date": "The meeting in which, or before which, numbers are missing.",
        "gap": '"within a meeting", or "before a meeting": then whole meetings may be missing.',
        "first_missing": "The first number that is missing.",
        "last_missing": "The last.",
        "meeting_id": "The meeting's id.",
    },
    question="Which item numbers are missing?",
    example="SELECT municipality, committee, date, gap, first_missing, last_missing FROM coverage_numbers "
    "WHERE municipality = 'Nørremark Kommune' ORDER BY municipality, committee, date",
)

COVERAGE_RHYTHM = View(
    name="coverage_rhythm",
    about="One pause between two meetings of a committee that is longer than twice its usual one.",
    sql=f"""
WITH pauses AS (
    SELECT municipality, committee, date, lag(date) OVER one AS before,
           julianday(date) - julianday(lag(date) OVER one) AS days
    FROM (SELECT DISTINCT municipality, committee, date FROM ({_HELD}) WHERE date IS NOT NULL)
    WINDOW one AS (PARTITION BY municipality, committee ORDER BY date)
), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY municipality, committee ORDER BY days) AS n,
           count(*) OVER (PARTITION BY municipality, committee) AS many
    FROM pauses WHERE days IS NOT NULL
), usual AS (
    SELECT *, avg(CASE WHEN n IN ((many + 1) / 2, (many + 2) / 2) THEN days END)
              OVER (PARTITION BY municipality, committee) AS median
    FROM ranked
)
SELECT municipality, committee, before AS last_date, date AS next_date, CAST(days AS INTEGER) AS days,
       round(median, 1) AS usual_days
FROM usual WHERE days > 2 * median AND days > 45
""",
    columns={
        "municipality": "Whose committee.",
        "committee": "Who met.",
        "last_date": "The meeting before the pause.",
        "next_date": "The meeting after it.",
        "days": "How long it is.",
        "usual_days": "The committee's usual pause (the median).",
    },
    question="Where may meetings be missing?",
    example="SELECT municipality, committee, last_date, next_date, days, usual_days FROM coverage_rhythm "
    "WHERE municipality = 'Granholm Kommune' ORDER BY municipality, days DESC",
)

COVERAGE_PAGES = View(
    name="coverage_pages",
    about="One page from which nothing was read.",
    sql="""
SELECT f.file, u.page, f.pages, s.how, f.id AS source_file_id
FROM unread_pages u JOIN source_files f ON f.id = u.source_file_id
LEFT JOIN scanned_pages s ON s.source_file_id = u.source_file_id AND s.page = u.page
""",
    columns={
        "file": "The file's name.",
        "page": "Counted from 1.",
        "pages": "How many the file has.",
        "how": '"unread" (a scan that OCR can read), "picture", "blank", or null: its text is in no field.',
        "source_file_id": "The file's id.",
    },
    question="From which pages was nothing read?",
    example="SELECT file, page, pages, how FROM coverage_pages ORDER BY file, page",
)

COVERAGE_ATTACHMENTS = View(
    name="coverage_attachments",
    about="One attachment that an item names and the archive does not hold.",
    sql=f"""
SELECT d.municipality, {_COMMITTEE} AS committee, m.date, i.number, i.title AS item, b.title AS attachment,
       b.id AS attachment_id, {page_of("b.id")} AS page, f.file
FROM documents_now d CROSS JOIN meetings_now m ON m.id = d.id CROSS JOIN items_now i ON i.meeting_id = m.id
CROSS JOIN attachments b ON b.item_id = i.id CROSS JOIN source_files f ON f.id = d.source_file_id
WHERE m.same_as IS NULL AND NOT EXISTS (
    SELECT 1 FROM documents o LEFT JOIN plans p ON p.id = o.id LEFT JOIN memos n ON n.id = o.id
    WHERE o.source_file_id = d.source_file_id AND o.id <> d.id
      AND i.number IN (p.concerns_item, n.concerns_item)
) AND b.title NOT IN (SELECT title FROM documents)
""",
    columns={
        "municipality": "Whose meeting.",
        "committee": "Who met.",
        "date": "When.",
        "number": "The item's number.",
        "item": "Its title.",
        "attachment": "The attachment's title, as printed.",
        "attachment_id": "The attachment's id.",
        "page": "Page in the file.",
        "file": "The file's name.",
    },
    question="Which attachments are named but not held?",
    example="SELECT municipality, committee, date, item, attachment FROM coverage_attachments "
    "WHERE municipality = 'Granholm Kommune' ORDER BY municipality, committee, date",
)

COVERAGE_VIEWS = (
    WAITING_FINDINGS,
    COVERAGE_MEETINGS,
    COVERAGE_NUMBERS,
    COVERAGE_RHYTHM,
    COVERAGE_PAGES,
    COVERAGE_ATTACHMENTS,
)
