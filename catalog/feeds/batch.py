"""What a batch of files says: products, variants, prices, counts and shops, and which cells it gave at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from catalog.model import Photo, Price, Product, Shop, Variant

from .table import Place

NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ShopPrice:
    """What one shop asks for one variant. ``has_reference`` is false where the file says nothing about a reduction."""

    shop: str
    price: Price
    has_reference: bool
    place: Place


@dataclass(frozen=True, slots=True)
class StockCount:
    """How many pieces of a variant were counted in a shop; ``counted_at`` (RFC 3339 UTC) is ``None`` for "now"."""

    shop: str
    gtin: str
    quantity: int
    counted_at: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Removals:
    """What the batch takes away: products by ref, variants by GTIN, prices by shop and GTIN, charts by id, photos."""

    products: frozenset[str] = frozenset()
    variants: frozenset[str] = frozenset()
    prices: frozenset[tuple[str, str]] = frozenset()
    size_charts: frozenset[str] = frozenset()
    photos: frozenset[str] = frozenset()
    knowledge: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as read. An object that is already in the catalogue takes over only the fields the batch gave for it.

    ``columns`` are the columns present, by table. ``given_products``, ``given_variants``, ``given_shops`` and
    ``given_photos`` name, by ref, GTIN, shop id and ``ref/photo``, the fields whose cells were filled: ``use.fr`` for
    one language of a text. ``cleared`` names the properties to take away, by ref. ``places`` tells where a ref, GTIN,
    shop id or photo was first written.
    """

    products: tuple[Product, ...] = ()
    variants: tuple[Variant, ...] = ()
    prices: tuple[ShopPrice, ...] = ()
    stock: tuple[StockCount, ...] = ()
    shops: tuple[Shop, ...] = ()
    size_charts: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))
    photos: tuple[Photo, ...] = ()
    knowledge: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    columns: Mapping[str, frozenset[str]] = field(default_factory=lambda: NOTHING)
    given_products: Mapping[str, frozenset[str]] = field(default_factory=lambda: NOTHING)
    given_variants: Mapping[str, frozenset[str]] = field(default_factory=lambda: NOTHING)
    given_shops: Mapping[str, frozenset[str]] = field(default_factory=lambda: NOTHING)
    given_photos: Mapping[str, frozenset[str]] = field(default_factory=lambda: NOTHING)
    cleared: Mapping[str, frozenset[str]] = field(default_factory=lambda: NOTHING)
    removals: Removals = Removals()
    places: Mapping[tuple[str, str], Place] = field(default_factory=lambda: MappingProxyType({}))
