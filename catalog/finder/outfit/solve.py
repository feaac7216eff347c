"""The best outfit for every total at once: a multiple-choice knapsack, solved exactly.

Each slot has options with a price and a gain; at most one is chosen in each slot, so that

- the weight of the required slots filled is greatest; then the weighted score; then the price lowest; then the
  references first in the order of the slots (equal outfits are told apart, the answer never wavers);
- subject to: the total within the budget, no product twice, and a slot that another piece fills stays empty.

The first two goals are one integer: gain = required weight x SCALE + weight x score, SCALE above any sum of scores.

Method: Pareto frontiers of (price, gain) are merged slot by slot. A partial choice that costs no less and gains no more
than another is left out, because every completion of the one completes the other. Two couplings are resolved before:
pieces that fill several slots, by enumerating the few combinations of what is filled from elsewhere; and slots that
share products, by joining them into one with the pairs that are allowed. The frontier answers any budget by a search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product as product_of

SCALE = 1 << 20
"""Above the largest sum of weight times score: 100 slots of weight 10 and score 100."""


@dataclass(frozen=True, slots=True)
class Option:
    """One piece in one slot: ``gain`` counts the slots it ``fills`` besides its own, too. ``price`` is in cents."""

    slot: int
    ref: str
    price: int
    gain: int
    fills: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What one slot has to choose from; one that must be filled has no empty choice."""

    options: Sequence[Option]
    must: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A partial or whole outfit: its sums, and its options by slot."""

    price: int
    gain: int
    picks: tuple[Option | None, ...]

    def refs(self) -> tuple[str, ...]:
        """Return the references in the order of the slots, to tell equal outfits apart."""
        return tuple("" if pick is None else pick.ref for pick in self.picks)


def frontier(choices: Sequence[Choice]) -> list[State]:
    """Return the best outfits by rising price and gain; empty only where what must be filled excludes itself."""
    found: list[State] = []
    for restricted in _alternatives(choices):
        found += _solve(restricted)
    return _prune(found)


def _alternatives(choices: Sequence[Choice]) -> Iterator[list[Choice]]:
    """Give the choices once for each combination of slots that are filled from elsewhere.

    In one of them the options of a slot all fill the same further slots, and these are empty.
    """
    classes = [
        sorted({option.fills for option in choice.options} | ({()} if not choice.must else set())) for choice in choices
    ]
    for combination in product_of(*classes):
        filled = {slot for fills in combination for slot in fills}
        if any(choices[slot].must or combination[slot] for slot in filled):
            continue
        yield [
            Choice(
                () if slot in filled else tuple(option for option in choice.options if option.fills == fills),
                must=slot not in filled and (choice.must or bool(fills)),
            )
            for slot, (choice, fills) in enumerate(zip(choices, combination, strict=True))
        ]


def _solve(choices: Sequence[Choice]) -> list[State]:
    """Return the frontier of choices of which none fills another slot."""
    states = [State(0, 0, (None,) * len(choices))]
    for group in _groups(choices):
        states = _prune(_joined(state, options) for options in _together(choices, group) for state in states)
    return states


def _joined(state: State, options: tuple[Option | None, ...]) -> State:
    picks, price, gain = list(state.picks), state.price, state.gain
    for option in options:
        if option is not None:
            picks[option.slot] = option
            price, gain = price + option.price, gain + option.gain
    return State(price, gain, tuple(picks))


def _groups(choices: Sequence[Choice]) -> list[list[int]]:
    """Return the slots in groups that share products, in the order of their first slot."""
    groups: list[tuple[list[int], set[str]]] = []
    for slot, choice in enumerate(choices):
        members, refs = [slot], {option.ref for option in choice.options}
        apart = []
        for group in groups:
            if refs.isdisjoint(group[1]):
                apart.append(group)
            else:
                members, refs = group[0] + members, refs | group[1]
        groups = [*apart, (sorted(members), refs)]
    return [members for members, _ in sorted(groups, key=lambda group: group[0])]


def _together(choices: Sequence[Choice], group: Sequence[int]) -> list[tuple[Option | None, ...]]:
    """Return the allowed and undominated ways to fill a group of slots, no product twice."""
    lists: list[list[Option | None]] = []
    for slot in group:
        kept: list[Option | None] = list(_undominated(choices[slot].options, len(group)))
        lists.append(kept if choices[slot].must else [None, *kept])
    ways = []
    for way in product_of(*lists):
        refs = [option.ref for option in way if option is not None]
        if len(refs) == len(set(refs)):
            ways.append(way)
    return ways


def _undominated(options: Iterable[Option], rivals: int) -> list[Option]:
    """Leave out what at least ``rivals`` others beat: the other slots of the group can take only rivals - 1 of them."""
    kept: list[Option] = []
    for option in sorted(options, key=lambda each: (each.price, -each.gain, each.ref)):
        if sum(other.gain >= option.gain for other in kept) < rivals:
            kept.append(option)
    return kept


def _prune(states: Iterable[State]) -> list[State]:
    """Keep, by rising price, the states that gain more than every cheaper one."""
    kept: list[State] = []
    for state in sorted(states, key=lambda each: (each.price, -each.gain)):
        if not kept or state.gain > kept[-1].gain:
            kept.append(state)
        elif state.gain == kept[-1].gain and state.price == kept[-1].price and state.refs() < kept[-1].refs():
            kept[-1] = state
    return kept
