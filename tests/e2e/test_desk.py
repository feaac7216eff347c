"""The merchandiser's desk, from a dropped file to what phones show, and back: by keyboard, and suiting everybody."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from .conftest import script_failures
from .desk import LONG_MS, go_to, laptop
from .looking import runs_sideways, shut_out
from .serving import ShopServer

GTIN, OLD, NEW = "02906310281802", "18,90", "15,90"
PRICES = f"shop;gtin;price;reference_price\nmiramas;{GTIN};{NEW};25,95\n".encode()
WRONG = f"shop;gtin;price\nmiramas;{GTIN[:-1]}3;abc\n".encode()


def test_a_file_is_tried_published_and_taken_back(browser: Browser, own_shop: ShopServer) -> None:
    context = laptop(browser, own_shop)
    page = context.new_page()
    failures, found = script_failures(page), list[str]()
    page.goto(f"{own_shop.url}/app/")
    expect(page.get_by_role("heading", name="Bureau", level=1)).to_be_visible()
    found += shut_out(page)

    go_to(page, "i", "Importer")
    drop(page, "faux.csv", WRONG)
    expect(page.get_by_role("heading", name=re.compile("erreurs? à corriger"))).to_be_visible(timeout=LONG_MS)
    expect(page.get_by_text("colonne gtin")).to_be_visible()
    found += shut_out(page)

    go_to(page, "i", "Importer")
    drop(page, "prix.csv", PRICES)
    expect(page.get_by_text("1 prix change")).to_be_visible(timeout=LONG_MS)
    row = page.get_by_role("row").filter(has_text=OLD)
    expect(row).to_contain_text(NEW)
    page.get_by_role("textbox", name="Note pour l’historique (facultatif)").fill("Soldes")
    found += [*shut_out(page), *runs_sideways(page, 360)]
    page.get_by_role("button", name="Publier 1 changement").press("Enter")
    expect(page.get_by_role("heading", name="Révision 2 publiée")).to_be_visible(timeout=LONG_MS)
    assert price(page, own_shop) == 1590

    page.get_by_role("button", name="Annuler cette publication").press("Enter")
    page.get_by_role("button", name="Revenir à la révision 1").press("Enter")
    expect(page.get_by_role("heading", name="Révision 3", level=1)).to_be_visible(timeout=LONG_MS)
    assert price(page, own_shop) == 1890
    found += shut_out(page)
    context.close()
    assert (found, failures) == ([], [])


def drop(page: Page, name: str, content: bytes) -> None:
    page.get_by_label("Choisir des fichiers").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})


def price(page: Page, shop: ShopServer) -> int:
    """Return what the shop asks now, in cents."""
    found = page.request.get(f"{shop.url}/api/v1/gtins/{GTIN}?shop=miramas").json()
    return int(found["variant"]["price_cents"])
