"""Read the reference files and put them together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from marshmallow import Schema

from catalog import DATA
from catalog.errors import DataError, Finding
from catalog.silhouettes import load_silhouettes
from catalog.sizing.charts import load_charts
from catalog.yamlfile import Document, read

from . import model, schemas
from .checks import Known, check, resolve

_FILES: Mapping[str, type[Schema]] = {
    "attributes": schemas.AttributesFile,
    "categories": schemas.CategoriesFile,
    "technologies": schemas.TechnologiesFile,
    "estimates": schemas.EstimatesFile,
    "gauges": schemas.GaugesFile,
    "care": schemas.CareFile,
}


def load_reference(data: Path = DATA) -> model.Reference:
    """Return the reference data of a folder. Raises DataError with every finding of every file."""
    files = _read(data)
    silhouettes = load_silhouettes(data / "silhouettes")
    attributes = {key: _attribute(key, item) for key, item in files["attributes"].data["attributes"].items()}
    findings = check(files, _known(files, attributes, silhouettes))
    if findings:
        raise DataError(findings)
    return _assemble(files, attributes, silhouettes, load_charts(data / "sizes.yaml"))


def _read(data: Path) -> dict[str, Document]:
    files: dict[str, Document] = {}
    findings: list[Finding] = []
    for name, schema in _FILES.items():
        try:
            files[name] = read(data / f"{name}.yaml", schema())
        except DataError as error:
            findings += error.findings
    if findings:
        raise DataError(findings)
    return files


def _known(
    files: Mapping[str, Document], attributes: Mapping[str, model.Attribute], silhouettes: Mapping[str, str]
) -> Known:
    categories = files["categories"].data
    return Known(
        attributes=attributes,
        categories=categories["categories"],
        families=categories["families"],
        groups=categories["groups"],
        gauges=files["gauges"].data["gauges"],
        technologies=files["technologies"].data["technologies"],
        silhouettes=silhouettes,
    )


def _assemble(
    files: Mapping[str, Document],
    attributes: Mapping[str, model.Attribute],
    silhouettes: Mapping[str, str],
    charts: Mapping[str, Any],
) -> model.Reference:
    categories = files["categories"].data
    return model.Reference(
        attributes=attributes,
        families={key: model.Family(key, item["label"]) for key, item in categories["families"].items()},
        groups={
            key: model.Group(key, item["label"], tuple(item["categories"]))
            for key, item in categories["groups"].items()
        },
        categories={key: model.Category(id=key, **_tuples(item)) for key, item in categories["categories"].items()},
        technologies={
            key: _technology(key, item, categories) for key, item in files["technologies"].data["technologies"].items()
        },
        estimates=tuple(_rule(item, categories) for item in files["estimates"].data["rules"]),
        gauges={key: _gauge(key, item, categories) for key, item in files["gauges"].data["gauges"].items()},
        care={key: _care(key, item, categories) for key, item in files["care"].data["care"].items()},
        size_charts=charts,
        silhouettes=silhouettes,
    )


def _attribute(key: str, item: dict[str, Any]) -> model.Attribute:
    values = tuple(model.EnumValue(**value) for value in item["values"])
    return model.Attribute(id=key, **{**item, "values": values})


def _technology(key: str, item: dict[str, Any], categories: Mapping[str, Any]) -> model.Technology:
    implies = tuple(
        model.Implication(**{**one, "categories": tuple(sorted(resolve(one["categories"], categories)))})
        for one in item["implies"]
    )
    figures = tuple(model.Figure(**one) for one in item["figures"])
    return model.Technology(id=key, **{**_tuples(item), "implies": implies, "figures": figures})


def _rule(item: dict[str, Any], categories: Mapping[str, Any]) -> model.Rule:
    steps, line = item["steps"], item["line"]
    fields = {name: value for name, value in item.items() if name not in ("applies", "steps", "line")}
    return model.Rule(
        categories=resolve(item["applies"], categories),
        steps=steps and _steps(steps),
        line=line and model.Line(**line),
        **fields,
    )


def _steps(item: dict[str, Any]) -> model.Steps:
    pairs = tuple((step["start"], step["value"]) for step in item["steps"])
    return model.Steps(item["property"], tuple(item["of"]), pairs)


def _gauge(key: str, item: dict[str, Any], categories: Mapping[str, Any]) -> model.Gauge:
    scales = tuple(
        model.Scale(
            categories=resolve(scale["applies"], categories),
            of=scale["of"],
            per=scale["per"],
            better=scale["better"],
            limits=tuple(scale["limits"]),
            cases=tuple(model.Case(**case) for case in scale["cases"]),
        )
        for scale in item["scales"]
    )
    return model.Gauge(key, item["label"], tuple(item["words"]), scales)


def _care(key: str, item: dict[str, Any], categories: Mapping[str, Any]) -> model.Care:
    steps = tuple(model.CareStep(**step) for step in item["steps"])
    return model.Care(key, item["title"], steps, resolve(item["applies"], categories), item["when"])


def _tuples(item: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in item.items()}
