"""What differs between two catalogues, told by product and field, so that a person can say yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .catalogue import Catalogue
from .model import Photo, Price, Product, Shop, Variant

_PRODUCT_PLAIN = (
    "name", "brand", "category", "audience", "market", "season", "size_chart", "activities", "technologies", "care",
    "sources", "demonstration",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as JSON, ``None`` where there is none; a property is named ``properties.ret``."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """The fields that differ for one product (by ref), variant (by GTIN), shop (by id) or photo (by ``ref/photo``)."""

    id: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class PriceChange:
    """What a shop asked before and asks after, in cents with the reference price; ``None`` outside the assortment."""

    shop: str
    gtin: str
    ref: str
    before: tuple[int, int | None] | None
    after: tuple[int, int | None] | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What was added, removed and changed of one kind of thing."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs between two catalogues, in a stable order."""

    products: Changes
    variants: Changes
    shops: Changes
    prices: tuple[PriceChange, ...]
    size_charts: Changes
    photos: Changes
    knowledge: Changes

    @property
    def counts(self) -> dict[str, int]:
        """Return how much of each kind changes."""
        parts = {
            "products": self.products,
            "variants": self.variants,
            "shops": self.shops,
            "size_charts": self.size_charts,
            "photos": self.photos,
            "knowledge": self.knowledge,
        }
        counted = {
            f"{name}_{what}": len(getattr(changes, what))
            for name, changes in parts.items()
            for what in ("added", "removed", "changed")
        }
        return counted | {"prices": len(self.prices)}

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing differs."""
        return not any(self.counts.values())


def difference(before: Catalogue, after: Catalogue) -> Difference:
    """Return what differs from ``before`` to ``after``."""
    return Difference(
        products=_changes(before.products, after.products, product_fields),
        variants=_changes(before.variants, after.variants, _variant_fields),
        shops=_changes(before.shops, after.shops, _shop_fields),
        prices=tuple(_prices(before, after)),
        size_charts=_changes(before.size_charts, after.size_charts, _chart_fields),
        photos=_changes(before.photos, after.photos, _photo_fields),
        knowledge=_knowledge(before.knowledge, after.knowledge),
    )


def product_fields(product: Product) -> dict[str, Any]:
    """Return a product as flat fields, each a JSON value: ``use.fr``, ``properties.weight_g``."""
    flat: dict[str, Any] = {name: _json(getattr(product, name)) for name in _PRODUCT_PLAIN}
    flat |= {f"use.{lang}": words for lang, words in product.use.items()}
    flat |= {f"fit_note.{lang}": words for lang, words in product.fit_note.items()}
    for name, value in product.properties.items():
        flat[f"properties.{name}"] = {
            "value": value.value, "provenance": value.provenance, "source": value.source, "note": value.note,
        }  # fmt: skip
    if product.set_aside:
        flat["set_aside"] = [
            [entry.property, entry.value, entry.provenance, entry.source, entry.reason] for entry in product.set_aside
        ]
    return flat


def _variant_fields(variant: Variant) -> dict[str, Any]:
    names = {f"colour.{lang}": words for lang, words in variant.colour.name.items()}
    return names | {
        "ref": variant.ref,
        "sku": variant.sku,
        "size": variant.size,
        "colour.hex": variant.colour.hex,
        "demonstration": variant.demonstration,
    }


def _shop_fields(shop: Shop) -> dict[str, Any]:
    places = {f"place.{lang}": words for lang, words in shop.place.items()}
    plain = ("name", "opens_on", "closes_on", "currency", "languages", "demonstration")
    return places | {name: _json(getattr(shop, name)) for name in plain}


def _chart_fields(chart: Mapping[str, Any]) -> dict[str, Any]:
    """Return a chart as flat fields: ``label.fr``, ``rows.M.chest_mm``."""
    flat: dict[str, Any] = {name: chart[name] for name in ("status", "audience", "garment", "source", "note")}
    flat |= {f"{stem}.{lang}": words for stem in ("label", "rule") for lang, words in chart[stem].items()}
    for row in chart["rows"]:
        flat |= {f"rows.{row['size']}.{name}": value for name, value in row.items() if name != "size"}
    return flat


def _photo_fields(photo: Photo) -> dict[str, Any]:
    plain = ("ref", "photo", "colour", "position", "width", "height", "focus_x", "focus_y")
    return {name: getattr(photo, name) for name in plain} | {f"alt.{lang}": text for lang, text in photo.alt.items()}


_NUMBERED = re.compile(r"_([0-9]+|[a-z]{2})\Z")
"""What of a field names its language or its place: ``reason_fr`` differs as ``reason.fr``."""


def _knowledge(before: Mapping[str, str], after: Mapping[str, str]) -> Changes:
    """Return the overrides by criterion, question or answer; ``None`` stands for what the house says."""
    found: dict[str, list[FieldChange]] = {}
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            name, _, field = key.rpartition("/")
            label = _NUMBERED.sub(r".\1", field)
            found.setdefault(name, []).append(FieldChange(label, before.get(key), after.get(key)))
    return Changes((), (), tuple(Change(name, tuple(fields)) for name, fields in found.items()))


def _json(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _changes(before: Mapping[str, Any], after: Mapping[str, Any], fields: Any) -> Changes:
    both = sorted(before.keys() & after.keys())
    found = (Change(key, _field_changes(fields(before[key]), fields(after[key]))) for key in both)
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(change for change in found if change.fields),
    )


def _field_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    )


def _prices(before: Catalogue, after: Catalogue) -> Iterator[PriceChange]:
    for shop in sorted(before.shops.keys() | after.shops.keys()):
        old, new = _assortment(before, shop), _assortment(after, shop)
        for gtin in sorted(old.keys() | new.keys()):
            was, now = _amounts(old.get(gtin)), _amounts(new.get(gtin))
            if was != now:
                variant = after.variants.get(gtin) or before.variants[gtin]
                yield PriceChange(shop, gtin, variant.ref, was, now)


def _assortment(catalogue: Catalogue, shop: str) -> Mapping[str, Price]:
    return catalogue.shops[shop].assortment if shop in catalogue.shops else {}


def _amounts(price: Price | None) -> tuple[int, int | None] | None:
    return None if price is None else (price.price_cents, price.reference_price_cents)
