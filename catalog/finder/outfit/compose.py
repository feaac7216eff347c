"""Put together what an outfit is made from: the places of the situation, what may fill them, the best wholes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.finder.answers import AnswersError

from .pieces import Offer, Piece, Shop, chosen, offer, order, shop_of
from .plan import NONE, REQUIRED, Place, places, wearer
from .solve import SCALE, Choice, Option, State, frontier

_PERSONS = (("men", "unisex", "kids"), ("women", "unisex", "kids"))


@dataclass(frozen=True, slots=True)
class Composer:
    """Everything that does not depend on the budget; ``at`` answers one budget by a search.

    ``states`` is the frontier: the best outfit for every total, by rising price. ``fixed`` are the pieces that the
    customer chose, ``without`` the slots of which they have a piece already; ``for_child``: it is for a child.
    """

    shop: Shop
    assumed: Sequence[str]
    places: Sequence[Place]
    offers: Sequence[Offer]
    fixed: Mapping[str, Piece]
    without: frozenset[str]
    for_child: bool
    states: Sequence[State]

    def best(self, budget: int | None) -> State:
        """Return the best outfit within the budget; where even the chosen pieces cost more, the cheapest with them."""
        within = [state for state in self.states if budget is None or state.price <= budget]
        return within[-1] if within else self.states[0]

    def complete(self) -> State:
        """Return the cheapest of the outfits that fill as many required slots as can be filled here."""
        most = self.states[-1].gain // SCALE
        return next(state for state in self.states if state.gain // SCALE == most)

    def candidates(self, slot: int) -> list[Piece]:
        """Return what may fill a slot, the customer's own choice included."""
        own = self.fixed.get(self.places[slot].id)
        rest = [piece for piece in self.offers[slot].pieces if own is None or piece.ref != own.ref]
        return rest if own is None else sorted([own, *rest], key=order)


def composer(
    finder: Mapping[str, Any],
    products: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None = None,
    fixed: Mapping[str, str] | None = None,
    without: Sequence[str] = (),
) -> Composer:
    """Prepare the outfits of one customer; ``answers`` are validated. Raises AnswersError for what is unknown."""
    shop = shop_of(finder, products, stock)
    asked, assumed = wearer(finder["outfits"], answers)
    found = places(finder, asked)
    owned = frozenset(without)
    own = _fixed(shop, found, asked, fixed or {}, owned)
    offers = [
        offer(shop, place, asked) if place.needed != NONE and place.id not in owned else Offer() for place in found
    ]
    states = _states(found, offers, own, owned, persons=_PERSONS if answers.get("audience") is None else ())
    return Composer(shop, assumed, found, offers, own, owned, answers.get("audience") == "kids", states)


def _fixed(
    shop: Shop, found: Sequence[Place], answers: Mapping[str, Any], fixed: Mapping[str, str], owned: frozenset[str]
) -> dict[str, Piece]:
    """Return the pieces that the customer chose by slot; every slot named must exist, and be one to fill."""
    by_id = {place.id: place for place in found}
    errors = [(f"without.{name}", _NO_SLOT) for name in sorted(owned) if name not in by_id]
    errors += [(f"fixed.{name}", _NO_SLOT) for name in fixed if name not in by_id]
    own: dict[str, Piece] = {}
    for name, ref in fixed.items():
        if name in owned or name not in by_id:
            continue
        piece = chosen(shop, by_id[name], answers, ref)
        if piece is None or any(ref == other.ref for other in own.values()):
            errors.append((f"fixed.{name}", _NO_PIECE))
        else:
            own[name] = piece
    if errors:
        raise AnswersError(errors)
    return own


_NO_SLOT = {"fr": "Cette place n’existe pas.", "en": "There is no such place."}
_NO_PIECE = {"fr": "Cette pièce ne va pas à cette place.", "en": "This piece does not go in this place."}


def _states(
    found: Sequence[Place],
    offers: Sequence[Offer],
    own: Mapping[str, Piece],
    owned: frozenset[str],
    persons: Sequence[Sequence[str]],
) -> list[State]:
    """Return the frontier. Where nobody said for whom, an outfit is for a man or for a woman, never half and half."""
    open_slots = {place.id for place in found if place.needed != NONE and place.id not in owned and place.id not in own}
    lists = [
        [
            _option(found, index, piece, open_slots)
            for piece in ([own[place.id]] if place.id in own else offers[index].pieces)
        ]
        for index, place in enumerate(found)
    ]
    audiences = {piece.ref: piece.product["audience"] for each in offers for piece in each.pieces}
    audiences |= {piece.ref: piece.product["audience"] for piece in own.values()}
    states: list[State] = []
    for suited in persons:
        if all(piece.product["audience"] in suited for piece in own.values()):
            kept = [[option for option in options if audiences[option.ref] in suited] for options in lists]
            states += frontier([Choice(options, place.id in own) for options, place in zip(kept, found, strict=True)])
    if not states:
        return frontier([Choice(options, place.id in own) for options, place in zip(lists, found, strict=True)])
    return best_of(states)


def best_of(states: list[State]) -> list[State]:
    """Return the frontier of outfits from several frontiers."""
    kept: list[State] = []
    for state in sorted(states, key=lambda each: (each.price, -each.gain, each.refs())):
        if not kept or state.gain > kept[-1].gain:
            kept.append(state)
    return kept


def _option(found: Sequence[Place], index: int, piece: Piece, open_slots: set[str]) -> Option:
    fills = tuple(other for other, place in enumerate(found) if place.id in piece.fills and place.id in open_slots)
    gain = 0
    for place in (found[index], *(found[other] for other in fills)):
        gain += place.weight * piece.value + (place.weight * SCALE if place.needed == REQUIRED else 0)
    return Option(index, piece.ref, piece.price or 0, gain, fills)
