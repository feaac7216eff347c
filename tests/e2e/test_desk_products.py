"""Products and what is missing of them, in a browser: a draft outlives a reload, one figure becomes a dry run."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from .conftest import script_failures
from .looking import runs_sideways, shut_out
from .serving import ShopServer

LAPTOP = {"width": 1280, "height": 800}
LONG_MS = 60_000
"""A dry run asks hundreds of sample customers, on a machine that may be busy."""
PIECE, NAME = "millet-350-gtx-jacket", "350 GTX Jacket"


def test_a_figure_is_typed_found_again_and_tried(browser: Browser, shop: ShopServer) -> None:
    context = browser.new_context(viewport=LAPTOP, locale="fr-FR", reduced_motion="reduce")  # type: ignore[arg-type]
    assert context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "merchandiser"}).ok
    page = context.new_page()
    failures, found = script_failures(page), list[str]()
    page.goto(f"{shop.url}/app/#/desk/products?category=rain-jacket")
    found += open_by_keyboard(page)

    weight = page.get_by_role("textbox", name="Poids", exact=True)
    weight.fill("395")
    expect(page.get_by_text("1 champ changé, brouillon gardé ici")).to_be_visible(timeout=LONG_MS)
    page.reload()
    expect(weight).to_have_value("395", timeout=LONG_MS)
    page.keyboard.press("Tab")
    found += shut_out(page)
    page.get_by_role("button", name="Voir ce qui changerait").press("Enter")
    expect(page.get_by_text("395").first).to_be_visible(timeout=LONG_MS)
    assert "/desk/import/" in page.url

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
