"""The rows of one sheet of a workbook, with what openpyxl's quick reader passes over.

That is: formulas that were never calculated, merged cells, how much of the sheet is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element

from openpyxl.utils import get_column_letter
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from .csv_in import Line

UNCALCULATED: Final = object()
"""Stands for a formula without a kept result: a program wrote it, and no spreadsheet has opened the file since."""
_MOST_NAMED = 20
_MOST_MERGED = 20_000
"""Merged areas that are filled: beyond, a sheet is a drawing."""


class _Parser(WorkSheetParser):
    """openpyxl's reader of one sheet, which with kept values alone takes a formula without one for an empty cell."""

    hidden = 0
    first_hidden = 0

    def parse_row(self, row: Any) -> tuple[int, list[dict[str, Any]]]:
        number, cells = super().parse_row(row)
        if row.get("hidden") in ("1", "true") and any(cell["value"] is not None for cell in cells):
            self.hidden += 1
            self.first_hidden = self.first_hidden or number
        return number, cells

    def parse_cell(self, element: Element) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["value"] = UNCALCULATED
        return cell


class Rows:
    """Yields number and cells of each row as it stands in the file.

    ``read`` counts them; ``hidden`` is how many nobody sees, and the first of those.
    """

    def __init__(self, sheet: Any, most_columns: int) -> None:
        self.read = 0
        self.hidden = (0, 0)
        self.uncalculated: list[tuple[int, str]] = []
        self._sheet, self._most = sheet, most_columns
        self._areas: list[Any] = []
        self._source: Any = None
        self._size = max(1, sheet.parent._archive.getinfo(sheet._worksheet_path).file_size)

    def __iter__(self) -> Iterator[tuple[int, list[object]]]:
        book = self._sheet.parent
        with self._sheet._get_source() as self._source:
            parser = _Parser(
                self._source,
                self._sheet._shared_strings,
                data_only=True,
                epoch=book.epoch,
                date_formats=book._date_formats,
                timedelta_formats=book._timedelta_formats,
            )
            for number, cells in parser.parse():
                self.read += 1
                yield number, self._values(number, cells)
            self.hidden = (parser.hidden, parser.first_hidden)
            merged = parser.merged_cells
            self._areas = list(merged.mergeCell)[:_MOST_MERGED] if merged is not None else []

    def position(self) -> tuple[int, int]:
        """Return how many bytes of the sheet are read, and how many there are."""
        return min(self._source.tell(), self._size), self._size

    def filled_down(self, lines: list[Line]) -> list[Line]:
        """Write what a cell merged over several lines says into each of them; over columns it stands in the first."""
        by_number = dict(lines)
        for area in self._areas:
            index, top = area.min_col - 1, by_number.get(area.min_row, [])
            text = top[index] if index < len(top) else ""
            if not text or area.min_col != area.max_col:
                continue
            for number in range(area.min_row + 1, min(area.max_row, lines[-1][0]) + 1):
                cells = by_number.get(number)
                if cells is not None and not (index < len(cells) and cells[index]):
                    cells.extend([""] * (index + 1 - len(cells)))
                    cells[index] = text
        return lines

    def _values(self, number: int, cells: list[dict[str, Any]]) -> list[object]:
        """Return the values of a row by column, as far as the last that is filled."""
        found: list[object] = []
        for cell in cells:
            column, value = cell["column"], cell["value"]
            if value is None or column > self._most:
                continue
            found.extend([None] * (column - len(found)))
            found[column - 1] = value
            if value is UNCALCULATED and len(self.uncalculated) < _MOST_NAMED:
                self.uncalculated.append((number, get_column_letter(column)))
        return found
