"""Contrast questions: a customer's need and two pieces, decided by the finder, clearly and on facts alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from catalog.finder.evaluate import Standing
from catalog.finder.explain import Speaker
from catalog.finder.judged import Judged, judge

from .card import SPOKEN, About, Card, Choice, Fact, Text, lot, shuffled
from .deciding import Deciding
from .knowledge import Training
from .speech import name_of, put
from .told import ACTIVITIES, Told
from .which import belong, comparable, which

CLEAR_GAP, TRIVIAL_GAP = 12, 45
"""Points of the score between which the better piece is clear to a good seller, and not to everybody."""
SUITS, STANDS = 75, 35
"""The better piece must suit very well; the other must be one that a customer could have in hand."""
MOST_PIECES = 64
"""How many pieces of a kind are held against each other for one need: pairs grow with their square."""
SAME_REASON, SAME_NEED = 2, 3
"""How many cards one need and kind of piece give: by one deciding criterion, and in all."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two pieces for one need. ``lead`` is the criterion that decides most among those known of both."""

    need: Mapping[str, Any]
    kind: str
    judged: Judged
    right: Standing
    wrong: Standing
    lead: int

    @property
    def refs(self) -> tuple[str, ...]:
        """Return the refs in an order that does not tell which is right."""
        return tuple(sorted((str(self.right.product["ref"]), str(self.wrong.product["ref"]))))

    @property
    def id(self) -> str:
        """Name what is asked: the need and the two pieces."""
        return "-".join(("contrast", self.need["id"], *self.refs))


class Contrasts:
    """Makes the contrast questions of one shop."""

    def __init__(
        self, finder: Mapping[str, Any], products: Sequence[Mapping[str, Any]], training: Training, told: Told
    ) -> None:
        self._finder, self._products, self._told = finder, products, told
        self._needs, self._words = training.needs, training.words
        self._deciding = Deciding(finder, training.words)

    def cards(self) -> list[Card]:
        """Return the chosen cards, in no order."""
        return [self._card(contrast) for contrast in self._chosen(self._decided())]

    @staticmethod
    def _chosen(decided: Iterable[Contrast]) -> Iterator[Contrast]:
        """Choose few by lot, so that a piece that comes or goes moves few others; no pair is told the same of twice."""
        told: Counter[tuple[Any, ...]] = Counter()
        for contrast in sorted(decided, key=lambda each: lot(each.id)):
            place = (contrast.need["id"], contrast.kind)
            bounds = {
                (contrast.id,): 1,
                (*contrast.refs, contrast.lead): 1,
                (*place, contrast.lead): SAME_REASON,
                place: SAME_NEED,
            }
            if all(told[key] < most for key, most in bounds.items()):
                told.update(bounds.keys())
                yield contrast

    def _decided(self) -> Iterator[Contrast]:
        """Give every pair that the finder decides clearly, for every need."""
        for need in self._needs:
            for kind in need["kinds"]:
                judged = judge(self._finder, self._products, {**need["answers"], "wanted": kind}, None)
                for right, wrong, lead in self._pairs(need, judged):
                    yield Contrast(need, kind, judged, right, wrong, lead)

    def _pairs(self, need: Mapping[str, Any], judged: Judged) -> Iterator[tuple[Standing, Standing, int]]:
        """Give the better and the other piece of each clear pair, and the criterion that decides most."""
        drawn = self._drawn(need, judged)
        proposed = {id(each) for each in judged.best if self._deciding.is_sound(each)}
        facts = {id(each): self._deciding.facts(each) for each in drawn}
        for one, other in combinations(drawn, 2):
            right, wrong = (one, other) if one.exact >= other.exact else (other, one)
            if id(right) in proposed and self._is_clear(right, wrong):
                lead = self._deciding.lead(right, wrong, facts[id(right)], facts[id(wrong)])
                if lead is not None:
                    yield right, wrong, lead

    @staticmethod
    def _drawn(need: Mapping[str, Any], judged: Judged) -> list[Standing]:
        """Draw by lot whom to compare, where there are many."""
        found = sorted(judged.found.values(), key=lambda each: lot(f"{need['id']} {each.product['ref']}"))
        return found[:MOST_PIECES]

    def _is_clear(self, right: Standing, wrong: Standing) -> bool:
        """Tell whether one customer could hesitate, and a good seller would not."""
        if not CLEAR_GAP <= right.score - wrong.score <= TRIVIAL_GAP or right.score < SUITS or wrong.score < STANDS:
            return False
        pieces = (right.product, wrong.product)
        return comparable(pieces) and belong(self._words, pieces, rivals_only=True)

    def _card(self, contrast: Contrast) -> Card:
        right, wrong = contrast.right.product, contrast.wrong.product
        words, need = self._words["contrast"], contrast.need
        asked = which(self._words, (right, wrong), rivals_only=True) or {}
        choices = [Choice(each["ref"], name_of(each), each["ref"]) for each in (right, wrong)]
        return Card(
            id=contrast.id,
            kind="contrast",
            about=About(
                self._finder["parameters"]["families"][right["category"]],
                need["answers"].get("activity"),
                need["answers"].get("weather"),
            ),
            question=put(words["question"], says=need["says"], which=asked),
            choices=shuffled(contrast.id, choices),
            right=right["ref"],
            reason=put(
                words["reason"],
                right=name_of(right),
                wrong=name_of(wrong),
                reason=self._line(right, contrast, "reason"),
                caution=self._line(wrong, contrast, "caution"),
            ),
            facts=self._facts(contrast),
        )

    def _line(self, product: Mapping[str, Any], contrast: Contrast, kind: str) -> Text:
        answers = contrast.judged.answers
        return {
            lang: Speaker(self._finder, product, answers, lang).line(contrast.lead, kind)["text"] for lang in SPOKEN
        }

    def _facts(self, contrast: Contrast) -> tuple[Fact, ...]:
        """Return what decides of both pieces and what is said of them: stated values, with the kind of piece."""
        found: list[Fact] = []
        for product, kind in ((contrast.right.product, "reason"), (contrast.wrong.product, "caution")):
            names = self._deciding.read(contrast.lead, kind) - {ACTIVITIES}
            said = self._line(product, contrast, kind)["fr"]
            stated = (self._told.fact(product, name) for name in sorted(names))
            facts = [each for each in stated if each is not None]
            found += [each for each in facts if self._deciding.is_read(contrast.lead, each.attribute, each, said)]
            if self._deciding.is_of_kind(contrast.lead):
                found.append(self._told.kind(product))
        return tuple(found)
