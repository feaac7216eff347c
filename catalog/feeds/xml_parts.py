"""The XML parts of a workbook, passed over once before a reader holds them: no depth, no DTD, no cell without end."""

from __future__ import annotations

from xml.parsers import expat

DEEPEST = 60
"""Levels of elements; a sheet's cells lie eight deep."""
_LONGEST = 4 * 64 * 1024
"""Bytes without a tag: a cell of 32,767 characters, the most that Excel takes, each of them written as an entity."""
_MOST_IN_ROW = 100_000
"""Elements inside one row, held at once: 16,384 columns of a cell, its value and its formula."""
MOST_BESIDE_ROWS = 400_000
"""Elements of a part that lie in no row, held at once: the largest tables of styles have half as many."""
ENDINGS = (".xml", ".rels")


class PartError(Exception):
    """A part that no spreadsheet program writes; ``code`` says which sentence explains it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Part:
    """One part, fed piece by piece. Raises PartError as soon as it goes too far."""

    def __init__(self, most_beside_rows: int = MOST_BESIDE_ROWS) -> None:
        self._depth = 0
        self._row = 0
        self._inside = self._beside = 0
        self._most_beside = most_beside_rows
        self._untagged = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, piece: bytes) -> None:
        """Take the next piece."""
        at = piece.rfind(b"<")
        self._untagged = self._untagged + len(piece) if at < 0 else len(piece) - at
        if self._untagged > _LONGEST:
            raise PartError("too-long")
        try:
            self._parser.Parse(piece, False)
        except expat.ExpatError as error:
            raise PartError("bad-workbook") from error

    def _start(self, name: str, _attributes: object) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise PartError("deep-xml")
        if self._row:
            self._inside += 1
            if self._inside > _MOST_IN_ROW:
                raise PartError("too-many-columns")
        elif name == "row" or name.endswith(":row"):
            self._row, self._inside = self._depth, 0
        else:
            self._beside += 1
            if self._beside > self._most_beside:
                raise PartError("too-large")

    def _end(self, _name: str) -> None:
        if self._depth == self._row:
            self._row = 0
        self._depth -= 1

    def _doctype(self, *_: object) -> None:
        raise PartError("bad-workbook")
