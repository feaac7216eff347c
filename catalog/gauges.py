"""The gauges of a product: how much of each quality it has, 0 to 5, and how far that can be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .completion import weakest
from .model import Product
from .reference import Reference, Scale
from .reference.conditions import holds, properties_of


@dataclass(frozen=True, slots=True)
class GaugeLevel:
    """A level 0 to 5, with the weakest provenance of what it was made from; both ``None`` where nothing is known."""

    level: int | None
    provenance: str | None


UNKNOWN = GaugeLevel(None, None)


def gauge_levels(product: Product, reference: Reference) -> dict[str, GaugeLevel]:
    """Return the level of each gauge of the product's category. The product is completed."""
    category = reference.categories[product.category]
    return {gauge: _level(product, reference.scale(gauge, product.category)) for gauge in category.gauges}


def _level(product: Product, scale: Scale | None) -> GaugeLevel:
    if scale is None:
        return UNKNOWN
    return _by_limits(product, scale) if scale.of else _by_cases(product, scale)


def _by_limits(product: Product, scale: Scale) -> GaugeLevel:
    read = [name for name in (scale.of, scale.per) if name]
    numbers = [_number(product, name) for name in read]
    if any(number is None for number in numbers):
        return UNKNOWN
    first, *divisor = (number for number in numbers if number is not None)
    if divisor and divisor[0] <= 0:
        return UNKNOWN
    number = first // divisor[0] if divisor else first
    higher = scale.better == "higher"
    level = sum(limit <= number if higher else number <= limit for limit in scale.limits)
    return GaugeLevel(level, _provenance(product, read))


def _by_cases(product: Product, scale: Scale) -> GaugeLevel:
    for case in scale.cases:
        if holds(product, product.properties, case.when):
            return GaugeLevel(case.level, _provenance(product, properties_of(case.when)))
    return UNKNOWN


def _number(product: Product, name: str) -> int | None:
    known = product.properties.get(name)
    return None if known is None or isinstance(known.value, bool | str) else int(known.value)


def _provenance(product: Product, names: Iterable[str]) -> str:
    return weakest(product.properties[name].provenance for name in names if name in product.properties)
