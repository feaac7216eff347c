"""The answer of the finder: wishes kept, unknown said, words spoken, bad answers refused with their field."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from catalog.finder import AnswersError, parse, rank, shelf
from tests.catalog.finder_oracle import Oracle
from tests.catalog.finder_real import SHOP, ask, document, stock
from tests.vectors.make_finder import _customer

CHOICES = ("wanted", "activity", "weather", "effort", "duration", "nights_in", "audience")


@pytest.mark.parametrize("seed", range(60))
def test_over_the_real_range_no_hard_wish_is_broken_and_each_way_out_is_minimal(seed: int) -> None:
    finder, products = document()["finder"], shelf(document(), SHOP)
    answers = _customer(Random(seed), finder, CHOICES)
    found = rank(finder, products, answers, stock())
    twin = Oracle(finder, products, stock())
    assert {each["ref"] for each in found["results"]} == twin.remaining(answers)
    assert found["relaxations"] == twin.relaxations(answers)


def test_nothing_found_comes_with_a_way_out() -> None:
    advice = ask({"wanted": "shell", "budget_cents": 100, "size": "M"})
    assert advice["remaining"] == 0
    assert {"drop": ["budget_cents"]}.items() <= advice["relaxations"][0].items()
    assert advice["relaxations"][0]["count"] > 0


def test_what_is_unknown_on_a_hard_wish_stays_below_and_is_named() -> None:
    pieces = [
        {"ref": "silent", "category": "hiking-pack", "properties": {"volume_l": 20}},
        {"ref": "with", "category": "hiking-pack", "properties": {"volume_l": 45, "recco": True}},
        {"ref": "without", "category": "hiking-pack", "properties": {"volume_l": 20, "recco": False}},
    ]
    advice = ask({"wanted": "pack", "activity": "hiking", "duration": "day", "must": ["recco"]}, candidates=pieces)
    assert advice["results"][0]["ref"] == "with"
    assert "without" not in [each["ref"] for each in advice["results"]]
    assert advice["results"][1]["ref"] == "silent"
    assert advice["results"][1]["unknown"][0] == "recco"


def test_the_say_card_has_a_benefit_a_limit_and_a_check_in_each_language() -> None:
    for lang in ("fr", "en", "de", "it", "es"):
        for result in ask({"activity": "ski-touring", "weather": "snow", "temperature_c": -8}, lang=lang)["results"]:
            said = result["say"]
            assert said["benefit"]
            assert said["limit"]
            assert said["check"]
            assert not any("{" in words or "?" in words for words in said.values())


def test_it_speaks_of_the_cold_that_is_felt() -> None:
    answers = {"wanted": "shell", "activity": "ski-touring", "temperature_c": -8, "wind_kmh": 20}
    assert "\u221215\u00a0°C" in ask(answers)["results"][0]["say"]["benefit"]


def test_over_equipment_is_said_as_such() -> None:
    pieces = [{"ref": "big", "category": "hiking-pack", "properties": {"volume_l": 70}}]
    advice = ask({"wanted": "pack", "activity": "hiking", "duration": "day"}, candidates=pieces)
    assert any("trop grand" in line["text"] for line in advice["results"][0]["cautions"])


def test_an_inline_piece_may_carry_its_price() -> None:
    pieces = [
        {"ref": "dear", "category": "rope", "properties": {"price_cents": 20000}},
        {"ref": "fair", "category": "rope", "properties": {"price_cents": 9000}},
        {"ref": "silent", "category": "rope", "properties": {}},
    ]
    advice = ask({"wanted": "rope", "budget_cents": 10000}, candidates=pieces)
    assert [each["ref"] for each in advice["results"]] == ["fair", "silent"]
    assert advice["results"][1]["unknown"][-1] == "price_cents"
    assert advice["relaxations"][0]["drop"] == ["budget_cents"]


def test_a_shoe_size_does_not_hide_the_jackets_of_a_mixed_list() -> None:
    advice = ask({"activity": "hiking", "size": "42"}, limit=100)
    families = {document()["finder"]["parameters"]["families"][each["category"]] for each in advice["results"]}
    assert {"shell", "pack"} <= families
    shoes = [each for each in advice["results"] if each["category"].endswith(("shoes", "boots"))]
    assert all(each["size"]["fits"] for each in shoes)


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"wanted": "spaceship"}, "answers.wanted"),
        ({"activity": "swimming"}, "answers.activity"),
        ({"activity": 3}, "answers.activity"),
        ({"temperature_c": "cold"}, "answers.temperature_c"),
        ({"temperature_c": True}, "answers.temperature_c"),
        ({"temperature_c": float("nan")}, "answers.temperature_c"),
        ({"temperature_c": 900}, "answers.temperature_c"),
        ({"wind_kmh": -5}, "answers.wind_kmh"),
        ({"humid": "yes"}, "answers.humid"),
        ({"size": ""}, "answers.size"),
        ({"size": ["M"]}, "answers.size"),
        ({"size": "x" * 99}, "answers.size"),
        ({"must": "down"}, "answers.must"),
        ({"must": ["hood-helmet", "jetpack"]}, "answers.must.1"),
        ({"must": [["down"]]}, "answers.must.0"),
        ({"must": ["down"], "must_not": ["insulation_type:down"]}, "answers.must_not.0"),
        ({"mood": "good"}, "answers.mood"),
        (["hiking"], "answers"),
    ],
)
def test_a_bad_answer_is_refused_with_its_field(answers: Any, field: str) -> None:
    with pytest.raises(AnswersError) as refused:
        parse(answers, document()["finder"])
    assert refused.value.errors[0][0] == field
    assert set(refused.value.errors[0][1]) == {"fr", "en"}


def test_good_answers_come_out_whole_and_without_nulls() -> None:
    given = {"temperature_c": -7.5, "size": 42, "effort": None, "must": [], "wind_kmh": 20.2}
    assert parse(given, document()["finder"]) == {"temperature_c": -7, "size": "42", "wind_kmh": 20}


@pytest.mark.parametrize(
    ("pieces", "field"),
    [
        ({"ref": "a"}, "candidates"),
        ([{"category": "rope"}], "candidates.0.ref"),
        ([{"ref": "a", "category": "boat"}], "candidates.0.category"),
        ([{"ref": "a", "category": "rope", "audience": "dogs"}], "candidates.0.audience"),
        ([{"ref": "a", "category": "rope", "properties": {"colour": "red"}}], "candidates.0.properties.colour"),
        ([{"ref": "a", "category": "rope", "properties": {"weight_g": "heavy"}}], "candidates.0.properties.weight_g"),
        ([{"ref": "a", "category": "rope", "properties": [1]}], "candidates.0.properties"),
        ([{"ref": "a", "category": "rope"}, {"ref": "a", "category": "rope"}], "candidates"),
    ],
)
def test_a_bad_piece_is_refused_with_its_field(pieces: Any, field: str) -> None:
    with pytest.raises(AnswersError) as refused:
        ask({}, candidates=pieces)
    assert refused.value.errors[0][0] == field


@pytest.mark.parametrize(("limit", "lang", "field"), [(0, "fr", "limit"), (5000, "fr", "limit"), (5, "xx", "lang")])
def test_a_bad_limit_or_language_is_refused(limit: int, lang: str, field: str) -> None:
    with pytest.raises(AnswersError) as refused:
        ask({}, limit=limit, lang=lang)
    assert refused.value.errors[0][0] == field


def test_a_membrane_or_rubber_that_is_not_listed_is_one_all_the_same() -> None:
    pieces = [
        {"ref": "a", "category": "trail-shoes", "properties": {"sole": "Contagrip MA", "membrane": "AscentShell"}}
    ]
    properties = ask({}, candidates=pieces)["results"][0]["properties"]
    assert properties["sole"]["value"] == "rubber"
    assert properties["membrane"]["value"] == "other"
