"""F3: the whole browser of a phone is killed while it records and sends, and starts again on its profile."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from . import report
from .browsers import KillableBrowser
from .phones import Phone
from .proxy import Network
from .shops import Shop
from .weather import Weather

KILLS = 25 if report.FULL else 1


@pytest.fixture
def killable(playwright: Playwright, tmp_path: Path) -> Iterator[KillableBrowser]:
    made = KillableBrowser(playwright, tmp_path / "profile")
    yield made
    made.kill()


def test_a_browser_that_is_killed_finds_all_that_it_called_saved(
    network: Callable[..., tuple[Shop, Network]], killable: KillableBrowser
) -> None:
    seed = report.seed()
    chance = random.Random(seed)
    weather = Weather(seed, latency_seconds=0.5)
    shop, net = network("sqlite", weather)
    phone = Phone(killable.start(), shop.public_url, "p0")
    phone.enrol()
    killable.quit(phone.context)
    weather.share = 0.3
    for _ in range(KILLS):
        phone.context = killable.start()
        phone.open()
        phone.work(10_000, pause_ms=5)
        time.sleep(chance.uniform(0.1, 1.5))
        killable.kill()
        phone.kills += 1
    weather.share = 0.0
    phone.context = killable.start()
    phone.open()
    drained = phone.drains(90)
    net.let_late_ones_through()
    taken = shop.look()
    report.tell(
        "F3 browser", **report.figures(seed, net, taken), browsers_killed=phone.kills, drained_after=f"{drained:.1f} s"
    )
    assert phone.kills == KILLS
    assert len(net.saved) >= KILLS
    assert set(net.saved) <= set(taken.marks)
    assert len(taken.marks) == len(set(taken.marks)) == taken.effects
    assert taken.gaps() == []
    assert len({one.device for one in taken.events}) == 1
