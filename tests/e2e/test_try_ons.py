"""A try-on is recorded without a network, counts at once on the phone, and arrives when the network is back."""

from __future__ import annotations

import json
import urllib.request

from playwright.sync_api import Browser, expect

from .conftest import PHONE
from .seller import Seller
from .serving import ShopServer

JACKET = "millet-ld-trilogy-gtx-jacket"
TRIES = 5


def counted(shop: ShopServer) -> dict[str, int]:
    with urllib.request.urlopen(f"{shop.url}/api/v1/shops/miramas/try-ons", timeout=5) as answer:
        counts: dict[str, int] = json.load(answer)["try_ons"].get(JACKET, {})
    return counts


def test_try_ons_made_offline_count_at_once_and_arrive_later(browser: Browser, shop: ShopServer) -> None:
    phone = browser.new_context(**PHONE)
    page = phone.new_page()
    seller = Seller(page)
    seller.enrol(shop.invitation())
    seller.wait_until_kept()
    page.goto(f"{shop.url}/app/#/product/{JACKET}")
    page.get_by_text("Quelle taille lui faut-il ?").click()
    panel = page.get_by_role("group", name="Taille essayée")
    expect(panel).to_be_visible()
    page.get_by_role("group", name="Taille habituelle").get_by_role("button", name="M", exact=True).click()
    phone.set_offline(True)
    for number in range(TRIES):
        panel.get_by_role("button", name="M", exact=True).click()
        page.get_by_role("button", name="Trop petite").click()
        waiting = "1 essayage à envoyer" if number == 0 else f"{number + 1} essayages à envoyer"
        expect(page.get_by_text(waiting)).to_be_visible()
    expect(page.get_by_text(f"D’après {TRIES} essayages dans cette boutique")).to_be_visible()
    assert counted(shop) == {}
    page.reload()
    page.get_by_text("Quelle taille lui faut-il ?").click()
    expect(page.get_by_text(f"{TRIES} essayages à envoyer")).to_be_visible()
    phone.set_offline(False)
    expect(page.get_by_text("à envoyer")).to_have_count(0, timeout=15_000)
    assert counted(shop) == {"smaller": 0, "right": 0, "larger": TRIES}
    phone.close()
