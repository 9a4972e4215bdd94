"""The list of samples: what is bound into which file, and under which name."""

from collections.abc import Callable
from dataclasses import dataclass, field

from samples import (
    caseabove,
    decisionfirst,
    decisionlast,
    genitive,
    labeltable,
    memos,
    plan_changes,
    planforms,
)
from samples import minutes_case_above as l4
from samples import minutes_decision_first as l2
from samples import minutes_decision_first_council as l2b
from samples import minutes_decision_last as l3
from samples import minutes_genitive as l5
from samples import minutes_label_table as l1
from samples import minutes_label_table_ssu as l1b
from samples import minutes_unlabelled as l6
from samples import plans_granholm as plans
from samples import plans_norremark as other
from samples.model import Json, Memo, Minutes
from samples.planmodel import Plan
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


def bound(what: Minutes | Memo | Plan, chapter: Chapter) -> Bound:
    """A document as it is typeset, with its answer."""
    return Bound(chapter, what.json)


def sample(slug: str, file: str, parts: list[Bound], findings: list[Json] | None = None) -> Sample:
    return Sample(slug, file, file.removesuffix(".pdf"), parts, findings or [])


def found(code: str, count: int, at_least: bool = False) -> Json:
    return {"code": code, "count": count} | ({"at_least": True} if at_least else {})


RESTATED_2015 = [found("restated-differently", 2), found("sign-contradicts-verb", 1)]
AEU_HEAD = l1.COMMITTEE.upper() + " 2014-2017"
SSU_FOOT = "Granholm Kommune - Social- og Sundhedsudvalget 16-03-2016"

SAMPLES = [
    sample(
        "granholm-aeu-2014-10-08",
        "samlet_2014-10-08.pdf",
        [
            bound(l1.AEU, labeltable.chapter(l1.AEU, AEU_HEAD, l1.AEU_SIGNED)),
            bound(
                plans.DRAFT_2015, planforms.boxed_plan(plans.DRAFT_2015, draft=True, chart_at=5, cover=False)
            ),
            bound(l1.PRACTICE, memos.chapter(l1.PRACTICE)),
        ],
        [*RESTATED_2015, found("figures-differ", 1, at_least=True)],
    ),
    sample(
        "granholm-ssu-2016-03-16",
        "referat_ssu_2016-03-16.pdf",
        [
            bound(
                l1b.SSU,
                labeltable.chapter(
                    l1b.SSU, l1b.SSU.committee, [], new_pages=False, front=l1b.SSU_FRONT, footer=SSU_FOOT
                ),
            )
        ],
    ),
    sample(
        "norremark-ktu-2022-03-14",
        "referat_klima_2022-03-14.pdf",
        [
            bound(l2.KTU, decisionfirst.chapter(l2.KTU, "14. marts 2022 kl. 16.00", l2.KTU_PRESENT, l2.GONE)),
            bound(l2.ROUTES, memos.chapter(l2.ROUTES)),
        ],
    ),
    sample(
        "norremark-byraad-2023-05-30",
        "referat_byraad_2023-05-30.pdf",
        [
            bound(
                l2b.BYRAAD,
                decisionfirst.chapter(l2b.BYRAAD, "30. maj 2023 kl. 18.30", l2b.COUNCIL, [], " 2022-2025"),
            )
        ],
    ),
    sample(
        "granholm-kfu-2012-06-14",
        "referat_kfu_2012-06-14.pdf",
        [
            bound(
                l3.KFU, decisionlast.chapter(l3.KFU, l3.KFU_FRONT, l3.KFU_HEAD, " (KFU)", l3.KFU_PAPERS, True)
            )
        ],
    ),
    sample(
        "granholm-tmu-2011-11-23",
        "referat_tmu_2011-11-23.pdf",
        [bound(l3.TMU, decisionlast.chapter(l3.TMU, l3.TMU_FRONT, l3.TMU_HEAD, "", l3.TMU_PAPERS, False))],
    ),
    sample(
        "norremark-biu-2016-09-06",
        "beslutningsprotokol_2016-09-06.pdf",
        [bound(l4.BIU, caseabove.chapter(l4.BIU, "Beslutningsprotokol", l4.BIU_FRONT, "06-09-2016"))],
    ),
    sample(
        "norremark-biu-2016-10-04-dagsorden",
        "dagsorden_2016-10-04.pdf",
        [bound(l4.AGENDA, caseabove.chapter(l4.AGENDA, "Dagsorden", l4.AGENDA_FRONT, "04-10-2016"))],
    ),
    sample(
        "granholm-kommunalbestyrelsen-2015-11-03",
        "referat_kb_2015-11-03.pdf",
        [bound(l5.COUNCIL, genitive.chapter(l5.COUNCIL, l5.COUNCIL_FRONT, "03.11.2015"))],
    ),
    sample(
        "granholm-oeu-2015-10-20",
        "referat_oeu_2015-10-20.pdf",
        [bound(l5.FINANCE, genitive.chapter(l5.FINANCE, l5.FINANCE_FRONT, "20.10.2015"))],
    ),
    sample(
        "lyngso-bsu-2015-04-17",
        "referat_2015-04-17.pdf",
        [
            bound(
                l6.APRIL_MEETING,
                genitive.unlabelled(l6.APRIL_MEETING, l6.APRIL_FRONT, l6.MEMBERS, ["Ib Torndal (O)"]),
            )
        ],
    ),
    sample(
        "lyngso-bsu-2015-06-12",
        "referat_2015-06-12.pdf",
        [bound(l6.JUNE_MEETING, genitive.unlabelled(l6.JUNE_MEETING, l6.JUNE_FRONT, l6.MEMBERS, []))],
    ),
    sample(
        "granholm-plan-2014",
        "beskaeftigelsesplan_2014.pdf",
        [bound(plans.P2014, planforms.boxed_plan(plans.P2014))],
        [found("restated-differently", 0), found("sign-contradicts-verb", 0)],
    ),
    sample(
        "granholm-plan-2015",
        "beskaeftigelsesplan_2015.pdf",
        [bound(plans.P2015, planforms.boxed_plan(plans.P2015, chart_at=5))],
        RESTATED_2015,
    ),
    sample(
        "granholm-plan-2016",
        "beskaeftigelsesplan_2016.pdf",
        [bound(plans.P2016, planforms.numbered_plan(plans.P2016, plans.ADOPTED[2016]))],
    ),
    sample(
        "granholm-plan-2017",
        "beskaeftigelsesplan_2017.pdf",
        [bound(plans.P2017, planforms.numbered_plan(plans.P2017, plans.ADOPTED[2017]))],
    ),
    sample(
        "norremark-plan-2019",
        "beskaeftigelsesplan_2019-2020.pdf",
        [bound(other.P2019, planforms.table_plan(other.P2019, other.ADOPTED, other.GROUPS))],
    ),
]
HOME_OF = {year: f"granholm-plan-{year}/beskaeftigelsesplan_{year}.pdf" for year in range(2014, 2018)}
CHANGES: list[tuple[str, str, str, list[Json]]] = [
    ("2014_2015", HOME_OF[2014], HOME_OF[2015], plan_changes.from_2014_to_2015()),
    ("2015_2016", HOME_OF[2015], HOME_OF[2016], plan_changes.from_2015_to_2016()),
    ("2016_2017", HOME_OF[2016], HOME_OF[2017], plan_changes.from_2016_to_2017()),
    (
        "2015-udkast_2015",
        "granholm-aeu-2014-10-08/samlet_2014-10-08.pdf",
        HOME_OF[2015],
        plan_changes.from_draft_to_2015(),
    ),
]
"""Name, the older plan, the newer, and every change; files are named from the corpus folder."""

LAYOUTS = {
    "granholm-aeu-2014-10-08": "label table",
    "granholm-ssu-2016-03-16": "label table",
    "norremark-ktu-2022-03-14": "decision first",
    "norremark-byraad-2023-05-30": "decision first",
    "granholm-kfu-2012-06-14": "decision last, contents",
    "granholm-tmu-2011-11-23": "decision last, contents",
    "norremark-biu-2016-09-06": "numbered through the year, case number above",
    "norremark-biu-2016-10-04-dagsorden": "numbered through the year, case number above",
    "granholm-kommunalbestyrelsen-2015-11-03": "decision in the genitive",
    "granholm-oeu-2015-10-20": "decision in the genitive",
    "lyngso-bsu-2015-04-17": "no decision label",
    "lyngso-bsu-2015-06-12": "no decision label",
    "granholm-plan-2014": "plan in boxes",
    "granholm-plan-2015": "plan in boxes",
    "granholm-plan-2016": "plan with numbered measures",
    "granholm-plan-2017": "plan with numbered measures",
    "norremark-plan-2019": "plan as a table",
}
"""How each file is laid out: `evaluate --confidence` leaves one layout out at a time."""
