from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.digital_link import parse_digital_link
from catalog.gtin import GtinError, check_digit, is_restricted, normalise

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "gtin.json").read_text("utf-8"))


@pytest.mark.parametrize(("digits", "expected"), VECTORS["check_digits"])
def test_it_finds_the_check_digit(digits: str, expected: int) -> None:
    assert check_digit(digits) == expected


@pytest.mark.parametrize(("text", "gtin"), VECTORS["normalised"])
def test_it_writes_each_length_as_fourteen_digits(text: str, gtin: str) -> None:
    assert normalise(text) == gtin


@pytest.mark.parametrize(("text", "code", "said"), VECTORS["refused"])
def test_it_refuses_what_is_no_gtin_and_says_why(text: str, code: str, said: str) -> None:
    with pytest.raises(GtinError) as caught:
        normalise(text)
    assert caught.value.code == code
    assert said in caught.value.message["fr"]
    assert said in caught.value.message["en"]


def test_it_names_the_expected_check_digit() -> None:
    with pytest.raises(GtinError) as caught:
        normalise("4006381333935")
    assert caught.value.message["fr"].endswith("devrait être 1, pas 5. Relisez le code.")
    assert "should be 1, not 5" in str(caught.value)


@given(st.text("0123456789", min_size=13, max_size=13), st.integers(0, 13))
def test_it_notices_any_single_wrong_digit(body: str, place: int) -> None:
    good = f"{body}{check_digit(body)}"
    wrong = good[:place] + str((int(good[place]) + 1) % 10) + good[place + 1 :]
    assert normalise(good) == good
    with pytest.raises(GtinError):
        normalise(wrong)


@pytest.mark.parametrize(("gtin", "restricted"), VECTORS["restricted"])
def test_it_knows_the_ranges_that_mean_nothing_outside_the_shop(gtin: str, restricted: bool) -> None:
    assert is_restricted(gtin) is restricted


@pytest.mark.parametrize(("uri", "gtin", "qualifiers"), VECTORS["links"])
def test_it_reads_a_digital_link(uri: str, gtin: str, qualifiers: dict[str, str]) -> None:
    link = parse_digital_link(uri)
    assert link.gtin == gtin
    assert dict(link.qualifiers) == qualifiers


@pytest.mark.parametrize("uri", VECTORS["links_refused"])
def test_it_refuses_a_link_that_breaks_the_syntax(uri: str) -> None:
    with pytest.raises(GtinError):
        parse_digital_link(uri)


def test_it_writes_the_canonical_path() -> None:
    assert parse_digital_link("/x/01/9506000134352/10/A%2fB/").path == "/01/09506000134352/10/A%2FB"


def test_it_keeps_the_attributes_of_the_query() -> None:
    assert dict(parse_digital_link("/01/09506000134352?17=201225&3103=000195&q=1").attributes) == {
        "17": "201225",
        "3103": "000195",
    }


@given(st.text(max_size=60))
def test_it_raises_its_own_error_or_none(text: str) -> None:
    for call in (normalise, parse_digital_link):
        with contextlib.suppress(GtinError):
            call(text)
