"""Shopify's product CSV, in the 57 columns of its present template."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from html import escape
from typing import IO

from catalog.feeds import cells
from catalog.feeds.taxonomy import google_path
from catalog.model import Product, Variant

from .abroad import GENDERS, Abroad, age_group, allocated
from .rows import euros

_GOOGLE = "Google Shopping / "
COLUMNS = (
    "Title", "URL handle", "Description", "Vendor", "Product category", "Type", "Tags", "Published on online store",
    "Status", "SKU", "Barcode", "Option1 name", "Option1 value", "Option1 Linked To", "Option2 name", "Option2 value",
    "Option2 Linked To", "Option3 name", "Option3 value", "Option3 Linked To", "Price", "Compare-at price",
    "Cost per item", "Charge tax", "Tax code", "Unit price total measure", "Unit price total measure unit",
    "Unit price base measure", "Unit price base measure unit", "Inventory tracker", "Inventory quantity",
    "Continue selling when out of stock", "Weight value (grams)", "Weight unit for display", "Requires shipping",
    "Fulfillment service", "Product image URL", "Image position", "Image alt text", "Variant image URL", "Gift card",
    "SEO title", "SEO description", "Color (product.metafields.shopify.color-pattern)",
    *(
        _GOOGLE + name
        for name in (
            "Google product category", "Gender", "Age group", "Manufacturer part number (MPN)", "Ad group name",
            "Ads labels", "Condition", "Custom product", "Custom label 0", "Custom label 1", "Custom label 2",
            "Custom label 3", "Custom label 4",
        )
    ),
)  # fmt: skip
SIZE = {"fr": "Taille", "en": "Size", "de": "Größe", "it": "Taglia", "es": "Talla"}
COLOUR = {"fr": "Couleur", "en": "Color", "de": "Farbe", "it": "Colore", "es": "Color"}
NO_OPTION = {"Option1 name": "Title", "Option1 value": "Default Title"}
"""What Shopify writes for a product that comes in one form only."""


def write(abroad: Abroad, out: IO[bytes]) -> None:
    """Write the file: the first line of a handle has the product, the following ones its variants and pictures."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for product, variants in abroad.pieces():
        for row in rows(abroad, product, variants):
            writer.writerow({name: cells.neutral(text) for name, text in row.items()})
        out.write(buffer.getvalue().encode())
        buffer.seek(0)
        buffer.truncate()
    out.write(buffer.getvalue().encode())


def rows(abroad: Abroad, product: Product, variants: list[Variant]) -> Iterator[dict[str, str]]:
    """Yield the lines of one product."""
    handle = {"URL handle": product.ref}
    first: Mapping[str, str] = _product(abroad, product)
    pictures = list(abroad.shown(product))
    lines = [_variant(abroad, product, variant) for variant in variants] or [NO_OPTION]
    for index in range(max(len(lines), len(pictures))):
        line = lines[index] if index < len(lines) else {}
        yield {**handle, **first, **line, **_picture(pictures, index, product)}
        first = {}


def _product(abroad: Abroad, product: Product) -> dict[str, str]:
    words = abroad.said(product.use)
    path = google_path(product.category)
    return {
        "Title": product.name,
        "Description": f"<p>{escape(words, quote=False)}</p>".replace("\n", "<br>") if words else "",
        "Vendor": product.brand,
        "Product category": path,
        "Type": abroad.kind(product),
        "Tags": ", ".join((*product.activities, *product.technologies)),
        "Published on online store": "FALSE" if product.demonstration else "TRUE",
        "Status": "Draft" if product.demonstration else "Active",
        "Gift card": "FALSE",
        "SEO title": f"{product.brand} {product.name}"[:70],
        "SEO description": words[:320],
        _GOOGLE + "Google product category": path,
        _GOOGLE + "Gender": GENDERS[product.audience].capitalize(),
        _GOOGLE + "Age group": age_group(product).capitalize(),
        _GOOGLE + "Condition": "New",
        _GOOGLE + "Custom label 0": product.category,
        _GOOGLE + "Custom label 1": product.season,
    }


def _variant(abroad: Abroad, product: Product, variant: Variant) -> dict[str, str]:
    price = abroad.prices().get(variant.gtin)
    reference = price.reference_price_cents if price else None
    count = abroad.counts.get(variant.gtin)
    weight = product.properties.get("weight_g")
    return {
        "SKU": variant.sku,
        "Barcode": allocated(variant.gtin),
        "Option1 name": SIZE[abroad.lang],
        "Option1 value": variant.size,
        "Option2 name": COLOUR[abroad.lang],
        "Option2 value": abroad.said(variant.colour.name),
        "Price": str(euros(price.price_cents)) if price else "",
        "Compare-at price": "" if reference is None else str(euros(reference)),
        "Charge tax": "TRUE",
        "Inventory tracker": "" if count is None else "shopify",
        "Inventory quantity": "" if count is None else str(count),
        "Continue selling when out of stock": "DENY",
        "Weight value (grams)": str(weight.value) if weight else "",
        "Weight unit for display": "g" if weight else "",
        "Requires shipping": "TRUE",
        "Fulfillment service": "manual",
        "Variant image URL": next(iter(abroad.shown(product, variant)), ""),
        _GOOGLE + "Manufacturer part number (MPN)": variant.sku,
    }


def _picture(pictures: list[str], index: int, product: Product) -> dict[str, str]:
    if index >= len(pictures):
        return {}
    alt = f"{product.brand} {product.name}"
    return {"Product image URL": pictures[index], "Image position": str(index + 1), "Image alt text": alt}
