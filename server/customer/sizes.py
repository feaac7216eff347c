"""The size chart as a table for customers, in centimetres, and how to measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.sizing.charts import chart_measures
from catalog.sizing.usual import ONE_SIZE, same_size

from .words import Words

MANY_ROWS = 16
HOME = {"fr": ("fr", "eu"), "de": ("de", "eu"), "it": ("it", "eu"), "es": ("es", "eu"), "en": ("uk", "uk_us")}
"""The systems of sizes that readers of a language know from home, the nearest first."""


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
    named = _system_sold(chart["rows"], sold)
    home = _system_of_home(chart["rows"], named, words.lang)
    return SizeTable(
        words.say(f"size_help_{key}", chart=label),
        words.plain(chart["rule"]),
        (
            words.say("size_column"),
            *(system.upper().replace("_", "/") for system in home),
            *(words.say(f"measure.{measure}") for measure in measures),
        ),
        tuple(
            (
                _named(row, named),
                *(_named(row, system) for system in home),
                *(_cell(row.get(measure), measure, words) for measure in measures),
            )
            for row in rows
        ),
        tuple(words.say(f"how.{measure}") for measure in measures if words.knows(f"how.{measure}")),
        chart["source"],
    )


def size_word(size: str, words: Words) -> str:
    """Return a size as it is told to people: what has but one says so."""
    return words.say("one_size").rstrip(".") if size.lower() in ONE_SIZE else size


def _system_sold(rows: Sequence[Mapping[str, Any]], sold: Iterable[str]) -> str:
    """Return the system in which the piece is sold, "" for the chart's own names: gloves go by number or by letter."""
    systems = dict.fromkeys(name for row in rows for name in row.get("systems", ()))

    def met(system: str) -> int:
        return sum(any(same_size(_named(row, system), size) for row in rows) for size in sold)

    found: str = max(["", *systems], key=met)
    return found


def _system_of_home(rows: Sequence[Mapping[str, Any]], named: str, lang: str) -> tuple[str, ...]:
    """Return the further system that readers know from home, where the chart has one that says something else."""
    for system in HOME[lang]:
        told = [row.get("systems", {}).get(system) for row in rows]
        if system != named and all(told) and told != [_named(row, named) for row in rows]:
            return (system,)
    return ()


def _named(row: Mapping[str, Any], system: str) -> str:
    """Return a row's size in a system, else by its own name."""
    return str(row.get("systems", {}).get(system) or row["size"])


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
