"""The ways in and out: an invitation once, a tap in the demonstration, a manager's code, a machine's token."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from urllib.parse import unquote

import pytest
import segno
from playwright.sync_api import BrowserContext, Page, expect

from .seller import Seller
from .serving import ShopServer

ROLES = {"Vendeur": "vendeur", "Responsable": "responsable", "Merchandising": "marchandiseur"}
RAN_OUT = "Cet appareil n’est plus relié à la boutique."
ENDED = "Ce téléphone a été déconnecté"
SEARCH = "Chercher un produit ou un code"


def try_to_enrol(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_role("button", name="Relier ce téléphone").click()


def test_an_invitation_opens_one_phone_only(
    shop: ShopServer, phone: BrowserContext, other_phone: BrowserContext
) -> None:
    link = shop.invitation()
    Seller(phone.new_page()).enrol(link)

    second = other_phone.new_page()
    try_to_enrol(second, link)

    expect(second.get_by_role("alert").filter(has_text="a déjà servi")).to_contain_text("Demandez-en une autre")
    second.get_by_role("link", name="Coller une autre invitation").click()
    second.get_by_role("textbox", name="Lien d’invitation").fill(shop.invitation())
    second.get_by_role("button", name="Ouvrir l’invitation").click()
    second.get_by_role("button", name="Relier ce téléphone").click()
    expect(second.get_by_role("link", name="Nouveau client")).to_be_visible()


def test_an_expired_invitation_says_what_to_do(shop: ShopServer, page: Page) -> None:
    link = shop.invitation()
    with closing(sqlite3.connect(shop.folder / "cordee.db", timeout=10)) as database, database:
        database.execute("UPDATE invitations SET expires_at = '2020-01-01 00:00:00' WHERE used_at IS NULL")

    try_to_enrol(page, link)

    expect(page.get_by_role("alert").filter(has_text="n’est plus valable")).to_contain_text("Demandez-en une autre")


@pytest.mark.parametrize("garbled", ["abc", "%E0%A4%A", "x" * 300, "<b>"])
def test_a_garbled_invitation_says_what_to_do(shop: ShopServer, page: Page, garbled: str) -> None:
    try_to_enrol(page, f"{shop.url}/app/#/invitation/{garbled}")

    expect(page.get_by_role("alert").filter(has_text=re.compile(r"\w{5}"))).to_be_visible()
    expect(page.get_by_role("link", name="Coller une autre invitation")).to_be_visible()


def test_what_is_no_invitation_is_told_at_once(shop: ShopServer, page: Page) -> None:
    page.goto(f"{shop.url}/app/#/invitation")
    page.get_by_role("textbox", name="Lien d’invitation").fill("https://example.com/")
    page.get_by_role("button", name="Ouvrir l’invitation").click()
    expect(page.get_by_role("alert")).to_contain_text("Ce n’est pas une invitation")


@pytest.mark.parametrize("button", ROLES)
def test_one_tap_opens_the_demonstration(shop: ShopServer, page: Page, button: str) -> None:
    page.goto(f"{shop.url}/?lang=fr")
    page.get_by_role("button", name=re.compile(f"^{button}")).click()
    if button == "Merchandising":
        expect(page.get_by_role("heading", name="Bureau")).to_be_visible()
        page.get_by_role("link", name="Côté vendeur").click()
    expect(page.get_by_role("link", name="Nouveau client")).to_be_visible()
    page.get_by_role("navigation").get_by_role("link", name="Boutique").click()
    expect(page.get_by_role("definition").filter(has_text=ROLES[button])).to_be_visible()


def manager(phone: BrowserContext, shop: ShopServer) -> Page:
    """Sign a manager in and open the shop's page."""
    assert phone.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "manager"}).ok
    page = phone.new_page()
    page.goto(f"{shop.url}/app/#/shop")
    expect(page.get_by_role("heading", name="L’équipe")).to_be_visible()
    return page


def shown_invitation(page: Page) -> str:
    """Let the manager's phone show a code, and return the link that it holds."""
    page.get_by_role("button", name="Un vendeur").click()
    code = page.get_by_role("img", name="Code QR de l’invitation")
    expect(code).to_be_visible()
    link = page.get_by_text("#/invitation/").inner_text()
    drawn = segno.make(link, micro=False, error="m").svg_data_uri(border=4, scale=4, xmldecl=False, nl=False)
    assert modules_of(code.get_attribute("src") or "") == modules_of(drawn), "the code holds another link"
    return link


def modules_of(drawing: str) -> str:
    """Return the path that draws the modules of a QR code."""
    found = re.search(r"""<path[^>]* d=["']([^"']+)["']""", unquote(drawing))
    assert found, drawing[:200]
    return found.group(1)


def test_a_manager_lets_a_seller_in_and_out(
    own_shop: ShopServer, phone: BrowserContext, other_phone: BrowserContext
) -> None:
    desk = manager(phone, own_shop)
    seller = Seller(other_phone.new_page())
    seller.enrol(shown_invitation(desk), name="Lina")
    seller.wait_until_kept()
    seller.page.goto(f"{own_shop.url}/app/#/search?q=sac")

    desk.reload()
    unfold(desk, "Lina")
    desk.get_by_role("button", name=re.compile("^Déconnecter Lina")).click()
    expect(desk.get_by_text("aucun appareil relié")).to_be_visible()

    # The phone is told as soon as it asks again, and shows nothing from then on, after a restart without a network too.
    other_phone.set_offline(True)
    other_phone.set_offline(False)
    expect(seller.page.get_by_role("heading", name=ENDED)).to_be_visible()
    other_phone.set_offline(True)
    seller.page.reload()
    expect(seller.page.get_by_role("heading", name=ENDED)).to_be_visible()
    expect(seller.page.get_by_role("textbox", name=SEARCH)).to_have_count(0)
    other_phone.set_offline(False)

    # She comes back as the same person, to the page where she was.
    desk.get_by_role("button", name="Nouvelle invitation pour Lina").click()
    link = desk.get_by_text("#/invitation/").inner_text()
    seller.page.get_by_role("textbox", name="Lien d’invitation").fill(link)
    seller.tap("Ouvrir l’invitation")
    expect(seller.page.get_by_text("Bon retour, Lina")).to_be_visible()
    seller.tap("Relier ce téléphone")
    expect(seller.page.get_by_role("textbox", name=SEARCH)).to_have_value("sac")


def unfold(desk: Page, name: str) -> None:
    """Open what the manager can do about a person."""
    desk.locator("summary").filter(has_text=name).click()


def test_a_session_that_ran_out_goes_on_where_it_was(own_shop: ShopServer, phone: BrowserContext) -> None:
    seller = Seller(phone.new_page())
    seller.enrol(own_shop.invitation(), name="Lina")
    seller.page.goto(f"{own_shop.url}/app/#/search?q=sac")
    with closing(sqlite3.connect(own_shop.folder / "cordee.db", timeout=10)) as database, database:
        database.execute("UPDATE device_sessions SET expires_at = '2020-01-01 00:00:00'")
    seller.page.reload()
    expect(seller.page.get_by_text(RAN_OUT)).to_be_visible()
    expect(seller.page.get_by_role("textbox", name=SEARCH)).to_have_value("sac")

    link = own_shop.invitation()
    seller.page.get_by_role("button", name="Relier").click()
    seller.page.get_by_role("textbox", name="Lien d’invitation").fill(link)
    seller.tap("Ouvrir l’invitation")
    seller.tap("Relier ce téléphone")
    expect(seller.page.get_by_role("textbox", name=SEARCH)).to_have_value("sac")
    expect(seller.page.get_by_text(RAN_OUT)).to_have_count(0)


def test_signing_out_ends_the_session(shop: ShopServer, phone: BrowserContext) -> None:
    page = manager(phone, shop)
    cookies = phone.cookies()
    page.get_by_role("button", name="Quitter la boutique sur ce téléphone").click()
    page.get_by_role("button", name="Quitter", exact=True).click()
    expect(page.get_by_role("heading", name="Entrer dans la boutique")).to_be_visible()
    assert phone.cookies() == []

    phone.add_cookies(cookies)  # type: ignore[arg-type]
    assert phone.request.get(f"{shop.url}/api/v1/session").status == 401


def drop_prices(phone: BrowserContext, shop: ShopServer, token: str) -> int:
    """Send a file to the merchandiser's import as a machine does; return the status."""
    file = {"name": "prices.csv", "mimeType": "text/csv", "buffer": b"shop,gtin,price_cents,reference_price_cents\n"}
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return phone.request.post(f"{shop.url}/api/v1/imports", multipart={"file": file}, headers=headers).status


def test_a_token_writes_until_it_is_revoked(shop: ShopServer, phone: BrowserContext) -> None:
    words = ("--shop", "miramas", "--name", "till")
    token = shop.flask("token", "--role", "merchandiser", *words).split()[-1]
    weak = shop.flask("token", "--role", "seller", *words).split()[-1]

    assert drop_prices(phone, shop, "") == 401
    assert drop_prices(phone, shop, weak) == 403
    assert drop_prices(phone, shop, token) == 201

    listed = next(line for line in shop.flask("tokens").splitlines() if "merchandiser" in line and "till" in line)
    shop.flask("token-revoke", listed.split()[0])
    assert drop_prices(phone, shop, token) == 401
