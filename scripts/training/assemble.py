"""Join the trained parts into one pipeline, leave out what it does not need, and say what it is."""

import shutil
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.strings import StringStore
from spacy.util import load_model

from .lists import keep_key

VERSION = "0.2.0"

SOURCES = (
    {
        "name": "UD_Danish-DDT r2.8 (train rebuilt from r2.3, 1.3 and the Copenhagen Dependency Treebanks)",
        "url": "https://github.com/UniversalDependencies/UD_Danish-DDT",
        "author": "Johannsen, Anders; Martínez Alonso, Héctor; Plank, Barbara; from the Danish Dependency "
        "Treebank (Buch-Kromann, Matthias; Mikkelsen, Line; Kern Lynge, Stine) on PAROLE-DK (Keson, Britt)",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "Copenhagen Dependency Treebanks",
        "url": "https://github.com/mbkromann/copenhagen-dependency-treebank",
        "author": "Buch-Kromann, Matthias",
        "license": "MIT or CC BY-SA 4.0",
    },
    {
        "name": "UNER_Danish-DDT v1 (Universal NER)",
        "url": "https://www.universalner.org",
        "author": "Mayhew, Stephen, et al. (2024)",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "DaN+",
        "url": "https://github.com/bplank/DaNplus",
        "author": "Plank, Barbara; Nørgaard Jensen, Kristian; van der Goot, Rob; © 2020 The DaN+ authors",
        "license": "MIT",
    },
    {
        "name": "Names in Denmark with their bearers, own selection, through Danish-NER-bias",
        "url": "https://www.dst.dk",
        "author": "Statistics Denmark (Danmarks Statistik); Centre for Humanities Computing",
        "license": "free to reuse with this source; Apache 2.0",
    },
)

DESCRIPTION = (
    "Danish pipeline for the minutes of municipal politics: tok2vec, morphologizer, trainable_lemmatizer, "
    "senter, ner. Trained on the Danish Dependency Treebank with entities of Universal NER and DaN+, other "
    "names swapped in, and invented sentences of minutes. The static vectors are hints from lists of names "
    "and places, not word vectors."
)


def join(morphology: Path, entities: Path) -> Language:
    """One pipeline of both; the entity recogniser keeps a tok2vec of its own.

    It goes first: an entity may not cross the start of a sentence, and some of those found are wrong.
    """
    nlp = load_entities(entities)
    source = load_model(morphology)
    source.vocab.vectors = nlp.vocab.vectors
    for name in source.pipe_names:
        nlp.add_pipe(name, source=source)
    return nlp


def load_entities(folder: Path) -> Language:
    """The trained entity recogniser, its hints keyed as they were."""
    if (folder / "vocab" / "vectors.cfg").exists():
        keep_key(folder)
    return load_model(folder)


def strings_needed(nlp: Language) -> list[str]:
    """Labels and the pieces of the edit trees; the words of the training text are left out.

    Everything else that a word needs is computed from the word.
    """
    needed: set[str] = set()
    for name, pipe in nlp.pipeline:
        needed.add(name)
        needed.update(label for label in getattr(pipe, "labels", ()) or () if isinstance(label, str))
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    for tree in srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]:
        needed.update(_strings_in(tree, nlp.vocab.strings))
    morphologizer: Any = nlp.get_pipe("morphologizer")
    for label in morphologizer.labels:
        feats = dict(part.split("=", 1) for part in label.split("|"))
        needed.update(feats)
        needed.update(feats.values())
        needed.update(f"{key}={value}" for key, value in feats.items())
        needed.add("|".join(f"{k}={v}" for k, v in feats.items() if k != "POS"))
    needed.update({"PER", "ORG", "LOC", "MISC"})
    return sorted(needed - {""})


def _strings_in(tree: Any, strings: StringStore) -> set[str]:
    """The texts that a node puts in the place of others: a node refers to them by hash."""
    found = set()
    for value in _numbers(tree):
        if value in strings:
            found.add(strings[value])
    return found


def _numbers(value: Any) -> list[int]:
    if isinstance(value, bool):
        return []
    if isinstance(value, int):
        return [value]
    if isinstance(value, dict):
        return [number for item in value.values() for number in _numbers(item)]
    if isinstance(value, list | tuple):
        return [number for item in value for number in _numbers(item)]
    return []


def save(nlp: Language, out: Path, scores: dict[str, Any]) -> None:
    """Write the pipeline with no trace of the machine it was made on, and the dev scores in its meta."""
    meta = nlp.meta
    meta.update(
        lang="da",
        name="da_udvalg_sm",
        version=VERSION,
        description=DESCRIPTION,
        author="udvalgsarkiv",
        email="",
        url="",
        license="CC BY-SA 4.0",
        sources=list(SOURCES),
        spacy_version=">=3.8.0,<3.9.0",
        performance=scores,
    )
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.config["initialize"]["vectors"] = None
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.exists():
        shutil.rmtree(out)
    strings = strings_needed(nlp)
    nlp.to_disk(out)
    keep_key(out)
    srsly.write_json(out / "vocab" / "strings.json", strings)
    same_answers(nlp, spacy.load(out))


def same_answers(before: Language, after: Language) -> None:
    """Nothing that was left out was needed: a few sentences get the same answers from what was written."""
    for text in (
        "Bestyrelsesmedlemmerne stemte imod, og Karen Eksempel (V) undlod at stemme.",
        "Kommunens hjemmesygeplejersker havde foreslået bedre vilkår i Odense og omegn, sagde formanden.",
    ):
        for one, other in zip(before(text), after(text), strict=True):
            said = [
                (t.pos_, str(t.morph), t.lemma_, t.is_sent_start, t.ent_type_, t.ent_iob_)
                for t in (one, other)
            ]
            if said[0] != said[1]:
                raise SystemExit(f"the written pipeline answers otherwise: {said[0]} became {said[1]}")
