"""A record as a person reads it: what stands where, in words that read well."""

from datetime import date

import pytest

from pipeline.showing import lines_of
from schemas.minutes import Decision, HistoryEntry, Item, Minutes, Reference
from schemas.plan import Figure, Measure, Plan, Quantity, Target
from schemas.record import Reader, Record, Source
from schemas.vocabulary import Bound, Outcome, ReferenceKind

READER = Reader(version="1", model=None)


def shown(document: Minutes | Plan) -> list[str]:
    source = Source(file="referat.pdf", sha256="0" * 64, bytes=1, pages=1, text_layer="native")
    return [line.text for line in lines_of(Record(source=source, documents=(document,), reader=READER))]


def test_what_came_before_and_after_the_meeting_is_told_apart():
    met = date(2016, 9, 6)
    steps = [
        ("Økonomiudvalget", date(2016, 8, 30), "Anbefales."),
        ("Byrådet", date(2016, 9, 27), "Godkendt."),
        ("Socialudvalget", met, "Anbefales  til Byrådet."),
        ("Ældrerådet", met, "Hørt."),
        ("Udvalget", None, "Drøftet."),
    ]
    item = Item(
        number="1",
        title="Ny cykelsti",
        decision=Decision(text="Anbefales til Byrådet. Ole Lund var imod.", outcome=Outcome.recommended),
        history=tuple(HistoryEntry(body=body, date=day, text=text) for body, day, text in steps),
        references=(
            Reference(kind=ReferenceKind.law, text="servicelovens § 83"),
            Reference(kind=ReferenceKind.meeting, text="mødet den 3. maj 2016", date=date(2016, 5, 3)),
        ),
    )
    lines = shown(Minutes(kind="minutes", pages=(1, 1), title="Referat", date=met, items=(item,)))
    assert [line for line in lines if line.startswith(("Earlier", "Later", "The same day", "Refers"))] == [
        "Earlier: Økonomiudvalget 2016-08-30: Anbefales.",
        "Later: Byrådet 2016-09-27: Godkendt.",
        "The same day: Ældrerådet 2016-09-06: Hørt.",
        "Earlier: Udvalget: Drøftet.",
        "Refers to: servicelovens § 83; mødet den 3. maj 2016 (2016-05-03)",
    ]


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (
            Quantity(
                value=None,
                unit=None,
                bound=Bound.decrease_by,
                change=150,
                change_unit="personer",
                baseline_year=2018,
            ),
            "down by 150 personer from the level in 2018",
        ),
        (
            Quantity(value=66, unit="pct.", bound=Bound.at_least, baseline_value=62, baseline_year=2015),
            "at least 66 pct. from 62 in 2015",
        ),
        (Figure(label="A-dagpenge", unit="personer", change=-49), "A-dagpenge: -49 personer"),
        (
            Figure(label="A-dagpenge", value=1200, unit="personer", change=-49, change_pct=-4),
            "A-dagpenge: 1 200 personer, -49 (-4 pct.)",
        ),
        (Figure(label="Ledigheden", change_pct=-4.1), "Ledigheden: -4.1 pct."),
    ],
)
def test_promises_and_figures_read_well(quantity, words):
    measure = Measure(text="Færre ledige", quantities=(quantity,) if isinstance(quantity, Quantity) else ())
    figures = () if measure.quantities else (quantity,)
    target = Target(number=1, title="Arbejde", measures=(measure,))
    assert words in shown(Plan(pages=(1, 1), title="Plan", targets=(target,), figures=figures))
