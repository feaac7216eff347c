"""The answer as it leaves: the size, what is said, and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .chart import Chart
from .decide import Decision
from .lookup import EXACT, OUTSIDE, Reading
from .messages import Speaker
from .request import Request


def build(
    asked: Request, decision: Decision, said: Sequence[str], readings: Sequence[Reading], source: str, speaker: Speaker
) -> dict[str, Any]:
    """Return the answer of a decision; ``source`` replaces the chart's own provenance."""
    chart = asked.chart or _no_chart()
    sizes = [row.size for row in chart.rows]
    marks = [speaker.say(chart.status, chart=chart.label)] if chart.status in ("peer", "demonstration") else []
    return {
        "size": None if decision.row is None else sizes[decision.row],
        "status": decision.status,
        "alternatives": [sizes[row] for row in dict.fromkeys(decision.others) if row != decision.row],
        "message": " ".join([*said, *marks]),
        "fit_note": _fit_note(asked, speaker),
        "provenance": source or chart.status,
        "needs": list(decision.needs),
        "details": [
            {
                "measure": reading.measure,
                "value": reading.value,
                "status": reading.status,
                "sizes": [sizes[row] for row in reading.rows],
                "beyond": reading.beyond,
            }
            for reading in readings
        ],
        "try_ons": _try_ons(asked),
    }


def one_size(asked: Request) -> dict[str, Any]:
    """Return the answer for what is sold in one size."""
    size = asked.sizes[0] if asked.sizes else asked.chart.rows[0].size if asked.chart else None
    return {**speechless(asked, "one_size"), "size": size, "status": EXACT}


def speechless(asked: Request, sentence: str) -> dict[str, Any]:
    """Return the answer where there is no chart to read."""
    chart = asked.chart or _no_chart()
    speaker = Speaker(asked.lang, chart)
    return {
        "size": None,
        "status": OUTSIDE,
        "alternatives": [],
        "message": speaker.say(sentence),
        "fit_note": _fit_note(asked, speaker),
        "provenance": chart.status,
        "needs": [],
        "details": [],
        "try_ons": _try_ons(asked),
    }


def _fit_note(asked: Request, speaker: Speaker) -> str | None:
    """Return the brand's note on the fit, followed by what try-ons showed."""
    sentence = asked.try_ons.sentence()
    tried = [speaker.say(sentence[0], **sentence[1])] if sentence else []
    return " ".join([*([asked.fit_note] if asked.fit_note else []), *tried]) or None


def _try_ons(asked: Request) -> dict[str, int] | None:
    tried = asked.try_ons
    if tried.count == 0:
        return None
    return {"count": tried.count, "smaller": tried.smaller, "right": tried.right, "larger": tried.larger}


def _no_chart() -> Chart:
    return Chart((), "", "given", "", "", "")
