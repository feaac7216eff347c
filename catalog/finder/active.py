"""Which criteria a situation makes active, found by what they ask for instead of trying each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .needs import holds

Plan = dict[str | None, dict[Any, list[int]]]
"""By the key that a condition has, and by the value that it must have, the criteria; those without one under None."""


def plan_of(criteria: Sequence[Mapping[str, Any]], indexes: Sequence[int]) -> Plan:
    """Return the plan for the criteria of one family.

    Of a condition's keys the level of need tells most apart: a criterion is compiled once for each level.
    """
    plan: Plan = {}
    for index in indexes:
        when = criteria[index]["when"]
        key = next((name for name in when if name.startswith("need.")), next(iter(when), None))
        for value in dict.fromkeys((None,) if key is None else when[key]):
            plan.setdefault(key, {}).setdefault(value, []).append(index)
    return plan


def criteria_in(plan: Plan, criteria: Sequence[Mapping[str, Any]], context: Mapping[str, Any]) -> list[int]:
    """Return the criteria of a plan whose conditions hold, in the order of the finder."""
    found: list[int] = []
    for key, by_value in plan.items():
        found += by_value.get(None if key is None else context.get(key), ())
    return sorted(index for index in found if holds(criteria[index]["when"], context))
