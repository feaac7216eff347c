"""One outfit as plain data without words: what stands in each place, what else could, and what it all comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .compose import Composer, composer
from .pieces import Offer, Piece, order
from .plan import NONE, REQUIRED
from .solve import Option, State

ALTERNATIVES = 5
_SEXES = ("men", "women")


def compose(
    finder: Mapping[str, Any],
    products: Sequence[Mapping[str, Any]],
    answers: Mapping[str, Any],
    stock: Mapping[str, Any] | None = None,
    budget_cents: int | None = None,
    fixed: Mapping[str, str] | None = None,
    without: Sequence[str] = (),
) -> dict[str, Any]:
    """Return the best outfit within the budget, with what else could stand in each place.

    The same input gives the same outfit, whatever the order of the products. Raises AnswersError for unknown slots, and
    for chosen pieces that do not go where they were put.
    """
    return report(composer(finder, products, answers, stock, fixed, without), budget_cents)


def report(made: Composer, budget: int | None) -> dict[str, Any]:
    """Return the outfit that a composer finds best within a budget."""
    state, complete = made.best(budget), made.complete()
    worn = _worn(made, state)
    filled = _filled(state)
    slots = [_slot(made, state, worn, filled, index) for index in range(len(made.places))]
    priced = made.shop.priced
    left_out = [
        place.id
        for place, slot in zip(made.places, slots, strict=True)
        if slot["empty_reason"] == "budget" and place.needed == REQUIRED
    ]
    weights = [told["value"] for piece in worn.values() if (told := piece.product["properties"].get("weight_g"))]
    return {
        "assumed": list(made.assumed),
        "slots": slots,
        "total_cents": state.price if priced else None,
        "reference_total_cents": sum(_reference(piece) for piece in worn.values()) if priced else None,
        "weight_g": sum(weights),
        "weighed": len(weights),
        "pieces": len(worn),
        "score": _score(made, worn, filled),
        "budget_cents": budget,
        "over_budget": budget is not None and state.price > budget,
        "cheapest_complete_cents": complete.price if priced else None,
        "left_out": left_out,
        "relaxations": [*_dearer(left_out, complete), *_relaxations(made, slots)],
    }


def _worn(made: Composer, state: State) -> dict[int, Piece]:
    """Return the piece of each slot that has one."""
    return {
        pick.slot: next(piece for piece in made.candidates(pick.slot) if piece.ref == pick.ref)
        for pick in state.picks
        if pick is not None
    }


def _filled(state: State) -> dict[int, int]:
    """Return, of each slot that a piece of another fills, that other slot."""
    return {slot: pick.slot for pick in state.picks if pick is not None for slot in pick.fills}


def _slot(
    made: Composer, state: State, worn: Mapping[int, Piece], filled: Mapping[int, int], index: int
) -> dict[str, Any]:
    place, piece = made.places[index], worn.get(index)
    from_slot = filled.get(index)
    return {
        "id": place.id,
        "needed": place.needed,
        "row": place.row,
        "weight": place.weight,
        "owned": place.id in made.without,
        "fixed": place.id in made.fixed,
        "piece": None if piece is None else _told(piece),
        "filled_by": None if from_slot is None else made.places[from_slot].id,
        "alternatives": [] if from_slot is not None else alternatives(made, state, index),
        "empty_reason": None if piece is not None else _reason(made, index, from_slot),
    }


def _reason(made: Composer, index: int, from_slot: int | None) -> str:
    """Say why a slot is empty."""
    place = made.places[index]
    if place.id in made.without:
        return "owned"
    if place.needed == NONE:
        return "not-needed"
    if from_slot is not None:
        return "filled"
    return made.offers[index].lacking or "budget"


def alternatives(made: Composer, state: State, index: int, most: int = ALTERNATIVES) -> list[dict[str, Any]]:
    """Return what else could stand in a slot with all other pieces kept: the best few, the cheapest among them.

    ``total_cents`` is the sum with it: pieces that it makes superfluous go. ``opens`` are slots that the present piece
    fills besides its own and this one would not.
    """
    elsewhere = [pick.ref for pick in state.picks if pick is not None and pick.slot != index]
    suited = _suited(made, state, index)
    found = [piece for piece in suited if piece.ref not in elsewhere and piece.ref != _ref(state.picks[index])]
    few = found[:most]
    if len(found) > most:
        cheapest = min(found, key=lambda piece: (piece.price or 0, order(piece)))
        if cheapest not in few:
            few[-1] = cheapest
    return [_alternative(made, state, index, piece) for piece in few]


def _suited(made: Composer, state: State, index: int) -> list[Piece]:
    """Return the pieces of a slot that are for the person whom the others are for."""
    audiences = {piece.product["audience"] for slot, piece in _worn(made, state).items() if slot != index}
    taken = [sex for sex in _SEXES if sex in audiences]
    if len(taken) != 1:
        return made.candidates(index)
    other = "men" if taken[0] == "women" else "women"
    return [piece for piece in made.candidates(index) if piece.product["audience"] != other]


def _ref(pick: Option | None) -> str | None:
    return None if pick is None else pick.ref


def _alternative(made: Composer, state: State, index: int, piece: Piece) -> dict[str, Any]:
    now = state.picks[index]
    ids = [place.id for place in made.places]
    drops = [pick for pick in state.picks if pick is not None and ids[pick.slot] in piece.fills]
    drops = [pick for pick in drops if ids[pick.slot] not in made.fixed]
    before = (0 if now is None else now.price) + sum(pick.price for pick in drops)
    difference = (piece.price or 0) - before
    priced = made.shop.priced
    return {
        **_told(piece),
        "price_difference_cents": difference if priced else None,
        "total_cents": state.price + difference if priced else None,
        "drops": [ids[pick.slot] for pick in drops],
        "opens": [] if now is None else [ids[slot] for slot in now.fills if ids[slot] not in piece.fills],
    }


def _told(piece: Piece) -> dict[str, Any]:
    variant: Mapping[str, Any] = piece.variant or {}
    return {
        "ref": piece.ref,
        "score": piece.score,
        "unknown_wishes": piece.unknown_wishes,
        "price_cents": piece.price,
        "reference_price_cents": variant.get("reference_price_cents"),
        "gtin": variant.get("gtin"),
        "size": variant.get("size"),
        "colour": variant.get("colour"),
        "size_to_choose": piece.size_to_choose,
        "stock": piece.stock,
        "counted_at": piece.counted_at,
    }


def _reference(piece: Piece) -> int:
    """Return the price before the reduction; of a piece that is not reduced, its price."""
    reference = (piece.variant or {}).get("reference_price_cents")
    return max(piece.price or 0, reference or 0)


def _score(made: Composer, worn: Mapping[int, Piece], filled: Mapping[int, int]) -> int:
    """Return the weighted mean score over the slots filled; a required one that stays empty counts nothing."""
    gained = total = 0
    for index, place in enumerate(made.places):
        piece = worn.get(filled.get(index, index))
        missed = place.needed == REQUIRED and place.id not in made.without
        if piece is not None or missed:
            total += place.weight
            gained += place.weight * (piece.score if piece is not None else 0)
    return gained // total if total else 0


def _dearer(left_out: Sequence[str], complete: State) -> list[dict[str, Any]]:
    """Return the way out of a budget that covers too little: what a complete outfit costs."""
    if not left_out:
        return []
    return [{"drop": ["budget_cents"], "slots": list(left_out), "count": None, "total_cents": complete.price}]


def _relaxations(made: Composer, slots: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return which answers keep places empty: each smallest set of them with the places it would open."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for slot, each in zip(slots, made.offers, strict=True):
        if slot["piece"] is None and slot["filled_by"] is None:
            _add(found, slot["id"], each, {"audience"} if made.for_child else set())
    return sorted(found.values(), key=lambda way: (-len(way["slots"]), len(way["drop"]), way["drop"]))


def _add(found: dict[tuple[str, ...], dict[str, Any]], slot: str, each: Offer, held: set[str]) -> None:
    for way in each.relaxations:
        if not held.isdisjoint(way["drop"]):
            continue  # a grown-up's piece is no way out for a child
        drop = tuple(way["drop"])
        known = found.setdefault(drop, {"drop": list(drop), "slots": [], "count": 0, "total_cents": None})
        known["slots"].append(slot)
        known["count"] += way["count"]
