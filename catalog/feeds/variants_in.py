"""The table of variants: one size and colour a line, known by its barcode."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from catalog import gtin as gtins
from catalog.model import LANGUAGES, Colour, Variant

from . import barcodes, cells
from .drafts import claim, read_ref
from .findings import Findings
from .line import Line, lines_of
from .table import Place, Table

_HEX = re.compile(r"#[0-9a-f]{6}")
_SIZE, _SKU, _COLOUR = 24, 60, 60
_NAMES = tuple(f"colour_{lang}" for lang in LANGUAGES)
COLUMNS = ("gtin", "sku", "ref", "size", *_NAMES, "colour_hex", "demonstration", "remove")


@dataclass(slots=True)
class Variants:
    """The variants of a batch as they are read, with the fields given for each and the lines that named them."""

    found: dict[str, Variant] = field(default_factory=dict)
    given: dict[str, frozenset[str]] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)
    sizes: dict[str, Place] = field(default_factory=dict)


def read_variants(table: Table, variants: Variants, findings: Findings) -> None:
    """Add the variants of a table."""
    for line in lines_of(table, COLUMNS, ("gtin",), findings):
        gtin = read_gtin(line)
        if gtin is not None and claim(variants.places, gtin, line, "duplicate-gtin", "gtin"):
            _read(gtin, line, variants)


def read_gtin(line: Line) -> str | None:
    """Return the fourteen digits of a line's barcode, or ``None`` after saying what is wrong with it."""
    raw = line.raw("gtin")
    if raw is None:
        line.wrong("required", "gtin")
        return None
    if barcodes.is_scientific(raw):
        line.wrong("gtin-scientific", "gtin")
        return None
    before = barcodes.zeros_lost(raw)
    if before:
        line.wrong("gtin-zeros", "gtin", near=before)
        return None
    try:
        return gtins.normalise(barcodes.whole(raw))
    except gtins.GtinError as error:
        line.findings.say(error.code, line.place, "gtin", error.message, raw)
        return None


def _read(gtin: str, line: Line, variants: Variants) -> None:
    if line.parsed("remove", cells.boolean, "bad-boolean", default=False):
        variants.removed.add(gtin)
        return
    ref = read_ref(line) if line.raw("ref") is not None else ""
    if ref is None:
        return
    if cells.is_size_made_date(line.raw("size") or ""):
        line.wrong("size-date", "size")
    size = line.text("size", _SIZE)
    name = line.texts("colour", LANGUAGES, _COLOUR)
    demonstration = line.parsed("demonstration", cells.boolean, "bad-boolean", default=False)
    colour = Colour(name, _hex(line))
    variants.found[gtin] = Variant(gtin, line.text("sku", _SKU), ref, size, colour, demonstration)
    variants.given[gtin] = frozenset(line.given | ({"ref"} if ref else set()))
    _check(variants.found[gtin], line, variants)


def _hex(line: Line) -> str:
    raw = line.raw("colour_hex")
    if raw is None:
        return ""
    if not _HEX.fullmatch(raw.lower()):
        line.wrong("bad-colour", "colour_hex")
        return ""
    line.given.add("colour_hex")
    return raw.lower()


def _check(variant: Variant, line: Line, variants: Variants) -> None:
    if gtins.is_restricted(variant.gtin) and not variant.demonstration and "ref" in line.row.cells:
        line.wrong("gtin-restricted", "gtin")
    colour = variant.colour.name.get("fr") or variant.colour.hex
    if variant.ref and variant.size:
        key = f"{variant.size}\0{colour}\0{variant.ref}"
        claim(variants.sizes, key, line, "duplicate-size", "size", size=variant.size)
