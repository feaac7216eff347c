"""The size chart as a table for customers, in centimetres, and how to measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.sizing.charts import chart_measures
from catalog.sizing.usual import ONE_SIZE

from .words import Words

MANY_ROWS = 16


@dataclass(frozen=True, slots=True)
class SizeTable:
    """``note`` says what the chart is worth; ``rows`` are cells as text, the size first."""

    note: str
    rule: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    how: tuple[str, ...]
    source: str


def size_table(product: Mapping[str, Any], document: Mapping[str, Any], words: Words) -> SizeTable | None:
    """Return the table of the piece's chart, None where it has no measures (one size)."""
    chart = next((each for each in document["size_charts"] if each["id"] == product["size_chart"]), None)
    sold = {variant["size"].lower() for variant in product["variants"]}
    if chart is None or sold <= set(ONE_SIZE) or not (measures := chart_measures(chart)):
        return None
    label = words.plain(chart["label"])
    key = "peer" if chart["status"] == "peer" else chart["status"]
    # Half sizes of shoes make a chart long; whole ones say the same on a phone.
    rows = chart["rows"] if len(chart["rows"]) <= MANY_ROWS else chart["rows"][::2]
    return SizeTable(
        words.say(f"size_help_{key}", chart=label),
        words.plain(chart["rule"]),
        (words.say("size_column"), *(words.say(f"measure.{measure}") for measure in measures)),
        tuple((row["size"], *(_cell(row.get(measure), measure, words) for measure in measures)) for row in rows),
        tuple(words.say(f"how.{measure}") for measure in measures if words.knows(f"how.{measure}")),
        chart["source"],
    )


def _cell(value: Any, measure: str, words: Words) -> str:
    if value is None:
        return "–"
    scale = 10 if measure.endswith("_mm") else 1
    if not isinstance(value, list):
        return words.number(value / scale)
    low, high = value
    if low is None:
        return f"≤ {words.number(high / scale)}"
    if high is None:
        return f"≥ {words.number(low / scale)}"
    return f"{words.number(low / scale)}–{words.number(high / scale)}"
