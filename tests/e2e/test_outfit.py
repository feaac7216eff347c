"""The whole outfit on the phone: composed, swapped, bounded by a budget, shown, and all of it without a network."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, CDPSession, Locator, Page, expect

from .looking import LARGE_TEXT, runs_sideways, shut_out, small_targets
from .seller import Seller
from .serving import ShopServer

FRAME_MS = 16
THROTTLE = 4


@pytest.fixture
def outfit(page: Page, shop: ShopServer) -> Page:
    """A seller with a customer for ski touring, on the page of the outfit."""
    page.set_default_timeout(10_000)
    seller = Seller(page)
    seller.enrol(shop.invitation())
    seller.tap("Ski de randonnée")
    page.get_by_role("link", name="Composer la tenue").click()
    expect(page.get_by_role("heading", name="La tenue", exact=True)).to_be_visible()
    page.get_by_role("combobox", name=re.compile("^Pour")).select_option("women")
    page.get_by_role("combobox", name=re.compile("^Vêtements")).select_option("M")
    return page


def foot(page: Page) -> Locator:
    return page.get_by_role("region", name="Total", exact=True)


def total(page: Page) -> int:
    """Return the sum at the foot, in cents."""
    words = foot(page).inner_text()
    euros = re.search(r"([\d\u202f\u00a0]+(?:,\d\d)?)\s*€", words)
    assert euros, words
    digits = re.sub(r"[\u202f\u00a0]", "", euros[1])
    return round(float(digits.replace(",", ".")) * 100)


def place(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name="La tenue, de la peau à la coque").get_by_role(
        "button", name=re.compile(f"^{name}\u202f?\\s?:")
    )


def test_a_tap_on_the_body_swaps_a_piece_and_the_total_follows(outfit: Page) -> None:
    before = total(outfit)
    shell = place(outfit, "Veste")
    worn = shell.get_attribute("aria-label")
    shell.click()
    sheet = outfit.get_by_role("dialog", name="Veste")
    other = sheet.get_by_role("listitem").first
    told = re.search(r"total ([\d\u202f\u00a0 ]+(?:,\d\d)?)", other.inner_text())
    assert told
    other.get_by_role("button").click()
    expect(sheet).to_be_hidden()
    expect(place(outfit, "Veste")).not_to_have_attribute("aria-label", worn or "")
    assert total(outfit) == round(float(re.sub(r"\s", "", told[1]).replace(",", ".")) * 100) != before


def test_the_budget_recomposes_and_says_what_is_missing(outfit: Page) -> None:
    free = total(outfit)
    line = outfit.get_by_role("slider", name="Budget total")
    line.fill("60000")
    assert total(outfit) <= 60000 < free
    sums = foot(outfit)
    expect(sums).to_contain_text("Il manque")
    sums.get_by_role("button", name=re.compile("Complète dès")).click()
    expect(sums).not_to_contain_text("Il manque")
    line.fill(line.get_attribute("max") or "")
    assert total(outfit) == free


def test_what_the_customer_owns_leaves_the_sum(outfit: Page) -> None:
    before = total(outfit)
    place(outfit, "Sac").click()
    outfit.get_by_role("dialog").get_by_role("button", name="Déjà équipé").click()
    outfit.keyboard.press("Escape")
    expect(place(outfit, "Sac")).to_have_attribute("aria-label", re.compile("Déjà équipé"))
    assert total(outfit) < before
    outfit.get_by_role("button", name="Tout recomposer").click()
    assert total(outfit) == before


def test_it_composes_without_a_network(outfit: Page, phone: BrowserContext) -> None:
    before = total(outfit)
    Seller(outfit).wait_until_kept()
    phone.set_offline(True)
    outfit.reload()
    expect(outfit.get_by_role("heading", name="La tenue", exact=True)).to_be_visible()
    assert total(outfit) == before
    outfit.get_by_role("slider", name="Budget total").fill("60000")
    assert total(outfit) <= 60000
    place(outfit, "Gants").click()
    expect(outfit.get_by_role("dialog", name="Gants")).to_be_visible()
    outfit.keyboard.press("Escape")
    outfit.get_by_role("link", name="Montrer au client").click()
    expect(outfit.get_by_role("heading", name="Votre tenue")).to_be_visible()


MOVES = """
async () => {
  const line = document.querySelector('input[type=range]');
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  for (let at = 0; at < 40; at++) {
    write.call(line, String(Number(line.min) + at * 1000));
    line.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
}
"""


def test_a_move_of_the_slider_costs_less_than_a_frame_on_a_slow_phone(outfit: Page, phone: BrowserContext) -> None:
    """Count the script's own time on its thread: what other programs take meanwhile says nothing about the phone."""
    session = phone.new_cdp_session(outfit)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    outfit.evaluate(MOVES)
    before = script_seconds(session)
    outfit.evaluate(MOVES)
    spent_ms = (script_seconds(session) - before) * 1000 / 40
    assert spent_ms * THROTTLE < FRAME_MS


def script_seconds(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "ScriptDuration"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_obstacle(outfit: Page, scheme: str) -> None:
    outfit.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    outfit.wait_for_timeout(300)
    assert shut_out(outfit) == []
    place(outfit, "Veste").click()
    outfit.wait_for_timeout(300)
    assert shut_out(outfit) == []


@pytest.mark.parametrize(("width", "letters"), [(320, 16), (390, LARGE_TEXT)])
def test_nothing_runs_over_the_edge_of_a_small_phone(outfit: Page, width: int, letters: int) -> None:
    assert runs_sideways(outfit, width, letters) == []
    assert small_targets(outfit) == []
