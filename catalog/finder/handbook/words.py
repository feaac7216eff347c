"""The names of things, in the language of the page: answers, situations, properties, degrees."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from catalog.finder.knowledge import Knowledge
from catalog.reference import Reference

from .situations import SITUATIONS, band_words

KEYS = {
    "fr": {
        "slot": "cherché",
        "protection": "situation",
        "damp": "humidité (temps ou air)",
        "ground": "terrain",
        "cold": "température ressentie",
        "frost": "température de l’air",
        "age": "âge de l’enfant",
        "windy": "vent fort",
        "any": "rien de précis",
        "need": "besoin",
        "felt_c": "température ressentie (°C)",
        "air_c": "température de l’air (°C)",
        "clo_move": "isolation en mouvement (dixièmes de clo)",
        "clo_pause": "isolation à l’arrêt (dixièmes de clo)",
        "clo_lift": "isolation entre remontée et descente (dixièmes de clo)",
        "true": "oui",
        "false": "non",
        "yes": "oui",
        "no": "non",
        "else": "autre",
        "and": " et ",
        "or": ", sinon ",
        "best": " ou ",
        "always": "toujours",
        "declared": "prévu pour",
        "near": "activités proches selon le tableau, autres",
        "in percent": "en % du besoin",
        "in tenths": "en dixièmes de cran",
        "over need": "au-dessus du besoin",
        "join": "\u202f: ",
        "litres": "litres à emporter",
        "stiffness": "rigidité de la semelle",
        "grams": "poids d’une chaussure",
        "night": "température de la nuit",
        "age_years": "âge (ans)",
        "move": "effort en mouvement",
        "pause": "effort aux arrêts",
        "lift": "effort entre remontée et descente",
        "temperature_c": "température",
        "assumed": "Admis sans réponse",
        "met": "Effort",
        "bands": "Paliers",
        "levels": "crans",
        "kind of piece": "genre de pièce",
        "met_tenths": "dixièmes de met",
        "clo_tenths": "dixièmes de clo",
        "years": "ans",
    },
    "en": {
        "slot": "wanted",
        "protection": "situation",
        "damp": "damp (weather or air)",
        "ground": "ground",
        "cold": "felt temperature",
        "frost": "air temperature",
        "age": "child’s age",
        "windy": "strong wind",
        "any": "nothing in particular",
        "need": "need",
        "felt_c": "felt temperature (°C)",
        "air_c": "air temperature (°C)",
        "clo_move": "insulation on the move (tenths of a clo)",
        "clo_pause": "insulation at rest (tenths of a clo)",
        "clo_lift": "insulation between lift and descent (tenths of a clo)",
        "true": "yes",
        "false": "no",
        "yes": "yes",
        "no": "no",
        "else": "other",
        "and": " and ",
        "or": ", else ",
        "best": " or ",
        "always": "always",
        "declared": "made for",
        "near": "near activities as in the table, others",
        "in percent": "in % of the need",
        "in tenths": "in tenths of a level",
        "over need": "above the need",
        "join": ": ",
        "litres": "litres to carry",
        "stiffness": "stiffness of the sole",
        "grams": "weight of one shoe",
        "night": "temperature of the night",
        "age_years": "age (years)",
        "move": "effort on the move",
        "pause": "effort at the stops",
        "lift": "effort between lift and descent",
        "temperature_c": "temperature",
        "assumed": "Assumed unless told",
        "met": "Effort",
        "bands": "Steps",
        "levels": "levels",
        "kind of piece": "kind of piece",
        "met_tenths": "tenths of a met",
        "clo_tenths": "tenths of a clo",
        "years": "years",
    },
}


class Words:
    """Names in one language. An id without a name stands for itself: the files use it too."""

    def __init__(self, knowledge: Knowledge, reference: Reference, lang: str) -> None:
        self._lang, self._reference = lang, reference
        self._questions = {
            question["id"]: (question["short"][lang], {one["id"]: one["short"][lang] for one in question["answers"]})
            for question in knowledge.questions
        }
        self._keys = KEYS[lang]
        self._values = {
            key: {value: said[lang == "en"] for value, said in values.items()} for key, values in SITUATIONS.items()
        }
        for key, band in knowledge.needs["bands"].items():
            self._values[key] = {str(number): said for number, said in enumerate(band_words(band, lang))}

    def key(self, name: str) -> str:
        """Return the name of a condition, a figure or a gauge."""
        if name.startswith("need."):
            return f"{self._keys['need']} « {self.gauge(name.removeprefix('need.'))} »"
        if name in self._questions:
            return str(self._questions[name][0]).lower()
        return self._keys.get(name, name)

    def say(self, name: str) -> str:
        """Return one of the page's own words."""
        return self._keys[name]

    def gauge(self, name: str) -> str:
        """Return the name of a gauge, or of another dimension."""
        gauge = self._reference.gauges.get(name)
        return gauge.label[self._lang].lower() if gauge else self._keys.get(name, name)

    def need(self, name: str) -> str:
        """Return the name of a need: its family, or the table that all families share, and its dimension."""
        place, _, dimension = name.partition(".")
        if place in self._reference.families:
            return f"{self.family(place)}{self._keys['join']}{self.gauge(dimension)}"
        return f"{self._keys[place]}{self._keys['join']}{self.key(dimension)}"

    def family(self, name: str) -> str:
        """Return the name of a family."""
        return self._reference.families[name].label[self._lang]

    def category(self, name: str) -> str:
        """Return the name of a category."""
        return self._reference.categories[name].label[self._lang]

    def value(self, key: str, value: Any) -> str:
        """Return the name of a value of a condition."""
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if text in self._values.get(key, {}):
            return self._values[key][text]
        known = self._questions.get("wanted" if key == "slot" else key, ("", {}))[1]
        return known[text].lower() if text in known else self._keys.get(text, text)

    def when(self, condition: Mapping[str, Sequence[Any]]) -> str:
        """Say a condition."""
        parts = [
            f"{self.key(key)}{self._keys['join']}{self._keys['best'].join(self.value(key, one) for one in values)}"
            for key, values in condition.items()
        ]
        space = "\u202f" if self._lang == "fr" else ""
        return f"{space}; ".join(parts) if parts else self._keys["always"]

    def test(self, test: Mapping[str, Any]) -> str:
        """Say what a criterion judges, and the degree that it gives."""
        for joined, word in (("first", "or"), ("any", "best"), ("all", "and")):
            if joined in test:
                return self._keys[word].join(f"({self.test(each)})" for each in test[joined])
        return self._measure(test)

    def _measure(self, test: Mapping[str, Any]) -> str:
        if "categories" in test:
            return self._degrees({self.category(name): degree for name, degree in test["categories"].items()}, test)
        if "declared" in test:
            activity = self.value("activity", test["declared"])
            return f"{self._keys['declared']} {activity} 100 · {self._keys['near']} {test['else']}"
        name = self.property(test["property"]) if "property" in test else self.gauge(test["gauge"])
        if "degrees" in test:
            degrees = {self.enum(test["property"], value): degree for value, degree in test["degrees"].items()}
            return f"{name}{self._keys['join']}{self._degrees(degrees, test)}"
        kind = next(kind for kind in ("curve", "fine", "minus_need", "percent_of_need") if kind in test)
        note = {
            "curve": "",
            "fine": f" {self._keys['in tenths']}",
            "minus_need": f" − {self._keys['need']}",
            "percent_of_need": f" {self._keys['in percent']}",
        }
        points = " · ".join(f"{_signed(at, kind)} → {degree}" for at, degree in test[kind])
        return f"{name}{note[kind]}{self._keys['join']}{points}"

    def property(self, name: str) -> str:
        """Return the name of a property with its unit."""
        attribute = self._reference.attributes[name]
        return (
            f"{attribute.label[self._lang].lower()} ({attribute.unit})"
            if attribute.unit
            else attribute.label[self._lang].lower()
        )

    def enum(self, name: str, value: str) -> str:
        """Return the name of a value of a property."""
        labels = {one.id: one.label.get(self._lang, one.id) for one in self._reference.attributes[name].values}
        return (labels.get(value) or self._keys.get(value, value)).lower()

    def _degrees(self, degrees: Mapping[str, int], test: Mapping[str, Any]) -> str:
        ordered = itertools.groupby(sorted(degrees.items(), key=lambda each: -each[1]), key=lambda each: each[1])
        parts = [f"{', '.join(name for name, _ in group)} {degree}" for degree, group in ordered]
        return " · ".join([*parts, f"{self._keys['else']} {test['else']}"])


def _signed(value: int, kind: str) -> str:
    text = f"{value:+d}" if kind == "minus_need" and value else str(value)
    return text.replace("-", "−")


def row(cells: Iterable[str]) -> str:
    """Return a row of a Markdown table."""
    return "| " + " | ".join(each.replace("|", "/") for each in cells) + " |"
