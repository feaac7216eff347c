"""Counting the stock by the camera, without a network, until another phone knows it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import chromium

from . import camera
from .conftest import PHONE
from .seller import Seller
from .serving import ShopServer
from .speech import Speech


@pytest.fixture(scope="module")
def piece(open_shop: ShopServer) -> dict[str, Any]:
    if open_shop.process is None:
        open_shop.start()
    return Speech(open_shop, "fr").product_of("hardshell-jacket")


@pytest.fixture
def counting(browser: Browser, shop: ShopServer, piece: dict[str, Any], tmp_path: Any) -> Any:
    """Give a phone at the page of counting, offline, whose camera sees one tag, nothing, and the tag again."""
    gtin = piece["variants"][0]["gtin"]
    tags = [camera.ean(gtin.removeprefix("0")), camera.qr("nothing of ours")]
    path = camera.film(tmp_path / "tags.y4m", tags, seconds_each=3)
    arguments = [*chromium.FLAGS, *camera.flags(path)]
    launched = browser.browser_type.launch(executable_path=chromium.executable(), args=arguments)
    context = launched.new_context(**PHONE, permissions=["camera"])
    assert context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "seller"}).ok
    page = context.new_page()
    page.goto(f"{shop.url}/app/#/search")
    expect(page.get_by_role("searchbox").or_(page.get_by_role("textbox")).first).to_be_visible()
    Seller(page).wait_until_kept()
    context.set_offline(True)
    page.goto(f"{shop.url}/app/#/count")
    yield page
    launched.close()


def test_each_tag_adds_one_and_the_shop_hears_of_it(
    counting: Page, shop: ShopServer, piece: dict[str, Any], phone: BrowserContext
) -> None:
    page, variant = counting, piece["variants"][0]
    number = page.get_by_role("textbox", name="nombre compté")
    expect(number).to_have_value("2", timeout=25_000)  # the film came round: the same tag, another piece
    page.get_by_role("button", name="Vérifier").click()
    expect(page.get_by_role("heading", name="Avant d’enregistrer")).to_be_visible()
    page.get_by_role("button", name="Enregistrer 1 comptage").click()
    expect(page.get_by_text("1 comptage enregistré.")).to_be_visible()
    page.goto(f"{shop.url}/app/#/count?ref={piece['ref']}")
    claim = page.get_by_role("listitem").filter(has_text=f"{variant['size']} ·").first
    expect(claim).to_contain_text("pas encore envoyé")
    page.context.set_offline(False)
    page.wait_for_function(
        """async ([gtin]) => {
          const { levels } = await (await fetch('/api/v1/shops/miramas/stock')).json();
          return levels[gtin]?.counted === 2;
        }""",
        arg=[variant["gtin"]],
        timeout=20_000,
    )
    expect(claim).not_to_contain_text("pas encore envoyé", timeout=20_000)
