"""How a batch changes the catalogue: given cells replace, everything else stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from catalog.errors import DataError, Finding
from catalog.feeds.batch import Batch, ShopPrice
from catalog.feeds.findings import Findings
from catalog.feeds.table import Place
from catalog.model import Price, Product, SetAside, Shop, Text, Variant

from .knowledge import merged_knowledge
from .model import Catalogue
from .photos import check_photos, merged_photos

_NEEDED_PRODUCT = ("name", "brand", "category", "audience", "use.fr")
_NEEDED_VARIANT = ("ref", "size", "colour.fr", "colour_hex")
_NEEDED_SHOP = ("name", "place.fr", "opens_on", "closes_on", "currency", "languages")


def check(current: Catalogue, batch: Batch) -> tuple[Finding, ...]:
    """Tell what of a batch cannot stand in this catalogue: new things that lack a part, and names nobody carries."""
    findings = Findings()
    refs = (current.products.keys() - batch.removals.products) | {product.ref for product in batch.products}
    gtins = (current.variants.keys() - batch.removals.variants) | {variant.gtin for variant in batch.variants}
    shops = current.shops.keys() | {shop.id for shop in batch.shops}
    _check_new(batch, "product", _new(batch.given_products, current.products), _NEEDED_PRODUCT, findings)
    _check_new(batch, "variant", _new(batch.given_variants, current.variants), _NEEDED_VARIANT, findings)
    _check_new(batch, "shop", _new(batch.given_shops, current.shops), _NEEDED_SHOP, findings)
    for variant in batch.variants:
        if variant.ref and variant.ref not in refs:
            findings.add("unknown-product", _place(batch, "variant", variant.gtin), "ref", value=variant.ref)
    priced = [(price.shop, price.price.gtin, price.place) for price in batch.prices]
    counted = [(count.shop, count.gtin, count.place) for count in batch.stock]
    for shop, gtin, place in priced + counted:
        if gtin not in gtins:
            findings.add("unknown-gtin", place, "gtin", value=gtin)
        if shop not in shops:
            findings.add("unknown-shop", place, "shop", value=shop)
    for chart in sorted(batch.removals.size_charts - current.size_charts.keys()):
        findings.add("unknown-size-chart", _place(batch, "size_chart", chart), "chart", value=chart, near="")
    check_photos(current, batch, refs, findings)
    return findings.all()


def merge(current: Catalogue, batch: Batch) -> Catalogue:
    """Return the catalogue after a batch: given cells replace, absent and empty ones change nothing.

    Removing a product takes its variants and photos with it, and removing a variant its prices. Raises DataError with
    what ``check`` finds; nothing is then taken.
    """
    findings = check(current, batch)
    if findings:
        raise DataError(findings)
    products = _without(current.products, batch.removals.products)
    for product in batch.products:
        old = products.get(product.ref)
        products[product.ref] = _product(old, product, batch)
    variants = _without(current.variants, batch.removals.variants)
    for variant in batch.variants:
        variants[variant.gtin] = _variant(variants.get(variant.gtin), variant, batch.given_variants[variant.gtin])
    variants = {gtin: variant for gtin, variant in variants.items() if variant.ref in products}
    charts = _without(current.size_charts, batch.removals.size_charts) | dict(batch.size_charts)
    shops = _shops(current, batch, variants)
    photos = merged_photos(current, batch, products, variants)
    knowledge = merged_knowledge(current.knowledge, batch)
    return Catalogue(_sorted(products), _sorted(variants), _sorted(shops), _sorted(charts), _sorted(photos), knowledge)


def _new(given: Mapping[str, frozenset[str]], known: Mapping[str, object]) -> dict[str, frozenset[str]]:
    return {key: fields for key, fields in given.items() if key not in known}


def _check_new(
    batch: Batch, kind: str, new: Mapping[str, frozenset[str]], needed: tuple[str, ...], findings: Findings
) -> None:
    for key, given in new.items():
        missing = [name.replace(".", "_") for name in needed if name not in given]
        if missing:
            place = _place(batch, kind, key)
            findings.add(f"incomplete-{kind}", place, missing[0], ref=key, value=", ".join(missing))


def _place(batch: Batch, kind: str, key: str) -> Place:
    return batch.places.get((kind, key), Place(""))


def _without(things: Mapping[str, Any], gone: Iterable[str]) -> dict[str, Any]:
    left = dict(things)
    for key in gone:
        left.pop(key, None)
    return left


def _sorted(things: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(sorted(things.items())))


def _product(old: Product | None, new: Product, batch: Batch) -> Product:
    cleared = batch.cleared.get(new.ref, frozenset())
    if old is None:
        return replace(new, use=_text({}, new.use), fit_note=_text({}, new.fit_note))
    given = batch.given_products.get(new.ref, frozenset())
    plain = {name: getattr(new, name) for name in given if "." not in name and name in _PRODUCT_FIELDS}
    kept = {name: value for name, value in old.properties.items() if name not in cleared}
    return replace(
        old,
        **plain,
        use=_text(old.use, new.use),
        fit_note=_text(old.fit_note, new.fit_note),
        properties=dict(sorted((kept | dict(new.properties)).items())),
        set_aside=_set_aside(old.set_aside, new.set_aside, cleared),
    )


_PRODUCT_FIELDS = frozenset(
    {
        "name", "brand", "category", "audience", "activities", "technologies", "market", "season", "size_chart",
        "care", "sources", "demonstration",
    }
)  # fmt: skip


def _text(old: Text, new: Text) -> Text:
    """Lay the languages given over the old ones; an empty one is taken away."""
    return {lang: words for lang, words in sorted((dict(old) | dict(new)).items()) if words}


def _set_aside(old: tuple[SetAside, ...], new: tuple[SetAside, ...], cleared: frozenset[str]) -> tuple[SetAside, ...]:
    """Values set aside in the batch replace the older ones of the same property."""
    told = {entry.property for entry in new} | cleared
    return (*(entry for entry in old if entry.property not in told), *new)


def _variant(old: Variant | None, new: Variant, given: frozenset[str]) -> Variant:
    if old is None:
        return replace(new, colour=replace(new.colour, name=_text({}, new.colour.name)))
    colour = replace(
        old.colour,
        name=_text(old.colour.name, new.colour.name),
        hex=new.colour.hex if "colour_hex" in given else old.colour.hex,
    )
    plain = {name: getattr(new, name) for name in ("sku", "ref", "size", "demonstration") if name in given}
    return replace(old, **plain, colour=colour)


def _shops(current: Catalogue, batch: Batch, variants: Mapping[str, Variant]) -> dict[str, Shop]:
    shops = dict(current.shops)
    for shop in batch.shops:
        shops[shop.id] = _shop(shops.get(shop.id), shop, batch.given_shops[shop.id])
    assortments = {key: dict(shop.assortment) for key, shop in shops.items()}
    for shop_id, gtin in batch.removals.prices:
        assortments.get(shop_id, {}).pop(gtin, None)
    for entry in batch.prices:
        assortment = assortments[entry.shop]
        assortment[entry.price.gtin] = _price(assortment.get(entry.price.gtin), entry)
    return {
        key: replace(shop, assortment=_sorted({g: p for g, p in assortments[key].items() if g in variants}))
        for key, shop in shops.items()
    }


def _shop(old: Shop | None, new: Shop, given: frozenset[str]) -> Shop:
    if old is None:
        return replace(new, place=_text({}, new.place))
    plain = {name: getattr(new, name) for name in given if "." not in name}
    return replace(old, **plain, place=_text(old.place, new.place))


def _price(old: Price | None, entry: ShopPrice) -> Price:
    if old is None or entry.has_reference:
        return entry.price
    return replace(entry.price, reference_price_cents=old.reference_price_cents)
