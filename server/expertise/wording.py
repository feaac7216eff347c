"""What each field of the knowledge is called and takes: its unit, its bounds, the places of its scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.finder.conditions import asked, written_value
from catalog.finder.handbook.words import Words
from catalog.finder.knowledge import Knowledge
from catalog.finder.need_overrides import bounds, need_conditions
from catalog.finder.overrides import FIRST_STAGE, LAST_STAGE, measures
from catalog.reference import Reference

GAUGE, TENTHS, APART, PERCENT = (0, 5), (0, 59), (-5, 5), (0, 400)
"""What a curve's places may be: levels, tenths of a level, levels above the need, percent of the need."""
CURVES = {"fine": TENTHS, "minus_need": APART, "percent_of_need": PERCENT}
LARGEST = 100_000
_UNITS = {"litres": "l", "grams": "g", "night": "°C"}
_FIGURES = {"felt_c": "°C", "air_c": "°C", "age_years": "years", "need.litres": "l"}
Json = dict[str, Any]


class Wording:
    """Words for fields, in one language, of the knowledge as it holds."""

    def __init__(self, knowledge: Knowledge, reference: Reference, lang: str) -> None:
        self.words = Words(knowledge, reference, lang)
        self._knowledge, self._reference, self._lang = knowledge, reference, lang

    def of(self, part: str, node: Json, field: str) -> Json:
        """Return what a field is called beyond its own name, and what it takes; nothing for a text."""
        if part == "need":
            return self._need(node, field)
        if field.startswith("scale_"):
            return {"scale": self._scale(list(measures(node["test"]))[int(field[6:]) - 1])}
        if field == "stage":
            return {"low": FIRST_STAGE + 1, "high": LAST_STAGE}
        if field == "weight":
            return {"low": 1, "high": 100}
        return {"low": 0, "high": 100} if field.startswith("else_") else {}

    def unit(self, node: Mapping[str, Any]) -> str:
        """Return in what a need is counted."""
        if node.get("table") == "met":
            return self.words.say("met_tenths")
        if node.get("table") == "assumed":
            return "°C" if node["key"] == "temperature_c" else ""
        return _UNITS.get(node.get("id", ""), self.words.say("levels"))

    def named(self, placeholder: str) -> str:
        """Return what is filled into a sentence, in words."""
        name = placeholder.lower()
        return self._label(name) if name in self._reference.attributes else self.words.gauge(name)

    def _need(self, node: Json, field: str) -> Json:
        low, high = bounds(node, field)
        if field == "steps":
            figure = node["figure"]
            unit = self.words.say("clo_tenths") if figure.startswith("clo_") else _FIGURES[figure]
            return {
                "label": self.words.key(figure),
                "unit": self.words.say("years") if unit == "years" else unit,
                "low": low,
                "high": high,
            }
        found: Json = {"label": self.words.when(need_conditions(node)[field]), "unit": self.unit(node)}
        if any(isinstance(row["value"], str) for row in node.get("rows", ())):
            known = self._knowledge.conditions[node["key"]]
            choices = [{"value": written_value(one), "label": self.words.value(node["key"], one)} for one in known]
            return found | {"choices": choices}
        levels = self._levels(node) if field.startswith("value_") else []
        return found | {"low": low, "high": high, "choices": levels, "unit": "" if levels else found["unit"]}

    def _levels(self, node: Mapping[str, Any]) -> list[Json]:
        """Return the levels of a gauge, each with the words that say it."""
        gauge = self._reference.gauges.get(node.get("id", "")) if node.get("gauge") else None
        words = [each[self._lang] for each in gauge.words] if gauge else []
        return [{"value": str(level), "label": f"{level} · {said}"} for level, said in enumerate(words)]

    def _scale(self, measure: Mapping[str, Any]) -> Json:
        if "categories" in measure:
            labels = {name: self.words.category(name) for name in measure["categories"]}
            return _scale_of("words", self.words.say("kind of piece"), labels=labels)
        if "degrees" in measure:
            name = measure["property"]
            labels = {value: self.words.enum(name, value) for value in measure["degrees"]}
            return _scale_of("words", self._label(name), labels=labels)
        kind = next(name for name in ("curve", *CURVES) if name in measure)
        attribute = self._reference.attributes.get(measure.get("property", ""))
        of = self._label(measure["property"]) if attribute else self.words.gauge(measure["gauge"])
        low, high = CURVES.get(kind, GAUGE)
        if kind == "curve" and attribute:
            low, high = _or(attribute.min, -LARGEST), _or(attribute.max, LARGEST)
        units = {"percent_of_need": "%", "fine": "1/10", "minus_need": self.words.say("levels")}
        unit = units.get(kind) or (attribute.unit or "" if attribute else self.words.say("levels"))
        return _scale_of(kind, of, unit=unit, low=low, high=high)

    def _label(self, name: str) -> str:
        label = self._reference.attributes[name].label
        return label[self._lang].lower()

    def rows(self, node: Mapping[str, Any]) -> str:
        """Say all of a need in one line, to be searched: what it asks for, and when."""
        unit = self.unit(node)
        said = [
            f"{self._value(node, row['value'])} {unit} ({self.words.when(asked(row['when']))})"
            for row in node.get("rows", ())
        ]
        steps = " · ".join(map(str, [*node.get("from", ()), *node.get("below", ())]))
        figure = self.words.key(node["figure"]) if node.get("figure") else ""
        return " · ".join(part for part in (*said, figure, steps) if part)

    def _value(self, node: Mapping[str, Any], value: Any) -> str:
        levels = {each["value"]: each["label"] for each in self._levels(node)}
        return levels.get(str(value)) or self.words.value(node.get("key", ""), value)


def _scale_of(kind: str, of: str, **more: Any) -> Json:
    labels = more.pop("labels", {})
    known = [{"value": value, "label": label} for value, label in labels.items()]
    return {"kind": kind, "of": of, "unit": "", "low": None, "high": None, "known": known} | more


def _or(value: int | None, other: int) -> int:
    return other if value is None else value
