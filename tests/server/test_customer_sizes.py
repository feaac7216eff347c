"""The size table speaks the sizes that are sold and those that a reader knows from home."""

from __future__ import annotations

from typing import Any

import pytest

from server.customer.sizes import size_table, size_word
from server.customer.words import words

LETTERS = {
    "id": "letters",
    "status": "peer",
    "label": {"fr": "gants", "en": "gloves"},
    "rule": {"fr": "", "en": ""},
    "source": "",
    "measures": ["hand_mm"],
    "rows": [
        {"size": "S", "hand_mm": 178, "systems": {"intl": "S", "number": "7", "it": "40", "uk_us": "8"}},
        {"size": "M", "hand_mm": 203, "systems": {"intl": "M", "number": "8", "it": "42", "uk_us": "10"}},
    ],
}


def table(sold: list[str], lang: str) -> Any:
    product = {"size_chart": "letters", "variants": [{"size": size} for size in sold]}
    return size_table(product, {"size_charts": [LETTERS]}, words(lang))


@pytest.mark.parametrize(
    ("sold", "named"), [(["7", "8"], ["7", "8"]), (["S", "M", "L"], ["S", "M"]), (["?"], ["S", "M"])]
)
def test_rows_bear_the_sizes_that_are_sold(sold: list[str], named: list[str]) -> None:
    assert [row[0] for row in table(sold, "fr").rows] == named


@pytest.mark.parametrize(
    ("lang", "title", "cells"),
    [("it", "IT", ("S", "40", "17,8")), ("en", "UK/US", ("S", "8", "17.8")), ("fr", "", ("S", "17,8"))],
)
def test_a_reader_finds_the_size_of_home(lang: str, title: str, cells: tuple[str, ...]) -> None:
    found = table(["S", "M"], lang)
    assert found.rows[0] == cells
    assert len(found.columns) == len(cells)
    assert not title or found.columns[1] == title


def test_what_has_one_size_says_so() -> None:
    assert size_word("TU", words("de")) == "Einheitsgröße"
    assert size_word("TU", words("en")) == "One size"
    assert size_word("L", words("it")) == "L"
