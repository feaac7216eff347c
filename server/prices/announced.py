"""What may be said of a price beside it: the reference price that the record allows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from server.catalogue.service import Published

from . import record
from .lowest import Announced, Prior, announced, prior


def of_variants(published: Published, shop_id: str, gtins: Collection[str]) -> dict[str, Announced]:
    """Return what may be announced of those of the variants that a shop sells with a reference price above the price.

    It is the same for as long as the revision stands: a reduction looks back from its own beginning.
    """
    assortment: Mapping[str, Any] = published.shops[shop_id]["assortment"]
    reduced = [gtin for gtin in gtins if gtin in assortment and (assortment[gtin][1] or 0) > assortment[gtin][0]]
    if not reduced:
        return {}
    found, begin = record.periods(shop_id, reduced), record.begin(shop_id)
    return {
        gtin: announced(periods[-1], prior(periods, begin, published.published_at))
        for gtin, periods in found.items()
        if begin is not None
    }


def priors(published: Published, shop_id: str) -> dict[str, Prior]:
    """Return the prior price of every variant that a shop announces as reduced, worked out once a revision."""
    key = ("price-priors", shop_id)
    held: dict[str, Prior] | None = published.memory.get(key)
    if held is None:
        assortment = published.shops[shop_id]["assortment"]
        reduced = [gtin for gtin, pair in assortment.items() if pair[1] is not None and pair[1] > pair[0]]
        begin = record.begin(shop_id)
        periods = record.periods(shop_id, reduced) if begin is not None else {}
        held = published.memory[key] = {
            gtin: prior(each, begin or published.published_at, published.published_at) for gtin, each in periods.items()
        }
    return held
