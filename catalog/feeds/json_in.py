"""The catalogue as JSON, read back as tables of the own format: one road, the same checks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import orjson

from catalog.catalogue.document import from_json
from catalog.reference import Reference, with_charts

from . import cells
from .clean import clean
from .findings import Findings
from .limits import Limits
from .out import rows
from .out.source_json import FORMAT
from .table import Place, Row, Table
from .tables import Leaf

NAMES = (".json",)
MOST_VALUES = 4_000_000
"""Values, objects and lists of a file, which is held whole: some hundred bytes each."""
_WRONG_SHAPE = (AttributeError, IndexError, KeyError, TypeError, ValueError)


def json_tables(leaf: Leaf, reference: Reference, limits: Limits, findings: Findings) -> list[Table]:
    """Return the tables that a JSON file stands for; a place is ``file#table`` and the number of the entry."""
    name, data = leaf
    if sum(data.count(sign) for sign in (b",", b"{", b"[")) > MOST_VALUES:
        findings.add("json-crowded", Place(name), value=MOST_VALUES)
        return []
    try:
        tree = orjson.loads(data)
        if tree["format"] != FORMAT:
            raise ValueError(tree["format"])
        return list(_tables(name, tree, reference, limits, findings))
    except _WRONG_SHAPE:
        findings.add("bad-json", Place(name), value=FORMAT)
        return []


def _tables(name: str, tree: Any, reference: Reference, limits: Limits, findings: Findings) -> Iterator[Table]:
    catalogue = from_json(tree)
    known = with_charts(reference, catalogue.size_charts)
    for kind, found in rows.tables(catalogue, known).items():
        lines = [
            _row(Place(f"{name}#{kind}", number), row, limits, findings) for number, row in enumerate(found(), start=1)
        ]
        if len(lines) > limits.rows:
            findings.add("too-many-rows", Place(f"{name}#{kind}"), value=limits.rows)
        elif lines:
            columns = dict.fromkeys(column for line in lines for column in line.cells)
            yield Table(kind, Place(f"{name}#{kind}", 1), tuple(columns), tuple(lines))


def _row(place: Place, row: rows.Row, limits: Limits, findings: Findings) -> Row:
    found = {}
    for column, value in row.items():
        text = _text(value)
        if len(text) > limits.cell_characters:
            findings.add("too-long", place, column, text, value=limits.cell_characters)
        elif text:
            found[column] = text
    return Row(place, found)


def _text(value: object) -> str:
    """Write a value as the cell a reader would have made of it. Raises TypeError on lists and objects."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return clean(cells.neutral(value))
    if isinstance(value, int | Decimal):
        return str(value)
    raise TypeError(value)
