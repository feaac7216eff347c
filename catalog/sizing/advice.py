"""Size advice: one question, one honest answer."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from .chart import AGE, Chart, read_chart
from .charts import default_chart
from .decide import CONFLICT, Decision, Lean, decide, next_row
from .lookup import BETWEEN, EXACT, OUTSIDE, Reading, look_up
from .messages import Speaker
from .request import Request, Usual, read_request
from .rules import Rule, read_rule
from .tables import tables
from .usual import ONE_SIZE, body_measure, rows_named, sold_rows

Charts = Mapping[str, Mapping[str, Any]]
_CHILD_BELOW_MM = 1700


def size_advice(request: Mapping[str, Any], charts: Charts) -> dict[str, Any]:
    """Answer a size question (contract of ``POST /api/v1/size-advice``).

    ``request["chart"]`` is an inline chart, the id of one of ``charts``, or "" where a piece has none. Returns size,
    status, alternatives, message, fit_note, provenance, and beyond these ``needs`` (measures that would decide) and
    ``details`` (each measure's own answer). Raises SizingError.
    """
    asked = read_request(request, charts)
    if _is_one_size(asked):
        return _one_size(asked)
    if asked.chart is None or not asked.chart.measures:
        return _speechless(asked, "no_chart")
    asked = replace(asked, chart=sold_rows(asked.chart, asked.sizes))
    return _Advice(asked, charts).answer()


class _Advice:
    """One question with its chart; the steps share what they know of garment, rule and language."""

    def __init__(self, asked: Request, charts: Charts) -> None:
        assert asked.chart is not None  # noqa: S101 - size_advice answers questions without a chart before
        self._asked = asked
        self._charts = charts
        self._chart = asked.chart
        self._speaker = Speaker(asked.lang, self._chart)
        self._kids = _is_for_kids(asked, self._chart)
        self._kind = tables()["garments"]["kinds"][_kind_of(asked, self._chart, kids=self._kids)]
        self._rule = read_rule(f"{asked.fit_note}. {self._chart.rule}")
        self._lean = _lean(asked, self._kind, self._rule)

    def answer(self) -> dict[str, Any]:
        values = {m: v for m, v in self._asked.measurements.items() if m in self._chart.measures}
        if values:
            return self._from_measures(values, [])
        if self._asked.measurements and self._asked.usual is None and self._asked.age_years is None:
            return self._missing()
        if self._asked.usual is not None:
            return self._from_usual(self._asked.usual)
        return self._from_age(self._asked.age_years)

    def _from_measures(self, values: Mapping[str, float], notes: Sequence[str], source: str = "") -> dict[str, Any]:
        readings = [
            look_up(self._chart, measure, value, never_short=self._never_short(measure))
            for measure, value in values.items()
        ]
        decision = decide(self._chart, readings, self._kind["rules"], self._rule, self._lean)
        said = self._speaker.decision(decision, readings)
        decision, extra = self._adjusted(decision, readings[0].measure)
        return self._result(decision, [*said, *extra, *notes], readings, source)

    def _adjusted(self, decision: Decision, measure: str) -> tuple[Decision, list[str]]:
        """Apply what goes beyond the measure: the chart's standing advice, room to grow, a thick layer below."""
        if decision.row is None or decision.status == CONFLICT:
            return decision, []
        if decision.status == EXACT and (way := self._shift()):
            return self._shifted(decision, measure, way)
        if decision.status == EXACT and self._asked.growth:
            return self._grown(decision, measure)
        if decision.status == EXACT and self._asked.layering == "thick" and self._kind["thick_layer"]:
            larger = next_row(self._chart, decision.row, measure, "up")
            if larger is not None:
                note = self._speaker.say("thick", others=self._chart.rows[larger].size)
                return replace(decision, others=(*decision.others, larger)), [note]
        return decision, []

    def _shift(self) -> str:
        if self._asked.layering in ("over", "thick") and self._rule.over:
            return self._rule.over
        if self._asked.layering == "close" and self._rule.close:
            return self._rule.close
        return self._rule.always

    def _shifted(self, decision: Decision, measure: str, way: str) -> tuple[Decision, list[str]]:
        row = decision.row or 0
        moved = next_row(self._chart, row, measure, way)
        if moved is None:
            return decision, []
        note = self._speaker.say("shifted", size=self._chart.rows[moved].size)
        return replace(decision, row=moved, others=(row, *decision.others)), [note]

    def _grown(self, decision: Decision, measure: str) -> tuple[Decision, list[str]]:
        row = decision.row or 0
        larger = next_row(self._chart, row, measure, "up")
        if larger is None:
            return decision, [self._speaker.say("growth_end")]
        note = self._speaker.say("growth", size=self._chart.rows[larger].size)
        return replace(decision, row=larger, others=(row,)), [note]

    def _from_usual(self, usual: Usual) -> dict[str, Any]:
        named = rows_named(self._chart, usual, self._asked.audience)
        if named:
            return self._named(usual, named)
        found = body_measure(usual, self._chart, self._asked.audience) or self._by_reference(usual)
        if found is None:
            said = self._speaker.say("not_converted", usual=usual.shown)
            return self._missing([said])
        note = self._speaker.say("converted", usual=usual.shown)
        return self._from_measures(dict([found]), [note], "conversion")

    def _named(self, usual: Usual, rows: Sequence[int]) -> dict[str, Any]:
        """Answer with the rows that the chart itself gives this usual size."""
        if len(rows) == 1:
            size = self._chart.rows[rows[0]].size
            said = [self._speaker.say("usual", usual=usual.shown, size=size), self._speaker.say("label_only")]
            decision, extra = self._adjusted(Decision(EXACT, rows[0]), self._chart.measures[0])
            return self._result(decision, [said[0], *extra, said[1]], [])
        needs = self._telling_apart(rows)
        pair = self._speaker.sizes(rows)
        said = [self._speaker.say("usual", usual=usual.shown, size=pair), self._speaker.say("label_only")]
        return self._result(Decision(BETWEEN, None, tuple(rows), needs=needs), said, [])

    def _by_reference(self, usual: Usual) -> tuple[str, float] | None:
        """Go from a usual clothing size to this chart's measure by the reference chart of the same wearer."""
        asked = self._asked
        reference = default_chart(asked.garment or "top", asked.audience, self._charts) if asked.audience else ""
        if not reference:
            return None
        known = read_chart(self._charts[reference], asked.lang, "chart", [])
        rows = rows_named(known, usual, asked.audience)
        for measure in (*self._kind["rules"], *self._chart.measures):
            values = [known.rows[row].values.get(measure) for row in rows]
            if measure in self._chart.measures and len(values) == 1 and values[0] is not None:
                return measure, math.floor((values[0].low + values[0].high) / 2 + 0.5)
        return None

    def _from_age(self, age: float | None) -> dict[str, Any]:
        if age is not None and AGE in self._chart.measures:
            return self._from_measures({AGE: age}, [self._speaker.say("age")])
        height = _height_at(age)
        if height is None or "height_mm" not in self._chart.measures:
            return self._missing()
        return self._from_measures({"height_mm": height}, [self._speaker.say("age")], "conversion")

    def _missing(self, said: Sequence[str] = ()) -> dict[str, Any]:
        """Say what to measure: the chart cannot be read with what was given."""
        rules = [measure for measure in self._kind["rules"] if measure in self._chart.measures]
        needs = tuple(rules) or tuple(measure for measure in self._chart.measures if measure != AGE) or (AGE,)
        note = self._speaker.say("needs", needs=self._speaker.needs(needs))
        return self._result(Decision(OUTSIDE, None, needs=needs), [*said, note], [])

    def _telling_apart(self, rows: Sequence[int]) -> tuple[str, ...]:
        return tuple(m for m in self._chart.measures if len({self._chart.rows[row].values.get(m) for row in rows}) > 1)

    def _never_short(self, measure: str) -> bool:
        if measure == "foot_length_mm":
            return bool(self._kind["why"] != "folds")
        return measure == "height_mm" and self._kids

    def _result(
        self, decision: Decision, said: Sequence[str], readings: Sequence[Reading], source: str = ""
    ) -> dict[str, Any]:
        sizes = [row.size for row in self._chart.rows]
        status = self._chart.status
        marks = [self._speaker.say(status, chart=self._chart.label)] if status in ("peer", "demonstration") else []
        return {
            "size": None if decision.row is None else sizes[decision.row],
            "status": decision.status,
            "alternatives": [sizes[row] for row in dict.fromkeys(decision.others) if row != decision.row],
            "message": " ".join([*said, *marks]),
            "fit_note": self._asked.fit_note or None,
            "provenance": source or status,
            "needs": list(decision.needs),
            "details": [
                {
                    "measure": reading.measure,
                    "value": reading.value,
                    "status": reading.status,
                    "sizes": [sizes[row] for row in reading.rows],
                }
                for reading in readings
            ],
        }


def _lean(asked: Request, kind: Mapping[str, Any], rule: Rule) -> Lean:
    """Which way between two sizes: the chart's rule, room to grow, the layers below, then the garment's own habit."""
    if asked.layering in ("over", "thick"):
        return Lean(rule.over or "up", "wish_over")
    if asked.layering == "close":
        return Lean(rule.close or rule.between or "down", "rule" if rule.between else "wish_close")
    if asked.growth:
        return Lean("up", "growth")
    way = rule.between or rule.always
    if way:
        return Lean(way, "rule")
    return Lean(kind["between"], kind["why"])


def _is_for_kids(asked: Request, chart: Chart) -> bool:
    """Tell whether height decides. Without a word about the wearer, a chart that ends below 1.70 m is a child's."""
    if asked.audience:
        return asked.audience == "kids"
    if asked.age_years is not None or asked.growth:
        return True
    heights = [row.values["height_mm"].high for row in chart.rows if "height_mm" in row.values]
    return bool(heights) and max(heights) < _CHILD_BELOW_MM and not asked.garment


def _kind_of(asked: Request, chart: Chart, *, kids: bool) -> str:
    named = str(tables()["garments"]["names"].get(asked.garment, ""))
    if kids and "height_mm" in chart.measures:
        return "kids"
    if named:
        return named
    for kind, measure in (
        ("footwear", "foot_length_mm"),
        ("hands", "hand_mm"),
        ("head", "head_mm"),
        ("pack", "torso_mm"),
    ):
        if measure in chart.measures:
            return kind
    return "any"


def _height_at(age: float | None) -> int | None:
    """Return the usual stature at an age, where the table has it; a birthday belongs to the older row."""
    for row in tables()["conversions"]["age_to_height"]["rows"]:
        low, high = row["age_years"]
        if age is not None and low <= age < high:
            return int(row["height_mm"])
    return None


def _is_one_size(asked: Request) -> bool:
    sold = [size.strip().lower() for size in asked.sizes]
    if sold:
        return len(sold) == 1 and sold[0] in ONE_SIZE
    rows = asked.chart.rows if asked.chart else ()
    return len(rows) == 1 and rows[0].size.lower() in ONE_SIZE and not rows[0].values


def _one_size(asked: Request) -> dict[str, Any]:
    size = asked.sizes[0] if asked.sizes else asked.chart.rows[0].size if asked.chart else None
    return {**_speechless(asked, "one_size"), "size": size, "status": EXACT}


def _speechless(asked: Request, sentence: str) -> dict[str, Any]:
    empty = asked.chart or Chart((), "", "given", "", "", "")
    return {
        "size": None,
        "status": OUTSIDE,
        "alternatives": [],
        "message": Speaker(asked.lang, empty).say(sentence),
        "fit_note": asked.fit_note or None,
        "provenance": empty.status,
        "needs": [],
        "details": [],
    }
