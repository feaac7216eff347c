"""The immutable document of a revision: everything a phone, a page or the API shows, computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from . import progress
from .canonical import content_hash
from .catalogue import Catalogue
from .completion import complete
from .finder import colour_family, compile_finder, compile_verdicts, with_overrides
from .gauges import gauge_levels
from .model import Photo, Product, Shop, Variant
from .photographed import photographed
from .reference import Reference, with_charts
from .reference_document import reference_document
from .size_order import size_key
from .sizing import default_chart

if TYPE_CHECKING:
    from .finder import Knowledge

FORMAT = 1
_Of = TypeVar("_Of", Variant, Photo)
LIVE = frozenset({"price_cents"})
"""Attributes that the shop decides: what a source once paid is no property of the piece on the rail."""


def build(catalogue: Catalogue, reference: Reference, knowledge: Knowledge) -> dict[str, Any]:
    """Return the document, texts by language; ``content_hash`` is the SHA-256 of all the rest.

    Prices are not on the variants but in each shop's ``assortment``: ``{gtin: [price_cents, reference_or_null]}``.
    """
    reference = with_charts(reference, catalogue.size_charts)
    knowledge = with_overrides(knowledge, catalogue.knowledge)
    variants, photos = _by_ref(catalogue.variants.values()), _by_ref(catalogue.photos.values())
    document: dict[str, Any] = {
        "format": FORMAT,
        **reference_document(reference),
        "finder": compile_finder(knowledge, reference),
        "products": [
            photographed(_product(product, variants.get(ref, []), reference, knowledge), photos.get(ref, []))
            for ref, product in progress.counted("compile", sorted(catalogue.products.items()), len(catalogue.products))
        ],
        "shops": [_shop(shop) for _, shop in sorted(catalogue.shops.items())],
    }
    if catalogue.knowledge:  # who judges a piece that is not in the range must judge it by the same knowledge
        document["knowledge"] = dict(sorted(catalogue.knowledge.items()))
    document["content_hash"] = content_hash(document)
    return document


def product_document(catalogue: Catalogue, ref: str, reference: Reference, knowledge: Knowledge) -> dict[str, Any]:
    """Return what a document says of one product: to show a draft of it without compiling all the others."""
    reference = with_charts(reference, catalogue.size_charts)
    knowledge = with_overrides(knowledge, catalogue.knowledge)
    variants, photos = _by_ref(catalogue.variants.values()), _by_ref(catalogue.photos.values())
    product = _product(catalogue.products[ref], variants.get(ref, []), reference, knowledge)
    return photographed(product, photos.get(ref, []))


def _by_ref(things: Iterable[_Of]) -> Mapping[str, list[_Of]]:
    found: dict[str, list[_Of]] = defaultdict(list)
    for thing in things:
        found[thing.ref].append(thing)
    return found


def _product(raw: Product, variants: list[Variant], reference: Reference, knowledge: Knowledge) -> dict[str, Any]:
    product = complete(raw, reference)
    gauges = gauge_levels(product, reference)
    colours, rows = _variants(variants, knowledge)
    charts = reference.size_charts
    named = product.size_chart if product.size_chart in charts else ""  # a chart that was taken away names nothing
    chart = named or default_chart(product.category, product.audience, charts)
    return {
        "ref": product.ref,
        "name": product.name,
        "brand": product.brand,
        "category": product.category,
        "audience": product.audience,
        "market": product.market,
        "season": product.season,
        "use": dict(product.use),
        "activities": list(product.activities),
        "technologies": list(product.technologies),
        "properties": _properties(product),
        "gauges": {name: {"level": gauge.level, "provenance": gauge.provenance} for name, gauge in gauges.items()},
        "set_aside": _set_aside(product),
        "care": list(product.care),
        "size_chart": chart,
        "fit_note": dict(product.fit_note) if product.fit_note else {"fr": ""},
        "sources": list(product.sources),
        "demonstration": product.demonstration,
        "verdicts": compile_verdicts(product, gauges, knowledge, reference),
        "colours": colours,
        "variants": rows,
    }


def _properties(product: Product) -> dict[str, Any]:
    return {
        name: {"value": value.value, "provenance": value.provenance, "source": value.source}
        for name, value in sorted(product.properties.items())
        if name not in LIVE
    }


def _set_aside(product: Product) -> list[dict[str, Any]]:
    return [
        {"property": entry.property, "value": entry.value, "source": entry.source, "reason": entry.reason}
        for entry in product.set_aside
        if entry.property not in LIVE
    ]


def _variants(variants: list[Variant], knowledge: Knowledge) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the colours of a product, each with its family (or ``None``), and its variants by colour and size."""
    palette = sorted({(variant.colour.name["fr"], variant.colour.hex) for variant in variants})
    names = {(variant.colour.name["fr"], variant.colour.hex): dict(variant.colour.name) for variant in variants}
    colours = [
        {
            "name": names[colour],
            "hex": colour[1],
            "family": colour_family(names[colour], colour[1], knowledge.colours),
        }
        for colour in palette
    ]
    rows = [
        {
            "gtin": variant.gtin,
            "sku": variant.sku,
            "size": variant.size,
            "colour": palette.index((variant.colour.name["fr"], variant.colour.hex)),
        }
        for variant in sorted(variants, key=lambda each: (size_key(each.size), each.gtin))
    ]
    return colours, sorted(rows, key=lambda row: row["colour"])


def _shop(shop: Shop) -> dict[str, Any]:
    return {
        "id": shop.id,
        "name": shop.name,
        "place": dict(shop.place),
        "opens_on": shop.opens_on,
        "closes_on": shop.closes_on,
        "currency": shop.currency,
        "languages": list(shop.languages),
        "demonstration": shop.demonstration,
        "assortment": {
            gtin: [price.price_cents, price.reference_price_cents] for gtin, price in sorted(shop.assortment.items())
        },
    }
