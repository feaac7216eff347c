"""CSV text to rows of cells, whatever the separator."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from .findings import Findings
from .limits import Limits
from .table import Place
from .text_in import decode

_SEPARATORS = ";,\t"
Line = tuple[int, list[str]]


def lines(name: str, data: bytes, limits: Limits, findings: Findings) -> list[Line]:
    """Return the lines that hold something, each with its number in the file; nothing where the file is unreadable."""
    text = decode(data)
    if text is None:
        findings.add("not-text", Place(name))
        return []
    skipped, separator, body = _separator(text)
    found: list[Line] = []
    try:
        for number, cells in _records(body, separator):
            if len(found) > limits.rows:
                findings.add("too-many-rows", Place(name, number + skipped), value=limits.rows)
                return []
            found.append((number + skipped, cells))
    except _StoppedError as stopped:
        place = Place(name, stopped.line + skipped)
        findings.add(stopped.code, place, value=limits.cell_characters)
        return []
    return found


def _separator(text: str) -> tuple[int, str, str]:
    """Return how many lines the ``sep=;`` hint of Excel took, the separator, and the text to read."""
    first, _, rest = text.partition("\n")
    hint = first.strip().lower()
    if hint.startswith("sep=") and len(hint) == 5:
        return 1, hint[4], rest
    header = _outside_quotes(next((line for line in text.split("\n") if line.strip()), ""))
    return 0, max(_SEPARATORS, key=header.count), text


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


class _StoppedError(Exception):
    """The reader could not go on: ``code`` names the sentence, ``line`` where the record begins."""

    def __init__(self, code: str, line: int) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


def _records(text: str, separator: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:  # a cell beyond the csv module's limit, else a quote without its twin
            raise _StoppedError("too-long" if "limit" in str(error) else "unclosed-quote", start) from error
        if any(cell.strip() for cell in cells):
            yield start, cells
        start = reader.line_num + 1
