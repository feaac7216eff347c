"""The gauges of a product: how much of each quality it has, 0 to 5, and how far that can be trusted."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .completion import weakest
from .model import Product
from .reference import Reference, Scale
from .reference.conditions import holds, properties_of
from .reference.model import Steps


@dataclass(frozen=True, slots=True)
class GaugeLevel:
    """A level 0 to 5, with the weakest provenance of what it was made from; both ``None`` where nothing is known.

    ``tenths`` is the level times ten and how far the figure is on its way to the next one: it tells apart two pieces
    of one level by their grams, never by figures of different test methods, of which each has its own bands.
    """

    level: int | None
    provenance: str | None
    tenths: int | None = field(default=None, compare=False)


UNKNOWN = GaugeLevel(None, None)


def gauge_levels(product: Product, reference: Reference) -> dict[str, GaugeLevel]:
    """Return the level of each gauge of the product's category. The product is completed."""
    category = reference.categories[product.category]
    return {gauge: _level(product, reference.scale(gauge, product.category), reference) for gauge in category.gauges}


def _level(product: Product, scale: Scale | None, reference: Reference) -> GaugeLevel:
    if scale is None:
        return UNKNOWN
    return _by_limits(product, scale, reference) if scale.of else _by_cases(product, scale)


def _by_limits(product: Product, scale: Scale, reference: Reference) -> GaugeLevel:
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
    on_the_way = _within_limits(number, level, scale.limits, higher=higher)
    banded = _steps_of(product, scale, reference)
    if banded is not None:
        on_the_way = _within_steps(_product_of(product, banded), banded)
    return GaugeLevel(level, _provenance(product, read), 10 * level + on_the_way)


def _within_limits(number: int, level: int, limits: Sequence[int], *, higher: bool) -> int:
    """Return how far a number is from its level's limit to the next better one: 0 to 9."""
    if higher:
        return _within_limits(-number, level, [-limit for limit in reversed(limits)], higher=False)
    best, worst = limits[1] - limits[0], limits[-1] - limits[-2]
    ends = [limits[-1] + worst, *reversed(limits), limits[0] - best]
    return _tenth(ends[level] - number, ends[level] - ends[level + 1])


def _within_steps(number: int, steps: Steps) -> int:
    """Return how far a number is inside its band towards the next better value: 0 to 9."""
    starts = [start for start, _ in steps.steps]
    widths = [right - left for left, right in itertools.pairwise(starts)]
    place = max(index for index, start in enumerate(starts) if start <= number)
    part = _tenth(number - starts[place], [*widths, widths[-1]][place])
    rises = int(steps.steps[-1][1]) > int(steps.steps[0][1])
    return part if rises else 9 - part


def _tenth(part: int, whole: int) -> int:
    return max(0, min(9, part * 10 // whole))


def _steps_of(product: Product, scale: Scale, reference: Reference) -> Steps | None:
    """Return the steps that gave the scale's attribute, where a rule worked it out of a figure."""
    source = product.properties[str(scale.of)].source
    rules = reference.rules_by_category.get(product.category, ())
    steps = next((rule.steps for rule in rules if rule.id == source and rule.steps), None)
    return steps if steps is not None and len(steps.steps) > 1 and scale.per is None else None


def _product_of(product: Product, steps: Steps) -> int:
    number = 1
    for name in steps.of:
        number *= _number(product, name) or 0
    return number


def _by_cases(product: Product, scale: Scale) -> GaugeLevel:
    for case in scale.cases:
        if holds(product, product.properties, case.when):
            return GaugeLevel(case.level, _provenance(product, properties_of(case.when)), 10 * case.level)
    return UNKNOWN


def _number(product: Product, name: str) -> int | None:
    known = product.properties.get(name)
    return None if known is None or isinstance(known.value, bool | str) else int(known.value)


def _provenance(product: Product, names: Iterable[str]) -> str:
    return weakest(product.properties[name].provenance for name in names if name in product.properties)
