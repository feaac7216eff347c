"""Records of a foreign table to tables of the own format: only the cells that say something new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from catalog.reference import Reference

from .fields import unseen
from .findings import Findings
from .house import House
from .mapping import Records
from .models import models
from .plausible import lookalike, shown, turned
from .price_titles import is_before_tax, is_foreign
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
    for name in ("price", "reference_price"):
        if is_foreign(found.titles.get(name, "")):
            findings.add("bad-currency", Place(found.file, found.line), found.titles[name], value=found.titles[name])
    _odd(found, findings)
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


def _odd(found: Records, findings: Findings) -> None:
    """Say which references and sizes are written with letters that only look like ours: they would never be found."""
    for record in found.records:
        for name in ("ref", "size"):
            text = record.cells.get(name, "")
            odd = None if text.isascii() else turned(text) or lookalike(unseen(text))
            if odd:
                place = found.place(record)
                findings.add("odd-characters", place, name, value=shown(text), near=odd)


def _columns(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for row in rows for column in row.cells))
