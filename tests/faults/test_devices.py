"""F11, F16: a phone whose storage was wiped, and rows that vanish on either side: it is noticed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from . import report
from .conftest import DATABASES
from .phones import Phone
from .proxy import Network
from .shops import Shop
from .weather import Weather

WIPES = 20 if report.FULL else 1
ROUNDS = 20 if report.FULL else 1


def devices(shop: Shop, token: str) -> dict[str, dict[str, Any]]:
    """Return what a manager sees of the shop's phones, by device."""
    return {one["device"]: one for one in shop.ask("/api/v1/devices", token)["items"]}


def test_a_wiped_phone_is_a_new_device_and_its_loss_is_seen(
    network: Callable[..., tuple[Shop, Network]], new_phone: Callable[[Shop, str], Phone]
) -> None:
    seed = report.seed()
    chance = random.Random(seed)
    shop, net = network("sqlite", Weather(seed, kinds=("500",)))
    token = shop.token("manager")
    phone = new_phone(shop, "p0")
    unsent = []
    for _ in range(WIPES):
        phone.work(chance.randint(1, 8))
        phone.finish()
        phone.drains(60)
        net.weather.share = 1.0
        lost = chance.randint(1, 5)
        phone.work(lost)
        phone.finish()
        phone.here.evaluate("phone.audit()")
        unsent.append((phone.device(), lost, phone.here.evaluate("phone.ids()")))
        phone.wipe()
        net.weather.share = 0.0
        phone.open()
        phone.here.evaluate("phone.audit()")
    phone.work(3)
    phone.finish()
    phone.drains(60)
    seen = devices(shop, token)
    taken = shop.look()
    report.tell("F11", seed=seed, wipes=WIPES, events=len(taken.events), devices=len(seen), conflicts=taken.conflicts)
    assert len({device["id"] for device, _, _ in unsent} | {phone.device()["id"]}) == WIPES + 1
    for device, lost, ids in unsent:
        assert seen[device["id"]]["waiting"] == lost == len(ids)
        assert seen[device["id"]]["replaced_by"] is not None
        assert not set(ids) & {row.id for row in taken.events}
    assert taken.gaps() == []
    assert taken.conflicts == 0


@pytest.mark.parametrize("database", DATABASES if report.FULL else DATABASES[:1])
def test_the_audit_finds_a_row_that_vanished_on_either_side(
    database: str, network: Callable[..., tuple[Shop, Network]], new_phone: Callable[[Shop, str], Phone]
) -> None:
    seed = report.seed()
    chance = random.Random(seed)
    shop, _ = network(database, Weather(seed))
    token = shop.token("manager")
    found_here = found_there = vanished = 0
    for number in range(ROUNDS):
        phone = new_phone(shop, f"p{number}")
        phone.work(chance.randint(3, 12))
        phone.finish()
        phone.drains(60)
        device = phone.device()["id"]
        victim = chance.choice([row for row in shop.look().events if row.device == device])
        shop.delete_event(victim.id)
        # The phone has the evidence: it brings the row again, and nothing is missing any more.
        assert phone.here.evaluate("phone.audit()") == 0
        phone.drains(60)
        found_there += victim.id in {row.id for row in shop.look().events}
        phone.context.set_offline(True)
        phone.work(3)
        phone.finish()
        phone.forget(lost := chance.choice(phone.here.evaluate("phone.ids()")))
        phone.context.set_offline(False)
        phone.drains(60)
        phone.open()  # the next session
        missing = phone.here.evaluate("phone.audit()")
        # A request that was being written when the row vanished may have carried it all the same.
        gone = int(lost not in {row.id for row in shop.look().events})
        vanished += gone
        found_here += missing == gone == devices(shop, token)[device]["unexplained"]
    taken = shop.look()
    report.tell(
        f"F16 {database}",
        seed=seed,
        deleted_on_the_server=ROUNDS,
        brought_again=found_there,
        deleted_on_the_phone=vanished,
        told=found_here,
    )
    assert found_there == found_here == ROUNDS
    assert vanished > ROUNDS // 2
    assert taken.effects == len(taken.events) == len(set(taken.marks))
