"""The conditions under which something is asked or counts: which there are, how one stands in a cell, what is off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from catalog.reference import Reference

ALWAYS = ("always", "toujours")
"""What stands in a cell where there is no condition; the first is written."""
OFF = "off"
"""The key of a condition that nothing meets: no situation has a value for it."""
Condition = Mapping[str, Sequence[Any]]
Allowed = Mapping[str, tuple[Any, ...]]
_CHOICES = ("activity", "weather", "effort", "duration", "nights_in", "audience")
_SWITCHES = ("humid", "windy")
_NO = (False, True)


def allowed_conditions(
    questions: Sequence[Mapping[str, Any]], needs: Mapping[str, Any], reference: Reference
) -> dict[str, tuple[Any, ...]]:
    """Return the keys that a condition may have, each with its values, in the order in which they are asked."""
    answers = {each["id"]: tuple(answer["id"] for answer in each["answers"]) for each in questions}
    slots = (*reference.groups, *reference.families, *needs["own_slots"], "any")
    found: dict[str, tuple[Any, ...]] = {"slot": tuple(dict.fromkeys(slots))}
    found |= {key: answers[key] for key in _CHOICES}
    found |= dict.fromkeys(_SWITCHES, _NO)
    for name, band in needs["bands"].items():
        found[name] = tuple(range(len(band["below"] or band["from"]) + 1))
    for name, rows in needs["cases"].items():
        found[name] = tuple(dict.fromkeys(row["value"] for row in rows))
    return found


def written(condition: Condition) -> str:
    """Write a condition: ``slot: shell, any | cold: 2, 3``; ``always`` where there is none."""
    parts = (f"{key}: {', '.join(map(written_value, values))}" for key, values in asked(condition).items())
    return " | ".join(parts) or ALWAYS[0]


def read(text: str, allowed: Allowed) -> dict[str, list[Any]]:
    """Return the condition that a cell writes. Raises ValueError where it is none.

    An unknown key or value is a KeyError: its arguments are the word, and the words that are known in its place.
    """
    if text.strip().casefold() in ALWAYS:
        return {}
    found: dict[str, list[Any]] = {}
    for part in text.split("|"):
        key, colon, words = (piece.strip() for piece in part.partition(":"))
        if not colon or key in found:
            raise ValueError(part)
        if key not in allowed:
            raise KeyError(key, tuple(allowed))
        found[key] = [_known(word.strip(), allowed[key]) for word in words.split(",")]
    return found


def asked(condition: Condition) -> dict[str, Sequence[Any]]:
    """Return what a condition asks, whether or not it is switched off."""
    return {key: values for key, values in condition.items() if key != OFF}


def is_same(one: Condition, other: Condition) -> bool:
    """Tell whether two conditions hold in the same situations, in whatever order their values stand."""
    return one.keys() == other.keys() and all(set(one[key]) == set(other[key]) for key in one)


def _known(word: str, values: tuple[Any, ...]) -> Any:
    for value in values:
        if written_value(value) == word:
            return value
    raise KeyError(word, tuple(map(written_value, values)))


def written_value(value: Any) -> str:
    """Write one value of a condition."""
    return str(value).lower() if isinstance(value, bool) else str(value)
