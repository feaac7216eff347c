"""Order forms with a column for each size, "S M L XL" or "36 36 2/3 …": each filled cell becomes a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import barcodes
from .clean import clean
from .csv_in import Line
from .fields import HEADERS, plain
from .findings import Findings
from .limits import LIMITS
from .packed import ARROW
from .seen import is_size
from .sheet import Sheet
from .table import Place

_LEAST = 3
"""Columns of sizes that make a form: one alone may be a title by chance, two an interval."""
_SAMPLES = 200
_HALF = 50


def unrolled(sheet: Sheet, findings: Findings) -> Sheet:
    """Return a sheet with a line for each filled cell below a size; the sizes become a column, the cells another.

    Barcodes get a title that says so. Other cells, such as pieces ordered, get one that means nothing by itself: only a
    person can tell an order from a count. A sheet with a column of sizes already is left as it is.
    """
    sizes = _sizes(sheet)
    if not sizes:
        return sheet
    lines = [line for number, cells in sheet.lines for line in _lines(number, cells, sheet.titles, sizes)]
    if len(lines) > LIMITS.rows:
        findings.add("too-many-rows", Place(sheet.name, sheet.line), value=LIMITS.rows)
        return replace(sheet, lines=())
    kept = tuple(title for index, title in enumerate(sheet.titles) if index not in sizes)
    span = f"{sheet.titles[sizes[0]]} … {sheet.titles[sizes[-1]]}{ARROW}"
    values = f"{span}{'EAN' if _are_codes(sheet, sizes) else '?'}"
    return replace(sheet, titles=(*kept, f"{span}Taille", values), lines=lines, by_size=values)


def _sizes(sheet: Sheet) -> list[int]:
    """Return the columns that are called by a size, where there are enough and no other column says the size."""
    if any(plain(title) in HEADERS["size"] for title in sheet.titles):
        return []
    found = [index for index, title in enumerate(sheet.titles) if is_size(title)]
    distinct = {plain(sheet.titles[index]) for index in found}
    return found if len(found) >= _LEAST and len(distinct) == len(found) else []


def _lines(number: int, cells: Sequence[str], titles: Sequence[str], sizes: Sequence[int]) -> list[Line]:
    width = len(titles)
    kept = [cells[index] if index < len(cells) else "" for index in range(width) if index not in sizes]
    said = [(titles[index], clean(cells[index])) for index in sizes if index < len(cells)]
    return [(number, [*kept, size, text, *cells[width:]]) for size, text in said if text]


def _are_codes(sheet: Sheet, sizes: Sequence[int]) -> bool:
    texts = [
        text
        for _, cells in sheet.lines[:_SAMPLES]
        for index in sizes
        if index < len(cells) and (text := clean(cells[index]))
    ]
    return sum(1 for text in texts if len(text) > 7 and barcodes.known(text)) * 100 > _HALF * len(texts)
