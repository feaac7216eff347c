"""Two windows of one phone: one sends, the other one sees it, and takes over when the first is gone."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from . import report
from .phones import Phone
from .proxy import Network
from .shops import Shop
from .weather import Weather

NOTES = 5
HOLDS = "() => navigator.locks.query().then(({ held }) => held.some(({ name }) => name === 'cordee-outbox'))"
TAKES_OVER_SECONDS = 10


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_the_second_window_takes_over_from_the_first(
    end: str, network: Callable[..., tuple[Shop, Network]], new_phone: Callable[[Shop, str], Phone]
) -> None:
    shop, net = network("sqlite", Weather(report.seed(), kinds=("held",)))
    phone = new_phone(shop, "p0")
    first, second = phone.here, phone.open()

    # The first one records and sends; a request is on the way, and stays there.
    net.weather.share = 1.0
    first.evaluate("count => { phone.work('p0', 0, count, 0); }", NOTES)
    until(lambda: net.at_once == 1 and len(net.saved) == NOTES)
    assert second.evaluate(HOLDS)
    until(lambda: second.evaluate("phone.seen()") == NOTES)
    # What the second one records meanwhile is seen in the first, and sent by whoever has the lock.
    second.evaluate("count => { window.work = phone.work('p0', count, 2 * count, 0); }", NOTES)
    second.evaluate("window.work")
    until(lambda: first.evaluate("phone.seen()") == second.evaluate("phone.seen()") == 2 * NOTES)
    assert net.most_at_once == 1

    # Before the death: the second window takes over at once, and its first request must not be held as well.
    net.weather.share = 0.0
    die(first, end)
    begun = time.monotonic()
    phone.drains(TAKES_OVER_SECONDS)
    took = time.monotonic() - begun
    until(lambda: second.evaluate("phone.seen()") == 0)
    net.gate.set()  # what the dead one was sending arrives now, after all

    # A third one hears of what the second one brings.
    third = phone.open()
    second.evaluate("count => phone.work('p0', 2 * count, 3 * count, 0)", NOTES)
    until(lambda: second.evaluate("phone.seen()") == third.evaluate("phone.seen()") == 0)
    until(lambda: net.at_once == 0)
    taken = shop.look()
    report.tell(f"F8 first window {end}", **report.figures(net.weather.seed, net, taken), taken_over=f"{took:.1f} s")
    assert sorted(taken.marks) == sorted(f"p0-{number}" for number in range(3 * NOTES))
    assert taken.effects == len(taken.events)
    assert taken.gaps() == []
    assert len({row.device for row in taken.events}) == 1


def die(page: Page, end: str) -> None:
    """Close a window without a goodbye, or kill -9 its process."""
    if end == "closed":
        page.close()
    else:
        os.kill(process_of(page), signal.SIGKILL)


def process_of(page: Page) -> int:
    """Return the process of a page: the one that is busy when the page is."""
    browser = page.context.browser
    assert browser is not None
    session = browser.new_browser_cdp_session()

    def spent() -> dict[int, float]:
        running = session.send("SystemInfo.getProcessInfo")["processInfo"]
        return {one["id"]: one["cpuTime"] for one in running if one["type"] == "renderer"}

    before = spent()
    page.evaluate("() => { const begun = performance.now(); while (performance.now() - begun < 300); }")
    after = spent()
    session.detach()
    return max(after, key=lambda process: after[process] - before.get(process, 0.0))


def until(is_so: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it does not come to that"
        time.sleep(0.02)
