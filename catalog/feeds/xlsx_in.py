"""Excel workbooks to rows of cells: kept values only, one sheet a table, what a merged cell says said in each line."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from catalog import progress

from .csv_in import Line
from .findings import Findings
from .limits import Limits
from .table import Place, is_aside
from .xlsx_rows import UNCALCULATED, Rows

# defusedxml refuses entities with a ValueError of its own
_BROKEN = (
    InvalidFileException, ParseError, zipfile.BadZipFile, AttributeError, EOFError, IndexError, KeyError, OSError,
    TypeError, ValueError,
)  # fmt: skip
_TELL_EVERY = 1024
_FINE = 10_000
"""Parts of a sheet in which its progress is told."""

if not openpyxl.DEFUSEDXML:  # openpyxl falls back silently to a parser that expands entities
    raise ImportError("openpyxl must find defusedxml")


def sheets(name: str, data: bytes, limits: Limits, findings: Findings) -> Iterator[tuple[str, list[Line]]]:
    """Yield ``file#sheet`` and its lines for each sheet that is shown and holds a table."""
    try:
        with warnings.catch_warnings():  # openpyxl warns about styles and validations that are not read here
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            shown = [sheet for sheet in book.worksheets if _is_wanted(name, sheet, findings)]
            for number, sheet in enumerate(shown):
                with progress.part("read", number * _FINE, _FINE, len(shown) * _FINE):
                    found = _lines(f"{name}#{sheet.title}", Rows(sheet, limits.columns + 1), limits, findings)
                if found and not (len(shown) > 1 and _is_prose(found)):
                    yield f"{name}#{sheet.title}", found
    except _BROKEN:
        findings.add("bad-workbook", Place(name))


def _is_wanted(name: str, sheet: Any, findings: Findings) -> bool:
    """Tell a sheet to be read; say which is left out because nobody sees it."""
    if is_aside(sheet.title):
        return False
    if sheet.sheet_state != "visible":
        findings.add("hidden-sheet", Place(f"{name}#{sheet.title}"), value=sheet.title)
        return False
    return True


def _is_prose(lines: list[Line]) -> bool:
    """Tell a sheet of notes beside the tables: no line of it has two cells."""
    return all(sum(1 for cell in cells if cell) < 2 for _, cells in lines)


def _lines(name: str, rows: Rows, limits: Limits, findings: Findings) -> list[Line]:
    found: list[Line] = []
    for number, values in rows:
        if number > limits.rows + 1 or rows.read > limits.rows + 1:
            findings.add("too-many-rows", Place(name, number), value=limits.rows)
            return []
        if rows.read % _TELL_EVERY == 0:
            progress.tell("read", *rows.position())
        if any(value is not None for value in values):
            found.append((number, [_cell(value) for value in values]))
    hidden, first = rows.hidden
    if hidden:
        findings.add("hidden-lines", Place(name, first), value=hidden)
    for number, column in rows.uncalculated:
        findings.add("formula-without-value", Place(name, number), column, value=f"{column}{number}")
    return [(number, cells) for number, cells in rows.filled_down(found) if any(cells)]


def _cell(value: object) -> str:
    """Write a cell as a person would type it: no ``.0`` behind whole numbers, dates as ISO."""
    if value is None or value is UNCALCULATED:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, datetime):
        midnight = value.time().isoformat() == "00:00:00"
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
