"""Products and what is missing of them, in a browser: drafts outlive the network, codes are pasted, facts filled in."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import script_failures
from .looking import runs_sideways, shut_out
from .seller import until
from .serving import ShopServer

LAPTOP = {"width": 1280, "height": 800}
LONG_MS = 60_000
"""A worker that has just started reads the whole catalogue, on a machine that may be busy."""
GOOD, WRONG = "3614000000013", "3614000000021"
PIECE, NAME = "millet-350-gtx-jacket", "350 GTX Jacket"


def test_a_figure_is_typed_found_again_without_a_network_and_proposed(browser: Browser, shop: ShopServer) -> None:
    context, page, failures = desk(browser, shop)
    page.goto(f"{shop.url}/app/#/desk/products?category=rain-jacket")
    found = open_by_keyboard(page)
    weight = page.get_by_role("textbox", name="Poids", exact=True)
    weight.fill("395")
    expect(page.get_by_text("1 champ changé, brouillon gardé ici")).to_be_visible(timeout=LONG_MS)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    until(page, "navigator.serviceWorker.controller !== null")

    context.set_offline(True)
    page.reload()
    expect(weight).to_have_value("395", timeout=LONG_MS)
    expect(page.get_by_text("1 champ changé, brouillon gardé ici")).to_be_visible(timeout=LONG_MS)
    context.set_offline(False)
    page.get_by_role("button", name="Voir ce qui changerait").press("Enter")
    page.wait_for_url("**/desk/import/**", timeout=LONG_MS)
    context.close()
    assert (found, failures) == ([], [])


def test_codes_are_pasted_and_a_missing_fact_is_filled(browser: Browser, shop: ShopServer) -> None:
    context, page, failures = desk(browser, shop)
    page.goto(f"{shop.url}/app/#/desk/products/{PIECE}")
    page.get_by_role("button", name="Coller un tableau de codes").press("Enter")
    page.get_by_role("textbox", name="Tableau copié").fill(f"Jaune\tM\t{GOOD}\nJaune\tL\t{WRONG}")
    expect(page.get_by_text("Le dernier chiffre devrait être")).to_be_visible()
    found = shut_out(page)
    page.get_by_role("button", name="Reprendre 1 variante").press("Enter")
    expect(page.get_by_role("button", name=f"Jaune, taille M, code 0{GOOD}")).to_be_visible()
    found += shut_out(page)

    page.goto(f"{shop.url}/app/#/desk/completeness?show=missing")
    rows = page.get_by_role("grid", name="Faits à trouver")
    expect(rows).to_be_visible(timeout=LONG_MS)
    found += runs_sideways(page, 360)
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    rows.press("Enter")
    expect(page.get_by_role("button", name="Voir ce qui changerait")).to_be_disabled(timeout=LONG_MS)
    found += shut_out(page)
    context.close()
    assert (found, failures) == ([], [])


def desk(browser: Browser, shop: ShopServer) -> tuple[BrowserContext, Page, list[str]]:
    """Return a merchandiser's laptop, a page on it, and the list of what its script does wrong."""
    context = browser.new_context(viewport=LAPTOP, locale="fr-FR", reduced_motion="reduce")  # type: ignore[arg-type]
    assert context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "merchandiser"}).ok
    page = context.new_page()
    return context, page, script_failures(page)


def open_by_keyboard(page: Page) -> list[str]:
    """Open the first piece of the list without a mouse; return whom the list shuts out."""
    rows = page.get_by_role("grid", name="Produits")
    expect(rows).to_be_visible(timeout=LONG_MS)
    expect(page.get_by_role("row", name=re.compile(NAME)).first).to_be_visible(timeout=LONG_MS)
    # Before a piece is open: what stands beside the list lies over it on a phone, and "back" closes it.
    found = [*shut_out(page), *runs_sideways(page, 360)]
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    rows.press("Home")
    rows.press("Enter")
    expect(page.get_by_role("heading", name=NAME, exact=True)).to_be_visible(timeout=LONG_MS)
    assert f"/desk/products/{PIECE}" in page.url
    return [*found, *shut_out(page)]
