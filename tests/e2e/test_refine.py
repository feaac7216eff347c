"""Why not this one, a better one in some way, what else where a size is gone: with the network off."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .looking import runs_sideways, shut_out, small_targets
from .seller import Seller
from .serving import ShopServer
from .test_advice import describe_touring_woman

TRILOGY, TRIDENT = "millet-ld-trilogy-gtx-jacket", "millet-trident-wds-grid"
DENIED = "lafuma-speedtrail-5"


@pytest.fixture
def seller(shop: ShopServer, phone: BrowserContext, page: Page) -> Seller:
    """Give a seller in the middle of an advice, whose phone has no network."""
    seller = Seller(page)
    seller.enrol(shop.invitation())
    describe_touring_woman(seller)
    seller.wait_until_kept()
    phone.set_offline(True)
    return seller


def open_product(seller: Seller, ref: str, **query: str) -> None:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    seller.page.evaluate("hash => { location.hash = hash }", f"#/product/{ref}?{asked}")
    expect(seller.page.get_by_role("heading", level=1)).to_be_visible()


def verdicts(page: Page) -> dict[str, int]:
    """Return how many points stand under each verdict, as they are read aloud."""
    points = page.get_by_role("listitem").filter(has=page.get_by_role("img", name=re.compile("^poids")))
    words = [text.split("\n")[0].strip() for text in points.all_inner_texts()]
    return {
        name: sum(text.startswith(name) for text in words) for name in ("Répond", "Ne répond pas", "Non communiqué")
    }


def test_a_step_to_a_cheaper_piece_is_visible_and_can_be_taken_back(seller: Seller) -> None:
    page, rows = seller.page, seller.open_list()
    first = rows.first.get_by_role("heading").inner_text()
    every = rows.count()
    rows.first.get_by_role("button", name="Affiner").click()
    rows.first.get_by_role("button", name="Moins cher", exact=True).click()

    wish = page.get_by_role("region", name=f"moins cher que {first}")
    expect(wish).to_be_visible()
    expect(rows.first.get_by_text(re.compile(r"€ de moins$"))).to_be_visible()
    expect(rows).not_to_have_count(every)
    expect(rows.get_by_role("heading", name=first, exact=True)).to_have_count(0)
    assert shut_out(page) == []

    page.get_by_role("button", name="Revenir à toutes les pièces").click()
    expect(rows).to_have_count(every)


def test_the_step_stands_in_the_sentence_of_the_need(seller: Seller) -> None:
    page, rows = seller.page, seller.open_list()
    rows.first.get_by_role("button", name="Affiner").click()
    rows.first.get_by_role("button", name="Plus léger", exact=True).click()
    seller.tap("Réduire la liste", exact=False)
    word = page.get_by_role("list", name="Le besoin, mot par mot").get_by_role(
        "button", name=re.compile("^plus léger que")
    )
    word.click()
    page.get_by_role("button", name=re.compile("^Retirer « plus léger que")).click()
    expect(word).to_have_count(0)


def test_where_nothing_is_better_there_is_a_way_on(seller: Seller) -> None:
    page = seller.page
    open_product(seller, TRILOGY)
    page.get_by_role("button", name="Plus étanche").click()
    region = page.get_by_role("region", name=re.compile("^plus étanche que"))
    expect(region.get_by_text(re.compile("^Rien de plus étanche que"))).to_be_visible()
    ways = region.get_by_role("group", name="Ce qu’on peut laisser").get_by_role("button")
    assert ways.count() + region.get_by_role("article").count() > 0


def test_it_tells_why_not_and_lets_go_of_what_stands_in_the_way(seller: Seller) -> None:
    page = seller.page
    open_product(seller, DENIED)
    expect(page.get_by_role("heading", name="Ce qui l’écarte")).to_be_visible()
    expect(page.get_by_text("Ce n’est pas le genre de pièce demandé.")).to_be_visible()
    counts = page.evaluate("() => document.querySelectorAll('details[open] li').length")
    assert counts > 5
    for name in ("points ne répondent pas", "points non communiqués"):
        expect(page.get_by_role("heading", name=re.compile(name))).to_be_visible()
    assert shut_out(page) == []

    page.get_by_role("button", name=re.compile("^Sans « protection »")).click()
    expect(page.get_by_role("heading", name="Ce qui l’écarte")).to_have_count(0)
    expect(page.get_by_text(re.compile("^Pourquoi elle, et pas une autre"))).to_be_visible()


def test_all_three_verdicts_have_a_word_as_well_as_a_sign(seller: Seller) -> None:
    open_product(seller, TRIDENT, why="1")
    found = verdicts(seller.page)
    assert all(count > 0 for count in found.values()), found


def test_search_says_whether_a_piece_fits_the_customer_who_is_there(seller: Seller) -> None:
    page = seller.page
    page.evaluate("location.hash = '#/search'")
    page.get_by_role("textbox").first.fill("speedtrail")
    link = page.get_by_role("main").get_by_role("link", name=re.compile("^Pas pour ce besoin")).first
    link.click()
    expect(page.get_by_role("heading", name="Ce qui l’écarte")).to_be_visible()


def test_where_the_size_is_gone_there_is_something_else(seller: Seller) -> None:
    page = seller.page
    open_product(seller, TRIDENT)
    expect(page.get_by_role("heading", name="Pas de M ici")).to_be_visible()
    expect(page.get_by_text("S, une taille en dessous", exact=False)).to_be_visible()
    expect(page.get_by_role("heading", name="Les plus proches, en M ici")).to_be_visible()
    for width in (320, 360):
        assert runs_sideways(page, width) == []
    assert [each for each in small_targets(page) if "BUTTON" in each] == []
    page.get_by_role("link", name=re.compile("^Peak Neo Shell|^Kamet|^LD Trilogy")).first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Trident WDS Grid")


def test_three_pieces_stand_side_by_side_on_a_narrow_phone(seller: Seller) -> None:
    page = seller.page
    page.evaluate(
        "refs => { location.hash = `#/compare?refs=${refs}` }", f"{TRILOGY},millet-kamet-gtx-jacket,{TRIDENT}"
    )
    expect(page.get_by_role("heading", name="Ce qui compte pour ce besoin")).to_be_visible()
    expect(page.get_by_text(re.compile("points? identiques?$"))).to_be_visible()
    for width in (320, 360):
        assert runs_sideways(page, width) == []
    assert shut_out(page) == []


def test_a_wish_is_required_or_refused_in_one_tap_and_weakened_in_the_sentence(seller: Seller) -> None:
    page = seller.page
    seller.ask("Souhaits", "Des souhaits ?")
    row = page.get_by_role("list", name="Des souhaits ?").get_by_role("listitem").first
    name = row.get_by_role("group").get_attribute("aria-label")
    row.get_by_role("button", name=f"{name} : refusé").click()
    sentence = page.get_by_role("list", name="Le besoin, mot par mot")
    sentence.get_by_role("button", name=re.compile("^refusé")).click()
    sentence.get_by_role("button", name=re.compile("souhaité$")).click()
    expect(sentence.get_by_role("button", name=re.compile("^souhaité : "), exact=False).first).to_be_visible()
    assert shut_out(page) == []
    assert [each for each in small_targets(page) if "BUTTON" in each] == []


def test_a_keyboard_reaches_each_strength(seller: Seller) -> None:
    page = seller.page
    seller.ask("Souhaits", "Des souhaits ?")
    row = page.get_by_role("list", name="Des souhaits ?").get_by_role("listitem").first
    row.get_by_role("button").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(row.get_by_role("button", name=re.compile("exigé$")).last).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(row.get_by_role("button", name=re.compile("refusé$")).last).to_have_attribute("aria-pressed", "true")


def test_the_page_of_a_piece_has_its_name_for_a_title(seller: Seller) -> None:
    open_product(seller, TRILOGY)
    expect(seller.page).to_have_title(re.compile("^LD Trilogy GTX Jacket"))
