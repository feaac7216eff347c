"""What decides between two pieces: the criteria whose verdicts rest on facts of both, and the one worth telling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.finder.estimates import ESTIMATE, is_estimated
from catalog.finder.evaluate import UNKNOWN, Standing
from catalog.finder.judged import spoken_terms
from catalog.finder.words import PLACEHOLDER, leads

from .card import Fact

SURE_GAP = 8
"""Points of the score that facts alone must put between two pieces: then no estimate decides."""
SURELY_MEETS, SURELY_LESS = 75, 30
"""Degree that the better piece reaches on what decides, and how far the other stays behind it."""
FLAW = 40
"""A degree below which a weighty criterion speaks against a piece: then it is no example of good advice."""
DECLARED = "declared"
"""The topic of criteria that only repeat what the maker says the piece is for: nothing to learn from."""
WEIGHT = "weight_g"
Product = Mapping[str, Any]
Known = Mapping[int, tuple[int, int]]


class Deciding:
    """Looks for what decides, in one finder."""

    def __init__(self, finder: Mapping[str, Any], words: Mapping[str, Any]) -> None:
        self._criteria, self._finder = finder["criteria"], finder
        self._meets_from = finder["parameters"]["meets_from"]
        self._untold = {each["criterion"]: each.get("wrong") for each in words["untold"]}
        self._apart = words["apart"]

    def facts(self, piece: Standing) -> dict[int, tuple[int, int]]:
        """Return weight and degree of each criterion that something stated decides for a piece, by its index."""
        return {
            index: (weight, degree)
            for index, weight, degree in spoken_terms(piece)
            if degree != UNKNOWN and not is_estimated(self._criteria[index], piece.product)
        }

    def lead(self, right: Standing, wrong: Standing, known: Known, known_other: Known) -> int | None:
        """Return the criterion that decides most; ``None`` where facts alone do not put the pieces apart.

        ``known`` and ``known_other`` are the ``facts`` of both: each piece is held against many others.
        """
        gains: dict[int, int] = {}
        leading: list[int] = []
        for index, (weight, degree) in known.items():
            if index not in known_other:
                continue
            other = known_other[index][1]
            gains[index] = weight * (degree - other)
            if self._is_far(degree, other) and self._teaches(index, right.product, wrong.product):
                leading.append(index)
        points = sum(gains.values()) // max(1, sum(weight for _, weight, _ in right.terms))
        if not leading or points < SURE_GAP:
            return None
        return max(leading, key=lambda index: (gains[index], -index))

    def is_sound(self, piece: Standing) -> bool:
        """Tell whether nothing that weighs speaks against a piece."""
        return all(
            degree == UNKNOWN or degree >= FLAW or not leads(self._finder, index)
            for index, _, degree in spoken_terms(piece)
        )

    def _is_far(self, degree: int, other: int) -> bool:
        return degree >= SURELY_MEETS and degree - other >= SURELY_LESS and other < self._meets_from

    def _teaches(self, index: int, right: Product, wrong: Product) -> bool:
        """Tell whether a criterion is worth telling of these two, and nothing that it reads is an estimate."""
        criterion = self._criteria[index]
        if criterion["topic"] == DECLARED or not leads(self._finder, index) or self._is_untold(criterion["id"], wrong):
            return False
        read = self._reads(index) | self._named(index, "reason") | self._named(index, "caution")
        values = (product["properties"].get(name) for product in (right, wrong) for name in read)
        if any(value is not None and value["provenance"] == ESTIMATE for value in values):
            return False
        return self._is_fair(index, right, wrong)

    def _is_untold(self, criterion: str, wrong: Product) -> bool:
        if criterion not in self._untold:
            return False
        kinds = self._untold[criterion]
        return kinds is None or wrong["category"] in kinds

    def _is_fair(self, index: int, right: Product, wrong: Product) -> bool:
        """Tell whether figures are worth comparing, within one kind, and no weight is praised that is not the lower."""
        for name, bounds in self._apart.items():
            if name in self._criteria[index]["reads"]:
                one, other = (int(product["properties"][name]["value"]) for product in (right, wrong))
                percent = 100 * max(one, other) // max(1, min(one, other))
                if right["category"] != wrong["category"] or not bounds["least"] <= percent <= bounds["most"]:
                    return False
        return not self._praises_weight(index) or _is_lighter(right, wrong)

    def _praises_weight(self, index: int) -> bool:
        criterion = self._criteria[index]
        return WEIGHT not in criterion["reads"] and WEIGHT in self.read(index, "reason")

    def read(self, index: int, kind: str) -> set[str]:
        """Return the attributes that a criterion reads or may tell of, as ``reason`` or ``caution``."""
        told = self._criteria[index]["told"] if kind == "reason" else ()
        return self._reads(index) | self._named(index, kind) | _names_in(told)

    def _reads(self, index: int) -> set[str]:
        criterion = self._criteria[index]
        return {*criterion["reads"], *criterion["properties"]}

    def _named(self, index: int, kind: str) -> set[str]:
        """Return the attributes whose values the sentence tells even where they are estimates."""
        criterion = self._criteria[index]
        particular = (*criterion["by_category"].values(), *criterion["by_value"].values())
        return _names_in([criterion[kind], *(words[kind] for words in particular if kind in words)])

    def is_read(self, index: int, name: str, fact: Fact, said: str) -> bool:
        """Tell whether a fact decides, or is told in the sentence."""
        criterion = self._criteria[index]
        return name in criterion["reads"] or name in criterion["properties"] or fact.text["fr"] in said

    def is_of_kind(self, index: int) -> bool:
        """Tell whether the kind of piece decides: nothing else is read."""
        return not self._criteria[index]["reads"] and self._criteria[index]["gauge"] is None


def _names_in(texts: Iterable[Mapping[str, str]]) -> set[str]:
    return {name for text in texts for name in PLACEHOLDER.findall(text["fr"])}


def _is_lighter(right: Product, wrong: Product) -> bool:
    """Tell whether the weight that a sentence may praise is known to be the lower one, or is not told at all."""
    own, other = (product["properties"].get(WEIGHT) for product in (right, wrong))
    if own is None or own["provenance"] == ESTIMATE:
        return True
    return other is not None and other["provenance"] != ESTIMATE and int(own["value"]) < int(other["value"])
