"""The scanner, with a pretended camera that films real codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import chromium

from . import camera
from .conftest import PHONE
from .seller import Seller, until
from .serving import ShopServer
from .speech import Speech

NOBODYS = "09506000134352"


@pytest.fixture(scope="module")
def pieces(open_shop: ShopServer) -> dict[str, Any]:
    if open_shop.process is None:
        open_shop.start()
    speech = Speech(open_shop, "fr")
    return {"barred": speech.product_of("hardshell-jacket"), "linked": speech.product_of("hiking-pack")}


@pytest.fixture(scope="module")
def filming(browser: Browser, pieces: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a browser whose camera sees an article number, a link of another domain, and a code of no article."""
    barred, linked = (pieces[name]["variants"][0]["gtin"] for name in ("barred", "linked"))
    tags = [
        camera.ean(barred.removeprefix("0")),
        camera.qr(f"https://brand.example/fr/01/{linked}/10/LOT?linkType=gs1:pip"),
        camera.qr(f"https://id.gs1.org/01/{NOBODYS}"),
    ]
    path = camera.film(tmp_path_factory.mktemp("camera") / "tags.y4m", tags)
    arguments = [*chromium.FLAGS, *camera.flags(path)]
    launched = browser.browser_type.launch(executable_path=chromium.executable(), args=arguments)
    yield launched
    launched.close()


def scanner_of(context: BrowserContext, shop: ShopServer) -> Page:
    assert context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "seller"}).ok
    page = context.new_page()
    page.goto(f"{shop.url}/app/#/advice")
    expect(page.get_by_role("heading", name="Le besoin")).to_be_visible()
    Seller(page).wait_until_kept()
    context.set_offline(True)
    page.get_by_role("navigation").get_by_role("link", name="Scanner").click()
    return page


def test_it_reads_tag_after_tag_without_a_network(shop: ShopServer, filming: Browser, pieces: dict[str, Any]) -> None:
    context = filming.new_context(**PHONE, permissions=["camera"])
    page = scanner_of(context, shop)
    read = page.get_by_role("region", name="Étiquettes lues")
    expect(read.get_by_text("Un vrai code, mais rien de cette boutique.")).to_be_visible(timeout=20_000)
    for name in ("barred", "linked"):
        expect(read.get_by_role("link").filter(has_text=pieces[name]["name"])).to_be_visible(timeout=20_000)
    expect(read.get_by_role("heading")).to_have_text(re.compile("3"))
    read.get_by_role("link").filter(has_text=pieces["linked"]["name"]).click()
    expect(page.get_by_role("heading", level=1, name=pieces["linked"]["name"])).to_be_visible()
    gtin = pieces["linked"]["variants"][0]["gtin"]
    assert gtin in page.url
    context.close()


HIDE = """
(hidden) => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}
"""
TRACKS = """
const own = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
window.opened = [];
navigator.mediaDevices.getUserMedia = async (wanted) => {
  const stream = await own(wanted);
  window.opened.push(...stream.getTracks());
  return stream;
};
"""
LIVE = "window.opened.filter((track) => track.readyState === 'live').length"


def test_the_camera_is_off_while_nobody_looks(shop: ShopServer, filming: Browser) -> None:
    context = filming.new_context(**PHONE, permissions=["camera"])
    context.add_init_script(TRACKS)
    page = scanner_of(context, shop)
    until(page, f"{LIVE} === 1")
    page.evaluate(HIDE, True)
    until(page, f"{LIVE} === 0")
    page.evaluate(HIDE, False)
    until(page, f"{LIVE} === 1")
    expect(page.get_by_role("region", name="Étiquettes lues").get_by_role("listitem").first).to_be_visible(
        timeout=20_000
    )
    page.get_by_role("navigation").get_by_role("link", name="Chercher").click()
    until(page, f"{LIVE} === 0")
    context.close()


def test_it_asks_no_stranger_for_its_decoder(shop: ShopServer, filming: Browser) -> None:
    context = filming.new_context(**PHONE, permissions=["camera"])
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = scanner_of(context, shop)
    expect(page.get_by_role("region", name="Étiquettes lues").get_by_role("listitem").first).to_be_visible(
        timeout=20_000
    )
    foreign = [url for url in asked if not url.startswith((shop.url, "blob:", "data:"))]
    assert foreign == []
    context.close()


def test_without_a_camera_the_number_is_typed(shop: ShopServer, phone: BrowserContext, pieces: dict[str, Any]) -> None:
    page = scanner_of(phone, shop)
    expect(page.get_by_role("alert")).to_be_visible()
    gtin: str = pieces["barred"]["variants"][0]["gtin"].removeprefix("0")
    wrong = gtin[:-1] + str((int(gtin[-1]) + 1) % 10)
    field = page.get_by_role("textbox", name="Ou tapez le code")
    field.fill(wrong)
    expect(page.get_by_role("status").filter(has_text=gtin[-1])).to_be_visible()
    field.fill(gtin)
    expect(page.get_by_role("link").filter(has_text=pieces["barred"]["name"])).to_be_visible()
    field.press("Enter")
    expect(page.get_by_role("heading", level=1, name=pieces["barred"]["name"])).to_be_visible()


def test_it_is_the_scripts_policy_of_the_application_alone(shop: ShopServer, phone: BrowserContext) -> None:
    policies = {
        path: phone.request.get(f"{shop.url}{path}").headers["content-security-policy"]
        for path in ("/app/", "/api/v1/docs")
    }
    assert "'wasm-unsafe-eval'" in policies["/app/"]
    assert "wasm" not in policies["/api/v1/docs"]
