"""Shopify's product CSV, of either generation of titles, with metafields and markets in the shop's own language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from catalog.reference import Reference

from .families import OF_VARIANT
from .fields import plain
from .findings import Findings
from .mapping import ColumnMapping, Record, Records, Source, applied
from .sheet import Sheet
from .shopify_options import Options, handle_of
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
    "quantity": (
        "inventory quantity", "variant inventory qty", "variant inventory quantity", "on hand new", "on hand current",
        "on hand", "available",
    ),
    "shop": ("location",),
    "gift_card": ("gift card",),
    "active": ("status",), "command": ("command",), "variant_command": ("variant command",),
    "weight_g": ("weight value grams", "variant grams", "variant weight"),
    "audience": ("google shopping gender", "gender"),
    "age_group": ("google shopping age group", "age group"),
    "option1_name": ("option1 name",), "option1_value": ("option1 value",),
    "option2_name": ("option2 name",), "option2_value": ("option2 value",),
    "option3_name": ("option3 name",), "option3_value": ("option3 value",),
}  # fmt: skip
"""Field → its titles, plain: the template of today first, then the export of before."""
_GONE = frozenset({"delete", "ignore"})
_METAFIELD = re.compile(r"\((?:product|variant)\.metafields\.([\w-]+)\.([\w-]+)\)", re.IGNORECASE)
_METAFIELDS = {
    "color-pattern": "metafield_colour", "color": "metafield_colour", "target-gender": "audience",
    "age-group": "age_group", "size": "metafield_size", "activity": "activities", "season": "season",
}  # fmt: skip
_MARKET = re.compile(r"^\s*(?:included|price|compare at price|inclus|prix)\s+/\s+\S", re.IGNORECASE)


def records(sheet: Sheet, constants: Mapping[str, str], reference: Reference, findings: Findings) -> Records:
    """Return the lines that name a product or a variant, in our fields; lines of images alone are left out."""
    mapping = ColumnMapping(_columns(sheet, reference), constants)
    found = applied(mapping, sheet, findings)
    markets = [title for title in sheet.titles if _MARKET.match(title)]
    if markets:
        findings.add("markets-left", Place(sheet.name, sheet.line), value=", ".join(markets))
    options = Options(found.records)
    options.tell(Place(sheet.name, sheet.line, found.titles), findings)
    gifts, colours = _gift_cards(found, findings), _colours(found)
    standing = _standing(found)
    lines = (
        _line(record, options, colours, standing, constants) for record in found.records if _handle(record) not in gifts
    )
    titles = _titles(found.titles, options)
    return replace(found, records=tuple(line for line in lines if line), titles=titles, format="shopify")


def _handle(record: Record) -> str:
    return handle_of(record.cells)


def _gift_cards(found: Records, findings: Findings) -> frozenset[str]:
    """Return the handles that are money and no goods, after one remark each."""
    gifts = {_handle(one): one for one in found.records if one.cells.get("gift_card", "").casefold() == "true"}
    for record in gifts.values():
        findings.add("gift-card-left", Place(found.file, record.line), value=record.cells.get("name", ""))
    return frozenset(gifts)


def _standing(found: Records) -> dict[str, str]:
    """Return what the first line of each handle says of the whole product: its status, or what is to be done with it.

    Active and unlisted are for sale, draft and archived are not (shopify.dev, ProductStatus); Matrixify writes a deed.
    """
    said: dict[str, str] = {}
    for record in found.records:
        command = record.cells.get("command", "")
        word = command if command.casefold() in _GONE else record.cells.get("active", "")
        if word:
            said.setdefault(_handle(record), word)
    return said


def _colours(found: Records) -> dict[str, str]:
    """Return the colour of a handle whose metafield names one alone: it stands on the product's first line."""
    return {
        _handle(record): said.strip().replace("-", " ")
        for record in found.records
        if (said := record.cells.get("metafield_colour", "")) and ";" not in said
    }


def _columns(sheet: Sheet, reference: Reference) -> dict[str, Source]:
    by_title = {plain(title): title for title in reversed(sheet.titles)}
    found = {
        name: Source(by_title[title])
        for name, titles in _TITLES.items()
        for title in reversed(titles)
        if title in by_title
    }
    unit = next((title for title in sheet.titles if plain(title) == "variant weight unit"), None)
    if unit and plain(found["weight_g"].column if "weight_g" in found else "") == "variant weight":
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


def _line(
    record: Record,
    options: Options,
    colours: Mapping[str, str],
    standing: Mapping[str, str],
    constants: Mapping[str, str],
) -> Record | None:
    """Return a line with its options as size and colour; ``None`` where it says nothing of its own."""
    cells = dict(record.cells)
    options.taken(cells)
    for left in ("gift_card", "command", "active"):
        cells.pop(left, None)
    deed = cells.pop("variant_command", "")
    word = deed if deed.casefold() in _GONE else standing.get(_handle(record), "")
    cells.pop("metafield_colour", None)
    spare = cells.pop("metafield_size", "")
    if spare and ";" not in spare and "size" not in cells:
        cells["size"] = spare.strip().replace("-", " ")
    if plain(cells.get("quantity", "")) == "not stocked":
        del cells["quantity"]
    if cells.keys() & OF_VARIANT and "colour" not in cells and colours.get(_handle(record)):
        cells["colour"] = colours[_handle(record)]
    says = cells.keys() - {"ref", *constants}
    return Record(record.line, cells | ({"active": word} if word else {})) if says else None


def _titles(titles: Mapping[str, str], options: Options) -> dict[str, str]:
    """Return the titles by field, those of size and colour by the option that most handles have them in."""
    found = {name: title for name, title in titles.items() if not name.startswith("option")}
    for field in ("size", "colour"):
        numbers = [number for meant in options.meant.values() for number, said in meant.items() if said == field]
        if numbers:
            found[field] = titles.get(f"option{max(set(numbers), key=numbers.count)}_value", field)
        elif f"metafield_{field}" in found:
            found[field] = found[f"metafield_{field}"]
    return found
