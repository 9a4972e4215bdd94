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
    """What `spacy evaluate` measures, as far as the pipeline tells it: shares in per cent, with each kind's F."""
    found = nlp.evaluate(list(Corpus(corpus)(nlp)))
    by_kind = {
        label: round(100 * f["f"], 2) for label, f in sorted((found.get("ents_per_type") or {}).items())
    }
    told = {key: round(100 * found[key], 2) for key in SCORES if found.get(key) is not None}
    return told | {"ents_f_per_type": by_kind}


def speed(folder: Path, docs: Iterable[Doc]) -> dict[str, float]:
    """Seconds to load, and words per second of the whole pipeline and of the entity recogniser alone.

    Seconds of one core's work, so that others on the machine do not count.
    """
    started = time.process_time()
    nlp = spacy.load(folder)
    loaded = time.process_time() - started
    texts = [doc.text for doc in docs]
    words = sum(len(nlp.make_doc(text)) for text in texts)
    found = {"load_seconds": round(loaded, 2)}
    for name, disable in (("whole", []), ("names", [pipe for pipe in nlp.pipe_names if pipe != "ner"])):
        for _ in nlp.pipe(texts[:5], disable=disable):
            pass
        started = time.process_time()
        for _ in nlp.pipe(texts, disable=disable):
            pass
        found[f"words_per_second_{name}"] = round(words / (time.process_time() - started), -2)
    return found
