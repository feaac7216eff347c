"""Which places of an outfit this situation fills: the row of each slot that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.finder.needs import holds, situation

REQUIRED, USEFUL, NONE = "required", "useful", "none"


@dataclass(frozen=True, slots=True)
class Place:
    """One slot in one situation: ``row`` is the place of its deciding row, ``floor`` the lowest score it takes."""

    id: str
    row: int
    needed: str
    weight: int
    floor: int
    wanted: str
    categories: Sequence[str]


def wearer(rules: Mapping[str, Any], answers: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the answers that speak of the person and the situation, and the names of those that were assumed.

    Which piece is wanted and what one piece may cost say nothing about a whole outfit.
    """
    kept = {key: value for key, value in answers.items() if key not in ("wanted", "budget_cents") and value is not None}
    if "activity" in kept:
        return kept, []
    return {**kept, "activity": rules["assume"]}, ["activity"]


def places(finder: Mapping[str, Any], answers: Mapping[str, Any]) -> list[Place]:
    """Return every slot in the order of the rules, with what this situation asks of it."""
    rules = finder["outfits"]
    context = situation(finder["needs"], answers).context
    return [_place(rules, slot, context) for slot in rules["slots"]]


def _place(rules: Mapping[str, Any], slot: Mapping[str, Any], context: Mapping[str, Any]) -> Place:
    number, row = next((index, row) for index, row in enumerate(slot["rows"]) if holds(row["when"], context))
    return Place(
        id=slot["id"],
        row=number,
        needed=row["need"],
        weight=row["weight"],
        floor=rules["floors"].get(row["need"], 0),
        wanted=row["wanted"] or slot["wanted"],
        categories=row["categories"],
    )
