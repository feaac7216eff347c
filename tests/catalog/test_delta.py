from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.canonical import to_bytes
from catalog.delta import PIECE, applied, delta, digest
from tests.vectors import make_delta

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no finding."""
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(-3, 3), st.sampled_from(["", "é", "\u2028", "10", 'a"\\\n']))
KEYS = st.sampled_from(["a", "b", "1", "10", "2", "set", "into", "drop"])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)
PRODUCTS = st.dictionaries(
    st.sampled_from([f"ref-{number}" for number in range(8)]), st.dictionaries(KEYS, TREES, max_size=3), max_size=8
)


@st.composite
def snapshots(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a document with the names of a snapshot, and anything in it."""
    products = draw(PRODUCTS)
    return {
        "format": 1,
        "revision": draw(st.integers(1, 9)),
        "content_hash": draw(st.sampled_from(["0" * 64, "f" * 64])),
        "published_at": "2026-11-22T10:00:00Z",
        "lang": "fr",
        "finder": draw(st.dictionaries(KEYS, TREES, max_size=4)),
        "care": draw(st.lists(TREES, max_size=3)),
        "products": [{**products[ref], "ref": ref} for ref in sorted(products)],
    }


@CALM
@given(snapshots(), snapshots())
def test_it_leads_from_any_snapshot_to_any_other_to_the_byte(before: dict[str, Any], after: dict[str, Any]) -> None:
    untouched = copy.deepcopy(before)
    there = applied(before, delta(before, after))
    assert to_bytes(there) == to_bytes(after)
    assert to_bytes(applied(there, delta(after, before))) == to_bytes(before) == to_bytes(untouched)


@CALM
@given(snapshots(), snapshots())
def test_the_digest_tells_any_two_snapshots_apart(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (digest(one) == digest(other)) == (to_bytes(one) == to_bytes(other))


@CALM
@given(snapshots(), st.data())
def test_what_did_not_change_is_not_sent_and_stays_the_same_object(before: dict[str, Any], data: st.DataObject) -> None:
    after = copy.deepcopy(before)
    changed = data.draw(st.sampled_from(range(len(after["products"])))) if after["products"] else None
    if changed is not None:
        after["products"][changed]["use"] = "another text"
    found = delta(before, after)
    there = applied(before, found)
    assert all(one is other for at, (one, other) in enumerate(zip(before["products"], there["products"], strict=True))
               if at != changed)  # fmt: skip
    if changed is None:
        assert found["changes"] == {}


def bare(products: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    named = {"format": 1, "revision": 1, "content_hash": "", "published_at": "", "lang": "fr"}
    return {**named, "products": products, **more}


def test_true_is_not_one() -> None:
    found = delta(bare([{"ref": "a", "hood": True}]), bare([{"ref": "a", "hood": 1}]))
    assert to_bytes(found["changes"]) == b'{"set":{"products":{"a":{"hood":1,"ref":"a"}}}}'


def test_a_change_for_another_catalogue_does_not_pass() -> None:
    before, after = bare([{"ref": "a", "text": "x" * 90, "n": 1}]), bare([{"ref": "a", "text": "x" * 90, "n": 2}])
    found = delta(before, after)
    other = bare([{"ref": "a", "text": "y" * 90, "n": 1}])
    assert digest(applied(other, found)) != found["digest"]
    with pytest.raises(KeyError):
        applied(bare([]), found)


@pytest.mark.parametrize("count", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_the_digest_sees_every_product(count: int) -> None:
    products = [{"ref": f"{number:04d}"} for number in range(count)]
    seen = {digest(bare(products))}
    for at in {0, count // 2, count - 1} & set(range(count)):
        seen.add(digest(bare([*products[:at], {**products[at], "use": "other"}, *products[at + 1 :]])))
    assert len(seen) == 1 + len({0, count // 2, count - 1} & set(range(count)))


def test_the_cases_of_the_phone_are_the_ones_of_this_code() -> None:
    assert make_delta.files()["delta.json"] == (make_delta.HERE / "delta.json").read_text("utf-8"), "run `make vectors`"
