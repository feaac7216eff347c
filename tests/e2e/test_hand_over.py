"""A phone of the shop that goes from hand to hand: with a network and without, and nobody sees the other one's work."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from .serving import ShopServer
from .sharing import PIN, SOON, WHO, WRONG, Shared, as_manager, invitation, shared_invitation

SEARCH = "Chercher un produit ou un code"


@pytest.fixture
def shared(shop: ShopServer, page: Page) -> Shared:
    """Give a phone that Marie and Paul share; Paul has it."""
    phone = Shared(page)
    for name in PIN:
        phone.enrol(shared_invitation(shop), name)
    phone.wait_until_kept()
    return phone


def advise(page: Page) -> None:
    """Begin with a customer."""
    page.get_by_role("navigation").get_by_role("link", name="Conseil").click()
    page.get_by_role("button", name="Ski de randonnée", exact=True).click()
    expect(page.get_by_role("button", name="Client suivant")).to_be_visible()


def remark(page: Page, text: str) -> None:
    """Record something: it waits on the phone until it can be sent."""
    page.get_by_role("navigation").get_by_role("link", name="Accueil").click()
    page.get_by_role("button", name="Remarque du client").click()
    page.get_by_role("dialog").get_by_role("textbox").fill(text)
    page.get_by_role("dialog").get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def waiting(page: Page) -> list[dict[str, Any]]:
    """Return what waits on the phone, as it is stored; once more where the page just began anew."""
    try:
        return stored(page)
    except Error as gone:
        if "context was destroyed" not in str(gone):
            raise
        page.wait_for_load_state()
        return stored(page)


def stored(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(
        """() => new Promise((resolve, reject) => {
          const opening = indexedDB.open("cordee");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction("outbox").objectStore("outbox").getAll();
            all.onsuccess = () => { opening.result.close(); resolve(all.result); };
          };
        })"""
    )
    return found


def authors(shop: ShopServer) -> list[str]:
    """Return who signed the remarks that the server has."""
    with closing(sqlite3.connect(shop.folder / "cordee.db", timeout=10)) as database:
        return [author for (author,) in database.execute("SELECT author FROM events WHERE kind = 'remark' ORDER BY id")]


def test_each_one_finds_the_own_customer_again(shared: Shared) -> None:
    page = shared.page
    advise(page)
    shared.hand_over()
    assert "verrouillé" in page.title()
    expect(page.get_by_role("navigation")).to_have_count(0)
    assert "Ski de randonnée" not in page.locator("body").inner_text()
    page.reload()
    expect(page.get_by_role("heading", name=WHO)).to_be_visible()

    shared.take("Marie")
    assert shared.holder() == "Marie"
    page.get_by_role("navigation").get_by_role("link", name="Conseil").click()
    expect(page.get_by_role("button", name="Ski de randonnée", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Client suivant")).to_have_count(0)

    shared.hand_over()
    shared.take("Paul")
    page.get_by_role("navigation").get_by_role("link", name="Conseil").click()
    expect(page.get_by_role("button", name="Client suivant")).to_be_visible()


def test_a_phone_changes_hands_without_a_network(own_shop: ShopServer, phone: BrowserContext) -> None:
    """What each one records waits under the own name, and is sent in no other."""
    shared = Shared(phone.new_page())
    for name in PIN:
        shared.enrol(shared_invitation(own_shop), name)
    shared.wait_until_kept()
    page = shared.page
    phone.set_offline(True)
    remark(page, "Paul note")
    shared.hand_over()
    shared.take("Marie")
    remark(page, "Marie note")
    assert len({one["author"] for one in waiting(page)}) == len(waiting(page)) == 2
    page.goto(page.url.partition("#")[0] + "#/outbox")
    expect(page.get_by_text("Paul note")).to_have_count(0)

    phone.set_offline(False)
    until(lambda: authors(own_shop) == ["Marie"])
    assert [one["payload"]["text"] for one in waiting(page)] == ["Paul note"]

    shared.hand_over()
    shared.take("Paul")
    until(lambda: sorted(authors(own_shop)) == ["Marie", "Paul"])
    assert waiting(page) == []


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it does not become true"
        time.sleep(0.1)


def test_five_wrong_codes_need_the_manager(own_shop: ShopServer, phone: BrowserContext) -> None:
    shared = Shared(phone.new_page())
    shared.enrol(shared_invitation(own_shop), "Paul")
    shared.hand_over()
    shared.choose("Paul")
    for said in ("Il reste 4 essais", "Il reste 3 essais", "Il reste 2 essais", "un seul essai", "votre responsable"):
        shared.type(WRONG)
        expect(shared.page.get_by_role("alert").filter(has_text=said)).to_be_visible(timeout=SOON)
    shared.type(PIN["Paul"])
    expect(shared.page.get_by_role("alert").filter(has_text="votre responsable")).to_be_visible(timeout=SOON)

    [listed] = as_manager(own_shop, "GET", "phones")["items"]
    [place] = listed["people"]
    as_manager(own_shop, "POST", f"phones/{listed['id']}/people/{place['person']['id']}/unblocking")
    shared.type(PIN["Paul"])
    expect(shared.page.get_by_role("navigation")).to_be_visible(timeout=SOON)


def test_a_phone_left_alone_warns_and_locks_and_keeps_the_page(shared: Shared) -> None:
    page = shared.page
    page.clock.install()
    page.reload()
    page.get_by_role("navigation").get_by_role("link", name="Chercher").click()
    page.get_by_role("textbox", name=SEARCH).fill("trilogy")
    page.clock.run_for(9 * 60_000)
    expect(page.get_by_role("alert").filter(has_text="dans 20 secondes")).to_have_count(0)
    page.clock.run_for(45_000)
    expect(page.get_by_role("alert").filter(has_text="dans 20 secondes")).to_be_visible()
    page.get_by_role("button", name="Rester").click()
    page.clock.run_for(1_000)
    expect(page.get_by_role("button", name="Rester")).to_have_count(0)

    page.clock.run_for(10 * 60_000 + 1_000)
    expect(page.get_by_role("heading", name="Paul")).to_be_visible()
    expect(page.get_by_text("10 minutes sans un geste")).to_be_visible()
    shared.type(PIN["Paul"])
    expect(page.get_by_role("textbox", name=SEARCH)).to_have_value("trilogy")


def test_a_phone_out_of_service_shows_nothing_and_loses_nothing(own_shop: ShopServer, phone: BrowserContext) -> None:
    shared = Shared(phone.new_page())
    shared.enrol(shared_invitation(own_shop), "Paul")
    shared.wait_until_kept()
    page = shared.page
    phone.set_offline(True)
    remark(page, "Paul note")
    [listed] = as_manager(own_shop, "GET", "phones")["items"]
    as_manager(own_shop, "DELETE", f"phones/{listed['id']}")
    phone.set_offline(False)
    page.reload()

    expect(page.get_by_role("heading", name="Ce téléphone a été déconnecté")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Enregistrer le fichier").click()
    events = json.loads(saved.value.path().read_text())["events"]
    assert [one["payload"]["text"] for one in events] == ["Paul note"]

    [member] = [one for one in as_manager(own_shop, "GET", "people")["items"] if one["person"]["name"] == "Paul"]
    renewal = invitation(own_shop, f"people/{member['person']['id']}/invitations", {"shared": True})
    page.goto(renewal)
    expect(page.get_by_text("Bon retour, Paul")).to_be_visible()
    page.get_by_label("Votre code").fill(PIN["Paul"])
    page.get_by_label("Encore une fois").fill(PIN["Paul"])
    page.get_by_role("button", name="Prendre le téléphone").click()
    expect(page.get_by_role("navigation")).to_be_visible(timeout=SOON)
    until(lambda: authors(own_shop) == ["Paul"])


def test_whoever_leaves_takes_the_views_along_and_leaves_what_waits(
    own_shop: ShopServer, phone: BrowserContext
) -> None:
    shared = Shared(phone.new_page())
    for name in PIN:
        shared.enrol(shared_invitation(own_shop), name)
    shared.wait_until_kept()
    page = shared.page
    advise(page)
    phone.set_offline(True)
    remark(page, "Paul note")
    page.get_by_role("navigation").get_by_role("link", name="Boutique").click()
    page.get_by_role("button", name="Me retirer de ce téléphone").click()
    page.get_by_role("button", name="Me retirer", exact=True).click()
    expect(page.get_by_role("heading", name=WHO)).to_be_visible(timeout=SOON)
    expect(page.get_by_role("button", name="Paul")).to_have_count(0)
    assert [one["payload"]["text"] for one in waiting(page)] == ["Paul note"]

    phone.set_offline(False)
    # A question to the server that failed just before is asked again within the minute.
    until(lambda: names_on_the_phone(own_shop) == ["Marie"], 75)


def names_on_the_phone(shop: ShopServer) -> list[str]:
    [listed] = as_manager(shop, "GET", "phones")["items"]
    return [place["person"]["name"] for place in listed["people"]]
