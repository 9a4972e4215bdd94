"""Views about plans: what was promised, what was told."""

from pipeline.archive.views.view import View, page_of

TARGETS_BY_YEAR = View(
    name="targets_by_year",
    about="One promised number of one measure; a measure without numbers has one row too. A plan in two files stands once.",
    sql=f"""
SELECT d.municipality, p.year, p.last_year, p.status, t.number, t.title, s.text AS measure, q.value, q.unit, q.bound,
       q.deadline, q.baseline_value, q.baseline_year, q.change, q.change_unit, t.id AS target_id, s.id AS measure_id,
       q.id AS quantity_id, {page_of("s.id")} AS page, f.file
FROM targets_now t JOIN plans_now p ON p.id = t.plan_id JOIN documents_now d ON d.id = p.id
JOIN source_files f ON f.id = d.source_file_id LEFT JOIN measures_now s ON s.target_id = t.id
LEFT JOIN quantities_now q ON q.measure_id = s.id
WHERE p.same_as IS NULL
""",
    columns={
        "municipality": "Whose plan.",
        "year": "The plan's year, or its first.",
        "last_year": "Its last year, where it is for several.",
        "status": '"draft" or "adopted", where it says so.',
        "number": "The target's number.",
        "title": "The target's title.",
        "measure": "The delmål's words.",
        "value": "The promised number.",
        "unit": "Of what.",
        "bound": "How it binds.",
        "deadline": "By when.",
        "baseline_value": "Measured against this.",
        "baseline_year": "Of this year.",
        "change": "By how much, signed.",
        "change_unit": "Of what.",
        "target_id": "The target's id.",
        "measure_id": "The measure's id.",
        "quantity_id": "The quantity's id.",
        "page": "Page in the file.",
        "file": "The file's name.",
    },
    question="What was promised about sick leave, year by year?",
    example="SELECT municipality, year, status, value, unit, bound, deadline, measure FROM targets_by_year "
    "WHERE title LIKE '%sygedagpenge%' ORDER BY municipality, year, status, number",
)

FIGURES_BY_YEAR = View(
    name="figures_by_year",
    about="One number that a plan tells; a plan in two files stands once.",
    sql=f"""
SELECT d.municipality, p.year, p.status, x.label, x.value, x.unit, x.change, x.change_pct, x.period, x.source,
       x.id AS figure_id, {page_of("x.id")} AS page, f.file
FROM figures_now x JOIN plans_now p ON p.id = x.plan_id JOIN documents_now d ON d.id = p.id
JOIN source_files f ON f.id = d.source_file_id
WHERE p.same_as IS NULL
""",
    columns={
        "municipality": "Whose plan.",
        "year": "The plan's year.",
        "status": 'The plan\'s: "draft" or "adopted", where it says so.',
        "label": "What is counted.",
        "value": "The number.",
        "unit": "Of what.",
        "change": "By how much it changed, signed.",
        "change_pct": "The same in pct., signed as printed.",
        "period": "When it was so.",
        "source": "Where the plan has it from.",
        "figure_id": "The figure's id.",
        "page": "Page in the file.",
        "file": "The file's name.",
    },
    question="How did the number of people on sick leave develop from plan to plan?",
    example="SELECT municipality, year, status, label, value, unit, change, period FROM figures_by_year "
    "WHERE label LIKE 'Sygedagpenge%' ORDER BY municipality, year, status",
)

PLAN_VIEWS = (TARGETS_BY_YEAR, FIGURES_BY_YEAR)
