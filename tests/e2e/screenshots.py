"""Photograph each screen of the demonstration shop: ``make screenshots``.

Writes docs/screenshots/*.png for the README, and pwa/public/screenshots/*.png for the install dialog of a phone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium

from .conftest import PHONE
from .seller import Seller
from .serving import ROOT, ShopServer

PICTURES = ROOT / "docs" / "screenshots"
INSTALL_PICTURES = ROOT / "pwa" / "public" / "screenshots"
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "device_scale_factor": 1, "locale": "fr-FR"}
SETTLED_MS = 700


def photograph(page: Page, path: Path, *, full: bool = False) -> None:
    """Wait until nothing moves any more, and keep the picture small enough for a repository."""
    page.wait_for_timeout(SETTLED_MS)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=full)
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(colors=128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def describe(seller: Seller) -> None:
    seller.tap("Ski de randonnée")
    seller.ask("Pièce", "Qu’est-ce que vous cherchez ?")
    seller.tap("Protection")
    seller.ask("Pour", "Pour qui, en quelle taille ?")
    seller.tap("Femme, taille M")
    seller.ask("Temps", "Par quel temps ?")
    seller.tap("Neige froide")
    seller.slide("Température", -8)
    seller.slide("Vent", 20)


def seller_tour(page: Page, shop: ShopServer, keep: Callable[[str], None]) -> None:
    seller = Seller(page)
    page.goto(shop.invitation())
    keep("invitation")
    seller.enrol(page.url)
    keep("advice-start")
    describe(seller)
    keep("advice")
    rows = seller.open_list()
    keep("results")
    for index in range(2):
        rows.nth(index).get_by_role("button", name="Comparer").click()
    page.get_by_role("link", name="Comparer les 2 pièces").click()
    keep("compare")
    page.go_back()
    page.goto(f"{shop.url}/app/#/product/millet-ld-trilogy-gtx-jacket")
    keep("product")
    page.goto(f"{shop.url}/app/#/show/millet-ld-trilogy-gtx-jacket")
    keep("show")
    page.goto(f"{shop.url}/app/#/search")
    page.get_by_role("textbox", name="Chercher un produit ou un code").fill("goretex")
    keep("search")
    page.goto(f"{shop.url}/app/#/shop")
    keep("shop")


def phone_pictures(browser: Browser, shop: ShopServer, scheme: str) -> None:
    context = browser.new_context(**PHONE, color_scheme=scheme)
    page = context.new_page()
    suffix = "" if scheme == "light" else f"-{scheme}"
    page.goto(f"{shop.url}/")
    photograph(page, PICTURES / f"ways-in{suffix}.png")
    seller_tour(page, shop, lambda name: photograph(page, PICTURES / f"{name}{suffix}.png"))
    context.close()


def customer_pictures(browser: Browser, shop: ShopServer) -> None:
    for scheme, lang in (("light", "fr"), ("dark", "en")):
        context = browser.new_context(**PHONE, color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{shop.url}/p/millet-ld-trilogy-gtx-jacket?lang={lang}")
        photograph(page, PICTURES / f"customer-{lang}-{scheme}.png")
        context.close()


def laptop_pictures(browser: Browser, shop: ShopServer) -> None:
    context = browser.new_context(**LAPTOP)
    page = context.new_page()
    seller = Seller(page)
    seller.enrol(shop.invitation())
    describe(seller)
    photograph(page, PICTURES / "advice-wide.png")
    photograph(page, INSTALL_PICTURES / "advice-wide.png")
    page.goto(f"{shop.url}/api/v1/docs")
    photograph(page, PICTURES / "api.png")
    context.close()


def install_pictures(browser: Browser, shop: ShopServer) -> None:
    context = browser.new_context(**{**PHONE, "device_scale_factor": 1})
    page = context.new_page()
    seller = Seller(page)
    seller.enrol(shop.invitation())
    describe(seller)
    photograph(page, INSTALL_PICTURES / "advice-narrow.png")
    page.goto(f"{shop.url}/app/#/product/millet-ld-trilogy-gtx-jacket")
    photograph(page, INSTALL_PICTURES / "product-narrow.png")
    context.close()


def main() -> None:
    """Open a shop of its own, walk through it, leave nothing running."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        shop = ShopServer(Path(folder))
        shop.open()
        shop.start()
        browser = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.FLAGS)
        try:
            for scheme in ("light", "dark"):
                phone_pictures(browser, shop, scheme)
            customer_pictures(browser, shop)
            laptop_pictures(browser, shop)
            install_pictures(browser, shop)
        finally:
            browser.close()
            shop.kill()


if __name__ == "__main__":
    main()
