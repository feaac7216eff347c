"""Lines of a table that are no pieces: sums below a list, and titles that a printed list repeats on each page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from . import barcodes
from .fields import plain
from .findings import Findings
from .sheet import Sheet
from .table import Place

_SUM = re.compile(
    r"(?:(?:sous|sub|grand|zwischen|end)[ -]?)?(?:totale?|totales|totaux|totals|summe|suma|somme)\b"
    r"|gesamt(?:summe|betrag)?\b"
)


def without_sums(sheet: Sheet, findings: Findings) -> Sheet:
    """Return a sheet without its sums and repeated titles, each with a remark.

    A sum begins with its word, fills half of the columns at most and has no barcode.
    """
    titles = [plain(title) for title in sheet.titles]
    begins = next(filter(None, titles), "")
    lines = []
    for number, cells in sheet.lines:
        first = next((plain(cell) for cell in cells if cell.strip()), "")
        if first and first == begins and [plain(cell) for cell in cells[: len(titles)]] == titles:
            findings.add("titles-again", Place(sheet.name, number))
        elif _SUM.match(first) and _is_sum(cells, len(titles)):
            findings.add("sum-left", Place(sheet.name, number), value=next(cell for cell in cells if cell.strip()))
        else:
            lines.append((number, cells))
    return sheet if len(lines) == len(sheet.lines) else replace(sheet, lines=lines)


def _is_sum(cells: Sequence[str], width: int) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) * 2 <= width and not any(len(cell) > 7 and barcodes.known(cell) for cell in filled)
