"""A lost answer is one that a fact, were it known, could have changed: held to the ranking itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from catalog import DATA
from catalog.finder.answers import parse
from catalog.finder.compile import compile_finder
from catalog.finder.evaluate import UNKNOWN, accepted, standings
from catalog.finder.knowledge import load_knowledge
from catalog.finder.lost import FIRST, Lost, lost
from catalog.finder.request import prepare
from catalog.finder.shelf import candidates
from catalog.reference import load_reference

REFERENCE = load_reference()
KNOWLEDGE = load_knowledge(DATA, REFERENCE)
FINDER = compile_finder(KNOWLEDGE, REFERENCE)
STORM = {"wanted": "shell", "activity": "ski-touring", "weather": "storm", "effort": "moderate"}


def piece(ref: str, **properties: Any) -> dict[str, Any]:
    known = {"weight_g": 450, "windproof": True, "seams_taped": True, "hood": "helmet", "ret": 6} | properties
    kept = {name: value for name, value in known.items() if value is not None}
    return {"ref": ref, "category": "hardshell-jacket", "properties": kept, "activities": ["ski-touring"]}


def found(pieces: Sequence[Mapping[str, Any]], answers: Mapping[str, Any]) -> set[Lost]:
    return lost(FINDER, candidates(list(pieces), KNOWLEDGE, REFERENCE), parse(answers, FINDER))


def names(facts: set[Lost], ref: str) -> set[str]:
    return {one.attribute for one in facts if one.ref == ref}


def best(pieces: Sequence[Mapping[str, Any]], answers: Mapping[str, Any]) -> Sequence[Any]:
    products = candidates(list(pieces), KNOWLEDGE, REFERENCE)
    return accepted(standings(prepare(FINDER, parse(answers, FINDER), None), products))


def test_a_fourth_piece_that_could_come_up_has_lost_an_answer() -> None:
    pieces = [piece(f"sure-{each}", waterproof_mm=20_000, recco=True) for each in "abc"]
    pieces.append(piece("also", waterproof_mm=20_000))
    wish = {**STORM, "prefer": ["recco"]}
    assert best(pieces, wish)[FIRST].product["ref"] == "also"
    assert "recco" in names(found(pieces, wish), "also")


def test_an_estimate_that_decides_is_named_as_such() -> None:
    pieces = [piece(f"piece-{each}", waterproof_mm=20_000, ret=None, layers="3") for each in range(6)]
    guessed = [one for one in found(pieces, {**STORM, "effort": "high"}) if one.estimated]
    assert guessed
    shown = {each["ref"]: each["properties"] for each in candidates(pieces, KNOWLEDGE, REFERENCE)}
    for one in guessed:
        assert shown[one.ref].get(one.attribute, {"provenance": "estimate"})["provenance"] == "estimate"


def test_nothing_is_lost_where_every_piece_is_shown_anyway() -> None:
    few = [piece(f"piece-{each}", waterproof_mm=None, ret=None) for each in "abc"]
    assert found(few, STORM) == set()


def test_an_unknown_hard_wish_is_lost_even_among_the_first() -> None:
    pieces = [piece("sure", recco=True), piece("unsaid")]
    facts = found(pieces, {**STORM, "must": ["recco"]})
    assert Lost("unsaid", "recco", estimated=False) in facts
    assert "recco" not in names(facts, "sure")


def test_a_piece_that_breaks_a_hard_wish_has_lost_nothing() -> None:
    pieces = [piece(f"sure-{each}", recco=True) for each in "abcd"] + [piece("broken", recco=False, ret=None)]
    assert names(found(pieces, {**STORM, "must": ["recco"]}), "broken") == set()


@pytest.mark.parametrize("weather", ["storm", "rain", "dry"])
def test_each_lost_fact_changes_the_first_three_when_its_criterion_is_settled(weather: str) -> None:
    """Settle one criterion of one piece in the verdicts themselves, rank anew, and see other pieces first."""
    pieces = [piece(f"p{each}", waterproof_mm=20_000, recco=True if each % 2 else None) for each in range(7)]
    answers = parse({**STORM, "weather": weather, "prefer": ["recco", "packable"]}, FINDER)
    products = candidates(pieces, KNOWLEDGE, REFERENCE)
    asked = prepare(FINDER, answers, None)
    before = [each.product["ref"] for each in accepted(standings(asked, products))][:FIRST]
    changed = set()
    for product in products:
        for name in {one for each in FINDER["criteria"] for one in each["properties"][:1]}:
            for settled in (0, 100):
                verdicts = [
                    settled if verdict == UNKNOWN and each["properties"][:1] == [name] else verdict
                    for verdict, each in zip(product["verdicts"], FINDER["criteria"], strict=True)
                ]
                others = [{**product, "verdicts": verdicts} if one is product else one for one in products]
                after = [each.product["ref"] for each in accepted(standings(asked, others))][:FIRST]
                if set(after) != set(before):
                    changed.add((product["ref"], name))
    unknown = {(one.ref, one.attribute) for one in lost(FINDER, products, answers) if not one.estimated}
    assert unknown
    assert changed <= unknown
