"""The XML parts of a workbook, passed over once before a reader holds them: no depth, no DTD, no cell without end."""

from __future__ import annotations

from xml.parsers import expat

DEEPEST = 60
"""Levels of elements; a sheet's cells lie eight deep."""
_LONGEST = 4 * 64 * 1024
"""Bytes without a tag: a cell of 32,767 characters, the most that Excel takes, each of them written as an entity."""
ENDINGS = (".xml", ".rels")


class PartError(Exception):
    """A part that no spreadsheet program writes; ``code`` says which sentence explains it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Part:
    """One part, fed piece by piece. Raises PartError as soon as it goes too far."""

    def __init__(self) -> None:
        self._depth = 0
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

    def _start(self, _name: str, _attributes: object) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise PartError("deep-xml")

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _doctype(self, *_: object) -> None:
        raise PartError("bad-workbook")
