"""What the knowledge says about packs, feet, hands, head, nights and ropes, for every activity and every sky."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import pytest

from catalog.finder.needs import family_needs, holds, situation
from tests.catalog.finder_real import ask, document, knowledge, reference

Json = dict[str, Any]

FAMILY = {
    "pack": "pack",
    "footwear": "footwear",
    "boots": "boots",
    "hands": "hands",
    "head": "head",
    "sleep": "sleep",
    "rope": "rope",
    "socks": "accessory",
    "gaiters": "accessory",
}
FEWEST_TOPICS = {"pack": 4, "footwear": 4, "boots": 4, "hands": 3, "head": 2, "sleep": 2, "rope": 4, "accessory": 3}
"""How many different things at least decide, besides what the maker says a piece is for."""
ROPED = ("ski-touring", "mountaineering", "ice-climbing", "climbing")
SLEPT_IN = ("camping", "trekking", "hiking", "mountaineering", "snowshoeing", "travel", "winter-hiking", "ski-touring")
PIECES = {
    "hiking-pack": {"volume_l": 25},
    "climbing-pack": {"volume_l": 30},
    "ski-pack": {"volume_l": 28},
    "hiking-boots": {},
    "hiking-shoes": {},
    "approach-shoes": {},
    "trail-shoes": {},
    "winter-boots": {},
    "gloves": {},
    "hat": {},
    "gaiters": {},
    "rope": {},
}


def _finder() -> Json:
    found: Json = document()["finder"]
    return found


def _answers(name: str) -> list[str]:
    return next(
        [each["id"] for each in question["answers"]] for question in _finder()["questions"] if question["id"] == name
    )


ACTIVITIES, WEATHERS = _answers("activity"), _answers("weather")


def _active(answers: Mapping[str, Any], family: str) -> list[Json]:
    """Return the criteria that an answer makes active for a family, without the declared use."""
    finder = _finder()
    now = situation(finder["needs"], answers)
    needed = {f"need.{name}": value for name, value in family_needs(finder["needs"], now, family).items()}
    context = {**now.context, **needed}
    asked = (finder["criteria"][index] for index in finder["parameters"]["active"][family])
    return [each for each in asked if each["topic"] != "declared" and holds(each["when"], context)]


def _sensible(wanted: str) -> tuple[str, ...]:
    return {"rope": ROPED, "sleep": SLEPT_IN}.get(wanted, tuple(ACTIVITIES))


@pytest.mark.parametrize("wanted", FAMILY)
def test_every_activity_under_every_sky_is_advised_on_with_sources(wanted: str) -> None:
    family = FAMILY[wanted]
    for activity, weather, degrees in product(_sensible(wanted), [None, *WEATHERS], [None, -15, 0, 20]):
        told = {"wanted": wanted, "activity": activity, "weather": weather, "temperature_c": degrees}
        answers = {name: value for name, value in told.items() if value is not None}
        active = _active(answers, family)
        assert len({each["topic"] for each in active}) >= FEWEST_TOPICS[family], answers
        assert all(each["source"] for each in active)


def _switches() -> Iterator[tuple[str, str]]:
    for category in PIECES:
        for name in reference().categories[category].decisive:
            if reference().attributes[name].kind == "bool":
                yield category, name


@pytest.mark.parametrize(("category", "name"), sorted(_switches()))
def test_a_stated_quality_comes_before_silence_and_silence_before_a_stated_lack(category: str, name: str) -> None:
    for activity in ACTIVITIES:
        told: list[tuple[str, Json]] = [("yes", {name: True}), ("silent", {}), ("no", {name: False})]
        pieces = [{"ref": ref, "category": category, "properties": {**PIECES[category], **more}} for ref, more in told]
        results = ask({"activity": activity}, candidates=pieces)["results"]
        score = {each["ref"]: each["score"] for each in results}
        low, high = sorted((score["yes"], score["no"]))
        assert low <= score["silent"] <= high, (activity, score)


def test_a_stated_lack_never_counts_for_more_than_not_knowing() -> None:
    unknown = knowledge().parameters["unknown_degree"]
    families = set(FAMILY.values())
    for criterion in knowledge().criteria:
        degrees = criterion["test"].get("degrees")
        if degrees and set(degrees) == {"true", "false"} and families & set(criterion["families"]):
            assert min(degrees.values()) <= unknown, criterion["id"]


@pytest.mark.parametrize("category", sorted(PIECES))
def test_a_piece_of_which_nothing_is_said_is_praised_for_nothing_it_may_not_have(category: str) -> None:
    by_code = {each["id"]: each for each in _finder()["criteria"]}
    for activity in _sensible(category):
        found = ask({"activity": activity}, candidates=[{"ref": "bare", "category": category, "properties": {}}])
        bare = found["results"][0]
        assert bare["unknown"], activity
        for reason in bare["reasons"]:
            read = by_code[reason["code"]]["reads"]
            assert not read or any(name in bare["properties"] for name in read), (activity, reason)


@pytest.mark.parametrize("litres", [10, 20, 35, 50, 70])
def test_the_litres_that_are_asked_for_decide(litres: int) -> None:
    pieces = [
        {"ref": f"l{each}", "category": "hiking-pack", "properties": {"volume_l": each}}
        for each in (10, 20, 35, 50, 70)
    ]
    for activity in ("hiking", "trekking", "travel", "everyday"):
        found = ask({"wanted": "pack", "activity": activity, "volume_l": litres}, candidates=pieces)
        assert found["results"][0]["ref"] == f"l{litres}", activity


@pytest.mark.parametrize(("years", "litres"), [(4, 8), (7, 12), (10, 15), (14, 20)])
def test_a_child_s_pack_grows_with_the_child(years: int, litres: int) -> None:
    pieces = [
        {"ref": f"l{each}", "category": "kids-pack", "audience": "kids", "properties": {"volume_l": each}}
        for each in (8, 12, 15, 20, 35)
    ]
    answers = {"wanted": "pack", "activity": "hiking", "duration": "day", "audience": "kids", "age_years": years}
    assert ask(answers, candidates=pieces)["results"][0]["ref"] == f"l{litres}"
