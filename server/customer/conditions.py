"""For what a piece is made and for what not, from its facts and the needs that the advice itself uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.finder.needs import needs

from .units import measured
from .words import Words

WEATHERS = ("showers", "snow", "rain", "wet-snow", "storm")
"""From mild to wild."""
DURATIONS = ("half-day", "day", "overnight", "multi-day")
TEMPERATURES_C = (15, 10, 5, 0, -5, -10, -15, -20, -25)
WARM_FAMILIES = frozenset({"insulation", "skiwear", "hands", "boots"})
WEATHER_FAMILIES = frozenset({"shell", "insulation", "skiwear", "pants", "footwear", "boots", "hands", "accessory"})
MOST_LIMITS = 4
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:er|es|en|e) [A-ZÄÖÜ]")
"""A German adjective before its noun: it is small in the middle of a sentence, the noun is not."""
MOST_NAMED = 3
WEAK_SIDES: tuple[tuple[str, frozenset[str], int, str], ...] = (
    ("warm", frozenset({"shell", "pants"}), 1, "cold_alone"),
    ("damp", frozenset(), 2, "damp"),
    ("breathe", frozenset({"shell", "midlayer", "skiwear", "pants", "baselayer"}), 2, "sweaty"),
    ("carry", frozenset(), 1, "overloaded"),
    ("dexterity", frozenset(), 1, "clumsy"),
    ("light", frozenset(), 1, "heavy"),
)
"""Gauge, families (all where empty), the highest level that is weak, and the sentence."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Short phrases, best known first. ``partly_unknown`` where a deciding gauge is not disclosed."""

    suits: tuple[str, ...]
    suits_not: tuple[str, ...]
    partly_unknown: bool


def conditions(product: Mapping[str, Any], document: Mapping[str, Any], words: Words) -> Conditions:
    """Return what the piece suits and what it does not."""
    piece = _Piece(product, document, words)
    activities = [piece.answer("activity", name) for name in product["activities"]]
    suits = [*activities, *piece.dry_enough(), *piece.warm_enough(), *piece.comfort()]
    against = [*piece.too_wet(), *piece.too_cold(), *piece.too_small(), *piece.too_weak(), *piece.weak_sides()]
    return Conditions(tuple(dict.fromkeys(suits)), tuple(dict.fromkeys(against))[:MOST_LIMITS], piece.partly_unknown())


class _Piece:
    """One product against the tables of needs."""

    def __init__(self, product: Mapping[str, Any], document: Mapping[str, Any], words: Words) -> None:
        self._product = product
        self._words = words
        self._tables = document["finder"]["needs"]
        self._family = next(each["family"] for each in document["categories"] if each["id"] == product["category"])
        self._labels = {
            (question["id"], answer["id"]): answer["label"]
            for question in document["finder"]["questions"]
            for answer in question["answers"]
        }

    def answer(self, question: str, name: str) -> str:
        """Return the words of an answer, small at the beginning as it stands in a list."""
        label = self._words.plain(self._labels.get((question, name), {self._words.lang: name}))
        small = label[:1].lower() + label[1:]
        return label if self._words.lang == "de" and not _ADJECTIVE.match(label) else small

    def level(self, gauge: str) -> int | None:
        found = self._product["gauges"].get(gauge)
        return None if found is None else found["level"]

    def partly_unknown(self) -> bool:
        return any(gauge["level"] is None for gauge in self._product["gauges"].values())

    def dry_enough(self) -> Iterator[str]:
        """Name in one phrase the weathers that the piece keeps out."""
        level = self.level("dry")
        kept = [one for one, need in self._weathers() if level is not None and level >= need > 0]
        if kept:
            yield self._marked(self._listed("weather", kept), "dry")

    def too_wet(self) -> Iterator[str]:
        level = self.level("dry")
        through = [one for one, need in self._weathers() if level is not None and level < need]
        if through:
            yield self._marked(self._words.say("too_wet", weather=self._listed("weather", through)), "dry")

    def weak_sides(self) -> Iterator[str]:
        """Name what a low level of a gauge means in use."""
        for gauge, families, most, sentence in WEAK_SIDES:
            level = self.level(gauge)
            if level is not None and level <= most and (not families or self._family in families):
                yield self._words.say(sentence)

    def _weathers(self) -> Iterator[tuple[str, int]]:
        """Return each weather with the dryness it needs. What is worn under a shell is judged as if worn alone."""
        if self._family not in WEATHER_FAMILIES:
            return
        alone = ("shell", "shell") if self._family == "insulation" else None
        for weather in WEATHERS:
            need = self._need("dry", alone, weather=weather)
            if need is not None:
                yield weather, need

    def _marked(self, phrase: str, gauge: str) -> str:
        """Say that a phrase rests on an estimate."""
        estimated = self._product["gauges"][gauge]["provenance"] == "estimate"
        return f"{phrase} ({self._words.say('estimate')})" if estimated else phrase

    def _listed(self, question: str, names: list[str]) -> str:
        """Return answers as a list: "averses, pluie et tempête"."""
        said = [self.answer(question, name) for name in names]
        return self._words.say("and").join(filter(None, (", ".join(said[:-1]), said[-1])))

    def warm_enough(self) -> Iterator[str]:
        level = self.level("warm")
        if level is None or self._family not in WARM_FAMILIES:
            return
        fits = [t for t in TEMPERATURES_C if (self._warmth_needed(t) or 0) <= level]
        if fits and self._warmth_needed(TEMPERATURES_C[-1]) is not None:
            yield self._marked(self._words.say("warm_to", t=measured(min(fits), "°C", self._words)), "warm")

    def too_cold(self) -> Iterator[str]:
        level = self.level("warm")
        need = self._warmth_needed(TEMPERATURES_C[-1])
        if level is not None and need is not None and level < need and self._family in WARM_FAMILIES:
            yield self._words.say("too_cold")
        limit = self._product["properties"].get("limit_temp_c")
        if limit is not None:
            yield self._words.say("limit", t=measured(limit["value"], "°C", self._words))

    def comfort(self) -> Iterator[str]:
        comfort = self._product["properties"].get("comfort_temp_c")
        if comfort is not None:
            yield self._words.say("comfort", t=measured(comfort["value"], "°C", self._words))

    def too_small(self) -> Iterator[str]:
        level = self.level("volume")
        small = [one for one in DURATIONS if level is not None and (self._need("volume", duration=one) or 0) > level]
        if small:
            yield self._words.say("too_small", duration=self._listed("duration", small))

    def too_weak(self) -> Iterator[str]:
        """Name the activities for which a shoe lacks at least two ticks of support or grip."""
        for gauge, sentence in (("hold", "too_soft"), ("grip", "too_smooth")):
            level = self.level(gauge)
            weak = [] if level is None else [one for one in self._others() if self._lack(gauge, one, level) >= 2]
            if weak:
                said = self._words.say(sentence, activity=self._listed("activity", weak[:MOST_NAMED]))
                yield self._marked(said, gauge)

    def _others(self) -> Iterator[str]:
        """Return the activities that the piece is not made for."""
        for question, name in self._labels:
            if question == "activity" and name not in self._product["activities"]:
                yield name

    def _lack(self, gauge: str, activity: str, level: int) -> int:
        return (self._need(gauge, activity=activity) or 0) - level

    def _warmth_needed(self, temperature_c: int) -> int | None:
        return self._need("warm", temperature_c=temperature_c, effort="moderate")

    def _need(self, gauge: str, instead: tuple[str, str] | None = None, /, **answers: Any) -> int | None:
        """Return the level needed; ``instead`` is another category or group with its family."""
        wanted, family = instead or (self._product["category"], self._family)
        level: int | None = needs(self._tables, {"wanted": wanted, **answers}, family)["levels"].get(gauge)
        return level
