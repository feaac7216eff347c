"""The products of a shop as the ranking takes them, and pieces that are in no shop."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from threading import Lock
from typing import Any

from catalog.completion import complete
from catalog.gauges import gauge_levels
from catalog.model import AUDIENCES, Product, Scalar, Value
from catalog.reference import Attribute, Reference, RefusedValueError, parse_value

from .answers import AnswersError, Message
from .compile import compile_verdicts
from .estimates import ESTIMATE
from .knowledge import Knowledge

_KEPT_SHELVES = 8
_MOST_CANDIDATES = 500
_PRICES = ("price_cents", "reference_price_cents")
_UNLISTED = {"membrane": "other", "sole": "rubber"}
_shelves: OrderedDict[tuple[str, str | None], list[dict[str, Any]]] = OrderedDict()
_lock = Lock()


def shelf(document: Mapping[str, Any], shop: str | None) -> list[dict[str, Any]]:
    """Return the products that a shop sells, prices on the variants; without a shop, all products without prices.

    The shelves used last are kept, for all threads: a document never changes under its content hash. Raises KeyError
    for no such shop.
    """
    key = (document["content_hash"], shop)
    with _lock:
        kept = _shelves.get(key)
        if kept is not None:
            _shelves.move_to_end(key)
            return kept
    filled = fill(document, shop)  # outside the lock: two threads may fill the same shelf, none waits for another's
    with _lock:
        _shelves[key] = filled
        _shelves.move_to_end(key)
        while len(_shelves) > _KEPT_SHELVES:
            _shelves.popitem(last=False)
    return filled


def fill(document: Mapping[str, Any], shop: str | None) -> list[dict[str, Any]]:
    """Return what ``shelf`` returns, kept nowhere: for a document that may never be published."""
    if shop is None:
        return [_priced(product, {}, everything=True) for product in document["products"]]
    places = {place["id"]: place["assortment"] for place in document["shops"]}
    found = (_priced(product, places[shop], everything=False) for product in document["products"])
    return [product for product in found if product["variants"]]


def _priced(product: Mapping[str, Any], prices: Mapping[str, Any], *, everything: bool) -> dict[str, Any]:
    variants = [
        {**variant, **dict(zip(_PRICES, prices.get(variant["gtin"], (None, None)), strict=True))}
        for variant in product["variants"]
        if everything or variant["gtin"] in prices
    ]
    return {**product, "variants": variants}


def candidates(items: Any, knowledge: Knowledge, reference: Reference) -> list[dict[str, Any]]:
    """Return pieces given inline as products: completed, with gauges and verdicts. Raises AnswersError."""
    return [_compiled(*each, knowledge, reference) for each in understood(items, reference)]


def understood(items: Any, reference: Reference) -> list[tuple[Product, int | None]]:
    """Return pieces given inline as they were said, with their prices. Raises AnswersError."""
    if not isinstance(items, list) or len(items) > _MOST_CANDIDATES:
        raise AnswersError([("candidates", _say("Donnez une liste de pièces.", "Give a list of pieces."))])
    errors: list[tuple[str, Message]] = []
    found = [_candidate(item, f"candidates.{index}", reference, errors) for index, item in enumerate(items)]
    refs = [each[0].ref for each in found if each]
    if len(set(refs)) < len(refs):
        errors.append(("candidates", _say("Chaque ref est unique.", "Each ref is unique.")))
    if errors:
        raise AnswersError(errors)
    return [each for each in found if each]


def _candidate(
    item: Any, field: str, reference: Reference, errors: list[tuple[str, Message]]
) -> tuple[Product, int | None] | None:
    before = len(errors)
    if not isinstance(item, Mapping) or not isinstance(item.get("ref"), str) or not item["ref"]:
        errors.append((f"{field}.ref", _say("Chaque pièce a une ref.", "Each piece has a ref.")))
        return None
    if not isinstance(item.get("category"), str) or item["category"] not in reference.categories:
        errors.append((f"{field}.category", _say("Cette catégorie n’existe pas.", "There is no such category.")))
    if item.get("audience", "unisex") not in AUDIENCES:
        errors.append((f"{field}.audience", _say("men, women, unisex ou kids.", "men, women, unisex or kids.")))
    properties, price = _properties(item.get("properties") or {}, f"{field}.properties", reference, errors)
    if len(errors) > before:
        return None
    activities = item.get("activities") or []
    product = Product(
        ref=item["ref"],
        name=str(item.get("name") or item["ref"]),
        brand=str(item.get("brand") or ""),
        category=item["category"],
        audience=item.get("audience", "unisex"),
        use={"fr": "", "en": ""},
        activities=tuple(each for each in activities if isinstance(each, str)),
        properties=properties,
    )
    return product, price


def _properties(
    given: Any, field: str, reference: Reference, errors: list[tuple[str, Message]]
) -> tuple[dict[str, Value], int | None]:
    if not isinstance(given, Mapping):
        errors.append((field, _say("Donnez les propriétés par nom.", "Give the properties by name.")))
        return {}, None
    properties: dict[str, Value] = {}
    price: int | None = None
    for name, value in given.items():
        attribute = reference.attributes.get(name)
        if attribute is None:
            errors.append((f"{field}.{name}", _say("Cette propriété n’existe pas.", "There is no such property.")))
        elif value is not None:
            try:
                plain = _value(attribute, value)
            except RefusedValueError as error:
                errors.append((f"{field}.{name}", _say(error.sentence.fr, str(error.sentence))))
                continue
            if name == "price_cents":
                price = int(plain)
            else:
                properties[name] = Value(plain, "maker")
    return properties, price


def _value(attribute: Attribute, value: Any) -> Scalar:
    """Return what a request writes for an attribute; a membrane or rubber that we do not list is one all the same."""
    plain = value.get("value") if isinstance(value, Mapping) else value
    try:
        return parse_value(attribute, plain)
    except RefusedValueError:
        unlisted = _UNLISTED.get(attribute.id)
        if unlisted is None or not isinstance(plain, str):
            raise
        return unlisted


def _compiled(product: Product, price: int | None, knowledge: Knowledge, reference: Reference) -> dict[str, Any]:
    """Return a candidate as a product of a snapshot; a price makes one variant without a size."""
    family = reference.categories[product.category].family
    completed = _without_silence(complete(product, reference), family, knowledge)
    gauges = gauge_levels(completed, reference)
    variant = {"gtin": "", "sku": "", "size": "", "colour": 0, "price_cents": price}
    return {
        "ref": product.ref,
        "name": product.name,
        "brand": product.brand,
        "category": product.category,
        "audience": product.audience,
        "use": product.use,
        "activities": list(product.activities),
        "properties": {
            name: {"value": each.value, "provenance": each.provenance, "source": each.source}
            for name, each in sorted(completed.properties.items())
        },
        "gauges": {name: {"level": each.level, "provenance": each.provenance} for name, each in gauges.items()},
        "verdicts": compile_verdicts(completed, gauges, knowledge, reference),
        "colours": [],
        "variants": [] if price is None else [variant],
    }


def _without_silence(product: Product, family: str, knowledge: Knowledge) -> Product:
    """Take back what was estimated to be missing because a full description would have named it: a bag's down too.

    A piece written in a request is no full description: what it leaves out is unknown.
    """
    named = {name for name, families in knowledge.wishes["named"].items() if family in (families or [family])}
    silent = {
        name
        for name, value in product.properties.items()
        if name in named and value.provenance == ESTIMATE and value.value in (False, "none", "synthetic")
    }
    kept = {name: value for name, value in product.properties.items() if name not in silent}
    return replace(product, properties=kept)


def _say(fr: str, en: str) -> Message:
    return {"fr": fr, "en": en}
