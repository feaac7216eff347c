"""What a phone is given that already has a revision: nothing, the changes, or the whole."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import orjson
import pytest
import sqlalchemy as sa

from catalog import delta
from catalog.delta import delta as right
from server.catalogue import history, snapshots
from server.catalogue.models import Revision
from server.catalogue.service import shelf_of
from server.database import db, now
from server.imports import service as imports
from server.prices.models import PricePeriod

from .small_range import FLEECE, SHELL

if TYPE_CHECKING:
    from server.imports.service import Trial

    from .conftest import House

ADDRESS = "/api/v1/shops/miramas/snapshot?lang=fr"


def get(house: House, more: str = "") -> Any:
    answer = house.visitor().get(ADDRESS + more)
    assert answer.status_code == 200, answer.text
    return answer.json


def change(house: House, base: int, **tables: str) -> None:
    """Publish tables over revision ``base``; other ones in each test, since equal revisions share their documents."""
    with house.app.app_context():
        trial = imports.try_out({f"{name}.csv": text.encode() for name, text in tables.items()}, base=base)
    house.publish(trial)


def cheaper(cents: int) -> str:
    return f"shop,gtin,price_cents,remove\nmiramas,{SHELL},{cents},\n"


def test_it_says_that_nothing_changed_since(one_shop: House) -> None:
    unchanged = get(one_shop, "&from=1")
    content_hash = one_shop.rows(Revision)[0].content_hash
    assert unchanged == {"format": 1, "revision": 1, "content_hash": content_hash, "unchanged": True}


def test_it_gives_only_what_changed_since(shop: House) -> None:
    before = get(shop)
    change(shop, 1, prices=cheaper(29990) + f"miramas,{FLEECE},,yes\n")
    after, changes = get(shop), get(shop, "&from=1")
    assert (changes["from"], changes["revision"]) == (1, 2)
    products = changes["changes"]["into"]["products"]
    assert products["drop"] == ["grid-fleece"]
    assert products["into"] == {
        "trilogy-shell": {"into": {"variants": {"into": {"0": {"set": {"price_cents": 29990}}}}}}
    }
    assert "finder" not in changes["changes"].get("into", {})
    assert len(orjson.dumps(changes)) * 50 < len(orjson.dumps(after))
    assert delta.applied(before, changes) == after
    assert changes["digest"] == delta.digest(after)


def test_the_digest_is_what_its_description_says(shop: House) -> None:
    change_after = get(shop)
    products = change_after.pop("products")
    pieces = [change_after, *(products[start : start + 64] for start in range(0, len(products), 64))]
    hashes = [hashlib.sha256(orjson.dumps(piece, option=orjson.OPT_SORT_KEYS)).digest() for piece in pieces]
    assert hashlib.sha256(b"".join(hashes)).hexdigest() == delta.digest(get(shop))


def test_it_leads_back_to_a_restored_revision(shop: House) -> None:
    change(shop, 1, prices=cheaper(29490))
    dear = get(shop)
    with shop.app.app_context():
        history.restore(1, "test")
    changes = get(shop, "&from=2")
    assert (changes["from"], changes["revision"]) == (2, 3)
    assert delta.applied(dear, changes) == get(shop)
    assert get(shop)["products"] == get(shop, "&from=0")["products"]


@pytest.mark.parametrize("known", [0, 99])
def test_it_gives_the_whole_to_who_is_far_behind_or_ahead(one_shop: House, known: int) -> None:
    assert "from" not in get(one_shop, f"&from={known}")


def test_it_gives_the_whole_where_the_old_revision_is_gone(shop: House) -> None:
    change(shop, 1, prices=cheaper(28990))
    with shop.app.app_context():
        db.session.execute(sa.delete(Revision).where(Revision.number == 1))
        db.session.commit()
    assert get(shop, "&from=1") == get(shop)


def test_it_gives_the_whole_where_the_changes_are_no_shorter(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    change(shop, 1, prices=cheaper(28490))
    noise = hashlib.shake_256(b"noise").hexdigest(200_000)
    monkeypatch.setattr(delta, "delta", lambda *given: {**right(*given), "noise": noise})
    assert get(shop, "&from=1") == get(shop)


def test_it_gives_the_whole_where_the_changes_would_mislead(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    change(shop, 1, prices=cheaper(27990))
    monkeypatch.setattr(delta, "delta", lambda *given: {**right(*given), "changes": {}})
    assert get(shop, "&from=1") == get(shop)


def test_it_works_the_changes_out_once(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    change(shop, 1, prices=cheaper(27490))
    made = Mock(wraps=snapshots.changes)
    monkeypatch.setattr(snapshots, "changes", made)
    answers = [shop.visitor().get(ADDRESS + "&from=1") for _ in range(3)]
    assert made.call_count == 1
    tag = answers[0].headers["ETag"]
    assert {answer.headers["ETag"] for answer in answers} == {tag}
    again = shop.visitor().get(ADDRESS + "&from=1", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_it_holds_nothing_for_revisions_out_of_reach(shop: House, content: Trial) -> None:
    for number in range(1, snapshots.FAR_BACK + 2):
        with shop.app.app_context():
            history.restore(number, "test")
    for known in range(snapshots.FAR_BACK + 9):
        get(shop, f"&from={known}")
    held = shelf_of(shop.app).held
    assert held is not None
    reach = snapshots.FAR_BACK + 1
    assert len([key for key in held.memory if key[0] in {"since", "unchanged"}]) == reach
    assert len([key for key in held.memory if key[0] == "front"]) == reach


def announced(house: House, gtin: str) -> tuple[int, int | None, bool]:
    """Return what a phone shows of a price: the price, the reference price, and whether the record proves it."""
    variants = [variant for product in get(house)["products"] for variant in product["variants"]]
    found = next(variant for variant in variants if variant["gtin"] == gtin)
    return found["price_cents"], found["reference_price_cents"], found.get("reference_proven", False)


def recorded_for(house: House, age: timedelta) -> None:
    with house.app.app_context():
        db.session.execute(sa.update(PricePeriod).values(since_at=now() - age))
        db.session.commit()


def reduced(gtin: str, cents: int, reference: int) -> str:
    return f"shop,gtin,price_cents,reference_price_cents\nmiramas,{gtin},{cents},{reference}\n"


def test_a_reference_price_that_nothing_proves_is_the_shops_own_word(shop: House) -> None:
    assert announced(shop, SHELL) == (34990, 49990, False)


def test_a_reference_price_above_the_lowest_of_thirty_days_is_not_shown_to_anybody(shop: House) -> None:
    recorded_for(shop, timedelta(days=60))
    change(shop, 1, prices=reduced(FLEECE, 6990, 12990))
    assert announced(shop, FLEECE) == (6990, 8990, True)


def test_without_a_lower_price_than_the_lowest_there_is_no_reduction_to_show(shop: House) -> None:
    recorded_for(shop, timedelta(days=60))
    change(shop, 1, prices=reduced(FLEECE, 8990, 12980))
    assert announced(shop, FLEECE) == (8990, None, False)


def test_a_phone_that_is_behind_comes_to_the_same_reference_prices(shop: House) -> None:
    recorded_for(shop, timedelta(days=60))
    change(shop, 1, prices=reduced(FLEECE, 6980, 12990))
    second = get(shop)
    change(shop, 2, prices=reduced(FLEECE, 7990, 12990))
    changes = get(shop, "&from=2")
    assert "changes" in changes
    assert delta.applied(second, changes) == get(shop)
