"""Cards between two customers: answered without a network, left in the middle, and each answer arrives once."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .seller import Seller
from .serving import ShopServer

ARRIVES_MS = 15_000
COMES_MS = 30_000


def rows(shop: ShopServer, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(shop.folder / "cordee.db", timeout=10)) as database:
        return database.execute(query).fetchall()


def choices(page: Page) -> Locator:
    return page.get_by_role("list", name="Réponses", exact=True).get_by_role("button")


def card(page: Page) -> str:
    """Return what tells a card: the same words of a customer are asked of several pairs of pieces."""
    heading = page.get_by_role("heading", level=1).inner_text()
    return " ".join([heading.split(":", 1)[1], *choices(page).all_inner_texts()])


def answer(page: Page) -> None:
    choices(page).first.click()
    expect(page.get_by_text("Enregistré", exact=True)).to_be_visible()


def count_on(page: Page) -> int:
    """Return how many new cards home says there are."""
    line = page.get_by_role("link", name=re.compile(r"^\d+ nouvelles fiches"))
    expect(line).to_be_visible(timeout=COMES_MS)
    return int(line.inner_text().split()[0])


def test_answers_without_a_network_outlive_the_page_and_arrive_once(own_shop: ShopServer, page: Page) -> None:
    seller = Seller(page)
    seller.enrol(own_shop.invitation())
    seller.go_home()
    fresh = count_on(page)
    seller.wait_until_kept()
    page.context.set_offline(True)
    page.get_by_role("link", name=re.compile("nouvelles fiches")).click()
    page.get_by_role("button", name=re.compile("^Commencer")).click()
    asked = []
    for _ in range(2):
        expect(choices(page).first).to_be_visible()
        asked.append(card(page))
        answer(page)
        page.get_by_role("button", name="Fiche suivante").click()
    assert len(set(asked)) == 2

    # The page is gone with all that it held, in the middle of a session: the phone has what was answered.
    again = page.context.new_page()
    page.close()
    again.goto(f"{own_shop.url}/app/#/learn/cards")
    expect(choices(again).first).to_be_visible()
    assert card(again) not in asked
    answer(again)
    again.get_by_role("navigation").get_by_role("link", name="Accueil").click()
    assert count_on(again) == fresh - 3

    again.context.set_offline(False)
    expect(again.get_by_text(re.compile("à envoyer"))).to_have_count(0, timeout=ARRIVES_MS)
    reviews = rows(own_shop, "SELECT card, version, rating, correct FROM training_reviews")
    assert len(reviews) == len({card for card, *_ in reviews}) == 3
    assert rows(own_shop, "SELECT count(*) FROM events WHERE kind = 'training'") == [(3,)]
    assert all((rating == 1) == (not correct) for _, _, rating, correct in reviews)
