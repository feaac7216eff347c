"""Deployments that go wrong: the application starts all the same, and what was recorded is still there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.faults.browsers import KillableBrowser

from .builds import NEXT_VERSION, damaged, serve
from .conftest import start_phone
from .seller import Seller, until
from .serving import ShopServer, built_dist

MARK = "what a seller recorded"
LOOK = "navigator.serviceWorker.getRegistration().then((one) => one.update())"
WAITS = "navigator.serviceWorker.getRegistration().then((one) => Boolean(one.waiting))"
INSTALLED = "navigator.serviceWorker.getRegistration().then((one) => !one.installing)"
LET_IN = """
async () => {
  const { waiting } = await navigator.serviceWorker.getRegistration();
  const held = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
  waiting.postMessage({ type: "SKIP_WAITING" });
  await held;
}
"""
FATE = """
async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const coming = new Promise((found) => registration.addEventListener("updatefound", found, { once: true }));
  await registration.update();
  await coming;
  const worker = registration.installing;
  await new Promise((settled) => worker.addEventListener("statechange", settled));
  return worker.state;
}
"""
DATABASE = """
([mark, version]) => new Promise((done, failed) => {
  const opening = indexedDB.open("cordee", version ?? undefined);
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    const work = database.transaction(["settings", "session"], mark ? "readwrite" : "readonly");
    if (mark) work.objectStore("settings").put(mark, "mark");
    const kept = work.objectStore("settings").get("mark");
    const session = work.objectStore("session").get("current");
    work.oncomplete = () => {
      database.close();
      done({ mark: kept.result, enrolled: session.result !== undefined });
    };
  };
})
"""


class Carried:
    """A phone in somebody's pocket: switched off and on, it keeps its storage."""

    def __init__(self, browser: Browser, shop: ShopServer, profile: Path) -> None:
        self.browser, self.shop, self.profile = browser, shop, profile
        self.context: BrowserContext | None = None

    def switch_on(self) -> Page:
        self.context = start_phone(self.browser, self.profile)
        return self.context.pages[0]

    def switch_off(self) -> None:
        if self.context is not None:
            self.context.close()
            self.context = None

    def start(self) -> Page:
        """Switch on and open the application from the home screen."""
        page = self.switch_on()
        page.goto(f"{self.shop.url}/app/?source=pwa")
        return page


@pytest.fixture
def carried(browser: Browser, own_shop: ShopServer, tmp_path: Path) -> Iterator[Carried]:
    """Give an enrolled phone with something recorded in its database, switched on and at work."""
    carried = Carried(browser, own_shop, tmp_path / "profile")
    page = carried.switch_on()
    assert page.request.post(f"{own_shop.url}/api/v1/demonstration/entries", data={"role": "seller"}).ok
    page.goto(f"{own_shop.url}/app/#/advice")
    expect_advice(page)
    Seller(page).wait_until_kept()
    database(page, MARK)
    yield carried
    carried.switch_off()


def the_page(carried: Carried) -> Page:
    assert carried.context is not None
    return carried.context.pages[0]


def expect_advice(page: Page) -> None:
    expect(page.get_by_role("navigation").get_by_role("link", name="Conseil")).to_be_visible()
    expect(page.get_by_role("heading", level=1).first).to_be_attached()


def database(page: Page, mark: str | None = None, version: int | None = None) -> dict[str, Any]:
    """Read what the phone keeps, and write a mark first where there is one."""
    kept: dict[str, Any] = page.evaluate(DATABASE, [mark, version])
    return kept


def expect_nothing_lost(page: Page) -> None:
    assert database(page) == {"mark": MARK, "enrolled": True}


def version_of(page: Page) -> str:
    """Open the shop's page, whose code is loaded when it is first needed, and read what it says of itself."""
    page.goto(re.sub(r"[?#].*", "", page.url) + "#/shop")
    return page.get_by_text(re.compile(r"^Cordée \d+\.")).inner_text()


def bring(page: Page) -> None:
    """Let the phone find the deployed build, install it and let it in."""
    page.evaluate(LOOK)
    until(page, WAITS)
    page.evaluate(LET_IN)


def test_two_deployments_while_it_was_away(carried: Carried, broken_dist: Path, next_dist: Path) -> None:
    carried.switch_off()
    serve(carried.shop, broken_dist)
    serve(carried.shop, next_dist)
    page = carried.start()
    expect_advice(page)
    until(page, WAITS)
    expect_nothing_lost(page)
    carried.switch_off()
    page = carried.start()
    expect_advice(page)
    assert NEXT_VERSION in version_of(page), "the new version did not come within two starts"
    expect_nothing_lost(page)


def test_a_rollback(carried: Carried, next_dist: Path) -> None:
    before = version_of(the_page(carried))
    serve(carried.shop, next_dist)
    bring(the_page(carried))
    the_page(carried).reload()
    assert NEXT_VERSION in version_of(the_page(carried))
    database(the_page(carried), version=1_000)  # the newer build has migrated the database as well
    serve(carried.shop, built_dist())
    bring(the_page(carried))
    carried.switch_off()
    carried.shop.kill()
    page = carried.start()
    expect_advice(page)
    assert version_of(page) == before
    expect_nothing_lost(page)


def repair(page: Page) -> None:
    expect(page.get_by_role("heading", name="L’application n’a pas pu démarrer")).to_be_visible()
    page.get_by_role("button", name="Réparer").click()


def test_a_build_that_does_not_start_gives_way_to_the_one_before(
    carried: Carried, broken_dist: Path, next_dist: Path
) -> None:
    page = the_page(carried)
    before = version_of(page)
    serve(carried.shop, broken_dist)
    bring(page)
    page.reload()
    repair(page)  # the server has nothing else either
    expect_advice(page)
    assert version_of(page) == before
    expect_nothing_lost(page)
    carried.switch_off()
    carried.shop.kill()
    page = carried.start()
    expect_advice(page)
    serve(carried.shop, next_dist)
    bring(page)
    page.reload()
    assert NEXT_VERSION in version_of(page)
    expect_nothing_lost(page)


def test_a_repair_without_a_way_back_waits_for_the_network(
    browser: Browser, new_shop: Callable[..., ShopServer], broken_dist: Path, tmp_path: Path
) -> None:
    shop = new_shop(dist=broken_dist)
    shop.start()
    carried = Carried(browser, shop, tmp_path / "profile")
    page = carried.start()
    shop.kill()
    repair(page)
    expect(page.get_by_role("status")).to_contain_text("il faut une fois du réseau")
    serve(shop, built_dist())
    repair(page)
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect(page.get_by_role("button", name="Réparer")).to_have_count(0)
    carried.switch_off()


@pytest.mark.parametrize("how", ["foreign", "missing", "half"])
def test_an_update_that_does_not_come_whole_changes_nothing(
    carried: Carried, next_dist: Path, tmp_path: Path, how: str
) -> None:
    page = the_page(carried)
    before = version_of(page)
    serve(carried.shop, damaged(next_dist, tmp_path, how))
    assert page.evaluate(FATE) == "redundant"
    carried.shop.kill()
    page.reload()
    assert version_of(page) == before
    serve(carried.shop, next_dist)
    bring(page)
    page.reload()
    assert NEXT_VERSION in version_of(page)


def test_a_full_phone_keeps_its_build(carried: Carried, next_dist: Path) -> None:
    page = the_page(carried)
    before = version_of(page)
    assert carried.context is not None
    storage = carried.context.new_cdp_session(page)
    storage.send("Storage.overrideQuotaForOrigin", {"origin": carried.shop.url, "quotaSize": 1_000})
    serve(carried.shop, next_dist)
    assert page.evaluate(FATE) == "redundant"
    carried.shop.kill()
    page.reload()
    assert version_of(page) == before
    storage.send("Storage.overrideQuotaForOrigin", {"origin": carried.shop.url})
    expect_nothing_lost(page)


def test_a_browser_killed_in_the_middle_of_an_installation(
    playwright: Playwright, carried: Carried, next_dist: Path
) -> None:
    carried.switch_off()
    serve(carried.shop, next_dist)
    killable = KillableBrowser(playwright, carried.profile)
    page = killable.start().new_page()
    page.goto(f"{carried.shop.url}/app/#/advice")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => Boolean(one.installing || one.waiting))")
    killable.kill()
    carried.shop.kill()
    page = carried.start()
    expect_advice(page)
    expect_nothing_lost(page)
    carried.shop.start()
    carried.switch_off()
    page = carried.start()
    page.evaluate(LOOK)
    until(page, INSTALLED)
    carried.switch_off()
    assert NEXT_VERSION in version_of(carried.start())


def test_the_server_says_which_build_it_has(carried: Carried, next_dist: Path) -> None:
    page = the_page(carried)
    here = page.locator('meta[name="build"]').get_attribute("content")
    told = page.request.get(f"{carried.shop.url}/app/version.json")
    assert told.json()["build"] == here
    assert told.headers["cache-control"] == "no-store"
    serve(carried.shop, next_dist)
    assert page.evaluate("fetch('/app/version.json').then((one) => one.json())")["build"] != here
