"""CSV text to rows of cells, whatever the separator."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice

from catalog import progress

from .findings import Findings
from .limits import Limits
from .table import Place
from .text_in import broken_at, decode, spoilt

_SEPARATORS = ";,\t|"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+")
_LONGEST_LINE = 4_000_000
"""Characters between two line ends: 200 cells of 20,000. Beyond, a line is no line of a table."""
_BLANK_PER_ROW = 4
"""Lines read for each row that may hold something: most of a file may be empty, but not without end."""
_HEAD = 10
_TELL_EVERY = 4096
"""Rows between two words of how far it is."""
Line = tuple[int, list[str]]


def lines(name: str, data: bytes, limits: Limits, findings: Findings) -> list[Line]:
    """Return the lines that hold something, each with its number in the file; nothing where the file is unreadable."""
    text = decode(data)
    broken = broken_at(data)
    if text is None or broken:
        findings.add("mixed-encodings" if broken else "not-text", Place(name, broken))
        return []
    for code, at, said in spoilt(text):
        findings.add(code, Place(name, text.count("\n", 0, at) + 1), value=said)
    found: list[Line] = []
    skipped = 0
    try:
        skipped, separator, body = _separator(text)
        for number, cells in progress.counted("read", _records(body, separator), body.count("\n") + 1, _TELL_EVERY):
            if len(found) > limits.rows or number > limits.rows * _BLANK_PER_ROW + _HEAD:
                findings.add("too-many-rows", Place(name, number + skipped), value=limits.rows)
                return []
            if any(cell.strip() for cell in cells):
                found.append((number + skipped, cells))
    except _StoppedError as stopped:
        place = Place(name, stopped.line + skipped)
        findings.add(stopped.code, place, value=stopped.most or limits.cell_characters)
        return []
    return found


def _separator(text: str) -> tuple[int, str, str]:
    """Return how many lines the ``sep=;`` hint of Excel took, the separator, and the text to read."""
    first, _, rest = text.partition("\n")
    hint = first.strip().lower()
    if hint.startswith("sep=") and len(hint) == 5:
        return 1, hint[4], rest
    for line in islice(_physical(text), _HEAD):
        header = _outside_quotes(line)
        separator = max(_SEPARATORS, key=header.count)
        if separator in header:
            return 0, separator, text
    return 0, _SEPARATORS[0], text


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


class _StoppedError(Exception):
    """The reader could not go on: ``code`` names the sentence, ``line`` where the record begins."""

    def __init__(self, code: str, line: int, most: int = 0) -> None:
        super().__init__(code)
        self.code, self.line, self.most = code, line, most


def _physical(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends, whatever those are, one at a time."""
    for number, match in enumerate(_LINE.finditer(text), start=1):
        if match.end() - match.start() > _LONGEST_LINE:
            raise _StoppedError("line-too-long", number, _LONGEST_LINE)
        yield match.group()


def _records(text: str, separator: str) -> Iterator[Line]:
    reader = csv.reader(_physical(text), delimiter=separator, strict=True)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:  # a cell beyond the csv module's limit, else a quote without its twin
            raise _StoppedError("too-long" if "limit" in str(error) else "unclosed-quote", start) from error
        yield start, cells
        start = reader.line_num + 1
