"""What people corrected in a plan of the archive: the plan as it stands, and what is told of the corrections."""

from collections.abc import Sequence

from pipeline.archive import Ruling
from pipeline.archive.pointing import value_at
from pipeline.compare.changes import paths_of
from schemas.difference import Corrected
from schemas.plan import Measure, Plan, Quantity
from schemas.vocabulary import Bound


def what_stands(plan: Plan) -> Plan:
    """A corrected plan without what was rejected as a whole, each field of a kind that it can have.

    Targets and measures whose words were rejected, quantities whose number was, and figures whose label was, are left
    out: there is no such thing.
    """

    def quantities(some: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
        kept = (one for one in some if one.value is not None or one.change is not None)
        return tuple(one.model_copy(update={"bound": one.bound or Bound.exactly}) for one in kept)

    def measures(some: tuple[Measure, ...]) -> tuple[Measure, ...]:
        return tuple(m.model_copy(update={"quantities": quantities(m.quantities)}) for m in some if m.text)

    targets = (t.model_copy(update={"measures": measures(t.measures)}) for t in plan.targets if t.title)
    figures = tuple(figure for figure in plan.figures if figure.label)
    return plan.model_copy(update={"title": plan.title or "", "targets": tuple(targets), "figures": figures})


def told_corrections(plan: Plan, rulings: Sequence[Ruling]) -> tuple[Corrected, ...]:
    """What people corrected in a plan, for a reader.

    Args:
        plan: As corrected, with all that was rejected.
        rulings: What they corrected, with pointers from the plan.
    """
    paths = paths_of(plan.targets)
    told = []
    for one in rulings:
        kind, *steps = (*one.path.strip("/").split("/"), "")
        path = f"{value_at(plan, one.path).label or ''}" if kind == "figures" else ""
        if kind == "targets":
            places = [int(step) for step in steps if step.isdigit()][:2]
            path = ".".join([paths[places[0]], *(str(n + 1) for n in places[1:])])
        told.append(
            Corrected(path=path, field=one.field, was=one.was, value=one.value, who=one.who, at=one.at)
        )
    return tuple(told)
