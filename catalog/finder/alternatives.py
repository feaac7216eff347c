"""What to propose where a size or a colour is gone: other colours, the sizes beside it, the nearest pieces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from . import sizes
from .differences import Comparison
from .evaluate import UNKNOWN, Standing, accepted
from .judged import Judged, judge_kind, spoken_terms, stand_ins
from .relax import relaxations
from .request import size_for

NEAREST = 4
_GAUGE_WEIGHT = 20
"""What a gauge weighs beside the criteria in likeness; as much as a criterion of some weight."""
_STEP = 20
"""Degrees that one step of a gauge stands for."""
_LETTERS = ("XXXS", "XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL", "XXXXL")
_NUMBER = re.compile(r"[0-9]{1,3}(?:\.5)?")
_AGE = re.compile(r"([0-9]{1,2})A")

Json = dict[str, Any]
Variant = Mapping[str, Any]


def alternatives(  # noqa: PLR0913 - the parts of a ranking, what is gone, and in which words
    finder: Mapping[str, Any],
    products: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None,
    ref: str,
    size: str | None = None,
    colour: int | None = None,
    lang: str = "fr",
    currency: str = "EUR",
) -> Json:
    """Return what can be had instead of a piece in a size (else the customer's) and a colour (else any).

    ``here`` is what is counted of it, 0 where it has no such size, ``colours`` the same piece in that size in other
    colours, ``sizes`` the size below and above that are here, ``pieces`` those nearest to it for this need that are
    here in the size; ``relaxations`` where there are none. Raises KeyError for no such product.
    """
    product = next((each for each in products if each["ref"] == ref), None)
    if product is None or product["category"] not in finder["parameters"]["families"]:
        raise KeyError(ref)
    if size is not None:
        answers = {**answers, "size": size}
    judged = judge_kind(finder, products, answers, stock, product)
    one = judged.found[ref]
    asked = size_for(judged.asked, finder["parameters"]["families"][product["category"]])
    fits = one.fits if one.fits or asked is not None else None
    shelf = _Shelf(product, stock)
    others = stand_ins(judged, product)
    near = _nearest(judged, one, [each for each in others if each.in_stock > 0 or stock is None])
    comparison = Comparison(finder, lang, currency)
    return {
        "ref": ref,
        "size": asked,
        "colour": colour,
        "here": 0 if fits == [] else shelf.counted(fits, colour),
        "colours": shelf.colours(fits, colour),
        "sizes": shelf.beside(asked, one.fits, colour),
        "pieces": [
            {
                "ref": each.product["ref"],
                "score": each.score,
                "likeness": likeness,
                "fits": each.fits,
                "in_stock": each.in_stock,
                "price_cents": each.price_cents,
                "differences": comparison.all(one, each),
            }
            for likeness, each in near
        ],
        "relaxations": [] if near else relaxations(others),
    }


class _Shelf:
    """What is counted of one product, by size and colour."""

    def __init__(self, product: Mapping[str, Any], stock: Mapping[str, Any] | None) -> None:
        self._product = product
        self._levels: Mapping[str, Any] = {} if stock is None else stock["levels"]

    def counted(self, fits: Sequence[str] | None, colour: int | None) -> int | None:
        """Count the sizes in the colour; ``None`` where nobody ever did."""
        meant = [each for each in self._product["variants"] if _is_meant(each, fits, colour)]
        return self._count(meant)

    def colours(self, fits: Sequence[str] | None, colour: int | None) -> list[Json]:
        """Return the other colours that are here in the size."""
        if colour is None:
            return []
        found = []
        for other in range(len(self._product["colours"])):
            meant = [each for each in self._product["variants"] if _is_meant(each, fits, other)]
            count = self._count(meant)
            if other != colour and count:
                found.append(
                    {"colour": other, "sizes": list(dict.fromkeys(each["size"] for each in meant)), "stock": count}
                )
        return found

    def beside(self, asked: str | None, fits: Sequence[str], colour: int | None) -> list[Json]:
        """Return the nearest smaller and larger size that are here, in this colour if it can be."""
        rung = None if asked is None else _rung(asked)
        if rung is None:
            return []
        offered = list(dict.fromkeys(each["size"] for each in self._product["variants"]))
        ladder = [(_rung(sizes.normalise(each)), each) for each in offered if each not in fits]
        same = sorted((step[1], each) for step, each in ladder if step is not None and step[0] == rung[0])
        smaller = [each for place, each in same if place < rung[1]]
        larger = [each for place, each in same if place > rung[1]]
        found = [self._beside("smaller", smaller[-1:], colour), self._beside("larger", larger[:1], colour)]
        return [each for each in found if each is not None]

    def _beside(self, step: str, size: list[str], colour: int | None) -> Json | None:
        if not size:
            return None
        here, whole = self.counted(size, colour), self.counted(size, None)
        return {"size": size[0], "step": step, "stock": whole, "in_colour": here} if whole else None

    def _count(self, variants: Sequence[Variant]) -> int | None:
        counted = [self._levels[each["gtin"]]["quantity"] for each in variants if each["gtin"] in self._levels]
        return sum(counted) if counted else None


def _is_meant(variant: Variant, fits: Sequence[str] | None, colour: int | None) -> bool:
    return (fits is None or variant["size"] in fits) and (colour is None or variant.get("colour") == colour)


def _rung(size: str) -> tuple[str, int] | None:
    """Return the ladder of a normalised size, and its place in halves of a step."""
    if size in _LETTERS:
        return "letter", 2 * _LETTERS.index(size)
    if _NUMBER.fullmatch(size):
        return "number", round(2 * float(size))
    age = _AGE.fullmatch(size)
    return ("age", 2 * int(age[1])) if age else None


def _nearest(judged: Judged, one: Standing, others: Sequence[Standing]) -> list[tuple[int, Standing]]:
    """Return those that break nothing, most alike first; among equals as they rank."""
    found = [(_likeness(judged, one, each), each) for each in accepted(others)]
    return sorted(found, key=lambda each: -each[0])[:NEAREST]


def _likeness(judged: Judged, one: Standing, other: Standing) -> int:
    """Return how alike two pieces are for this need, 0 to 100: the verdicts by their weights, and the gauges."""
    unknown = judged.asked.parameters["unknown_degree"]
    degrees = {index: degree for index, _, degree in spoken_terms(other)}
    total = gained = 0
    for index, weight, degree in spoken_terms(one):
        mine, theirs = (unknown if each == UNKNOWN else each for each in (degree, degrees.get(index, UNKNOWN)))
        total, gained = total + weight, gained + weight * (100 - abs(mine - theirs))
    for name, gauge in one.product["gauges"].items():
        level, beside = gauge["level"], other.product["gauges"].get(name, {}).get("level")
        if level is not None and beside is not None:
            total, gained = total + _GAUGE_WEIGHT, gained + _GAUGE_WEIGHT * (100 - _STEP * abs(level - beside))
    return gained // total if total else 0
