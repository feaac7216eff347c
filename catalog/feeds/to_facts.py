"""The table of facts out of a foreign table: measures with their unit, choices by their label, each with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median_low

from catalog.reference import Attribute, Reference

from .amounts import converted
from .cells import boolean
from .fields import plain
from .findings import Findings
from .house import House
from .mapping import Records
from .models import Model
from .table import Place, Row

_WITH_POINT = frozenset({"shopify", "google"})
"""Formats whose decimal mark is the point, whatever the country."""


class Facts:
    """Writes the facts of one foreign table."""

    def __init__(self, records: Records, house: House, reference: Reference, findings: Findings) -> None:
        self.records, self.house, self.findings = records, house, findings
        self.attributes = {
            name: each for name, each in reference.attributes.items() if name in records.titles or name == "weight_g"
        }
        self.choices = {
            name: {plain(word): value.id for value in each.values for word in (value.id, *value.label.values())}
            for name, each in self.attributes.items()
            if each.kind == "enum"
        }

    def rows(self, model: Model, category: str) -> Iterator[Row]:
        """Yield a fact for each measured or chosen cell that says something new."""
        for name, attribute in self.attributes.items():
            text, line = self._written(model, name)
            if not text:
                continue
            place = self._place(name, line)
            value = self._value(attribute, text, place)
            if value is not None and not self._stands(model, attribute, value):
                source = model.first("link")[0] or self.records.file
                cells = {"ref": model.ref, "property": name, "value": value, "provenance": "maker", "source": source}
                yield Row(place, cells)

    def _written(self, model: Model, name: str) -> tuple[str, int]:
        """Return the cell of a property; of weights that differ by size, the one in the middle."""
        if name != "weight_g":
            return model.first(name)
        found = []
        for record in model.lines:
            text = record.cells.get(name, "")
            if text and not set(text) <= set("0.,"):  # shops write 0 where nobody weighed
                beside = record.cells.get("weight_unit", "")
                found.append(
                    (converted(text, beside, "g", point=self._point()), f"{text} {beside}".strip(), record.line)
                )
        read = sorted((int(grams), text, line) for grams, text, line in found if grams is not None)
        if len(read) < len(found):
            return next((text, line) for grams, text, line in found if grams is None)
        return median_low(read)[1:] if read else ("", model.lines[0].line)

    def _point(self) -> bool:
        return self.records.format in _WITH_POINT

    def _value(self, attribute: Attribute, text: str, place: Place) -> str | None:
        if attribute.kind == "enum":
            return self.choices[attribute.id].get(plain(text), text)
        if attribute.kind == "bool":
            return text
        unit = self.records.units.get(attribute.id, "")
        value = converted(text, unit, attribute.unit or "", point=self._point())
        if value is None or (value == "0" and re.search(r"[1-9]", text)):  # half a kilogram read as half a gram
            self.findings.add("bad-unit", place, "value", value=text)
            return None
        return value

    def _place(self, name: str, line: int) -> Place:
        title = self.records.titles.get(name, name)
        return Place(
            self.records.file, line, {"value": title, "property": title, "ref": title, "source": title, name: title}
        )

    def _stands(self, model: Model, attribute: Attribute, value: str) -> bool:
        """Tell whether the house says the same already: its source stays."""
        held = model.old.properties.get(attribute.id) if model.old else None
        if held is None:
            return False
        if attribute.kind == "bool":
            return _is_yes(value) is held.value
        return str(held.value) == value


def _is_yes(text: str) -> bool | None:
    try:
        return boolean(text)
    except ValueError:
        return None
