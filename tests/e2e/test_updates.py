"""A new catalogue, a new build: they come while somebody works, and change nothing under the finger."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect
from playwright.sync_api import TimeoutError as NothingHappened

from .builds import NEXT_VERSION, serve
from .seller import Seller, until
from .serving import ShopServer
from .speech import Speech

TRIES = 5
QUIET_MS = 13_000
"""A little more than the time without a touch after which the application says what it has to say."""


def enter(phone: BrowserContext, shop: ShopServer, route: str, role: str = "seller") -> Page:
    """Open a page of the application on a phone that the demonstration has let in."""
    assert phone.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": role}).ok
    page = phone.new_page()
    page.clock.install()
    page.goto(f"{shop.url}/app/#{route}")
    expect(page.get_by_role("heading", level=1).first).to_be_attached()
    Seller(page).wait_until_kept()
    return page


def come_back(page: Page, address: str, *statuses: int) -> None:
    """Lose the network for a moment: when it is back the phone asks what is new, and gets one of these answers."""
    for _ in range(TRIES):
        try:
            with page.expect_response(re.compile(address), timeout=3_000) as asked:
                page.context.set_offline(True)
                page.context.set_offline(False)
        except NothingHappened:
            continue  # the phone was still busy with the last question, and does not ask twice
        assert asked.value.status in statuses
        return
    raise AssertionError(f"nobody asked for {address}")


def publish_price(shop: ShopServer, folder: Path, gtins: list[str], cents: int) -> None:
    """Import a list of prices as a merchandiser does."""
    rows = [f"miramas,{gtin},{cents}," for gtin in gtins]
    file = folder / "prices.csv"
    file.write_text("\n".join(["shop,gtin,price_cents,reference_price_cents", *rows, ""]), "utf-8")
    shop.flask("import", str(file))


def test_a_new_catalogue_waits_for_a_turn_of_the_page(
    own_shop: ShopServer, phone: BrowserContext, tmp_path: Path
) -> None:
    jacket = Speech(own_shop, "fr").product_of("hardshell-jacket")
    gtins = [variant["gtin"] for variant in jacket["variants"]]
    page = enter(phone, own_shop, f"/product/{jacket['ref']}")
    price = page.get_by_role("main").get_by_text("123 €")
    come_back(page, "/snapshot", 200, 304)

    publish_price(own_shop, tmp_path, gtins, 12300)
    come_back(page, "/stock", 304)  # asked after the catalogue has come and is kept
    expect(price).to_have_count(0)
    page.get_by_role("navigation").get_by_role("link", name="Chercher").click()
    page.go_back()
    expect(price.first).to_be_visible()

    publish_price(own_shop, tmp_path, gtins, 32100)
    come_back(page, "/stock", 304)
    show = page.get_by_role("button", name="Afficher")
    expect(show).to_have_count(0)
    page.clock.run_for(QUIET_MS)
    expect(price.first).to_be_visible()
    show.click()
    expect(page.get_by_role("main").get_by_text("321 €").first).to_be_visible()


def version_of(page: Page) -> str:
    """Open the shop's page, whose code is loaded when it is first needed, and read what it says of itself."""
    page.get_by_role("navigation").get_by_role("link", name="Boutique").click()
    return page.get_by_text(re.compile(r"^Cordée \d+\.")).inner_text()


def test_a_new_build_waits_for_a_yes(own_shop: ShopServer, phone: BrowserContext, next_dist: Path) -> None:
    page = enter(phone, own_shop, "/advice")
    second = phone.new_page()
    second.clock.install()
    second.goto(f"{own_shop.url}/app/#/advice")
    expect(second.get_by_role("heading", name="Le besoin")).to_be_visible()
    offer, other_offer = (one.get_by_role("button", name="Mettre à jour") for one in (page, second))

    serve(own_shop, next_dist)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => Boolean(one.waiting))")
    expect(offer).to_have_count(0)
    assert NEXT_VERSION not in version_of(page)
    page.clock.run_for(QUIET_MS)
    with page.expect_event("load"):
        offer.click()
    assert NEXT_VERSION in version_of(page)

    # The other window goes on with the files of its own build, though the server has them no more.
    assert NEXT_VERSION not in version_of(second)
    second.clock.run_for(QUIET_MS)
    with second.expect_event("load"):
        other_offer.click()
    assert NEXT_VERSION in version_of(second)
