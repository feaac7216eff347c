"""The price on the page, with the reference price that may be announced beside it and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.catalogue.service import Published
from server.prices import announced
from server.prices.lowest import Announced

from .stock import Place
from .words import Words


def shown(
    published: Published, gtin: str, variants: list[Mapping[str, Any]], place: Place, speak: Words
) -> dict[str, Any] | None:
    """Return the price of the scanned size, else of the cheapest; None where the shop does not sell the piece.

    ``proven`` tells whether the record of prices reaches thirty days back: only then does the page say "the lowest".
    """
    shop = place.shop
    if shop is None or not place.sells:
        return None
    prices = {each["gtin"]: shop["assortment"][each["gtin"]] for each in variants if each["gtin"] in shop["assortment"]}
    if not prices:
        return None
    chosen = gtin if gtin in prices else min(prices, key=lambda each: (int(prices[each][0]), each))
    now, stated = prices[chosen]
    known = announced.of_variants(published, shop["id"], [chosen])
    told = known.get(chosen, Announced(stated, proven=False))
    reduced = told.reference is not None and told.reference > now
    return {
        "now": speak.money(now, shop["currency"]),
        "reference": speak.money(told.reference, shop["currency"]) if reduced and told.reference else "",
        "reduction": speak.reduction((told.reference - now) * 100 // told.reference)
        if reduced and told.reference
        else "",
        "proven": told.proven,
        "from": gtin not in prices and len({pair[0] for pair in prices.values()}) > 1,
    }
