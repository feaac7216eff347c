"""The ranking against its obvious twin, and the promises that no list of cases can prove alone."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.finder import needs, rank
from tests.catalog.finder_oracle import Oracle, mean, without
from tests.vectors.finder_universe import answers, universe

Json = dict[str, Any]
seeds = st.integers(min_value=0, max_value=2**32)
many = settings(max_examples=150, deadline=None)


def world(seed: int) -> tuple[Json, list[Json], Json, Json | None]:
    random = Random(seed)
    made, asked = universe(random), answers(random)
    return made["finder"], made["products"], asked, made["stock"] if random.random() < 0.7 else None


@many
@given(seeds)
def test_it_proposes_exactly_what_breaks_no_hard_answer(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    results = rank(finder, products, asked, stock)["results"]
    assert {each["ref"] for each in results} == Oracle(finder, products, stock).remaining(asked)


@many
@given(seeds)
def test_its_relaxations_are_the_minimal_ones_of_brute_force(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    found = rank(finder, products, asked, stock)["relaxations"]
    assert found == Oracle(finder, products, stock).relaxations(asked)


@many
@given(seeds)
def test_no_relaxation_holds_more_than_it_has_to(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    twin = Oracle(finder, products, stock)
    now = twin.remaining(asked)
    for each in rank(finder, products, asked, stock)["relaxations"]:
        # Not a superset: a piece without a price in the asked size may have one, too high, in another.
        assert twin.remaining(without(asked, tuple(each["drop"]))) - now
        for kept in each["drop"]:
            fewer = tuple(name for name in each["drop"] if name != kept)
            assert not twin.remaining(without(asked, fewer)) - now, f"{kept} need not go"


@many
@given(seeds)
def test_a_colour_and_litres_sort_but_open_and_close_nothing(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    plain = {key: value for key, value in asked.items() if key not in ("colour", "volume_l")}
    said = {**plain, "colour": "red", "volume_l": 30}
    found, before = rank(finder, products, said, stock), rank(finder, products, plain, stock)
    assert {each["ref"] for each in found["results"]} == {each["ref"] for each in before["results"]}
    assert found["relaxations"] == before["relaxations"]


@many
@given(seeds)
def test_letting_a_relaxation_go_brings_as_many_as_it_says(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    before = {each["ref"] for each in rank(finder, products, asked, stock)["results"]}
    for offer in rank(finder, products, asked, stock)["relaxations"]:
        after = rank(finder, products, without(asked, tuple(offer["drop"])), stock)["results"]
        assert len({each["ref"] for each in after} - before) == offer["count"]


@many
@given(seeds)
def test_the_order_of_the_products_changes_nothing(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    shuffled = Random(seed + 1).sample(products, len(products))
    assert rank(finder, products, asked, stock) == rank(finder, shuffled, asked, stock)


@many
@given(seeds)
def test_an_unknown_on_a_hard_wish_sorts_below_all_that_is_known(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    audience = {product["ref"]: product["audience"] for product in products}
    for children in (False, True):
        results = rank(finder, products, asked, stock)["results"]
        unknown = [each["unknown_wishes"] for each in results if (audience[each["ref"]] == "kids") is children]
        assert unknown == sorted(unknown)


@many
@given(seeds)
def test_where_nobody_said_for_whom_no_childs_piece_stands_before_another(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    asked = {key: value for key, value in asked.items() if key not in ("audience", "age_years")}
    audience = {product["ref"]: product["audience"] for product in products}
    for_child = [audience[each["ref"]] == "kids" for each in rank(finder, products, asked, stock)["results"]]
    assert for_child == sorted(for_child)


@many
@given(seeds)
def test_a_reason_is_led_only_by_what_sets_the_piece_apart(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    for each in rank(finder, products, asked, stock)["results"]:
        assert len(set(each["reasons"])) == len(each["reasons"]) <= 4
        topics = [finder["criteria"][index]["topic"] for index in each["reasons"]]
        assert len(set(topics)) == len(topics)
    for only in products:
        for each in rank(finder, [only], asked, stock)["results"]:
            quiet = [finder["criteria"][index]["quiet"] for index in each["reasons"]]
            assert quiet == sorted(quiet), "a piece without peers has nothing to set it apart from"


@many
@given(seeds)
def test_a_later_question_is_asked_only_where_no_earlier_one_changes_anything(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    stages = {each["id"]: each["stage"] for each in finder["questions"]}
    found = rank(finder, products, asked, stock)["next_question"]
    for latest in (1, 2, 3):
        earlier = [each for each in finder["questions"] if each["stage"] <= latest]
        alone = rank({**finder, "questions": earlier}, products, asked, stock)["next_question"]
        assert alone == (found if stages.get(found, 9) <= latest else None)


@many
@given(seeds)
def test_an_unknown_is_never_a_reason_nor_a_caution(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    by_ref = {product["ref"]: product for product in products}
    live = {finder["parameters"]["cheap_criterion"], *(colour["criterion"] for colour in finder["colours"])}
    for each in rank(finder, products, asked, stock)["results"]:
        spoken = [*each["reasons"], *each["cautions"]]
        assert all(by_ref[each["ref"]]["verdicts"][index] >= 0 for index in spoken if index not in live)


@many
@given(seeds)
def test_the_score_is_the_weighted_mean_of_what_is_asked(seed: int) -> None:
    finder, products, asked, _ = world(seed)
    asked = {key: value for key, value in asked.items() if key not in ("must", "must_not", "prefer", "colour")}
    asked["audience"] = "unisex"
    parameters = finder["parameters"]
    by_ref = {product["ref"]: product for product in products}
    for each in rank(finder, products, asked, None)["results"]:
        product = by_ref[each["ref"]]
        family = parameters["families"][product["category"]]
        now = needs_of(finder, asked, family)
        terms = [
            (criterion["weight"], parameters["unknown_degree"] if verdict == -1 else verdict)
            for index, (criterion, verdict) in enumerate(zip(finder["criteria"], product["verdicts"], strict=True))
            if index in parameters["active"][family] and verdict != -2 and _active(criterion, now)
        ]
        assert each["score"] == mean([*terms, (parameters["doubt_weight"], parameters["unknown_degree"])])


def needs_of(finder: Json, asked: Json, family: str) -> Json:
    from catalog.finder.needs import family_needs, situation

    now = situation(finder["needs"], asked)
    return {**now.context, **{f"need.{key}": each for key, each in family_needs(finder["needs"], now, family).items()}}


def _active(criterion: Json, context: Json) -> bool:
    return all(context.get(key) in values for key, values in criterion["when"].items())


@many
@given(seeds)
def test_the_next_question_can_change_the_first_three(seed: int) -> None:
    finder, products, asked, stock = world(seed)
    question = rank(finder, products, asked, stock)["next_question"]
    if question is None:
        return
    assert question not in asked
    before = [each["ref"] for each in rank(finder, products, asked, stock, 3)["results"]]
    assert any(
        [each["ref"] for each in rank(finder, products, {**asked, question: value}, stock, 3)["results"]] != before
        for value in _possible(finder, products, question)
    )


def _possible(finder: Json, products: list[Json], question: str) -> list[Any]:
    if question == "size":
        return sorted({variant["size"] for product in products for variant in product["variants"]})
    if question == "budget_cents":
        prices = {variant["price_cents"] for product in products for variant in product["variants"]}
        return sorted(price for price in prices if price is not None)
    about = next(each for each in finder["questions"] if each["id"] == question)
    values = about["probe"] or [answer["id"] for answer in about["answers"]]
    return [[value] for value in values] if question == "prefer" else values


def test_the_needs_name_each_gauge_of_a_family() -> None:
    finder = universe(Random(1))["finder"]
    found = needs(finder["needs"], {"activity": "climb", "weather": "wet"}, "outer")
    assert found["levels"] == {"warm": 2, "dry": 4}
    assert found["felt_c"] is None
