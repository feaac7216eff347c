"""Usual sizes by number: between the numbers of a chart, and from one country's number to another's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from .chart import Chart, Interval
from .lookup import OUTSIDE, Reading, look_up
from .request import Usual
from .tables import tables
from .usual import size_number, systems_of

USUAL = "usual"
_LABELLED = ("eu", "fr", "number")


def numbered(chart: Chart, usual: Usual, audience: str) -> Chart:
    """Return the chart with a column of the numbers of a usual size's system; rows without a number have none."""
    systems = systems_of(usual.system, audience, chart)
    rows = []
    for row in chart.rows:
        labels = [row.systems[system] for system in systems if system in row.systems]
        if not labels and usual.system in _LABELLED:
            labels = [row.size]
        interval = _interval(labels[0]) if labels else None
        rows.append(replace(row, values={**row.values, USUAL: interval}) if interval else row)
    return replace(chart, rows=tuple(rows))


def placed(chart: Chart, usual: Usual, *, never_short: bool) -> Reading | None:
    """Look a usual number up among the numbers of a chart; None without a number or without two to compare."""
    number = size_number(usual.size)
    if number is None or sum(USUAL in row.values for row in chart.rows) < 2:
        return None
    return look_up(chart, USUAL, number, never_short=never_short)


def in_other_countries(usual: Usual, chart: Chart, audience: str, kind: str) -> list[Usual]:
    """Return the same size in the systems that the chart has, by the fixed distances between countries' numbers."""
    distances: Mapping[str, int] = tables()["conversions"]["numbers"].get(_scale(audience, kind, chart), {})
    number = size_number(usual.size)
    source = usual.system[:2]
    if number is None or source not in distances:
        return []
    known = {system for row in chart.rows for system in row.systems}
    if not known and distances.get("eu") == distances.get("fr"):
        # Bare numbers: only for men's tops do all of Europe's labels mean the same.
        known = {"eu"}
    return [
        Usual(system, _text(number - distances[source] + distances[system]))
        for system in distances
        if system in known and system != source
    ]


def is_outside(reading: Reading | None) -> bool:
    """Tell whether there is no such number in the chart."""
    return reading is None or reading.status == OUTSIDE


def _scale(audience: str, kind: str, chart: Chart) -> str:
    if audience == "women":
        return "women"
    if audience != "men":
        return ""
    bottoms = kind.endswith("bottom") or (kind == "any" and "chest_mm" not in chart.measures)
    return "men-bottom" if bottoms else "men-top"


def _interval(label: str) -> Interval | None:
    """Read "42", "41 1/3", "36-38", "37/37.5"; None where there is no number."""
    single = size_number(label)
    if single is not None:
        return Interval(single, single, point=True)
    for mark in (" ?[–-] ?", " ?/ ?"):
        ends = [size_number(part) for part in re.split(mark, label)]
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None and ends[0] <= ends[1]:
            return Interval(ends[0], ends[1], point=ends[0] == ends[1])
    return None


def _text(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def column_ends(chart: Chart, system: str, audience: str) -> tuple[str, str] | None:
    """Return the first and the last label of a system in a chart, None where it has none."""
    systems = systems_of(system, audience, chart)
    labels = [row.systems[name] for row in chart.rows for name in systems if name in row.systems]
    return (labels[0], labels[-1]) if labels else None
