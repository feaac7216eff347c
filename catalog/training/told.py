"""The facts of a published document as cards tell them: with name, words, unit and source. Estimates are no facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.finder.estimates import ESTIMATE
from catalog.finder.figures import grouped, in_language

from .card import SPOKEN, Fact, Text

YES_NO: dict[bool, Text] = {True: {"fr": "oui", "en": "yes"}, False: {"fr": "non", "en": "no"}}
MADE_UP = "demonstration"
CATEGORY, ACTIVITIES = "category", "activities"
_LABELS: dict[str, Text] = {
    CATEGORY: {"fr": "Type de pièce", "en": "Kind of piece"},
    ACTIVITIES: {"fr": "Prévu pour", "en": "Meant for"},
}
_CATALOGUE = "catalogue"
Product = Mapping[str, Any]


class Told:
    """Tells the facts of a document's products."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._finder = document["finder"]
        self._attributes = {each["id"]: each for each in document["attributes"]}
        self._categories = {each["id"]: each for each in document["categories"]}
        self._technologies = {each["id"]: each for each in document["technologies"]}

    def fact(self, product: Product, name: str) -> Fact | None:
        """Return a stated value of a piece; ``None`` where nobody states it, or only an estimate does."""
        told = product["properties"].get(name)
        if told is None or told["provenance"] == ESTIMATE or name not in self._attributes:
            return None
        about = self._attributes[name]
        return Fact(
            attribute=name,
            label=texts(about["label"]),
            value=told["value"],
            text=self.spoken(name, told["value"]),
            provenance=told["provenance"],
            source=self._source(told),
            ref=product["ref"],
        )

    def kind(self, product: Product) -> Fact:
        """Return what kind of piece it is."""
        category = product["category"]
        label = texts(self._categories[category]["label"])
        says = MADE_UP if product["demonstration"] else "maker"
        return Fact(CATEGORY, _LABELS[CATEGORY], category, label, says, _catalogued(product), product["ref"])

    def spoken(self, name: str, value: Any) -> Text:
        """Return a value as it is said, with its unit where sellers say one."""
        about = self._attributes[name]
        if isinstance(value, bool):
            return YES_NO[value]
        if isinstance(value, int):
            spoken = self._finder["speech"]["values"].get(name, about)["unit"]
            unit = f"\u00a0{spoken}" if spoken else ""
            return {lang: f"{grouped(self._finder, value, lang)}{unit}" for lang in SPOKEN}
        label = next((each["label"] for each in about.get("values") or () if each["id"] == value), value)
        return texts(label)

    def _source(self, told: Mapping[str, Any]) -> str:
        """Return the address behind a value: of a technology, its own."""
        source = str(told["source"])
        if told["provenance"] == "technology" and source in self._technologies:
            return str(self._technologies[source].get("source") or source)
        return source or MADE_UP


def texts(words: Any) -> Text:
    """Return a text of the document in the languages of cards."""
    return {lang: in_language(words, lang) for lang in SPOKEN}


def _catalogued(product: Product) -> str:
    return next(iter(product["sources"]), MADE_UP if product["demonstration"] else _CATALOGUE)
