"""The charts of ``sizes.yaml``, checked, and the one that a piece gets where it names none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from catalog.errors import DataError
from catalog.model import AUDIENCES
from catalog.yamlfile import read

from .chart import AGE, MEASURES, read_chart
from .errors import FieldProblem
from .tables import tables

_ID = validate.Regexp(r"[a-z0-9]+(-[a-z0-9]+)*\Z", error="A kebab-case id is expected.")


class _Text(Schema):
    fr = fields.String(required=True)
    en = fields.String(required=True)
    de = fields.String()
    it = fields.String()
    es = fields.String()


class _Chart(Schema):
    id = fields.String(required=True, validate=_ID)
    label = fields.Nested(_Text, required=True)
    status = fields.String(required=True, validate=validate.OneOf(("maker", "peer", "demonstration")))
    audience = fields.String(required=True, validate=validate.OneOf(AUDIENCES))
    garment = fields.String(required=True)
    measures = fields.List(fields.String(validate=validate.OneOf(MEASURES)), required=True)
    rule = fields.Nested(_Text, required=True)
    source = fields.String(required=True)
    evidence = fields.String(required=True)
    note = fields.String(required=True)
    rows = fields.List(fields.Dict(keys=fields.String()), required=True, validate=validate.Length(min=1))

    @validates_schema
    def _measures_are_those_of_the_rows(self, data: Mapping[str, Any], **_: Any) -> None:
        found = {key for row in data["rows"] for key in row if key in MEASURES}
        if found != set(data["measures"]):
            raise ValidationError(f"The rows hold {sorted(found)}.", "measures")


class _File(Schema):
    charts = fields.List(fields.Nested(_Chart), required=True)


def load_charts(path: Path) -> dict[str, dict[str, Any]]:
    """Return the charts of a file by id, texts by language. Raises DataError with the file, line and field."""
    document = read(path, _File())
    findings = []
    charts: dict[str, dict[str, Any]] = {}
    for place, chart in enumerate(document.data["charts"]):
        problems: list[FieldProblem] = []
        read_chart(chart, "fr", "chart", problems)
        if chart["id"] in charts:
            problems.append(
                FieldProblem("chart.id", {"fr": "Cet identifiant sert deux fois.", "en": "This id is taken."})
            )
        for problem in problems:
            way = [int(part) if part.isdigit() else part for part in problem.field.split(".")[1:]]
            findings.append(
                document.finding(("charts", place, *way), "size-chart", problem.message["fr"], problem.message["en"])
            )
        charts[chart["id"]] = chart
    if findings:
        raise DataError(findings)
    return charts


def default_chart(category: str, audience: str, charts: Mapping[str, Any]) -> str:
    """Return the id of the chart for a category and wearer, "" where none of ``charts`` is it."""
    table = tables()["garments"]
    kind = table["names"].get(category, "any")
    chart = str(table["defaults"][kind].get(audience or "unisex", ""))
    return chart if chart in charts else ""


def chart_measures(chart: Mapping[str, Any]) -> list[str]:
    """Return the columns of a chart as shown: its measures, and the age where rows have one."""
    has_age = any(AGE in row for row in chart["rows"])
    return [*chart["measures"], *([AGE] if has_age else [])]
