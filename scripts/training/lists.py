"""Word lists: names with their bearers, places, peoples, organisations; and the table of hints made of them.

The hints are spaCy vectors in form only. A row says in which lists a word stands ("a common first name",
"a town", "the genitive of a surname"), keyed on the word in lower case, so that `HANSEN` finds it too.
Words share rows, so 60,000 words cost 12 bytes each and the table itself next to nothing.
"""

import csv
import math
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import srsly
from spacy.attrs import LOWER
from spacy.util import get_lang_class
from spacy.vectors import Vectors

HINTS = (
    "first_m", "first_f", "last", "bearers", "kommune", "town", "country", "city", "part",
    "people", "org_word", "org_start", "genitive", "also_word",
)  # fmt: skip
"""What the columns say: 0 or 1, but the names' columns and `bearers`, which grow with the count."""

MIN_BEARERS = 25
"""Names with fewer bearers get no hint: they cost size, and the model must learn to do without."""


DRAW_POWER = 0.9
"""Names are drawn nearly as often as in life. At 0.7 most were so rare that unknown words became people."""


@dataclass
class Names:
    """First and last names of Denmark, drawn by their bearers to the power of `DRAW_POWER`."""

    counts: dict[str, dict[str, int]]
    _drawn: dict[str, tuple[list[str], list[float]]] = field(default_factory=dict)

    def draw(self, rng: random.Random, kind: str) -> str:
        """Draw a name of the kind `first_m`, `first_f` or `last`; rare names come more often than in life."""
        if kind not in self._drawn:
            names = sorted(self.counts[kind])
            total, sums = 0.0, []
            for name in names:
                total += self.counts[kind][name] ** DRAW_POWER
                sums.append(total)
            self._drawn[kind] = (names, sums)
        names, sums = self._drawn[kind]
        return rng.choices(names, cum_weights=sums)[0]

    def kind(self, word: str) -> str | None:
        """The kind under which most people bear this name, or None."""
        found = [(count[word], kind) for kind, count in self.counts.items() if word in count]
        return max(found)[1] if found else None


@dataclass
class Lists:
    """Everything that is drawn from and hinted at."""

    names: Names
    places: dict[str, list[str]]
    peoples: list[tuple[str, str]]
    """A word for a people and its ending, so that one may stand for another: ("svenske", "adj e")."""
    organisations: dict[str, list[str]]
    municipality: dict[str, list[str]]
    templates: list[str]
    streets: dict[str, list[str]]
    titles: list[str]
    """Offices that stand before a name."""
    labels: list[str]
    """Headings of sections and cells."""
    compounds: dict[str, list[str]]
    """Words that are no names though they begin with a capital: "first" and "last" part of one, "verb"."""
    organisation_kinds: dict[str, list[str]]
    """Words that make an organisation of a place's or a family's name: "after", "before", "firm"."""


def read_lines(path: Path) -> list[str]:
    """The lines of a list that are neither empty nor comments."""
    return [
        line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]


def _words(line: str) -> list[str]:
    return [word for word in (part.strip() for part in line.split(",")) if word]


def _all_words(path: Path) -> list[str]:
    return [word for line in read_lines(path) for word in _words(line)]


def _grouped(path: Path) -> dict[str, list[str]]:
    groups = (line.split(":", 1) for line in read_lines(path))
    return {name: _words(words) for name, words in groups}


def _inflect(adjectives: Iterable[str], nouns: Iterable[str]) -> list[tuple[str, str]]:
    forms = [(word + ending, f"adj {ending}") for word in adjectives for ending in ("", "e", "es")]
    for noun in nouns:
        plural = noun[:-4] + "mænd" if noun.endswith("mand") else noun if noun.endswith("er") else noun + "er"
        plural = noun[:-1] + "oer" if noun.endswith("o") else plural
        many = plural + "e" if noun.endswith("er") else plural
        the_many = plural + "ne"
        forms += [
            (noun, "one"),
            (noun + "en" if not noun.endswith("e") else noun + "n", "the one"),
            (many, "many"),
        ]
        forms += [(the_many, "the many"), (the_many + "s", "of the many"), (noun + "s", "of one")]
    return forms


def read_lists(folder: Path, names: Path) -> Lists:
    """Read the lists beside the model and the names of Statistics Denmark."""
    counts: dict[str, dict[str, int]] = {"first_m": {}, "first_f": {}, "last": {}}
    with names.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            counts[row["kind"]][row["name"]] = int(row["count"])
    kommuner, regions = read_lines(folder / "kommuner.txt")
    peoples = _grouped(folder / "folk.txt")
    parts = _grouped(folder / "dele.txt")
    return Lists(
        names=Names(counts),
        places={
            "kommune": _words(kommuner),
            "region": _words(regions),
            "town": _all_words(folder / "byer.txt"),
            "country": _all_words(folder / "lande.txt"),
            "city": _all_words(folder / "storbyer.txt"),
            "part": _all_words(folder / "stednavnedele.txt"),
        },
        peoples=_inflect(peoples["adj"], peoples["noun"]),
        organisations=_grouped(folder / "organisationer.txt"),
        municipality=_grouped(folder / "udvalg.txt"),
        templates=read_lines(folder / "skabeloner.txt"),
        streets={"first": parts["street_first"], "last": parts["street_last"]},
        titles=parts["title"],
        labels=parts["label"],
        compounds={
            "first": parts["word_first"],
            "last": parts["word_last"],
            "verb": parts["verb"],
            "law": parts["law"],
        },
        organisation_kinds={"after": parts["after"], "before": parts["before"], "firm": parts["firm"]},
    )


def _level(count: int) -> float:
    """Bearers on a scale of quarters: 25 is 0.25, 250 is 0.5, 2,500 is 0.75, 25,000 is 1."""
    return min(1.0, round(math.log10(count / 2.5)) / 4)


def hints(lists: Lists, words_of_train: set[str]) -> dict[str, dict[str, float]]:
    """For each word in lower case: the columns that hold for it, and how strongly."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for kind, counts in lists.names.counts.items():
        for name, count in counts.items():
            if count < MIN_BEARERS:
                continue
            forms = [(name, False)]
            if count >= 250 and not name.lower().endswith(("s", "x", "z")):
                forms.append((name + "s", True))
            for form, genitive in forms:
                row = table[form.lower()]
                if genitive and row and "genitive" not in row:
                    continue
                row[kind] = max(row.get(kind, 0), _level(count))
                row["bearers"] = max(row.get("bearers", 0), _level(count))
                if genitive:
                    row["genitive"] = 1
    for kind in ("kommune", "town", "country", "city", "part"):
        for place in lists.places[kind]:
            table[place.lower()][kind] = 1
            if not place.endswith("s"):
                table[place.lower() + "s"].update({kind: 1, "genitive": 1})
    for region in lists.places["region"]:
        table[region.lower()]["town"] = 1
    for word, _ in lists.peoples:
        table[word.lower()]["people"] = 1
    for group in lists.organisations.values():
        for name in group:
            parts = name.lower().split()
            table[parts[0]]["org_start"] = 1
            for part in parts:
                if len(part) > 2 or len(parts) == 1:
                    table[part]["org_word"] = 1
            if len(parts) == 1:
                table[parts[0] + "s"].update({"org_word": 1, "genitive": 1})
    for word in table:
        if word in words_of_train:
            table[word]["also_word"] = 1
    return dict(table)


def keep_key(folder: Path) -> None:
    """Write down that vectors are keyed on the lower case: spaCy reads this, but does not write it."""
    path = folder / "vocab" / "vectors.cfg"
    srsly.write_json(path, srsly.read_json(path) | {"attr": LOWER})


def write_hints(lists: Lists, words_of_train: set[str], folder: Path) -> None:
    """Write an empty Danish pipeline whose vectors are the hints."""
    nlp = get_lang_class("da")()
    table = hints(lists, words_of_train)
    rows: dict[tuple[float, ...], int] = {}
    keys, indices = [], []
    for word in sorted(table):
        row = tuple(float(table[word].get(hint, 0)) for hint in HINTS)
        indices.append(rows.setdefault(row, len(rows)))
        keys.append(nlp.vocab.strings.add(word))
    # spaCy's layer reads the last row for a word that has none, and learns from it: it must be empty.
    data = np.asarray([*rows, (0.0,) * len(HINTS)], dtype="f")
    vectors = Vectors(strings=nlp.vocab.strings, data=data, name="da_udvalg_hints", attr="LOWER")
    for key, index in zip(keys, indices, strict=True):
        vectors.add(key, row=index)
    nlp.vocab.vectors = vectors
    nlp.to_disk(folder)
    keep_key(folder)
