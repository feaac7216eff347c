"""What Lighthouse says of the pages behind a tag on a visitor's phone, in a real shop that is open today."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests import chromium
from tests.e2e.serving import ShopServer

from .lighthouse import metrics, say, score, short_of
from .report import ROOT, Row, median, write

COMMAND = "python -m bench.visitors"
RUNS, ATTEMPTS, SECONDS = 3, 3, 90
BARS = {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 100}
LARGEST_PAINT_MS = 1000
JACKET = "millet-trilogy-gtx-jacket"
PAGES = {
    "piece": f"/p/{JACKET}",
    "piece, in German": f"/p/{JACKET}?lang=de",
    "guide, first page": "/guide?lang=fr",
    "guide, with a need": "/guide?lang=en&activity=ski-touring&wanted=shell&temperature_c=-8&size=M",
}
VISITORS_BEFORE = 6
"""Enough for two workers to have met one each, which chance may deny to two or three."""
FOUND_BY_NOBODY = frozenset({"guide, with a need"})
"""Pages of which there is no end are kept out of search by intent, and lose the point that Lighthouse gives for it."""


def main() -> None:
    rows, notes = [], []
    with real_shop() as shop:
        for name, path in {**PAGES, "one size, in Italian": size_of(shop)}.items():
            bars = {category: bar for category, bar in BARS.items() if category != "seo" or name not in FOUND_BY_NOBODY}
            say(f"  {name}")
            visited(f"{shop.url}{path}")
            reports = [report(f"{shop.url}{path}", bars) for _ in range(RUNS)]
            rows.append(row(name, reports, bars))
            if short := short_of(reports, bars):
                notes.append(f"{name}: {'; '.join(short)}.")
    scores = " / ".join(BARS)
    frame = (
        f"Scores: {scores}. Medians of {RUNS} runs each; mobile, simulated slow 4G. The phone has kept nothing before; "
        "the server has answered the page to others."
    )
    write("visitors", COMMAND, rows, [frame, *notes])


def row(name: str, reports: list[dict[str, Any]], bars: dict[str, int]) -> Row:
    scores = {category: score(reports, category) for category in bars}
    paint = median(each["audits"]["largest-contentful-paint"]["numericValue"] for each in reports)
    kept = all(scores[category] >= bar for category, bar in bars.items()) and paint < LARGEST_PAINT_MS
    sizes = [each["audits"]["total-byte-weight"]["numericValue"] for each in reports]
    measured = " / ".join(f"{each:.0f}" for each in scores.values())
    bar = " / ".join(map(str, bars.values())) + f", largest paint < {LARGEST_PAINT_MS:,} ms"
    return Row(f"{name} ({metrics(reports)}, {median(sizes) / 1024:.1f} KB in all)", measured, bar, kept)


def visited(address: str) -> None:
    """Ask for a page as the visitors before did: each of the server's workers has drawn it once."""
    headers = {"Accept-Encoding": "br", "Accept-Language": "en-US"}
    for _ in range(VISITORS_BEFORE):
        urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30).close()


def report(address: str, bars: dict[str, int]) -> dict[str, Any]:
    """Let Lighthouse open a page in a browser that has never seen it.

    A busy machine loses events of a trace now and then ("NO_NAVSTART": the navigation itself is not in it), or the
    browser does not answer in time: such a run says nothing of the page and is made again, with another browser.
    """
    for _ in range(ATTEMPTS):
        found = _opened(address, bars)
        if not found.get("runtimeError"):
            return found
        say(f"    again: {found['runtimeError']['code']}")
    raise SystemExit(f"Lighthouse failed {ATTEMPTS} times on {address}")


def _opened(address: str, bars: dict[str, int]) -> dict[str, Any]:
    """Run Lighthouse. It reports into a file: down a pipe it ends before all of a long report is through."""
    with tempfile.TemporaryDirectory() as folder:
        return _reported(address, bars, Path(folder) / "report.json")


def _reported(address: str, bars: dict[str, int], into: Path) -> dict[str, Any]:
    words = ["scripts/node", "pwa/node_modules/.bin/lighthouse", address, "--form-factor=mobile", "--quiet"]
    words += ["--output=json", f"--output-path={into}", f"--only-categories={','.join(bars)}"]
    words += [f"--chrome-flags=--headless=new --no-sandbox {' '.join(chromium.FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": chromium.executable()}
    run = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    try:
        _, wrong = run.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGINT)  # which ends its browser as well
        run.wait(10)
        return {"runtimeError": {"code": f"nothing in {SECONDS} s"}}
    if not into.exists():
        return {"runtimeError": {"code": wrong.decode()[-300:].strip() or f"ended with {run.returncode}"}}
    found: dict[str, Any] = json.loads(into.read_text())
    return found


def size_of(shop: ShopServer) -> str:
    """Return the address of the page of one size of the jacket: where its tag leads to."""
    with urllib.request.urlopen(f"{shop.url}/api/v1/products/{JACKET}", timeout=10) as answer:
        variants = json.load(answer)["variants"]
    return f"/p/{JACKET}/{variants[0]['gtin']}?lang=it"


@contextmanager
def real_shop() -> Iterator[ShopServer]:
    """Serve the range in a shop that is not made up and is open today, as the pages of a real one are indexed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shop = ShopServer(folder)
        shop.open()
        today = datetime.now(UTC).date()
        table = folder / "shops.csv"
        table.write_text(
            f"shop,demonstration,opens_on,closes_on\nmiramas,non,{today - timedelta(30)},{today + timedelta(30)}\n",
            "utf-8",
        )
        shop.flask("import", str(table))
        shop.start()
        try:
            yield shop
        finally:
            shop.kill()


if __name__ == "__main__":
    main()
