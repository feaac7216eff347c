"""The table of variants out of a foreign table: sizes and colours that are new, or say something new."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.model import Variant

from . import cells as cells_
from .colours import drawn
from .fields import plain
from .findings import Findings
from .house import House
from .html_text import text_of
from .mapping import Record, Records
from .models import Model, Piece
from .table import Place, Row

ONE_SIZE = "TU"
"""How the house writes that a piece comes in one size ("taille unique")."""
_ONE_SIZE_WORDS = frozenset(
    {"default title", "one size", "os", "tu", "taille unique", "unique", "u", "t u", "single", "onesize"}
)
_DECIMALS = re.compile(r"(?<=^\d{2})[.,]0+$|(?<=^\d)[.,]0+$")
"""A size that a program took for a number: 42.0."""
UNKNOWN_COLOUR = "#9a9da1"
"""Drawn where nobody knows the colour: the grey of stone, with a warning."""
_TITLES = ("gtin", "sku", "ref", "size", "colour_hex")


def variants(found: Iterable[Model], records: Records, house: House, lang: str, findings: Findings) -> list[Row]:
    """Return a row for each piece that is new or changed; ``lang`` is the language of the colours' names."""
    titles = {name: records.titles.get(name, name) for name in _TITLES}
    if "colour" in records.titles:
        titles |= {f"colour_{lang}": records.titles["colour"] for lang in ("fr", "en", "de", "it", "es")}
    rows = []
    for model in found:
        for piece in model.pieces:
            own = records.place(piece.record).titles or {}
            place = Place(records.file, piece.record.line, titles | {name: own[name] for name in records.by_size})
            cells = _changed(piece, model, lang) if piece.old else _new(piece, model, house, lang, place, findings)
            if len(cells) > 1:
                rows.append(Row(place, cells))
    return rows


def written_size(text: str) -> str:
    """Return a size as the house writes it; empty for the words that say there is only one."""
    text = _DECIMALS.sub("", text_of(text))
    if plain(text) in _ONE_SIZE_WORDS:
        return ""
    return text.upper() if len(text) <= 4 else text


def _is_same(one: str, other: str) -> bool:
    """Tell names that differ in accents and case alone; those of other alphabets letter by letter."""
    return plain(one) == plain(other) and (bool(plain(one)) or cells_.said(one).casefold() == other.casefold())


def _changed(piece: Piece, model: Model, lang: str) -> dict[str, str]:
    old, record = piece.old, piece.record
    assert old is not None  # noqa: S101  the caller asked
    cells = {"gtin": piece.gtin}
    if model.ref and model.ref != old.ref:
        cells["ref"] = model.ref
    if (sku := record.cells.get("sku", "")) and sku != old.sku:
        cells["sku"] = sku
    size = written_size(record.cells.get("size", ""))
    if size and plain(size) != plain(old.size):
        cells["size"] = size
    return cells | _changed_colour(record, old, lang)


def _changed_colour(record: Record, old: Variant, lang: str) -> dict[str, str]:
    cells = {}
    name, value = text_of(record.cells.get("colour", "")), record.cells.get("colour_hex", "").lower()
    if name and not any(_is_same(name, text_of(word)) for word in old.colour.name.values()):
        cells[f"colour_{lang}"] = name
    if value and value != old.colour.hex:
        cells["colour_hex"] = value
    return cells


def _new(piece: Piece, model: Model, house: House, lang: str, place: Place, findings: Findings) -> dict[str, str]:
    record = piece.record
    cells = {"gtin": piece.gtin}
    if not model.ref:
        return cells
    cells["ref"] = model.ref
    if sku := record.cells.get("sku", ""):
        cells["sku"] = sku
    if not record.cells.get("size", ""):
        findings.add("size-assumed", place, "size", "", ref=model.ref)
    cells["size"] = written_size(record.cells.get("size", "")) or ONE_SIZE
    return cells | _colour(record, model, house, lang, place, findings)


def _colour(record: Record, model: Model, house: House, lang: str, place: Place, findings: Findings) -> dict[str, str]:
    name, value = text_of(record.cells.get("colour", "")), record.cells.get("colour_hex", "").lower()
    if not name and model.old is None and not model.first("colour")[0]:
        findings.add("colour-assumed", place, "colour_fr", "", ref=model.ref)
        return {"colour_fr": "Unique", "colour_en": "One colour", "colour_hex": value or UNKNOWN_COLOUR}
    if not name:
        findings.add("colour-missing", place, "colour_fr")
        return {}
    sibling = house.siblings.get((model.ref, plain(name)))
    if sibling is not None:
        return {f"colour_{code}": word for code, word in sibling.colour.name.items()} | {
            "colour_hex": value or sibling.colour.hex
        }
    drawing = value or drawn(name)
    if drawing is None:
        findings.add("colour-unknown", place, f"colour_{lang}", value=name)
    return {"colour_fr": name, f"colour_{lang}": name, "colour_hex": drawing or UNKNOWN_COLOUR}
