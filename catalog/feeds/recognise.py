"""Which format a table is in: the own one, Shopify's, Google's, one that somebody has mapped, or none that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.reference import Reference

from . import facts_in, photos_in, products_in, shop_in, variants_in
from .fields import plain
from .house import House
from .sheet import Sheet, shape
from .table import table_kind

_PREFIX = re.compile(r"^[a-z]\w{0,9}:(?=\w)")
"""The XML prefix that some programs leave before an attribute of Google's: ``g:price``."""
OWN, SHOPIFY, GOOGLE, MAPPED, UNKNOWN = "own", "shopify", "google", "mapped", "unknown"
_SHOPIFY_OWN = frozenset(
    {
        "option1 name", "option1 value", "body html", "variant price", "variant sku", "variant barcode",
        "published on online store", "inventory tracker", "variant inventory policy", "product image url",
        "compare at price", "variant grams",
    }
)  # fmt: skip
_GOOGLE_OWN = frozenset(
    {
        "link", "image link", "availability", "price", "item group id", "google product category", "condition",
        "identifier exists", "age group", "sale price", "product type",
    }
)  # fmt: skip
_NEEDED = {
    "products": {"ref"}, "facts": {"ref", "property", "value"}, "variants": {"gtin"}, "prices": {"shop", "gtin"},
    "stock": {"shop", "gtin"}, "shops": {"shop"}, "photos": set(),
}  # fmt: skip


def format_of(sheet: Sheet, columns: tuple[str, ...], reference: Reference, house: House) -> str:
    """Return the format of a sheet whose canonical column names are ``columns``."""
    titles = {plain(_PREFIX.sub("", title)) for title in sheet.titles}
    if sheet.format:
        return sheet.format
    if (
        "title" in titles
        and (titles & {"handle", "url handle"} or len(titles & _SHOPIFY_OWN) > 1)
        and titles & (_SHOPIFY_OWN | {"url handle"})
    ):
        return SHOPIFY
    if {"id", "title"} <= titles and len(titles & _GOOGLE_OWN) > 1:
        return GOOGLE
    if shape(sheet.titles) in house.mappings:
        return MAPPED
    return OWN if _is_own(sheet, columns, reference) else UNKNOWN


def _is_own(sheet: Sheet, columns: tuple[str, ...], reference: Reference) -> bool:
    """Tell a table of the house: its name says its kind and half of its columns are that kind's; else three quarters.

    One column alone can be no foreign table: its findings say better than a mapping what is missing.
    """
    kind = table_kind(sheet.name, columns)
    titled = [column for column in columns if column]
    if kind is None:
        return len(titled) < 2
    known = _known_columns(kind, reference)
    if known is None:
        return True
    own = sum(1 for column in titled if column in known)
    named = table_kind(sheet.name, ()) == kind
    return own * 2 >= len(titled) if named else own * 4 >= len(titled) * 3 and _NEEDED[kind] <= set(titled)


def _known_columns(kind: str, reference: Reference) -> frozenset[str] | None:
    columns: dict[str, Iterable[str]] = {
        "products": (*products_in.COLUMNS, *reference.attributes),
        "facts": facts_in.COLUMNS,
        "variants": variants_in.COLUMNS,
        "prices": shop_in.PRICE_COLUMNS,
        "stock": shop_in.STOCK_COLUMNS,
        "shops": shop_in.SHOP_COLUMNS,
        "photos": photos_in.COLUMNS,
    }
    return frozenset(columns[kind]) if kind in columns else None
