"""The reference data as it stands in a revision: attributes, categories, groups, gauges, technologies, care, charts."""

from __future__ import annotations

from typing import Any

from .reference import Attribute, Care, Category, Gauge, Reference, Technology

_CHART_PLAIN = ("id", "status", "audience", "garment", "source")


def reference_document(reference: Reference) -> dict[str, list[dict[str, Any]]]:
    """Return the parts of the document that no product decides, texts by language."""
    return {
        "attributes": [_attribute(attribute) for attribute in reference.attributes.values()],
        "categories": [_category(category, reference) for category in reference.categories.values()],
        "groups": [
            {"id": group.id, "label": dict(group.label), "categories": list(group.categories)}
            for group in reference.groups.values()
        ],
        "gauges": [_gauge(gauge) for gauge in reference.gauges.values()],
        "technologies": [_technology(technology) for technology in reference.technologies.values()],
        "care": [_care(care) for care in reference.care.values()],
        "size_charts": [_chart(chart) for chart in reference.size_charts.values()],
    }


def _attribute(attribute: Attribute) -> dict[str, Any]:
    document: dict[str, Any] = {
        "id": attribute.id,
        "label": dict(attribute.label),
        "kind": attribute.kind,
        "unit": attribute.unit,
        "better": attribute.better,
        "explanation": dict(attribute.explanation),
        "method": attribute.method,
    }
    if attribute.values:
        document["values"] = [{"id": value.id, "label": dict(value.label)} for value in attribute.values]
    return document


def _category(category: Category, reference: Reference) -> dict[str, Any]:
    return {
        "id": category.id,
        "label": dict(category.label),
        "plural": dict(category.plural),
        "family": category.family,
        "gauges": list(category.gauges),
        "decisive": list(category.decisive),
        "silhouette": reference.silhouettes.get(category.id, ""),
    }


def _gauge(gauge: Gauge) -> dict[str, Any]:
    return {"id": gauge.id, "label": dict(gauge.label), "words": [dict(words) for words in gauge.words]}


def _technology(technology: Technology) -> dict[str, Any]:
    return {
        "id": technology.id,
        "name": dict(technology.name),
        "kind": technology.kind,
        "line": dict(technology.line),
        "explanation": dict(technology.explanation),
        "limits": dict(technology.limits),
        "source": technology.source,
    }


def _care(care: Care) -> dict[str, Any]:
    return {
        "id": care.id,
        "title": dict(care.title),
        "steps": [{"kind": step.kind, "text": dict(step.text), "source": step.source} for step in care.steps],
    }


def _chart(chart: dict[str, Any]) -> dict[str, Any]:
    return {name: chart[name] for name in _CHART_PLAIN} | {
        "label": dict(chart["label"]),
        "measures": list(chart["measures"]),
        "rows": [dict(row) for row in chart["rows"]],
        "rule": dict(chart["rule"]),
    }
