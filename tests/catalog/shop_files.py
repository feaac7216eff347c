"""A small reference and small files for the tests of reading and merging."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import openpyxl

from catalog.catalogue import Catalogue, merge
from catalog.errors import Finding
from catalog.feeds.batch import Batch
from catalog.feeds.limits import LIMITS, Limits
from catalog.feeds.own import read
from catalog.reference import Attribute, Care, Category, EnumValue, Reference, Technology

PRODUCTS = (
    "ref,name,brand,category,audience,use_fr,use_en,activities,technologies,sources\n"
    "millet-kamet,Kamet,Millet,hardshell-jacket,women,Pour la pluie.,For rain.,hiking|ski-touring,gore-pro,"
    "https://example.org/kamet\n"
)
FACTS = (
    "ref,property,value,provenance,source,status,note\n"
    "millet-kamet,weight_g,402,test,https://example.org/test,kept,\n"
    "millet-kamet,weight_g,430,test,https://example.org/other,set-aside,autre taille\n"
)
VARIANTS = (
    "gtin,sku,ref,size,colour_fr,colour_en,colour_hex,demonstration\n"
    "2900000000018,K-M,millet-kamet,M,Noir,Black,#1C1D20,oui\n"
    "2900000000025,K-L,millet-kamet,L,Noir,Black,#1c1d20,oui\n"
)
SHOPS = (
    "shop,name,place_fr,opens_on,closes_on,currency,languages\n"
    "miramas,Miramas,Provence,14/11/2026,2027-02-27,EUR,fr|en\n"
)
PRICES = "shop;gtin;price;reference_price\nmiramas;2900000000018;249,95 €;349,95 €\nmiramas;2900000000025;249,95;\n"
STOCK = "shop,gtin,quantity,counted_at\nmiramas,2900000000018,2,2026-11-21T11:12:00+01:00\n"

FILES = {
    "products.csv": PRODUCTS,
    "facts.csv": FACTS,
    "variants.csv": VARIANTS,
    "shops.csv": SHOPS,
    "prices.csv": PRICES,
    "stock.csv": STOCK,
}
KAMET = "02900000000018"


def both(text: str) -> dict[str, str]:
    return {"fr": text, "en": text}


def attribute(
    name: str, kind: str, unit: str | None = None, values: tuple[str, ...] = (), most: int = 9_000
) -> Attribute:
    return Attribute(
        id=name,
        label=both(name),
        kind=kind,  # type: ignore[arg-type]
        unit=unit,
        better=None,
        explanation=both(name),
        values=tuple(EnumValue(value, both(value)) for value in values),
        min=0 if kind == "integer" else None,
        max=most if kind == "integer" else None,
    )


def small_reference() -> Reference:
    attributes = (
        attribute("weight_g", "integer", "g"),
        attribute("waterproof_mm", "integer", "mm", most=60_000),
        attribute("pit_zips", "bool"),
        attribute("hood", "enum", values=("none", "yes", "helmet")),
        attribute("price_cents", "integer", "cents", most=1_000_000),
    )
    category = Category("hardshell-jacket", both("veste"), both("vestes"), "shell", ("dry",), ())
    technology = Technology("gore-pro", "Gore-Tex Pro", "membrane", "", both(""), both(""), both(""), "", "none")
    return Reference(
        attributes={each.id: each for each in attributes},
        families={},
        groups={},
        categories={category.id: category},
        technologies={technology.id: technology},
        estimates=(),
        gauges={},
        care={"membrane": Care("membrane", both("Laver"), (), frozenset(), {})},
        size_charts={"women-clothes": {}},
        silhouettes={},
    )


REFERENCE = small_reference()


def read_texts(files: Mapping[str, str | bytes], limits: Limits = LIMITS) -> tuple[Batch, tuple[Finding, ...]]:
    return read(
        {name: data.encode() if isinstance(data, str) else data for name, data in files.items()}, REFERENCE, limits
    )


def good_batch(files: Mapping[str, str | bytes]) -> Batch:
    batch, findings = read_texts(files)
    assert findings == ()
    return batch


def small_catalogue() -> Catalogue:
    return merge(Catalogue(), good_batch(FILES))


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def workbook(sheets: Mapping[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def cells_of(text: str, separator: str = ",") -> list[list[object]]:
    return [list(line.split(separator)) for line in text.splitlines()]
