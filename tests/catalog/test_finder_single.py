"""Single pieces: why not this one, a better one in some way, what else where one is gone."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

import pytest

from catalog.finder import AnswersError, advise, alternatives, benefits, rank, refine, shelf, why
from catalog.finder.judged import without
from tests.catalog.finder_real import SHOP, ask, document, knowledge, reference, stock
from tests.vectors import make_single
from tests.vectors.make_finder import HERE, _customer

CHOICES = ("wanted", "activity", "weather", "effort", "duration", "nights_in", "audience")
NEED = {"wanted": "shell", "activity": "ski-touring", "weather": "snow", "temperature_c": -8, "audience": "women"}

Json = dict[str, Any]


def finder() -> Json:
    found: Json = document()["finder"]
    return found


def products() -> list[Json]:
    return shelf(document(), SHOP)


def piece(ref: str, category: str, price: int | None = None, **properties: Any) -> Json:
    priced = properties if price is None else {**properties, "price_cents": price}
    return {"ref": ref, "category": category, "properties": priced}


def aside(answers: Json, pieces: list[Json], **asked: Any) -> Json:
    return advise(
        document(), None, answers, None, 10, "fr", pieces, asked, reference=reference(), knowledge=knowledge()
    )


def test_the_shared_cases_are_the_files_that_are_checked_in() -> None:
    assert make_single.files()["single.json"] == (HERE / "single.json").read_text("utf-8"), "run `make vectors`"


@pytest.mark.parametrize("seed", range(25))
def test_why_agrees_with_the_ranking_for_every_kind_of_piece(seed: int) -> None:
    random = Random(seed)
    answers = _customer(random, finder(), CHOICES)
    ranking = rank(finder(), products(), answers, stock())
    places = {each["ref"]: place for place, each in enumerate(ranking["results"], 1)}
    for product in random.sample(products(), 6):
        found = why(finder(), products(), answers, stock(), product["ref"])
        assert found["place"] == places.get(product["ref"])
        assert found["of"] == ranking["remaining"]
        assert (found["place"] is None) == bool(found["ways"])
        assert {each["code"] for each in found["against"]} == {name for way in found["ways"] for name in way["drop"]}
        assert all(each["text"] and "{" not in each["text"] for each in (*found["against"], *found["criteria"]))


@pytest.mark.parametrize("seed", range(12))
def test_each_way_brings_the_piece_to_the_place_it_promises(seed: int) -> None:
    random = Random(1000 + seed)
    answers = _customer(random, finder(), CHOICES)
    for product in random.sample(products(), 4):
        for way in why(finder(), products(), answers, stock(), product["ref"])["ways"]:
            kept = without(answers, way["drop"])
            if "wanted" in way["drop"]:
                kept["wanted"] = product["category"]
            refs = [each["ref"] for each in rank(finder(), products(), kept, stock())["results"]]
            assert way["of"] == len(refs)
            assert refs.index(product["ref"]) + 1 == way["place"]


def test_all_three_verdicts_are_told_and_an_unknown_is_never_met() -> None:
    pieces = [piece("a", "hardshell-jacket", weight_g=380, hood="none", waterproof_mm=20000)]
    found = aside({**NEED, "must": ["recco"], "must_not": ["insulation_type:down"]}, pieces, why=["a"])["why"][0]
    by_code = {each["code"]: each for each in found["criteria"]}
    assert by_code["wish-recco"]["verdict"] == "unknown"
    assert by_code["wish-recco"]["degree"] is None
    assert by_code["wish-recco"]["strength"] == "must"
    assert "RECCO" in by_code["wish-recco"]["text"]
    assert by_code["shell-hood-helmet"]["verdict"] == "fails"
    assert {each["verdict"] for each in found["criteria"]} == {"meets", "fails", "unknown"}
    refused = by_code["wish-insulation_type:down"]
    assert (refused["strength"], refused["verdict"]) == ("must_not", "meets")


def test_a_piece_of_another_kind_says_so_and_is_judged_as_what_it_is() -> None:
    fleece = next(each["ref"] for each in products() if each["category"] == "fleece" and each["audience"] != "kids")
    found = why(finder(), products(), NEED, stock(), fleece)
    assert "wanted" in {each["code"] for each in found["against"]}
    assert all("wanted" in way["drop"] for way in found["ways"])
    assert found["best"] is None
    assert any(each["need"] is not None for each in found["gauges"])


def test_too_dear_and_too_small_are_said_in_the_piece_s_own_figures() -> None:
    trilogy = "millet-ld-trilogy-gtx-jacket"
    found = why(finder(), products(), {**NEED, "budget_cents": 20000}, stock(), trilogy)
    assert [each["text"] for each in found["against"]] == ["234,90\u00a0€\u202f: 34,90\u00a0€ de plus que le budget."]
    found = why(finder(), products(), {**NEED, "size": "5XL"}, stock(), trilogy)
    assert "Pas de taille 5XL" in found["against"][0]["text"]


def test_the_best_piece_is_told_apart_by_what_weighs_most() -> None:
    ranking = rank(finder(), products(), NEED, stock())["results"]
    first, last = ranking[0]["ref"], ranking[-1]["ref"]
    assert why(finder(), products(), NEED, stock(), first)["best"] is None
    best = why(finder(), products(), NEED, stock(), last)["best"]
    assert best["ref"] == first
    gains = [each["gain"] for each in best["has"]]
    assert 1 <= len(gains) <= 3
    assert gains == sorted(gains, reverse=True)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("towards", ["lighter", "warmer", "drier", "more-breathable", "cheaper", "more-durable"])
def test_a_refined_piece_suits_the_need_and_is_never_worse_where_it_was_asked_to_be_better(
    seed: int, towards: str
) -> None:
    random = Random(seed)
    answers = _customer(random, finder(), CHOICES)
    ranking = rank(finder(), products(), answers, stock())["results"]
    if not ranking:
        pytest.skip("nothing to begin from")
    one, by_ref = random.choice(ranking), {each["ref"]: each for each in products()}
    found = refine(finder(), products(), answers, stock(), one["ref"], towards)
    places = [each["ref"] for each in ranking]
    assert [places.index(each["ref"]) for each in found["results"]] == sorted(
        places.index(each["ref"]) for each in found["results"]
    )
    gauge = {"lighter": "light", "warmer": "warm", "drier": "dry", "more-breathable": "breathe"}.get(towards)
    for each in found["results"]:
        before, now = by_ref[one["ref"]], by_ref[each["ref"]]
        assert each["gain"]["better"]
        if towards == "cheaper":
            assert each["price_cents"] < one["price_cents"]
        weights = [product["properties"].get("weight_g") for product in (before, now)]
        if towards == "lighter" and all(told and told["provenance"] != "estimate" for told in weights):
            assert weights[1]["value"] < weights[0]["value"]
        elif gauge and (gauge != "light" or before["category"] == now["category"]):
            assert now["gauges"][gauge]["level"] >= before["gauges"][gauge]["level"]
    alike = [each for each in ranking if by_ref[each["ref"]]["category"] == by_ref[one["ref"]]["category"]]
    assert found["results"] or found["nearest"] or len(alike) == 1, "a dead end"


def test_figures_of_two_methods_are_not_compared() -> None:
    def airy(ref: str, figure: int, method: str) -> Json:
        return piece(ref, "hardshell-jacket", mvtr_g_m2_24h=figure, mvtr_method=method)

    same = aside(
        {},
        [airy("a", 10000, "jis-l1099-b1"), airy("b", 30000, "jis-l1099-b1")],
        refine={"from": "a", "towards": "more-breathable"},
    )["refine"]
    assert "30\u202f000" in same["results"][0]["gain"]["text"]
    apart = aside(
        {},
        [airy("a", 10000, "jis-l1099-a1"), airy("b", 30000, "jis-l1099-b1")],
        refine={"from": "a", "towards": "more-breathable"},
    )["refine"]
    assert all("30\u202f000" not in each["gain"]["text"] for each in apart["results"])


def test_what_is_lost_by_a_step_is_told() -> None:
    pieces = [
        piece("a", "hardshell-jacket", 30000, weight_g=500, waterproof_mm=28000),
        piece("b", "hardshell-jacket", 42000, weight_g=360, waterproof_mm=20000),
    ]
    found = aside({"wanted": "shell"}, pieces, refine={"from": "a", "towards": "lighter"})["refine"]
    step = found["results"][0]
    assert step["gain"]["text"] == "140\u00a0g de moins"
    assert {"120\u00a0€ de plus", "20\u202f000\u00a0mm au lieu de 28\u202f000\u00a0mm"} <= {
        each["text"] for each in step["lost"]
    }


def test_where_nothing_is_better_the_way_out_is_named() -> None:
    pieces = [
        piece("a", "rope", 5000, rope_diameter_um=9800),
        piece("b", "rope", 9000, rope_diameter_um=9000),
    ]
    cheapest = aside({"wanted": "rope"}, pieces, refine={"from": "a", "towards": "cheaper"})["refine"]
    assert cheapest["results"] == []
    assert [each["ref"] for each in cheapest["nearest"]] == ["b"]
    pieces[1]["properties"]["price_cents"] = 4000
    kept = aside(
        {"wanted": "rope", "must": ["dwr"]},
        [
            {**pieces[0], "properties": {**pieces[0]["properties"], "dwr": True}},
            {**pieces[1], "properties": {**pieces[1]["properties"], "dwr": False}},
        ],
        refine={"from": "a", "towards": "cheaper"},
    )["refine"]
    assert kept["results"] == []
    assert kept["relaxations"][0]["drop"] == ["dwr"]


def test_alternatives_are_here_in_the_size_and_the_same_place_of_the_body() -> None:
    answers = {**NEED, "size": "M"}
    ranking = rank(finder(), products(), answers, stock())["results"]
    by_ref = {each["ref"]: each for each in products()}
    for each in ranking[:5]:
        found = alternatives(finder(), products(), answers, stock(), each["ref"], colour=0)
        likeness = [other["likeness"] for other in found["pieces"]]
        assert likeness == sorted(likeness, reverse=True)
        for other in found["pieces"]:
            assert other["in_stock"] > 0
            assert other["fits"]
            assert by_ref[other["ref"]]["category"] in finder()["parameters"]["groups"]["shell"]
        for beside in found["sizes"]:
            assert beside["stock"] > 0
            assert beside["size"] not in each["fits"]


def test_the_sizes_beside_are_those_next_to_the_one_that_is_gone() -> None:
    shoe = next(each for each in products() if each["category"] == "hiking-shoes" and len(each["variants"]) > 4)
    offered = list(dict.fromkeys(each["size"] for each in shoe["variants"]))
    full = {
        "levels": {each["gtin"]: {"quantity": 1, "counted_at": "2026-11-21T10:00:00Z"} for each in shoe["variants"]}
    }
    found = alternatives(finder(), [shoe], {}, full, shoe["ref"], offered[2])
    assert [(each["size"], each["step"]) for each in found["sizes"]] == [
        (offered[1], "smaller"),
        (offered[3], "larger"),
    ]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("wanted", ["pack", "sleep", "footwear", "shell", "insulation", "hands", "head", "baselayer"])
def test_neighbours_never_say_the_same_where_anything_tells_them_apart(wanted: str, lang: str) -> None:
    answers = {"wanted": wanted, "activity": "hiking"}
    found = rank(finder(), products(), answers, stock(), 30)["results"]
    by_ref = {each["ref"]: each for each in products()}
    told = benefits(finder(), [(by_ref[each["ref"]], each) for each in found], answers, lang)
    for (first, one), (second, other) in pairwise(zip(found, told, strict=True)):
        if one == other:
            assert by_ref[first["ref"]]["gauges"] == by_ref[second["ref"]]["gauges"]
            assert first["price_cents"] == second["price_cents"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"why": ["nobody"]}, "why.0"),
        ({"why": "a"}, "why"),
        ({"refine": {"from": "a", "towards": "sideways"}}, "refine.towards"),
        ({"refine": {"from": "b", "towards": "lighter"}}, "refine.from"),
        ({"alternatives": {"to": "b"}}, "alternatives.to"),
        ({"alternatives": {"to": "a", "colour": 7}}, "alternatives.colour"),
        ({"alternatives": {"to": "a", "size": ""}}, "alternatives.size"),
    ],
)
def test_what_cannot_be_used_is_named(asked: Json, field: str) -> None:
    with pytest.raises(AnswersError) as problem:
        aside({}, [piece("a", "rope")], **asked)
    assert [each for each, _ in problem.value.errors] == [field]


def test_the_list_says_different_things_of_twins() -> None:
    pieces = [
        piece("a", "hiking-pack", 9000, volume_l=20),
        piece("b", "hiking-pack", 7000, volume_l=20),
    ]
    found = ask({"wanted": "pack", "activity": "hiking", "duration": "day"}, candidates=pieces)["results"]
    assert found[0]["say"]["benefit"] != found[1]["say"]["benefit"]
