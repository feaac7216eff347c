"""Photograph each screen of the demonstration shop: ``make screenshots``.

Writes docs/screenshots/*.webp for the README, docs/screenshots/sheet-*.webp of every scene in every frame, and
pwa/public/screenshots/*.png for the install dialog of a phone.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import chromium

from .conftest import PHONE
from .desk_scenes import DESK_SCENES, enter
from .seller import Seller
from .serving import ROOT, ShopServer
from .sheets import make_sheets
from .speech import Speech
from .visit import Visit

PICTURES = ROOT / "docs" / "screenshots"
INSTALL_PICTURES = ROOT / "pwa" / "public" / "screenshots"
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "device_scale_factor": 1, "locale": "fr-FR"}
AT_DESK = (
    "desk-home",
    "desk-columns",
    "desk-trial",
    "desk-advice",
    "desk-product",
    "desk-photos",
    "desk-prices",
    "desk-knowledge",
)
SETTLED_MS = 700


def photograph(page: Page, path: Path, *, full: bool = False) -> None:
    """Wait until nothing moves any more, and keep the picture small enough for a repository."""
    page.wait_for_timeout(SETTLED_MS)
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(page.screenshot(full_page=full))) as picture:
        if path.suffix == ".webp":
            picture.convert("RGB").save(path, quality=72, method=6)
            return
        # The install dialog of a phone takes PNG.
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


JACKET, OTHER, GONE = "millet-ld-trilogy-gtx-jacket", "millet-kamet-gtx-jacket", "millet-trident-wds-grid"
SENTENCE = "une doudoune pas trop chère pour la rando en hiver, taille M, sans duvet, pour le 12 décembre"

Keep = Callable[[str], None]


def seller_tour(page: Page, shop: ShopServer, keep: Keep) -> None:
    """From the invitation to the whole outfit, with one customer; then a sentence of the next one."""
    seller = Seller(page)
    page.goto(shop.invitation())
    keep("invitation")
    seller.enrol(page.url)
    keep("advice-start")
    describe(seller)
    keep("advice")
    advice_tour(seller, keep)
    pieces_tour(page, shop, keep)
    outfit_tour(page, shop, keep)
    page.goto(f"{shop.url}/app/#/scan")
    keep("scan")
    page.goto(f"{shop.url}/app/#/search")
    page.get_by_role("textbox", name="Chercher un produit ou un code").fill("goretex")
    keep("search")
    page.goto(f"{shop.url}/app/#/shop")
    keep("shop")
    page.goto(f"{shop.url}/app/#/advice")
    seller.tap("Client suivant")
    field = page.get_by_role("textbox", name="Dites-le comme le client")
    field.fill(SENTENCE)
    field.press("Enter")
    expect(page.get_by_role("group", name="Compris", exact=True)).to_be_visible()
    keep("words")


def advice_tour(seller: Seller, keep: Keep) -> None:
    page, rows = seller.page, seller.open_list()
    keep("results")
    for index in range(2):
        rows.nth(index).get_by_role("button", name="Comparer").click()
    page.get_by_role("link", name="Comparer les 2 pièces").click()
    keep("compare")
    page.go_back()
    rows.first.get_by_role("button", name="Affiner").click()
    rows.first.get_by_role("button", name="Moins cher", exact=True).click()
    expect(page.get_by_role("button", name="Revenir à toutes les pièces")).to_be_visible()
    keep("refine")
    page.get_by_role("button", name="Revenir à toutes les pièces").click()
    page.keyboard.press("Escape")
    seller.ask("Souhaits", "Des souhaits ?")
    keep("wishes")


def pieces_tour(page: Page, shop: ShopServer, keep: Keep) -> None:
    for name, address in (
        ("product", f"product/{JACKET}"),
        ("show", f"show/{JACKET}"),
        ("show-pair", f"show/{JACKET}?with={OTHER}"),
        ("why", f"product/{GONE}?why=1"),
    ):
        page.goto(f"{shop.url}/app/#/{address}")
        expect(page.get_by_role("heading", level=1)).to_be_attached()
        if name == "why":
            page.get_by_text(re.compile("^Pourquoi elle, et pas")).first.scroll_into_view_if_needed()
            page.mouse.wheel(0, PHONE["viewport"]["height"] // 2)
        keep(name)


def outfit_tour(page: Page, shop: ShopServer, keep: Keep) -> None:
    page.goto(f"{shop.url}/app/#/outfit")
    keep("outfit")
    page.get_by_role("list", name="La tenue, de la peau à la coque").get_by_role("button").last.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    keep("outfit-swap")
    page.keyboard.press("Escape")


LIGHTS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def phone_pictures(browser: Browser, shop: ShopServer, theme: Literal["light", "dark"]) -> None:
    """Take the tour in one light; the sheets show the others."""
    context = browser.new_context(**{**PHONE, "color_scheme": theme})
    page = context.new_page()
    suffix = "" if theme == "light" else f"-{theme}"

    def keep(name: str) -> None:
        photograph(page, PICTURES / f"{name}{suffix}.webp")

    page.goto(f"{shop.url}/")
    keep("ways-in")
    seller_tour(page, shop, keep)
    context.close()


def customer_pictures(browser: Browser, shop: ShopServer) -> None:
    for scheme, lang in (("light", "fr"), ("dark", "en")):
        context = browser.new_context(**PHONE, color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{shop.url}/p/millet-ld-trilogy-gtx-jacket?lang={lang}")
        photograph(page, PICTURES / f"customer-{lang}-{scheme}.webp")
        context.close()


def laptop_pictures(browser: Browser, shop: ShopServer) -> None:
    context = browser.new_context(**LAPTOP)
    page = context.new_page()
    seller = Seller(page)
    seller.enrol(shop.invitation())
    describe(seller)
    photograph(page, PICTURES / "advice-wide.webp")
    photograph(page, INSTALL_PICTURES / "advice-wide.png")
    page.goto(f"{shop.url}/api/v1/docs")
    photograph(page, PICTURES / "api.webp")
    context.close()


def desk_pictures(browser: Browser, shop: ShopServer) -> None:
    """Walk through the merchandiser's day. What she drops is tried out only, so that it shows in no other picture."""
    context = browser.new_context(**LAPTOP, reduced_motion="reduce")
    enter(context, shop)
    visit = Visit(context.new_page(), shop, Speech(shop, "fr"))
    for name in AT_DESK:
        DESK_SCENES[name](visit)
        photograph(visit.page, PICTURES / f"{name}.webp")
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
            for theme in LIGHTS:
                phone_pictures(browser, shop, theme)
            customer_pictures(browser, shop)
            laptop_pictures(browser, shop)
            install_pictures(browser, shop)
            desk_pictures(browser, shop)
            make_sheets(browser, shop, PICTURES)
        finally:
            browser.close()
            shop.kill()


if __name__ == "__main__":
    main()
