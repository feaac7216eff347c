"""Usual sizes by number: between the numbers of a chart, and from one country's number to another's."""

from __future__ import annotations

import math
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
_SHOES = ("footwear", "climbing", "socks")
_NO_SCALE = ("hands", "head", "pack", "kids")
# No foot is a metre long.
_MILLIMETRES = 100
# A third of a size: 43 is 43 1/3 where a brand goes by thirds, the larger of two as near.
_SAME_LABEL = 0.34


def numbered(chart: Chart, usual: Usual, audience: str) -> Chart:
    """Return the chart with a column of the numbers of a usual size's system; rows without a number have none."""
    systems = systems_of(usual.system, audience, chart)
    rows = []
    for row in chart.rows:
        labels = [row.systems[system] for system in systems if system in row.systems]
        if not labels and usual.system in _LABELLED:
            labels = [row.size]
        interval = _interval(labels[0], usual.system) if labels else None
        rows.append(replace(row, values={**row.values, USUAL: interval}) if interval else row)
    return replace(chart, rows=tuple(rows))


def placed(chart: Chart, usual: Usual) -> Reading | None:
    """Look a usual number up among the numbers of a chart; None without a number or without two to compare.

    A label is no measure: 43.5 lies between 43 and 44, and 47 is not 46. 42 2/3 is 42.5 (_SAME_LABEL).
    """
    number = _number(usual.size, usual.system)
    labels = [row.values[USUAL] for row in chart.rows if USUAL in row.values]
    if number is None or len(labels) < 2:
        return None
    alike = [label.low for label in labels if label.point and abs(label.low - number) <= _SAME_LABEL]
    near = min(alike, key=lambda label: (math.floor(abs(label - number) * 100 + 0.5), -label), default=number)
    return look_up(chart, USUAL, near, never_short=False, labels=True)


def in_other_countries(usual: Usual, chart: Chart, audience: str, kind: str) -> list[Usual]:
    """Return the same size in the systems that the chart has, by the fixed distances between countries' numbers."""
    distances: Mapping[str, int] = tables()["conversions"]["numbers"].get(
        _scale(usual.system, audience, kind, chart), {}
    )
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


def _scale(system: str, audience: str, kind: str, chart: Chart) -> str:
    """Return the name of the scale of a piece's numbers, "" where countries' numbers have no fixed distance."""
    if kind in _SHOES:
        return _shoe_scale(system, audience)
    if kind in _NO_SCALE:
        return ""
    if audience == "women":
        return "women"
    if audience != "men":
        return ""
    bottoms = kind.endswith("bottom") or (kind == "any" and "chest_mm" not in chart.measures)
    return "men-bottom" if bottoms else "men-top"


def _shoe_scale(system: str, audience: str) -> str:
    if system not in ("uk", "us", "us-men", "us-women"):
        return "shoes"
    if audience == "kids":
        return ""
    women = system == "us-women" or (audience == "women" and system != "us-men")
    return "shoes-women" if women else "shoes-men"


def _number(label: str, system: str) -> float | None:
    """Return a label's number; a mondopoint in millimetres ("265") in centimetres, as it stands on most boots."""
    number = size_number(label)
    if number is None or system not in ("mondopoint", "cm") or number < _MILLIMETRES:
        return number
    return number / 10


def _interval(label: str, system: str) -> Interval | None:
    """Read "42", "41 1/3", "36-38", "37/37.5"; None where there is no number."""
    single = _number(label, system)
    if single is not None:
        return Interval(single, single, point=True)
    for mark in (" ?[–-] ?", " ?/ ?"):
        ends = [_number(part, system) for part in re.split(mark, label)]
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None and ends[0] <= ends[1]:
            return Interval(ends[0], ends[1], point=ends[0] == ends[1])
    return None


def _text(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def column_ends(chart: Chart, system: str, audience: str) -> tuple[str, str] | None:
    """Return the smallest and the largest label of a system in a chart, None where it has none."""
    systems = systems_of(system, audience, chart)
    labels = [row.systems[name] for row in chart.rows for name in systems if name in row.systems]
    if not labels:
        return None
    numbers = [_interval(label, system) for label in labels]
    if all(numbers):
        labels = [label for _, label in sorted(zip((n.low for n in numbers if n), labels, strict=True))]
    return labels[0], labels[-1]
