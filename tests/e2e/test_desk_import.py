"""An import that a cut network and a closed tab do not lose, and the history it makes: compared, and gone back in."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import script_failures
from .desk import LAPTOP, LONG_MS, laptop
from .looking import pale, runs_sideways, shut_out
from .serving import ShopServer

PRICES = b"shop;gtin;price\nmiramas;02906310281802;15,90\n"


def test_neither_a_cut_network_nor_a_closed_tab_loses_an_import(browser: Browser, own_shop: ShopServer) -> None:
    context = laptop(browser, own_shop)
    page = context.new_page()
    failures, found = script_failures(page), list[str]()
    page.goto(f"{own_shop.url}/app/#/desk/import")
    found += send_through_a_cut(context, page)
    page.close()

    page = context.new_page()
    failures += script_failures(page)
    page.goto(f"{own_shop.url}/app/#/desk/import")
    page.get_by_role("link", name=re.compile("prix.csv")).click(timeout=LONG_MS)
    address = page.url
    expect(page.get_by_text("1 prix change")).to_be_visible(timeout=LONG_MS)
    page.get_by_role("button", name="Publier 1 changement").click()
    expect(page.get_by_role("heading", name="Révision 2 publiée")).to_be_visible(timeout=LONG_MS)

    found += compare_and_go_back(page, f"{own_shop.url}/app/#/desk/revisions")
    page.goto(address)
    expect(page.get_by_text("La révision 3 a été publiée depuis.")).to_be_visible(timeout=LONG_MS)
    expect(page.get_by_role("button", name="Annuler cette publication")).to_have_count(0)
    context.close()
    assert (found, failures) == ([], [])


def send_through_a_cut(context: BrowserContext, page: Page) -> list[str]:
    """Drop a file while there is no network; it leaves when there is one. Return whom the page shuts out meanwhile."""
    field = page.get_by_label("Choisir des fichiers")
    expect(field).to_be_attached(timeout=LONG_MS)
    context.set_offline(True)
    field.set_input_files({"name": "prix.csv", "mimeType": "text/csv", "buffer": PRICES})
    expect(page.get_by_text("prix.csv n’est pas parti")).to_be_visible(timeout=LONG_MS)
    expect(page.get_by_text("Hors ligne : le bureau a besoin du réseau.")).to_be_visible()
    found = [*shut_out(page), *pale(page, "dark")]
    context.set_offline(False)
    expect(page).to_have_url(re.compile(r"/desk/import/[0-9a-f-]{36}$"), timeout=LONG_MS)
    return found


def compare_and_go_back(page: Page, history: str) -> list[str]:
    """Pick two revisions by keyboard, read what differs, and publish the older one again; then read who did so."""
    page.goto(history)
    rows = page.get_by_role("grid", name="Révisions publiées")
    expect(rows).to_be_visible(timeout=LONG_MS)
    for key in ("Space", "End", "Space"):
        rows.press(key)
    found = [*shut_out(page), *pale(page, "dark"), *runs_sideways(page, 320)]
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    page.get_by_role("link", name="Comparer les révisions 1 et 2").press("Enter")
    price = page.get_by_role("row").filter(has_text="18,90")
    expect(price).to_contain_text("15,90", timeout=LONG_MS)
    found += [*shut_out(page), *pale(page, "dark")]

    page.goto(f"{history}/1")
    page.get_by_role("button", name="Revenir à cet état").press("Enter", timeout=LONG_MS)
    page.get_by_role("button", name="Publier de nouveau la révision 1").press("Enter")
    expect(page.get_by_role("heading", name="Révision 3", level=1)).to_be_visible(timeout=LONG_MS)

    page.goto(f"{history}/trail")
    expect(page.get_by_text("Retour à un état antérieur")).to_be_visible(timeout=LONG_MS)
    return [*found, *shut_out(page), *pale(page, "dark")]
