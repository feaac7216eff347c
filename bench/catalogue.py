"""A catalogue of 10,000 and 100,000 variants in a throttled Chromium: brought, stored, searchable, read, changed.

Add a case: a name that a function of ``bench/phone/catalogue.ts`` gives its time, in ``CASES``.
"""

from __future__ import annotations

import copy
import gzip
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, ClassVar

import brotli
import orjson
from playwright.sync_api import Browser, BrowserContext

from catalog.delta import delta

from .browser import THROTTLE, started
from .report import median, write_table
from .shop import scaled_snapshot

COMMAND = "python -m bench.catalogue"
SIZES = (10_000, 100_000)
ROUNDS = {10_000: 7, 100_000: 3}
BAR, BAR_MS = "total", 3_000
CASES = {
    "fetched and read": "the whole: fetched and read",
    "stored": "the whole: stored",
    "searchable": "the whole: index of the search made, a name found",
    BAR: "**stored and searchable, from the request on**",
    "start": "start: the catalogue from the disk",
    "put in": "1 % changed: put in",
    "checked": "1 % changed: checked by its digest, in slices",
    "changes stored": "1 % changed: stored",
    "changes, all": "1 % changed: all, from the request on",
    "longest wait for a tap": "1 % changed: longest time a tap would wait (0: under 50)",
    "start, changed": "start: the catalogue and 1 % changed beside it",
    "one record: written": "layout, one record: written",
    "a record a product: written": "layout, a record a product: written",
    "text: written": "layout, one text: written",
    "one record: read": "layout, one record: read",
    "a record a product: read": "layout, a record a product: read",
    "text: read": "layout, one text: read",
    "one record: 1 % changed": "layout, one record: 1 % written again",
    "a record a product: 1 % changed": "layout, a record a product: 1 % written again",
}
Times = dict[str, float]


def main() -> None:
    measured: dict[int, list[Times]] = {}
    notes: list[str] = []
    with started() as (browser, script):
        for size in SIZES:
            sys.stderr.write(f"{size} variants\n")
            before = in_order(scaled_snapshot(size)[0])
            after = edited(before)
            changes = delta(before, after)
            notes.append(sizes_of(before, after, changes, size))
            with served(whole=before, changes=changes) as origin:
                measured[size] = [one_phone(browser, script, origin) for _ in range(ROUNDS[size])]
    rows = [row(name, said, measured) for name, said in CASES.items()]
    head = [f"ms, throttled ×{THROTTLE}, median", *(f"{size:,}" for size in SIZES), f"bar at {SIZES[0]:,}", "kept"]
    write_table("catalogue", COMMAND, head, rows, notes)


def row(name: str, said: str, measured: dict[int, list[Times]]) -> list[str]:
    figures = [median(times[name] for times in measured[size]) for size in SIZES]
    bar = ["", ""] if name != BAR else [f"< {BAR_MS:,}", "yes" if figures[0] < BAR_MS else "**no**"]
    return [said, *(f"{each:,.0f}" for each in figures), *bar]


def in_order(snapshot: dict[str, Any]) -> dict[str, Any]:
    """Return a snapshot with its products by reference, as a published one has them."""
    return {**snapshot, "products": sorted(snapshot["products"], key=lambda product: str(product["ref"]))}


def edited(before: dict[str, Any]) -> dict[str, Any]:
    """Return the next revision: 1 % of the products with another text and other prices. The same at each call."""
    after = copy.deepcopy(before) | {"revision": before["revision"] + 1, "content_hash": "f" * 64}
    products = after["products"]
    for product in Random(11).sample(products, len(products) // 100):
        product["use"] += " Nouvelle coupe."
        for variant in product["variants"]:
            variant["price_cents"] += 500
    return after


def sizes_of(before: dict[str, Any], after: dict[str, Any], changes: dict[str, Any], size: int) -> str:
    """Say how many bytes each way takes, and that of the worst common day: all prices changed."""
    sale = copy.deepcopy(before) | {"revision": after["revision"]}
    for product in sale["products"]:
        for variant in product["variants"]:
            variant["price_cents"] = variant["price_cents"] * 8 // 10
    whole, some, all_prices = (packed(each) for each in (after, changes, delta(before, sale)))
    return (
        f"{size:,} variants of {len(before['products']):,} products, br: the whole {whole:,.1f} KB, 1 % of the "
        f"products changed {some:,.1f} KB, every price changed {all_prices:,.1f} KB."
    )


def packed(document: Any) -> float:
    """Return the kilobytes that go over the wire, compressed as the server does it."""
    return len(brotli.compress(orjson.dumps(document), mode=brotli.MODE_TEXT, quality=5)) / 1024


def one_phone(browser: Browser, script: Path, origin: str) -> Times:
    """Take one phone through its days: the first opening, a reboot, changes, another reboot."""
    phone = browser.new_context()
    try:
        times = opened(phone, script, origin, "bring", f"{origin}/whole")
        times |= opened(phone, script, origin, "start")
        times |= opened(phone, script, origin, "change", f"{origin}/changes")
        times["start, changed"] = opened(phone, script, origin, "start")["start"]
        return times | opened(phone, script, origin, "layouts", f"{origin}/whole")
    finally:
        phone.close()


def opened(phone: BrowserContext, script: Path, origin: str, what: str, *given: str) -> Times:
    """Open the page anew, throttle it, and let it do one thing."""
    page = phone.new_page()
    try:
        page.goto(f"{origin}/")
        page.add_script_tag(path=script)
        phone.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
        times: Times = page.evaluate(f"given => cordee.{what}(...given)", list(given))
        return times
    finally:
        page.close()


class Files(http.server.BaseHTTPRequestHandler):
    """Gives the page and the documents, packed as a server gives them."""

    bodies: ClassVar[dict[str, tuple[str, bytes]]] = {}

    def do_GET(self) -> None:
        kind, body = self.bodies.get(self.path, ("text/html", gzip.compress(b"<!doctype html>")))
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(**documents: Any) -> Iterator[str]:
    """Serve the documents by name on this machine, where a browser takes the line for secure: it has SHA-256."""
    Files.bodies = {
        f"/{name}": ("application/json", gzip.compress(orjson.dumps(document), 6))
        for name, document in documents.items()
    }
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


if __name__ == "__main__":
    main()
