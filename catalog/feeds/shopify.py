"""Shopify's product CSV, of either generation of titles, with metafields and markets in the shop's own language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from catalog.reference import Reference

from .fields import HEADERS, plain
from .findings import Findings
from .mapping import ColumnMapping, Record, Records, Source, applied
from .sheet import Sheet
from .table import Place

_TITLES: Mapping[str, tuple[str, ...]] = {
    "ref": ("url handle", "handle"),
    "name": ("title",),
    "description": ("description", "body html"),
    "brand": ("vendor",),
    "category": ("type",),
    "google_category": ("product category", "google shopping google product category"),
    "tags": ("tags",),
    "sku": ("sku", "variant sku"),
    "gtin": ("barcode", "variant barcode"),
    "price": ("price", "variant price"),
    "reference_price": ("compare at price", "variant compare at price"),
    "quantity": ("inventory quantity", "variant inventory qty", "variant inventory quantity"),
    "weight_g": ("weight value grams", "variant grams"),
    "audience": ("google shopping gender", "gender"),
    "age_group": ("google shopping age group", "age group"),
    "option1_name": ("option1 name",), "option1_value": ("option1 value",),
    "option2_name": ("option2 name",), "option2_value": ("option2 value",),
    "option3_name": ("option3 name",), "option3_value": ("option3 value",),
}  # fmt: skip
"""Field → its titles, plain: the template of today first, then the export of before."""
_METAFIELD = re.compile(r"\((?:product|variant)\.metafields\.([\w-]+)\.([\w-]+)\)", re.IGNORECASE)
_METAFIELDS = {
    "color-pattern": "metafield_colour", "color": "metafield_colour", "target-gender": "audience",
    "age-group": "age_group", "size": "metafield_size", "activity": "activities", "season": "season",
}  # fmt: skip
_MARKET = re.compile(r"^\s*(?:included|price|compare at price|inclus|prix)\s+/\s+\S", re.IGNORECASE)
_OPTION_NAMES = {
    "size": HEADERS["size"] | {"tallas", "storlek", "maat", "rozmiar", "shoe size", "eu size", "taille eu"},
    "colour": HEADERS["colour"] | {"colours", "colors", "farg", "kleur", "kolor", "colores"},
}
_OPTIONS = (1, 2, 3)
_WHOLE_PRODUCT = frozenset({"default title", "default"})


def records(sheet: Sheet, constants: Mapping[str, str], reference: Reference, findings: Findings) -> Records:
    """Return the lines that name a product or a variant, in our fields; lines of images alone are left out."""
    mapping = ColumnMapping(_columns(sheet, reference), constants)
    found = applied(mapping, sheet, findings)
    markets = [title for title in sheet.titles if _MARKET.match(title)]
    if markets:
        findings.add("markets-left", Place(sheet.name, sheet.line), value=", ".join(markets))
    names: dict[str, Mapping[str, str]] = {}
    lines = tuple(line for record in found.records if (line := _line(record, names, constants)) is not None)
    return replace(found, records=lines, titles=_titles(found.titles, names), format="shopify")


def _columns(sheet: Sheet, reference: Reference) -> dict[str, Source]:
    by_title = {plain(title): title for title in reversed(sheet.titles)}
    found = {
        name: Source(by_title[title])
        for name, titles in _TITLES.items()
        for title in reversed(titles)
        if title in by_title
    }
    unit = next((title for title in sheet.titles if plain(title) == "variant weight unit"), None)
    if unit and "weight_g" not in found:
        found["weight_unit"] = Source(unit)
    for title in sheet.titles:
        match = _METAFIELD.search(title)
        if match:
            name = _metafield(match.group(1), match.group(2), reference)
            if name:
                found.setdefault(name, Source(title))
    return found


def _metafield(space: str, key: str, reference: Reference) -> str | None:
    """Return the field of a metafield: Shopify's own by their key, whatever the label says; ours by their id."""
    if space == "shopify":
        return _METAFIELDS.get(key)
    name = key.replace("-", "_")
    return name if name in reference.attributes or name in ("technologies", "activities", "colour_hex") else None


def _line(record: Record, names: dict[str, Mapping[str, str]], constants: Mapping[str, str]) -> Record | None:
    """Return a line with its options as size and colour; ``names`` keeps what each handle's options are called."""
    cells = dict(record.cells)
    handle = cells.get("ref") or cells.get("name", "")
    meant = _meant(cells)
    if meant:
        names[handle] = meant
    for number in _OPTIONS:
        value = cells.pop(f"option{number}_value", "")
        cells.pop(f"option{number}_name", None)
        field = names.get(handle, {}).get(str(number))
        if field and value and plain(value) not in _WHOLE_PRODUCT:
            cells[field] = value
    for field in ("colour", "size"):
        spare = cells.pop(f"metafield_{field}", "")
        if spare and field not in cells:
            cells[field] = spare.split(";")[0].strip().replace("-", " ")
    says = cells.keys() - {"ref", *constants}
    return Record(record.line, cells) if says else None


def _meant(cells: Mapping[str, str]) -> dict[str, str]:
    """Return which option number is size and which colour, by its name in any language."""
    found = {}
    for number in _OPTIONS:
        name = plain(cells.get(f"option{number}_name", ""))
        for field, words in _OPTION_NAMES.items():
            if name in words:
                found[str(number)] = field
    return found


def _titles(titles: Mapping[str, str], names: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the titles by field, those of size and colour by the option that most handles have them in."""
    found = {name: title for name, title in titles.items() if not name.startswith("option")}
    for field in ("size", "colour"):
        numbers: Sequence[str] = [number for one in names.values() for number, meant in one.items() if meant == field]
        if numbers:
            found[field] = titles.get(f"option{max(set(numbers), key=numbers.count)}_value", field)
        elif f"metafield_{field}" in found:
            found[field] = found[f"metafield_{field}"]
    return found
