"""F9, F14: whoever holds the phone, an event stays its author's; and no order of arrival changes what is known."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING, Any

import orjson
import pytest
import sqlalchemy as sa

from server.accounts import pins
from server.database import db
from server.events.models import Event

from .test_events import event, send, statuses
from .test_shared_phones import Phone, shared_phone

if TYPE_CHECKING:
    from .conftest import House

GTINS = ("02900000000018", "02900000000025", "02900000000032")
WHYS = ("sold", "received", "returned", "moved", "correction")
ORDERS = 4
SEED = 20261121
UNSENT = 50


def said(chance: random.Random) -> list[dict[str, Any]]:
    """What five devices said in an afternoon, their clocks crossing each other."""
    return [one(f"device-{device}", seq, chance) for device in range(5) for seq in range(1, 13)]


def one(device: str, seq: int, chance: random.Random) -> dict[str, Any]:
    at = f"2026-11-21T{10 + chance.randrange(8)}:{chance.randrange(60):02}:00.000+01:00"
    kind = chance.choice(("try-on", "stock-count", "stock-delta"))
    if kind == "try-on":
        return event(seq, device=device, at=at)
    why = chance.choice(WHYS)
    amount = {"count": chance.randint(0, 20)} if kind == "stock-count" else {"delta": signed(why, chance), "why": why}
    return event(seq, device=device, at=at, kind=kind, payload={"gtin": chance.choice(GTINS), **amount})


def signed(why: str, chance: random.Random) -> int:
    return chance.randint(1, 3) * (-1 if why == "sold" else 1)


def state(shop: House) -> str:
    """Return the hash of what all phones of the shop would pull."""
    pulled = [shop.visitor().get(f"/api/v1/shops/miramas/{what}").get_json() for what in ("stock", "try-ons")]
    known = [pulled[0]["levels"], pulled[1]["try_ons"]]
    return hashlib.sha256(orjson.dumps(known, option=orjson.OPT_SORT_KEYS)).hexdigest()


def forget(shop: House) -> None:
    with shop.app.app_context():
        for table in ("stock_moves", "stock_levels", "try_ons", "events"):
            db.session.execute(sa.text(f"DELETE FROM {table}"))  # noqa: S608 - the names stand here
        db.session.commit()


def test_any_order_of_arrival_leads_to_one_state(shop: House) -> None:
    chance = random.Random(SEED)
    events = said(chance)
    seller = shop.person("seller")
    states = set()
    for _ in range(ORDERS):
        forget(shop)
        arriving = [*events, *chance.sample(events, 10)]
        chance.shuffle(arriving)
        while arriving:
            size = chance.randint(1, 20)
            batch, arriving = arriving[:size], arriving[size:]
            assert {result["status"] for result in send(seller, *batch)} <= {"accepted", "duplicate"}
        assert len(shop.rows(Event)) == len(events)
        states.add(state(shop))
    assert len(states) == 1


def test_fifty_unsent_events_stay_their_author_s_while_others_hold_the_phone(
    shop: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "COST", 2**4)  # how long a guess takes is tested elsewhere
    phone = shared_phone(shop, "Ana", "Ben")
    ana, ben = phone.people["Ana"], phone.people["Ben"]
    waiting = [event(seq, author=ana) for seq in range(1, UNSENT + 1)]
    own = [event(UNSENT + seq, author=ben) for seq in range(1, 4)]
    refused = UNSENT * ["rejected:other-author"]
    assert statuses(turn(phone, [*waiting, *own])) == [*refused, *3 * ["accepted"]]
    phone.take("Ana")
    assert statuses(turn(phone, waiting)) == UNSENT * ["accepted"]
    by_author = [row.author_id for row in sorted(shop.rows(Event), key=lambda row: row.seq)]
    assert by_author == [*UNSENT * [ana], *3 * [ben]]


def turn(phone: Phone, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Send in the name of whoever holds the phone."""
    answer = phone.call("POST", "events", json={"events": events})
    assert answer.status_code == 200, answer.text
    results: list[dict[str, Any]] = answer.get_json()["results"]
    return results
