"""XML to rows of cells: Google Merchant feeds in RSS 2.0 or Atom, and plain lists of articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from . import cells, xml_list
from .csv_in import Line
from .findings import Findings
from .limits import Limits
from .mapping import LONGEST
from .recognise import GOOGLE
from .sheet import Sheet
from .table import Place
from .xml_parser import RefusedError, parser_of

NAMES = (".xml", ".rss", ".atom")
_BEGINNING = re.compile(rb"<\?xml|<(?!html|head|body|table|div|script)[a-z][\w.:-]*(?:\s[^<]*|/)?>?", re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_LONGEST_TAG = 8 * LONGEST
"""Bytes from one tag to the next: a text of the longest cell, each of its characters written as an entity."""
_REPEATED = "gtin"
_MOST_REPEATED = 1_000
"""Characters of all the barcodes of one item."""
_ROOTS = frozenset({"rss", "feed", "RDF"})
NO_FEED = "no-feed"
_ITEMS = frozenset({"item", "entry"})


def is_xml(data: bytes) -> bool:
    """Tell XML by its first letters, in whatever Unicode encoding."""
    head = data[:64]
    for mark in _BOMS:
        head = head.removeprefix(mark)
    return bool(_BEGINNING.match(head.replace(b"\0", b"").lstrip()))


def sheets(name: str, data: bytes, limits: Limits, findings: Findings) -> list[Sheet]:
    """Return the items of a feed or list as one sheet; nothing, and a finding, where it cannot be read."""
    if _has_endless_tag(data):
        findings.add("too-long", Place(name), value=LONGEST)
        return []
    try:
        return _feed(name, data, limits, findings)
    except RefusedError as refused:
        if refused.code != NO_FEED:
            findings.add(refused.code, Place(name, refused.line), value=refused.most)
            return []
        root = refused
    except (expat.ExpatError, ValueError, LookupError) as error:
        findings.add("bad-xml", Place(name, getattr(error, "lineno", None)), value=str(error))
        return []
    return _list(name, data, limits, root, findings)


def _feed(name: str, data: bytes, limits: Limits, findings: Findings) -> list[Sheet]:
    reader = _Items(limits)
    reader.parser.Parse(data, True)  # whole: piece by piece, a long attribute would be read again for each piece
    if not reader.items:
        findings.add("empty-feed", Place(name))
        return []
    titles = tuple(reader.titles)
    return [Sheet(name, 1, titles, [reader.line(item, titles) for item in reader.items], GOOGLE)]


def _list(name: str, data: bytes, limits: Limits, root: RefusedError, findings: Findings) -> list[Sheet]:
    """Return a plain list of articles as a sheet of no known format: its columns are asked about like any others."""
    try:
        item = xml_list.item_of(data, limits)
        if item is None:
            findings.add(NO_FEED, Place(name, root.line), value=root.most)
            return []
        titles, lines = xml_list.lines(data, limits, item)
    except RefusedError as refused:
        findings.add(refused.code, Place(name, refused.line), value=refused.most)
        return []
    except (expat.ExpatError, ValueError, LookupError) as error:
        findings.add("bad-xml", Place(name, getattr(error, "lineno", None)), value=str(error))
        return []
    return [Sheet(name, 1, titles, lines)]


def _has_endless_tag(data: bytes) -> bool:
    """Tell a feed in which more than ``_LONGEST_TAG`` bytes hold no tag: its attributes would be held all at once."""
    start = 0
    while start + _LONGEST_TAG < len(data):
        start = data.rfind(b"<", start + 1, start + _LONGEST_TAG)
        if start < 0:
            return True
    return False


def _is_another(title: str, held: Mapping[str, str]) -> bool:
    return title == _REPEATED and 0 < len(held.get(title, "")) < _MOST_REPEATED


class _Items:
    """Collects the direct children of each item, by their local name; of repeated ones the first, of barcodes all."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.titles: dict[str, None] = {}
        self.items: list[tuple[int, dict[str, str]]] = []
        self._depth = 0
        self._item_depth = 0
        self._text: list[str] | None = None
        self._length = 0
        self.parser = parser_of(self._start, self._end, self._characters)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        local = name.rpartition(" ")[2]
        if self._depth == 1 and local not in _ROOTS:
            raise RefusedError(NO_FEED, self._line(), local)
        if not self._item_depth and local in _ITEMS:
            self._begin_item()
        elif self._item_depth and self._depth == self._item_depth + 1:
            self._text, self._length = [], 0
            address = attributes.get("href") if local == "link" else None  # Atom's link has no text
            if address:
                self._text.append(address[:LONGEST])

    def _characters(self, content: str) -> None:
        if self._text is None or self._depth != self._item_depth + 1:
            return
        self._length += len(content)
        if self._length > LONGEST:
            raise RefusedError("too-long", self._line(), LONGEST)
        self._text.append(content)

    def _end(self, name: str) -> None:
        if self._text is not None and self._depth == self._item_depth + 1:
            self._keep(name.rpartition(" ")[2], "".join(self._text).strip())
            self._text = None
        elif self._depth == self._item_depth:
            self._item_depth = 0
        self._depth -= 1

    def _keep(self, title: str, text: str) -> None:
        if not text:
            return
        if not cells.is_spreadsheet_error(text):  # what a program wrote into XML has no marks of spreadsheets
            text = cells.neutral(text)
        if len(self.titles) >= self.limits.columns and title not in self.titles:
            raise RefusedError("too-many-columns", self._line(), self.limits.columns)
        self.titles.setdefault(title)
        held = self.items[-1][1]
        held[title] = f"{held[title]},{text}" if _is_another(title, held) else held.get(title, text)

    def _begin_item(self) -> None:
        if len(self.items) >= self.limits.rows:
            raise RefusedError("too-many-rows", self._line(), self.limits.rows)
        self._item_depth = self._depth
        self.items.append((self._line(), {}))

    def _line(self) -> int:
        return self.parser.CurrentLineNumber

    def line(self, item: tuple[int, dict[str, str]], titles: tuple[str, ...]) -> Line:
        """Return an item as a line of cells."""
        return item[0], [item[1].get(title, "") for title in titles]
