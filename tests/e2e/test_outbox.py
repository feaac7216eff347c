"""What a phone could not send is in sight, and has three ways to the server; its author stays its author."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import PHONE
from .seller import Seller
from .serving import ShopServer

JACKET = "millet-kamet-gtx-jacket"
"""Not the one whose try-ons another test counts."""


def enrolled(browser: Browser, shop: ShopServer, role: str, name: str) -> tuple[BrowserContext, Page]:
    phone = browser.new_context(**PHONE, accept_downloads=True)
    page = phone.new_page()
    seller = Seller(page)
    seller.enrol(shop.invitation(role), name)
    seller.wait_until_kept()
    return phone, page


def record_try_on(shop: ShopServer, phone: BrowserContext, page: Page) -> None:
    """Record a try-on without a network."""
    page.goto(f"{shop.url}/app/#/product/{JACKET}")
    page.get_by_text("Quelle taille lui faut-il ?").click()
    panel = page.get_by_role("group", name="Taille essayée")
    expect(panel).to_be_visible()
    phone.set_offline(True)
    panel.get_by_role("button", name="M", exact=True).click()
    page.get_by_role("button", name="Trop petite").click()
    expect(page.get_by_text("1 essayage à envoyer")).to_be_visible()


def ask(page: Page, method: str, path: str, body: Any = None) -> Any:
    """Ask the server with the page's own session."""
    answer = page.request.fetch(path, method=method, data=body, headers={"Origin": page.url.split("/app")[0]})
    assert answer.ok, answer.text()
    return answer.json()


def said_of(desk: Page, shop: ShopServer, person: str) -> tuple[int, int, int]:
    """Return how many events of a person's phone are here, wait on it, and are missed without a reason."""
    lines = ask(desk, "GET", f"{shop.url}/api/v1/devices")["items"]
    line = next(line for line in lines if line["person"] == person)
    return line["count"], line["waiting"], line["unexplained"]


def test_a_file_carries_what_a_phone_cannot_send_and_its_author_comes_back(
    browser: Browser, shop: ShopServer, tmp_path: Path
) -> None:
    phone, page = enrolled(browser, shop, "seller", "Maëlle")
    record_try_on(shop, phone, page)
    page.goto(f"{shop.url}/app/#/outbox")
    expect(page.get_by_role("heading", name="1 en attente")).to_be_visible()
    expect(page.get_by_text("Kamet GTX Jacket · M · Trop petite")).to_be_visible()
    with page.expect_download() as given:
        page.get_by_role("button", name="Enregistrer 1 dans un fichier").click()
    file = tmp_path / given.value.suggested_filename
    given.value.save_as(file)

    page.goto(f"{shop.url}/app/#/shop")
    page.get_by_role("button", name="Quitter la boutique sur ce téléphone").click()
    expect(page.get_by_text("1 enregistrement n’a pas pu partir")).to_be_visible()
    page.get_by_role("button", name="Quitter", exact=True).click()
    expect(page.get_by_role("heading", name="Entrer dans la boutique")).to_be_visible()

    _, desk = enrolled(browser, shop, "manager", "Léa")
    desk.goto(f"{shop.url}/app/#/outbox")
    with desk.expect_file_chooser() as chooser:
        desk.get_by_role("button", name="Reprendre un fichier").click()
    chooser.value.set_files(file)
    expect(desk.get_by_text("1 reçu", exact=True).first).to_be_visible()

    maelle = next(
        one for one in ask(desk, "GET", f"{shop.url}/api/v1/people")["items"] if one["person"]["name"] == "Maëlle"
    )
    renewed = ask(desk, "POST", f"{shop.url}/api/v1/people/{maelle['person']['id']}/invitations", {"shared": False})
    phone.set_offline(False)
    page.goto(renewed["link"])
    page.get_by_role("button", name="Relier ce téléphone").click()
    expect(page).not_to_have_url(renewed["link"])
    page.goto(f"{shop.url}/app/#/outbox")
    expect(page.get_by_role("heading", name="Tout est envoyé")).to_be_visible()
    expect(page.get_by_text("rien ne manque")).to_be_visible()

    # What a phone said while its last event was on the way is put right when it speaks again.
    for _ in range(5):
        if said_of(desk, shop, "Maëlle") == (1, 0, 0):
            break
        page.reload()
        expect(page.get_by_text("rien ne manque")).to_be_visible()
    assert said_of(desk, shop, "Maëlle") == (1, 0, 0)
