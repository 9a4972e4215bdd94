"""What each kind of augmentation gains: the entity recogniser trained briefly without it, measured on dev."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train

from .assemble import load_entities
from .augment import Augmenter, Rates, sentences
from .evaluate import scores
from .lists import read_lists, write_hints

WITHOUT: dict[str, dict[str, float]] = {
    "nothing left out": {},
    "other names of people": {"person": 0, "shout": 0},
    "other places, organisations, peoples": {"place": 0, "organisation": 0, "people": 0},
    "capitals, small letters, cut beginnings": {"upper": 0, "lower": 0, "shout": 0, "cut": 0},
    "sentences of minutes": {"templates": 0},
    "hints from lists": {},
    "all of them": {
        "person": 0, "shout": 0, "place": 0, "organisation": 0, "people": 0, "upper": 0, "lower": 0, "cut": 0,
        "templates": 0,
    },
}  # fmt: skip
"""What is left out in turn, and the rates that do so."""

NO_HINTS = ("hints from lists", "all of them")

PASSES = 3
"""Passes over the treebank: more than 1,000 steps see."""


def ablate(
    data: Path, work: Path, models: Path, seed: int, steps: int, common: Callable[..., set[str]]
) -> None:
    """Train once for each thing left out, and print a line of JSON for each.

    Args:
        data: Folder with the names.
        work: Holds the converted corpora; each training gets a folder in it.
        models: Folder with lists and configurations.
        seed: Of all of them.
        steps: How long each is trained; the whole training takes 2,750.
        common: Tells the words of train that are common outside of names.
    """
    lists = read_lists(models / "lists", data / "names_dk_2023.tsv")
    nlp = spacy.blank("da")
    known = sentences(work / "train.spacy", nlp)
    write_hints(lists, common(known), work / "hints")
    for name, rates in WITHOUT.items():
        folder = work / "ablation" / name.replace(" ", "-").replace(",", "")
        corpus = folder / "train.spacy"
        if not (folder / "model-best").exists():
            folder.mkdir(parents=True, exist_ok=True)
            Augmenter(nlp, lists, known, replace(Rates(), **rates), seed).corpus(PASSES).to_disk(corpus)
            overrides: dict[str, Any] = {
                "paths.train": str(corpus), "paths.dev": str(work / "dev.spacy"),
                "paths.hints": str(work / "hints"), "system.seed": seed,
                "training.max_steps": steps, "training.eval_frequency": max(1, steps // 5),
            }  # fmt: skip
            if name in NO_HINTS:
                overrides |= {
                    "paths.hints": None,
                    "components.ner.model.tok2vec.embed.include_static_vectors": False,
                }
            train(models / "configs" / "entities.cfg", folder, overrides=overrides)
            corpus.unlink()
        trained = load_entities(folder / "model-best")
        found = {split: scores(trained, work / f"{split}.spacy") for split in ("dev", "dane")}
        row = {
            f"{split}_{key}": score[key]
            for split, score in found.items()
            for key in ("ents_p", "ents_r", "ents_f")
        }
        print(
            json.dumps({"without": name, **row, "dev_by_kind": found["dev"]["ents_f_per_type"]}), flush=True
        )
