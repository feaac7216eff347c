"""One reference price everywhere: what a shop may announce is the same on each page, label, phone and address."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from catalog.finder.shelf import shelf
from server.catalogue.service import current
from server.labels import choice
from server.prices import announced

from .small_range import FLEECE
from .test_prices import age, publish

if TYPE_CHECKING:
    from .conftest import House

HEADER = "shop,gtin,price_cents,reference_price_cents\n"


def said_everywhere(house: House) -> list[tuple[int | None, bool]]:
    """Return the reference price of the fleece and whether it is proven, wherever somebody can read it."""

    def get(address: str) -> Any:
        answer = house.visitor().get(f"/api/v1{address}")
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    def of(variants: list[Any]) -> tuple[int | None, bool]:
        [fleece] = [one for one in variants if one["gtin"] == FLEECE]
        return fleece["reference_price_cents"], fleece.get("reference_proven", False)

    snapshot = get("/shops/miramas/snapshot?lang=fr")["products"]
    found = [
        of([get(f"/gtins/{FLEECE}?shop=miramas")["variant"]]),
        of(get(f"/gtins/{FLEECE}?shop=miramas")["product"]["variants"]),
        of(get("/products/grid-fleece?shop=miramas")["variants"]),
        of([variant for product in snapshot for variant in product["variants"]]),
    ]
    with house.app.app_context():
        published = current()
        [label] = choice.pieces(published, "miramas", choice.Choice(gtins={FLEECE}))
        outfits = [one for product in shelf(announced.document(published), "miramas") for one in product["variants"]]
    proven = found[0][1]
    return [*found, (label.announced, proven), (of(outfits)[0], proven)]


@pytest.mark.parametrize(
    ("days", "price", "stated", "shown"),
    [
        (60, 6990, 8990, (8990, True)),
        (60, 6990, 9990, (8990, True)),
        (60, 6990, None, (None, False)),
        (0, 6990, 8990, (8990, False)),
        (0, 6990, 9990, (8990, False)),
        (60, 9490, 9990, (None, False)),
    ],
)
def test_what_may_be_announced_is_one_truth(
    one_shop: House, days: int, price: int, stated: int | None, shown: tuple[int | None, bool]
) -> None:
    age(one_shop, timedelta(days=days))
    publish(one_shop, f"{HEADER}miramas,{FLEECE},{price},{stated or '-'}\n")
    assert set(said_everywhere(one_shop)) == {shown}


def test_a_reduction_that_is_taken_back_is_announced_nowhere_and_counts_in_the_next_one(one_shop: House) -> None:
    age(one_shop, timedelta(days=60))
    publish(one_shop, f"{HEADER}miramas,{FLEECE},4990,8990\n")
    age(one_shop, timedelta(days=5))
    publish(one_shop, f"{HEADER}miramas,{FLEECE},8990,-\n")
    assert set(said_everywhere(one_shop)) == {(None, False)}
    publish(one_shop, f"{HEADER}miramas,{FLEECE},6990,8990\n")
    assert set(said_everywhere(one_shop)) == {(None, False)}, "it asked 49.90 five days ago"
    publish(one_shop, f"{HEADER}miramas,{FLEECE},3990,8990\n")
    age(one_shop, timedelta(days=40))
    assert {reference for reference, _ in said_everywhere(one_shop)} == {4990}


def test_a_rule_keeps_the_stated_reference_where_the_record_knows_none(one_shop: House) -> None:
    desk = one_shop.person("merchandiser")
    rule = {"change": "percent", "value": -20, "reference": "lowest"}
    asked = {"choice": {"q": "trilogy"}, "rule": rule}
    shown = desk.post("/api/v1/shops/miramas/price-preview", json=asked).get_json()
    assert {tuple(one["after"]) for one in shown["items"]} == {(27992, 49990)}
