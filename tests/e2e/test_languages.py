"""The phone turned to a customer, in five languages, without a network."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from catalog.model import LANGUAGES

from .conftest import PHONE
from .looking import runs_sideways, shut_out, small_targets
from .seller import Seller
from .serving import ShopServer
from .speech import Speech

JACKET, OTHER = "millet-ld-trilogy-gtx-jacket", "millet-kamet-light-gtx-jacket"
KEPT = """
() => new Promise((resolve) => {
  const asked = indexedDB.open("cordee");
  asked.onsuccess = () => {
    const all = asked.result.transaction("speech").objectStore("speech").getAllKeys();
    all.onsuccess = () => { asked.result.close(); resolve(all.result.length >= 4); };
  };
})
"""
WAIT_MS = 40_000
"""The words come once nobody has touched the screen for a while."""


def wait_for_words(page: Page) -> None:
    """Wait until the phone has the words of the four other languages."""
    for _ in range(WAIT_MS // 500):
        if page.evaluate(KEPT):
            return
        page.wait_for_timeout(500)
    raise AssertionError("the words of other languages have not come")


@pytest.fixture(scope="module")
def turned(browser: Browser, open_shop: ShopServer) -> Page:
    """Give a phone that was left alone for a moment, and then lost its network."""
    if open_shop.process is None:
        open_shop.start()
    context = browser.new_context(**PHONE)
    page = context.new_page()
    seller = Seller(page)
    seller.enrol(open_shop.invitation())
    seller.wait_until_kept()
    seller.tap("Ski de randonnée")
    wait_for_words(page)
    context.set_offline(offline=True)
    return page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_speaks_to_the_customer_without_a_network(turned: Page, open_shop: ShopServer, lang: str) -> None:
    spoken = Speech(open_shop, lang)
    jacket = next(each for each in spoken.snapshot["products"] if each["ref"] == JACKET)
    turned.goto(f"{open_shop.url}/app/#/show/{JACKET}")
    turned.locator(f"button[lang={lang}]").click()
    expect(turned.locator("html")).to_have_attribute("lang", lang)
    category = next(each for each in spoken.snapshot["categories"] if each["id"] == jacket["category"])
    expect(turned.get_by_text(f"Millet · {category['label']}")).to_be_visible()
    phrase = next(
        answer["phrase"] for answer in spoken._question("activity")["answers"] if answer["id"] == "ski-touring"
    )
    expect(turned.get_by_text(re.compile(rf"^{re.escape(phrase[:1].upper() + phrase[1:])}"))).to_be_visible()
    assert shut_out(turned) == []
    assert small_targets(turned, 44) == []
    for width in (320, 390):
        assert runs_sideways(turned, width) == []
    assert runs_sideways(turned, 390, 32) == []


def test_two_pieces_stand_side_by_side(turned: Page, open_shop: ShopServer) -> None:
    turned.goto(f"{open_shop.url}/app/#/show/{JACKET}?with={OTHER}")
    turned.locator("button[lang=de]").click()
    for piece in (JACKET, OTHER):
        name = next(each["name"] for each in Speech(open_shop, "de").snapshot["products"] if each["ref"] == piece)
        expect(turned.get_by_role("heading", name=name, level=2)).to_be_visible()
    expect(turned.get_by_text("besser", exact=True).first).to_be_visible()
    assert shut_out(turned) == []
    assert runs_sideways(turned, 320) == []


def test_the_seller_finds_their_own_language_again(turned: Page, open_shop: ShopServer) -> None:
    turned.goto(f"{open_shop.url}/app/#/show/{JACKET}")
    turned.locator("button[lang=es]").click()
    expect(turned.get_by_role("button", name="Cerrar")).to_be_visible()
    turned.goto(f"{open_shop.url}/app/#/product/{JACKET}")
    expect(turned.get_by_role("link", name="Montrer au client")).to_be_visible()
    expect(turned.locator("html")).to_have_attribute("lang", "fr")
