"""What the knowledge of garments must do, whatever its weights: cover everything, prefer the better, praise no lack."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.finder.answers import parse
from catalog.finder.request import active_for, prepare
from tests.catalog.finder_real import ask, document, knowledge

Json = dict[str, Any]
GARMENTS = ("shell", "insulation", "midlayer", "baselayer", "skiwear", "pants")
KINDS = {"shell": {"role", "dry"}, "pants": {"role"}, "baselayer": {"role", "material"}, "insulation": {"fill", "warm"}}
"""Topics of which one must be decided wherever an activity and a weather are known."""
SKI = ("alpine-skiing", "freeride", "snow-play", "ski-touring", "snowshoeing")
WEATHERS = ("dry", "showers", "rain", "storm", "snow", "wet-snow")


def answers_of(question: str) -> list[str]:
    found = next(each for each in document()["finder"]["questions"] if each["id"] == question)
    return [each["id"] for each in found["answers"]]


def topics(answers: Json, family: str) -> list[str]:
    finder = document()["finder"]
    asked = prepare(finder, parse(answers, finder), None)
    return [finder["criteria"][index]["topic"] for index, _ in active_for(asked, family)]


@pytest.mark.parametrize("family", GARMENTS)
def test_every_activity_in_every_weather_has_something_to_go_by(family: str) -> None:
    for activity in SKI if family == "skiwear" else answers_of("activity"):
        for weather in WEATHERS:
            found = topics({"activity": activity, "weather": weather, "wanted": family}, family)
            assert len(set(found)) >= 4, (activity, weather, found)
            assert KINDS.get(family, set(found)) & set(found), (activity, weather, found)


def test_every_criterion_says_where_it_was_read() -> None:
    assert [one["id"] for one in knowledge().criteria if not one["source"]] == []


def test_nothing_is_praised_for_what_it_has_not() -> None:
    meets = knowledge().parameters["meets_from"]
    lacking = [
        one["id"]
        for one in knowledge().criteria
        if "property" in one["test"] and one["test"].get("degrees", {}).get("false", 0) >= meets > 0
        if one["test"]["degrees"].get("true", 0) > one["test"]["degrees"]["false"]
    ]
    assert lacking == []


SNOW = ("alpine-skiing", "freeride")
CLIMB = ("mountaineering", "ice-climbing")
WALK = ("hiking", "trekking")
WET = {"weather": "rain"}
HARD = {"effort": "high"}
COLD = {"temperature_c": -12, "effort": "low"}
WINDY = {"wind_kmh": 50, "temperature_c": -2}
# category, activities, property, the better and the worse value, other answers, what both have
BETTER: list[tuple[str, tuple[str, ...], str, Any, Any, Json, Json]] = [
    (
        "hardshell-jacket",
        ("hiking", "trekking", "mountaineering", "ski-touring"),
        "waterproof_mm",
        20000,
        5000,
        WET,
        {},
    ),
    ("rain-jacket", ("hiking", "trail-running", "nordic-skiing", "trekking"), "waterproof_mm", 20000, 5000, WET, {}),
    ("rain-jacket", (*WALK, "everyday", "travel"), "seams_taped", True, False, WET, {"waterproof_mm": 15000}),
    ("hardshell-jacket", ("hiking", "ski-touring", "trail-running"), "ret", 6, 20, HARD, {}),
    ("rain-jacket", ("hiking", "trail-running"), "mvtr_g_m2_24h", 20000, 4000, {**WET, **HARD}, {}),
    ("hardshell-jacket", ("ski-touring", "climbing", "via-ferrata", *CLIMB, *WALK), "weight_g", 320, 680, {}, {}),
    (
        "hardshell-jacket",
        ("ski-touring", "snowshoeing", "via-ferrata", *WALK, *SNOW),
        "pit_zips",
        True,
        False,
        HARD,
        {},
    ),
    ("hardshell-jacket", ("ski-touring", "climbing", *CLIMB, *SNOW), "hood", "helmet", "none", {}, {}),
    ("rain-jacket", ("everyday", "travel", "camping", *WALK), "hood", "yes", "none", WET, {}),
    ("rain-jacket", ("trail-running", "travel", "camping", *WALK), "packable", True, False, {}, {}),
    ("hardshell-jacket", ("freeride", "trekking", "ski-touring", *CLIMB), "layers", "3", "2.5", {}, {}),
    ("rain-jacket", ("everyday", "travel"), "layers", "2", "3", WET, {}),
    ("hardshell-jacket", CLIMB, "cut", "short", "long", {}, {}),
    ("softshell-jacket", ("ski-touring", "climbing", "nordic-skiing", *CLIMB), "stretch", True, False, {}, {}),
    ("softshell-jacket", ("ski-touring", "hiking", "snowshoeing"), "dwr", True, False, {"weather": "snow"}, {}),
    ("wind-jacket", ("trail-running", "hiking", "climbing"), "weight_g", 90, 280, {}, {}),
    ("ski-jacket", (*SNOW, "snow-play"), "powder_skirt", True, False, {}, {}),
    ("ski-jacket", (*SNOW, "snow-play"), "waterproof_mm", 10000, 5000, {}, {}),
    ("ski-jacket", ("freeride",), "waterproof_mm", 20000, 10000, {}, {}),
    ("ski-jacket", ("alpine-skiing", "snow-play"), "insulation_g_m2", 150, 40, COLD, {}),
    ("ski-jacket", SNOW, "insulation_g_m2", 40, 200, {"temperature_c": 5, **HARD}, {}),
    ("ski-pants", ("freeride", "snow-play"), "bib", True, False, {}, {}),
    ("ski-pants", (*SNOW, "ski-touring"), "thigh_vents", True, False, HARD, {}),
    ("touring-pants", ("ski-touring", "snowshoeing", "winter-hiking"), "thigh_vents", True, False, HARD, {}),
    ("hardshell-pants", (*WALK, "snowshoeing", *CLIMB), "full_side_zip", True, False, WET, {}),
    ("hardshell-pants", WALK, "waterproof_mm", 20000, 3000, WET, {}),
    ("hiking-pants", (*WALK, "travel"), "stretch", True, False, {}, {}),
    ("hiking-pants", (*WALK, "travel"), "zip_off", True, False, {"temperature_c": 15}, {}),
    ("hiking-pants", (*WALK, "winter-hiking"), "material", "synthetic", "cotton", {}, {}),
    ("baselayer-top", (*WALK, *SNOW, *CLIMB, "camping"), "material", "synthetic", "cotton", {}, {}),
    (
        "baselayer-top",
        (*WALK, "ski-touring", "travel"),
        "material",
        "merino",
        "synthetic",
        {"duration": "multi-day"},
        {},
    ),
    ("t-shirt", ("trail-running", "hiking"), "material", "synthetic", "merino", {"duration": "half-day", **HARD}, {}),
    ("baselayer-top", ("winter-hiking", "alpine-skiing"), "sleeve", "long", "short", COLD, {}),
    ("baselayer-top", ("winter-hiking", "camping"), "fabric_g_m2", 250, 120, COLD, {}),
    ("baselayer-top", ("trail-running", "ski-touring"), "fabric_g_m2", 120, 260, {"temperature_c": 3, **HARD}, {}),
    ("down-jacket", ("winter-hiking", "everyday", *CLIMB), "down_fill_g", 250, 60, COLD, {"fill_power_cuin": 700}),
    (
        "down-jacket",
        ("everyday", "travel", "hiking"),
        "down_fill_g",
        70,
        350,
        {"temperature_c": 8},
        {"fill_power_cuin": 700},
    ),
    ("down-jacket", ("trekking", "everyday", "hiking"), "down_treated", True, False, {"weather": "wet-snow"}, {}),
    ("down-jacket", (*CLIMB, "everyday", "ski-touring"), "hood", "yes", "none", COLD, {}),
    ("down-jacket", CLIMB, "hood", "helmet", "yes", COLD, {}),
    ("down-jacket", ("hiking", "everyday", *CLIMB), "windproof", True, False, WINDY, {}),
    ("down-jacket", (*WALK, "ski-touring", "travel", *CLIMB), "packable", True, False, {}, {}),
    ("synthetic-jacket", (*WALK, "ski-touring", "travel"), "weight_g", 280, 800, {}, {"warmth": 3}),
    ("synthetic-jacket", ("ice-climbing", "everyday"), "insulation_g_m2", 170, 40, COLD, {}),
    ("synthetic-jacket", ("hiking", "freeride", "everyday"), "dwr", True, False, {"weather": "snow"}, {}),
    ("fleece", ("ski-touring", "trail-running"), "fabric_g_m2", 100, 300, {"temperature_c": 0, **HARD}, {}),
    ("fleece", ("winter-hiking", "camping"), "fabric_g_m2", 300, 100, COLD, {}),
    ("fleece", ("everyday", "hiking"), "windproof", True, False, {**WINDY, "effort": "low"}, {}),
]


@pytest.mark.parametrize("case", BETTER, ids=lambda case: f"{case[0]}-{case[2]}-{case[3]}-over-{case[4]}")
def test_of_two_pieces_that_differ_in_one_thing_the_better_is_first(case: Any) -> None:
    category, activities, name, good, bad, others, both = case
    for activity in activities:
        pieces = [
            {"ref": "a-worse", "category": category, "properties": {**both, name: bad}},
            {"ref": "b-better", "category": category, "properties": {**both, name: good}},
        ]
        results = ask({"activity": activity, "wanted": category, **others}, candidates=pieces)["results"]
        assert results[0]["ref"] == "b-better", (activity, [(each["ref"], each["score"]) for each in results])


OVER = [
    ({"activity": "everyday", "weather": "showers"}, "hardshell-jacket", {"membrane": "gore-pro", "layers": "3"}),
    ({"activity": "everyday"}, "hardshell-jacket", {"waterproof_mm": 28000}),
    ({"activity": "hiking", "weather": "dry", "wind_kmh": 40, "temperature_c": 8}, "hardshell-jacket", {}),
    ({"activity": "trail-running", "weather": "dry"}, "hardshell-jacket", {"waterproof_mm": 20000}),
    ({"activity": "everyday", "temperature_c": 8}, "down-jacket", {"down_fill_g": 400, "fill_power_cuin": 800}),
    ({"activity": "snowshoeing", "weather": "snow"}, "ski-jacket", {"insulation_g_m2": 150}),
    ({"activity": "hiking", "weather": "dry", "temperature_c": 18}, "hardshell-pants", {"waterproof_mm": 20000}),
    ({"activity": "trail-running", "temperature_c": 6}, "baselayer-top", {"material": "merino", "fabric_g_m2": 300}),
    ({"activity": "ski-touring", "effort": "high", "temperature_c": 0}, "fleece", {"fabric_g_m2": 320}),
]
TOO_MUCH = {"fr": ("trop", "plus de protection"), "en": ("too ", "more protection", "more waterproof")}


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(("answers", "category", "properties"), OVER)
def test_too_much_is_said_to_be_too_much(answers: Json, category: str, properties: Json, lang: str) -> None:
    pieces = [{"ref": "x", "category": category, "properties": properties}]
    said = ask(answers, lang=lang, candidates=pieces)["results"][0]
    limits = " ".join([said["say"]["limit"], *(line["text"] for line in said["cautions"])]).lower()
    assert any(words in limits for words in TOO_MUCH[lang]), limits


@pytest.mark.parametrize("temperature_c", [8, 0, -8])
def test_a_dry_windy_walk_gets_a_simple_jacket(temperature_c: int) -> None:
    answers = {
        "wanted": "jacket",
        "activity": "hiking",
        "weather": "dry",
        "wind_kmh": 45,
        "temperature_c": temperature_c,
    }
    best = ask(answers)["results"][:3]
    assert {each["category"] for each in best} <= {"softshell-jacket", "wind-jacket"}
    assert all(each["price_cents"] < 25000 for each in best)


@pytest.mark.parametrize("activity", ["hiking", "winter-hiking", "snowshoeing"])
def test_a_day_of_rain_asks_for_more_than_an_hour_and_a_week_for_more_than_a_day(activity: str) -> None:
    needs = [
        ask({"wanted": "shell", "activity": activity, "weather": "rain", "duration": duration})["needs"]["shell"]["dry"]
        for duration in ("half-day", "day", "multi-day")
    ]
    assert needs == sorted(set(needs))
