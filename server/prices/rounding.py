"""Prices as they stand on a tag: nearest ending in .90, .95 or .99, or whole steps. Pure; integer cents."""

from __future__ import annotations

_STEPS = {"none": (1, 0), "90": (100, 90), "95": (100, 95), "99": (100, 99), "1": (100, 0), "5": (500, 0)}
"""Step and offset in cents: prices are the offset more than a multiple of the step."""
ROUNDINGS = tuple(_STEPS)


def rounded(cents: int, rounding: str) -> int:
    """Return the nearest price of that ending, the lower of two that are as near, and never below one step."""
    step, offset = _STEPS[rounding]
    lower = (cents - offset) // step * step + offset
    upper = lower + step
    if lower <= 0:
        return upper
    return upper if upper - cents < cents - lower else lower


def percent_of(cents: int, percent: int) -> int:
    """Return an amount raised or lowered by whole percent, to the nearest cent, a half away from zero."""
    return (cents * (100 + percent) + 50) // 100
