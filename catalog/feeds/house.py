"""What the house already knows, arranged for whoever translates a file: barcodes, references, names, shops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any

from catalog.model import Product, Shop, Variant

from .fields import plain
from .mapping import ColumnMapping

_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class House:
    """Products by ref, variants by GTIN, shops by id, and the mappings that people made, by the shape of the titles."""

    products: Mapping[str, Product] = field(default_factory=lambda: _EMPTY)
    variants: Mapping[str, Variant] = field(default_factory=lambda: _EMPTY)
    shops: Mapping[str, Shop] = field(default_factory=lambda: _EMPTY)
    mappings: Mapping[str, ColumnMapping] = field(default_factory=lambda: _EMPTY)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    """The moment of reading, for reductions that have a first and a last day."""

    @cached_property
    def by_sku(self) -> Mapping[str, str]:
        """Return the GTIN of each SKU that one variant alone carries."""
        found: dict[str, str] = {}
        shared: set[str] = set()
        for variant in self.variants.values():
            if variant.sku in found:
                shared.add(variant.sku)
            found[variant.sku] = variant.gtin
        return {sku: gtin for sku, gtin in found.items() if sku and sku not in shared}

    @cached_property
    def refs_by_sku(self) -> Mapping[str, str]:
        """Return the product of each SKU that one product alone uses."""
        found: dict[str, str | None] = {}
        for variant in self.variants.values():
            found[variant.sku] = variant.ref if found.get(variant.sku, variant.ref) == variant.ref else None
        return {sku: ref for sku, ref in found.items() if sku and ref}

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], str]:
        """Return the ref of each brand and name that one product alone has."""
        found: dict[tuple[str, str], str | None] = {}
        for product in self.products.values():
            key = (plain(product.brand), plain(product.name))
            found[key] = None if key in found else product.ref
        return {key: ref for key, ref in found.items() if ref}

    @cached_property
    def by_look(self) -> Mapping[tuple[str, str, str], str]:
        """Return the GTIN of each product's size and colour, in every language of the colour."""
        return {
            (variant.ref, plain(variant.size), plain(name)): variant.gtin
            for variant in self.variants.values()
            for name in variant.colour.name.values()
        }

    @cached_property
    def siblings(self) -> Mapping[tuple[str, str], Variant]:
        """Return a variant of each product's colour, in every language of the colour."""
        return {
            (variant.ref, plain(name)): variant
            for variant in self.variants.values()
            for name in variant.colour.name.values()
        }
