"""F15: the same sender and storage in WebKit, the engine of Safari, on a network that comes and goes."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from . import report, webkit
from .proxy import Network
from .shops import Shop
from .test_soak import LONGEST_SPELL_SECONDS, SECONDS
from .weather import Weather


@pytest.mark.skipif(bool(webkit.missing()), reason=f"not on this machine: {', '.join(webkit.missing())}")
def test_webkit_loses_nothing(network: Callable[..., tuple[Shop, Network]], tmp_path: Path) -> None:
    seed = report.seed()
    chance = random.Random(seed)
    weather = Weather(seed, latency_seconds=0.5)
    shop, net = network("sqlite", weather)
    session, net.cookie = shop.enter()
    begun = time.monotonic()
    with webkit.opened(tmp_path) as page:
        page.goto(f"{shop.public_url}/faults/phone.html")
        page.evaluate(f"phone.start({json.dumps(session)})")
        page.evaluate(f"void (window.work = phone.work('w', 0, 1e9, {500 if report.FULL else 40}))")
        spells = 0
        while time.monotonic() < begun + SECONDS:
            # Nothing arrives, or every second request meets a fault: WebDriver cannot take a browser's network away.
            weather.share = 1.0 if spells % 2 == 0 else 0.5
            spells += 1
            time.sleep(chance.uniform(0.1, 1) * LONGEST_SPELL_SECONDS)
        weather.share = 0.0
        page.evaluate("(phone.enough = true, window.work.then(phone.tellRest))")
        page.evaluate("dispatchEvent(new Event('online'))")
        quiet = time.monotonic()
        while (waiting := page.evaluate("phone.waiting()")) > 0:
            assert time.monotonic() < quiet + 90, f"{waiting} events still wait"
            time.sleep(0.2)
        recorded, browser = page.evaluate("phone.notes"), page.browser
        page.quit()
    net.let_late_ones_through()
    taken = shop.look()
    report.tell(
        f"F15 webkit ({browser}), {time.monotonic() - begun:.0f} s", **report.figures(seed, net, taken), spells=spells
    )
    assert weather.faults >= SECONDS / 5
    assert sorted(taken.marks) == sorted(net.saved)
    assert taken.effects == len(taken.events) == recorded
    assert taken.gaps() == []
