"""XML that is no feed of Google's: the element that repeats is a line, what stands in it and above it are its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from . import barcodes, cells
from .csv_in import Line
from .limits import Limits
from .mapping import LONGEST
from .packed import ARROW
from .xml_parser import RefusedError, parser_of

_LEAST = 2
"""Cells that make a line: an element with one alone is a value of the line above it."""
_ENOUGH = 100_000
"""Elements that tell which of them is the line."""
_MOST_REPEATED = 1_000
"""Characters of all the values of elements that repeat within one line."""
Path = tuple[str, ...]


@dataclass(slots=True)
class _Open:
    """An element that is open: what its own children and attributes say, its text so far, the lines begun below it."""

    path: Path
    line: int
    cells: dict[str, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    length: int = 0
    first_item: int = 0
    has_children: bool = False


class _EnoughError(Exception):
    """So many elements are seen that the rest will be like them."""


class Shapes:
    """Counts, by path, the elements that hold at least two values, and those with a barcode among them."""

    def __init__(self) -> None:
        self.counts: Counter[Path] = Counter()
        self.codes: Counter[Path] = Counter()
        self.seen = 0

    def add(self, element: _Open) -> None:
        self.seen += 1
        if self.seen > _ENOUGH:
            raise _EnoughError
        if len(element.cells) >= _LEAST:
            self.counts[element.path] += 1
            self.codes[element.path] += any(len(text) > 7 and barcodes.known(text) for text in element.cells.values())

    def item(self) -> Path | None:
        """Return the path of the lines: where most barcodes stand, else the most frequent; the deeper of two."""
        repeated = [(self.codes[path], count, len(path), path) for path, count in self.counts.items() if path[1:]]
        return max(repeated)[-1] if repeated else None


class Reader:
    """Reads a document with one element a line; the first reading, without ``item``, finds which."""

    def __init__(self, limits: Limits, item: Path | None = None) -> None:
        self.limits, self.item = limits, item
        self.shapes = Shapes()
        self.titles: dict[str, None] = {}
        self.items: list[tuple[int, dict[str, str]]] = []
        self._open: list[_Open] = []
        self.parser = parser_of(self._start, self._end, self._characters)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(" ")[2]
        above = self._open[-1] if self._open else None
        if above is not None:
            above.has_children = True
        path = (*above.path, local) if above else (local,)
        element = _Open(path, self.parser.CurrentLineNumber, first_item=len(self.items))
        for title, text in attributes.items():
            self._keep(element, title.rpartition(" ")[2], text)
        self._open.append(element)

    def _characters(self, content: str) -> None:
        element = self._open[-1]
        if element.has_children:  # the space between elements, or words among the tags of a description
            return
        element.length += len(content)
        if element.length > LONGEST:
            raise RefusedError("too-long", self.parser.CurrentLineNumber, LONGEST)
        element.text.append(content)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if not element.has_children and element.path != self.item:
            self._told_above(element)
        if self.item is None:
            self.shapes.add(element)
        elif element.path == self.item:
            self._line(element)
        elif len(element.path) < len(self.item) and self.item[: len(element.path)] == element.path:
            self._inherit(element)

    def _told_above(self, element: _Open) -> None:
        """Give what an element without others says, and its attributes, to the one that it stands in."""
        if not self._open:
            return
        name, above = element.path[-1], self._open[-1]
        self._keep(above, name, "".join(element.text))
        for title, text in element.cells.items():
            self._keep(above, f"{name}{ARROW}{title}", text)

    def _keep(self, element: _Open, title: str, text: str) -> None:
        if len(element.cells) >= self.limits.columns:
            raise RefusedError("too-many-columns", self.parser.CurrentLineNumber, self.limits.columns)
        text = text.strip()[:LONGEST]
        held = element.cells.get(title, "")
        if not held and text:
            element.cells[title] = _bare(text)
        elif text and text not in held and len(held) < _MOST_REPEATED:
            element.cells[title] = f"{held} | {text}"

    def _line(self, element: _Open) -> None:
        if len(self.items) >= self.limits.rows:
            raise RefusedError("too-many-rows", element.line, self.limits.rows)
        self.items.append((element.line, element.cells))
        self._title(element.cells)

    def _inherit(self, element: _Open) -> None:
        """Write what a whole model says, its name and brand, into each of the lines that stand in it."""
        said = {f"{element.path[-1]}{ARROW}{title}": text for title, text in element.cells.items()}
        for _, held in self.items[element.first_item :] if said else ():
            held.update(said)
        if len(self.items) > element.first_item:
            self._title(said)
        elif len(element.path) > 1 and len(said) >= _LEAST:  # a model without sizes stands for itself
            self._line(_Open(element.path, element.line, said))

    def _title(self, cells: Mapping[str, str]) -> None:
        self.titles |= dict.fromkeys(cells)
        if len(self.titles) > self.limits.columns:
            raise RefusedError("too-many-columns", self.parser.CurrentLineNumber, self.limits.columns)


def item_of(data: bytes, limits: Limits) -> Path | None:
    """Return the path of the element that is a line, or ``None``. Raises RefusedError, ExpatError."""
    reader = Reader(limits)
    with suppress(_EnoughError):
        reader.parser.Parse(data, True)
    return reader.shapes.item()


def lines(data: bytes, limits: Limits, item: Path) -> tuple[tuple[str, ...], list[Line]]:
    """Return titles and lines of a document whose lines stand at ``item``. Raises RefusedError, ExpatError."""
    reader = Reader(limits, item)
    reader.parser.Parse(data, True)
    titles = tuple(reader.titles)
    return titles, [(line, [said.get(title, "") for title in titles]) for line, said in reader.items]


def _bare(text: str) -> str:
    """Mark what a spreadsheet would take for its own: a program wrote it into XML, and it is no mark there."""
    return text if cells.is_spreadsheet_error(text) else cells.neutral(text)
