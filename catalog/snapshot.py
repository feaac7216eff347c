"""What one shop's phones hold, in one language: the assortment of the shop, with its prices."""

from __future__ import annotations

from typing import Any

from .photographed import sold_photos
from .text import localise

_COPIED = ("attributes", "categories", "groups", "gauges", "finder")


def snapshot(document: dict[str, Any], shop: str, lang: str, revision: int, published_at: str) -> dict[str, Any]:
    """Return the snapshot of a shop; ``published_at`` is RFC 3339 UTC. Raises KeyError where the shop is unknown.

    A product without a variant in the assortment is left out, and so are technologies and care that no piece has.
    """
    return {
        "format": document["format"],
        "revision": revision,
        "content_hash": document["content_hash"],
        "published_at": published_at,
        "lang": lang,
        **localise(parts(document, shop), lang),
        "size_charts": [_chart(chart, lang) for chart in document["size_charts"]],
    }


def parts(document: dict[str, Any], shop: str) -> dict[str, Any]:
    """Return what a shop's phones hold, texts by language. Raises KeyError where the shop is unknown."""
    place = next((entry for entry in document["shops"] if entry["id"] == shop), None)
    if place is None:
        raise KeyError(shop)
    products = [
        product for product in (_stocked(item, place["assortment"]) for item in document["products"]) if product
    ]
    technologies = {name for product in products for name in product["technologies"]}
    sources = {value["source"] for product in products for value in product["properties"].values()}
    care = {name for product in products for name in product["care"]}
    return {
        "shop": {name: value for name, value in place.items() if name != "assortment"},
        **{name: document[name] for name in _COPIED},
        "technologies": [item for item in document["technologies"] if item["id"] in technologies | sources],
        "care": [item for item in document["care"] if item["id"] in care],
        "products": products,
    }


def _chart(chart: dict[str, Any], lang: str) -> dict[str, Any]:
    """Localise the words of a chart only: in its rows ``fr`` and ``de`` are size systems, not languages."""
    return chart | {name: localise(chart[name], lang) for name in ("label", "rule")}


def _stocked(product: dict[str, Any], assortment: dict[str, list[int | None]]) -> dict[str, Any] | None:
    """Return the product with the variants that the shop sells, or ``None`` where it sells none."""
    sold = [variant for variant in product["variants"] if variant["gtin"] in assortment]
    if not sold:
        return None
    used = sorted({variant["colour"] for variant in sold})
    return product | {
        "colours": [product["colours"][index] for index in used],
        "variants": [
            variant
            | {
                "colour": used.index(variant["colour"]),
                "price_cents": assortment[variant["gtin"]][0],
                "reference_price_cents": assortment[variant["gtin"]][1],
            }
            for variant in sold
        ],
        **sold_photos(product, used),
    }
