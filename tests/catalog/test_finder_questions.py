"""The next question against brute force: every answer to every open question, each ranked anew from nothing."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.finder import rank, shelf
from catalog.finder.needs import holds, situation
from tests.catalog.finder_real import SHOP, document, stock
from tests.catalog.test_finder_ranking import Json, world
from tests.vectors.make_finder import _customer

POOL, PLACES = 30, (3, 2, 1)
seeds = st.integers(min_value=0, max_value=2**32)
many = settings(max_examples=150, deadline=None)


class Brute:
    """One customer, asked everything."""

    def __init__(self, finder: Json, products: list[Json], answers: Json, counted: Json | None) -> None:
        self.finder, self.answers, self.counted = finder, answers, counted
        self.results = rank(finder, products, answers, counted, POOL)["results"]
        by_ref = {product["ref"]: product for product in products}
        self.pool = [by_ref[each["ref"]] for each in self.results]

    def next_question(self) -> str | None:
        expected = {each["id"]: self.expected(each) for each in self.open()}
        for stage in sorted({each["stage"] for each in self.open()}):
            changes = {each["id"]: expected[each["id"]] for each in self.open() if each["stage"] == stage}
            best = max(changes.values())
            if best > 0:
                return next(name for name, change in changes.items() if change == best)
        return None

    def open(self) -> list[Json]:
        context = situation(self.finder["needs"], self.answers).context
        return [
            each
            for each in self.finder["questions"]
            if each["id"] not in self.answers
            and holds(each["when"], context)
            and not (each["kind"] == "size" and self.kinds() <= set(self.answers.get("sizes", ())))
        ]

    def kinds(self) -> set[str]:
        parameters, wanted = self.finder["parameters"], self.answers.get("wanted")
        categories = [wanted] if wanted in parameters["families"] else parameters["groups"].get(wanted)
        return {parameters["size_kinds"][parameters["families"][each]] for each in categories or parameters["families"]}

    def expected(self, question: Json) -> int:
        """Return a hundred times the mean change of the first three, over the answers that leave something."""
        changes = [self.change(question, value) for value in self.values(question)]
        known = [change for change in changes if change is not None]
        return 100 * sum(known) // len(known) if known else 0

    def change(self, question: Json, value: Any) -> int | None:
        answers = {**self.answers, question["id"]: [value] if question["kind"] == "wishes" else value}
        then = [each["ref"] for each in rank(self.finder, self.pool, answers, self.counted, 3)["results"]]
        if not then:
            return None
        now = [each["ref"] for each in self.results[:3]]
        return sum(
            weight
            for place, (weight, ref) in enumerate(zip(PLACES, now, strict=False))
            if ref != (then[place] if place < len(then) else None)
        )

    def values(self, question: Json) -> list[Any]:
        if question["id"] == "budget_cents":
            prices = sorted(each["price_cents"] for each in self.results if each["price_cents"] is not None)
            return [prices[len(prices) * share // 4] for share in (1, 2, 3)] if prices else []
        if question["kind"] == "size":
            sizes = [size for product in self.pool for size in {each["size"] for each in product["variants"]}]
            return sorted(set(sizes), key=lambda size: (-sizes.count(size), size))[:6]
        return question["probe"] or [answer["id"] for answer in question["answers"]]


@many
@given(seeds)
def test_it_is_the_one_with_the_greatest_expected_change(seed: int) -> None:
    finder, products, asked, counted = world(seed)
    found = rank(finder, products, asked, counted)["next_question"]
    assert found == Brute(finder, products, asked, counted).next_question()


@many
@given(seeds)
def test_nothing_is_asked_where_no_answer_changes_the_first_three(seed: int) -> None:
    finder, products, asked, counted = world(seed)
    brute = Brute(finder, products, asked, counted)
    open_questions = brute.open()
    silent = {
        each["id"] for each in open_questions if not any(brute.change(each, value) for value in brute.values(each))
    }
    found = rank(finder, products, asked, counted)["next_question"]
    assert found not in silent
    assert found is not None or silent == {each["id"] for each in open_questions}


@pytest.mark.parametrize("seed", range(8))
def test_over_the_real_range_it_is_that_of_brute_force_too(seed: int) -> None:
    finder, products = document()["finder"], shelf(document(), SHOP)
    asked = _customer(Random(seed), finder, ("wanted", "activity", "weather", "effort"))
    found = rank(finder, products, asked, stock())["next_question"]
    assert found == Brute(finder, products, asked, stock()).next_question()
