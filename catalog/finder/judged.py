"""One customer's answers held against a range, for what is asked about single pieces of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .evaluate import SILENT, Standing, Term, accepted, standings
from .request import Request, prepare

ALL_KINDS = "outfit"
"""The group that stands for everything worn at once: its pieces do not stand for each other."""
_LISTS = ("must", "must_not", "prefer")


@dataclass(frozen=True, slots=True)
class Judged:
    """How every piece of the wanted kind stands; ``best`` are those that break nothing, best first."""

    asked: Request
    answers: Mapping[str, Any]
    found: Mapping[str, Standing]
    best: Sequence[Standing]

    def place(self, ref: str) -> int | None:
        """Return the place of a piece among those proposed, from 1."""
        return next((place for place, each in enumerate(self.best, 1) if each.product["ref"] == ref), None)


def judge(
    finder: Mapping[str, Any],
    products: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None,
) -> Judged:
    """Hold all products against the answers."""
    asked = prepare(finder, answers, stock)
    found = standings(asked, products)
    return Judged(asked, answers, {each.product["ref"]: each for each in found}, accepted(found))


def judge_kind(
    finder: Mapping[str, Any],
    products: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None,
    product: Mapping[str, Any],
) -> Judged:
    """Hold all products against the answers, or where another kind is wanted, those of the product's own category."""
    judged = judge(finder, products, answers, stock)
    if product["ref"] in judged.found:
        return judged
    return judge(finder, products, {**answers, "wanted": product["category"]}, stock)


def stand_ins(judged: Judged, product: Mapping[str, Any]) -> list[Standing]:
    """Return the standings of the other pieces that can take the product's place on the body, in no order.

    Of its own family; where the customer named a group that holds both, of that group.
    """
    parameters, category = judged.asked.parameters, product["category"]
    wanted = judged.answers.get("wanted")
    group = () if wanted == ALL_KINDS else parameters["groups"].get(wanted, ())
    place = _place(judged.asked.finder, category)
    family = parameters["families"].get(category)

    def suits(other: str) -> bool:
        if _place(judged.asked.finder, other) != place:
            return False
        return parameters["families"].get(other) == family or (category in group and other in group)

    return [
        each
        for each in judged.found.values()
        if each.product["ref"] != product["ref"] and suits(each.product["category"])
    ]


def _place(finder: Mapping[str, Any], category: str) -> str:
    places: Mapping[str, Sequence[str]] = finder["comparing"]["places"]
    return next((place for place, categories in places.items() if category in categories), category)


def spoken_terms(standing: Standing) -> list[Term]:
    """Return the terms of the score that have a criterion."""
    return [term for term in standing.terms if term[0] != SILENT]


def without(answers: Mapping[str, Any], drop: Sequence[str]) -> dict[str, Any]:
    """Return the answers after letting go of answers and wishes by their names."""
    gone = {*drop, "sizes"} if "size" in drop else {*drop}
    kept = {name: value for name, value in answers.items() if name not in gone}
    for name in _LISTS:
        if name in kept:
            kept[name] = [wish for wish in kept[name] if wish not in gone]
    return kept
