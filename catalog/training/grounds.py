"""What a rule card rests on: rules, care, technologies and explanations, as they stand in a published document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .card import Fact, Text
from .speech import typeset
from .told import texts

RULE = "rule"
_ADDRESS = "https:", "http:"


class Grounds:
    """Finds what a card rests on: ``rule:ID``, ``care:SET/STEP``, ``technology:ID``, ``attribute:ID`` or an address."""

    def __init__(
        self, document: Mapping[str, Any], rules: Mapping[str, Mapping[str, Any]], labels: Mapping[str, Text]
    ) -> None:
        self._rules, self._labels = rules, labels
        self._care = {each["id"]: each["steps"] for each in document["care"]}
        self._technologies = {each["id"]: each for each in document["technologies"]}
        self._attributes = {each["id"]: each for each in document["attributes"]}

    def fact(self, name: str, read: Mapping[str, str]) -> Fact | None:
        """Return what is named; ``None`` where it is not there (any more). ``read`` is what was read at an address."""
        kind, _, rest = name.partition(":")
        if f"{kind}:" in _ADDRESS:
            return Fact(RULE, dict(self._labels[RULE]), read["fr"], typeset(read), RULE, name)
        found = {
            RULE: self._rule,
            "care": self._step,
            "technology": self._technology,
            "attribute": self._explanation,
        }.get(kind)
        return None if found is None else found(rest)

    def _rule(self, name: str) -> Fact | None:
        rule = self._rules.get(name)
        if rule is None:
            return None
        says = typeset(texts(rule["says"]))
        return Fact(RULE, dict(self._labels[RULE]), says["fr"], says, RULE, str(rule["address"] or name))

    def _step(self, name: str) -> Fact | None:
        care, _, kind = name.partition("/")
        step = next((each for each in self._care.get(care, ()) if each["kind"] == kind), None)
        if step is None:
            return None
        says = typeset(texts(step["text"]))
        return Fact("care", dict(self._labels["care"]), says["fr"], says, RULE, str(step.get("source") or name))

    def _technology(self, name: str) -> Fact | None:
        technology = self._technologies.get(name)
        if technology is None:
            return None
        line = typeset(texts(technology["line"]))
        label = texts(technology["name"])
        return Fact("technology", label, line["fr"], line, "technology", str(technology.get("source") or name))

    def _explanation(self, name: str) -> Fact | None:
        about = self._attributes.get(name)
        if about is None:
            return None
        says = typeset(texts(about["explanation"]))
        return Fact(name, texts(about["label"]), says["fr"], says, RULE, f"attribute:{name}")
