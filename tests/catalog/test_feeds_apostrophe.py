"""An apostrophe marks a cell as text: what a writer puts before it, a reader takes off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.feeds import cells
from catalog.feeds.tables import clean

from .shop_files import FILES, good_batch

TEXTS = st.text(st.sampled_from("'=+-@＝0a é\n")) | st.text(max_size=12)


@given(TEXTS)
def test_every_text_comes_back(text: str) -> None:
    kept = clean(f"a{text}a")[1:-1]  # what a reader would keep of it in the middle of a cell
    if kept == kept.strip().strip("\u00a0\u202f\ufeff"):
        written = cells.neutral(kept)
        assert cells.said(clean(written)) == kept
        assert written[:1] not in cells.FORMULA_STARTS


@pytest.mark.parametrize(("written", "meant"), [("'=1+1", "=1+1"), ("'0123", "0123"), ("L'été", "L'été"), ("'t", "'t")])
def test_only_a_marking_apostrophe_is_taken_off(written: str, meant: str) -> None:
    assert clean(written) == meant


def test_a_dash_that_is_a_word_empties_nothing() -> None:
    products = FILES["products.csv"].replace(",Kamet,", ",'-,")
    assert good_batch(FILES | {"products.csv": products}).products[0].name == "-"


def test_a_line_ends_in_one_way() -> None:
    assert clean("a\r\nb\rc") == "a\nb\nc"
