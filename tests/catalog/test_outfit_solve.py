"""The knapsack against brute force: every way to fill the slots, tried one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.finder.outfit.solve import SCALE, Choice, Option, State, frontier

SLOTS = 4
REFS = ("a", "b", "c", "d", "e")
Goal = tuple[int, int, tuple[str, ...]]


@st.composite
def choices(draw: st.DrawFn) -> list[Choice]:
    """A few slots that share products, some of whose options fill a later slot; at most one must be filled."""
    must = draw(st.integers(-3, SLOTS - 1))
    found = []
    for slot in range(SLOTS):
        refs = draw(st.lists(st.sampled_from(REFS), unique=True, min_size=int(slot == must), max_size=4))
        options = [
            Option(
                slot,
                ref,
                draw(st.integers(0, 6)) * 1000,
                draw(st.integers(0, 3)) * SCALE + draw(st.integers(0, 5)),
                # One slot fills others, as the knowledge demands: nothing is filled from two sides.
                tuple(draw(st.lists(st.sampled_from([2, 3]), unique=True, max_size=2).map(sorted)))
                if slot == 0 and must not in (2, 3)
                else (),
            )
            for ref in refs
        ]
        found.append(Choice(options, must=slot == must))
    return found


def every_way(given_choices: Sequence[Choice]) -> list[State]:
    """Return each allowed outfit: no product twice, nothing in a slot that another piece fills."""
    lists = [[*choice.options] if choice.must else [None, *choice.options] for choice in given_choices]
    ways = []
    for picks in product(*lists):
        worn = [pick for pick in picks if pick is not None]
        filled = [slot for pick in worn for slot in pick.fills]
        twice = len({pick.ref for pick in worn}) < len(worn)
        if not twice and all(picks[slot] is None for slot in filled):
            ways.append(State(sum(pick.price for pick in worn), sum(pick.gain for pick in worn), picks))
    return ways


def goal(state: State) -> Goal:
    return -state.gain, state.price, state.refs()


@settings(max_examples=400, deadline=None)
@given(choices(), st.integers(0, 25))
def test_no_outfit_within_a_budget_is_better(given_choices: list[Choice], thousands: int) -> None:
    budget = thousands * 1000
    ways = every_way(given_choices)
    states = frontier(given_choices)
    assert bool(states) == bool(ways)
    within = [state for state in ways if state.price <= budget]
    found = [state for state in states if state.price <= budget]
    assert bool(found) == bool(within)
    if within:
        assert goal(found[-1]) == goal(min(within, key=goal))


@settings(max_examples=100, deadline=None)
@given(choices())
def test_a_dearer_outfit_always_gains(given_choices: list[Choice]) -> None:
    states = frontier(given_choices)
    for cheaper, dearer in pairwise(states):
        assert cheaper.price < dearer.price
        assert cheaper.gain < dearer.gain
