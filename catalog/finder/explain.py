"""The words for a recommendation: reasons, cautions, and the three sentences that a seller says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .needs import situation

_PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")
_SITUATION = ("activity", "weather", "effort")
_MINUS = "\u2212"


def sentences(
    finder: Mapping[str, Any],
    product: Mapping[str, Any],
    ranked: Mapping[str, Any],
    answers: Mapping[str, Any],
    lang: str,
) -> dict[str, Any]:
    """Return the texts of one ranked product in ``lang``; the finder's texts may be by language or already in one.

    ``say`` holds one benefit in the customer's situation, one honest limit and one thing to check at try-on.
    """
    speaker = _Speaker(finder, product, answers, lang)
    reasons = [speaker.line(index, "reason") for index in ranked["reasons"]]
    cautions = [speaker.line(index, "caution") for index in ranked["cautions"]]
    return {
        "reasons": reasons,
        "cautions": cautions,
        "unknown": ranked["unknown"],
        "say": {
            "benefit": speaker.benefit(reasons),
            "limit": cautions[0]["text"] if cautions else speaker.of_category("limit"),
            "check": speaker.of_category("check"),
        },
    }


class _Speaker:
    """Fills sentences for one product, one customer and one language."""

    def __init__(
        self, finder: Mapping[str, Any], product: Mapping[str, Any], answers: Mapping[str, Any], lang: str
    ) -> None:
        self._finder, self._product, self._answers, self._lang = finder, product, answers, lang
        self._speech = finder["speech"]

    def line(self, index: int, kind: str) -> dict[str, str]:
        """Return code and text of a criterion that is met (``reason``) or missed (``caution``)."""
        criterion = self._finder["criteria"][index]
        text = criterion[kind]
        own = criterion["by_category"].get(self._product["category"], {})
        if kind in own:
            text = own[kind]
        if kind == "caution" and criterion["over"] and self._is_over(criterion["over"]):
            text = criterion["over"]["caution"]
        return {"code": criterion["id"], "text": self._fill(self._words(text))}

    def benefit(self, reasons: list[dict[str, str]]) -> str:
        """Return the first reason, set in the customer's situation; else what the product is for."""
        if not reasons:
            return self._words(self._product["use"])
        words, text = self._situation(), reasons[0]["text"]
        if not words:
            return text
        template = self._words(self._speech["benefit"])
        return template.replace("{situation}", _upper(words)).replace("{reason}", _lower(text))

    def of_category(self, kind: str) -> str:
        """Return the category's own check or limit."""
        return self._words(self._speech["categories"][self._product["category"]][kind])

    def _situation(self) -> str:
        found = [self._phrase(name) for name in _SITUATION if name in self._answers]
        if "temperature_c" in self._answers:
            felt = situation(self._finder["needs"], self._answers).felt_c
            colder = felt is not None and felt < self._answers["temperature_c"]
            text = self._words(self._speech["felt" if colder else "cold"])
            text = text.replace("{felt_c}", self._degrees(felt or 0))
            found.append(text.replace("{temperature_c}", self._degrees(self._answers["temperature_c"])))
        return ", ".join(each for each in found if each)

    def _phrase(self, name: str) -> str:
        question = next(each for each in self._finder["questions"] if each["id"] == name)
        answer = next(each for each in question["answers"] if each["id"] == self._answers[name])
        return self._words(answer["phrase"]) if answer["phrase"] else ""

    def _is_over(self, over: Mapping[str, Any]) -> bool:
        if over["gauge"]:
            level = self._product["gauges"].get(over["gauge"], {}).get("level")
        else:
            level = self._product["properties"].get(over["property"], {}).get("value")
        return level is not None and bool(level > over["above"])

    def _fill(self, text: str) -> str:
        return _PLACEHOLDER.sub(lambda found: self._value(found[1]), text)

    def _value(self, name: str) -> str:
        """Return a property as it is spoken, with its unit; what is unknown is said to be so."""
        known = self._product["properties"].get(name)
        if known is None:
            return "?"
        about = self._speech["values"][name]
        value = known["value"]
        if value in about["values"]:
            return self._words(about["values"][value])
        number = self._number(value) if isinstance(value, int) else str(value)
        return f"{number}\u00a0{about['unit']}" if about["unit"] else number

    def _degrees(self, value: int) -> str:
        return f"{self._number(value)}\u00a0°C"

    def _number(self, value: int) -> str:
        digits = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", self._words(self._speech["thousands"]), str(abs(value)))
        return f"{_MINUS}{digits}" if value < 0 else digits

    def _words(self, text: Any) -> str:
        if isinstance(text, str):
            return text
        return str(text.get(self._lang) or text.get("en") or text["fr"])


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    """Lower the first letter, unless the word is a name or a figure: GORE-TEX stays."""
    return text if len(text) > 1 and text[1].isupper() else text[:1].lower() + text[1:]
