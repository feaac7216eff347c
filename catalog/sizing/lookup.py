"""Where one measure falls in a chart: in a size, between sizes, or outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .chart import Chart, Interval

EXACT, BETWEEN, OUTSIDE = "exact", "between", "out_of_range"
# A foot or a child longer than the number does not fit; up to this much is the error of measuring.
TOLERANCE_MM = 1
# Steps where a chart has a single number and no neighbour tells the distance.
LONE_STEP_MM = 20


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a chart that share one interval of a measure."""

    interval: Interval
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One measure looked up: ``groups`` holds one group when exact, two in growing order when between, else none.

    ``hits`` are all groups that hold the value itself; where a value falls into a gap there are none.
    """

    measure: str
    value: float
    status: str
    groups: tuple[Group, ...]
    hits: tuple[Group, ...]
    ends: tuple[Group, Group]

    @property
    def beyond(self) -> float:
        """How far the value lies above the chart (positive) or below it (negative), 0 inside."""
        low, high = self.ends[0].interval.low, self.ends[1].interval.high
        if self.status != OUTSIDE:
            return 0
        return self.value - high if self.value > high else self.value - low

    @property
    def allowed(self) -> tuple[int, ...]:
        """The rows that are right by this measure: all that hold the value, else those around the gap."""
        return tuple(row for group in self.hits or self.groups for row in group.rows)

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that this measure allows, smaller sizes first."""
        return tuple(row for group in self.groups for row in group.rows)


def groups_of(chart: Chart, measure: str) -> list[Group]:
    """Return the distinct intervals of a measure in growing order, each with its rows."""
    found: dict[tuple[float, float], list[int]] = {}
    for index, row in enumerate(chart.rows):
        if measure in row.values:
            interval = row.values[measure]
            found.setdefault((interval.low, interval.high), []).append(index)
    return [Group(Interval(low, high, low == high), tuple(rows)) for (low, high), rows in sorted(found.items())]


def look_up(
    chart: Chart, measure: str, value: float, *, never_short: bool, room: float = 0, labels: bool = False
) -> Reading:
    """Find a value in a measure of the chart.

    ``never_short`` where a number must not be exceeded (feet, children); ``room`` is looked up on top of the value;
    ``labels`` where the numbers are names of sizes, of which the nearest is another size.
    """
    groups = groups_of(chart, measure)
    needed = value + room
    status, found = _placed_label(groups, needed) if labels else _place(groups, needed, never_short=never_short)
    hits = [group for group in groups if group.interval.low <= needed <= group.interval.high]
    ends = (groups[0], max(groups, key=lambda group: group.interval.high))
    return Reading(measure, value, status, tuple(found), tuple(hits), ends)


def two_closest(hits: Sequence[Group], value: float) -> list[Group]:
    """Keep the two overlapping intervals whose middles are nearest, in growing order."""
    nearest = sorted(hits, key=lambda group: abs(group.interval.low + group.interval.high - 2 * value))[:2]
    return [group for group in hits if group in nearest]


def _place(groups: Sequence[Group], value: float, *, never_short: bool) -> tuple[str, list[Group]]:
    hits = [group for group in groups if group.interval.low <= value <= group.interval.high]
    if len(hits) == 1:
        return EXACT, hits
    if hits:
        return BETWEEN, two_closest(hits, value)
    below = [group for group in groups if group.interval.high < value]
    above = [group for group in groups if group.interval.low > value]
    if below and above:
        before = max(below, key=lambda group: group.interval.high)
        return _in_gap(before, above[0], value, never_short=never_short)
    return _beyond(groups, value, never_short=never_short)


def _placed_label(groups: Sequence[Group], value: float) -> tuple[str, list[Group]]:
    hits = [group for group in groups if group.interval.low <= value <= group.interval.high]
    if hits:
        return (EXACT, hits) if len(hits) == 1 else (BETWEEN, two_closest(hits, value))
    below = [group for group in groups if group.interval.high < value]
    above = [group for group in groups if group.interval.low > value]
    if below and above:
        return BETWEEN, [max(below, key=lambda group: group.interval.high), above[0]]
    return OUTSIDE, []


def _in_gap(before: Group, after: Group, value: float, *, never_short: bool) -> tuple[str, list[Group]]:
    if not (before.interval.point or after.interval.point):
        return BETWEEN, [before, after]
    down, up = value - before.interval.high, after.interval.low - value
    if never_short:
        if up <= down:
            return EXACT, [after]
        return (EXACT, [before]) if down <= TOLERANCE_MM else (BETWEEN, [before, after])
    # A tenth of the step on either side of the middle is nobody's: the tape is not more exact than that.
    if abs(down - up) * 5 <= down + up:
        return BETWEEN, [before, after]
    return EXACT, [before] if down < up else [after]


def _beyond(groups: Sequence[Group], value: float, *, never_short: bool) -> tuple[str, list[Group]]:
    first, last = groups[0], max(groups, key=lambda group: group.interval.high)
    if value < first.interval.low:
        step = groups[1].interval.low - first.interval.low if len(groups) > 1 else LONE_STEP_MM
        fits = first.interval.point and first.interval.low - value <= step / 2
        return (EXACT, [first]) if fits else (OUTSIDE, [])
    step = last.interval.high - groups[-2].interval.high if len(groups) > 1 else LONE_STEP_MM
    room = TOLERANCE_MM if never_short else step / 2
    fits = last.interval.point and value - last.interval.high <= room
    return (EXACT, [last]) if fits else (OUTSIDE, [])
