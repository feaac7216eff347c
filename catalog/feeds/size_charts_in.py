"""The table of size charts: one line a size, the measures in millimetres or centimetres, a whole chart at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from catalog.model import AUDIENCES, LANGUAGES
from catalog.sizing.chart import AGE, MEASURES, SYSTEMS, read_chart
from catalog.sizing.errors import FieldProblem
from catalog.sizing.tables import tables

from . import cells
from .drafts import REF
from .findings import Findings
from .line import Line, lines_of
from .table import Place, Table

PROVENANCES = ("maker", "peer", "demonstration")
_NAME, _TEXT, _SIZE = 120, 500, 40
_BASES = {**{measure.removesuffix("_mm"): measure for measure in MEASURES}, "age": AGE}
_IN_MILLIMETRES = {f"{base}_mm" for base in _BASES}
_UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4, "years": 1.0}
_MEASURE = re.compile(r"(?P<base>[a-z_]+?)(?:_(?P<end>min|max))?_(?P<unit>mm|cm|in|years)")
_NUMBER = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_VALUE = re.compile(rf"(?P<sign>[<>≤≥]=?)? ?{_NUMBER}(?: ?(?:-|–|/|à|to|a) ?{_NUMBER})? ?(?:mm|cm|in|\"|ans|years)?")
_TEXTS = {f"{stem}_{lang}" for stem in ("label", "rule") for lang in LANGUAGES}
COLUMNS = frozenset({"chart", "audience", "garment", "size", "provenance", "source", "note", "remove"}) | _TEXTS
Ends = tuple[float | None, float | None]


@dataclass(slots=True)
class SizeCharts:
    """The charts of a batch by id, those to take away, and the line of each chart's first size."""

    found: dict[str, dict[str, Any]] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    places: dict[str, Place] = field(default_factory=dict)
    lines: dict[str, list[Place]] = field(default_factory=dict)


def read_size_charts(table: Table, into: SizeCharts, findings: Findings) -> None:
    """Add the charts of a table; the lines of one chart may stand anywhere in it."""
    measures = {column for column in table.columns if _measure_of(column)}
    for line in lines_of(table, COLUMNS | set(SYSTEMS) | measures | _IN_MILLIMETRES, ("chart", "size"), findings):
        chart = _id(line)
        if chart is None:
            continue
        if line.parsed("remove", cells.boolean, "bad-boolean", default=False):
            into.removed.add(chart)
            into.places.setdefault(chart, line.place)
        else:
            _add(chart, line, into)


def check_size_charts(into: SizeCharts, findings: Findings) -> None:
    """Finish the charts once all lines are read: what a chart as a whole lacks, and what its figures cannot mean."""
    for chart_id, chart in into.found.items():
        place = into.places[chart_id]
        _check_whole(chart, place, findings)
        chart["measures"] = [measure for measure in MEASURES if any(measure in row for row in chart["rows"])]
        problems: list[FieldProblem] = []
        read_chart(chart, "fr", "chart", problems)
        for problem in problems:
            _, _, number, column = problem.field.split(".", 3)
            findings.say("size-chart", into.lines[chart_id][int(number)], column, problem.message)


def _id(line: Line) -> str | None:
    raw = line.raw("chart")
    if raw is None or not REF.fullmatch(raw):
        line.wrong("required" if raw is None else "bad-ref", "chart", near="millet-hauts-homme")
        return None
    return raw


def _add(chart_id: str, line: Line, into: SizeCharts) -> None:
    chart = into.found.get(chart_id)
    if chart is None:
        into.places[chart_id] = line.place
        into.lines[chart_id] = []
        chart = into.found[chart_id] = _new(chart_id)
    _say_once(chart, line)
    size = line.text("size", _SIZE)
    if not size:
        line.wrong("required", "size")
        return
    if any(row["size"] == size for row in chart["rows"]):
        line.wrong("duplicate-chart-size", "size", chart=chart_id)
        return
    chart["rows"].append(_row(size, line))
    into.lines[chart_id].append(line.place)


def _new(chart_id: str) -> dict[str, Any]:
    plain = {"status": "", "audience": "", "garment": "", "source": "", "note": ""}
    return {"id": chart_id, "label": {}, "rule": {}, **plain, "evidence": "read", "measures": [], "rows": []}


def _say_once(chart: dict[str, Any], line: Line) -> None:
    """Take what is said of the chart as a whole: once is enough, twice must be the same."""
    said: dict[str, str] = {
        "status": line.one_of("provenance", PROVENANCES, "bad-chart-provenance"),
        "audience": line.one_of("audience", AUDIENCES, "bad-audience"),
        "garment": line.one_of("garment", tables()["garments"]["names"], "unknown-garment"),
        "source": line.text("source", _TEXT),
        "note": line.text("note", _TEXT),
    }
    for name, text in said.items():
        column = "provenance" if name == "status" else name
        _agree(chart, name, text, line, column)
    for stem in ("label", "rule"):
        for lang, text in line.texts(stem, LANGUAGES, _NAME if stem == "label" else _TEXT).items():
            _agree(chart[stem], lang, text, line, f"{stem}_{lang}")


def _agree(known: dict[str, Any], name: str, text: str, line: Line, column: str) -> None:
    if text and known.get(name) and known[name] != text:
        line.wrong("chart-differs", column, first=known[name])
    elif text:
        known[name] = text


def _row(size: str, line: Line) -> dict[str, Any]:
    given = {system: cells.said(line.raw(system) or "") for system in SYSTEMS if system != "age"}
    systems = {system: words for system, words in given.items() if words}
    row: dict[str, Any] = {"size": size, **({"systems": systems} if systems else {})}
    ends: dict[str, list[float | None]] = {}
    for column, raw in line.row.cells.items():
        parts = _measure_of(column)
        if parts is None or raw == cells.CLEAR:
            continue
        measure, end, factor = parts
        value = _value(raw, factor)
        if value is None:
            line.wrong("bad-measure", column)
            continue
        low, high = ends.setdefault(measure, [None, None])
        ends[measure] = [value[0] if end != "max" else low, value[1] if end != "min" else high]
    return row | {measure: _figure(low, high) for measure, (low, high) in ends.items()}


def _measure_of(column: str) -> tuple[str, str, float] | None:
    """Read "chest_min_cm" as measure, end ("min", "max" or "") and millimetres in one unit."""
    match = _MEASURE.fullmatch("age_years" if column == "age" else column)
    if match is None or match["base"] not in _BASES:
        return None
    return _BASES[match["base"]], match["end"] or "", _UNITS[match["unit"]]


def _value(raw: str, factor: float) -> Ends | None:
    """Read "96", "96,5", "96-102" or "≥ 120" as the two ends, an open one None; None where it is no figure."""
    match = _VALUE.fullmatch(raw.strip().lower())
    if match is None:
        return None
    sign, first, second = match.groups()
    low = _scaled(first, factor)
    if second is not None:
        return None if sign else (low, _scaled(second, factor))
    if sign:
        return (low, None) if sign[0] in ">≥" else (None, low)
    return low, low


def _scaled(text: str, factor: float) -> float:
    value = float(text.replace(",", ".")) * factor
    return int(value + 0.5) if factor != 1 or value == int(value) else value


def _figure(low: float | None, high: float | None) -> Any:
    return low if low is not None and low == high else [low, high]


def _check_whole(chart: Mapping[str, Any], place: Place, findings: Findings) -> None:
    needed = {"label_fr": chart["label"].get("fr"), "audience": chart["audience"], "provenance": chart["status"]}
    if chart["status"] != "demonstration":
        needed["source"] = chart["source"]
    missing = [name for name, value in needed.items() if not value]
    if missing:
        findings.add("incomplete-chart", place, missing[0], ref=chart["id"], value=", ".join(missing))
    if chart["rows"] and all(set(row) <= {"size"} for row in chart["rows"]):
        findings.add("chart-without-figures", place, "size", ref=chart["id"])


def finished(charts: Mapping[str, dict[str, Any]]) -> Mapping[str, dict[str, Any]]:
    """Return charts as the catalogue holds them: English said in French where it is not given, and a rule in both."""
    return MappingProxyType({chart_id: _spoken(chart) for chart_id, chart in sorted(charts.items())})


def _spoken(chart: dict[str, Any]) -> dict[str, Any]:
    label, rule = chart["label"], chart["rule"]
    french = rule.get("fr") or rule.get("en", "")
    return chart | {
        "label": {"en": label.get("fr", ""), **label},
        "rule": {**rule, "fr": french, "en": rule.get("en") or french},
    }
