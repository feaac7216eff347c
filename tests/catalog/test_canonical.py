"""Documents as bytes, sizes on their rail, and French typography."""

from __future__ import annotations

import hashlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.canonical import content_hash, deflated, pieces, to_bytes
from catalog.size_order import size_key
from catalog.typography import french

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)


def test_it_sorts_keys_and_leaves_no_spaces() -> None:
    assert to_bytes({"b": 1, "a": ["é", None]}) == '{"a":["é",null],"b":1}'.encode()


@pytest.mark.parametrize("number", [2.0, 0.1, float("nan"), float("inf"), 1e300])
def test_it_refuses_a_number_that_languages_write_differently(number: float) -> None:
    with pytest.raises((TypeError, OverflowError, ValueError)):
        to_bytes({"deep": [{"value": number}]})


def test_it_takes_halves() -> None:
    assert to_bytes([1.5]) == b"[1.5]"


@given(st.dictionaries(st.text(max_size=6), JSON, max_size=6))
def test_the_hash_does_not_depend_on_the_order_of_keys(document: dict[str, object]) -> None:
    turned = dict(reversed(document.items()))
    assert content_hash(document) == content_hash(turned)


@given(st.one_of(JSON, st.dictionaries(st.text(max_size=6), JSON, max_size=6)))
def test_pieces_are_the_same_bytes(document: object) -> None:
    whole = to_bytes(document)
    assert b"".join(pieces(document)) == whole
    assert content_hash(document) == hashlib.sha256(whole).hexdigest()
    assert zlib.decompress(deflated(document)) == whole


def test_pieces_refuse_what_the_whole_refuses() -> None:
    for wrong in ({"a": [{"b": 0.1}]}, {"a": 2.0}, {1: 2}, {"a": {1: 2}}):
        with pytest.raises(TypeError):
            deflated(wrong)


@pytest.mark.parametrize(
    "sizes",
    [
        ["XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL"],
        ["S", "2XL", "3XL"],
        ["XS/S", "S/M", "M/L", "L/XL"],
        ["M", "36", "36.5", "37", "42", "42 1/3", "42 2/3", "43", "100"],
        ["104", "116", "128"],
        ["35-38", "39-42", "43-46"],
        ["S", "8", "TU"],
    ],
)
def test_sizes_hang_in_the_order_of_the_rail(sizes: list[str]) -> None:
    backwards = sizes[::-1]
    assert sorted(backwards, key=size_key) == sizes


def test_french_marks_have_their_narrow_space() -> None:
    assert french("Qu'est-ce ? « Oui » : non ; si !") == (
        "Qu’est-ce\u202f? «\u202fOui\u202f»\u202f: non\u202f; si\u202f!"
    )
