"""A cell to the value of an attribute, in the attribute's own kind and unit."""

from __future__ import annotations

from catalog.model import Scalar
from catalog.reference import Attribute, RefusedValueError, parse_value

from . import cells
from .line import Line

SOURCED = ("maker", "test")
"""Provenances that must name the page they come from."""


def value_of(line: Line, column: str, attribute: Attribute) -> Scalar | None:
    """Return the value a cell gives to an attribute, or ``None`` after saying what is wrong with it."""
    raw = line.raw(column) or ""
    if attribute.kind == "bool":
        return _boolean(line, column, raw)
    if attribute.kind == "enum":
        return _choice(line, column, raw, attribute)
    return _integer(line, column, raw, attribute)


def _boolean(line: Line, column: str, raw: str) -> bool | None:
    try:
        return cells.boolean(raw)
    except ValueError:
        line.wrong("bad-boolean", column)
        return None


def _choice(line: Line, column: str, raw: str, attribute: Attribute) -> Scalar | None:
    try:
        return parse_value(attribute, raw)
    except RefusedValueError:
        line.wrong("unknown-choice", column, near=", ".join(attribute.value_ids))
        return None


def _integer(line: Line, column: str, raw: str, attribute: Attribute) -> int | None:
    """Read a whole number more strictly than a form does: ``20,000`` could be twenty or twenty thousand."""
    unit = attribute.unit or ""
    try:
        number = cells.integer(raw, unit)
    except ValueError:
        line.wrong("spreadsheet-date" if cells.is_date(raw) else "bad-number", column, unit=unit or "1")
        return None
    least, most = attribute.min, attribute.max
    if (least is not None and number < least) or (most is not None and number > most):
        line.wrong("out-of-range", column, value=number, least=least, most=most, unit=unit or "1")
        return None
    return number
