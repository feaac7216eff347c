"""The prior price that an announced reduction must name: the lowest of the thirty days before it. Pure.

Directive 98/6/EC, article 6a, and Code de la consommation, article L112-1-1: the lowest price of the last thirty days
before the reduction; where reductions follow each other without a break, before the first of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

WINDOW = timedelta(days=30)
KNOWN, SHORT, NONE = "known", "short", "none"
STATES = (KNOWN, SHORT, NONE)


@dataclass(frozen=True, slots=True)
class Period:
    """What one shop asked for one variant, in cents; ``until`` is None while it still does."""

    price: int
    reference: int | None
    since: datetime
    until: datetime | None = None

    @property
    def reduced(self) -> bool:
        """Tell whether a reduction is announced: a reference price above the price."""
        return self.reference is not None and self.reference > self.price


@dataclass(frozen=True, slots=True)
class Prior:
    """The lowest price of the window that ends where the reduction begins, or now where none is announced.

    ``state`` is ``known``; ``short`` where the record begins inside the window (the true lowest may be lower still); or
    ``none`` where the shop asked no price in it. ``known_since`` is where the record of the window begins.
    """

    state: str
    lowest: int | None
    reduced_since: datetime | None
    known_since: datetime | None

    def is_above(self, reference: int | None) -> bool:
        """Tell whether a reference price is higher than the record allows."""
        return reference is not None and self.lowest is not None and reference > self.lowest


@dataclass(frozen=True, slots=True)
class Announced:
    """What may be shown: the reference price, None where no reduction is left, and whether the record proves it."""

    reference: int | None
    proven: bool


def prior(periods: Sequence[Period], begin: datetime, at: datetime) -> Prior:
    """Return the prior price of a variant whose periods, oldest first, end in the present one.

    ``begin`` is where the shop's record begins, ``at`` the present moment. A piece that the shop did not sell for a
    part of the window is judged by the days on which it did.
    """
    since = reduced_since(periods)
    end = since or at
    start = end - WINDOW
    inside = [each for each in periods if each.since < end and (each.until is None or each.until > start)]
    if not inside:
        return Prior(NONE, None, since, None)
    state = KNOWN if begin <= start else SHORT
    return Prior(state, min(each.price for each in inside), since, max(begin, start))


def reduced_since(periods: Sequence[Period]) -> datetime | None:
    """Return when the reduction in force began, None where none is announced.

    Reductions that follow each other without a break, each as deep as the one before or deeper, are one; a price that
    rises begins a new one, whatever stands beside it.
    """
    if not periods or periods[-1].until is not None or not periods[-1].reduced:
        return None
    since = periods[-1].since
    for earlier, later in reversed(list(pairwise(periods))):
        if not (earlier.reduced and earlier.until == later.since and earlier.price >= later.price):
            break
        since = earlier.since
    return since


def proposed(
    periods: Sequence[Period], price: int, reference: int | None, begin: datetime | None, at: datetime
) -> Prior:
    """Return what would be the prior price, were a price asked from ``at`` on; ``begin`` None: nothing is recorded."""
    if begin is None:
        return Prior(NONE, None, at, None)
    closed = [replace(each, until=each.until or at) for each in periods]
    return prior([*closed, Period(price, reference, at)], begin, at)


def announced(period: Period, before: Prior) -> Announced:
    """Return the reference price that may be shown: never one above what the record knows."""
    if not period.reduced:
        return Announced(None, proven=False)
    if before.is_above(period.reference):
        lower = before.lowest if before.lowest is not None and before.lowest > period.price else None
        return Announced(lower, proven=lower is not None and before.state == KNOWN)
    return Announced(period.reference, proven=before.state == KNOWN)
