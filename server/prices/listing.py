"""Prices of a shop, piece by piece with the sizes folded under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from server.catalogue.service import Published
from server.shops.pieces import ALL, Choice, head, line, page

from . import record
from .announced import priors
from .lowest import NONE, Period, Prior, prior

REDUCED, ABOVE, UNPROVEN, PLAIN = "reduced", "above", "unproven", "plain"
STATES = (REDUCED, ABOVE, UNPROVEN, PLAIN, ALL)


def listed(
    published: Published, shop_id: str, choice: Choice, state: str, cursor: str, limit: int, at: datetime
) -> dict[str, Any]:
    """Return one page of the chosen pieces with price, reference price, and the lowest price of the thirty days."""
    choice = narrowed(published, shop_id, choice, state)
    found = page(published, shop_id, choice, cursor, limit, _item)
    gtins = [variant["gtin"] for item in found["items"] for variant in item["variants"]]
    periods, begin = record.periods(shop_id, gtins), record.begin(shop_id)
    assortment = published.shops[shop_id]["assortment"]
    for item in found["items"]:
        item["variants"] = [
            variant | _asked(assortment.get(variant["gtin"]), periods.get(variant["gtin"], []), begin, at)
            for variant in item["variants"]
        ]
    return {**found, "known_since": begin, "above": len(above(published, shop_id))}


def above(published: Published, shop_id: str) -> set[str]:
    """Return the variants whose announced reference price is above the lowest of the thirty days."""
    assortment = published.shops[shop_id]["assortment"]
    return {gtin for gtin, each in priors(published, shop_id).items() if each.is_above(assortment[gtin][1])}


def narrowed(published: Published, shop_id: str, choice: Choice, state: str) -> Choice:
    """Return a choice of only the variants in a state of their announcement."""
    if state == ALL:
        return choice
    if state == ABOVE:
        return replace(choice, only=above(published, shop_id))
    known, assortment = priors(published, shop_id), published.shops[shop_id]["assortment"]
    if state == UNPROVEN:
        return replace(choice, only={gtin for gtin, each in known.items() if each.state != "known"})
    reduced = {gtin for gtin, pair in assortment.items() if pair[1] is not None and pair[1] > pair[0]}
    return replace(choice, only=reduced if state == REDUCED else assortment.keys() - reduced)


def told(shop_id: str, gtin: str) -> list[dict[str, Any]]:
    """Return what a shop asked for a variant, the latest first."""
    periods = record.periods(shop_id, [gtin]).get(gtin, [])
    return [
        {
            "price_cents": each.price,
            "reference_price_cents": each.reference,
            "since": each.since,
            "until": each.until,
        }
        for each in reversed(periods)
    ]


def _item(product: Mapping[str, Any], variants: list[Mapping[str, Any]]) -> dict[str, Any]:
    return {**head(product), "variants": [line(product, variant) for variant in variants]}


def _asked(pair: Any, periods: list[Period], begin: datetime | None, at: datetime) -> dict[str, Any]:
    found = prior(periods, begin, at) if begin is not None and periods else Prior(NONE, None, None, None)
    price, reference = pair or (None, None)
    return {
        "price_cents": price,
        "reference_price_cents": reference,
        "since": periods[-1].since if pair and periods else None,
        "lowest_cents": found.lowest,
        "lowest_state": found.state,
        "reduced_since": found.reduced_since,
        "is_above": bool(found.reduced_since) and found.is_above(reference),
    }
