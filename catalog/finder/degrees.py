"""What a test of the knowledge says about one product: a degree 0 to 100, unknown, or not applicable."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

NOT_APPLICABLE, UNKNOWN = -2, -1

Curve = Sequence[Sequence[int]]
"""Points (value, degree) in rising order of value; straight lines between them, flat outside."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a test may look at: the completed product and its gauges, as plain values."""

    category: str
    properties: Mapping[str, Any]
    activities: Sequence[str]
    gauges: Mapping[str, int | None]
    near: Mapping[str, Mapping[str, int]]
    tenths: Mapping[str, int | None] = field(default_factory=dict)


def degree(test: Mapping[str, Any], facts: Facts, need: int | None = None) -> int:
    """Return the verdict of a test; ``need`` is the level it is compiled for, where it depends on one."""
    kind = next(name for name in _KINDS if name in test)
    return _KINDS[kind](test, facts, need)


def on_curve(points: Curve, value: int) -> int:
    """Return the degree of a value on a curve, rounded down between points."""
    if value <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in itertools.pairwise(points):
        if value <= right:
            return low + (high - low) * (value - left) // (right - left)
    return points[-1][1]


def _property(test: Mapping[str, Any], facts: Facts, need: int | None) -> int:
    value = facts.properties.get(test["property"])
    if value is None:
        return UNKNOWN
    if "degrees" in test:
        name = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
        return int(test["degrees"].get(name, test["else"]))
    return _measured(test, value, need)


def _gauge(test: Mapping[str, Any], facts: Facts, need: int | None) -> int:
    if "fine" in test:
        tenths = facts.tenths.get(test["gauge"])
        return UNKNOWN if tenths is None else on_curve(test["fine"], tenths)
    level = facts.gauges.get(test["gauge"])
    return UNKNOWN if level is None else _measured(test, level, need)


def _measured(test: Mapping[str, Any], value: int, need: int | None) -> int:
    if "curve" in test:
        return on_curve(test["curve"], value)
    if need is None:
        raise ValueError("a test against a need was not compiled for a level")
    if "minus_need" in test:
        return on_curve(test["minus_need"], value - need)
    return on_curve(test["percent_of_need"], value * 100 // need)


def _categories(test: Mapping[str, Any], facts: Facts, need: int | None) -> int:
    return int(test["categories"].get(facts.category, test["else"]))


def _declared(test: Mapping[str, Any], facts: Facts, need: int | None) -> int:
    """Judge by what the maker says the product is for; a product for which nobody says anything is not judged."""
    if not facts.activities:
        return NOT_APPLICABLE
    wanted = test["declared"]
    if wanted in facts.activities:
        return 100
    return max(int(facts.near.get(wanted, {}).get(activity, test["else"])) for activity in facts.activities)


def _first(test: Mapping[str, Any], facts: Facts, need: int | None) -> int:
    """Take the first test that knows."""
    found = (degree(each, facts, need) for each in test["first"])
    return next((each for each in found if each != UNKNOWN), UNKNOWN)


def _any(test: Mapping[str, Any], facts: Facts, need: int | None) -> int:
    """Take the best; an unknown could be better than all but a full hundred."""
    found = [degree(each, facts, need) for each in test["any"]]
    return UNKNOWN if UNKNOWN in found and max(found) < 100 else max(found)


def _all(test: Mapping[str, Any], facts: Facts, need: int | None) -> int:
    """Take the worst; an unknown could be worse than all but nought."""
    found = [degree(each, facts, need) for each in test["all"]]
    known = [each for each in found if each != UNKNOWN]
    return UNKNOWN if UNKNOWN in found and min(known, default=100) > 0 else min(known)


_KINDS: dict[str, Callable[[Mapping[str, Any], Facts, int | None], int]] = {
    "property": _property,
    "gauge": _gauge,
    "categories": _categories,
    "declared": _declared,
    "first": _first,
    "any": _any,
    "all": _all,
}
KINDS = tuple(_KINDS)


def read_by(test: Mapping[str, Any]) -> list[str]:
    """Return the properties that a test reads itself, in order."""
    found = [test["property"]] if "property" in test else []
    for kind in ("first", "any", "all"):
        for each in test.get(kind, ()):
            found += read_by(each)
    return list(dict.fromkeys(found))


def compares_need(test: Mapping[str, Any]) -> bool:
    """Tell whether a test depends on a level of need."""
    inner = [each for kind in ("first", "any", "all") for each in test.get(kind, ())]
    return "minus_need" in test or "percent_of_need" in test or any(map(compares_need, inner))
