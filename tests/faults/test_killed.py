"""F4, F8: the server dies in the middle of the work; several tabs work at once."""

from __future__ import annotations

import http.client
import random
import threading
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import orjson
import pytest
from uuid6 import uuid7

from . import report
from .conftest import DATABASES
from .phones import Phone
from .proxy import Network
from .shops import Shop
from .weather import Weather

BATCHES = 200 if report.FULL else 4
BATCH = 20
TRIES = 60


def batch(number: int) -> list[dict[str, Any]]:
    return [event(number * BATCH + place + 1) for place in range(BATCH)]


def event(seq: int) -> dict[str, Any]:
    mark = {"system": "mark", "size": f"k-{seq}"}
    tried = {"ref": "millet-ld-trilogy-gtx-jacket", "size_tried": "M", "advised": "M", "usual": mark}
    return {
        "id": str(uuid7()),
        "kind": "try-on",
        "device": "killed",
        "seq": seq,
        "at": "2026-11-21T11:04:05.000+01:00",
        "shop": "miramas",
        "payload": {**tried, "verdict": "larger"},
    }


def send(shop: Shop, token: str, events: list[dict[str, Any]]) -> tuple[set[str], int]:
    """Send a batch until it is answered; return the ids that the server has answered for, and how often it did not."""
    for failures in range(TRIES):
        with suppress(OSError, ValueError, http.client.HTTPException):
            return once(shop, token, events), failures
        time.sleep(0.25)
    raise AssertionError("the server does not come back")


@pytest.mark.parametrize("database", DATABASES)
def test_what_the_server_answered_for_survives_its_death(database: str, new_shop: Callable[[str], Shop]) -> None:
    seed = report.seed()
    chance = random.Random(seed)
    shop = new_shop(database)
    token = shop.token("seller")
    answered: set[str] = set()
    interrupted = 0
    for number in range(BATCHES):
        whole = number % 4 == 3
        killer = threading.Timer(chance.random() * 0.15, shop.kill if whole else shop.kill_workers)
        killer.start()
        events = batch(number)
        if whole:
            with suppress(OSError, ValueError, http.client.HTTPException):
                answered |= once(shop, token, events)
            killer.join()
            shop.killed += 1
            shop.start()
        heard, failures = send(shop, token, events)
        answered |= heard
        interrupted += failures > 0
        killer.join()
    taken = shop.look()
    report.tell(
        f"F4 {database}",
        seed=seed,
        batches=BATCHES,
        killed=shop.killed,
        interrupted=interrupted,
        acknowledged=len(answered),
        kept=len(taken.events),
        lost=len(answered - {row.id for row in taken.events}),
        doubled=len(taken.events) - len(answered),
    )
    assert answered - {row.id for row in taken.events} == set()
    assert shop.killed >= BATCHES
    assert not report.FULL or interrupted >= BATCHES // 10
    assert len(answered) == len(taken.events) == taken.effects == BATCHES * BATCH
    assert taken.gaps() == []
    assert taken.conflicts == 0


def once(shop: Shop, token: str, events: list[dict[str, Any]]) -> set[str]:
    request = urllib.request.Request(f"http://127.0.0.1:{shop.port}/api/v1/events", orjson.dumps({"events": events}))
    request.add_header("Content-Type", "application/json")
    request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=15) as answer:
        results = orjson.loads(answer.read())["results"]
    return {one["id"] for one in results if one["status"] in {"accepted", "duplicate"}}


TABBED = 1_000 if report.FULL else 90


def test_three_tabs_send_once(
    network: Callable[..., tuple[Shop, Network]], new_phone: Callable[[Shop, str], Phone]
) -> None:
    shop, net = network("sqlite", Weather(report.seed()))
    phone = new_phone(shop, "p0")
    tabs = [phone.here, phone.open(), phone.open()]
    for number, tab in enumerate(tabs):
        tab.evaluate(
            "words => { window.work = phone.work(...words); }",
            ["p0", number * TABBED // 3, (number + 1) * TABBED // 3, 5],
        )
    for tab in tabs:
        tab.evaluate("window.work")
    phone.drains(90)
    taken = shop.look()
    report.tell("F8", **report.figures(net.weather.seed, net, taken), tabs=3, most_senders_at_once=net.most_at_once)
    assert sorted(taken.marks) == sorted(f"p0-{number}" for number in range(TABBED))
    assert taken.gaps() == []
    assert taken.effects == TABBED
    assert net.most_at_once == 1
