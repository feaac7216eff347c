"""Published charts of many brands, given inline: the answer of a good seller."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalog.sizing import SizingError, load_charts, size_advice

from .sizes.cases import Case, read_asked, read_cases

CHARTS = load_charts(Path(__file__).parents[2] / "catalog" / "data" / "sizes.yaml")
CASES = [*read_cases("real_charts.yaml"), *read_cases("more_charts.yaml"), *read_asked()]
JACKET = {"rows": [{"size": size, "chest_mm": [low, low + 60]} for size, low in (("S", 900), ("M", 960), ("L", 1020))]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_answers_a_published_chart_as_a_seller_would(case: Case) -> None:
    answer = size_advice(case.question, CHARTS)
    assert answer["status"] in case.statuses, answer["message"]
    assert answer["size"] in case.sizes, answer["message"]
    assert case.others is None or tuple(answer["alternatives"]) == case.others


@pytest.mark.parametrize(
    ("question", "size", "status"),
    [
        ({"chart": "gloves", "sizes": ["7", "8", "9", "10", "11"], "measurements_mm": {"hand_mm": 228}}, "9", "exact"),
        ({"chart": "gloves", "sizes": ["7", "8", "9"], "usual": {"system": "INTL", "size": "M"}}, "8", "exact"),
        ({"chart": "packs", "sizes": ["S/M", "L/XL"], "measurements_mm": {"torso_mm": 450}}, "S/M", "exact"),
        ({"chart": "packs", "sizes": ["S/M", "L/XL"], "measurements_mm": {"torso_mm": 520}}, "L/XL", "exact"),
        ({"chart": "one-size", "sizes": ["M", "L"], "usual": {"system": "INTL", "size": "L"}}, "L", "exact"),
        (
            {"chart": "kids-clothes", "sizes": ["104", "116", "128"], "usual": {"system": "EU", "size": "116"}},
            "116",
            "exact",
        ),
    ],
)
def test_it_answers_in_the_sizes_that_are_sold(question: dict[str, Any], size: str, status: str) -> None:
    answer = size_advice(question, CHARTS)
    assert (answer["size"], answer["status"]) == (size, status), answer["message"]


@pytest.mark.parametrize(
    ("tried", "status", "size", "others"),
    [
        ({"larger": 4}, "exact", "M", []),
        ({"larger": 3, "right": 2}, "exact", "M", ["L"]),
        ({"larger": 5, "right": 2}, "exact", "M", ["L"]),
        ({"larger": 6, "right": 2}, "exact", "L", ["M"]),
        ({"smaller": 8, "right": 1}, "exact", "S", ["M"]),
        ({"right": 9, "larger": 1}, "exact", "M", []),
        ({"right": 3, "larger": 3, "smaller": 2}, "exact", "M", []),
    ],
)
def test_try_ons_move_a_size_only_when_many_agree(
    tried: dict[str, int], status: str, size: str, others: list[str]
) -> None:
    answer = _ask(990, try_ons=tried)
    assert (answer["status"], answer["size"], answer["alternatives"]) == (status, size, others)


def test_try_ons_decide_between_two_sizes_and_are_told_with_their_number() -> None:
    answer = _ask(1020, try_ons={"smaller": 5, "right": 2})
    assert (answer["size"], answer["alternatives"]) == ("M", ["L"])
    assert "5 of 7" in answer["fit_note"]
    assert answer["try_ons"] == {"count": 7, "smaller": 5, "right": 2, "larger": 0}


def test_what_is_worn_below_comes_before_try_ons() -> None:
    assert _ask(1020, layering="fleece", try_ons={"smaller": 5, "right": 2})["size"] == "L"


@pytest.mark.parametrize(
    ("value", "hint"), [(98, "centimetres would make 980"), (38.5, "inches would make 978"), (3, "too little")]
)
def test_it_says_what_unit_a_figure_probably_is(value: float, hint: str) -> None:
    with pytest.raises(SizingError) as caught:
        _ask(value)
    assert hint in caught.value.errors("en")[0]["message"]


def test_it_says_once_for_each_column_that_a_chart_is_in_inches() -> None:
    chart = {"rows": [{"size": "S", "chest_mm": [36, 38]}, {"size": "M", "chest_mm": [38, 40]}]}
    with pytest.raises(SizingError) as caught:
        size_advice({"chart": chart, "measurements_mm": {"chest_mm": 990}}, {})
    assert [problem.field for problem in caught.value.problems] == ["chart.rows.0.chest_mm"]


@pytest.mark.parametrize(
    ("value", "gap"),
    [(1095, "1.5 cm more than the largest size (L: 108 cm)"), (880, "2 cm less than the smallest size (S: 90 cm)")],
)
def test_it_says_how_far_out_of_the_chart_a_measure_is(value: int, gap: str) -> None:
    answer = _ask(value)
    assert answer["status"] == "out_of_range"
    assert gap in answer["message"]
    assert answer["details"][0]["beyond"] in (15, -20)


def test_it_counts_room_for_toes_where_a_chart_gives_the_inside() -> None:
    rows = [{"size": str(size), "foot_length_mm": size * 20 / 3} for size in range(38, 47)]
    outside = {"chart": {"rows": rows}, "category": "hiking-boots", "lang": "fr"}
    inside = {**outside, "chart": {"rows": rows, "rule": "Longueur intérieure"}}
    measured = {"measurements_mm": {"foot_length_mm": 260}}
    assert size_advice({**outside, **measured}, {})["size"] == "39"
    assert size_advice({**inside, **measured}, {})["size"] == "41"
    assert size_advice({**inside, **measured, "category": "climbing-shoes"}, {})["size"] == "39"
    socks = size_advice({**inside, **measured, "layering": "chaussettes épaisses"}, {})
    assert socks["size"] == "42"
    assert "10–15 mm libres" in socks["message"]


def _ask(chest_mm: float, **more: Any) -> dict[str, Any]:
    return size_advice({"chart": JACKET, "measurements_mm": {"chest_mm": chest_mm}, "lang": "en", **more}, CHARTS)
