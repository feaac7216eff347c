"""A proposed change as lines of the merchandiser's own tables: the cells that differ, and nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.changes import FieldChange
from catalog.feeds.cells import CLEAR, neutral
from catalog.gtin import GtinError, normalise
from catalog.model import LANGUAGES

from .facts import Facts

TABLES = ("products", "facts", "variants", "prices")
PLAIN = ("name", "brand", "category", "audience", "market", "season", "size_chart")
LISTS = ("activities", "technologies", "care", "sources")
TEXTS = ("use", "fit_note")
_FACT = ("value", "provenance", "source", "note")
_YES, _NO = "oui", "non"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. ``path`` is the field of the request it came from; ``changed`` what a person would read."""

    table: str
    cells: Mapping[str, str]
    path: str
    changed: tuple[FieldChange, ...]


def rows_of(change: Mapping[str, Any], old: Facts | None, path: str) -> list[Row]:
    """Return the lines that make a model what the change says; none where it is so already."""
    ref = change["ref"]
    if change.get("remove"):
        if old is None:
            return []
        return [Row("products", {"ref": ref, "remove": _YES}, path, (FieldChange("remove", False, True),))]
    found = [
        *_product(ref, change.get("set", {}), old, path),
        *_facts(ref, change.get("attributes", {}), old, path),
        *_variants(ref, change.get("variants", ()), old, path),
        *_prices(change.get("prices", ()), old, path),
    ]
    return [row for row in found if row.changed]


def write(rows: Iterable[Row]) -> tuple[dict[str, bytes], dict[tuple[str, int], Row]]:
    """Return the tables as files, and by file name and line the row that stands there."""
    files: dict[str, bytes] = {}
    places: dict[tuple[str, int], Row] = {}
    by_table: dict[str, list[Row]] = {name: [] for name in TABLES}
    for row in rows:
        by_table[row.table].append(row)
    for table, each in by_table.items():
        if each:
            name = f"{table}.csv"
            files[name] = _csv(each)
            places |= {(name, line): row for line, row in enumerate(each, start=2)}
    return files, places


def _csv(rows: list[Row]) -> bytes:
    columns = list(dict.fromkeys(column for row in rows for column in row.cells))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(row.cells for row in rows)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    """Write a value so that the reader gives it back; an empty one empties the field."""
    if isinstance(value, bool):
        return _YES if value else _NO
    text = "|".join(value) if isinstance(value, list | tuple) else str(value)
    return neutral(text) if text else CLEAR


def _product(ref: str, given: Mapping[str, Any], old: Facts | None, path: str) -> Iterator[Row]:
    cells: dict[str, str] = {}
    changed = []
    for name, before, after, column in _fields(given, old.product if old else {}):
        if before != after:
            cells[column] = _cell(after)
            changed.append(FieldChange(name, before, after))
    if old is None:
        changed.insert(0, FieldChange("ref", None, ref))
    yield Row("products", {"ref": ref, **cells}, f"{path}.set", tuple(changed))


def _fields(given: Mapping[str, Any], old: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any, str]]:
    """Yield name, old value, new value and column of every field given."""
    for name in PLAIN:
        if name in given:
            yield name, old.get(name, ""), given[name].strip(), name
    for name in LISTS:
        if name in given:
            yield name, old.get(name, []), given[name], name
    if "demonstration" in given:
        yield "demonstration", old.get("demonstration", False), given["demonstration"], "demonstration"
    for stem in TEXTS:
        for lang in LANGUAGES:
            if lang in given.get(stem, {}):
                before = old.get(stem, {}).get(lang, "")
                yield f"{stem}.{lang}", before, given[stem][lang].strip(), f"{stem}_{lang}"


def _facts(ref: str, given: Mapping[str, Any], old: Facts | None, path: str) -> Iterator[Row]:
    known = old.product["properties"] if old else {}
    for name, value in given.items():
        before = dict(zip(_FACT, known[name], strict=True)) if name in known else None
        after = None if value is None else {key: value.get(key, "") for key in _FACT}
        changed = () if before == after else (FieldChange(f"properties.{name}", before, after),)
        cells = {"ref": ref, "property": name, "value": CLEAR, "provenance": "", "source": "", "note": ""}
        if after is not None:
            cells |= {key: _cell(after[key]) if after[key] != "" else "" for key in _FACT}
        yield Row("facts", cells, f"{path}.attributes.{name}", changed)


def _variants(ref: str, given: Iterable[Mapping[str, Any]], old: Facts | None, path: str) -> Iterator[Row]:
    for index, variant in enumerate(given):
        gtin = read_gtin(variant["gtin"])
        place = f"{path}.variants.{index}"
        known = old.variants.get(gtin) if old else None
        if variant.get("remove"):
            removed = () if known is None else (FieldChange(f"variants.{gtin}", known["size"], None),)
            yield Row("variants", {"gtin": gtin, "remove": _YES}, place, removed)
            continue
        cells, changed = _variant_cells(gtin, variant, known or {})
        if known is None:
            cells["ref"] = ref
            changed = [FieldChange(f"variants.{gtin}", None, variant.get("size", ""))]
        yield Row("variants", {"gtin": gtin, **cells}, place, tuple(changed))


def _variant_cells(
    gtin: str, given: Mapping[str, Any], old: Mapping[str, Any]
) -> tuple[dict[str, str], list[FieldChange]]:
    cells: dict[str, str] = {}
    changed: list[FieldChange] = []
    for name, column, before, after in _variant_fields(given, old):
        if before != after:
            cells[column] = _cell(after)
            changed.append(FieldChange(f"variants.{gtin}.{name}", before, after))
    return cells, changed


def _variant_fields(given: Mapping[str, Any], old: Mapping[str, Any]) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield name, column, old value and new value of every field given for a variant."""
    for name in ("sku", "size"):
        if name in given:
            yield name, name, old.get(name, ""), given[name]
    if "demonstration" in given:
        yield "demonstration", "demonstration", old.get("demonstration", False), given["demonstration"]
    colour = given.get("colour", {})
    if "hex" in colour:
        yield "colour.hex", "colour_hex", old.get("hex", ""), colour["hex"].lower()
    for lang in LANGUAGES:
        if lang in colour.get("name", {}):
            before = old.get("colour", {}).get(lang, "")
            yield f"colour.{lang}", f"colour_{lang}", before, colour["name"][lang].strip()


def _prices(given: Iterable[Mapping[str, Any]], old: Facts | None, path: str) -> Iterator[Row]:
    for index, price in enumerate(given):
        shop, gtin = price["shop"], read_gtin(price["gtin"])
        known = old.prices.get(shop, {}).get(gtin) if old else None
        before, reference = known or (None, None)
        cells, name = {"shop": shop, "gtin": gtin}, f"prices.{shop}.{gtin}"
        place = f"{path}.prices.{index}"
        if price.get("remove"):
            gone = () if known is None else (FieldChange(name, before, None),)
            yield Row("prices", {**cells, "remove": _YES}, place, gone)
            continue
        after = price["price_cents"]
        changed = [FieldChange(name, before, after)] if before != after else []
        cells["price_cents"] = str(after)
        if "reference_price_cents" in price and price["reference_price_cents"] != reference:
            told = price["reference_price_cents"]
            changed.append(FieldChange(f"{name}.reference", reference, told))
            cells["reference_price_cents"] = CLEAR if told is None else str(told)
        yield Row("prices", cells, place, tuple(changed))


def read_gtin(text: str) -> str:
    """Return a barcode as fourteen digits; one that is none stays as it was written, to be refused by the reader."""
    try:
        return normalise(text)
    except GtinError:
        return text
