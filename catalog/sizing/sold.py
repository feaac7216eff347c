"""The sizes that are sold: a chart is answered in them, named as they are sold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .chart import AGE, Chart, Interval, Row
from .usual import age_named, foot_mm, same_size, size_number


def sold_rows(chart: Chart, sizes: Sequence[str]) -> Chart:
    """Return the chart with only the sizes that are sold, named as they are sold.

    A shoe chart gets a row for each sold number, a double size ("S/M") the span of both, a chart without measures the
    sold sizes alone. Where fewer than two sold sizes are in the chart, it stays whole.
    """
    if "foot_length_mm" in chart.measures and (made := _shoe_rows(chart, sizes)):
        rows = made
    else:
        rows = [row for size in sizes if (row := _sold_row(chart, size)) is not None]
    if not rows and not chart.measures:
        rows = [Row(size, {}, {}) for size in sizes]
    return replace(chart, rows=tuple(rows)) if len(rows) > 1 else chart


def _sold_row(chart: Chart, size: str) -> Row | None:
    for row in chart.rows:
        if same_size(row.size, size) or _is_age(row, size):
            return replace(row, size=size)
    named = [row for row in chart.rows if any(same_size(label, size) for label in row.systems.values())]
    return replace(named[0], size=size) if len(named) == 1 else _double_row(chart, size)


def _double_row(chart: Chart, size: str) -> Row | None:
    """Return one row for a double size, over the intervals of both its parts, or of the one that the chart has."""
    parts = re.split(r" ?[/–-] ?", size)
    ends = [row for part in parts for row in chart.rows if same_size(row.size, part)]
    if len(parts) != 2 or not 1 <= len(ends) <= 2:
        return None
    first, last = ends[0], ends[-1]
    values = {key: _span(first.values[key], last.values[key]) for key in first.values if key in last.values}
    systems = {key: _both(first.systems[key], last.systems[key]) for key in first.systems if key in last.systems}
    return Row(size, values, systems)


def _both(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _span(first: Interval, last: Interval) -> Interval:
    low, high = min(first.low, last.low), max(first.high, last.high)
    return Interval(low, high, point=low == high)


def _is_age(row: Row, size: str) -> bool:
    """Tell whether "6 ans" names a row whose ages end at six."""
    age = age_named(size)
    return age is not None and AGE in row.values and row.values[AGE].high == age


def _shoe_rows(chart: Chart, sizes: Sequence[str]) -> list[Row]:
    """Make a row for each sold shoe number, but only from a chart made by the formula (not a maker's own)."""
    numbers = [size_number(size) for size in sizes]
    if chart.status != "peer" or None in numbers or chart.garment != "footwear":
        return []
    made = []
    for size, number in zip(sizes, numbers, strict=True):
        foot = foot_mm("eu", number or 0, "")
        if foot is not None:
            made.append(Row(size, {"foot_length_mm": Interval(foot, foot, point=True)}, {"eu": size}))
    return made
