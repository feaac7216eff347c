"""From the readings of all measures to one size, or to the honest reason why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .chart import Chart
from .lookup import BETWEEN, EXACT, OUTSIDE, Group, Reading, groups_of, two_closest
from .rules import Rule

CONFLICT = "conflict"
_LAST = float("inf")


@dataclass(frozen=True, slots=True)
class Lean:
    """Which way between two sizes, and why (a key of the sentences)."""

    way: str
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """``row`` is the size to take; ``others`` the rows to try as well, smaller first; ``needs`` what would decide."""

    status: str
    row: int | None
    others: tuple[int, ...] = ()
    why: str = ""
    measure: str = ""
    needs: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def decide(chart: Chart, readings: Sequence[Reading], rules: Sequence[str], rule: Rule, lean: Lean) -> Decision:
    """Decide from at least one reading; ``rules`` are the measures that decide for this garment, in order."""
    inside = [reading for reading in readings if reading.status != OUTSIDE]
    ruling = _ruling(readings, (*_named(rule, chart), *rules))
    if not inside or (len(inside) < len(readings) and (ruling is None or ruling.status == OUTSIDE)):
        return Decision(OUTSIDE, None)
    common = [row for row in range(len(chart.rows)) if all(row in reading.allowed for reading in inside)]
    if not common or len(inside) < len(readings):
        return _conflict(chart, inside, ruling, rules, rule, lean)
    return _agreed(chart, inside, ruling, common, lean)


def next_row(chart: Chart, row: int, measure: str, way: str) -> int | None:
    """Return the row of the next larger ("up") or smaller size by one measure, None at the chart's end."""
    groups = groups_of(chart, measure)
    place = next((index for index, group in enumerate(groups) if row in group.rows), None)
    if place is None:
        return None
    target = place + (1 if way == "up" else -1)
    if not 0 <= target < len(groups):
        return None
    position = groups[place].rows.index(row)
    return groups[target].rows[min(position, len(groups[target].rows) - 1)]


def _named(rule: Rule, chart: Chart) -> tuple[str, ...]:
    """Return the measures a rule names; where a chart has only the low hips, "hips" means those."""
    low_only = "low_hip_mm" in chart.measures and "hip_mm" not in chart.measures
    return tuple("low_hip_mm" if low_only and measure == "hip_mm" else measure for measure in rule.measures)


def _ruling(readings: Sequence[Reading], order: Sequence[str]) -> Reading | None:
    for measure in order:
        for reading in readings:
            if reading.measure == measure:
                return reading
    return None


def _agreed(
    chart: Chart, readings: Sequence[Reading], ruling: Reading | None, common: Sequence[int], lean: Lean
) -> Decision:
    """All measures allow at least one row in common."""
    between = [reading for reading in readings if reading.status == BETWEEN]
    if not between or (ruling is not None and ruling.status == EXACT) or _settled(between, common):
        return _one_of(chart, readings, common, ())
    first = between[0]
    sides = [[row for row in group.rows if row in common] for group in _around(first, common)]
    chosen = sides[0] if (lean.way == "down" and sides[0]) or not sides[-1] else sides[-1]
    why = lean.why if all(sides) else "measures"
    others = tuple(row for row in first.rows if row not in chosen) if why == "measures" else tuple(sides[0] + sides[-1])
    picked = _one_of(chart, readings, chosen, others)
    if picked.row is None:
        return picked
    rest = tuple(row for row in others if row not in chosen)
    return Decision(BETWEEN, picked.row, rest, why, first.measure)


def _settled(between: Sequence[Reading], common: Sequence[int]) -> bool:
    """Tell whether the other measures leave one size of those whose intervals overlap."""
    return len(common) == 1 and all(reading.hits for reading in between)


def _around(reading: Reading, common: Sequence[int]) -> Sequence[Group]:
    """Return the two groups to choose between: around the gap, or the closest that overlap and are still possible."""
    if not reading.hits:
        return reading.groups
    possible = [group for group in reading.hits if any(row in common for row in group.rows)]
    return two_closest(possible, reading.value)


def _one_of(chart: Chart, readings: Sequence[Reading], rows: Sequence[int], others: Sequence[int]) -> Decision:
    """Pick the row where one is left; where several are, name the measures that would tell them apart."""
    if len(rows) == 1:
        return Decision(EXACT, rows[0], tuple(others))
    known = {reading.measure for reading in readings}
    needs = tuple(
        measure
        for measure in chart.measures
        if measure not in known and len({chart.rows[row].values.get(measure) for row in rows}) > 1
    )
    if not needs:
        return Decision(EXACT, rows[0], tuple(row for row in rows if row != rows[0]))
    return Decision(BETWEEN, None, tuple(dict.fromkeys((*others, *rows))), needs=needs)


def _conflict(
    chart: Chart, inside: Sequence[Reading], ruling: Reading | None, rules: Sequence[str], rule: Rule, lean: Lean
) -> Decision:
    """Measures point to different sizes: the chart's rule decides, else the garment's measure, else nobody."""
    picks = [_pick(reading, lean) for reading in inside]
    ordered = sorted(dict.fromkeys(picks), key=lambda row: _rank(chart, row))
    if ruling is not None and ruling.measure in _named(rule, chart):
        return _conflicting(_pick(ruling, lean), ordered, "decided", ruling.measure)
    if rule.differ:
        row = ordered[-1] if rule.differ == "up" else ordered[0]
        return _conflicting(row, ordered, "larger" if rule.differ == "up" else "smaller", "")
    if ruling is None:
        return Decision(CONFLICT, None, tuple(ordered), "try_both")
    among = [_pick(reading, lean) for reading in inside if reading.measure in rules]
    row = max(among, key=lambda pick: _rank(chart, pick))
    decisive = next(reading for reading in inside if reading.measure in rules and _pick(reading, lean) == row)
    return _conflicting(row, ordered, "decided", decisive.measure)


def _conflicting(row: int, ordered: Sequence[int], why: str, measure: str) -> Decision:
    return Decision(CONFLICT, row, tuple(other for other in ordered if other != row), why, measure)


def _pick(reading: Reading, lean: Lean) -> int:
    group = reading.groups[0] if lean.way == "down" else reading.groups[-1]
    return group.rows[0]


def _rank(chart: Chart, row: int) -> tuple[float, float, int]:
    """Order rows by the chart's first measure, so that "larger" means the body, not the place in the list."""
    interval = chart.rows[row].values.get(chart.measures[0]) if chart.measures else None
    return (interval.low, interval.high, row) if interval else (_LAST, _LAST, row)
