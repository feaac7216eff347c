"""Conditions on a product's known values: what is unknown never holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.model import Product, Scalar

from .model import Condition

LISTS = ("activities", "technologies")
"""Condition keys that ask for one of a product's lists."""


def holds(product: Product, properties: Mapping[str, Any], when: Condition) -> bool:
    """Tell whether every condition holds. ``properties`` are the product's values as known so far.

    A wanted value is a scalar, a list of scalars (one of them), bounds ``{"min": …, "max": …}``, both included, or
    ``{"known": false}``.
    """
    return all(_holds_one(product, properties, key, wanted) for key, wanted in when.items())


def properties_of(when: Condition) -> tuple[str, ...]:
    """Return the attribute ids that a condition reads."""
    return tuple(key for key in when if key not in LISTS and key != "audience")


def _holds_one(product: Product, properties: Mapping[str, Any], key: str, wanted: Any) -> bool:
    if key in LISTS:
        return not set(getattr(product, key)).isdisjoint(_many(wanted))
    if key == "audience":
        return product.audience in _many(wanted)
    known = properties.get(key)
    if isinstance(wanted, Mapping) and "known" in wanted:
        return (known is not None) is wanted["known"]
    return known is not None and _fits(known.value, wanted)


def _fits(value: Scalar, wanted: Any) -> bool:
    if isinstance(wanted, Mapping):
        return _is_number(value) and wanted.get("min", value) <= value <= wanted.get("max", value)
    return any(_same(value, one) for one in _many(wanted))


def _same(value: Scalar, wanted: Scalar) -> bool:
    """Compare as data does: true is not 1, but the word "3" is the number 3 as a file or a request may write it."""
    if isinstance(value, bool) or isinstance(wanted, bool):
        return value is wanted
    return str(value) == str(wanted)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _many(wanted: Any) -> Iterable[Any]:
    return wanted if isinstance(wanted, list | tuple) else (wanted,)
