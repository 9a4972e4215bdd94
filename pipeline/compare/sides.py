"""Which plans a person means: a file, a municipality and a year in the archive, or the year alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.archive import Archive, PlanHeld, plans_held, read_plan, same_municipality
from pipeline.compare.adoption import adoption_of
from pipeline.compare.corrected import told_corrections, what_stands
from pipeline.compare.differing import side_of
from pipeline.danish.masking import masked
from pipeline.danish.pattern import Pattern
from pipeline.errors import NothingFound
from schemas.difference import Side
from schemas.plan import Plan
from schemas.record import Record

YEAR_WANTED = Pattern(
    "plan-wanted",
    r"^(?:(?P<place>.+?)\s*:\s*)?(?P<year>(?:19|20)\d\d)$",
    matches=["Granholm Kommune:2016", "2016", "plan.pdf:2016"],
    not_matches=["Granholm Kommune", "3f0c2a9be1d45678.d1", "16"],
)
"""A municipality or a file with a year, or the year alone."""

OPEN_DRAFT = {"adopted": 0, None: 1, "draft": 2}
"""Of several plans for a year the adopted one is meant, then one that does not say, then a draft."""


@dataclass(frozen=True)
class Chosen:
    """A plan that was meant, and where its file lies."""

    plan: Plan
    side: Side
    paths: tuple[Path, ...] = ()
    """Where the file may lie; none where that is not known."""
    notes: tuple[str, ...] = ()
    """What a person should know about the choice."""
    pages: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    """Other files of which pages may be shown, by their SHA-256."""


class Sides:
    """Finds the plans that are meant, in files and in one archive."""

    def __init__(self, archive_path: Path, read_file: Callable[[Path], Record]) -> None:
        self.archive_path = archive_path
        self.read_file = read_file
        self._held: list[PlanHeld] | None = None

    def pair(self, old: str, new: str) -> tuple[Chosen, Chosen]:
        """The two plans of a comparison; a year alone is of the other side's municipality.

        Raises:
            NothingFound: A side is no plan, or is not there; the message says which are.
        """
        if self._is_year(old) and self._is_year(new):
            name = self._municipality(old, new) if self._having(old, new) else None
            return self.one(old, name), self.one(new, name)
        if self._is_year(old):
            later = self.one(new)
            return self.one(old, later.plan.municipality), later
        earlier = self.one(old)
        return earlier, self.one(new, earlier.plan.municipality if self._is_year(new) else None)

    @staticmethod
    def _is_year(wanted: str) -> bool:
        match = YEAR_WANTED.search(wanted)
        return bool(match and not match["place"])

    def one(self, wanted: str, municipality: str | None = None) -> Chosen:
        """The plan that is meant.

        Args:
            wanted: A PDF, "Granholm Kommune:2016", "2016", a document's id or a file's name in the archive.
            municipality: Whose plan, where a year stands alone.

        Raises:
            NothingFound: It is no plan, or is not there; the message says which are.
        """
        match = YEAR_WANTED.search(wanted)
        if wanted == "-" or Path(wanted).is_file():
            return self._of_file(Path(wanted), None)
        if match and match["place"] and Path(match["place"]).is_file():
            return self._of_file(Path(match["place"]), int(match["year"]))
        if match and not match["place"]:
            name = self._known(municipality) if municipality else self._municipality(wanted)
            return self._of_year(name, int(match["year"]), wanted)
        if match:
            return self._of_year(self._known(match["place"]), int(match["year"]), wanted)
        return self._named(wanted)

    def all_of(self, municipality: str, since: int | None, until: int | None) -> list[Chosen]:
        """A municipality's plans, one a year, oldest first.

        Raises:
            NothingFound: It has none, or none in these years.
        """
        name = self._known(municipality)
        plans = [plan for plan in self.held if plan.municipality == name and plan.year is not None]
        years = sorted({plan.year for plan in plans if plan.year is not None})
        wanted = [year for year in years if (since or year) <= year <= (until or year)]
        if not wanted:
            raise NothingFound(f"{name}: no plan in these years; the archive has {_listed(years)}")
        return [self._best([p for p in plans if p.year == year], f"{name}:{year}") for year in wanted]

    # --- files ---

    def _of_file(self, path: Path, year: int | None) -> Chosen:
        record, _ = masked(self.read_file(path))
        plans = [document for document in record.documents if isinstance(document, Plan)]
        name = record.source.file
        if not plans:
            kinds = ", ".join(dict.fromkeys(document.kind for document in record.documents)) or "nothing"
            raise NothingFound(f"{name}: holds no plan, but {kinds}; name a file with a plan in it")
        fitting = [plan for plan in plans if year is None or _covers(plan, year)]
        if not fitting:
            there = _listed(sorted({plan.year for plan in plans if plan.year}))
            raise NothingFound(f"{name}: holds no plan for {year}; it has {there}")
        notes = []
        if len(fitting) > 1:
            others = ", ".join(f'"{name}:{plan.year}" (page {plan.pages[0]})' for plan in fitting[1:])
            notes.append(f"{name}: holds {len(fitting)} plans; the first is taken; others are {others}")
        side = side_of(fitting[0], name, record.source.sha256)
        return Chosen(fitting[0], side, (path,) if str(path) != "-" else (), tuple(notes))

    # --- the archive ---

    @property
    def held(self) -> list[PlanHeld]:
        """All plans in the archive."""
        if self._held is None:
            with Archive.open(self.archive_path, "read") as archive:
                self._held = plans_held(archive)
        return self._held

    def _need_archive(self, wanted: str) -> None:
        if not self.archive_path.exists():
            raise NothingFound(
                f"{wanted}: there is no such file, and no archive at {self.archive_path}; "
                "name a PDF, or another archive with --archive"
            )

    def _names(self) -> list[str]:
        return sorted({plan.municipality for plan in self.held if plan.municipality})

    def _known(self, wanted: str) -> str:
        """The archive's own spelling of a municipality; "Granholm" is "Granholm Kommune"."""
        self._need_archive(wanted)
        for name in self._names():
            if same_municipality(name, wanted):
                return name
        raise NothingFound(
            f"{wanted}: the archive has no plan of this municipality; it has plans of {_listed(self._names())}"
        )

    def _municipality(self, *years: str) -> str:
        """The one municipality that has plans for some years.

        Raises:
            NothingFound: None has, or several have; the message names what can be asked for.
        """
        names = self._having(*years)
        if len(names) == 1:
            return names[0]
        if names:
            which = ", ".join(f'"{name}:{years[0]}"' for name in names[:8])
            raise NothingFound(f"{years[0]}: does not say whose plan is meant; name one: {which}")
        there = sorted({f'"{plan.municipality}:{plan.year}"' for plan in self.held if plan.year})
        which = ", ".join(there[:20]) or "no plan yet"
        raise NothingFound(f"{years[0]}: nobody has a plan for this year; the archive has {which}")

    def _having(self, *years: str) -> list[str]:
        """The municipalities that have a plan for each of some years."""
        self._need_archive(years[0])
        plans = [[plan for plan in self.held if plan.covers(int(year))] for year in years]
        return [n for n in self._names() if all(any(p.municipality == n for p in some) for some in plans)]

    def _of_year(self, municipality: str, year: int, wanted: str) -> Chosen:
        plans = [plan for plan in self.held if plan.municipality == municipality]
        fitting = [plan for plan in plans if plan.year == year] or [
            plan for plan in plans if plan.covers(year)
        ]
        if not fitting:
            there = _listed(sorted({_years(plan) for plan in plans if plan.year}))
            raise NothingFound(f"{municipality} has no plan for {year} in the archive; it has {there}")
        return self._best(fitting, wanted)

    def _named(self, wanted: str) -> Chosen:
        if wanted.lower().endswith(".pdf") and not self.archive_path.exists():
            raise NothingFound(f"{wanted}: there is no such file; check the path")
        self._need_archive(wanted)
        fitting = [plan for plan in self.held if wanted in (plan.id, plan.file, plan.sha256, *plan.paths)]
        if fitting:
            return self._best(fitting, wanted)
        if any(same_municipality(name, wanted) for name in self._names()):
            name = self._known(wanted)
            years = sorted({_years(plan) for plan in self.held if plan.municipality == name})
            raise NothingFound(f'{wanted}: name a year too, "{name}:{years[-1]}"; it has {_listed(years)}')
        raise NothingFound(
            f"{wanted}: neither a file here nor a plan in the archive; name a PDF, "
            f'a year, "Municipality:year" or the id of a plan (udvalgsarkiv list --kind plan)'
        )

    def _best(self, fitting: Sequence[PlanHeld], wanted: str) -> Chosen:
        """Of several plans the adopted one, of several of these the one that promises most; the others are told.

        A plan that another document tells too is none of them.
        """
        best, *others = sorted(
            [plan for plan in fitting if not plan.same_as] or fitting,
            key=lambda plan: (OPEN_DRAFT.get(plan.status, 1), -plan.targets, plan.file),
        )
        notes = []
        if others:
            told = ", ".join(f"{plan.id} ({plan.file}{_status(plan)})" for plan in others)
            notes.append(f"{wanted}: taken is {best.file}{_status(best)}; name another by its id: {told}")
        with Archive.open(self.archive_path, "read") as archive:
            plan, rulings = read_plan(archive, best)
            adopted, files = adoption_of(archive, best)
        if rulings:
            many = f"{len(rulings)} correction{'s' * (len(rulings) > 1)}"
            notes.append(f"{wanted}: {best.file} is compared with {many} by people (udvalgsarkiv review)")
        about = {"adopted": adopted, "corrected": told_corrections(plan, rulings)}
        plan = what_stands(plan)
        side = side_of(plan, best.file, best.sha256, best.id).model_copy(update=about)
        return Chosen(plan, side, tuple(map(Path, best.paths)), tuple(notes), files)


def _covers(plan: Plan, year: int) -> bool:
    return plan.year is not None and plan.year <= year <= (plan.last_year or plan.year)


def _status(plan: PlanHeld) -> str:
    return f", {plan.status}" if plan.status else ""


def _years(plan: PlanHeld) -> str:
    return (
        f"{plan.year}-{plan.last_year}" if plan.last_year and plan.last_year != plan.year else f"{plan.year}"
    )


def _listed(values: Sequence[object]) -> str:
    words = [str(value) for value in values[:20]]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else "none"
