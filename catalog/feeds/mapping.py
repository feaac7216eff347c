"""Which column of a foreign table fills which field, and the records that come of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .cells import is_spreadsheet_error
from .clean import clean
from .fields import plain
from .findings import Findings
from .sheet import Sheet
from .table import Place

_REPEATED = 24
"""Cells up to this length repeat on many lines (brand, size, colour) and are kept once."""
MOST_PART = 9
NOTHING = frozenset({"nan", "null", "(null)", "<null>", "[null]", "nat", "\\n"})
"""What programs write where they have nothing."""
LONGEST = 32_767
"""Characters of a cell, as many as a spreadsheet's may have: descriptions in HTML are long."""


@dataclass(frozen=True, slots=True)
class Source:
    """A column by its title; ``part`` (from 1) of what ``separator`` divides; ``unit`` where the cells have none."""

    column: str
    unit: str = ""
    separator: str = ""
    part: int = 0


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Sources by field, and values that are the same on every line."""

    columns: Mapping[str, Source] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the mapping as plain JSON."""
        columns = {
            name: {"column": one.column, "unit": one.unit, "separator": one.separator, "part": one.part}
            for name, one in self.columns.items()
        }
        return {"columns": columns, "constants": dict(self.constants)}

    @staticmethod
    def from_json(tree: Mapping[str, Any]) -> ColumnMapping:
        """Return the mapping that ``to_json`` wrote."""
        columns = {name: Source(**one) for name, one in tree["columns"].items()}
        return ColumnMapping(columns, dict(tree["constants"]))


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a foreign table in our fields; ``cells`` holds only what is filled."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one sheet: ``titles`` are the file's own, by field; ``units`` those of whole columns."""

    file: str
    line: int
    titles: Mapping[str, str]
    units: Mapping[str, str]
    constants: Mapping[str, str]
    records: tuple[Record, ...]
    format: str = "mapped"
    by_size: frozenset[str] = frozenset()
    """Fields whose cells stood below sizes: their column is called by the size of the line."""

    def place(self, record: Record) -> Place:
        """Return where a record stands, with the titles of its own columns."""
        size = record.cells.get("size", "") if self.by_size else ""
        titles = {**self.titles, **dict.fromkeys(self.by_size, size)} if size else self.titles
        return Place(self.file, record.line, titles)


def applied(mapping: ColumnMapping, sheet: Sheet, findings: Findings) -> Records:
    """Read the lines of a sheet by a mapping. A title that the sheet lacks gives nothing; so does a line of nothing."""
    wanted = _indices(mapping, sheet)
    constants = {name: value for name, value in mapping.constants.items() if value}
    _tell_doubled(wanted, sheet, findings)
    at = {name: index for name, index, _ in wanted}
    found = []
    for line, cells in sheet.lines:
        if len(cells) > len(sheet.titles) and any(cell.strip() for cell in cells[len(sheet.titles) :]):
            findings.add("too-many-cells", Place(sheet.name, line), value=len(cells))
        record = {name: text for name, index, source in wanted if (text := _cell(cells, index, source))}
        for name in [name for name in record if _failed(cells[at[name]])]:
            findings.add("cell-error", Place(sheet.name, line), sheet.titles[at[name]], value=record.pop(name))
        for name in [name for name, text in record.items() if len(text) > LONGEST]:
            place, title = Place(sheet.name, line), sheet.titles[at[name]]
            findings.add("too-long", place, title, record.pop(name), value=LONGEST)
        if record:
            found.append(Record(line, constants | record))
    titles = {name: source.column for name, _, source in wanted}
    units = {name: source.unit for name, _, source in wanted if source.unit}
    under = frozenset(name for name, title in titles.items() if title == sheet.by_size)
    by_size = under | {"size", "gtin"} if sheet.by_size else frozenset()
    return Records(sheet.name, sheet.line, titles, units, constants, tuple(found), by_size=by_size)


def _indices(mapping: ColumnMapping, sheet: Sheet) -> list[tuple[str, int, Source]]:
    at = {title: index for index, title in reversed(list(enumerate(sheet.titles)))}
    near = {plain(title): index for title, index in at.items()}
    found = []
    for name, source in mapping.columns.items():
        index = at.get(source.column, near.get(plain(source.column)))
        if index is not None:
            found.append((name, index, source))
    return found


def _tell_doubled(wanted: list[tuple[str, int, Source]], sheet: Sheet, findings: Findings) -> None:
    """Say which title stands over two columns that say different things: nobody can tell which of them is meant."""
    for _, index, source in wanted:
        others = [at for at, title in enumerate(sheet.titles) if at != index and title == sheet.titles[index]]
        if any(_differs(cells, index, other) for other in others for _, cells in sheet.lines):
            findings.add("column-twice", Place(sheet.name, sheet.line), source.column, value=source.column)


def _differs(cells: list[str], one: int, other: int) -> bool:
    texts = {clean(cells[index]) for index in (one, other) if index < len(cells)} - {""}
    return len(texts) > 1


def _failed(cell: str) -> bool:
    return cell[:1] in "#Ee" and is_spreadsheet_error(cell.strip())


def _cell(cells: list[str], index: int, source: Source) -> str:
    if index >= len(cells):
        return ""
    text = clean(cells[index])
    if source.separator and source.part:
        parts = text.split(source.separator)
        text = parts[source.part - 1].strip() if source.part <= len(parts) else ""
    return sys.intern(text) if len(text) <= _REPEATED else text
