"""One rule for many prices: so many percent, so many euros, a price, another shop's; and its reference price. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .record import Pair
from .rounding import percent_of, rounded

PERCENT, AMOUNT, SET, KEEP, COPY, REMOVE = "percent", "amount", "set", "keep", "copy", "remove"
CHANGES = (PERCENT, AMOUNT, SET, KEEP, COPY, REMOVE)
PRICE, REFERENCE = "price", "reference"
BASES = (PRICE, REFERENCE)
STAYS, LOWEST, NO_REFERENCE = "keep", "lowest", "none"
REFERENCES = (STAYS, LOWEST, NO_REFERENCE)
MOST_CENTS = 10_000_000


@dataclass(frozen=True, slots=True)
class Rule:
    """``value`` is percent for ``percent``, else cents; ``of`` says what a percentage or amount is counted from.

    ``reference`` ``lowest`` writes the lowest price of the thirty days before, which the law asks of an announced
    reduction.
    """

    change: str
    value: int = 0
    of: str = PRICE
    rounding: str = "none"
    reference: str = STAYS


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a shop asks and would ask for a variant; None where it does not carry it."""

    gtin: str
    before: Pair | None
    after: Pair | None


def price_of(rule: Rule, before: Pair | None, elsewhere: Mapping[str, Pair], gtin: str) -> int | None:
    """Return the new price in cents; None where the rule says nothing of this variant.

    What is not carried yet can be given a price or another shop's, and nothing is counted from it.
    """
    if rule.change == COPY:
        return elsewhere[gtin][0] if gtin in elsewhere else None
    if rule.change == SET:
        return rounded(rule.value, rule.rounding)
    if before is None:
        return None
    if rule.change == KEEP:
        return before[0]
    base = before[1] if rule.of == REFERENCE and before[1] is not None else before[0]
    moved = percent_of(base, rule.value) if rule.change == PERCENT else base + rule.value
    return min(max(rounded(max(moved, 1), rule.rounding), 1), MOST_CENTS)


def reference_of(rule: Rule, price: int, standing: int | None, lowest: int | None) -> int | None:
    """Return the reference price beside a new price: none where it would announce no reduction.

    Where the record knows no lowest price, what the shop has stated stays: nobody asked to take it away.
    """
    known = standing if lowest is None else lowest
    reference = {STAYS: standing, LOWEST: known, NO_REFERENCE: None}[rule.reference]
    return reference if reference is not None and reference > price else None
