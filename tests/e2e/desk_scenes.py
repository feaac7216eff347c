"""The table of the desk's scenes: a merchandiser at work, from a refused file to what a fact would change.

Each is reached by addresses and by files only, so that one table serves both languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.server.pictures import photo

from .serving import ShopServer
from .visit import Visit

JACKET = "millet-ld-trilogy-gtx-jacket"
GTIN = "02906310281802"
WRONG = f"shop;gtin;price\nmiramas;{GTIN[:-1]}3;abc\nmiramas;2,90631E+12;12,00\n".encode()
PRICES = f"shop;gtin;price;reference_price\nmiramas;{GTIN};15,90;25,95\n".encode()
HEAVIER = f"""ref;property;value;provenance;source
{JACKET};weight_g;640;maker;fiche de l’hiver
{JACKET};hood;none;maker;fiche de l’hiver
{JACKET};pit_zips;no;maker;fiche de l’hiver
""".encode()
SUPPLIER = "Réf.;Désignation;Poids brut;Prix conseillé\nMIV1;Veste de pluie;0,38 kg;129,90 €\n".encode("cp1252")
LONG_MS = 60_000
"""A dry run asks hundreds of sample customers."""


def enter(context: BrowserContext, shop: ShopServer) -> None:
    """Sign the demonstration's merchandiser in without a screen."""
    answer = context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "merchandiser"})
    assert answer.ok, answer.text()


def room(path: str) -> Callable[[Visit], object]:
    return lambda visit: open_room(visit.page, visit.shop, path)


def open_room(page: Page, shop: ShopServer, path: str) -> None:
    """Open an address of the desk and wait until nothing is awaited any more."""
    page.goto(f"{shop.url}/app/#/desk{path}")
    settled(page)


def settled(page: Page) -> None:
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=LONG_MS)
    expect(page.locator("[aria-busy=true], [role=progressbar]")).to_have_count(0, timeout=LONG_MS)
    expect(page.get_by_role("status").filter(has=page.locator("i"))).to_have_count(0, timeout=LONG_MS)  # pale rows


def dropped(name: str, content: bytes) -> Callable[[Visit], object]:
    """Drop a file at the desk and wait for what the dry run says."""

    def drop(visit: Visit) -> None:
        page = visit.page
        open_room(page, visit.shop, "/import")
        payload: FilePayload = {"name": name, "mimeType": "text/csv", "buffer": content}
        page.locator("main input[type=file]").first.set_input_files(payload)
        expect(page).to_have_url(re.compile(r"/desk/import/[^/?]+"), timeout=LONG_MS)
        tried(page)
        settled(page)

    return drop


def columns(visit: Visit) -> None:
    """Drop a supplier's table that nobody has explained yet, and go to where its columns are explained."""
    dropped("fournisseur.csv", SUPPLIER)(visit)
    visit.page.locator("main a[href*='columns=']").first.click()
    expect(visit.page.locator("main ol select").first).to_be_visible(timeout=LONG_MS)
    settled(visit.page)


def tried(page: Page) -> None:
    """Wait until the import of this page has been tried out, by the server's own word."""
    page.wait_for_function(
        """async () => {
            const id = location.hash.match(/import[/]([^/?]+)/)?.[1];
            const answer = await fetch(`/api/v1/imports/${id}`);
            return answer.ok && !["queued", "running"].includes((await answer.json()).state);
        }""",
        timeout=LONG_MS,
        polling=500,
    )
    expect(page.get_by_role("heading", level=2).first).to_be_visible(timeout=LONG_MS)


def photos(visit: Visit) -> None:
    """Bring three photos: one named after a code, one that no piece is known by, one that is none."""
    open_room(visit.page, visit.shop, "/photos")
    files: list[FilePayload] = [
        {"name": f"{GTIN}.jpg", "mimeType": "image/jpeg", "buffer": photo()},
        {"name": "DSC_0412.jpg", "mimeType": "image/jpeg", "buffer": photo((180, 60, 40))},
        {"name": "faux.jpg", "mimeType": "image/jpeg", "buffer": b"%PDF-1.7"},
    ]
    visit.page.locator("main input[type=file]").first.set_input_files(files)
    expect(visit.page.get_by_text("faux.jpg")).to_be_visible(timeout=LONG_MS)
    settled(visit.page)


def help_of_keys(visit: Visit) -> None:
    open_room(visit.page, visit.shop, "")
    visit.page.locator("main").focus()
    visit.page.keyboard.press("?")
    expect(visit.page.get_by_role("dialog")).to_be_visible()


DESK_SCENES: dict[str, Callable[[Visit], Any]] = {
    "desk-home": room(""),
    "desk-help": help_of_keys,
    "desk-import": room("/import"),
    "desk-refused": dropped("faux.csv", WRONG),
    "desk-columns": columns,
    "desk-trial": dropped("prix.csv", PRICES),
    "desk-advice": dropped("facts.csv", HEAVIER),
    "desk-revisions": room("/revisions"),
    "desk-revision": room("/revisions/1"),
    "desk-products": room("/products"),
    "desk-product": room(f"/products/{JACKET}"),
    "desk-completeness": room("/completeness"),
    "desk-photos": photos,
    "desk-prices": room("/prices"),
    "desk-stock": room("/stock"),
    "desk-labels": room("/labels"),
    "desk-knowledge": room("/knowledge"),
    "desk-criterion": room("/knowledge/baselayer-role-cold"),
    "desk-exports": room("/exports"),
    "desk-nowhere": room("/attic"),
}
"""In the order of a working day; what a scene leaves behind, the next ones show."""
