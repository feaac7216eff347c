"""Other pieces that a customer may want to see: what goes with a piece, and what is like it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.finder.needs import needs
from catalog.finder.outfit.answer import outfit
from server.catalogue.service import Published

from .words import Words

MOST_WITH = 4
MOST_LIKE = 3
UNKNOWN_LEVEL = 2.5
"""Where a gauge is not known its middle is taken: an unknown piece is neither near nor far."""
Links = list[dict[str, str]]


def goes_with(published: Published, product: Mapping[str, Any], shop: str, lang: str) -> Links:
    """Return pieces for the other layers of the same day, as the finder composes them; none where nothing is sold."""
    if not shop or not product["activities"]:
        return []
    families = _families(published)
    activity = _main_activity(product, published.document, families[product["category"]])
    pieces = _composed(published, shop, activity, product["audience"])
    others = [other for other in pieces if families[other["category"]] != families[product["category"]]]
    return _linked(published, others[:MOST_WITH], shop, lang)


def _main_activity(product: Mapping[str, Any], document: Mapping[str, Any], family: str) -> str:
    """Return the activity whose needs the piece's gauges come nearest to: neither too little nor too much."""

    def off(activity: str) -> float:
        answers = {"wanted": product["category"], "activity": activity}
        levels: Mapping[str, int | None] = needs(document["finder"]["needs"], answers, family)["levels"]
        asked = {name: need for name, need in levels.items() if need is not None}
        return sum((abs(_level(product, name) - need) for name, need in asked.items()), 0.0)

    found: str = min(product["activities"], key=off)
    return found


def like(published: Published, product: Mapping[str, Any], shop: str, lang: str) -> Links:
    """Return the pieces of the same category that the shop sells and whose gauges are nearest."""
    if not shop:
        return []
    sold = published.shops[shop]["assortment"]
    near = [
        (_distance(product, other), other["ref"], other)
        for other in published.document["products"]
        if other is not product
        and other["category"] == product["category"]
        and _for_the_same(product["audience"], other["audience"])
        and any(variant["gtin"] in sold for variant in other["variants"])
    ]
    return _linked(
        published, [other for *_, other in sorted(near, key=lambda found: found[:2])[:MOST_LIKE]], shop, lang
    )


def _composed(published: Published, shop: str, activity: str, audience: str) -> list[Mapping[str, Any]]:
    """Return the pieces of an outfit, worked out once a revision: pages of one activity share it.

    Without stock, so that the page of a revision stays the same; it promises no piece.
    """
    key = ("goes-with", shop, activity, audience)
    if key not in published.memory:
        answers = {"activity": activity, **({"audience": audience} if audience != "unisex" else {})}
        slots = outfit(published.document, shop, answers, None, "en")["slots"]
        ranked = sorted((slot for slot in slots if slot["piece"]), key=lambda slot: (-slot["weight"], slot["id"]))
        published.memory[key] = [published.products_by_ref[slot["piece"]["ref"]] for slot in ranked]
    found: list[Mapping[str, Any]] = published.memory[key]
    return found


def _families(published: Published) -> dict[str, str]:
    return {category["id"]: category["family"] for category in published.document["categories"]}


def _for_the_same(audience: str, other: str) -> bool:
    return audience == other or (audience != "kids" and other != "kids" and "unisex" in (audience, other))


def _distance(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    names = one["gauges"].keys() | other["gauges"].keys()
    return sum(abs(_level(one, name) - _level(other, name)) for name in names)


def _level(product: Mapping[str, Any], name: str) -> float:
    held = product["gauges"].get(name)
    return UNKNOWN_LEVEL if held is None or held["level"] is None else float(held["level"])


def _linked(published: Published, products: Iterable[Mapping[str, Any]], shop: str, lang: str) -> Links:
    labels = {category["id"]: category["label"] for category in published.document["categories"]}
    speak = Words(lang)
    return [
        {
            "name": product["name"],
            "category": speak.plain(labels[product["category"]]),
            "path": f"/p/{product['ref']}?lang={lang}",
        }
        for product in products
    ]
