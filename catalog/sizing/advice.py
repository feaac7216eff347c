"""Size advice: one question, one honest answer."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from .adjust import Adjuster
from .answer import build, one_size, speechless
from .chart import AGE, Chart, read_chart
from .charts import default_chart
from .decide import Decision, decide
from .feet import FOOT, TOES, room_for
from .kinds import height_at, is_for_kids, kind_of, lean_of
from .lookup import BETWEEN, EXACT, OUTSIDE, Reading, look_up
from .messages import Speaker
from .numbers import USUAL, column_ends, in_other_countries, is_outside, numbered, placed
from .request import Request, Usual, read_request
from .rules import read_rule
from .sold import sold_rows
from .tables import tables
from .usual import ONE_SIZE, body_measure, rows_named, stature_named

Charts = Mapping[str, Mapping[str, Any]]


def size_advice(request: Mapping[str, Any], charts: Charts) -> dict[str, Any]:
    """Answer a size question (contract of ``POST /api/v1/size-advice``).

    ``request["chart"]`` is an inline chart, the id of one of ``charts``, or "" where a piece has none. Returns size,
    status, alternatives, message, fit_note, provenance, and beyond these ``needs`` (measures that would decide),
    ``details`` (each measure's own answer) and ``try_ons`` (what sellers saw). Raises SizingError.
    """
    asked = read_request(request, charts)
    if _is_one_size(asked):
        return one_size(asked)
    if asked.chart is None or not (asked.chart.measures or asked.usual):
        return speechless(asked, "no_chart")
    asked = replace(asked, chart=sold_rows(asked.chart, asked.sizes))
    return _Advice(asked, charts).answer()


class _Advice:
    """One question with its chart; the steps share what they know of garment, rule and language."""

    def __init__(self, asked: Request, charts: Charts) -> None:
        assert asked.chart is not None  # noqa: S101 - size_advice answers questions without a chart before
        self._asked = asked
        self._charts = charts
        self._chart = asked.chart
        self._speaker = Speaker(asked.lang, self._chart, asked.usual.shown if asked.usual else "")
        self._kids = is_for_kids(asked, self._chart)
        self._kind = kind_of(asked, self._chart, kids=self._kids)
        self._habit = tables()["garments"]["kinds"][self._kind]
        self._rule = read_rule(f"{asked.fit_note}. {self._chart.rule}")
        self._room = room_for(asked, self._kind, self._rule, kids=self._kids)
        self._lean = lean_of(asked, self._kind, self._rule)
        self._adjuster = Adjuster(asked, self._chart, self._rule, self._speaker, thick=self._habit["thick_layer"])

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
            look_up(self._chart, measure, value, never_short=self._never_short(measure), room=self._extra(measure))
            for measure, value in values.items()
        ]
        decision = decide(self._chart, readings, self._habit["rules"], self._rule, self._lean)
        said = self._speaker.decision(decision, readings)
        return self._decided(decision, readings, said, [*self._about_toes(decision, readings), *notes], source)

    def _decided(
        self,
        decision: Decision,
        readings: Sequence[Reading],
        said: Sequence[str],
        notes: Sequence[str],
        source: str = "",
        measure: str = "",
    ) -> dict[str, Any]:
        """Add what goes beyond the measure, and build the answer."""
        first = measure or (readings[0].measure if readings else self._first_measure())
        moved, extra = self._adjuster.adjust(decision, first)
        return build(self._asked, moved, [*said, *extra, *notes], readings, source, self._speaker)

    def _extra(self, measure: str) -> int:
        return self._room.extra_mm if measure == FOOT else 0

    def _about_toes(self, decision: Decision, readings: Sequence[Reading]) -> list[str]:
        if decision.status == OUTSIDE or all(reading.measure != FOOT for reading in readings):
            return []
        return [self._speaker.say(key, **words) for key, words in self._room.said]

    def _at_try_on(self) -> list[str]:
        """Say what to check at the try-on of a shoe whose size does not come from the foot."""
        return [self._speaker.say(key, **words) for key, words in self._room.said if key in TOES]

    def _from_usual(self, usual: Usual) -> dict[str, Any]:
        named = rows_named(self._chart, usual, self._asked.audience)
        if named:
            return self._named(usual, named)
        stature = stature_named(usual, self._chart, self._asked.audience)
        if stature is not None:
            return self._from_measures(dict([stature]), [self._speaker.say("label_only")], "conversion")
        numbers = numbered(self._chart, usual, self._asked.audience)
        reading = placed(numbers, usual)
        if reading is not None and not is_outside(reading):
            return self._numbered(numbers, usual, reading, "label_only", "")
        if reading is not None and column_ends(self._chart, usual.system, self._asked.audience):
            return self._unconverted(usual)
        return self._converted(usual) or self._unconverted(usual)

    def _converted(self, usual: Usual) -> dict[str, Any] | None:
        """Go by a country's number, a foot, hand or head, else by the reference chart of the same wearer."""
        audience = self._asked.audience
        for other in in_other_countries(usual, self._chart, audience, self._kind):
            numbers = numbered(self._chart, other, audience)
            reading = placed(numbers, other)
            if reading is not None and not is_outside(reading):
                return self._numbered(numbers, usual, reading, "by_country", "conversion")
        found = body_measure(usual, self._chart, audience) or self._by_reference(usual)
        if found is None:
            return None
        note = self._speaker.say("converted", usual=usual.shown)
        return self._from_measures(dict([found]), [note], "conversion")

    def _numbered(self, numbers: Chart, usual: Usual, reading: Reading, note: str, source: str) -> dict[str, Any]:
        """Answer from the place of a number among the chart's own numbers."""
        decision = decide(numbers, [reading], (USUAL,), self._rule, self._lean)
        if decision.row is None:
            return self._named(usual, decision.others)
        if decision.status == BETWEEN:
            said = self._speaker.decision(decision, [reading])
        else:
            size = self._chart.rows[decision.row].size
            said = [self._speaker.say("usual", usual=usual.shown, size=size)]
        notes = [self._speaker.say(note, usual=usual.shown), *self._at_try_on()]
        return self._decided(decision, [], said, notes, source, measure=self._first_measure())

    def _unconverted(self, usual: Usual) -> dict[str, Any]:
        ends = column_ends(self._chart, usual.system, self._asked.audience)
        if ends is None:
            return self._missing([self._speaker.say("not_converted", usual=usual.shown)])
        said = self._speaker.say("usual_outside", usual=usual.shown, first=ends[0], last=ends[1])
        return build(self._asked, Decision(OUTSIDE, None), [said], [], "", self._speaker)

    def _named(self, usual: Usual, rows: Sequence[int]) -> dict[str, Any]:
        """Answer with the rows that the chart itself gives this usual size."""
        said = self._speaker.say("usual", usual=usual.shown, size=self._speaker.sizes(rows))
        caution = self._speaker.say("label_only")
        if len(rows) == 1:
            return self._decided(Decision(EXACT, rows[0]), [], [said], [caution, *self._at_try_on()])
        decision = Decision(BETWEEN, None, tuple(rows), needs=self._telling_apart(rows))
        if decision.needs:
            said = f"{said} {self._speaker.say('choose', needs=self._speaker.needs(decision.needs))}"
        return build(self._asked, decision, [said, caution], [], "", self._speaker)

    def _first_measure(self) -> str:
        return self._chart.measures[0] if self._chart.measures else ""

    def _by_reference(self, usual: Usual) -> tuple[str, float] | None:
        """Go from a usual clothing size to this chart's measure by the reference chart of the same wearer."""
        asked = self._asked
        reference = default_chart(asked.garment or "top", asked.audience, self._charts) if asked.audience else ""
        if not reference:
            return None
        known = read_chart(self._charts[reference], asked.lang, "chart", [])
        rows = rows_named(known, usual, asked.audience)
        for measure in (*self._habit["rules"], *self._chart.measures):
            values = [known.rows[row].values.get(measure) for row in rows]
            if measure in self._chart.measures and len(values) == 1 and values[0] is not None:
                return measure, math.floor((values[0].low + values[0].high) / 2 + 0.5)
        return None

    def _from_age(self, age: float | None) -> dict[str, Any]:
        if age is not None and AGE in self._chart.measures:
            return self._from_measures({AGE: age}, [self._about_age()])
        height = height_at(age)
        if height is None or "height_mm" not in self._chart.measures:
            return self._missing()
        return self._from_measures(
            {"height_mm": height}, [self._speaker.say("age", needs=self._speaker.needs(("height_mm",)))], "conversion"
        )

    def _about_age(self) -> str:
        """Say what to measure rather than to go by the age."""
        needs = self._to_measure()
        return self._speaker.say("age", needs=self._speaker.needs(needs)) if needs else self._speaker.say("age_only")

    def _to_measure(self) -> tuple[str, ...]:
        """Return the chart's measures that decide for this garment, else all that it has."""
        rules = [measure for measure in self._habit["rules"] if measure in self._chart.measures]
        return tuple(rules) or tuple(measure for measure in self._chart.measures if measure != AGE)

    def _missing(self, said: Sequence[str] = ()) -> dict[str, Any]:
        """Say what to measure: the chart cannot be read with what was given."""
        needs = self._to_measure()
        if not needs and AGE in self._chart.measures:
            needs = (AGE,)
        notes = [self._speaker.say("needs", needs=self._speaker.needs(needs))] if needs else []
        return build(self._asked, Decision(OUTSIDE, None, needs=needs), [*said, *notes], [], "", self._speaker)

    def _telling_apart(self, rows: Sequence[int]) -> tuple[str, ...]:
        return tuple(m for m in self._chart.measures if len({self._chart.rows[row].values.get(m) for row in rows}) > 1)

    def _never_short(self, measure: str) -> bool:
        if measure == FOOT:
            return bool(self._habit["why"] == "toes")
        return measure == "height_mm" and self._kids


def _is_one_size(asked: Request) -> bool:
    sold = [size.strip().lower() for size in asked.sizes]
    if sold:
        return len(sold) == 1 and sold[0] in ONE_SIZE
    rows = asked.chart.rows if asked.chart else ()
    return len(rows) == 1 and rows[0].size.lower() in ONE_SIZE and not rows[0].values
