"""One model as its form shows it: what is stated with its witness, and what the house makes of what is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.completion import complete
from catalog.reference import Reference, with_charts
from server.catalogue.service import Published
from server.errors import NotFound
from server.knowledge import reference

from .facts import Facts, FactsOf, of_published
from .listing import decisive, has_photo, known

_PLAIN = (
    "name", "brand", "category", "audience", "use", "fit_note", "activities", "technologies", "market", "season",
    "size_chart", "care", "sources", "demonstration",
)  # fmt: skip
_VALUE = ("value", "provenance", "source", "note")
_ASIDE = ("property", "value", "provenance", "source", "reason")


def whole(published: Published, ref: str, lang: str) -> dict[str, Any]:
    """Return every fact of a model with its tag, and what the completion implies or estimates beside them."""
    every = of_published(published)
    facts, product = every.get(ref), published.products_by_ref.get(ref)
    if facts is None or product is None:
        raise NotFound("product-not-found")
    return {
        "revision": published.revision,
        "etag": every.tags[ref],
        **stated(facts),
        "completed": completed(facts, every, lang),
        "completed_care": list(product["care"]),
        "completed_size_chart": product["size_chart"],
        "completed_technologies": list(product["technologies"]),
        "gauges": product["gauges"],
        "decisive": list(decisive(published, product["category"])),
        "missing": list(known(published, product).missing),
        "photo": has_photo(product),
        "shops": list(every.shops),
    }


def stated(facts: Facts) -> dict[str, Any]:
    """Return the facts of a model as the API writes them."""
    product = facts.product
    return {
        "ref": facts.ref,
        **{name: product[name] for name in _PLAIN},
        "attributes": {name: dict(zip(_VALUE, value, strict=True)) for name, value in product["properties"].items()},
        "set_aside": [dict(zip(_ASIDE, entry, strict=True)) for entry in product["set_aside"]],
        "variants": [variant_shown(gtin, each) for gtin, each in facts.variants.items()],
        "prices": [
            {"shop": shop, "gtin": gtin, "price_cents": amounts[0], "reference_price_cents": amounts[1]}
            for shop, each in facts.prices.items()
            for gtin, amounts in each.items()
        ],
    }


def variant_shown(gtin: str, variant: Mapping[str, Any]) -> dict[str, Any]:
    """Return a variant as the API writes it."""
    return {
        "gtin": gtin,
        "sku": variant["sku"],
        "size": variant["size"],
        "colour": {"name": variant["colour"], "hex": variant["hex"]},
        "demonstration": variant["demonstration"],
    }


def completed(facts: Facts, every: FactsOf, lang: str) -> dict[str, dict[str, Any]]:
    """Return the attributes that nobody states and that a technology or a rule gives, each with the reason."""
    house = with_charts(reference(), every.size_charts)
    raw = facts.catalogue().products[facts.ref]
    return {
        name: {
            "value": value.value,
            "provenance": value.provenance,
            "source": value.source,
            "note": _why(name, value.source, house, lang) or value.note,
        }
        for name, value in complete(raw, house).properties.items()
        if name not in raw.properties
    }


def _why(name: str, source: str, house: Reference, lang: str) -> str:
    """Return why a technology or a rule gives an attribute, in the reader's language."""
    technology = house.technologies.get(source)
    implied: Iterable[Any] = technology.implies if technology else ()
    for each in implied:
        if each.property == name:
            return str(each.why.get(lang) or each.why["fr"])
    rule = next((each for each in house.estimates if each.id == source), None)
    return str(rule.why.get(lang) or rule.why["fr"]) if rule else ""
