"""The rooms of goods at the desk: photos, prices, stock and labels, used as a merchandiser does, in light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.server.pictures import photo

from .conftest import script_failures
from .desk import LAPTOP, LONG_MS, go_to, laptop
from .looking import pale, runs_sideways, shut_out
from .serving import ShopServer
from .test_desk import GTIN

PIECE = "Bonnet"


@pytest.fixture(scope="module")
def goods_shop(new_shop: Callable[..., ShopServer]) -> ShopServer:
    """Give the rooms of this file a shop whose range no other file sees."""
    shop = new_shop()
    shop.start()
    return shop


@pytest.fixture
def desk(browser: Browser, goods_shop: ShopServer) -> Iterator[Page]:
    context = laptop(browser, goods_shop)
    page = context.new_page()
    failures = script_failures(page)
    page.goto(f"{goods_shop.url}/app/")
    expect(page.get_by_role("heading", name="Bureau", level=1)).to_be_visible()
    yield page
    context.close()
    assert failures == []


def shuts_nobody_out(page: Page) -> list[str]:
    return [*shut_out(page), *pale(page, "dark"), *runs_sideways(page, 360)]


def test_a_photo_is_matched_aimed_and_published(desk: Page, goods_shop: ShopServer) -> None:
    go_to(desk, "f", "Photos")
    files: list[FilePayload] = [
        {"name": f"{GTIN}.jpg", "mimeType": "image/jpeg", "buffer": photo()},
        {"name": "faux.jpg", "mimeType": "image/jpeg", "buffer": b"%PDF-1.7"},
    ]
    desk.get_by_label("Choisir des photos").set_input_files(files)
    expect(desk.get_by_text("ni JPEG")).to_be_visible(timeout=LONG_MS)
    expect(desk.get_by_role("heading", name="Prêtes (1)")).to_be_visible(timeout=LONG_MS)
    desk.get_by_role("link", name=PIECE).click()
    point = desk.get_by_role("button", name=re.compile("Point à voir"))
    before = point.get_attribute("aria-label") or ""
    point.press("Shift+ArrowLeft")
    expect(point).not_to_have_attribute("aria-label", before)
    expect(desk.get_by_text("Tout est enregistré.")).to_be_visible()
    found = shuts_nobody_out(desk)
    desk.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    desk.get_by_role("button", name="Essayer 1 photo").press("Enter")
    expect(desk.get_by_text("1 nouvelle photo")).to_be_visible(timeout=LONG_MS)
    expect(desk.get_by_role("img", name=re.compile(f"Photo d’après.*{PIECE}"))).to_be_visible()
    desk.get_by_role("button", name="Publier 1 changement").press("Enter")
    expect(desk.get_by_role("heading", name=re.compile("Révision \\d+ publiée"))).to_be_visible(timeout=LONG_MS)
    snapshot = desk.request.get(f"{goods_shop.url}/api/v1/shops/miramas/snapshot?lang=fr").json()
    shown = [one for product in snapshot["products"] for one in product.get("photos", ())]
    assert len(shown) == 1
    assert desk.request.get(f"{goods_shop.url}/media/{shown[0]['photo']}/320.webp").ok
    assert found == []


def test_a_typed_price_outlives_the_page_and_is_tried_out(desk: Page) -> None:
    go_to(desk, "t", "Prix et assortiment")
    desk.get_by_label("Nom, référence, GTIN").fill(GTIN)
    row = desk.get_by_role("row").filter(has_text=PIECE)
    expect(row).to_have_count(1)
    row.click()
    price = desk.get_by_label(re.compile("^Prix, ")).first
    price.fill("14,50")
    expect(desk.get_by_text("gardés sur cet appareil")).to_be_visible()
    desk.reload()
    expect(desk.get_by_text("1 prix changé, pas encore essayé")).to_be_visible()
    expect(desk.get_by_label(re.compile("^Prix, ")).first).to_have_value("14,50")
    found = shuts_nobody_out(desk)
    desk.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    desk.get_by_role("button", name="Essayer 1 prix").press("Enter")
    expect(desk.get_by_text("1 prix change")).to_be_visible(timeout=LONG_MS)
    expect(desk.get_by_role("row").filter(has_text="14,50")).to_be_visible()
    assert found == []


def test_what_is_scanned_is_counted(desk: Page, goods_shop: ShopServer) -> None:
    go_to(desk, "s", "Stock")
    desk.get_by_role("link", name="Compter", exact=True).click()
    field = desk.get_by_label("Scanner ou taper un code")
    field.fill(GTIN[:-1] + "3")
    field.press("Enter")
    expect(desk.get_by_text("son dernier chiffre ne convient pas")).to_be_visible()
    for _ in range(2):
        field.fill(GTIN)
        field.press("Enter")
        expect(field).to_have_value("")
    expect(desk.get_by_text("Liste gardée sur cet appareil")).to_be_visible()
    desk.reload()
    desk.get_by_role("button", name="Enregistrer 2 pièces comptées").press("Enter")
    expect(desk.get_by_text("2 pièces comptées.")).to_be_visible()
    expect(desk.get_by_role("heading", name="Stock", level=1)).to_be_visible()
    expect(desk.get_by_role("row").filter(has_text=PIECE).first).to_be_visible()
    found = shuts_nobody_out(desk)
    levels = desk.request.get(f"{goods_shop.url}/api/v1/shops/miramas/stock").json()["levels"]
    assert levels[GTIN]["quantity"] == 2
    assert found == []


def test_labels_are_a_sheet_that_opens_and_out_of_date_until_they_are_printed(desk: Page) -> None:
    go_to(desk, "l", "Étiquettes")
    expect(desk.get_by_role("img", name=re.compile("étiquette"))).to_be_visible(timeout=LONG_MS)
    found = shuts_nobody_out(desk)
    desk.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    desk.get_by_label("Catégorie").select_option(label="Bonnets")
    save = desk.get_by_role("button", name="Enregistrer le PDF")
    expect(desk.get_by_text(re.compile("étiquettes?, 1 feuille"))).to_be_visible(timeout=LONG_MS)
    with desk.expect_download() as taken:
        save.press("Enter")
    assert taken.value.path().read_bytes().startswith(b"%PDF-")
    expect(desk.get_by_text(re.compile("Dernière impression\\s:\\s\\d+ pièces"))).to_be_visible(timeout=LONG_MS)
    desk.get_by_label("Pour").select_option(label="À refaire")
    expect(desk.get_by_role("heading", name="Les étiquettes sont à jour")).to_be_visible(timeout=LONG_MS)
    assert found == []
