"""A newer catalogue on its way to real phones, over good lines and bad ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import PHONE, start_phone
from .reads import FAULTS, Line, bad_line
from .seller import Seller
from .serving import ShopServer
from .speech import Speech

SMALL = 4_000
"""Bytes of one changed price, not compressed; the whole has a million and a half."""


class Range:
    """The merchandiser, who changes the price of one piece."""

    def __init__(self, shop: ShopServer) -> None:
        self.shop = shop
        self.token = shop.flask("token", "--role", "merchandiser", "--shop", "miramas", "--name", "desk").split()[-1]
        self.product = Speech(shop, "fr").product_of("hardshell-jacket")

    @property
    def route(self) -> str:
        return f"#/product/{self.product['ref']}"

    def price(self, phone: BrowserContext, euros: int) -> None:
        """Publish the piece at one price in all sizes and colours."""
        rows = [f"miramas,{variant['gtin']},{euros * 100},\n" for variant in self.product["variants"]]
        table = "shop,gtin,price_cents,reference_price_cents\n" + "".join(rows)
        file = {"name": "prices.csv", "mimeType": "text/csv", "buffer": table.encode()}
        api, headers = f"http://127.0.0.1:{self.shop.port}/api/v1", {"Authorization": f"Bearer {self.token}"}
        trial = phone.request.post(f"{api}/imports", multipart={"file": file}, headers=headers, timeout=120_000)
        assert trial.status == 201, trial.text()
        done = phone.request.post(f"{api}/imports/{trial.json()['id']}/publish", headers=headers, timeout=120_000)
        assert done.ok, done.text()


@pytest.fixture(scope="module")
def line(new_shop: Callable[..., ShopServer]) -> Iterator[tuple[Line, Range, ShopServer]]:
    shop = new_shop()
    with bad_line(shop.port) as way:
        shop.public_url = f"http://127.0.0.1:{way.port}"
        shop.start()
        yield way, Range(shop), shop
        shop.kill()


def look_again(page: Page) -> None:
    """Come back to the application, as from another one: then it asks the server."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def priced(page: Page, euros: int) -> None:
    expect(page.get_by_role("main").get_by_text(re.compile(rf"^{euros}\s€$")).first).to_be_visible()


def stored_revision(page: Page) -> int:
    """Return the revision that is on the disk: the whole, or the last changes beside it."""
    return int(
        page.evaluate(
            """() => new Promise((resolve, reject) => {
              const opening = indexedDB.open("cordee");
              opening.onerror = reject;
              opening.onsuccess = () => {
                const got = opening.result.transaction("heard").objectStore("heard").get("miramas/fr");
                got.onsuccess = () => { opening.result.close(); resolve((got.result?.of ?? "0 ").split(" ")[0]); };
              };
            })"""
        )
    )


def arrived(page: Page, revision: int) -> None:
    for _ in range(300):
        if stored_revision(page) == revision:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"revision {stored_revision(page)} is stored, not {revision}")


def test_what_changed_comes_alone_is_kept_and_shown_when_nobody_reads(
    line: tuple[Line, Range, ShopServer], browser: Browser, tmp_path: Path
) -> None:
    way, range_, shop = line
    phone = start_phone(browser, tmp_path / "profile")
    page = phone.pages[0]
    Seller(page).enrol(shop.invitation())
    Seller(page).wait_until_kept()
    range_.price(phone, 123)
    page.goto(f"{shop.url}/app/{range_.route}")
    look_again(page)
    arrived(page, 2)
    other = phone.new_page()
    other.goto(f"{shop.url}/app/{range_.route}")
    priced(other, 123)

    way.asked.clear()
    range_.price(phone, 234)
    look_again(other)
    arrived(other, 3)
    path, status, size = way.snapshots[-1]
    assert ("from=2" in path, status, size < SMALL) == (True, 200, True)

    # Neither window changes under the thumb; each shows it with the next page.
    priced(other, 123)
    for window in (other, page):
        window.evaluate("location.hash = '#/search'")
        expect(window).to_have_title(re.compile("^Chercher · "))
        window.evaluate(f"location.hash = '{range_.route}'")
        priced(window, 234)

    # Somebody takes the battery out: the last write is there, and the network is not.
    way.dead = True
    phone.close()
    again = start_phone(browser, tmp_path / "profile")
    again.pages[0].goto(f"{shop.url}/app/{range_.route}")
    priced(again.pages[0], 234)
    again.close()
    way.dead = False


def test_no_bad_answer_harms_what_is_known(line: tuple[Line, Range, ShopServer], browser: Browser) -> None:
    way, range_, shop = line
    phone = browser.new_context(**PHONE)
    page = phone.new_page()
    Seller(page).enrol(shop.invitation())
    Seller(page).wait_until_kept()
    page.evaluate(f"location.hash = '{range_.route}'")
    before = stored_revision(page)
    range_.price(phone, 345)
    for name, fault in FAULTS.items():
        way.fault = fault
        way.asked.clear()
        with page.expect_response(lambda answer: "/snapshot" in answer.url or "/session" in answer.url):
            look_again(page)
        page.wait_for_timeout(150)
        assert stored_revision(page) == before, name
        expect(page.get_by_role("heading", level=1)).to_have_text(range_.product["name"])
    way.fault = None
    look_again(page)
    arrived(page, before + 1)
    page.evaluate("location.hash = '#/search'")
    page.evaluate(f"location.hash = '{range_.route}'")
    priced(page, 345)
    phone.close()


def test_nothing_known_waits_for_the_line(line: tuple[Line, Range, ShopServer], browser: Browser) -> None:
    way, range_, shop = line
    phone = browser.new_context(**PHONE)
    page = phone.new_page()
    Seller(page).enrol(shop.invitation())
    Seller(page).wait_until_kept()
    way.let_go.clear()
    try:
        page.goto(f"{shop.url}/app/{range_.route}", wait_until="commit")
        expect(page.get_by_role("heading", level=1)).to_have_text(range_.product["name"])
    finally:
        way.let_go.set()
        phone.close()


def test_a_phone_whose_catalogue_is_gone_says_so_and_finds_it_again(
    line: tuple[Line, Range, ShopServer], browser: Browser
) -> None:
    way, range_, shop = line
    phone = browser.new_context(**PHONE)
    page = phone.new_page()
    Seller(page).enrol(shop.invitation())
    Seller(page).wait_until_kept()
    page.evaluate(
        """() => new Promise((resolve, reject) => {
          const opening = indexedDB.open("cordee");
          opening.onerror = reject;
          opening.onsuccess = () => {
            const all = opening.result.transaction(["snapshot", "changes", "heard"], "readwrite");
            for (const name of all.objectStoreNames) all.objectStore(name).clear();
            all.oncomplete = resolve;
          };
        })"""
    )
    way.dead = True
    page.goto(f"{shop.url}/app/{range_.route}")
    page.reload()
    expect(page.get_by_role("heading", name="Le catalogue n’est pas sur ce téléphone")).to_be_visible()
    way.dead = False
    page.get_by_role("button", name="Réessayer maintenant").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(range_.product["name"])
    phone.close()
