"""What moves a size beyond the measure: the chart's standing advice, try-ons, room to grow, a thick layer below."""

from __future__ import annotations

from dataclasses import replace

from .chart import Chart
from .decide import CONFLICT, Decision, next_row
from .lookup import EXACT
from .messages import Speaker
from .request import Request
from .rules import STAY, Rule


class Adjuster:
    """The adjustments of one question; each returns the decision and what to say about it."""

    def __init__(self, asked: Request, chart: Chart, rule: Rule, speaker: Speaker, *, thick: bool) -> None:
        self._asked = asked
        self._chart = chart
        self._rule = rule
        self._speaker = speaker
        self._thick = thick

    def adjust(self, decision: Decision, measure: str) -> tuple[Decision, list[str]]:
        """Adjust a size that was found; a conflict or an open choice stays as it is, with what try-ons showed."""
        if decision.row is None or decision.status == CONFLICT:
            return decision, []
        moved, said = self._by_wish(decision, measure)
        tried, told = self._by_try_ons(moved, measure)
        return tried, [*said, *told]

    def _by_wish(self, decision: Decision, measure: str) -> tuple[Decision, list[str]]:
        if decision.status != EXACT:
            return decision, []
        if way := self._shift():
            return self._shifted(decision, measure, way)
        if self._asked.growth:
            return self._grown(decision, measure)
        if self._asked.layering == "thick" and self._thick:
            return self._beside(decision, measure)
        return decision, []

    def _shift(self) -> str:
        if self._asked.layering in ("over", "thick") and self._rule.over:
            return self._rule.over if self._rule.over != STAY else ""
        if self._asked.layering == "close" and self._rule.close:
            return self._rule.close if self._rule.close != STAY else ""
        return self._rule.always

    def _shifted(self, decision: Decision, measure: str, way: str) -> tuple[Decision, list[str]]:
        moved = next_row(self._chart, decision.row or 0, measure, way)
        if moved is None:
            return decision, []
        note = self._speaker.say("shifted", size=self._chart.rows[moved].size)
        return self._moved_to(decision, moved), [note]

    def _grown(self, decision: Decision, measure: str) -> tuple[Decision, list[str]]:
        if self._rule.growth == STAY:
            return decision, [self._speaker.say("growth_in")]
        larger = next_row(self._chart, decision.row or 0, measure, "up")
        if larger is None:
            return decision, [self._speaker.say("growth_end")]
        note = self._speaker.say("growth", size=self._chart.rows[larger].size)
        return replace(decision, row=larger, others=(decision.row or 0,)), [note]

    def _beside(self, decision: Decision, measure: str) -> tuple[Decision, list[str]]:
        larger = next_row(self._chart, decision.row or 0, measure, "up")
        if larger is None:
            return decision, []
        note = self._speaker.say("thick", others=self._chart.rows[larger].size)
        return replace(decision, others=(*decision.others, larger)), [note]

    def _by_try_ons(self, decision: Decision, measure: str) -> tuple[Decision, list[str]]:
        """Say what try-ons showed; move an exact size where they are many and of one mind, else offer the next one."""
        tried = self._asked.try_ons
        sentence = tried.sentence()
        if sentence is None:
            return decision, []
        said = [self._speaker.say(sentence[0], **sentence[1])]
        moved = next_row(self._chart, decision.row or 0, measure, tried.way) if tried.way else None
        if moved is None or decision.status != EXACT or self._asked.growth:
            return decision, said
        if tried.moves:
            return self._moved_to(decision, moved), [*said, self._speaker.say("tried_moved", size=self._size(moved))]
        return replace(decision, others=(*decision.others, moved)), said

    def _moved_to(self, decision: Decision, row: int) -> Decision:
        return replace(decision, row=row, others=(decision.row or 0, *decision.others))

    def _size(self, row: int) -> str:
        return self._chart.rows[row].size
