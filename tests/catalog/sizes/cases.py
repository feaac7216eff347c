"""Read the published charts and their cases as size questions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4}
SYSTEMS = ("us", "uk", "eu", "fr", "de", "it", "intl")


@dataclass(frozen=True, slots=True)
class Case:
    """One question to one chart; ``sizes`` are accepted, ``others`` is None where any alternative will do."""

    name: str
    question: dict[str, Any]
    statuses: frozenset[str]
    sizes: frozenset[str | None]
    others: tuple[str, ...] | None


def read_cases(name: str = "real_charts.yaml") -> list[Case]:
    """Return all cases of a file in its order."""
    charts = yaml.safe_load((HERE / name).read_text("utf-8"))["charts"]
    return [_case(chart, text) for chart in charts for text in chart["cases"]]


def read_asked() -> list[Case]:
    """Return the cases of asked_charts.yaml, whose questions are written as the API takes them."""
    charts = yaml.safe_load((HERE / "asked_charts.yaml").read_text("utf-8"))["charts"]
    return [_asked(chart, case) for chart in charts for case in chart["cases"]]


def read_refused() -> list[tuple[str, int, dict[str, Any]]]:
    """Return the questions of refused.yaml with the field and the HTTP status of their refusal."""
    refused = yaml.safe_load((HERE / "refused.yaml").read_text("utf-8"))["refused"]
    return [(case["field"], case["status"], case["ask"]) for case in refused]


def _asked(chart: dict[str, Any], case: dict[str, Any]) -> Case:
    question = {**case["ask"], "chart": {**chart.get("chart", {}), "rows": chart["rows"]}}
    answer = case["answer"]
    others = tuple(answer["alternatives"]) if "alternatives" in answer else None
    name = f"{chart['source']}: {case['ask']}"
    return Case(name, question, frozenset({answer["status"]}), frozenset({answer["size"]}), others)


def _case(chart: dict[str, Any], text: str) -> Case:
    known, expected = text.split(" => ")
    status, rest = expected.split(" ", 1)
    rows = [str(size) for size in chart["rows"]]
    sizes, others = _sizes(rest, rows)
    question: dict[str, Any] = {"chart": _chart(chart), "lang": "en"}
    for key in ("audience", "category"):
        if key in chart:
            question[key] = chart[key]
    for part in known.split(", "):
        _add(question, part.strip(), UNITS[chart["unit"]])
    return Case(f"{chart['id']}: {text}", question, frozenset(status.split("|")), sizes, others)


def _sizes(text: str, rows: list[str]) -> tuple[frozenset[str | None], tuple[str, ...] | None]:
    """Split "M (L)": a size may have brackets of its own, so the longest row name that fits is taken."""
    accepted: set[str | None] = set()
    rest = text
    while True:
        name = max((row for row in [*rows, "-"] if rest.startswith(row)), key=len)
        accepted.add(None if name == "-" else name)
        rest = rest[len(name) :]
        if not rest.startswith("|"):
            break
        rest = rest[1:]
    rest = rest.strip()
    return frozenset(accepted), (rest[1:-1],) if rest else None


def _chart(chart: dict[str, Any]) -> dict[str, Any]:
    factor = UNITS[chart["unit"]]
    rows = []
    for size, values in chart["rows"].items():
        row: dict[str, Any] = {"size": str(size)}
        for column, value in zip(chart["columns"], values, strict=True):
            if value is None:
                continue
            if column == "age":
                row["age_years"] = _ages(value)
            elif column in SYSTEMS:
                row[column] = value
            else:
                row[f"{column}_mm"] = _millimetres(value, factor)
        rows.append(row)
    return {"rows": rows, **({"rule": chart["rule"]} if "rule" in chart else {})}


def _millimetres(value: Any, factor: float) -> Any:
    if isinstance(value, list):
        return [None if end is None else round(end * factor) for end in value]
    return round(value * factor)


def _ages(text: str) -> Any:
    ends = [int(part) for part in re.split(r"\s*-\s*", text)]
    return ends if len(ends) == 2 else ends[0]


def _add(question: dict[str, Any], part: str, factor: float) -> None:
    word, _, value = part.partition(" ")
    if word == "growth":
        question["growth"] = True
    elif word == "usual":
        system, size = value.split(" ", 1)
        question["usual"] = {"system": system, "size": size}
    elif word == "age":
        question["age_years"] = float(value)
    elif word in ("category", "layering", "audience"):
        question[word] = value
    else:
        question.setdefault("measurements_mm", {})[f"{word}_mm"] = round(float(value) * factor)
