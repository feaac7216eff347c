"""Lines that say what a whole model is, above the lines of its sizes and colours, as shop programs write them."""

from __future__ import annotations

from collections.abc import Iterable

from .fields import plain
from .mapping import Record

OF_VARIANT = frozenset({"gtin", "sku", "size", "colour", "colour_hex", "price", "reference_price", "quantity"})
PARENTS = frozenset({"variable", "configurable", "grouped", "bundle", "parent", "product model", "model"})
KINDS = PARENTS | {"simple", "variation", "child", "external", "virtual", "subscription", "variant", "downloadable"}
"""What shop programs write in a column "type": the kind of row, and no kind of piece."""


def with_parents(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records, those of whole models first and without what only a size and colour has.

    A model's line goes by its own SKU, which is what the lines of its sizes name as their parent.
    """
    parents: list[Record] = []
    others: list[Record] = []
    for record in records:
        kind = plain(record.cells.get("row_kind", "").partition(",")[0])
        cells = {name: text for name, text in record.cells.items() if name != "row_kind"}
        if kind in PARENTS:
            said = {name: text for name, text in cells.items() if name not in OF_VARIANT}
            parents.append(Record(record.line, {"ref": cells.get("sku", "")} | said if cells.get("sku") else said))
        else:
            others.append(Record(record.line, cells))
    return (*parents, *others)
