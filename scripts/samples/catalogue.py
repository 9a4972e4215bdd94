"""The list of samples: what is bound into which file, and under which name."""

from collections.abc import Callable
from dataclasses import dataclass, field

from samples import decisionfirst, labeltable, memos
from samples import minutes_decision_first as l2
from samples import minutes_label_table as l1
from samples.model import Json
from samples.typeset import Chapter


@dataclass
class Bound:
    """One document of a file."""

    chapter: Chapter
    answer: Callable[[], Json]


@dataclass
class Sample:
    """One PDF with its answer."""

    slug: str
    file: str
    title: str
    parts: list[Bound]
    findings: list[Json] = field(default_factory=list)


SAMPLES = [
    Sample(
        "granholm-aeu-2014-10-08",
        "samlet_2014-10-08.pdf",
        "Referat AEU 08-10-2014",
        [
            Bound(
                labeltable.chapter(l1.AEU, l1.COMMITTEE.upper() + " 2014-2017", l1.AEU_SIGNED), l1.AEU.json
            ),
            Bound(memos.chapter(l1.PRACTICE), l1.PRACTICE.json),
        ],
    ),
    Sample(
        "granholm-ssu-2016-03-16",
        "referat_ssu_2016-03-16.pdf",
        "Referat SSU 16-03-2016",
        [
            Bound(
                labeltable.chapter(
                    l1.SSU,
                    l1.SSU.committee,
                    [],
                    new_pages=False,
                    front=l1.SSU_FRONT,
                    footer="Granholm Kommune - Social- og Sundhedsudvalget 16-03-2016",
                ),
                l1.SSU.json,
            ),
        ],
    ),
    Sample(
        "norremark-ktu-2022-03-14",
        "referat_klima_2022-03-14.pdf",
        "Referat KTU 14-03-2022",
        [
            Bound(
                decisionfirst.chapter(
                    l2.KTU,
                    "14. marts 2022 kl. 16.00",
                    [p.name for p in l2.KTU.people if p.status != "absent"],
                    l2.GONE,
                ),
                l2.KTU.json,
            ),
        ],
    ),
    Sample(
        "norremark-byraad-2023-05-30",
        "referat_byraad_2023-05-30.pdf",
        "Referat Byrådet 30-05-2023",
        [
            Bound(
                decisionfirst.chapter(l2.BYRAAD, "30. maj 2023 kl. 18.30", l2.COUNCIL, [], " 2022-2025"),
                l2.BYRAAD.json,
            ),
        ],
    ),
]
CHANGES: list[tuple[str, str, list[Json]]] = []
