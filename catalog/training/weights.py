"""How much a card matters: by what this shop's customers really ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .card import Card

MOST = 100
PRIOR = 30
"""How many customers' worth the prior counts for: after a first good day, what is asked here weighs more than it."""


@dataclass(frozen=True, slots=True)
class Demand:
    """How often customers asked for each activity and each family."""

    activities: Mapping[str, float] = field(default_factory=dict)
    families: Mapping[str, float] = field(default_factory=dict)


def weigh(cards: Iterable[Card], demand: Demand, prior: Demand) -> dict[str, int]:
    """Return the weight of each card by id, 1 to 100: 100 is about what is asked most.

    The share of what was asked is drawn towards the prior's while few have asked. A card that is about an activity and
    a family has the mean of both.
    """
    activities = _shares(demand.activities, prior.activities)
    families = _shares(demand.families, prior.families)
    found: dict[str, int] = {}
    for card in cards:
        known = [(activities, card.about.activity), (families, card.about.family)]
        parts = [shares.get(name, 0.0) for shares, name in known if name is not None]
        found[card.id] = max(1, round(MOST * sum(parts) / len(parts))) if parts else MOST
    return found


def _shares(demand: Mapping[str, float], prior: Mapping[str, float]) -> dict[str, float]:
    """Return the share of each id, of the largest one."""
    before = sum(prior.values()) or 1
    counts = {name: demand.get(name, 0) + PRIOR * prior.get(name, 0) / before for name in {*demand, *prior}}
    most = max(counts.values(), default=0) or 1
    return {name: count / most for name, count in counts.items()}
