"""The Danish language model: which one is loaded, and the names it finds in running text.

spaCy is imported when a model is loaded and not before, so whoever reads by rules alone does not wait for it.
"""

import importlib.util
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pipeline.errors import ModelMissing

ENVIRONMENT = "UDVALGSARKIV_MODEL"
"""The environment variable that names a model, by package or by folder; `--model` goes before it."""

OFFICIAL = "da_core_news_sm"
"""spaCy's own small Danish model: taken where it is installed and nothing else is named."""

BUNDLED = "da_udvalg_sm"
"""The model that comes with the program."""

NO_MODEL = "none"
"""Named instead of a model: read by rules alone."""

Label = Literal["person", "organisation", "place", "other"]

LABELS: dict[str, Label] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
}
"""What the models call our labels; whatever else they find (peoples, titles, products) is "other"."""

BATCH_SIZE = 64
"""Texts that go through the model together; a text is a decision or a section, a few hundred words."""

REMEMBERED = 256
"""Texts whose names are remembered: the sentences of an item's decision, a few dozen words each."""

_SPACES = re.compile(r"(?:\s|\u00ad)+")


_PLAIN = str.maketrans("”“„»«’‘–—", '"""""\'\'--')
"""The treebanks write quotation marks, apostrophes and dashes in their plain forms; each is one character."""


class Entity(NamedTuple):
    """A name in a text: evidence, not yet a person."""

    start: int
    """Offset of the first character in the text as given, from 0."""

    end: int
    """Offset after the last character."""

    label: Label
    """What kind of name the model takes it for."""

    text: str
    """The characters from `start` to `end`, line breaks included."""


class Language:
    """A spaCy pipeline with an entity recogniser, and what the program asks of it.

    It is loaded when it is first asked: many a file names nobody in running text, and then neither spaCy nor
    the model costs anything.
    """

    def __init__(self, name: str, load: Callable[[], Any]) -> None:
        self.name = name
        """Name and version as they stand in every record: "da_udvalg_sm 0.2.0"."""
        self._load = load
        self._lately = lru_cache(maxsize=REMEMBERED)(self.entities)

    @cached_property
    def nlp(self) -> Any:
        """The spaCy pipeline.

        Raises:
            ModelMissing: It cannot be loaded, or finds no names.
        """
        return self._load()

    @property
    def is_loaded(self) -> bool:
        """Whether anybody has asked it yet."""
        return "nlp" in self.__dict__

    @cached_property
    def _not_for_names(self) -> list[str]:
        return [pipe for pipe in self.nlp.pipe_names if pipe not in _needed_by(self.nlp, "ner")]

    def entities(self, text: str) -> list[Entity]:
        """The names in a text, in reading order; they do not overlap."""
        return self.entities_of([text])[0]

    def entities_of(self, texts: Sequence[str]) -> list[list[Entity]]:
        """The names in each of several texts, which is faster than one by one.

        Only the entity recogniser runs. A run of spaces and line breaks is read as one space, a soft hyphen
        as nothing and typographic quotation marks and dashes as plain ones, so a name may be broken over two
        lines or stand in ”quotation marks”; offsets are those of the text as given. A text may have 1,000,000
        characters.
        """
        flat = [_flatten(text) for text in texts]
        docs = self.nlp.pipe(
            (flattened for flattened, _ in flat), disable=self._not_for_names, batch_size=BATCH_SIZE
        )
        return [
            list(_entities(doc, text, offsets))
            for doc, text, (_, offsets) in zip(docs, texts, flat, strict=True)
        ]

    def people(self, text: str) -> list[Entity]:
        """The names of people in a text, in reading order. A name in the genitive keeps its s.

        What was asked lately is remembered: votes, absences and statements ask about the same sentences.
        """
        return [entity for entity in self._lately(text) if entity.label == "person"]

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """Where each sentence starts and ends; the whole text where the model knows no sentences."""
        doc = self._read(text, ("senter", "parser"))
        if not doc.has_annotation("SENT_START"):
            return [(0, len(text))]
        return [(sentence.start_char, sentence.end_char) for sentence in doc.sents]

    def lemmas(self, text: str) -> list[str]:
        """The dictionary form of each word and sign, as far as the model knows it, else the word itself."""
        doc = self._read(text, ("trainable_lemmatizer", "lemmatizer", "morphologizer", "attribute_ruler"))
        return [token.lemma_ or token.text for token in doc]

    def _read(self, text: str, components: tuple[str, ...]) -> Any:
        present = [name for name in components if name in self.nlp.pipe_names]
        needed = {name for component in present for name in _needed_by(self.nlp, component)}
        with self.nlp.select_pipes(enable=sorted(needed)):
            return self.nlp(text)


def load_language(name: str | None = None) -> Language | None:
    """Choose one model: the one named, else the environment's, else the official one, else the bundled one.

    A model that was named is loaded at once, so that a wrong name stops before anything is read; another one is
    loaded when it is first asked.

    Args:
        name: An installed package, a folder, `da_udvalg_sm` for the bundled one, or "none" for no model.

    Returns:
        The model, or None where "none" was asked for, or nothing was named and there is no model at all.

    Raises:
        ModelMissing: The named model does not exist, cannot be loaded, or finds no names.
    """
    named = name or os.environ.get(ENVIRONMENT) or None
    if named == NO_MODEL:
        return None
    if named is not None:
        nlp = _load(named, _bundled() or named if named == BUNDLED else named)
        found = Language(_full_name(nlp.meta), lambda: nlp)
        found.nlp  # noqa: B018 - it is there already, and now it is known to be
        return found
    if (package := importlib.util.find_spec(OFFICIAL)) is not None:
        folder = Path((package.submodule_search_locations or [""])[0])
        return _unloaded(OFFICIAL, OFFICIAL, folder)
    bundled = _bundled()
    return None if bundled is None else _unloaded(BUNDLED, bundled, bundled)


def _unloaded(named: str, source: str | Path, folder: Path) -> Language:
    """A model that is known by its meta.json alone, until it is asked."""
    try:
        name = _full_name(json.loads((folder / "meta.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError) as error:
        raise ModelMissing(f"{named}: has no meta.json that can be read ({error}); {_advice()}") from error
    return Language(name, lambda: _load(named, source))


def _full_name(meta: Mapping[str, Any]) -> str:
    """The name of a package, which begins with its language, and its version."""
    name, language = str(meta["name"]), str(meta["lang"])
    return f"{name if name.startswith(f'{language}_') else f'{language}_{name}'} {meta['version']}"


def _bundled() -> Path | None:
    """The bundled model's folder: in a working copy beside the packages, else where a wheel put it."""
    places = (
        Path(__file__).resolve().parents[2] / "models" / BUNDLED,
        Path(sys.prefix) / "share" / "udvalgsarkiv" / BUNDLED,
    )
    return next((place for place in places if (place / "meta.json").is_file()), None)


def _advice() -> str:
    return f"install it, name another with --model or {ENVIRONMENT}, or name `{NO_MODEL}`"


def _load(named: str, source: str | Path) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise ModelMissing(f"{named}: spaCy cannot be imported ({error}); {_advice()}") from error
    try:
        nlp = spacy.load(source)
    except (OSError, ValueError, KeyError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelMissing(
            f"{named}: no language model that can be loaded ({reason}); {_advice()}"
        ) from error
    if "ner" not in nlp.pipe_names:
        raise ModelMissing(f"{named}: the model has no entity recogniser (ner); {_advice()}")
    return nlp


def _needed_by(nlp: Any, component: str) -> set[str]:
    """The component itself and the one it listens to, if any."""
    return {component} | {
        name for name, pipe in nlp.pipeline if component in getattr(pipe, "listening_components", ())
    }


def _flatten(text: str) -> tuple[str, list[int]]:
    """The text with one plain space for every run of white space, and where each of its characters stood."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for gap in _SPACES.finditer(text):
        pieces.append(text[at : gap.start()])
        offsets.extend(range(at, gap.start()))
        if "\u00ad" not in gap.group():
            pieces.append(" ")
            offsets.append(gap.start())
        at = gap.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(pieces).translate(_PLAIN), offsets


def _entities(doc: Any, text: str, offsets: list[int]) -> Iterator[Entity]:
    for span in doc.ents:
        start, end = offsets[span.start_char], offsets[span.end_char - 1] + 1
        yield Entity(start, end, LABELS.get(span.label_, "other"), text[start:end])
