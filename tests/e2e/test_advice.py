"""From an invitation to justified pieces, with the network and then without a server at all."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, expect

from .seller import Seller
from .serving import ShopServer

FIT = re.compile("Idéal|Très bien|Convient|Compromis")
EURO = re.compile(r"(\d+)(?:,(\d{2}))?\s*€")


def describe_touring_woman(seller: Seller) -> None:
    seller.tap("Ski de randonnée")
    seller.ask("Pièce", "Qu’est-ce que vous cherchez ?")
    seller.tap("Protection")
    seller.ask("Pour", "Pour qui, en quelle taille ?")
    seller.tap("Femme, taille M")


def test_it_justifies_three_pieces_for_a_touring_woman(shop: ShopServer, page: Page) -> None:
    seller = Seller(page)
    seller.enrol(shop.invitation())

    describe_touring_woman(seller)
    seller.ask("Temps", "Par quel temps ?")
    seller.tap("Neige froide")
    seller.slide("Température", -8)
    seller.slide("Vent", 20)
    seller.ask("Effort", "Plutôt en mouvement ou plutôt statique ?")
    seller.tap("Soutenu, je transpire")
    seller.ask("Budget", "Jusqu’à quel budget ?")
    seller.slide("Autre somme", 40000)

    expect(page.get_by_role("button", name="−8 °C (ressenti −15)")).to_be_visible()
    rows = seller.open_list()
    assert rows.count() >= 3
    for index in range(3):
        row = rows.nth(index)
        text = row.inner_text()
        assert FIT.search(text), text
        assert re.search(r"«.{20,}»", text, re.DOTALL), f"no sentence to say: {text}"
        euros = EURO.search(text.replace("\u202f", "").replace("\xa0", " "))
        assert euros, text
        assert int(euros.group(1)) <= 400
        expect(row.get_by_role("list", name="Ses qualités").get_by_role("listitem")).to_have_count(4)
        assert re.search(r"\bbesoin \d", row.aria_snapshot()), "the gauge shows no need"

    rows.first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("#/product/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Démonstration").first).to_be_visible()
    ask_for_the_size(page)


def ask_for_the_size(page: Page) -> None:
    """From a usual size in another system to the size of this chart, with the word that it is a mark only."""
    page.get_by_text("Quelle taille lui faut-il").click()
    page.get_by_label("Système").select_option("it")
    page.get_by_role("group", name="Taille habituelle").get_by_role("button", name="44", exact=True).click()
    expect(page.get_by_role("main").get_by_text(re.compile("^Repère|Repère seulement"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Retenir"))).to_be_visible()


def test_it_needs_no_more_than_six_taps(shop: ShopServer, page: Page) -> None:
    seller = Seller(page)
    seller.enrol(shop.invitation())
    seller.go_home()
    seller.taps = 0

    describe_touring_woman(seller)
    seller.open_list()

    assert seller.taps <= 6, f"{seller.taps} taps"
    assert re.search(r"«.{20,}»", page.get_by_role("article").first.inner_text(), re.DOTALL)


def test_it_advises_again_when_the_server_is_dead(shop: ShopServer, phone: BrowserContext) -> None:
    page = phone.new_page()
    seller = Seller(page)
    seller.enrol(shop.invitation())
    describe_touring_woman(seller)
    seller.wait_until_kept()

    shop.kill()
    page.reload()

    expect(page.get_by_role("heading", name="Le besoin")).to_be_visible()
    seller.tap("Client suivant")
    seller.tap("Randonnée")
    seller.ask("Pièce", "Qu’est-ce que vous cherchez ?")
    seller.tap("Protection")
    seller.ask("Pour", "Pour qui, en quelle taille ?")
    seller.tap("Homme, taille L")
    seller.ask("Temps", "Par quel temps ?")
    seller.tap("Pluie")
    rows = seller.open_list()
    assert rows.count() >= 1
    assert re.search(r"«.{20,}»", rows.first.inner_text(), re.DOTALL)

    rows.first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    page.goto(f"{shop.url}/app/#/search")
    page.get_by_role("textbox", name="Chercher un produit ou un code").fill("goretex")
    expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
