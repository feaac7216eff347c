"""What may be said of a price beside it: the reference price that the record allows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from server.catalogue.service import Published

from . import record
from .lowest import Announced, Period, Prior, announced, prior


def of_variants(published: Published, shop_id: str, gtins: Collection[str]) -> dict[str, Announced]:
    """Return what may be announced of those of the variants that a shop sells with a reference price above the price.

    It is the same for as long as the revision stands: a reduction looks back from its own beginning.
    """
    assortment: Mapping[str, Any] = published.shops[shop_id]["assortment"]
    reduced = [gtin for gtin in gtins if gtin in assortment and (assortment[gtin][1] or 0) > assortment[gtin][0]]
    if not reduced:
        return {}
    found, begin = _periods(published, shop_id, reduced), record.begin(shop_id)
    return {
        gtin: announced(periods[-1], prior(periods, begin, published.published_at))
        for gtin, periods in found.items()
        if begin is not None
    }


def of_shop(published: Published, shop_id: str) -> dict[str, Announced]:
    """Return the same of every variant that a shop announces as reduced; what it rests on is worked out once."""
    assortment: Mapping[str, Any] = published.shops[shop_id]["assortment"]
    return {
        gtin: announced(Period(assortment[gtin][0], assortment[gtin][1], published.published_at), each)
        for gtin, each in priors(published, shop_id).items()
    }


def document(published: Published) -> Mapping[str, Any]:
    """Return the revision's document with the reference prices that may be announced, made once a revision.

    Its content hash is another one: the same prices may be announced otherwise when they come back later.
    """
    key = "announced-document"
    if key not in published.memory:
        shops = [{**shop, "assortment": _assortment(published, shop)} for shop in published.document["shops"]]
        published.memory[key] = {
            **published.document,
            "shops": shops,
            "content_hash": f"{published.document['content_hash']} announced {published.published_on}",
        }
    made: Mapping[str, Any] = published.memory[key]
    return made


def _assortment(published: Published, shop: Mapping[str, Any]) -> dict[str, Any]:
    known = of_shop(published, shop["id"])
    return {
        gtin: [pair[0], known[gtin].reference if gtin in known else None] for gtin, pair in shop["assortment"].items()
    }


def with_announced(published: Published, shop_id: str, snapshot: dict[str, Any]) -> dict[str, Any]:
    """Return a shop's snapshot in which the reference prices are those that may be announced.

    Those that the record proves to be the lowest of the thirty days are marked ``reference_proven``.
    """
    known = of_shop(published, shop_id)
    return snapshot | {
        "products": [
            product
            | {"variants": [_announcing(variant, known.get(variant["gtin"])) for variant in product["variants"]]}
            for product in snapshot["products"]
        ]
    }


def _announcing(variant: dict[str, Any], told: Announced | None) -> dict[str, Any]:
    if told is None:
        return variant
    proven = {"reference_proven": True} if told.proven else {}
    return variant | {"reference_price_cents": told.reference} | proven


def priors(published: Published, shop_id: str) -> dict[str, Prior]:
    """Return the prior price of every variant that a shop announces as reduced, worked out once a revision."""
    key = ("price-priors", shop_id)
    held: dict[str, Prior] | None = published.memory.get(key)
    if held is None:
        assortment = published.shops[shop_id]["assortment"]
        reduced = [gtin for gtin, pair in assortment.items() if pair[1] is not None and pair[1] > pair[0]]
        begin = record.begin(shop_id)
        periods = _periods(published, shop_id, reduced) if begin is not None else {}
        held = published.memory[key] = {
            gtin: prior(each, begin or published.published_at, published.published_at) for gtin, each in periods.items()
        }
    return held


def _periods(published: Published, shop_id: str, gtins: Collection[str]) -> dict[str, Sequence[Period]]:
    """Return the periods as they stood when a revision was published: what came after it, it cannot have announced."""
    found = record.periods(shop_id, gtins)
    return {gtin: known for gtin, each in found.items() if (known := _until(each, published.published_at))}


def _until(periods: Sequence[Period], moment: datetime) -> list[Period]:
    return [
        replace(each, until=None) if each.until and each.until > moment else each
        for each in periods
        if each.since <= moment
    ]
