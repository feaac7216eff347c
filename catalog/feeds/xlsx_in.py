"""Excel workbooks to rows of cells: values only, one sheet a table."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from .cells import SPREADSHEET_ERRORS
from .csv_in import Line
from .findings import Findings
from .limits import Limits
from .table import Place, is_aside

# defusedxml refuses entities with a ValueError of its own
_BROKEN = (
    InvalidFileException, ParseError, zipfile.BadZipFile, AttributeError, EOFError, IndexError, KeyError, OSError,
    TypeError, ValueError,
)  # fmt: skip

if not openpyxl.DEFUSEDXML:  # openpyxl falls back silently to a parser that expands entities
    raise ImportError("openpyxl must find defusedxml")


def sheets(name: str, data: bytes, limits: Limits, findings: Findings) -> Iterator[tuple[str, list[Line]]]:
    """Yield ``file#sheet`` and its lines for each sheet that holds something."""
    try:
        with warnings.catch_warnings():  # openpyxl warns about styles and validations that are not read here
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                if is_aside(sheet.title):
                    continue
                sheet_name = f"{name}#{sheet.title}"
                sheet.reset_dimensions()
                rows = sheet.iter_rows(max_row=limits.rows + 2, max_col=limits.columns + 1, values_only=True)
                found = _lines(sheet_name, rows, limits, findings)
                if found:
                    yield sheet_name, found
    except _BROKEN:
        findings.add("bad-workbook", Place(name))


def _lines(name: str, rows: Iterator[tuple[object, ...]], limits: Limits, findings: Findings) -> list[Line]:
    found: list[Line] = []
    for number, values in enumerate(rows, start=1):
        if number > limits.rows + 1:
            findings.add("too-many-rows", Place(name, number), value=limits.rows)
            return []
        if values.count(None) == len(values):
            continue
        cells = [_cell(value) for value in values]
        while cells and not cells[-1]:  # rows come padded to the widest that may be read
            cells.pop()
        if cells:
            _report_errors(name, number, cells, findings)
            found.append((number, cells))
    return found


def _report_errors(name: str, number: int, cells: list[str], findings: Findings) -> None:
    for cell in cells:
        if cell in SPREADSHEET_ERRORS:
            findings.add("cell-error", Place(name, number), value=cell)


def _cell(value: object) -> str:
    """Write a cell as a person would type it: no ``.0`` behind whole numbers, dates as ISO."""
    if value is None:
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
