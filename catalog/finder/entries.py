"""The compiled criteria: one for each level of need that a criterion of the knowledge compares with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .degrees import NOT_APPLICABLE, UNKNOWN, Facts, compares_need, degree, read_by

NOTHING = {"fr": "", "en": ""}


@dataclass(frozen=True, slots=True)
class Entry:
    """What travels of a criterion, and how to judge a product by it.

    ``test`` is ``None`` where the verdict is made live; ``need`` is the level it is compiled for. ``families`` are
    those it is asked of. ``unknown_in`` are those where nothing known means unknown; elsewhere it means "has it not"
    (a rope has no hood), ``None`` stands for all.
    """

    public: dict[str, Any]
    test: Mapping[str, Any] | None
    families: frozenset[str] | None = None
    categories: frozenset[str] = frozenset()
    need: int | None = None
    unknown_in: frozenset[str] | None = None

    def applies(self, family: str, category: str) -> bool:
        """Tell whether it is asked of the pieces of a category; of others the verdict is -2."""
        outside = self.families is not None and family not in self.families
        return self.test is not None and not outside and (not self.categories or category in self.categories)

    def verdict(self, facts: Facts, family: str) -> int:
        """Return -2 where it does not apply, -1 unknown, else the degree 0 to 100."""
        if self.test is None or not self.applies(family, facts.category):
            return NOT_APPLICABLE
        found = degree(self.test, facts, self.need)
        if found == UNKNOWN and self.unknown_in is not None and family not in self.unknown_in:
            return 0
        return found


def criterion_entries(criterion: Mapping[str, Any], needs: Mapping[str, Any]) -> list[Entry]:
    """Return the compiled forms of one criterion of the knowledge."""
    if not compares_need(criterion["test"]):
        return [_entry(criterion, criterion["id"], criterion["when"], None)]
    name = criterion["need"]
    levels = _levels(name, criterion["families"], needs)
    return [
        _entry(criterion, f"{criterion['id']}-{level}".replace("--", "-minus-"), _at(criterion, level), level)
        for level in levels
        if _can_differ(criterion["test"], level)
    ]


def _at(criterion: Mapping[str, Any], level: int) -> dict[str, list[Any]]:
    return {**criterion["when"], f"need.{criterion['need']}": [level]}


def _entry(criterion: Mapping[str, Any], name: str, when: Mapping[str, Any], level: int | None) -> Entry:
    test = criterion["test"]
    public = {
        "id": name,
        "topic": criterion["topic"] or criterion["id"],
        "hard": criterion["hard"],
        "quiet": criterion["quiet"],
        "weight": criterion["weight"],
        "when": dict(when),
        "reason": criterion["reason"],
        "caution": criterion["caution"],
        "over": _over(criterion, level),
        "by_category": criterion["by_category"],
        "by_value": criterion["by_value"],
        "told": criterion["told"],
        "reads": read_by(test),
        "properties": criterion["properties"] or read_by(test),
        "gauge": _gauge(test),
        "source": criterion["source"],
    }
    return Entry(public, test, frozenset(criterion["families"]), frozenset(criterion["categories"]), level)


def _over(criterion: Mapping[str, Any], level: int | None) -> dict[str, Any] | None:
    """Return what is said instead of the caution where the product's figure is above the need."""
    if criterion["caution_over"] is None or level is None:
        return None
    test = _compared(criterion["test"])
    return {
        "gauge": test.get("gauge"),
        "property": test.get("property"),
        "above": level,
        "caution": criterion["caution_over"],
    }


def _compared(test: Mapping[str, Any]) -> Mapping[str, Any]:
    inner = [each for kind in ("first", "any", "all") for each in test.get(kind, ())]
    return next((_compared(each) for each in inner if compares_need(each)), test)


def _gauge(test: Mapping[str, Any]) -> str | None:
    gauge = _compared(test).get("gauge")
    return None if gauge is None else str(gauge)


def _levels(name: str, families: Sequence[str], needs: Mapping[str, Any]) -> list[int]:
    """Return every value that a dimension can have in these families."""
    found: set[int] = set()
    for family in families:
        for dimension in needs["families"].get(family, ()):
            if dimension["id"] == name:
                found |= dimension_values(dimension)
    return sorted(found)


def dimension_values(dimension: Mapping[str, Any]) -> set[int]:
    """Return the integers that a dimension can take."""
    low, high = dimension["min"], dimension["max"]
    if dimension["answer"]:
        step = dimension["grid"]
        computed = dimension_values({**dimension, "answer": None, "grid": 0})
        return computed | {max(low, min(high, asked)) for asked in range(0, high + step, step)}
    if dimension["grid"]:
        return set(range(low // dimension["grid"] * dimension["grid"], high + 1, dimension["grid"]))
    if dimension["rows"] and not dimension["adjust"]:
        return {max(low, min(high, row["value"])) for row in dimension["rows"]}
    return set(range(low, high + 1))


def _can_differ(test: Mapping[str, Any], level: int) -> bool:
    """Tell whether two products can differ at this level: on a gauge, the test may say a hundred to all of them."""
    if "gauge" not in test or "minus_need" not in test:
        return True
    return any(degree(test, Facts("", {}, (), {test["gauge"]: each}, {}), level) < 100 for each in range(6))
