"""The finder's knowledge at the desk: a condition picked and a question switched off become a dry run; files open."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
from playwright.sync_api import Browser, Page, expect

from .conftest import script_failures
from .looking import runs_sideways, shut_out
from .serving import ShopServer

LAPTOP = {"width": 1280, "height": 800}
LONG_MS = 60_000
"""A dry run asks hundreds of sample customers, on a machine that may be busy."""
ROLE = "baselayer-role-cold"


def test_a_condition_is_changed_kept_through_a_reload_and_tried(browser: Browser, shop: ShopServer) -> None:
    page = desk(browser, shop, "knowledge", "light")
    failures, found = script_failures(page), list[str]()
    expect(page.get_by_role("grid", name="Conseil")).to_be_visible(timeout=LONG_MS)
    found += runs_sideways(page, 360)
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]

    page.goto(f"{shop.url}/app/#/desk/knowledge/{ROLE}")
    page.get_by_role("button", name="rien de précis").click(timeout=LONG_MS)
    page.goto(f"{shop.url}/app/#/desk/knowledge/pack-litres")
    expect(page.get_by_label("Points pour 100 %").last).to_have_value("100", timeout=LONG_MS)
    found += shut_out(page)
    page.goto(f"{shop.url}/app/#/desk/knowledge/weather")
    page.get_by_label("Compte", exact=True).select_option("no", timeout=LONG_MS)
    expect(page.get_by_text("2 changements à essayer, gardés ici")).to_be_visible(timeout=LONG_MS)
    page.emulate_media(color_scheme="dark")
    found += shut_out(page)

    page.goto(f"{shop.url}/app/#/desk")
    expect(page.get_by_role("link", name="Conseil : poids, échelles et textes")).to_be_visible(timeout=LONG_MS)
    page.reload()
    page.get_by_role("link", name="Conseil : poids, échelles et textes").click(timeout=LONG_MS)
    page.get_by_role("button", name="Voir ce que cela change").click(timeout=LONG_MS)
    expect(page.get_by_text("2 règles du conseil changent").first).to_be_visible(timeout=LONG_MS)
    assert "/desk/import/" in page.url
    page.context.close()
    assert (found, failures) == ([], [])


def test_files_are_taken_and_open(browser: Browser, shop: ShopServer) -> None:
    page = desk(browser, shop, "exports", "light")
    failures = script_failures(page)
    expect(page.get_by_role("heading", name="Un fichier à remplir")).to_be_visible(timeout=LONG_MS)
    expect(page.get_by_text("Une ligne par magasin.")).to_be_visible(timeout=LONG_MS)
    found = [*shut_out(page), *runs_sideways(page, 360)]
    page.emulate_media(color_scheme="dark")
    found += shut_out(page)
    page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]

    book = openpyxl.load_workbook(io.BytesIO(taken(page, "Télécharger")), read_only=True)
    explained, products, *_ = book.worksheets
    assert sum(1 for _ in explained.iter_rows()) > len(book.sheetnames)
    assert sum(1 for _ in products.iter_rows()) > 200
    page.get_by_label("Langue").select_option("en")
    english = openpyxl.load_workbook(io.BytesIO(taken(page, "Télécharger")), read_only=True)
    assert english.sheetnames[0] != book.sheetnames[0]
    page.get_by_label("Fichier").select_option("csv")
    assert "products.csv" in zipfile.ZipFile(io.BytesIO(taken(page, "Télécharger"))).namelist()
    empty = openpyxl.load_workbook(io.BytesIO(taken(page, "Modèle Excel vide")))
    assert set(book.sheetnames) <= set(empty.sheetnames)

    page.get_by_text("Google Merchant").click()
    offers = ET.fromstring(taken(page, "Télécharger").decode())  # noqa: S314  the shop's own file
    assert len(offers.findall(".//item")) > 200
    page.get_by_text("Tout, pour un autre logiciel").click()
    assert json.loads(taken(page, "Télécharger"))["products"]
    page.context.close()
    assert (found, failures) == ([], [])


def desk(browser: Browser, shop: ShopServer, room: str, look: str) -> Page:
    """Arrive at a room as the merchandiser, on a laptop."""
    context = browser.new_context(
        viewport=LAPTOP,  # type: ignore[arg-type]
        locale="fr-FR",
        reduced_motion="reduce",
        color_scheme=look,  # type: ignore[arg-type]
    )
    assert context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "merchandiser"}).ok
    page = context.new_page()
    page.goto(f"{shop.url}/app/#/desk/{room}")
    return page


def taken(page: Page, button: str) -> bytes:
    """Press a button and return the file that comes."""
    with page.expect_download(timeout=LONG_MS) as coming:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(coming.value.path()).read_bytes()
