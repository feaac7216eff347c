"""The catalogue as its sources give it, before anything is implied or estimated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from catalog.model import Photo, Product, Shop, Variant

_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Raw facts: products by ref, variants by GTIN of fourteen digits, shops and imported charts by id, photos.

    ``knowledge`` is what is said otherwise than the house's knowledge, by ``part/id/field``.
    """

    products: Mapping[str, Product] = field(default_factory=lambda: _EMPTY)
    variants: Mapping[str, Variant] = field(default_factory=lambda: _EMPTY)
    shops: Mapping[str, Shop] = field(default_factory=lambda: _EMPTY)
    size_charts: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: _EMPTY)
    photos: Mapping[str, Photo] = field(default_factory=lambda: _EMPTY)
    knowledge: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
