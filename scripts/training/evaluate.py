"""Scores of the joined pipeline by split, and its speed."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Corpus

SCORES = ("pos_acc", "morph_acc", "lemma_acc", "sents_p", "sents_r", "sents_f", "ents_p", "ents_r", "ents_f")


def scores(nlp: Language, corpus: Path) -> dict[str, Any]:
    """What `spacy evaluate` measures: shares in per cent, with the F of each kind of entity."""
    found = nlp.evaluate(list(Corpus(corpus)(nlp)))
    by_kind = {label: round(100 * f["f"], 2) for label, f in sorted(found["ents_per_type"].items())}
    return {key: round(100 * found[key], 2) for key in SCORES} | {"ents_f_per_type": by_kind}


def speed(folder: Path, docs: Iterable[Doc]) -> dict[str, float]:
    """Seconds to load, and words per second of the whole pipeline and of the entity recogniser alone."""
    started = time.perf_counter()
    nlp = spacy.load(folder)
    loaded = time.perf_counter() - started
    texts = [doc.text for doc in docs]
    words = sum(len(nlp.make_doc(text)) for text in texts)
    found = {"load_seconds": round(loaded, 2)}
    for name, disable in (("whole", []), ("names", [pipe for pipe in nlp.pipe_names if pipe != "ner"])):
        for _ in nlp.pipe(texts[:5], disable=disable):
            pass
        started = time.perf_counter()
        for _ in nlp.pipe(texts, disable=disable):
            pass
        found[f"words_per_second_{name}"] = round(words / (time.perf_counter() - started), -2)
    return found
