"""Google Merchant feeds: TSV, CSV, and what the XML reader makes of RSS and Atom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from . import barcodes
from .cells import said
from .fields import plain
from .findings import Findings
from .house import House
from .mapping import ColumnMapping, Record, Records, Source, applied
from .sheet import Sheet
from .table import Place

_TITLES: Mapping[str, str] = {
    "id": "id", "item group id": "group", "title": "name", "description": "description", "link": "link",
    "summary": "description", "content": "description", "sale price effective date": "sale_dates",
    "price": "price", "sale price": "sale_price", "brand": "brand", "gtin": "gtin", "mpn": "mpn", "color": "colour",
    "size": "size", "gender": "audience", "age group": "age_group", "product type": "category",
    "google product category": "google_category", "availability": "availability", "size system": "size_system",
    "shipping weight": "shipping_weight", "product weight": "weight_g", "material": "material_words",
    "store code": "shop", "quantity": "quantity", "sell on google quantity": "quantity",
}  # fmt: skip
_AVAILABILITY = frozenset(
    {"in stock", "out of stock", "preorder", "backorder", "limited availability", "on display to order"}
)
_BETWEEN = re.compile(r"\s*[,\-–/|·]\s*$")
"""What stands in a title between the model's name and the variant's colour and size."""
_SYSTEMS = frozenset({"AU", "BR", "CN", "DE", "EU", "FR", "IT", "JP", "MEX", "UK", "US"})
_HOUSE_SYSTEMS = frozenset({"EU", "FR", ""})


def records(sheet: Sheet, constants: Mapping[str, str], house: House, findings: Findings) -> Records:
    """Return the items in our fields: a sale price is the price and the price the former one."""
    by_title = {plain(title.rpartition(":")[2]): title for title in reversed(sheet.titles)}
    columns = {_TITLES[name]: Source(by_title[name]) for name in reversed(tuple(_TITLES)) if name in by_title}
    found = applied(ColumnMapping(columns, constants), sheet, findings)
    titles = dict(found.titles)
    titles |= {
        ours: titles[theirs]
        for ours, theirs in (
            ("sku", "id"),
            ("ref", "group"),
            ("reference_price", "price"),
            ("sale_from", "sale_dates"),
            ("sale_until", "sale_dates"),
        )
        if theirs in titles
    }
    lines = tuple(_line(record, sheet, found.titles, house, findings) for record in found.records)
    return replace(found, records=lines, titles=titles, format="google")


def _model_name(cells: Mapping[str, str]) -> str:
    """Return a title without what tells the variants apart and the brand, which have columns of their own."""
    name = cells.get("name", "")
    for part in (said(cells.get("size", "")), said(cells.get("colour", ""))):
        bare = name.removesuffix(part).rstrip()
        if part and bare != name and _BETWEEN.search(bare):
            name = _BETWEEN.sub("", bare)
    brand = said(cells.get("brand", ""))
    alone = name.removeprefix(brand).lstrip()
    return alone if brand and alone and name.startswith(f"{brand} ") else name


def _one_code(written: str, place: Place, house: House, findings: Findings) -> str:
    """Return the barcode to read of several: the one that the house knows, else the first good one."""
    codes = [code.strip() for code in written.split(",") if code.strip()]
    if len(codes) < 2:
        return written
    good = [code for code in codes if barcodes.known(code)] or codes
    taken = next((code for code in good if barcodes.known(code) in house.variants), good[0])
    findings.add("gtin-several", place, "gtin", value=written, near=taken)
    return taken


def _reduced(cells: dict[str, str]) -> None:
    """Make the sale price the price, and the price the former one; its dates are two, divided by a slash."""
    sale, dates = cells.pop("sale_price", ""), cells.pop("sale_dates", "")
    if not sale:
        return
    cells["reference_price"], cells["price"] = cells.get("price", ""), sale
    cells["sale_from"], _, cells["sale_until"] = dates.partition("/")


def _is_same(number: str, code: str) -> bool:
    """Tell an id that is the barcode itself, with or without the zeros before it."""
    return number == code or (barcodes.known(number) is not None and barcodes.known(number) == barcodes.known(code))


def _line(record: Record, sheet: Sheet, titles: Mapping[str, str], house: House, findings: Findings) -> Record:
    cells = dict(record.cells)
    place = Place(sheet.name, record.line, titles)
    cells["gtin"] = _one_code(cells.get("gtin", ""), place, house, findings)
    number = cells.pop("id", "")
    cells["ref"] = cells.pop("group", "") or number
    if not cells.get("gtin") and barcodes.found_in(number):  # a number for inside one shop is no gtin to Google
        cells["gtin"], number = number, ""
    cells["sku"] = cells.pop("mpn", "") or ("" if _is_same(number, cells.get("gtin", "")) else number)
    cells["name"] = _model_name(cells)
    _reduced(cells)
    available = cells.pop("availability", "")
    if available and plain(available) not in _AVAILABILITY:
        findings.add("bad-availability", place, "availability", value=available)
    system = cells.pop("size_system", "").upper()
    if system and (system not in _SYSTEMS or system not in _HOUSE_SYSTEMS) and cells.get("size"):
        findings.add("other-size-system", place, "size_system", value=system)
    for unread in ("shipping_weight", "material_words"):
        cells.pop(unread, None)
    return Record(record.line, {name: text for name, text in cells.items() if text})
