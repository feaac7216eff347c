"""From the frame that shows a tag to the piece on the screen, through Chromium's pretended camera, throttled ×4.

The page itself tells when the picture changes (a tag is held up) and when the list of pieces does; the film shows bars,
a QR code and a link of another domain in turn.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests import chromium
from tests.e2e import camera
from tests.e2e.conftest import PHONE
from tests.e2e.serving import ShopServer

from .report import Row, percentile, write

COMMAND = "python -m bench.scan"
THROTTLE, BAR_MS, TAGS, SECONDS_EACH, SAMPLES = 4, 1_000, 6, 2, 24
WATCH = """
() => {
  const seen = { changed: 0, times: [], shown: '' };
  const video = document.querySelector('video');
  const canvas = new OffscreenCanvas(16, 12);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let before = null;
  const look = () => {
    context.drawImage(video, 0, 0, 16, 12);
    const { data } = context.getImageData(0, 0, 16, 12);
    const moved = before ? data.reduce((sum, value, at) => sum + Math.abs(value - before[at]), 0) : 0;
    if (moved > 500) seen.changed = performance.now();
    before = data;
    video.requestVideoFrameCallback(look);
  };
  video.requestVideoFrameCallback(look);
  const list = document.querySelector('[aria-live=polite]');
  new MutationObserver(() => {
    const now = list.querySelector('a')?.textContent ?? '';
    if (!seen.changed || now === seen.shown) return;
    requestAnimationFrame(() => seen.times.push(performance.now() - seen.changed));
    seen.shown = now;
  }).observe(list, { childList: true, subtree: true, characterData: true });
  globalThis.seen = seen;
}
"""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="cordee-scan-") as folder:
        shop = ShopServer(Path(folder))
        shop.open()
        shop.start()
        try:
            times = measure(shop, Path(folder))
        finally:
            shop.kill()
    late = percentile(times, 0.95)
    what = f"frame to piece, processor ×{THROTTLE} slower, {len(times)} tags, p50 / p95"
    measured = f"{percentile(times, 0.5):.0f} / {late:.0f} ms"
    write("scan", COMMAND, [Row(what, measured, f"≤ {BAR_MS} ms", late <= BAR_MS)])


def measure(shop: ShopServer, folder: Path) -> list[float]:
    """Return the time of each tag in ms."""
    with sync_playwright() as playwright:
        reader = playwright.request.new_context(base_url=shop.url)
        products = reader.get("/api/v1/shops/miramas/snapshot?lang=fr").json()["products"]
        path = camera.film(folder / "tags.y4m", list(tags(products)), SECONDS_EACH)
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=[*chromium.FLAGS, *camera.flags(path)]
        )
        context = browser.new_context(**PHONE, permissions=["camera"])
        assert context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "seller"}).ok
        page = context.new_page()
        page.goto(f"{shop.url}/app/#/scan")
        page.wait_for_selector("[aria-live=polite] a", timeout=90_000)
        times = watched(page)
        browser.close()
        return times


def tags(products: list[dict[str, Any]]) -> list[camera.Tag]:
    """Return the tags of different pieces, bars and QR codes in turn."""
    gtins = [product["variants"][0]["gtin"] for product in products[:TAGS]]
    return [
        camera.ean(gtin.removeprefix("0")) if at % 2 else camera.qr(f"https://brand.example/01/{gtin}/10/LOT")
        for at, gtin in enumerate(gtins)
    ]


def watched(page: Page) -> list[float]:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    page.evaluate(WATCH)
    page.wait_for_function(f"() => globalThis.seen.times.length >= {SAMPLES}", timeout=SAMPLES * SECONDS_EACH * 4_000)
    times: list[float] = page.evaluate("globalThis.seen.times")
    sys.stderr.write(f"{[round(each) for each in times]}\n")
    return times


if __name__ == "__main__":
    main()
