"""A customer's whole sentence, typed by a seller whose phone has no network."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Locator, Page, expect

from .seller import Seller
from .serving import ShopServer

SENTENCE = "une doudoune pas trop chère pour la rando en hiver, taille M, sans duvet, pour le 12 décembre"


def say(page: Page, sentence: str) -> None:
    field = page.get_by_role("textbox", name="Dites-le comme le client")
    field.fill(sentence)
    field.press("Enter")


def need(page: Page) -> Locator:
    """Return the words of the need."""
    return page.get_by_role("list", name="Le besoin, mot par mot").get_by_role("listitem")


def test_a_sentence_becomes_the_need_without_a_network(shop: ShopServer, phone: BrowserContext) -> None:
    page = phone.pages[0] if phone.pages else phone.new_page()
    seller = Seller(page)
    seller.enrol(shop.invitation())
    seller.wait_until_kept()
    phone.set_offline(True)
    shop.kill()
    page.reload()

    say(page, SENTENCE)

    understood = page.get_by_role("group", name="Compris")
    expect(understood.get_by_role("button")).to_have_text(["Marche d’hiver", "doudoune", "M"])
    expect(need(page)).to_have_count(5)
    expect(page.get_by_role("link", name=re.compile("Chercher « .*12 décembre »"))).to_be_visible()
    assert seller.open_list().count() >= 1
    page.keyboard.press("Escape")

    understood.get_by_role("button", name="Retirer « M »").click()
    expect(understood.get_by_role("button")).to_have_count(2)
    expect(need(page).filter(has_text=re.compile(r"^\s*M\s*$"))).to_have_count(0)
    phone.set_offline(False)


def test_a_corrected_sentence_takes_back_what_the_first_one_said(shop: ShopServer, page: Page) -> None:
    Seller(page).enrol(shop.invitation())

    say(page, "des moufles bleues")
    expect(page.get_by_role("group", name="Compris").get_by_role("button")).to_have_count(2)
    say(page, "des moufles pour le ski")

    expect(page.get_by_role("group", name="Compris").get_by_role("button")).to_have_text(["Piste", "moufles"])
    expect(need(page)).to_have_count(2)


def test_a_customer_of_another_language_is_read_in_it(shop: ShopServer, page: Page) -> None:
    Seller(page).enrol(shop.invitation())

    say(page, "cerco un piumino leggero da donna taglia M, massimo 200 euro")

    expect(page.get_by_text("Compris, en italien")).to_be_visible()
    expect(need(page)).to_have_count(5)
