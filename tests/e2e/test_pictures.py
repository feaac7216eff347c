"""Pictures of pieces on a phone that runs out of room: they go first, and what waits to be sent never does."""

from __future__ import annotations

import os
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route

from .seller import Seller, until
from .serving import ShopServer

PICTURE = b"\x89PNG\r\n\x1a\n" + os.urandom(300_000)
SEEN = 8
PORTAL = "f" * 64
"""The photo in whose place a sign-in page of the network comes."""
LOOK = """
async (numbers) => {
  const place = (one) => `/media/${String(one).padStart(64, "0")}/320.webp`;
  for (const one of numbers) await fetch(place(one)).then((answer) => answer.blob());
}
"""
KEPT = "caches.open('cordee-pictures').then((cache) => cache.keys()).then((keys) => keys.length)"
WAITING = """
new Promise((resolve) => {
  const asked = indexedDB.open("cordee");
  asked.onsuccess = () => {
    const all = asked.result.transaction("outbox").objectStore("outbox").getAll();
    all.onsuccess = () => { asked.result.close(); resolve(all.result.map(({ payload }) => payload.text)); };
  };
})
"""


def remark(page: Page, text: str) -> None:
    page.get_by_role("button", name="Remarque du client").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("textbox").fill(text)
    sheet.get_by_role("button", name="Enregistrer").click()
    sheet.wait_for(state="hidden")


def test_they_go_first_and_what_waits_stays(own_shop: ShopServer, phone: BrowserContext) -> None:
    def picture(route: Route) -> None:
        route.fulfill(status=200, content_type="image/png", body=PICTURE)

    def sign_in_page(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<h1>Wi-Fi</h1>")

    phone.route("**/media/*/320.webp", picture)
    phone.route(f"**/media/{PORTAL}/320.webp", sign_in_page)
    phone.route("**/api/v1/events", lambda route: route.abort())
    page = phone.new_page()
    seller = Seller(page)
    seller.enrol(own_shop.invitation())
    seller.go_home()
    seller.wait_until_kept()
    remark(page, "avant")

    seen: list[Any] = [*range(SEEN), PORTAL]
    page.evaluate(LOOK, seen)
    until(page, f"{KEPT}.then((count) => count === {SEEN})")
    usage = page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    storage = phone.new_cdp_session(page)
    room = {"origin": own_shop.url, "quotaSize": usage + 2 * len(PICTURE)}
    storage.send("Storage.overrideQuotaForOrigin", room)
    page.evaluate(LOOK, list(range(100, 100 + SEEN)))
    until(page, f"{KEPT}.then((count) => count < {SEEN})")
    remark(page, "après")
    assert page.evaluate(WAITING) == ["avant", "après"]
