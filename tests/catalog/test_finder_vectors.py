"""The shared cases: made anew they are the files that are checked in, and the obvious twin agrees with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from catalog.finder import rank
from tests.catalog.finder_oracle import Oracle
from tests.vectors import make_finder

FOLDER = Path(make_finder.__file__).resolve().parent / "finder"


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return make_finder.files()


@pytest.mark.parametrize("name", ["universes.json", "sizes.json", "needs.json", "advice.json"])
def test_it_makes_the_very_bytes_that_are_checked_in(made: dict[str, str], name: str) -> None:
    is_same = made[name] == (FOLDER / name).read_text("utf-8")  # to show the difference of a megabyte takes minutes
    assert is_same, "run `make vectors`"


def test_the_phone_is_held_to_hundreds_of_rankings() -> None:
    universes = json.loads((FOLDER / "universes.json").read_text("utf-8"))
    advice = json.loads((FOLDER / "advice.json").read_text("utf-8"))
    assert sum(len(each["cases"]) for each in universes) >= 200
    assert len(advice["cases"]) >= 150


def test_the_obvious_twin_agrees_with_the_cases_of_the_real_finder() -> None:
    advice = json.loads((FOLDER / "advice.json").read_text("utf-8"))
    for case in advice["cases"]:
        stock = advice["stock"] if case["stock"] else None
        twin = Oracle(advice["finder"], advice["products"], stock)
        assert twin.relaxations(case["answers"]) == case["expected"]["relaxations"]
        everything: dict[str, Any] = rank(advice["finder"], advice["products"], case["answers"], stock)
        assert {each["ref"] for each in everything["results"]} == twin.remaining(case["answers"])
