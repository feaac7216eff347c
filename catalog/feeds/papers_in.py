"""A delivery note or a count of one shop: article numbers and quantities, in any of the files that tables come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.errors import Finding

from . import cells
from .findings import Findings
from .limits import LIMITS, Limits
from .line import Line
from .table import Place, Table
from .tables import leaves, tables
from .variants_in import read_gtin

MOST_PIECES = 9_999
_QUANTITIES = ("quantity", "qte", "qty", "quantite_livree", "quantite_recue", "nombre", "pieces")
"""Headers that say how many, the first that is there."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """So many pieces of an article; ``shop`` is empty where the line names none."""

    gtin: str
    quantity: int
    shop: str
    place: Place


def read_paper(files: Mapping[str, bytes], limits: Limits = LIMITS) -> tuple[list[PaperLine], tuple[Finding, ...]]:
    """Return the lines of every table that has article numbers and quantities, and what is wrong with the others."""
    findings = Findings()
    found: list[PaperLine] = []
    for table in tables(leaves(files, limits, findings), limits, findings, _not_foreign):
        column = next((name for name in _QUANTITIES if name in table.columns), None)
        if column is None or "gtin" not in table.columns:
            missing = "gtin" if "gtin" not in table.columns else "quantity"
            findings.add("header-missing", table.place, missing, value=missing)
        else:
            found.extend(_lines(table, column, findings))
    if not found and not findings.all():
        findings.add("empty-batch", Place(next(iter(files), "")))
    return found, findings.all()


def _not_foreign(*_: object) -> None:
    """Take every table as it is: a paper has two columns that matter."""


def _lines(table: Table, column: str, findings: Findings) -> list[PaperLine]:
    found = []
    for row in table.rows:
        line = Line(row, findings)
        gtin, quantity = read_gtin(line), _quantity(line, column)
        if gtin is not None and quantity is not None:
            found.append(PaperLine(gtin, quantity, line.raw("shop") or "", row.place))
    return found


def _quantity(line: Line, column: str) -> int | None:
    raw = line.raw(column)
    if raw is None:
        line.wrong("required", column)
        return None
    try:
        quantity = cells.integer(raw)
    except ValueError:
        quantity = -1
    if not 0 <= quantity <= MOST_PIECES:
        line.wrong("bad-quantity", column)
        return None
    return quantity
