"""One line of a table under a reader: each cell asked for by name, each wrong one reported where it stands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

from . import cells
from .findings import Findings
from .table import Row, Table

T = TypeVar("T")


def lines_of(table: Table, known: Collection[str], needed: Collection[str], findings: Findings) -> Iterator[Line]:
    """Yield the lines of a table whose columns are checked; none, and a finding, where a needed column is missing."""
    for column in table.columns:
        if column not in known:
            findings.unknown("unknown-column", table.place, column, column, known)
    missing = [column for column in needed if column not in table.columns]
    if missing:
        findings.add("header-missing", table.place, missing[0], value=", ".join(missing))
        return
    for row in table.rows:
        yield Line(row, findings)


class Line:
    """A row, the findings it adds to, and the fields it gave."""

    def __init__(self, row: Row, findings: Findings) -> None:
        self.row = row
        self.place = row.place
        self.findings = findings
        self.given: set[str] = set()

    def raw(self, column: str) -> str | None:
        """Return the cell as written, or ``None`` where it is empty or absent."""
        return self.row.cells.get(column)

    def wrong(self, code: str, column: str, **more: object) -> None:
        """Report the cell of a column."""
        raw = self.raw(column) or ""
        self.findings.add(code, self.place, column, raw, **({"value": raw} | more))

    def text(self, column: str, most: int, field: str | None = None) -> str:
        """Return a text, ``""`` where the cell is empty or clears the field."""
        raw = self.raw(column)
        if raw is None:
            return ""
        if len(raw) > most:
            self.wrong("too-long", column, value=most)
        self.given.add(field or column)
        return cells.said(raw)

    def parsed(self, column: str, read: Callable[[str], T], code: str, default: T) -> T:
        """Return what ``read`` makes of a cell; a ValueError becomes the finding ``code``."""
        raw = self.raw(column)
        if raw is None:
            return default
        try:
            value = read(raw)
        except ValueError:
            self.wrong(code, column)
            return default
        self.given.add(column)
        return value

    def one_of(self, column: str, known: Collection[str], code: str) -> str:
        """Return a word that must be known, ``""`` where the cell is empty or wrong."""
        raw = self.raw(column)
        if raw is None:
            return ""
        if raw not in known:
            self.findings.unknown(code, self.place, column, raw, known)
            return ""
        self.given.add(column)
        return raw

    def many_of(self, column: str, known: Collection[str], code: str) -> tuple[str, ...]:
        """Return words that must all be known."""
        found = self.list(column)
        for word in found:
            if word not in known:
                self.findings.unknown(code, self.place, column, word, known)
        return found

    def list(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell written with ``|``."""
        raw = self.raw(column)
        if raw is None:
            return ()
        self.given.add(column)
        return () if raw == cells.CLEAR else cells.words(cells.said(raw))

    def texts(self, stem: str, languages: Collection[str], most: int) -> dict[str, str]:
        """Return the languages given of a text whose columns are ``stem_fr``, ``stem_en`` …; ``""`` clears one."""
        found = {}
        for lang in languages:
            column = f"{stem}_{lang}"
            if self.raw(column) is not None:
                found[lang] = self.text(column, most, f"{stem}.{lang}")
        return found
