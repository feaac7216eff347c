"""F14: five phones that share a shop on a bad network end with one stock and the same sizes tried on."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from typing import Any

from . import report
from .phones import Phone
from .proxy import Network
from .shops import Shop
from .weather import Weather

PHONES = 5 if report.FULL else 3
STEPS = 2_000 if report.FULL else 30
GTINS = ("02900000000018", "02900000000025")
WHYS = ("sold", "received", "returned", "moved", "correction")


def test_phones_that_push_and_pull_by_chance_end_in_one_state(
    network: Callable[..., tuple[Shop, Network]], new_phone: Callable[[Shop, str], Phone]
) -> None:
    seed = report.seed()
    chance = random.Random(seed)
    weather = Weather(seed, latency_seconds=0.3)
    shop, net = network("sqlite", weather)
    phones = [new_phone(shop, f"p{number}") for number in range(PHONES)]
    weather.share = 0.4
    for step in range(STEPS):
        act(chance.choice(phones), chance, step)
    weather.share = 0.0
    for phone in phones:
        phone.context.set_offline(False)
        phone.here.evaluate("phone.tellRest()")
    drained = max(phone.drains(90) for phone in phones)
    net.let_late_ones_through()
    for phone in phones:
        phone.here.evaluate("phone.pull('miramas')")
    shown = [phone.here.evaluate("phone.shown()") for phone in phones]
    states = {hashed(state) for state in shown}
    levels = shop.levels()
    report.tell(
        "F14",
        seed=seed,
        phones=PHONES,
        steps=STEPS,
        faults=weather.faults,
        states=len(states),
        drained=f"{drained:.1f} s",
    )
    assert len(states) == 1
    # What chance never counted is counted nowhere.
    seen = shown[0]["levels"]
    assert {gtin: seen.get(gtin) for gtin in GTINS} == {gtin: levels.get(gtin) for gtin in GTINS}
    assert any(gtin in levels for gtin in GTINS)
    assert sum(sum(counts.values()) for counts in shown[0]["try_ons"].values()) == len(net.saved)


def act(phone: Phone, chance: random.Random, step: int) -> None:
    """Let a phone say something, pull, or lose or find its network."""
    kind = chance.choice(("count", "delta", "delta", "delta", "try-on", "pull", "network"))
    if kind == "network":
        phone.context.set_offline(chance.random() < 0.5)
    elif kind == "pull":
        phone.here.evaluate("phone.pull('miramas')")
    elif kind == "try-on":
        phone.here.evaluate("mark => phone.note(mark)", f"{phone.name}-{step}")
    else:
        why = chance.choice(WHYS)
        amount = chance.randint(0, 20) if kind == "count" else chance.randint(1, 3) * (-1 if why == "sold" else 1)
        phone.here.evaluate("words => phone.say(...words)", [kind, chance.choice(GTINS), amount, why])


def hashed(state: Any) -> str:
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()
