"""A rule over chosen pieces: what each shop price is and would be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from server.catalogue.service import Published
from server.shops.pieces import Choice, chosen

from . import record
from .lowest import Period, Prior, proposed
from .record import Pair
from .rules import COPY, LOWEST, REMOVE, Proposed, Rule, price_of, reference_of


def propose(
    published: Published, shop_id: str, choice: Choice, rule: Rule, from_shop: str, at: datetime
) -> list[Proposed]:
    """Return what a rule changes among the chosen pieces; what it leaves as it is is left out."""
    assortment = pairs(published.shops[shop_id])
    elsewhere = pairs(published.shops[from_shop]) if rule.change == COPY else {}
    gtins = [variant["gtin"] for _, variants in chosen(published, shop_id, choice) for variant in variants]
    lowest = Lowest(shop_id, gtins, at) if rule.reference == LOWEST else None
    made = (_one(gtin, assortment.get(gtin), rule, elsewhere, lowest) for gtin in gtins)
    return [one for one in made if one is not None and one.after != one.before]


def pairs(shop: Mapping[str, Any]) -> dict[str, Pair]:
    """Return the prices of a shop of the document by GTIN."""
    return {gtin: (pair[0], pair[1]) for gtin, pair in shop["assortment"].items()}


class Lowest:
    """The lowest price before a reduction that would begin at a moment, for many variants of a shop."""

    def __init__(self, shop_id: str, gtins: list[str], at: datetime) -> None:
        self._periods: dict[str, list[Period]] = record.periods(shop_id, gtins)
        self._begin = record.begin(shop_id)
        self._at = at

    def before(self, gtin: str, price: int, reference: int | None) -> Prior:
        """Return the prior price of a variant, were this asked from the moment on."""
        return proposed(self._periods.get(gtin, ()), price, reference, self._begin, self._at)


def _one(
    gtin: str, before: Pair | None, rule: Rule, elsewhere: Mapping[str, Pair], lowest: Lowest | None
) -> Proposed | None:
    if rule.change == REMOVE:
        return Proposed(gtin, before, None)
    price = price_of(rule, before, elsewhere, gtin)
    if price is None:
        return None
    standing = before[1] if before else elsewhere[gtin][1] if gtin in elsewhere else None
    # Any announced reduction has the same prior price: the one before it begins, or before the first of a row.
    known = lowest.before(gtin, price, price + 1).lowest if lowest else None
    return Proposed(gtin, before, (price, reference_of(rule, price, standing, known)))


def lines(
    published: Published, shop_id: str, changes: list[Proposed], at: datetime, most: int
) -> Iterator[dict[str, Any]]:
    """Yield the first of the proposed changes with the lowest price before, for people to look at."""
    shown = changes[:most]
    lowest = Lowest(shop_id, [one.gtin for one in shown], at)
    for one in shown:
        product = published.products_by_gtin[one.gtin]
        variant = next(each for each in product["variants"] if each["gtin"] == one.gtin)
        prior = lowest.before(one.gtin, *one.after) if one.after else None
        yield {
            "product": product,
            "variant": variant,
            "before": one.before,
            "after": one.after,
            "lowest_cents": prior.lowest if prior else None,
            "lowest_state": prior.state if prior else "none",
            "is_above": bool(prior and one.after and one.after[1] and prior.is_above(one.after[1])),
        }
