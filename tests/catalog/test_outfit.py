"""Outfits from the real knowledge and the demonstration shop: what an activity takes, and what it leaves."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from catalog.finder.answers import AnswersError
from catalog.finder.outfit.answer import outfit
from catalog.finder.outfit.report import compose
from catalog.finder.shelf import shelf
from tests.catalog.finder_real import SHOP, document, stock
from tests.vectors import make_outfits

ACTIVITIES = [
    answer["id"]
    for question in document()["finder"]["questions"]
    if question["id"] == "activity"
    for answer in question["answers"]
]
TOUR = {"activity": "ski-touring", "weather": "snow", "temperature_c": -8, "audience": "women"}


def ask(answers: dict[str, Any], lang: str = "fr", **more: Any) -> dict[str, Any]:
    return outfit(document(), SHOP, answers, stock(), lang, **more)


def slots(found: dict[str, Any]) -> dict[str, Any]:
    return {slot["id"]: slot for slot in found["slots"]}


def worn(found: dict[str, Any]) -> list[dict[str, Any]]:
    products = {product["ref"]: product for product in shelf(document(), SHOP)}
    return [products[slot["piece"]["ref"]] for slot in found["slots"] if slot["piece"]]


@pytest.mark.parametrize("activity", ACTIVITIES)
@pytest.mark.parametrize("audience", ["women", "men", "kids", None])
def test_every_activity_has_an_outfit_that_explains_itself(activity: str, audience: str | None) -> None:
    found = ask({"activity": activity, **({"audience": audience} if audience else {})})
    assert any(slot["needed"] == "required" for slot in found["slots"]) or activity == "everyday"
    for slot in found["slots"]:
        assert slot["why"]
        assert slot["source"]
        assert (slot["piece"] is None) == (slot["empty_reason"] is not None)
    refs = [product["ref"] for product in worn(found)]
    assert len(refs) == len(set(refs))
    assert {"men", "women"} - {product["audience"] for product in worn(found)}, "never half and half"


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ({"activity": "trail-running", "weather": "dry", "temperature_c": 20}, {"insulation", "mid", "hands", "head"}),
        (
            {"activity": "hiking", "weather": "dry", "temperature_c": 22},
            {"insulation", "hands", "base-bottom", "gaiters"},
        ),
        ({"activity": "alpine-skiing", "temperature_c": 2}, {"insulation", "pack", "shoes", "hands-spare"}),
        ({"activity": "ski-touring", "temperature_c": 0}, {"base-bottom", "shoes", "legs-shell"}),
        ({"activity": "everyday", "weather": "dry", "temperature_c": 18}, {"shell", "insulation", "legs", "hands"}),
        ({"activity": "nordic-skiing", "temperature_c": -5}, {"insulation", "legs-shell", "shoes"}),
    ],
)
def test_more_than_needed_is_a_fault(answers: dict[str, Any], left: set[str]) -> None:
    found = slots(ask({**answers, "audience": "men"}))
    assert {name for name in left if found[name]["empty_reason"] == "not-needed"} == left


@pytest.mark.parametrize(
    ("answers", "taken"),
    [
        ({"activity": "ski-touring", "temperature_c": -8}, {"base-top", "mid", "insulation", "shell", "legs", "pack"}),
        ({"activity": "mountaineering", "temperature_c": -10}, {"shell", "insulation", "shoes", "pack", "hands-spare"}),
        ({"activity": "snowshoeing", "temperature_c": -3}, {"gaiters", "shoes", "shell", "pack", "head", "hands"}),
        ({"activity": "trekking", "nights_in": "tent"}, {"sleep", "insulation", "shoes", "shell", "pack"}),
        ({"activity": "hiking", "weather": "rain", "temperature_c": 8}, {"shell", "legs-shell", "shoes", "mid"}),
        ({"activity": "climbing"}, {"climbing-shoes", "shoes", "pack"}),
        ({"activity": "trail-running", "weather": "rain"}, {"shell", "shoes", "legs", "base-top"}),
    ],
)
def test_what_is_needed_is_asked_for(answers: dict[str, Any], taken: set[str]) -> None:
    found = slots(ask({**answers, "audience": "men"}))
    assert {name for name in taken if found[name]["needed"] != "none"} == taken


def test_a_refused_material_is_in_no_layer() -> None:
    for activity in ACTIVITIES:
        found = ask({"activity": activity, "temperature_c": -5, "must_not": ["down"]})
        assert not [piece for piece in worn(found) if _value(piece, "insulation_type") == "down"], activity


def test_a_wish_is_asked_only_of_what_can_have_it() -> None:
    found = ask({**TOUR, "must": ["hood-helmet"]})
    pieces = slots(found)
    assert pieces["pack"]["piece"]
    assert pieces["hands"]["piece"]
    products = {product["ref"]: product for product in worn(found)}
    for name in ("mid", "insulation", "shell"):
        piece = pieces[name]["piece"]
        assert piece is None or piece["unknown_wishes"] or _value(products[piece["ref"]], "hood") == "helmet"


def _value(product: dict[str, Any], name: str) -> Any:
    return product["properties"].get(name, {}).get("value")


def test_each_piece_is_in_the_customers_size_and_here() -> None:
    found = ask({**TOUR, "sizes": {"garment": "M", "hand": "8"}})
    for slot in found["slots"]:
        piece = slot["piece"]
        if piece is None:
            continue
        assert piece["stock"] is None or piece["stock"] > 0
        if slot["id"] in ("base-top", "mid", "insulation", "shell", "legs"):
            assert "M" in piece["size"]
        if slot["id"] in ("hands", "hands-spare"):
            assert piece["size"] == "8"
        assert not (piece["size_to_choose"] and slot["id"] in ("shell", "hands"))


@pytest.mark.parametrize("euros", [0, 150, 400, 700, 1000, 3000])
def test_the_total_keeps_to_the_budget_and_says_what_is_left_out(euros: int) -> None:
    found = ask(TOUR, budget_cents=euros * 100)
    assert found["total_cents"] <= euros * 100
    assert not found["over_budget"]
    assert found["total_cents"] == sum(slot["piece"]["price_cents"] for slot in found["slots"] if slot["piece"])
    complete = found["cheapest_complete_cents"]
    assert bool(found["left_out"]) == (complete > euros * 100)
    if found["left_out"]:
        assert found["relaxations"][0]["drop"] == ["budget_cents"]
        assert found["relaxations"][0]["total_cents"] == complete
        enough = ask(TOUR, budget_cents=complete)
        assert enough["left_out"] == []
        assert enough["total_cents"] <= complete


def test_more_money_never_makes_it_worse() -> None:
    found = [ask(TOUR, budget_cents=euros * 100) for euros in range(800, 1300, 50)]
    scores = [each["score"] for each in found if not each["left_out"]]
    assert scores == sorted(scores)


def test_a_warm_ski_jacket_makes_the_second_one_superfluous() -> None:
    found = slots(ask({"activity": "alpine-skiing", "temperature_c": -12, "audience": "women"}))
    assert found["shell"]["piece"]["category"] == "ski-jacket"
    assert found["insulation"]["filled_by"] == "shell"
    assert found["insulation"]["empty_reason"] == "filled"


def test_a_swap_is_kept_and_costs_what_was_said() -> None:
    before = ask(TOUR)
    other = slots(before)["shell"]["alternatives"][0]
    after = ask(TOUR, fixed={"shell": other["ref"]})
    assert slots(after)["shell"]["piece"]["ref"] == other["ref"]
    assert slots(after)["shell"]["fixed"]
    assert after["total_cents"] == other["total_cents"]
    assert other["price_difference_cents"] == after["total_cents"] - before["total_cents"]


def test_chosen_pieces_beyond_the_budget_are_kept_and_said() -> None:
    dear = max(slots(ask(TOUR))["shell"]["alternatives"], key=lambda each: each["price_cents"])
    found = ask(TOUR, fixed={"shell": dear["ref"]}, budget_cents=dear["price_cents"] - 100)
    assert found["over_budget"]
    assert slots(found)["shell"]["piece"]["ref"] == dear["ref"]


def test_what_the_customer_owns_is_neither_proposed_nor_missed() -> None:
    before, after = ask(TOUR), ask(TOUR, without=["shell", "pack"])
    assert slots(after)["shell"]["empty_reason"] == "owned"
    gone = slots(before)["shell"]["piece"]["price_cents"] + slots(before)["pack"]["piece"]["price_cents"]
    assert after["total_cents"] == before["total_cents"] - gone
    assert after["left_out"] == []


def test_the_order_of_the_products_changes_nothing() -> None:
    products = list(shelf(document(), SHOP))
    expected = compose(document()["finder"], products, TOUR, stock(), 70000)
    for seed in range(5):
        Random(seed).shuffle(products)
        assert compose(document()["finder"], products, TOUR, stock(), 70000) == expected


def test_it_speaks_the_language_asked_for() -> None:
    french, english = slots(ask(TOUR)), slots(ask(TOUR, "en"))
    assert french["mid"]["label"] == "Deuxième couche"
    assert english["mid"]["label"] == "Mid layer"
    assert french["mid"]["piece"]["say"]["benefit"] != english["mid"]["piece"]["say"]["benefit"]


def test_without_an_activity_it_says_what_it_assumes() -> None:
    assert ask({})["assumed"] == ["activity"]
    assert ask(TOUR)["assumed"] == []


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"fixed": {"moon": "x"}}, "fixed.moon"),
        ({"fixed": {"shell": "no-such-piece"}}, "fixed.shell"),
        ({"without": ["moon"]}, "without.moon"),
        ({"without": "shell"}, "without"),
        ({"fixed": ["shell"]}, "fixed"),
        ({"budget_cents": 12.5}, "budget_cents"),
        ({"budget_cents": -1}, "budget_cents"),
    ],
)
def test_it_names_what_it_cannot_use(more: dict[str, Any], field: str) -> None:
    with pytest.raises(AnswersError) as refused:
        ask(TOUR, **more)
    assert [name for name, _ in refused.value.errors] == [field]


def test_a_budget_needs_a_shop_and_without_one_prices_are_unknown() -> None:
    with pytest.raises(AnswersError):
        outfit(document(), None, TOUR, budget_cents=50000)
    found = outfit(document(), None, TOUR)
    assert found["total_cents"] is None
    assert found["pieces"] > 5


def test_the_shared_cases_are_made_from_the_rules_as_they_are() -> None:
    for name, text in make_outfits.files().items():
        assert text == (make_outfits.FILE.parent / name).read_text("utf-8"), "run `make vectors`"
