"""Fact questions: made from what pieces state; exactly one answer is right, the others are known to be wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any

from catalog.model import Scalar

from .card import About, Card, Choice, Fact, Text, lot, shuffled
from .knowledge import Training
from .speech import name_of, put, same, typeset
from .told import Told
from .which import comparable, which

PIECES = 3
EACH = 2
"""How many questions one template gives for one list of categories."""
MOST_PIECES = 24
"""How many pieces are put into trios for one question: trios grow with their third power."""
FEWEST_VALUES = 3
APART = 3
"""How far two values of a figure must lie apart to be told apart in a list: a bag for -1 or 0 °C is the same bag."""
_WORDS = re.compile(r"[^\W_]+(?:[.,][0-9]+\w*)?")
Product = Mapping[str, Any]
Template = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece that states the attribute."""

    product: Product
    fact: Fact

    @property
    def ref(self) -> str:
        """Return the piece's own name in the catalogue."""
        return str(self.product["ref"])

    @property
    def value(self) -> Scalar:
        """Return what it states."""
        return self.fact.value


@dataclass(frozen=True, slots=True)
class Question:
    """A question that could be asked: its name, the piece that answers it, and how to write it out."""

    id: str
    ref: str
    write: Callable[[], Card]


class FactCards:
    """Makes the fact questions of one shop."""

    def __init__(
        self, families: Mapping[str, str], products: Sequence[Product], training: Training, told: Told
    ) -> None:
        self._families, self._products, self._training, self._told = families, products, training, told
        self._words = training.words["fact"]

    def cards(self) -> Iterator[Card]:
        """Give the cards of every template, each once."""
        seen: set[str] = set()
        for template in self._training.facts:
            for group in template["among"]:
                for card in self._of(template, group):
                    if card.id not in seen:
                        seen.add(card.id)
                        yield card

    def _of(self, template: Template, group: Sequence[str]) -> list[Card]:
        inside = [each for each in self._products if each["category"] in group and _is_plain(template, each)]
        facts = ((each, self._told.fact(each, template["attribute"])) for each in inside)
        stated = [Stated(each, fact) for each, fact in facts if fact is not None and not _is_named(each, fact)]
        stated = sorted(stated, key=lambda each: lot(f"{template['id']} {each.ref}"))[:MOST_PIECES]
        if template["mode"] == "value":
            return self._drawn(self._values(template, stated))
        return self._drawn(self._trios(template, stated))

    @staticmethod
    def _drawn(questions: Iterator[Question]) -> list[Card]:
        """Draw by lot, each right answer once: a piece that comes or goes moves no other card. Write the drawn ones."""
        chosen: dict[str, Question] = {}
        for question in sorted(questions, key=lambda each: lot(each.id)):
            chosen.setdefault(question.ref, question)
            if len(chosen) == EACH:
                break
        return [question.write() for question in chosen.values()]

    def _trios(self, template: Template, stated: Sequence[Stated]) -> Iterator[Question]:
        """Give every question with three pieces of which exactly one is right."""
        find = _best if template["mode"] == "best" else _having
        for pieces in combinations(stated, PIECES):
            products = [each.product for each in pieces]
            if not comparable(products) or not _alike(template, products):
                continue
            right = find(template, pieces)
            if right is None:
                continue
            others = [each for each in pieces if each is not right]
            asked = which(self._training.words, products)
            if asked is not None and not _gives_away(template, right, others):
                card_id = "-".join(("fact", template["id"], *sorted(each.ref for each in pieces)))
                yield Question(card_id, right.ref, partial(self._trio, card_id, template, right, others, asked))

    def _trio(self, card_id: str, template: Template, right: Stated, others: Sequence[Stated], asked: Text) -> Card:
        pieces = sorted((right, *others), key=lambda each: each.ref)
        choices = [Choice(each.ref, name_of(each.product), each.ref) for each in pieces]
        others_said = [each.fact.text for each in sorted(others, key=lambda each: each.ref)]
        return Card(
            id=card_id,
            kind="fact",
            about=self._about(right),
            question=put(template["asks"], which=asked),
            choices=shuffled(card_id, choices),
            right=right.ref,
            reason=put(
                self._words[template["mode"]],
                name=name_of(right.product),
                value=right.fact.text,
                others=put(self._words["and_"], one=others_said[0], other=others_said[1]),
                why=typeset(template["why"]),
            ),
            facts=(right.fact, *(each.fact for each in pieces if each is not right)),
        )

    def _values(self, template: Template, stated: Sequence[Stated]) -> Iterator[Question]:
        """Give every question for the value of a piece, among values that other pieces of the range have."""
        known = {each.value: each.fact.text for each in stated}
        for each in stated:
            wrong = self._wrong_values(template, each, known)
            if each.product["audience"] != "kids" and len(wrong) >= FEWEST_VALUES - 1:
                values = {value: known[value] for value in (each.value, *wrong)}
                card_id = f"fact-{template['id']}-{each.ref}"
                yield Question(card_id, each.ref, partial(self._value, card_id, template, each, values))

    def _wrong_values(self, template: Template, right: Stated, known: Mapping[Scalar, Text]) -> list[Scalar]:
        """Return two values that are surely others: no broader word for the right one, no figure beside it."""
        if _tells(right, _words_of(right.fact.text)) or _gives_away(template, right, ()):
            return []
        found: list[Scalar] = []
        for value in sorted(known, key=lambda value: lot(f"{template['id']} {right.ref} {value}")):
            kept = (right.value, *found)
            if (
                _is_kin(template, right, value)
                and all(_is_other(value, one, known) for one in kept)
                and len(found) < FEWEST_VALUES - 1
            ):
                found.append(value)
        return found

    def _value(self, card_id: str, template: Template, piece: Stated, values: Mapping[Scalar, Text]) -> Card:
        choices = [Choice(str(value), text) for value, text in values.items()]
        return Card(
            id=card_id,
            kind="fact",
            about=self._about(piece),
            question=put(template["asks"], name=name_of(piece.product)),
            choices=shuffled(card_id, choices),
            right=str(piece.value),
            reason=put(
                self._words["value"],
                name=name_of(piece.product),
                value=piece.fact.text,
                why=typeset(template["why"]),
            ),
            facts=(piece.fact,),
        )

    def _about(self, piece: Stated) -> About:
        return About(self._families[piece.product["category"]])


def _best(template: Template, pieces: Sequence[Stated]) -> Stated | None:
    """Return the piece that has the most or least, clearly; ``None`` where two are about equal."""
    sign = 1 if template["most"] == "low" else -1
    first, second, *_ = sorted(pieces, key=lambda each: (sign * int(each.value), each.ref))
    apart = abs(int(second.value) - int(first.value))
    least = max(1, template["least_percent"] * abs(int(first.value)) // 100)
    if not template["least_percent"]:
        least = APART
    return first if apart >= least else None


def _having(template: Template, pieces: Sequence[Stated]) -> Stated | None:
    """Return the only piece that has the value, where all others are known to have another."""
    right = [each for each in pieces if each.value == template["is_"]]
    wrong = [each for each in pieces if each.value in template["others"]]
    return right[0] if len(right) == 1 and len(wrong) == len(pieces) - 1 else None


def _alike(template: Template, products: Sequence[Product]) -> bool:
    """Tell whether pieces differ little enough in what would make the comparison idle; what is unknown may differ."""
    for name, most in (template.get("alike") or {}).items():
        told = [product["properties"].get(name) for product in products]
        values = [int(each["value"]) for each in told if each is not None]
        if len(values) < len(products) or max(values) - min(values) > most:
            return False
    return True


def _gives_away(template: Template, right: Stated, others: Sequence[Stated]) -> bool:
    """Tell whether the names alone tell what is right: its own, or another's that rules that one out."""
    words, ruled_out = ({word.casefold() for word in template[name]} for name in ("gives_away", "rules_out"))
    return _tells(right, words) or any(_tells(each, ruled_out) for each in others)


def _is_plain(template: Template, product: Product) -> bool:
    """Tell whether the piece may stand in such a question: none of its technologies makes the answer less plain."""
    return set(template["unless"]).isdisjoint(product["technologies"])


def _is_named(product: Product, fact: Fact) -> bool:
    """Tell whether the figure asked about stands in the name."""
    return str(fact.value) in _words_of(same(product["name"]))


def _tells(piece: Stated, words: set[str]) -> bool:
    return not words.isdisjoint(_words_of(same(piece.product["name"])))


def _words_of(text: Text) -> set[str]:
    return {word.casefold() for language in text.values() for word in _WORDS.findall(language)}


def _is_kin(template: Template, right: Stated, value: Scalar) -> bool:
    """Tell whether a wrong value is as likely as the right one to who reads the name: a GTX has some Gore-Tex."""
    words = _words_of(same(right.product["name"]))
    return all(str(value).startswith(start) for word, start in template["kin"].items() if word.casefold() in words)


def _is_other(value: Scalar, one: Scalar, known: Mapping[Scalar, Text]) -> bool:
    """Tell whether two values are surely not both right, and can be told apart."""
    if isinstance(value, int) and isinstance(one, int) and not isinstance(value, bool):
        return abs(value - one) >= APART
    names = [known[each]["fr"].casefold() for each in (value, one)]
    return not names[0].startswith(names[1]) and not names[1].startswith(names[0])
