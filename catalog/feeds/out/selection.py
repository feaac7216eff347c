"""Which part of the catalogue is written: a shop's range, a category, some tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from catalog.catalogue import Catalogue
from catalog.model import Product, Shop, Variant
from catalog.reference import Reference


def select(catalogue: Catalogue, reference: Reference, shop: str | None = None, wanted: str | None = None) -> Catalogue:
    """Return the pieces that a shop sells and that are of a category or group, with their prices and charts."""
    categories = set(reference.categories_of(wanted)) if wanted else None
    variants = _variants(catalogue, shop)
    sold = {variant.ref for variant in variants.values()}
    products = {
        ref: product
        for ref, product in catalogue.products.items()
        if (shop is None or ref in sold) and (categories is None or product.category in categories)
    }
    kept = {gtin: variant for gtin, variant in variants.items() if variant.ref in products}
    charts = {product.size_chart for product in products.values()} if shop or wanted else set(catalogue.size_charts)
    return replace(
        catalogue,
        products=products,
        variants=kept,
        shops={key: _shop(each, kept) for key, each in catalogue.shops.items() if shop in (None, key)},
        size_charts={key: chart for key, chart in catalogue.size_charts.items() if key in charts},
        photos={key: photo for key, photo in catalogue.photos.items() if photo.ref in products},
    )


def by_ref(catalogue: Catalogue) -> dict[str, list[Variant]]:
    """Return the variants of each product, in order of GTIN; a product without variants is there with none."""
    found: dict[str, list[Variant]] = {ref: [] for ref in catalogue.products}
    for variant in catalogue.variants.values():
        if variant.ref in found:
            found[variant.ref].append(variant)
    return found


def _variants(catalogue: Catalogue, shop: str | None) -> Mapping[str, Variant]:
    if shop is None:
        return catalogue.variants
    assortment = catalogue.shops[shop].assortment
    return {gtin: variant for gtin, variant in catalogue.variants.items() if gtin in assortment}


def _shop(shop: Shop, kept: Mapping[str, Variant]) -> Shop:
    return replace(shop, assortment={gtin: price for gtin, price in shop.assortment.items() if gtin in kept})


def is_real(product: Product) -> bool:
    """Tell a piece that exists from one of the demonstration."""
    return not product.demonstration
