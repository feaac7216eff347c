"""Which shop speaks on the page, whether it is open, and what it has in each size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from server.stock.service import Level

from .sizes import size_word
from .words import Words

OPEN, CLOSED, NOT_YET, ABSENT = "open", "closed", "not-yet", "absent"


@dataclass(frozen=True, slots=True)
class Place:
    """The shop of the page and its state on a day; ``shop`` is None where none sells the piece."""

    shop: Mapping[str, Any] | None
    state: str

    @property
    def sells(self) -> bool:
        return self.state in (OPEN, NOT_YET)


def place_of(shops: Mapping[str, Mapping[str, Any]], product: Mapping[str, Any], asked: str, today: date) -> Place:
    """Return the shop asked for, else an open one that sells the piece, else any that did."""
    gtins = [variant["gtin"] for variant in product["variants"]]
    selling = [shop for shop in shops.values() if any(gtin in shop["assortment"] for gtin in gtins)]
    if not selling:
        return Place(None, ABSENT)
    ranked = sorted(selling, key=lambda shop: (shop["id"] != asked, state_of(shop, today) != OPEN, shop["id"]))
    return Place(ranked[0], state_of(ranked[0], today))


def state_of(shop: Mapping[str, Any], today: date) -> str:
    """Return whether a shop is open, closed or not yet open on a day."""
    if today > date.fromisoformat(shop["closes_on"]):
        return CLOSED
    return OPEN if today >= date.fromisoformat(shop["opens_on"]) else NOT_YET


@dataclass(frozen=True, slots=True)
class SizeHere:
    """A size of one colour: ``state`` is here, none or unknown."""

    size: str
    gtin: str
    state: str
    says: str
    scanned: bool


def sizes_here(
    variants: list[Mapping[str, Any]], levels: Mapping[str, Level], scanned: str, words: Words
) -> tuple[SizeHere, ...]:
    """Return the sizes in their order with what was counted."""
    return tuple(_size(variant, levels.get(variant["gtin"]), scanned, words) for variant in variants)


def counted_at(variants: list[Mapping[str, Any]], levels: Mapping[str, Level]) -> datetime | None:
    """Return the oldest count among the sizes shown: the claim is as old as its oldest part."""
    counts = [levels[variant["gtin"]].counted_at for variant in variants if variant["gtin"] in levels]
    return min(counts, default=None)


def _size(variant: Mapping[str, Any], level: Level | None, scanned: str, words: Words) -> SizeHere:
    if level is None:
        state, says = "unknown", words.say("not_counted")
    elif level.quantity > 0:
        state, says = "here", words.count("count_here", level.quantity)
    else:
        state, says = "none", words.say("none_here")
    return SizeHere(size_word(variant["size"], words), variant["gtin"], state, says, variant["gtin"] == scanned)
