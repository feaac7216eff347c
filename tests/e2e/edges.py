"""The same screens at their edges: no range, the longest names, no network, no answer, a failing server."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from .serving import ROOT, ShopServer

EMPTY_SHOP = "vide"
LONGER = {
    "name": " Expedition Ultra Light Protection Pro (édition longue)",
    "use_fr": " Aussi bien pour l’alpinisme technique que pour la randonnée glaciaire de plusieurs jours.",
}
"""What makes each text of the range longer than any real one."""
FAILURE = {"type": "about:blank", "title": "Internal Server Error", "status": 500, "code": "internal"}
Answer = Callable[[Route], None]


def make_edges(shop: ShopServer, folder: Path) -> None:
    """Give the shop names beyond sixty letters, and open a second one that has nothing to sell. It must not run yet."""
    long, empty = folder / "long", folder / "empty"
    for part in (long, empty):
        part.mkdir()
    for table in sorted((ROOT / "catalog" / "data" / "range").glob("products-*.csv")):
        lengthen(table, long / table.name)
    settings = (ROOT / "catalog" / "data" / "shops" / "miramas" / "shop.yaml").read_text("utf-8")
    (empty / "shop.yaml").write_text(settings.replace("id: miramas", f"id: {EMPTY_SHOP}"), "utf-8")
    shop.flask("import", str(long), str(empty))


def lengthen(table: Path, path: Path) -> None:
    """Copy the names and purposes of a table, each longer; a column that is absent changes nothing."""
    with table.open(encoding="utf-8", newline="") as source, path.open("w", encoding="utf-8", newline="") as target:
        rows = csv.DictReader(source)
        writer = csv.DictWriter(target, ["ref", *LONGER], extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            writer.writerow(row | {column: row[column] + more for column, more in LONGER.items()})


def never(_: Route) -> None:
    """Leave a question without an answer."""


def failing(route: Route) -> None:
    route.fulfill(status=500, content_type="application/problem+json", body=json.dumps(FAILURE))


WITHOUT_CATALOGUE: dict[str, Answer] = {"loading": never, "error": failing}
EDGES = ("offline", "empty", "long", *WITHOUT_CATALOGUE)


def at_edge(browser: Browser, shop: ShopServer, edge: str, how: dict[str, Any]) -> Page:
    """Return a page of somebody who is in, at this edge."""
    without = WITHOUT_CATALOGUE.get(edge)
    context = browser.new_context(**how, service_workers="block" if without else "allow")
    enter(context, shop, EMPTY_SHOP if edge == "empty" else None)
    page = context.new_page()
    if without:
        page.route("**/api/v1/shops/**", without)
    page.goto(f"{shop.url}/app/#/shop")
    expect(page.get_by_role("heading", level=1).first).to_be_attached()
    if edge == "offline":
        take_along(page)
        context.set_offline(True)
    return page


def enter(context: BrowserContext, shop: ShopServer, at: str | None) -> None:
    """Sign a manager in without a screen: of the demonstration, or by a one-time link of another shop."""
    if at is None:
        answer = context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "manager"})
    else:
        printed = shop.flask("invite", "--role", "manager", "--shop", at)
        token = re.findall(r"#/invitation/(\S+)", printed)[0]
        answer = context.request.post(f"{shop.url}/api/v1/enrolments", data={"invitation": token, "name": "Camille"})
    assert answer.ok, answer.text()


def take_along(page: Page) -> None:
    """Wait until the worker holds the pages and the catalogue is on the phone."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def open_at(page: Page, shop: ShopServer, address: str) -> None:
    """Open an address and wait for whatever it has to say: its page, or that the page is on its way."""
    page.goto(f"{shop.url}/app/#{address}")
    expect(page.locator(".screen-wait")).to_have_count(0)
    expect(page.locator("main :is(h1, [role=status])").first).to_be_attached()
