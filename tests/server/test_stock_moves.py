from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from server.database import db
from server.events.models import Event
from server.stock import service
from server.stock.fold import REASONS, Level, Move, fold
from server.stock.models import StockMove
from tests.vectors import make_stock

from .small_range import FLEECE, SHELL, SHELL_L
from .test_events import event, send, statuses

if TYPE_CHECKING:
    from .conftest import House

VECTORS = Path(make_stock.__file__).resolve().parent / "stock.json"
NINE = datetime(2026, 11, 21, 9, tzinfo=UTC)


def counted(seq: int, count: int, minutes: int = 0, **more: Any) -> dict[str, Any]:
    return said(seq, "stock-count", {"gtin": SHELL, "count": count}, minutes, **more)


def moved(seq: int, delta: int, minutes: int = 0, why: str = "sold", **more: Any) -> dict[str, Any]:
    return said(seq, "stock-delta", {"gtin": SHELL, "delta": delta, "why": why}, minutes, **more)


def said(seq: int, kind: str, payload: dict[str, Any], minutes: int, **more: Any) -> dict[str, Any]:
    at = (NINE + timedelta(minutes=minutes)).isoformat()
    return event(seq, kind=kind, payload=payload, at=at, **more)


def level(house: House, gtin: str = SHELL) -> dict[str, Any] | None:
    levels: dict[str, Any] = house.visitor().get("/api/v1/shops/miramas/stock").get_json()["levels"]
    return levels.get(gtin)


# ---- the fold ------------------------------------------------------------------------------------------------------


def test_it_makes_the_very_bytes_that_are_checked_in() -> None:
    assert make_stock.files()["stock.json"] == VECTORS.read_text("utf-8"), "run `make vectors`"


def test_the_cases_hold_what_is_hard() -> None:
    cases = json.loads(VECTORS.read_text("utf-8"))
    assert sum(case["then"] is None for case in cases) > 20
    assert sum((case["then"] or {}).get("sold", 0) > 0 for case in cases) > 20
    assert any(
        case["then"] and case["then"]["counted"] - case["then"]["sold"] + case["then"]["moved"] < 0 for case in cases
    )


@st.composite
def moves(draw: st.DrawFn) -> list[Move]:
    device = st.sampled_from(["a", "b"])
    found = []
    for number in range(draw(st.integers(0, 8))):
        why = draw(st.sampled_from([None, *REASONS]))
        at = NINE + timedelta(seconds=draw(st.integers(0, 5)))
        amount = draw(st.integers(0, 5)) if why is None else draw(st.integers(-3, 3))
        found.append(Move(f"id-{number}", draw(device), draw(st.integers(1, 4)), at, amount, why))
    return found


@given(moves(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_level(all_moves: list[Move], random: Any) -> None:
    other = list(all_moves)
    random.shuffle(other)
    assert fold(None, other) == fold(None, all_moves)


def test_it_is_the_last_count_and_what_moved_since() -> None:
    plain = [
        Move("a", "p", 1, NINE, 5, None),
        Move("b", "p", 2, NINE, -1, "sold"),
        Move("c", "q", 1, NINE, 2, "received"),
    ]
    for order in permutations(plain):
        assert fold(None, order) == Level(5, NINE, 1, 2, NINE)


# ---- as events -----------------------------------------------------------------------------------------------------


def test_a_count_resets_and_differences_add(shop: House) -> None:
    seller = shop.person("seller")
    results = send(seller, counted(1, 4), moved(2, -1, 5), moved(3, 2, 9, "received"))
    assert statuses(results) == ["accepted"] * 3
    assert level(shop) == {
        "quantity": 5,
        "counted_at": "2026-11-21T09:00:00Z",
        "counted": 4,
        "sold": 1,
        "moved": 2,
        "moved_at": "2026-11-21T09:09:00Z",
    }
    send(seller, counted(4, 3, 20))
    assert level(shop) | {"quantity": 3, "sold": 0, "moved": 0, "moved_at": None} == level(shop)


def test_it_comes_in_any_order_and_any_number_of_times(shop: House) -> None:
    deeds = [counted(1, 4), moved(2, -1, 5), counted(3, 6, 10), moved(4, -2, 15)]
    seller = shop.person("seller")
    send(seller, deeds[3], deeds[1])
    send(seller, deeds[2], deeds[1], deeds[0])
    send(seller, *deeds)
    found = level(shop)
    assert found is not None
    assert (found["quantity"], found["counted"], found["sold"]) == (4, 6, 2)


def test_two_phones_never_overwrite_each_other(shop: House) -> None:
    one, other = shop.person("seller"), shop.person("seller")
    send(one, counted(1, 4, device="phone-1"))
    threads = [
        threading.Thread(target=send, args=(client, *(moved(seq, -1, seq, device=device) for seq in (2, 3))))
        for client, device in ((one, "phone-1"), (other, "phone-2"))
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    found = level(shop)
    assert found is not None
    assert (found["counted"], found["sold"], found["quantity"]) == (4, 4, 0)


def test_what_nobody_counted_stays_unknown(shop: House) -> None:
    said_of_it = event(1, kind="stock-delta", payload={"gtin": SHELL_L, "delta": -1, "why": "sold"})
    assert statuses(send(shop.person("seller"), said_of_it)) == ["accepted"]
    assert level(shop, SHELL_L) is None
    assert len(shop.rows(StockMove)) == 3  # what the files counted, and this


def test_it_tells_the_phones_that_something_is_newer(shop: House) -> None:
    client = shop.visitor()
    tag = client.get("/api/v1/shops/miramas/stock").headers["ETag"]
    send(shop.person("seller"), moved(1, -1))
    assert client.get("/api/v1/shops/miramas/stock", headers={"If-None-Match": tag}).status_code == 200


def test_it_names_the_events_that_a_phone_may_still_hold(shop: House) -> None:
    deeds = [counted(1, 4), moved(2, -1)]
    send(shop.person("seller"), *deeds, event(3))
    recent = shop.visitor().get("/api/v1/shops/miramas/stock").get_json()["recent"]
    assert recent == sorted(deed["id"] for deed in deeds)
    with shop.app.app_context():
        db.session.execute(sa.update(Event).values(received_at=datetime.now(UTC) - timedelta(minutes=16)))
        db.session.commit()
    assert shop.visitor().get("/api/v1/shops/miramas/stock").get_json()["recent"] == []


def test_a_file_counts_among_the_phones(shop: House) -> None:
    seller = shop.person("seller")
    send(seller, counted(1, 4, 10), moved(2, -1, 20))
    for minutes, quantity, expected in ((5, 9, 3), (15, 9, 8), (30, 7, 7)):
        with shop.app.app_context():
            service.count("miramas", [(SHELL, quantity, NINE + timedelta(minutes=minutes)), (FLEECE, 1, NINE)])
            db.session.commit()
        found = level(shop)
        assert found is not None
        assert found["quantity"] == expected


def test_a_clock_that_is_years_ahead_does_not_outlive_the_next_count(one_shop: House) -> None:
    seller = one_shop.person("seller")
    send(seller, {**counted(1, 9, device="ahead"), "at": "2031-01-01T00:00:00Z"})
    later = datetime.now(UTC) + timedelta(seconds=1)
    send(seller, {**counted(1, 2, device="right"), "at": later.isoformat()})
    found = level(one_shop)
    assert found is not None
    assert found["quantity"] == 2


def test_a_clock_that_is_hours_behind_is_put_right_by_what_was_measured(one_shop: House) -> None:
    seller = one_shop.person("seller")
    now = datetime.now(UTC)
    send(seller, {**counted(1, 5), "at": (now - timedelta(minutes=10)).isoformat()})
    behind = now - timedelta(hours=3)
    send(seller, {**moved(1, -1, device="behind"), "at": behind.isoformat()}, sent_at=behind.isoformat())
    found = level(one_shop)
    assert found is not None
    assert found["quantity"] == 4


@pytest.mark.parametrize(
    ("kind", "payload", "field"),
    [
        ("stock-count", {"gtin": SHELL[:-1] + "9", "count": 1}, "payload.gtin"),
        ("stock-count", {"gtin": SHELL, "count": -1}, "payload.count"),
        ("stock-count", {"gtin": SHELL, "count": 1.5}, "payload.count"),
        ("stock-count", {"gtin": SHELL, "count": 1, "why": "sold"}, "payload.why"),
        ("stock-delta", {"gtin": SHELL, "delta": 1, "why": "sold"}, "payload.delta"),
        ("stock-delta", {"gtin": SHELL, "delta": 0, "why": "moved"}, "payload.delta"),
        ("stock-delta", {"gtin": SHELL, "delta": -1, "why": "returned"}, "payload.delta"),
        ("stock-delta", {"gtin": SHELL, "delta": -1, "why": "stolen"}, "payload.why"),
    ],
)
def test_it_refuses_what_makes_no_sense(one_shop: House, kind: str, payload: dict[str, Any], field: str) -> None:
    results = send(one_shop.person("seller"), event(kind=kind, payload=payload))
    assert statuses(results) == ["rejected:invalid"]
    assert [error["field"] for error in results[0]["errors"]] == [field]
    assert " " in results[0]["errors"][0]["message"]  # a sentence


def test_a_short_number_means_its_long_form(one_shop: House) -> None:
    seller = one_shop.person("seller")
    send(seller, event(kind="stock-count", payload={"gtin": SHELL.lstrip("0").zfill(13), "count": 8}))
    found = level(one_shop)
    assert found is not None
    assert found["quantity"] == 8
