"""Sample customers: what a good seller would advise, over the real range and over pieces written beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.catalog.finder_real import ask, samples

Json = dict[str, Any]


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample["id"])
def test_it_advises_as_a_good_seller_would(sample: Json) -> None:
    advice = ask(sample["answers"], candidates=sample.get("candidates"))
    assert advice["results"], "nothing proposed"
    unknown = set(sample["expect"]) - set(CHECKS)
    assert not unknown, f"no such expectation: {unknown}"
    for name, wanted in sample["expect"].items():
        CHECKS[name](advice, wanted)


def test_each_sample_says_what_it_expects_and_why() -> None:
    for sample in samples():
        assert sample["expect"], sample["id"]
        assert sample["source"], sample["id"]
        assert set(sample["says"]) >= {"fr", "en"}, sample["id"]
    assert len(samples()) >= 25


def refs(advice: Json) -> list[str]:
    return [each["ref"] for each in advice["results"]]


def value(result: Json, name: str) -> Any:
    return result["properties"].get(name, {}).get("value")


def codes(advice: Json, ref: str, kind: str) -> list[str]:
    return [line["code"] for line in next(each for each in advice["results"] if each["ref"] == ref)[kind]]


def check_first(advice: Json, wanted: list[str]) -> None:
    assert advice["results"][0]["category"] in wanted


def check_first_ref(advice: Json, wanted: str) -> None:
    assert refs(advice)[0] == wanted


def check_order(advice: Json, wanted: list[str]) -> None:
    assert [ref for ref in refs(advice) if ref in wanted] == wanted


def check_above(advice: Json, wanted: list[list[str]]) -> None:
    for better, worse in wanted:
        assert refs(advice).index(better) < refs(advice).index(worse), (better, worse, refs(advice))


def check_at_least(advice: Json, wanted: int) -> None:
    justified = [each for each in advice["results"] if each["reasons"] and each["say"]["benefit"]]
    assert len(justified) >= wanted


def check_score_from(advice: Json, wanted: int) -> None:
    assert advice["results"][0]["score"] >= wanted


def check_need(advice: Json, wanted: dict[str, Json]) -> None:
    for family, levels in wanted.items():
        assert {gauge: advice["needs"][family][gauge] for gauge in levels} == levels


def check_felt(advice: Json, wanted: int) -> None:
    assert advice["felt_c"] == wanted


def check_never_before(advice: Json, wanted: dict[str, int]) -> None:
    for category, place in wanted.items():
        assert category not in [each["category"] for each in advice["results"][:place]]


def check_all(advice: Json, wanted: Json) -> None:
    for result in advice["results"][:3]:
        assert all(value(result, name) == expected for name, expected in wanted.items()), result["ref"]


def check_none(advice: Json, wanted: Json) -> None:
    for result in advice["results"]:
        assert all(value(result, name) != refused for name, refused in wanted.items()), result["ref"]


def check_first_is(advice: Json, wanted: dict[str, list[Any]]) -> None:
    assert all(value(advice["results"][0], name) in values for name, values in wanted.items())


def check_first_gauge(advice: Json, wanted: dict[str, int]) -> None:
    gauges = advice["results"][0]["gauges"]
    assert all(gauges[name]["level"] >= level for name, level in wanted.items()), gauges


def check_between(advice: Json, wanted: dict[str, list[int]]) -> None:
    for result in advice["results"][:3]:
        assert all(low <= value(result, name) <= high for name, (low, high) in wanted.items()), result["ref"]


def check_caution(advice: Json, wanted: dict[str, list[str]]) -> None:
    for ref, expected in wanted.items():
        assert set(expected) & set(codes(advice, ref, "cautions")), codes(advice, ref, "cautions")


def check_caution_over(advice: Json, wanted: dict[str, str]) -> None:
    for ref, code in wanted.items():
        result = next(each for each in advice["results"] if each["ref"] == ref)
        said = {line["code"]: line["text"] for line in result["cautions"]}
        assert "trop" in said[code].lower(), said


def check_audience(advice: Json, wanted: str) -> None:
    assert {each["audience"] for each in advice["results"]} == {wanted}


CHECKS: dict[str, Callable[[Json, Any], None]] = {
    "first": check_first,
    "first_ref": check_first_ref,
    "order": check_order,
    "above": check_above,
    "at_least": check_at_least,
    "score_from": check_score_from,
    "need": check_need,
    "felt_c": check_felt,
    "never_before": check_never_before,
    "all": check_all,
    "none": check_none,
    "never": check_none,
    "first_is": check_first_is,
    "first_gauge": check_first_gauge,
    "between": check_between,
    "caution": check_caution,
    "caution_over": check_caution_over,
    "audience": check_audience,
}
