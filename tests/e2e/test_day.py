"""The seller's day: a customer, what came of it, what nobody knew; and the manager's answer on the seller's phone."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from .seller import Seller
from .serving import ShopServer

JACKET = "millet-ld-trilogy-gtx-jacket"
QUESTION = "La capuche passe-t-elle sur un casque de ski ?"
ARRIVES_MS = 15_000


def rows(shop: ShopServer, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(shop.folder / "cordee.db", timeout=10)) as database:
        return database.execute(query).fetchall()


def test_a_customer_leaves_one_advice_and_what_came_of_it(own_shop: ShopServer, page: Page) -> None:
    seller = Seller(page)
    seller.enrol(own_shop.invitation())
    seller.go_home()
    seller.wait_until_kept()
    page.context.set_offline(True)
    seller.tap("Ski de randonnée")
    seller.tap("Protection")
    seller.open_list().first.get_by_role("button", name=re.compile("^Garder")).click()
    expect(page.get_by_role("region", name="Gardé pour ce client").get_by_role("listitem")).to_have_count(1)
    page.keyboard.press("Escape")

    seller.tap("Client suivant")
    asked = page.get_by_role("region", name="Au client suivant")
    asked.get_by_role("button", name="Annuler").click()
    expect(page.get_by_role("list", name="Le besoin, mot par mot").get_by_role("listitem")).to_have_count(2)
    seller.tap("Client suivant")
    expect(page.get_by_text("Touchez ce que dit le client")).to_be_visible()
    asked.get_by_role("button", name="De passage").click()
    asked.get_by_role("button", name="Parti", exact=True).click()
    asked.get_by_role("button", name="Le prix").click()
    expect(asked.get_by_role("status")).to_contain_text("Enregistré : parti, le prix, de passage")

    page.reload()
    page.get_by_role("navigation").get_by_role("link", name="Accueil").click()
    page.get_by_role("link", name=re.compile("1 conseil donné")).click()
    expect(page.get_by_role("button", name="Parti, le prix, de passage")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("navigation").get_by_role("link", name="Accueil").click()
    expect(page.get_by_text(re.compile("à envoyer"))).to_have_count(0, timeout=ARRIVES_MS)
    assert rows(own_shop, "SELECT activity, wanted, source FROM advices") == [("ski-touring", "shell", "finder")]
    outcome = rows(own_shop, "SELECT result, reason, visitor, advice_id = (SELECT event_id FROM advices) FROM outcomes")
    assert outcome == [("left", "price", "visitor", 1)]


def test_a_sale_takes_its_piece_off_the_stock(own_shop: ShopServer, page: Page) -> None:
    seller = Seller(page)
    seller.enrol(own_shop.invitation())
    page.goto(f"{own_shop.url}/app/#/product/{JACKET}")
    page.get_by_role("button", name="Noter le résultat").click()
    sheet = page.get_by_role("dialog", name="Qu’a fait le client ?")
    sheet.get_by_role("button", name="Acheté", exact=True).click()
    sheet.get_by_role("button", name=re.compile("^M")).click()
    expect(sheet.get_by_role("status")).to_contain_text("Retiré du stock : M")
    sheet.get_by_role("button", name="Remettre en stock").click()
    expect(sheet.get_by_role("status")).to_contain_text("De nouveau dans le stock")
    sheet.get_by_role("button", name="Corriger").click()
    sheet.get_by_role("button", name="Acheté", exact=True).click()
    sheet.get_by_role("button", name=re.compile("^L")).click()
    expect(sheet.get_by_role("status")).to_contain_text("Retiré du stock : L")
    page.keyboard.press("Escape")
    # What is recorded already is not asked for again.
    page.get_by_role("button", name="Noter le résultat").click()
    sheet.get_by_role("button", name="Acheté", exact=True).click()
    expect(sheet.get_by_role("status")).to_contain_text("Enregistré : acheté")
    told = (
        "SELECT json_extract(payload, '$.delta'), json_extract(payload, '$.why') FROM events WHERE kind = 'stock-delta'"
    )
    for _ in range(ARRIVES_MS // 100):
        if len(rows(own_shop, told)) == 3:
            break
        page.wait_for_timeout(100)
    assert rows(own_shop, f"{told} ORDER BY seq") == [(-1, "sold"), (1, "correction"), (-1, "sold")]


def test_a_question_comes_back_with_its_answer(
    shop: ShopServer, phone: BrowserContext, other_phone: BrowserContext
) -> None:
    page = phone.new_page()
    seller = Seller(page)
    seller.enrol(shop.invitation())
    seller.wait_until_kept()
    page.goto(f"{shop.url}/app/#/product/{JACKET}")
    page.get_by_role("button", name="Je ne savais pas").click()
    page.get_by_role("textbox", name="La question du client").fill("La capuche")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Je ne savais pas").click()
    field = page.get_by_role("textbox", name="La question du client")
    expect(field).to_have_value("La capuche")  # read from the storage: it is there for the next start as well
    page.reload()
    page.get_by_role("button", name="Je ne savais pas").click()
    expect(field).to_have_value("La capuche")
    field.fill(QUESTION)
    page.get_by_role("button", name="Poser la question").click()
    expect(page.get_by_role("status").filter(has_text="Enregistré")).to_be_visible()

    desk = other_phone.new_page()
    Seller(desk).enrol(shop.invitation("manager"), name="Luc")
    desk.goto(f"{shop.url}/app/#/questions")
    expect(desk.get_by_text(QUESTION)).to_be_visible()
    desk.get_by_role("button", name="Répondre").first.click()
    desk.get_by_role("textbox", name="Votre réponse").fill("Oui, jusqu’au tour 58.")
    desk.get_by_role("button", name="Envoyer à tous les téléphones").click()
    expect(desk.get_by_text("La boutique répond")).to_be_visible()

    page.reload()
    page.get_by_role("navigation").get_by_role("link", name="Accueil").click()
    page.get_by_role("link", name=re.compile("1 réponse à lire")).click(timeout=ARRIVES_MS)
    expect(page.get_by_text("Oui, jusqu’au tour 58.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="LD Trilogy GTX Jacket").click()
    expect(page.get_by_text("Oui, jusqu’au tour 58.")).to_be_visible()
