"""Tests of the knowledge on one product: degrees, three truth values, and how they join."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.finder.degrees import Facts, degree, on_curve

FACTS = Facts(
    category="hardshell-jacket",
    properties={"waterproof": True, "waterproof_mm": 15000, "hood": "yes", "layers": "3"},
    activities=("freeride",),
    gauges={"dry": 4, "warm": None},
    near={"ski-touring": {"freeride": 65}},
    tenths={"dry": 45, "warm": None},
)
KNOWN = {"property": "waterproof_mm", "curve": [[10000, 50], [20000, 100]]}
ABSENT = {"property": "ret", "curve": [[6, 100]]}
GOOD = {"property": "waterproof", "degrees": {"true": 100, "false": 0}, "else": 0}
BAD = {"property": "hood", "degrees": {"helmet": 100}, "else": 0}


@pytest.mark.parametrize(
    ("test", "need", "expected"),
    [
        (KNOWN, None, 75),
        (ABSENT, None, -1),
        (GOOD, None, 100),
        (BAD, None, 0),
        ({"property": "layers", "degrees": {"3": 90}, "else": 0}, None, 90),
        ({"gauge": "dry", "minus_need": [[-1, 70], [0, 100]]}, 5, 70),
        ({"gauge": "warm", "minus_need": [[0, 100]]}, 3, -1),
        ({"gauge": "dry", "fine": [[40, 60], [50, 100]]}, None, 80),
        ({"gauge": "warm", "fine": [[0, 100]]}, None, -1),
        ({"gauge": "light", "fine": [[0, 100]]}, None, -1),
        ({"property": "waterproof_mm", "percent_of_need": [[50, 0], [100, 100]]}, 20000, 50),
        ({"categories": {"hardshell-jacket": 80}, "else": 5}, None, 80),
        ({"categories": {"rope": 80}, "else": 5}, None, 5),
        ({"declared": "freeride", "else": 10}, None, 100),
        ({"declared": "ski-touring", "else": 10}, None, 65),
        ({"declared": "climbing", "else": 10}, None, 10),
        ({"first": [ABSENT, KNOWN]}, None, 75),
        ({"first": [ABSENT]}, None, -1),
        ({"any": [ABSENT, GOOD]}, None, 100),
        ({"any": [ABSENT, KNOWN]}, None, -1),
        ({"any": [BAD, KNOWN]}, None, 75),
        ({"all": [ABSENT, BAD]}, None, 0),
        ({"all": [ABSENT, GOOD]}, None, -1),
        ({"all": [GOOD, KNOWN]}, None, 75),
    ],
)
def test_it_judges(test: dict[str, Any], need: int | None, expected: int) -> None:
    assert degree(test, FACTS, need) == expected


def test_a_product_nobody_declares_is_not_judged_by_its_declaration() -> None:
    silent = Facts("rope", {}, (), {}, {})
    assert degree({"declared": "freeride", "else": 10}, silent) == -2


def test_a_need_that_was_not_compiled_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="not compiled"):
        degree({"gauge": "dry", "minus_need": [[0, 100]]}, FACTS)


@given(st.integers(-100, 100))
def test_a_curve_stays_between_its_points(value: int) -> None:
    assert 10 <= on_curve([[-20, 10], [0, 90], [30, 40]], value) <= 90
