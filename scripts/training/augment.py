"""Training sentences for entities: the treebank's with other names, and such as minutes write."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from .lists import Lists

Mention = tuple[int, int, str]
"""First token, token after the last, label."""


@dataclass
class Sentence:
    """Words, whether a space follows each, and the entities among them."""

    words: list[str]
    spaces: list[bool]
    mentions: list[Mention]


@dataclass(frozen=True)
class Rates:
    """How often each change is made. 0 leaves it out, which is how its gain is measured."""

    person: float = 0.4
    """A person of the treebank gets another name."""
    place: float = 0.3
    """A place gets the name of another in the same list."""
    organisation: float = 0.25
    """An organisation is replaced by another one of the treebank or the list."""
    people: float = 0.35
    """An adjective or noun for a people is replaced by one with the same ending."""
    upper: float = 0.04
    """The whole sentence in capitals."""
    lower: float = 0.02
    """The whole sentence in small letters."""
    shout: float = 0.04
    """One person's name in capitals."""
    cut: float = 0.12
    """A sentence starts at a later word, with a capital: words that are no names, in capitals."""
    templates: int = 800
    """Sentences of minutes for each pass over the treebank."""


LETTERS = "ABCDFIKMOSVÆØÅÅABVVACFØ"
"""Party letters, the common ones repeated."""

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


def sentences(corpus: Path, nlp: Language) -> list[Sentence]:
    """The sentences of a converted corpus."""
    found = []
    for doc in DocBin().from_disk(corpus).get_docs(nlp.vocab):
        for sent in doc.sents:
            mentions = [(e.start - sent.start, e.end - sent.start, e.label_) for e in sent.ents]
            found.append(Sentence([t.text for t in sent], [bool(t.whitespace_) for t in sent], mentions))
    return found


class Augmenter:
    """Makes new sentences out of old ones and of templates, all from one seeded source of chance."""

    def __init__(self, nlp: Language, lists: Lists, known: list[Sentence], rates: Rates, seed: int) -> None:
        self.nlp = nlp
        self.lists = lists
        self.known = known
        self.rates = rates
        self.rng = random.Random(seed)
        self.kinds = {
            word: kind for kind in ("town", "city", "country", "kommune") for word in lists.places[kind]
        }
        self.endings: dict[str, list[str]] = defaultdict(list)
        for word, ending in lists.peoples:
            self.endings[ending].append(word)
        self.ending_of = dict(lists.peoples)
        plain = [
            s.words[start:end]
            for s in known
            for start, end, label in s.mentions
            if label == "ORG" and all(_is_name_like(w) for w in s.words[start:end])
        ]
        self.organisations = plain + [n.split() for group in lists.organisations.values() for n in group]
        self.foreign = [
            " ".join(s.words[start:end])
            for s in known
            for start, end, label in s.mentions
            if label == "PER" and end - start > 1 and all(_is_name_like(w) for w in s.words[start:end])
        ]

    # The treebank's sentences

    def vary(self, sentence: Sentence) -> Sentence:
        """The same sentence with some of its entities replaced, and now and then in another case."""
        words, spaces, mentions = [], [], []
        at = 0
        for start, end, label in sentence.mentions:
            words += sentence.words[at:start]
            spaces += sentence.spaces[at:start]
            new = self._replace(sentence.words[start:end], label)
            mentions.append((len(words), len(words) + len(new), label))
            words += new
            spaces += [True] * (len(new) - 1) + [sentence.spaces[end - 1]]
            at = end
        words += sentence.words[at:]
        spaces += sentence.spaces[at:]
        return self._recase(self._cut(Sentence(words, spaces, mentions)))

    def _cut(self, sentence: Sentence) -> Sentence:
        inside = {i for start, end, _ in sentence.mentions for i in range(start, end)}
        starts = [
            i
            for i, word in enumerate(sentence.words[: len(sentence.words) // 2])
            if i and word.islower() and word.isalpha() and i not in inside and i - 1 not in inside
        ]
        if not starts or self.rng.random() >= self.rates.cut:
            return sentence
        at = self.rng.choice(starts)
        words = [sentence.words[at].capitalize(), *sentence.words[at + 1 :]]
        mentions = [(a - at, b - at, label) for a, b, label in sentence.mentions if a >= at]
        return Sentence(words, sentence.spaces[at:], mentions)

    def _recase(self, sentence: Sentence) -> Sentence:
        chance = self.rng.random()
        if chance < self.rates.upper:
            return Sentence([w.upper() for w in sentence.words], sentence.spaces, sentence.mentions)
        if chance < self.rates.upper + self.rates.lower:
            return Sentence([w.lower() for w in sentence.words], sentence.spaces, sentence.mentions)
        return sentence

    def _replace(self, words: list[str], label: str) -> list[str]:
        change: dict[str, tuple[float, Callable[[list[str]], list[str]]]] = {
            "PER": (self.rates.person, self._other_person),
            "LOC": (self.rates.place, self._other_place),
            "ORG": (self.rates.organisation, self._other_organisation),
            "MISC": (self.rates.people, self._other_people),
        }
        if label not in change:
            return words
        rate, function = change[label]
        return function(words) if self.rng.random() < rate else words

    def _other_person(self, words: list[str]) -> list[str]:
        if not all(_is_name_like(word) for word in words):
            return words
        names, gender = self.lists.names, self.rng.choice(("first_m", "first_f"))
        new = []
        for i, word in enumerate(words):
            base = word[:-1] if word.endswith(("s", "S")) and names.kind(word.title()) is None else word
            if len(word.rstrip(".")) <= 2:
                new.append(self._initial() if word.endswith(".") else word)
                continue
            kind = names.kind(base.title()) or ("last" if i or len(words) == 1 else "first_m")
            if base == word and i == len(words) - 1 and names.kind(word) is None and word[-1] in "s'":
                base = word.rstrip("s'")
            name = names.draw(self.rng, gender if kind.startswith("first") else "last")
            if base != word:
                name += "'" if name[-1] in "sxz" else "s"
            new.append(name.upper() if word.isupper() else name)
        if self.rng.random() < self.rates.shout:
            new = [word.upper() for word in new]
        return new

    def _other_place(self, words: list[str]) -> list[str]:
        if len(words) != 1:
            return words
        word = words[0]
        for base, ending in ((word, ""), (word[:-1], word[-1:])):
            if ending in ("", "s") and base in self.kinds:
                new = self.rng.choice(self.lists.places[self.kinds[base]])
                return [new + ("" if not ending else "'" if new.endswith("s") else "s")]
        return words

    def _other_organisation(self, words: list[str]) -> list[str]:
        if not all(_is_name_like(word) for word in words) or len(words[0]) < 2:
            return words
        genitive = words[-1].endswith("s") and not words[-1].isupper()
        new = self.rng.choice(self.organisations)
        if new[-1].endswith(("s", ".")) != genitive:
            return [*new[:-1], new[-1] + "s"] if genitive and new[-1][-1].isalpha() else words
        return list(new)

    def _other_people(self, words: list[str]) -> list[str]:
        word = words[0]
        ending = self.ending_of.get(word.lower())
        if len(words) != 1 or ending is None:
            return words
        new = self.rng.choice(self.endings[ending])
        return [new.title() if word[0].isupper() else new]

    # Sentences of minutes

    def _initial(self) -> str:
        return self.rng.choice("ABCDEFGHIJKLMNOPRSTUVWÆØ") + "."

    def person(self) -> str:
        """A full name in one of the forms that Danish minutes use."""
        rng, names = self.rng, self.lists.names
        gender = rng.choice(("first_m", "first_f"))
        first, last = names.draw(rng, gender), names.draw(rng, "last")
        form = rng.random()
        if form < 0.40:
            name = f"{first} {last}"
        elif form < 0.60:
            name = f"{first} {names.draw(rng, 'last')} {last}"
        elif form < 0.70:
            name = f"{first} {names.draw(rng, gender)} {last}"
        elif form < 0.78:
            name = f"{first} {self._initial()} {last}"
        elif form < 0.84:
            name = f"{first}-{names.draw(rng, gender)} {last}"
        elif form < 0.88:
            name = f"{self._initial()} {self._initial()} {last}"
        elif form < 0.90:
            name = f"{self._initial()}{self._initial()} {last}"
        elif form < 0.93:
            name = f"{first} {names.draw(rng, 'last')}-{last}"
        elif form < 0.96:
            name = rng.choice(self.foreign) if self.foreign else f"{first} {last}"
        else:
            name = first
        return name.upper() if rng.random() < self.rates.shout else name

    def _fill(self, slot: str) -> list[tuple[str, str | None]]:
        """What may stand for a slot of a template: pieces of text, each with its label or none."""
        rng, lists = self.rng, self.lists
        letter = rng.choice(LETTERS)
        town = rng.choice(lists.places[rng.choice(("town", "kommune"))])
        if slot == "PER":
            return [(self.person(), "PER")]
        if slot == "MED":
            form = rng.random()
            if form < 0.45:
                return [(self.person(), "PER"), (" (", None), (letter, "ORG"), (")", None)]
            if form < 0.50:
                return [(self.person(), "PER"), (", ", None), (letter, "ORG")]
            if form < 0.53:
                return [
                    (self.person(), "PER"),
                    (" (", None),
                    (rng.choice(("UP", "LL", "UFP", "UP-1")), None),
                    (")", None),
                ]
            if form < 0.55:
                return [
                    (self.person(), "PER"),
                    (" (", None),
                    (rng.choice(lists.organisations["parti"]), "ORG"),
                    (")", None),
                ]
            return [(self.person(), "PER")]
        if slot == "L":
            return [(letter, "ORG")]
        if slot == "PARTI":
            return [(letter if rng.random() < 0.3 else rng.choice(lists.organisations["parti"]), "ORG")]
        if slot == "UDV":
            return [(rng.choice(lists.municipality["udvalg"]), "ORG")]
        if slot == "FORV":
            return [(rng.choice(lists.municipality["forvaltning"]), "ORG")]
        if slot == "KOM":
            return [(f"{rng.choice(lists.places['kommune'])} Kommune", "ORG")]
        if slot == "ORG":
            return [(self._organisation(town), "ORG")]
        if slot == "STED":
            return [(town, "LOC")]
        if slot == "REG":
            return [(rng.choice(lists.places["region"]), None)]
        if slot == "VEJ":
            street = rng.choice(lists.streets["first"]) + rng.choice(lists.streets["last"])
            if rng.random() < 0.15:
                street = f"{self.lists.names.draw(rng, 'first_m')} {self.lists.names.draw(rng, 'last')}s Vej"
            return [(street, "LOC")]
        if slot == "TITEL":
            title = rng.choice(lists.titles)
            return [(title if rng.random() < 0.6 else title.lower(), None)]
        if slot in ("ORD", "ord"):
            word = rng.choice(lists.compounds["first"]) + rng.choice(lists.compounds["last"])
            return [(word.capitalize() if slot == "ORD" else word, None)]
        if slot == "LOV":
            return [(rng.choice(lists.compounds["law"]), None)]
        if slot == "VERB":
            return [(rng.choice(lists.compounds["verb"]), None)]
        if slot == "LABEL":
            return [(rng.choice(lists.labels), None)]
        if slot == "DATO":
            day, year = rng.randint(1, 28), rng.randint(2007, 2026)
            month = rng.randint(1, 12)
            return [(rng.choice((f"{day}. {MONTHS[month - 1]} {year}", f"{day:02}-{month:02}-{year}")), None)]
        return [
            (str(rng.choice((rng.randint(1, 30), rng.randint(1, 999), f"{rng.randint(9, 20)}.30"))), None)
        ]

    def _organisation(self, town: str) -> str:
        rng = self.rng
        if rng.random() < 0.45:
            return rng.choice(rng.choice([g for k, g in self.lists.organisations.items() if k != "parti"]))
        kinds = self.lists.organisation_kinds
        word = rng.choice(kinds["after"])
        form = rng.random()
        if form < 0.6:
            return f"{town} {word}"
        if form < 0.8:
            return f"{rng.choice(kinds['before'])} {town}"
        return f"{self.lists.names.draw(rng, 'last')} {rng.choice(kinds['firm'])}"

    def minutes(self) -> Sentence:
        """A sentence of minutes out of a template."""
        template = self.rng.choice(self.lists.templates)
        text, spans = "", []
        for piece in re.split(r"(\{[A-Za-z]+\})", template):
            filled = self._fill(piece[1:-1]) if piece.startswith("{") else [(piece, None)]
            for part, label in filled:
                if label:
                    spans.append((len(text), len(text) + len(part), label))
                text += part
        doc = self.nlp.make_doc(text)
        mentions = []
        for start, end, label in spans:
            span = doc.char_span(start, end, alignment_mode="expand")
            mentions.append((span.start, span.end, label))
        sentence = Sentence([t.text for t in doc], [bool(t.whitespace_) for t in doc], mentions)
        return self._recase(sentence)

    # Corpora

    def passes(self, count: int) -> Iterator[Sentence]:
        """The treebank as it is, then `count` times varied with sentences of minutes in between."""
        for number in range(count + 1):
            minutes = [self.minutes() for _ in range(self.rates.templates)] if number else []
            known = [self.vary(s) if number else s for s in self.known]
            while known or minutes:
                take_known = bool(known) and self.rng.random() * (len(known) + len(minutes)) < len(known)
                if take_known:
                    yield from known[:5]
                    del known[:5]
                else:
                    yield from minutes[:3]
                    del minutes[:3]

    def corpus(self, count: int) -> DocBin:
        """All passes as documents of one to twelve sentences."""
        found = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"])
        held: list[Sentence] = []
        size = 1
        for sentence in self.passes(count):
            held.append(sentence)
            if len(held) >= size:
                found.add(_document(held, self.nlp))
                held, size = [], self.rng.choice((1, 2, 4, 8, 12))
        if held:
            found.add(_document(held, self.nlp))
        return found


def _is_name_like(word: str) -> bool:
    """A capital first and no hyphen before a small letter: no compound such as `SID-huset`."""
    return word[0].isupper() and not re.search(r"-[a-zæøå]|'|/", word)


def _document(parts: list[Sentence], nlp: Language) -> Doc:
    words = [word for part in parts for word in part.words]
    spaces = [space for part in parts for space in [*part.spaces[:-1], True]]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    spans, offset = [], 0
    for part in parts:
        spans += [Span(doc, offset + a, offset + b, label=label) for a, b, label in part.mentions]
        offset += len(part.words)
    doc.set_ents(spans, default="outside")
    return doc
