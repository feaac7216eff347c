"""Contrast questions: a customer's need and two pieces, decided by the finder, clearly and on facts alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from catalog.finder.estimates import ESTIMATE, is_estimated
from catalog.finder.evaluate import UNKNOWN, Standing
from catalog.finder.explain import Speaker
from catalog.finder.judged import Judged, judge, spoken_terms
from catalog.finder.words import leads

from .card import SPOKEN, About, Card, Choice, Fact, Text, lot, shuffled
from .knowledge import Training
from .speech import name_of, put
from .told import ACTIVITIES, Told

CLEAR_GAP, TRIVIAL_GAP = 12, 45
"""Points of the score between which the better piece is clear to a good seller, and not to everybody."""
SURE_GAP = 8
"""Points that facts alone must put between the two pieces: then no estimate decides."""
SUITS, STANDS = 60, 35
"""The better piece must suit; the other must be one that a customer could have in hand."""
SAME_REASON, SAME_NEED = 2, 4
"""How many cards one need and kind of piece give: by one deciding criterion, and in all."""
SURELY_MEETS, SURELY_LESS = 75, 30
"""Degree that the better piece reaches on what decides, and how far the other stays behind it."""
DECLARED = "declared"
"""The topic of criteria that only repeat what the maker says the piece is for: nothing to learn from."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two pieces for one need. ``lead`` is the criterion that decides most among those known of both."""

    need: Mapping[str, Any]
    kind: str
    right: Standing
    wrong: Standing
    lead: int
    sure: int

    @property
    def refs(self) -> list[str]:
        """Return the refs in an order that does not tell which is right."""
        return sorted([self.right.product["ref"], self.wrong.product["ref"]])

    @property
    def id(self) -> str:
        """Name what is asked: the need and the two pieces."""
        return "-".join(("contrast", self.need["id"], *self.refs))


class Contrasts:
    """Makes the contrast questions of one shop."""

    def __init__(self, finder: Mapping[str, Any], products: Sequence[Mapping[str, Any]], training: Training) -> None:
        self._finder, self._products, self._training = finder, products, training
        self._words = training.words

    def cards(self, told: Told) -> Iterator[Card]:
        """Give the chosen cards of every need, each pair once."""
        seen: set[str] = set()
        for need in self._training.needs:
            for kind in need["kinds"]:
                answers = {**need["answers"], "wanted": kind}
                judged = judge(self._finder, self._products, answers, None)
                for contrast in self._chosen(judged, need, kind):
                    if contrast.id not in seen:
                        seen.add(contrast.id)
                        yield self._card(contrast, judged, told)

    def _chosen(self, judged: Judged, need: Mapping[str, Any], kind: str) -> list[Contrast]:
        """Choose few, and so that a piece that comes or goes moves few: by lot within each deciding criterion."""
        by_lead: dict[str, list[Contrast]] = {}
        for contrast in self._decided(judged, need, kind):
            by_lead.setdefault(self._finder["criteria"][contrast.lead]["id"], []).append(contrast)
        drawn = [sorted(each, key=lambda one: lot(one.id))[:SAME_REASON] for each in by_lead.values()]
        return sorted((one for each in drawn for one in each), key=lambda one: lot(one.id))[:SAME_NEED]

    def _decided(self, judged: Judged, need: Mapping[str, Any], kind: str) -> Iterator[Contrast]:
        proposed = {id(each) for each in judged.best}
        for one, other in combinations(judged.found.values(), 2):
            right, wrong = (one, other) if one.exact >= other.exact else (other, one)
            if id(right) not in proposed or not self._comparable(right.product, wrong.product):
                continue
            if not CLEAR_GAP <= right.score - wrong.score <= TRIVIAL_GAP or right.score < SUITS or wrong.score < STANDS:
                continue
            found = self._by_facts(right, wrong)
            if found is not None:
                yield Contrast(need, kind, right, wrong, *found)

    def _comparable(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
        """Tell whether one customer could hesitate between the two, and a seller can tell them apart by name."""
        audiences = {one["audience"], other["audience"]} - {"unisex"}
        if len(audiences) > 1 or "kids" in audiences or one["name"] == other["name"]:
            return False
        return self._which(one, other) is not None

    def _which(self, one: Mapping[str, Any], other: Mapping[str, Any]) -> Text | None:
        if one["category"] == other["category"]:
            return dict(self._words["which"][one["category"]])
        both = {one["category"], other["category"]}
        return next((dict(each["which"]) for each in self._words["rivals"] if both <= {*each["categories"]}), None)

    def _by_facts(self, right: Standing, wrong: Standing) -> tuple[int, int] | None:
        """Return the criterion that decides and the points that facts alone make; ``None`` where they do not decide."""
        others = {index: degree for index, _, degree in spoken_terms(wrong)}
        meets_from = self._finder["parameters"]["meets_from"]
        gains: dict[int, int] = {}
        leading: list[int] = []
        for index, weight, degree in spoken_terms(right):
            other = others.get(index, UNKNOWN)
            if UNKNOWN in (degree, other) or not self._is_sure(index, right.product, wrong.product):
                continue
            gains[index] = gains.get(index, 0) + weight * (degree - other)
            if (
                meets_from > other
                and self._is_far(degree, other)
                and self._teaches(index, right.product, wrong.product)
            ):
                leading.append(index)
        points = sum(gains.values()) // max(1, sum(weight for _, weight, _ in right.terms))
        if not leading or points < SURE_GAP:
            return None
        return max(leading, key=lambda index: (gains[index], -index)), points

    @staticmethod
    def _is_far(degree: int, other: int) -> bool:
        return degree >= SURELY_MEETS and degree - other >= SURELY_LESS

    def _is_sure(self, index: int, *products: Mapping[str, Any]) -> bool:
        criterion = self._finder["criteria"][index]
        return not any(is_estimated(criterion, product) for product in products)

    def _teaches(self, index: int, *products: Mapping[str, Any]) -> bool:
        """Tell whether a criterion is worth saying, and no value that it reads of either piece is an estimate."""
        criterion = self._finder["criteria"][index]
        if criterion["topic"] == DECLARED or not leads(self._finder, index):
            return False
        read = {*criterion["reads"], *criterion["properties"]}
        values = (product["properties"].get(name) for product in products for name in read)
        return all(value is None or value["provenance"] != ESTIMATE for value in values)

    def _card(self, contrast: Contrast, judged: Judged, told: Told) -> Card:
        right, wrong = contrast.right.product, contrast.wrong.product
        words, need = self._words["contrast"], contrast.need
        which = self._which(right, wrong) or {}
        choices = [Choice(each["ref"], name_of(each), each["ref"]) for each in (right, wrong)]
        return Card(
            id=contrast.id,
            kind="contrast",
            about=About(
                self._finder["parameters"]["families"][right["category"]],
                need["answers"].get("activity"),
                need["answers"].get("weather"),
            ),
            question=put(words["question"], says=need["says"], which=which),
            choices=shuffled(contrast.id, choices),
            right=right["ref"],
            reason=put(
                words["reason"],
                right=name_of(right),
                wrong=name_of(wrong),
                reason=self._line(right, judged, contrast.lead, "reason"),
                caution=self._line(wrong, judged, contrast.lead, "caution"),
            ),
            facts=self._facts(contrast, told),
        )

    def _line(self, product: Mapping[str, Any], judged: Judged, index: int, kind: str) -> Text:
        return {lang: Speaker(self._finder, product, judged.answers, lang).line(index, kind)["text"] for lang in SPOKEN}

    def _facts(self, contrast: Contrast, told: Told) -> tuple[Fact, ...]:
        """Return what the deciding criterion reads of both pieces: stated values, else the kind of piece."""
        criterion = self._finder["criteria"][contrast.lead]
        names = sorted({*criterion["reads"], *criterion["properties"]} - {ACTIVITIES})
        found: list[Fact] = []
        for product in sorted((contrast.right.product, contrast.wrong.product), key=lambda each: str(each["ref"])):
            stated = [fact for fact in (told.fact(product, name) for name in names) if fact is not None]
            found += stated or [told.kind(product)]
        return tuple(found)
