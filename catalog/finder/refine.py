"""From a piece at hand to the pieces that suit the same need and are truly lighter, warmer or cheaper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .differences import COLOUR, Comparison, Difference
from .evaluate import UNKNOWN, Standing, accepted
from .explain import Speaker
from .judged import Judged, judge_kind, spoken_terms, stand_ins
from .relax import relaxations

LOST, NEAREST = 3, 3

Json = dict[str, Any]


def refine(
    finder: Mapping[str, Any],
    products: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None,
    ref: str,
    towards: str,
    lang: str = "fr",
    currency: str = "EUR",
) -> Json:
    """Return the pieces that break nothing and are better than the given one in one direction, by their score.

    Where there is none, ``relaxations`` tells which answers keep the better pieces out, and ``nearest`` what comes
    next. Raises KeyError for no such product or direction.
    """
    axis = finder["comparing"]["towards"][towards]
    product = next((each for each in products if each["ref"] == ref), None)
    if product is None or product["category"] not in finder["parameters"]["families"]:
        raise KeyError(ref)
    judged = judge_kind(finder, products, answers, stock, product)
    one, comparison = judged.found[ref], Comparison(finder, lang, currency)
    better = [(each, gain) for each in stand_ins(judged, product) if (gain := _gain(comparison, axis, one, each))]
    gains = {each.product["ref"]: gain for each, gain in better}
    suiting = accepted(each for each, _ in better)
    teller = _Teller(judged, one, comparison, axis, lang)
    nearest = [] if suiting else accepted(stand_ins(judged, product))[:NEAREST]
    return {
        "from": ref,
        "towards": towards,
        "remaining": len(suiting),
        "results": [teller.step(each, gains[each.product["ref"]]) for each in suiting],
        "relaxations": relaxations([each for each, _ in better]),
        "nearest": [teller.step(each, None) for each in nearest],
        "colours": _colours(product, one, stock) if axis == COLOUR else [],
    }


def _gain(comparison: Comparison, axis: str, one: Standing, other: Standing) -> Difference | None:
    found = comparison.by(axis, one, other)
    return found if found is not None and found["better"] else None


def _colours(product: Mapping[str, Any], one: Standing, stock: Mapping[str, Any] | None) -> list[Json]:
    """Return what the shop counts of each colour of the piece itself, in the sizes that fit; null where nothing was."""
    levels = {} if stock is None else stock["levels"]
    found = []
    for colour in range(len(product["colours"])):
        meant = [
            each
            for each in product["variants"]
            if each.get("colour") == colour and (not one.fits or each["size"] in one.fits)
        ]
        counted = [levels[each["gtin"]]["quantity"] for each in meant if each["gtin"] in levels]
        if meant:
            found.append({"colour": colour, "stock": sum(counted) if counted else None})
    return found


class _Teller:
    """Says what a step from one piece to another brings and costs."""

    def __init__(self, judged: Judged, one: Standing, comparison: Comparison, axis: str, lang: str) -> None:
        self._judged, self._one, self._comparison, self._axis, self._lang = judged, one, comparison, axis, lang

    def step(self, other: Standing, gain: Difference | None) -> Json:
        """Return a piece with its gain in words, what else is better, and what is lost by it."""
        found = [each for each in self._comparison.all(self._one, other) if each["axis"] != self._axis or gain is None]
        return {
            "ref": other.product["ref"],
            "score": other.score,
            "fits": other.fits,
            "in_stock": other.in_stock,
            "price_cents": other.price_cents,
            "gain": gain,
            "also": [each for each in found if each["better"]],
            "lost": [each for each in found if not each["better"]],
            "misses": self._misses(other),
        }

    def _misses(self, other: Standing) -> list[Json]:
        """Return what the piece at hand meets and the other does not, the weightiest first, one of a topic."""
        asked, product = self._judged.asked, other.product
        meets_from, criteria = asked.parameters["meets_from"], asked.finder["criteria"]
        degrees = {index: degree for index, _, degree in spoken_terms(other)}
        missed = [
            (index, weight)
            for index, weight, degree in spoken_terms(self._one)
            if degree >= meets_from and UNKNOWN < degrees.get(index, UNKNOWN) < meets_from
        ]
        speaker = Speaker(asked.finder, product, self._judged.answers, self._lang)
        chosen: dict[str, Json] = {}
        for index, _ in sorted(missed, key=lambda each: (-each[1], each[0])):
            if not criteria[index]["quiet"]:
                chosen.setdefault(criteria[index]["topic"], speaker.line(index, "caution"))
        return list(chosen.values())[:LOST]
