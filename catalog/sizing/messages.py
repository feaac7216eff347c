"""The sentence that is spoken: what was measured, the size, why, and what it is worth."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .chart import AGE, Chart
from .decide import CONFLICT, Decision
from .lookup import BETWEEN, OUTSIDE, Reading
from .numbers import USUAL
from .tables import tables


class Speaker:
    """Sentences in one language about one chart."""

    def __init__(self, lang: str, chart: Chart, usual: str = "") -> None:
        self._lang = lang
        self._chart = chart
        self._usual = usual

    def say(self, key: str, **words: str) -> str:
        """Return a sentence with its words filled in."""
        sentence = str(tables()["messages"]["sentences"][key][self._lang])
        for name, word in words.items():
            sentence = sentence.replace(f"{{{name}}}", word)
        return sentence

    def decision(self, decision: Decision, readings: Sequence[Reading]) -> list[str]:
        """Return what the measures say."""
        measures = _capital(", ".join(f"{self.measure(r.measure)} {self.amount(r.measure, r.value)}" for r in readings))
        if decision.status == OUTSIDE:
            return [self._outside([reading for reading in readings if reading.status == OUTSIDE])]
        if decision.status == CONFLICT:
            return self._conflict(decision, readings)
        if decision.row is None:
            needs = self.needs(decision.needs)
            return [self.say("several", measures=measures, pair=self.sizes(decision.others), needs=needs)]
        size = self._chart.rows[decision.row].size
        if decision.status == BETWEEN and decision.others:
            return [self._between(measures, size, decision, readings)]
        return [self.say("exact", measures=measures, size=size)]

    def measure(self, measure: str) -> str:
        """Return the name of a measure."""
        return str(tables()["messages"]["measures"][measure][self._lang])

    def amount(self, measure: str, value: float) -> str:
        """Return a value as it is spoken: centimetres with at most one decimal, years, or a usual size."""
        if measure == USUAL:
            return self._usual
        tenths = math.floor(value * 10 + 0.5) if measure == AGE else math.floor(value + 0.5)
        unit = "cm" if measure != AGE else "year" if tenths == 10 or (self._lang == "fr" and tenths < 20) else "years"
        whole, rest = divmod(tenths, 10)
        mark = "." if self._lang == "en" else ","
        number = f"{whole}{mark}{rest}" if rest else str(whole)
        return str(tables()["messages"]["units"][unit][self._lang]).replace("{n}", number)

    def sizes(self, rows: Sequence[int], joiner: str = "join") -> str:
        """Return sizes as a list: "S, M et L"."""
        names = [self._chart.rows[row].size for row in rows]
        if len(names) < 2:
            return "".join(names)
        return ", ".join(names[:-1]) + str(tables()["messages"][joiner][self._lang]) + names[-1]

    def needs(self, measures: Sequence[str]) -> str:
        """Return measures as a choice."""
        names = [self.measure(measure) for measure in measures]
        last = str(tables()["messages"]["or"][self._lang]).join(names[-2:])
        return ", ".join([*names[:-2], last])

    def _between(self, measures: str, size: str, decision: Decision, readings: Sequence[Reading]) -> str:
        by_size = [row for reading in readings if reading.measure == decision.measure for row in reading.allowed]
        rows = sorted((decision.row or 0, *decision.others), key=lambda row: _place_in(by_size, row))
        why = str(tables()["messages"]["why"][decision.why][self._lang])
        others = self.sizes(decision.others, "or")
        return self.say("between", measures=measures, pair=self.sizes(rows), size=size, why=why, others=others)

    def _outside(self, readings: Sequence[Reading]) -> str:
        measures = ", ".join(f"{self.measure(r.measure)} {self.amount(r.measure, r.value)}" for r in readings)
        each = [self._distance(reading) for reading in readings]
        if len(each) > 1:
            each = [f"{self.measure(r.measure)} {gap}" for r, gap in zip(readings, each, strict=True)]
        ranges = ", ".join(each)
        return self.say("out_of_range", measures=_capital(measures), ranges=ranges)

    def _distance(self, reading: Reading) -> str:
        """Say how far a value lies beyond the chart's first or last size."""
        above = reading.beyond > 0
        group = reading.ends[1] if above else reading.ends[0]
        return self.say(
            "above" if above else "below",
            gap=self.amount(reading.measure, abs(reading.beyond)),
            size=self._chart.rows[group.rows[-1] if above else group.rows[0]].size,
            end=self.amount(reading.measure, group.interval.high if above else group.interval.low),
        )

    def _conflict(self, decision: Decision, readings: Sequence[Reading]) -> list[str]:
        each = ", ".join(
            self.say("outside", measure=self.measure(reading.measure))
            if reading.status == OUTSIDE
            else f"{self.measure(reading.measure)} {self.sizes(reading.rows, 'or')}"
            for reading in readings
        )
        row = decision.others[-1] if decision.row is None else decision.row
        measure = self.measure(decision.measure) if decision.measure else ""
        return [
            self.say("conflict", each=each),
            self.say(decision.why, measure=measure, size=self._chart.rows[row].size),
        ]


def _place_in(rows: Sequence[int], row: int) -> int:
    return rows.index(row) if row in rows else len(rows) + row


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
