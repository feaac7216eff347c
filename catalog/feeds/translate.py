"""Records of a foreign table to tables of the own format: only the cells that say something new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from catalog.reference import Reference

from .findings import Findings
from .house import House
from .mapping import Records
from .models import models
from .price_titles import is_before_tax
from .table import Place, Row, Table
from .to_products import Writer
from .to_shop import counts, prices
from .to_variants import variants


def translated(found: Records, house: House, reference: Reference, findings: Findings) -> list[Table]:
    """Return the tables that stand for the records; their places are those of the file, with its own titles."""
    groups = models(found, house, findings)
    whole = [model for model in groups if model.ref or model.pieces]
    if not whole:
        findings.add("nothing-recognised", Place(found.file, found.line))
        return []
    title = found.titles.get("price", "")
    if is_before_tax(title):
        findings.add("price-without-tax", Place(found.file, found.line), title, value=title)
    writer = Writer(found, house, reference, findings)
    products, facts = writer.write(whole)
    rows: list[tuple[str, Sequence[Row]]] = [
        ("products", products),
        ("facts", facts),
        ("variants", variants(whole, found, house, writer.lang, findings)),
        ("prices", prices(whole, found, house, findings)),
        ("stock", counts(whole, found, house, findings)),
    ]
    place = Place(found.file, found.line)
    return [Table(kind, place, _columns(lines), tuple(lines)) for kind, lines in rows if lines]


def _columns(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for row in rows for column in row.cells))
