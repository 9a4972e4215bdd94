"""Small charts of a promised number through the years, as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pipeline.danish.report_words import Phrases
from schemas.plan import Quantity
from schemas.vocabulary import Bound

WIDTH, HEIGHT = 240, 112
LEFT, RIGHT, TOP, BOTTOM = 28, 28, 34, 20
"""Room around the drawing, in pixels."""

WIDER = 46
"""What each year beyond the fourth adds to the width."""

LONG = 9
"""The name of a plan with more characters than "2019–2020" would reach over the edge below the first or last point."""

COLOUR = "#124f9c"
"""Of every promise: green and brown tell more and less, not floors and ceilings."""

SHAPES = {
    Bound.at_least: "M-5 4L0 -5L5 4Z",
    Bound.at_most: "M-5 -4L0 5L5 -4Z",
    Bound.exactly: "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z",
    Bound.increase_by: "M-5 4L0 -5L5 4Z",
    Bound.decrease_by: "M-5 -4L0 5L5 -4Z",
}
"""A triangle points where the promise is kept: up for a floor, down for a ceiling."""


@dataclass(frozen=True, slots=True)
class Point:
    """What one year's plan promises."""

    when: str
    quantity: Quantity

    @property
    def value(self) -> float:
        """The number that is drawn."""
        quantity = self.quantity
        return quantity.value if quantity.value is not None else quantity.change or 0.0


def chart(points: Sequence[Point | None], whens: Sequence[str], say: Phrases) -> str:
    """Draw a quantity through the years.

    Args:
        points: One for each plan; None where it is not promised.
        whens: The plans' years, as told.
        say: In which language.

    Returns:
        SVG; "" where fewer than two years promise it, or in different units.
    """
    there = [(n, point) for n, point in enumerate(points) if point]
    if len(there) < 2 or len({point.quantity.unit for _, point in there}) > 1:
        return ""
    width = WIDTH + WIDER * max(0, len(whens) - 4)
    low, high = _range([point.value for _, point in there])

    def at(n: int, value: float) -> tuple[float, float]:
        x = LEFT + (width - LEFT - RIGHT) * (n / max(1, len(whens) - 1))
        y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low)
        return round(x, 1), round(y, 1)

    spots = [at(n, point.value) for n, point in there]
    bounds = {point.quantity.bound for _, point in there}
    told = ", ".join(f"{point.when}: {say.quantity(point.quantity, whole=False)}" for _, point in there)
    last = there[-1][1].quantity
    bound_word = say(f"bound.{last.bound.value}") if len(bounds) == 1 else ""
    label = say.unit(last.unit) or say("field.value")
    label += f" ({bound_word})" if bound_word else ""
    dashes = "" if low == 0 else ' stroke-dasharray="2 4"'  # the axis is not zero
    parts = [
        f'<svg class="chart" role="img" viewBox="0 0 {width} {HEIGHT}" width="{width}" height="{HEIGHT}">',
        f"<title>{escape(say('chart', label=label, points=told))}</title>",
        f'<text x="2" y="11" class="soft">{escape(label)}</text>',
        f'<path d="M{LEFT - 12} {HEIGHT - BOTTOM + 2}H{width - RIGHT + 12}" stroke="#98a2b1"{dashes}/>',
    ]
    if len(bounds) == 1:
        parts.append(_side(spots, next(iter(bounds))))
    line = "".join(f"{'M' if not n else 'L'}{x} {y}" for n, (x, y) in enumerate(spots))
    parts.append(f'<path d="{line}" fill="none" stroke="#5b6675" stroke-width="1.5"/>')
    for (_, point), (x, y) in zip(there, spots, strict=True):
        bound = point.quantity.bound
        parts.append(f'<path d="{SHAPES[bound]}" transform="translate({x} {y})" fill="{COLOUR}"/>')
        parts.append(
            f'<text x="{x}" y="{y - 9}" text-anchor="middle">{escape(say.number(point.value))}</text>'
        )
    for n, when in enumerate(whens):
        x, anchor = at(n, low)[0], "middle"
        if len(when) > LONG and n in (0, len(whens) - 1):  # "2017 (Vedtaget)", or a municipality's name
            x, anchor = (width - 2, "end") if n else (2, "start")
        parts.append(
            f'<text x="{x}" y="{HEIGHT - 4}" text-anchor="{anchor}" class="soft">{escape(when)}</text>'
        )
    return "".join([*parts, "</svg>"])


def _range(values: Sequence[float]) -> tuple[float, float]:
    """From zero where the numbers are not close together, else from somewhat below the smallest."""
    low, high = min(values), max(values)
    if low == high:
        return (low * 0.8, high * 1.2) if low else (-1.0, 1.0)
    room = (high - low) * 0.25
    return (0.0 if 0 <= low < 0.4 * high else low - room), high + room * 0.4


def _side(spots: Sequence[tuple[float, float]], bound: Bound) -> str:
    """The side of the line on which the promise is kept, washed in; nothing for a number that is met exactly."""
    if bound is Bound.exactly:
        return ""
    edge = (
        TOP - 12 if bound in (Bound.at_least, Bound.increase_by, Bound.decrease_by) else HEIGHT - BOTTOM + 2
    )
    path = "".join(f"L{x} {y}" for x, y in spots)
    outline = f"M{spots[0][0]} {edge}{path}L{spots[-1][0]} {edge}Z"
    return f'<path class="side" d="{outline}" fill="{COLOUR}" opacity=".12"/>'
