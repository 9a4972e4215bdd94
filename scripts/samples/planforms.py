"""Three forms of employment plan: boxes and chapters; numbered delmål; a table of targets and status."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.pagesizes import A4

from samples.pieces import Chart, Piece, Row, Rule, Space, Style, flow_of, wrap
from samples.planmodel import Action, Plan, Target
from samples.typeset import Flow

# --- form 1 ------------------------------------------------------------------------------------------------

TEXT = Style("serif", size=11, leading=14, gap=11, hyphens=True, indent=16)
HEAD = Style("serif", size=13, leading=17, bold=True)
SMALL = Style("serif", size=8.5, leading=10.5)


def bullets(texts: Sequence[Action], style: Style, width: float) -> list[Piece]:
    """A list with sub-bullets."""
    return flow_of("\n".join(f"{'-' * a.level} {a.text}" for a in texts), style, width)


def target_box(
    flow: Flow, number: int, target: Target, mark: str, again: bool = False, word: str = "mål"
) -> None:
    """A target in a box: its title in bold, its measures below."""
    title = (target.restated if again else None) or target.title
    label = f"Resultat{word} {number}: {title}"
    flow.need(64)
    flow.open_box()
    flow.put(wrap(label, replace(TEXT, bold=True), flow.width))
    for measure in target.measures:
        text = (measure.restated if again else None) or measure.text
        flow.put(flow_of(f"- {text}", replace(TEXT, bullet=mark, leading=13.2), flow.width))
    flow.close_box()


def boxed_plan(plan: Plan, draft: bool = False, chart_at: int = 0, cover: bool = True):
    """Form 1: an overview of all targets in boxes, then chapters that state each again, with its strategy."""

    def header(flow: Flow) -> None:
        if draft:
            flow.at(A4[0] - flow.right, 40, f"UDKAST - Beskæftigelsesplan {plan.year}", SMALL, right=True)
        if not (cover and flow.page == 1):
            flow.at(A4[0] - flow.right, 806, str(flow.page), SMALL, right=True)

    def heading(flow: Flow, number: str, title: str) -> None:
        flow.need(90)
        flow.text(f"{number} {title}", HEAD)
        flow.y -= 3

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom, flow.header = 80, 78, 64, 70, header
        flow.new_page()
        if cover:
            flow.y -= 190
            flow.text(plan.title or f"Beskæftigelsesplan {plan.year}", replace(HEAD, size=30, leading=38))
            flow.text(plan.municipality, replace(TEXT, size=18, leading=24))
            flow.y -= 300
            flow.text(plan.texts["adopted"], TEXT)
            flow.new_page()
        titles = plan.section_titles
        for number, title in enumerate(titles[:2], 1):
            heading(flow, f"{number}.", title)
            flow.text(plan.texts[str(number)], TEXT)
            flow.y -= 16
        flow.new_page()
        heading(flow, "3.", titles[2])
        flow.text(plan.texts["3"], TEXT)
        flow.y -= 8
        notes = [f.note for f in plan.figures if f.note]
        flow.reserved = 14 + 11 * len(notes)
        signs = iter("123456789")
        listed = [Action(f.printed(next(signs) if f.note else "")) for f in plan.figures]
        flow.put(bullets(listed, replace(TEXT, gap=2), flow.width))
        flow.y -= 8
        foot, page = flow.bottom + flow.reserved, flow.page
        flow.text(plan.texts["3b"], TEXT)
        if flow.page != page:
            raise ValueError("the notes of a page must stand on it")
        flow.y, flow.reserved = foot, 0
        flow.put(
            [
                Rule(130, 4, 4, 0.5),
                *(p for n, t in enumerate(notes, 1) for p in wrap(f"<s>{n}</s> {t}", SMALL, flow.width)),
            ]
        )
        flow.new_page()
        heading(flow, "4.", titles[3])
        flow.text(plan.texts["4"], TEXT)
        flow.y -= 14
        flow.open_box()
        for number, goal in enumerate(plan.goals, 1):
            flow.put(
                wrap(
                    f"Mål {number}: {goal.title}",
                    replace(TEXT, bold=True),
                    flow.width,
                    8 if number > 1 else 0,
                )
            )
            flow.text(goal.text, TEXT)
        flow.close_box()
        flow.y -= 12
        heading(flow, "5.", titles[4])
        flow.text(plan.texts["5"], TEXT)
        flow.y -= 14
        for number, target in enumerate(plan.targets, 1):
            target_box(flow, number, target, "-")
        flow.text(plan.texts["5b"], TEXT)
        flow.y -= 16
        for number, target in enumerate(plan.targets, 1):
            boxed_chapter(flow, plan, number, target, heading, chart_at == number)

    return draw


def boxed_chapter(flow: Flow, plan: Plan, number: int, target: Target, heading, chart: bool) -> None:  # type: ignore[no-untyped-def]
    """The chapter of one target: prose, the target again, its status, the strategy in a box."""
    heading(flow, f"5.{number}", target.chapter or target.title)
    flow.text(target.prose, TEXT)
    flow.y -= 12
    flow.text(f"Mål for {plan.year}", replace(TEXT, bold=True))
    flow.text(f"Granholm Kommune har for {plan.year} fastsat følgende:", TEXT)
    flow.y -= 8
    target_box(flow, number, target, "•", True, " mål" if number == 1 else "mål")
    if chart:
        narrow = flow_of(target.status, TEXT, 186)
        flow.need(170)
        picture = [
            *wrap(plan.texts["figure"], replace(SMALL, bold=True), 210),
            Space(4),
            Chart(
                205,
                110,
                ((0.9, 0.7, 0.72, 0.5, 0.35), (0.8, 0.75, 0.6, 0.58, 0.5), (0.4, 0.42, 0.3, 0.28, 0.2)),
            ),
            *wrap("Kilde: Jobindsats.dk", SMALL, 210),
        ]
        flow.row((0, narrow), (222, picture))
    else:
        flow.text(target.status, TEXT)
    flow.y -= 12
    flow.text("Jobcentret vil følge disse strategier for at nå målet:", TEXT)
    flow.y -= 8
    flow.need(60)
    flow.open_box()
    flow.put(bullets(target.actions, replace(TEXT, gap=3, leading=13.2), flow.width))
    flow.close_box()
    flow.y -= 16


# --- form 2 ------------------------------------------------------------------------------------------------

MODERN = Style("vera", size=8.8, leading=13, gap=8, indent=16, bullet="•", subbullet="–")
LARGE = replace(MODERN, bold=True, size=15, leading=21)
MIDDLE = replace(MODERN, bold=True, size=10, leading=15)


def numbered_plan(plan: Plan, dated: str):
    """Form 2: "Mål 1 …", delmål numbered 1.1, 1.2, and indsatser under each."""

    def header(flow: Flow) -> None:
        if flow.page > 1:
            flow.at(
                flow.left,
                40,
                f"{plan.municipality} | Beskæftigelsesplan {plan.year}",
                replace(MODERN, size=7.5),
            )
            flow.canvas.setLineWidth(0.4)
            flow.canvas.line(flow.left, A4[1] - 46, A4[0] - flow.right, A4[1] - 46)
            flow.at(A4[0] / 2, 808, str(flow.page), replace(MODERN, size=7.5))

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom, flow.header = 72, 72, 70, 66, header
        flow.new_page()
        flow.y -= 120
        flow.text(plan.municipality.upper(), replace(MODERN, size=11, leading=16))
        flow.text(plan.title or f"Beskæftigelsesplan {plan.year}", replace(LARGE, size=26, leading=36))
        flow.y -= 10
        flow.text(dated, MODERN)
        flow.y -= 60
        flow.text("Indhold", MIDDLE)
        pages = [
            *((t, t) for t in plan.section_titles),
            *((f"Mål {n}: {t.title}", f"m{n}") for n, t in enumerate(plan.targets, 1)),
        ]
        for title, name in pages:
            lines = wrap(title, MODERN, flow.width - 40)
            flow.put(lines)
            flow.at(A4[0] - flow.right, A4[1] - flow.y - 3, str(flow.known.get(name, 0)), MODERN, right=True)
        flow.new_page()
        for title in plan.section_titles:
            flow.need(110)
            flow.mark(title)
            flow.text(title, LARGE)
            flow.y -= 6
            flow.text(plan.texts[title], MODERN)
            if title == plan.texts["goals under"]:
                flow.y -= 8
                for number, goal in enumerate(plan.goals, 1):
                    flow.text(f"+ {number}. <b>{goal.title}</b>", MODERN)
                    flow.text(goal.text, MODERN, x=16)
                    flow.y -= 7
            if title == plan.texts["figures under"]:
                flow.y -= 6
                flow.put(
                    bullets([Action(f.printed()) for f in plan.figures], replace(MODERN, gap=4), flow.width)
                )
            flow.y -= 22
        flow.new_page()
        for number, target in enumerate(plan.targets, 1):
            numbered_chapter(flow, plan, number, target)

    return draw


def numbered_chapter(flow: Flow, plan: Plan, number: int, target: Target) -> None:
    """One Mål: prose, numbered delmål, indsatser, how it went."""
    flow.need(150)
    flow.mark(f"m{number}")
    flow.text(f"Mål {number}: {target.title}", replace(LARGE, size=13, leading=18))
    flow.put([Rule(flow.width, 1, 8, 1.2, grey=0.5)])
    flow.text(target.prose, MODERN)
    if target.goal:
        flow.y -= 8
        flow.text(f"_ Målet understøtter ministerens mål {target.goal}.", MODERN)
    flow.y -= 12
    flow.text("Delmål", MIDDLE)
    for n, measure in enumerate(target.measures, 1):
        number_piece = wrap(f"{number}.{n}", replace(MODERN, bold=True), 28)
        flow.row(
            (0, [Space(4), *number_piece]), (30, [Space(4), *wrap(measure.text, MODERN, flow.width - 30)])
        )
    flow.y -= 12
    flow.text("Status", MIDDLE)
    flow.text(target.status, MODERN)
    flow.y -= 12
    flow.text("Indsatser", MIDDLE)
    flow.put(bullets(target.actions, replace(MODERN, gap=5), flow.width))
    flow.y -= 26


# --- form 3 ------------------------------------------------------------------------------------------------

TABLE = Style("sans", size=9.2, leading=11.8, gap=6)


def table_plan(plan: Plan, dated: str, groups: Sequence[tuple[str, Sequence[int]]]):
    """Form 3: two columns, the target in quotation marks at the left and how it goes at the right."""

    def header(flow: Flow) -> None:
        flow.at(
            A4[0] - flow.right,
            806,
            f"Side {flow.page} af {flow.known['pages']}",
            replace(TABLE, size=8),
            right=True,
        )

    def draw(flow: Flow) -> None:
        flow.left, flow.right, flow.top, flow.bottom, flow.header = 64, 64, 64, 66, header
        flow.new_page()
        flow.text(plan.municipality, replace(TABLE, size=10))
        flow.text(plan.title, replace(TABLE, size=19, leading=27, bold=True))
        flow.text(dated, TABLE)
        flow.y -= 16
        for title in plan.section_titles[:-1]:
            flow.text(title, replace(TABLE, size=12, leading=16, bold=True))
            flow.text(plan.texts[title], TABLE)
            flow.y -= 12
        flow.text(plan.section_titles[-1], replace(TABLE, size=12, leading=16, bold=True))
        flow.text(plan.texts[plan.section_titles[-1]], TABLE)
        flow.y -= 8
        half = flow.width / 2
        bold = replace(TABLE, bold=True)

        def row(left: list[Piece], right: list[Piece]) -> Row:
            return Row((tuple(left), tuple(right)), (half, half), pad=4)  # type: ignore[arg-type]

        flow.put([row([*wrap("Resultatmål", bold, half - 10)], [*wrap("Status", bold, half - 10)])])
        for group, numbers in groups:
            for number in numbers:
                target = plan.targets[number - 1]
                left = [
                    *wrap(f"Resultatmål under {group}", bold, half - 10),
                    Space(3),
                    *wrap(f"{number}. {target.title}", replace(TABLE, italic=True), half - 10),
                ]
                for measure in target.measures:
                    left += [Space(4), *wrap(f"”{measure.text}”", TABLE, half - 10)]
                flow.put([row(left, flow_of(target.status, TABLE, half - 10))])

    return draw
