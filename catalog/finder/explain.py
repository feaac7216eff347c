"""The words for a recommendation: reasons, cautions, and the three sentences that a seller says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .estimates import ESTIMATE, is_estimated
from .evaluate import UNKNOWN
from .needs import holds, situation
from .words import PLACEHOLDER, leads, lower, put, stated, upper

_MINUS = "\u2212"
_HARD = ("must", "must_not")


def sentences(
    finder: Mapping[str, Any],
    product: Mapping[str, Any],
    ranked: Mapping[str, Any],
    answers: Mapping[str, Any],
    lang: str,
) -> dict[str, Any]:
    """Return the texts of one ranked product in ``lang``; the finder's texts may be by language or already in one.

    ``say`` holds one benefit in the customer's situation, one honest limit and one thing to check at try-on. What rests
    on an estimate is said to.
    """
    speaker = Speaker(finder, product, answers, lang)
    reasons = [speaker.line(index, "reason") for index in ranked["reasons"]]
    cautions = [speaker.line(index, "caution") for index in ranked["cautions"]]
    return {
        "reasons": reasons,
        "cautions": cautions,
        "unknown": ranked["unknown"],
        "say": {
            "benefit": speaker.benefit(ranked["reasons"]),
            "limit": speaker.limit(ranked["cautions"]),
            "check": speaker.of_category("check"),
        },
    }


class Speaker:
    """Fills sentences for one product, one customer and one language."""

    def __init__(
        self, finder: Mapping[str, Any], product: Mapping[str, Any], answers: Mapping[str, Any], lang: str
    ) -> None:
        self._finder, self._product, self._answers, self._lang = finder, product, answers, lang
        self._speech = finder["speech"]

    def line(self, index: int, kind: str) -> dict[str, str]:
        """Return code and text of a criterion that is met (``reason``) or missed (``caution``)."""
        criterion = self._finder["criteria"][index]
        template = self._template(criterion, kind)
        text = self._fill(template)
        if is_estimated(criterion, self._product) and stated(template, self._product):  # else its figure says so
            text = put(self._words(self._speech["estimated"]), "text", text)
        line = {"code": criterion["id"], "text": text}
        return line if self._is_spoken(criterion) else line | {"lang": self._words(criterion["lang"])}

    def benefit(self, reasons: list[int]) -> str:
        """Return the reason that leads, set in the customer's situation; else what the piece is for."""
        chosen = self.lead(reasons)
        if chosen is None:
            return self._words(self._product["use"])
        text, words = self.line(chosen, "reason")["text"], self._situation()
        if not words or not self._is_spoken(self._finder["criteria"][chosen]):
            return text
        return put(self._words(self._speech["benefit"]), "reason", text).replace("{situation}", upper(words))

    def limit(self, cautions: list[int]) -> str:
        """Return what the customer insists on and nobody states; else the first loud caution, else the category's."""
        for wish in self._finder["wishes"]:
            insists = any({wish["id"], *wish["aliases"]} & {*(self._answers.get(kind) or ())} for kind in _HARD)
            if insists and self._product["verdicts"][wish["criterion"]] == UNKNOWN:
                return self._open(wish)
        loud = (index for index in cautions if not self._finder["criteria"][index]["quiet"])
        first = next(loud, None)
        return self.of_category("limit") if first is None else self.line(first, "caution")["text"]

    def _open(self, wish: Mapping[str, Any]) -> str:
        """Say which facts nobody states, of those that would settle a wish."""
        labels, properties = self._finder["comparing"]["labels"], self._product["properties"]
        decide = self._finder["criteria"][wish["criterion"]]["properties"]
        told = [self._words(labels[name]) for name in decide if name not in properties and name in labels]
        return self._words(self._speech["not_stated"]).replace(
            "{property}", ", ".join(told) or lower(self._words(wish["label"]))
        )

    def lead(self, reasons: list[int]) -> int | None:
        """Return the first reason that is neither an estimate nor a detail; else an estimate, before a detail."""
        criteria = self._finder["criteria"]
        sure = [index for index in reasons if not is_estimated(criteria[index], self._product)]
        loud = [index for index in (*sure, *reasons) if leads(self._finder, index)]
        return next(iter((*loud, *sure, *reasons)), None)

    def _is_spoken(self, criterion: Mapping[str, Any]) -> bool:
        """Tell whether the criterion is written in the language of the speech."""
        return "lang" not in criterion or self._words(criterion["lang"]) == self._words(self._speech["lang"])

    def of_category(self, kind: str) -> str:
        """Return the category's own check or limit."""
        return self._words(self._speech["categories"][self._product["category"]][kind])

    def _template(self, criterion: Mapping[str, Any], kind: str) -> str:
        """Return what to say, the most particular first: of the value, of the category, with own figures, of all."""
        if kind == "caution" and criterion["over"] and self._is_over(criterion["over"]):
            return self._words(criterion["over"]["caution"])
        own = criterion["by_value"].get(self._first_value(criterion), {}).get(kind)
        own = own or criterion["by_category"].get(self._product["category"], {}).get(kind)
        if own:
            return self._words(own)
        told = map(self._words, criterion["told"] if kind == "reason" else ())
        return next((text for text in told if stated(text, self._product)), None) or self._words(criterion[kind])

    def _first_value(self, criterion: Mapping[str, Any]) -> str:
        properties = self._product["properties"]
        return next((str(properties[name]["value"]) for name in criterion["reads"] if name in properties), "")

    def _situation(self) -> str:
        """Say what is asked of the piece: the activity and what the weather adds, or else the effort; and the cold."""
        answers = self._answers
        unsaid = holds(self._speech["unsaid"], answers) if self._speech["unsaid"] else False
        found = [self._phrase("activity"), "" if unsaid else self._phrase("weather")]
        scene = " ".join(each for each in found if each) or self._phrase("effort")
        return ", ".join(each for each in (scene, self._cold()) if each)

    def _cold(self) -> str:
        if "temperature_c" not in self._answers:
            return ""
        given = self._answers["temperature_c"]
        felt = situation(self._finder["needs"], self._answers).felt_c
        colder = felt is not None and felt < given
        text = self._words(self._speech["felt" if colder else "cold"]).replace("{felt_c}", self._degrees(felt or 0))
        return text.replace("{temperature_c}", self._degrees(given))

    def _phrase(self, name: str) -> str:
        if name not in self._answers:
            return ""
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
        return upper(PLACEHOLDER.sub(lambda found: self._value(found[1]), text))

    def _value(self, name: str) -> str:
        """Return a property as it is spoken, with its unit; what is estimated or unknown is said to be so."""
        told = self._product["properties"].get(name)
        if told is None:
            return "?"
        about = self._speech["values"][name]
        value = told["value"]
        if value in about["values"]:
            return self._words(about["values"][value])
        number = self._number(value) if isinstance(value, int) else str(value)
        text = f"{number}\u00a0{about['unit']}" if about["unit"] else number
        if told["provenance"] == ESTIMATE:
            return self._words(self._speech["about"]).replace("{value}", text)
        return text

    def _degrees(self, value: int) -> str:
        return f"{self._number(value)}\u00a0°C"

    def _number(self, value: int) -> str:
        digits = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", self._words(self._speech["thousands"]), str(abs(value)))
        return f"{_MINUS}{digits}" if value < 0 else digits

    def _words(self, text: Any) -> str:
        if isinstance(text, str):
            return text
        return str(text.get(self._lang) or text.get("en") or text["fr"])
