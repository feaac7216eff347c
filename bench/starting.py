"""From the tap on the sign to the first screen, without a network; and the wait after each tap of an advice."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.seller import Seller

from .enrolled import THROTTLE, Enrolled, enrolled
from .report import Row, median, percentile, write

COMMAND = "python -m bench.starting"
STARTS, ADVICES = 15, 5
START_LIMIT_MS, TAP_LIMIT_MS = 1_000, 100
SCREENS = {"home": "/home", "finder": "/advice", "search": "/search"}

SHOWN = """
(() => {
  const seen = () => document.querySelector("main h1") && !document.querySelector("[aria-busy=true]");
  const look = () => {
    if (!seen()) return requestAnimationFrame(look);
    // After the frame that paints it.
    requestAnimationFrame(() => setTimeout(() => { window.shownAt = performance.now(); }));
  };
  requestAnimationFrame(look);
})();
"""
INTERACTIONS = """
(() => {
  window.taps = new Map();
  const note = (entry) => {
    if (!entry.interactionId) return;
    const longest = Math.max(entry.duration, window.taps.get(entry.interactionId) ?? 0);
    window.taps.set(entry.interactionId, longest);
  };
  new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({ type: "event", durationThreshold: 16, buffered: true });
})();
"""


def main() -> None:
    with enrolled() as phone:
        taps = [tap for _ in range(ADVICES) for tap in advice(phone)]
        phone.shop.kill()
        starts = {name: [start(phone, route) for _ in range(STARTS)] for name, route in SCREENS.items()}
    rows = [start_row(name, times) for name, times in starts.items()]
    worst, late = max(taps), percentile(taps, 0.98)
    rows += [
        Row("tap of an advice, p98 (INP)", f"{late:.0f} ms", f"< {TAP_LIMIT_MS} ms", late < TAP_LIMIT_MS),
        Row(f"tap of an advice, worst of {len(taps)} (median {median(taps):.0f} ms)", f"{worst:.0f} ms"),
    ]
    write("starting", COMMAND, rows, [note()])


def note() -> str:
    return (
        f"Processor throttled ×{THROTTLE}; no server, the worker stopped before each of {STARTS} starts. "
        f"A tap lasts until the next frame is painted, in steps of 8 ms; below 16 ms it counts as 8. {ADVICES} advices."
    )


def start_row(name: str, times: list[float]) -> Row:
    late = percentile(times, 0.95)
    what = f"{name}: cold page, warm phone, offline, p95 (median {median(times):.0f} ms)"
    return Row(what, f"{late:.0f} ms", f"< {START_LIMIT_MS:,} ms", late < START_LIMIT_MS)


def start(phone: Enrolled, route: str) -> float:
    """Return the milliseconds from the beginning of the navigation until the screen stands."""
    page = phone.context.new_page()
    tools = phone.context.new_cdp_session(page)
    tools.send("ServiceWorker.enable")
    tools.send("ServiceWorker.stopAllWorkers")
    tools.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    page.add_init_script(SHOWN)
    page.goto(f"{phone.shop.url}/app/?source=pwa#{route}")
    while (shown := page.evaluate("window.shownAt ?? null")) is None:
        page.wait_for_timeout(20)
    page.close()
    return float(shown)


def advice(phone: Enrolled) -> list[float]:
    """Advise a customer from the first tap to the piece. Return how long each tap took to show, in milliseconds."""
    page = phone.open("/advice", throttle=THROTTLE)
    page.evaluate(INTERACTIONS)
    given = talk(page)
    page.wait_for_timeout(500)
    seen = [float(each) for each in page.evaluate("[...window.taps.values()]")]
    page.get_by_role("navigation").get_by_role("link", name="Conseil").click()
    page.keyboard.press("Escape")  # lowers the list, which the last customer left up
    page.get_by_role("button", name="Client suivant").click()
    page.close()
    return seen + [8.0] * max(0, given - len(seen))


def talk(page: Page) -> int:
    seller = Seller(page)
    seller.tap("Ski de randonnée")
    seller.ask("Pièce", "Qu’est-ce que vous cherchez ?")
    seller.tap("Protection")
    rows = seller.open_list()
    rows.first.get_by_role("link").first.click()
    seller.taps += 1
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    expect(page.locator("summary").nth(2)).to_be_visible()
    for summary in page.locator("summary").all()[:3]:
        summary.click()
        seller.taps += 1
    page.get_by_role("navigation").get_by_role("link", name=re.compile("Chercher")).click()
    field = page.get_by_role("textbox", name="Chercher un produit ou un code")
    field.press_sequentially("goretex", delay=120)
    seller.taps += 1 + len("goretex")
    return seller.taps


if __name__ == "__main__":
    main()
