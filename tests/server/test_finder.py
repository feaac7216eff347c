from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.finder import aside, vocabulary
from server.knowledge import knowledge

if TYPE_CHECKING:
    from .conftest import House

NEED = {"wanted": "shell", "activity": "ski-touring", "weather": "snow", "temperature_c": -8, "audience": "women"}


def ask(house: House, status: int = 200, **question: Any) -> Any:
    answer = house.visitor().post("/api/v1/finder", json=question)
    assert answer.status_code == status, answer.text
    return answer.json


def test_it_advises_from_the_shops_assortment_with_its_stock(shop: House) -> None:
    advice = ask(shop, shop="miramas", lang="fr", answers={**NEED, "size": "M", "budget_cents": 40000})
    assert advice["revision"] == 1
    assert advice["remaining"] == 1
    [result] = advice["results"]
    assert result["ref"] == "trilogy-shell"
    assert result["reasons"]
    assert all(reason["text"] for reason in result["reasons"])
    assert result["say"].keys() == {"benefit", "limit", "check"}
    assert result["size"] == {"fits": ["M"], "stock": 2, "counted_at": "2026-11-20T10:12:00Z"}
    assert result["price_cents"] == 34990
    assert result["properties"]["waterproof_mm"]["value"] == 20000


def test_it_says_what_would_bring_something_where_nothing_is_found(shop: House) -> None:
    advice = ask(shop, shop="miramas", answers={**NEED, "budget_cents": 10000})
    assert advice["results"] == []
    assert advice["relaxations"] == [{"drop": ["budget_cents"], "count": 1, "in_size_in_stock": 1}]


def test_it_gives_the_same_advice_twice(one_shop: House) -> None:
    assert ask(one_shop, answers=NEED) == ask(one_shop, answers=NEED)


def test_it_ranks_pieces_that_are_in_no_range(one_shop: House) -> None:
    pieces = [
        {"ref": "wet", "category": "hardshell-jacket", "properties": {"waterproof_mm": 3000}},
        {"ref": "dry", "category": "hardshell-jacket", "properties": {"waterproof_mm": 28000}},
    ]
    advice = ask(one_shop, candidates=pieces, answers={"wanted": "shell", "weather": "storm"})
    assert next(result["ref"] for result in advice["results"]) == "dry"


def test_it_names_each_answer_that_it_cannot_use(one_shop: House) -> None:
    answers = {"wanted": "submarine", "effort": 3, "mood": "good", "must": ["hood", "antigravity"]}
    problem = ask(one_shop, status=422, answers=answers)
    fields = {error["field"] for error in problem["errors"]}
    assert fields >= {"answers.wanted", "answers.effort", "answers.mood", "answers.must.1"}


def test_it_knows_no_other_shop(one_shop: House) -> None:
    assert ask(one_shop, status=404, shop="nowhere")["code"] == "shop-not-found"


def test_it_bounds_the_results(one_shop: House) -> None:
    assert len(ask(one_shop, limit=1)["results"]) == 1
    ask(one_shop, status=422, limit=0)
    ask(one_shop, status=422, limit=101)


def test_it_shows_its_questions(one_shop: House) -> None:
    finder = one_shop.visitor().get("/api/v1/finder?lang=en").get_json()
    questions = {question["id"]: question for question in finder["questions"]}
    assert questions["wanted"]["label"] == "What are you looking for?"
    assert finder["criteria"]
    assert finder["revision"] == 1


def test_its_description_names_the_answers_of_its_questions() -> None:
    known = {question["id"]: {answer["id"] for answer in question["answers"]} for question in knowledge().questions}
    assert known["activity"] == set(vocabulary.ACTIVITIES)
    assert known["weather"] == set(vocabulary.WEATHERS)
    assert known["effort"] == set(vocabulary.EFFORTS)
    assert known["duration"] == set(vocabulary.DURATIONS)
    assert known["nights_in"] == set(vocabulary.NIGHTS)
    assert [family["id"] for family in knowledge().colours["families"]] == list(vocabulary.COLOURS)
    assert set(knowledge().parameters["size_kinds"].values()) == set(vocabulary.SIZE_KINDS)


def test_it_takes_a_colour_litres_and_sizes_by_kind(one_shop: House) -> None:
    ask(one_shop, answers={"wanted": "jacket", "colour": "blue", "volume_l": 30, "sizes": {"garment": "M"}})
    problem = ask(one_shop, status=422, answers={"colour": "mauve", "volume_l": 0, "sizes": {"nose": "M", "shoe": ""}})
    assert [each["field"] for each in problem["errors"]] == [
        "answers.colour",
        "answers.volume_l",
        "answers.sizes.nose",
        "answers.sizes.shoe",
    ]


def test_it_tells_why_a_piece_is_not_proposed_and_what_would_bring_it(one_shop: House) -> None:
    advice = ask(one_shop, shop="miramas", lang="fr", answers={**NEED, "budget_cents": 10000}, why=["trilogy-shell"])
    [why] = advice["why"]
    assert (why["name"], why["place"]) == ("Trilogy Shell", None)
    assert why["against"] == [
        {"code": "budget_cents", "text": "349,90\u00a0€\u202f: 249,90\u00a0€ de plus que le budget."}
    ]
    assert why["ways"] == [{"drop": ["budget_cents"], "place": 1, "of": 1}]
    assert {each["verdict"] for each in why["criteria"]} >= {"meets", "unknown"}


def test_it_refines_from_a_piece_given_inline(one_shop: House) -> None:
    pieces = [
        {"ref": "heavy", "category": "hardshell-jacket", "properties": {"weight_g": 520}},
        {"ref": "light", "category": "hardshell-jacket", "properties": {"weight_g": 380}},
    ]
    refined = ask(one_shop, lang="en", candidates=pieces, refine={"from": "heavy", "towards": "lighter"})["refine"]
    assert [(step["ref"], step["gain"]["text"]) for step in refined["results"]] == [("light", "140\u00a0g less")]


def test_it_finds_what_else_there_is_where_a_size_is_gone(shop: House) -> None:
    found = ask(shop, shop="miramas", alternatives={"to": "trilogy-shell", "size": "L"})["alternatives"]
    assert found["here"] is None
    assert found["sizes"] == [{"size": "M", "step": "smaller", "stock": 2, "in_colour": 2}]


def test_it_names_what_it_cannot_tell(one_shop: House) -> None:
    for question, field in (
        ({"why": ["nobody"]}, "why.0"),
        ({"refine": {"from": "trilogy-shell", "towards": "sideways"}}, "refine.towards"),
        ({"alternatives": {"to": 7}}, "alternatives.to"),
    ):
        problem = ask(one_shop, status=422, **question)
        assert [error["field"] for error in problem["errors"]] == [field]


def test_the_directions_that_are_described_are_those_of_the_knowledge() -> None:
    assert tuple(knowledge().comparing["towards"]) == aside.TOWARDS
