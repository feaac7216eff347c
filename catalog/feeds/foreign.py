"""Tables that are not the house's own: recognised, translated; or asked about, where nobody has said what they hold."""

from __future__ import annotations

from dataclasses import replace

from catalog.reference import Reference

from . import google, recognise, shopify
from .families import with_parents
from .findings import Findings
from .house import House
from .mapping import NOTHING, ColumnMapping, applied
from .matrix import unrolled
from .packed import unpacked
from .price_titles import tax_unsaid
from .sheet import Sheet, shape
from .sums import without_sums
from .table import Place, Table
from .translate import translated

UNSAID = ColumnMapping()
_SHORT = 12


def rows_of(sheet: Sheet, findings: Findings) -> Sheet:
    """Return a sheet as it is asked about and read: no sums, a line for each size, packed cells taken apart."""
    return unpacked(unrolled(without_sums(_without_nothing(sheet), findings), findings))


def _without_nothing(sheet: Sheet) -> Sheet:
    """Return a sheet whose cells are empty where a program wrote that it has nothing: in formats of others, a word."""
    if not any(cell.strip().casefold() in NOTHING for _, cells in sheet.lines for cell in cells if len(cell) < _SHORT):
        return sheet
    lines = [
        (line, ["" if cell.strip().casefold() in NOTHING else cell for cell in cells]) for line, cells in sheet.lines
    ]
    return replace(sheet, lines=lines)


def foreign_tables(
    sheet: Sheet, columns: tuple[str, ...], reference: Reference, house: House, findings: Findings
) -> list[Table] | None:
    """Return the tables that a foreign sheet stands for, ``None`` where it is of the own format."""
    found = recognise.format_of(sheet, columns, reference, house)
    said = house.mappings.get(shape(sheet.titles), UNSAID)
    if found == recognise.OWN:
        return None
    if found == recognise.UNKNOWN:
        findings.add("mapping-needed", Place(sheet.name, sheet.line), value=len(sheet.titles))
        return []
    if not sheet.lines:
        findings.add("no-rows", Place(sheet.name, sheet.line))
        return []
    if found == recognise.SHOPIFY:
        records = shopify.records(sheet, said.constants, reference, findings)
    elif found == recognise.GOOGLE:
        records = google.records(sheet, said.constants, house, findings)
    else:
        records = applied(said, rows_of(sheet, findings), findings)
        records = replace(records, records=with_parents(records.records))
        beside = tax_unsaid(records.titles.get("price", ""), sheet.titles)
        if beside:
            findings.add(
                "price-tax-unsaid", Place(sheet.name, sheet.line), records.titles["price"], beside, value=beside
            )
    return translated(records, house, reference, findings)
