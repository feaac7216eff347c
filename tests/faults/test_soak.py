"""F15: a phone in use for an hour, on a network that comes and goes, beside the application's own screens."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import CDPSession, Page

from . import report
from .phones import Phone
from .proxy import Network
from .shops import Shop
from .weather import Weather

SECONDS = float(os.environ.get("FAULTS_SOAK_SECONDS") or (3_600 if report.FULL else 4))
WARM_SECONDS = min(120.0, SECONDS / 4)
"""What is fetched once and kept is in memory after this time; only then growth is growth."""
MOST_GROWTH_MB = 20
LONGEST_SPELL_SECONDS = 20 if report.FULL else 1.5
"""Of a network that is there, or is not."""
ROUTES = ("/advice", "/search", "/shop", "/outfit", "/advice", "/compare")


@dataclass
class Screens:
    """The application itself, in a tab of the same phone."""

    page: Page
    cdp: CDPSession
    errors: list[str] = field(default_factory=list)
    visits: int = 0

    @classmethod
    def on(cls, phone: Phone) -> Screens:
        page = phone.context.new_page()
        page.goto(f"{phone.url}/app/")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        screens = cls(page, phone.context.new_cdp_session(page))
        page.on("pageerror", lambda error: screens.errors.append(str(error)))
        return screens

    def next(self) -> None:
        """Go to the next screen and wait until it stands."""
        route = ROUTES[self.visits % len(ROUTES)]
        self.visits += 1
        self.page.evaluate("route => { location.hash = route; }", route)
        self.page.get_by_role("heading", level=1).first.wait_for(state="attached", timeout=15_000)


def heap_mb(cdp: CDPSession) -> float:
    """Return what a tab holds in memory after its garbage is gone."""
    for _ in range(2):
        cdp.send("HeapProfiler.collectGarbage")
    return float(cdp.send("Runtime.getHeapUsage")["usedSize"]) / 2**20


@dataclass
class Spells:
    """A network that comes and goes."""

    phone: Phone
    chance: random.Random
    offline: bool = False
    toggles: int = 0
    until: float = 0.0

    def pass_by(self) -> None:
        if time.monotonic() >= self.until:
            self.offline = not self.offline
            self.toggles += 1
            self.phone.context.set_offline(self.offline)
            self.until = time.monotonic() + self.chance.uniform(0.1, 1) * LONGEST_SPELL_SECONDS

    def end(self) -> None:
        self.phone.context.set_offline(False)


def test_a_long_day_loses_nothing_and_does_not_grow(
    network: Callable[..., tuple[Shop, Network]], new_phone: Callable[[Shop, str], Phone]
) -> None:
    seed = report.seed()
    weather = Weather(seed, share=0.2, latency_seconds=1.0)
    shop, net = network("sqlite", weather)
    phone = new_phone(shop, "p0")
    screens = Screens.on(phone)
    tabs = {"sender": phone.context.new_cdp_session(phone.here), "screens": screens.cdp}
    begun = time.monotonic()
    phone.work(10**9, pause_ms=500 if report.FULL else 40)
    spells = Spells(phone, random.Random(seed))
    use(screens, spells, begun + WARM_SECONDS)
    before = {name: heap_mb(cdp) for name, cdp in tabs.items()}
    use(screens, spells, begun + SECONDS)
    spells.end()
    phone.stop()
    weather.share = 0.0
    drained = phone.drains(90)
    net.let_late_ones_through()
    growth = {name: round(heap_mb(cdp) - before[name], 1) for name, cdp in tabs.items()}
    taken = shop.look()
    report.tell(
        f"F15 chromium, {time.monotonic() - begun:.0f} s",
        **report.figures(seed, net, taken),
        screens=screens.visits,
        toggles=spells.toggles,
        drained_after=f"{drained:.1f} s",
        growth_mb=growth,
    )
    assert spells.toggles >= SECONDS / LONGEST_SPELL_SECONDS / 2
    assert sorted(taken.marks) == sorted(net.saved)
    assert taken.gaps() == []
    assert taken.effects == len(taken.events) == phone.recorded()
    assert screens.errors == []
    assert max(growth.values()) < MOST_GROWTH_MB


def use(screens: Screens, spells: Spells, until: float) -> None:
    """Walk through the screens while the network comes and goes."""
    while time.monotonic() < until:
        spells.pass_by()
        screens.next()
        screens.page.wait_for_timeout(500 if report.FULL else 50)
