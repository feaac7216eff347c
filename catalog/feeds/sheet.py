"""A table as its file has it, before anybody knows what it is."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from .csv_in import Line
from .fields import plain

_HEAD = 10
_WIDE = 3


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


def sheet_of(name: str, lines: Sequence[Line]) -> Sheet:
    """Return lines as a sheet. A line with one cell above a wide table is its heading, and is passed over."""
    width = max(_filled(cells) for _, cells in lines[:_HEAD])
    first = 0
    while width >= _WIDE and first < min(_HEAD, len(lines) - 1) and _filled(lines[first][1]) <= 1:
        first += 1
    number, titles = lines[first]
    return Sheet(name, number, tuple(titles), lines[first + 1 :])


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def shape(titles: Sequence[str]) -> str:
    """Return what tells one supplier's layout from another's: its titles, in whatever order, as 64 hex digits."""
    words = sorted({plain(title) for title in titles if plain(title)})
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
