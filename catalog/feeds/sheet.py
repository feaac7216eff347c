"""A table as its file has it, before anybody knows what it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .csv_in import Line
from .fields import plain

_HEAD = 20
_WIDE = 3
_BREAK = re.compile(r"\s*[\r\n]+\s*")
_CODE = re.compile(r"\d{12,14}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Titles and lines of one table; ``name`` is the file, with the sheet after ``#``; ``line`` is that of the titles.

    ``format`` is set where the file itself says what it is, as XML does.
    """

    name: str
    line: int
    titles: tuple[str, ...]
    lines: Sequence[Line] = field(repr=False)
    format: str = ""
    packed: frozenset[str] = frozenset()
    """Titles of columns that were taken apart: their parts have columns of their own."""
    by_size: str = ""
    """The title of the cells that stood below the sizes of an order form: each size was a column."""


def sheet_of(name: str, lines: Sequence[Line]) -> Sheet:
    """Return lines as a sheet, each title in one line.

    Lines above a wide table with less than half its cells are headings, passed over.
    """
    width = max(_filled(cells) for _, cells in lines[:_HEAD])
    first = 0
    while width >= _WIDE and first < min(_HEAD, len(lines) - 1) and _filled(lines[first][1]) * 2 < width:
        first += 1
    number, titles = lines[first]
    return Sheet(name, number, tuple(_BREAK.sub(" ", title.strip()) for title in titles), lines[first + 1 :])


def lacks_titles(sheet: Sheet) -> bool:
    """Tell a table that begins with its data: no title is a barcode."""
    return any(_CODE.fullmatch(title.strip().lstrip("'")) for title in sheet.titles)


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def shape(titles: Sequence[str]) -> str:
    """Return what tells one supplier's layout from another's: its titles, in whatever order, as 64 hex digits."""
    words = sorted({plain(title) for title in titles if plain(title)})
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
