from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .conftest import House

NEED = {"activity": "ski-touring", "weather": "snow", "temperature_c": -8, "audience": "women"}


def ask(house: House, status: int = 200, **question: Any) -> Any:
    answer = house.visitor().post("/api/v1/outfits", json=question)
    assert answer.status_code == status, answer.text
    return answer.json


def slots(found: Any) -> dict[str, Any]:
    return {slot["id"]: slot for slot in found["slots"]}


def test_it_composes_from_the_shops_assortment_with_its_stock(shop: House) -> None:
    found = ask(shop, shop="miramas", lang="fr", answers={**NEED, "size": "M"})
    assert found["revision"] == 1
    assert found["shop"] == "miramas"
    shell = slots(found)["shell"]
    assert shell["label"] == "Veste"
    assert shell["why"]
    piece = shell["piece"]
    assert piece["ref"] == "trilogy-shell"
    assert piece["size"] == "M"
    assert piece["stock"] == 2
    assert piece["price_cents"] == 34990
    assert piece["say"].keys() == {"benefit", "limit", "check"}
    assert found["total_cents"] == sum(slot["piece"]["price_cents"] for slot in found["slots"] if slot["piece"])


def test_a_place_without_a_piece_says_so(shop: House) -> None:
    found = ask(shop, shop="miramas", answers=NEED)
    empty = [slot for slot in found["slots"] if slot["needed"] == "required" and slot["piece"] is None]
    assert empty
    assert all(slot["empty_reason"] for slot in empty)


def test_the_budget_is_kept_and_the_complete_outfit_is_told(shop: House) -> None:
    free = ask(shop, shop="miramas", answers=NEED)
    found = ask(shop, shop="miramas", answers=NEED, budget_cents=10000)
    assert found["total_cents"] <= 10000
    assert "shell" in found["left_out"]
    assert found["cheapest_complete_cents"] == free["cheapest_complete_cents"] > 10000
    assert found["relaxations"][0]["drop"] == ["budget_cents"]


def test_where_no_shop_is_named_it_says_whose_prices_count(shop: House) -> None:
    found = ask(shop, answers=NEED, budget_cents=40000)
    named = ask(shop, shop=found["shop"], answers=NEED, budget_cents=40000)
    assert found == named
    assert found["total_cents"] is not None


def test_it_takes_what_is_settled(shop: House) -> None:
    found = ask(shop, shop="miramas", answers=NEED, without=["shell"])
    assert slots(found)["shell"]["empty_reason"] == "owned"
    kept = ask(shop, shop="miramas", answers=NEED, fixed={"shell": "trilogy-shell"}, budget_cents=100)
    assert slots(kept)["shell"]["fixed"]
    assert kept["over_budget"]


def test_it_names_what_it_cannot_use_in_both_languages(shop: House) -> None:
    question: dict[str, Any] = {"shop": "miramas", "answers": {"activity": "flying"}, "budget_cents": "much"}
    for lang in ("fr", "en"):
        answer = shop.visitor().post("/api/v1/outfits", json=question, headers={"Accept-Language": lang})
        assert answer.status_code == 422
        assert answer.content_type == "application/problem+json"
        problem: Any = answer.json
        assert {error["field"] for error in problem["errors"]} == {"answers.activity"}
    wrong = ask(shop, status=422, shop="miramas", answers=NEED, fixed={"shell": "no-such-piece", "moon": "x"})
    assert {error["field"] for error in wrong["errors"]} == {"fixed.shell", "fixed.moon"}


def test_it_knows_no_other_shop(shop: House) -> None:
    assert ask(shop, status=404, shop="elsewhere", answers=NEED)["code"] == "shop-not-found"


def test_unknown_fields_are_refused(shop: House) -> None:
    ask(shop, status=422, shop="miramas", answers=NEED, wishes=[])
