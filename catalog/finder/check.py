"""Hold the parts of the knowledge against each other and against the reference: every name must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from catalog.errors import Finding
from catalog.reference import Reference
from catalog.yamlfile import Document, Place

from .degrees import compares_need, read_by
from .outfit.schema import check_outfits
from .words import PLACEHOLDER

if TYPE_CHECKING:
    from .knowledge import Knowledge

_JOINED = ("first", "any", "all")


def check(
    knowledge: Knowledge, files: Mapping[str, Document], parts: list[Document], reference: Reference
) -> list[Finding]:
    """Return what does not fit together, each with its file and line."""
    checks = _Checks(knowledge, reference)
    found = list(checks.needs(files["needs"]))
    found += checks.wishes(files["wishes"])
    found += checks.speech(files["speech"])
    found += checks.parameters(files["parameters"])
    found += checks.outfits(files["outfits"])
    for part in parts:
        found += checks.criteria(part)
    return found


class _Checks:
    """The names that may be used, and the checks that use them."""

    def __init__(self, knowledge: Knowledge, reference: Reference) -> None:
        self._reference = reference
        self._knowledge = knowledge
        self._needs = knowledge.needs
        self._known: set[str] = set()
        self._values: dict[str, tuple[Any, ...] | None] = dict(knowledge.conditions)
        for family, dimensions in self._needs["families"].items():
            for dimension in dimensions:
                self._values[f"need.{dimension['id']}"] = None
            self._known.add(family)

    def needs(self, document: Document) -> Iterator[Finding]:
        """Check the tables of needs."""
        for family, dimensions in document.data["families"].items():
            if family not in self._reference.families:
                yield self._unknown(document, ("families", family), family)
            for index, dimension in enumerate(dimensions):
                place: Place = ("families", family, index)
                yield from self._condition(document, (*place, "when"), dimension["when"])
                for number, row in enumerate(dimension["rows"]):
                    yield from self._condition(document, (*place, "rows", number, "when"), row["when"])
                for number, change in enumerate(dimension["adjust"]):
                    yield from self._condition(document, (*place, "adjust", number, "when"), change["when"])
                yield from self._sources(document, (*place, "source"), dimension["source"])
                if dimension["gauge"] and dimension["id"] not in self._reference.gauges:
                    yield self._unknown(document, (*place, "id"), dimension["id"])

    def wishes(self, document: Document) -> Iterator[Finding]:
        """Check the wishes."""
        for name in document.data["applies"]:
            if name not in self._reference.attributes:
                yield self._unknown(document, ("applies", name), name)
        for name, families in document.data["named"].items():
            if name not in self._reference.attributes:
                yield self._unknown(document, ("named", name), name)
            for family in families:
                if family not in self._reference.families:
                    yield self._unknown(document, ("named", name), family)
        for index, wish in enumerate(document.data["wishes"]):
            yield from self._test(document, ("wishes", index, "test"), wish["test"])

    def speech(self, document: Document) -> Iterator[Finding]:
        """Check that every category can be spoken about."""
        yield from self._condition(document, ("unsaid",), document.data["unsaid"])
        for index, name in enumerate(document.data["unitless"]):
            if name not in self._reference.attributes:
                yield self._unknown(document, ("unitless", index), name)
        for name in document.data["categories"]:
            if name not in self._reference.categories:
                yield self._unknown(document, ("categories", name), name)
        for name in self._reference.categories:
            if name not in document.data["categories"]:
                yield document.finding(
                    ("categories",),
                    "missing",
                    f"Il manque l’essai et la limite de {name}.",
                    f"The check and the limit of {name} are missing.",
                )

    def parameters(self, document: Document) -> Iterator[Finding]:
        """Check the parameters."""
        for name in self._reference.families:
            if name not in document.data["size_kinds"]:
                yield document.finding(
                    ("size_kinds",), "missing", f"Il manque la famille {name}.", f"The family {name} is missing."
                )
        activities = self._values["activity"] or ()
        for outer, near in document.data["near"].items():
            for name in (outer, *near):
                if name not in activities:
                    yield self._unknown(document, ("near", outer), name)

    def outfits(self, document: Document) -> Iterator[Finding]:
        """Check the places of an outfit."""
        kinds = self._knowledge.parameters["size_kinds"]
        yield from check_outfits(document, self._reference, kinds, self._condition, self._sources)
        if document.data["assume"] not in (self._values["activity"] or ()):
            yield self._unknown(document, ("assume",), document.data["assume"])

    def criteria(self, document: Document) -> Iterator[Finding]:
        """Check one file of criteria."""
        for index, criterion in enumerate(document.data["criteria"]):
            place: Place = ("criteria", index)
            yield from self._criterion(document, place, criterion)
            yield from self._condition(document, (*place, "when"), criterion["when"])
            yield from self._test(document, (*place, "test"), criterion["test"])

    def _criterion(self, document: Document, place: Place, criterion: Mapping[str, Any]) -> Iterator[Finding]:
        name = criterion["id"]
        if name in self._known:
            yield document.finding((*place, "id"), "duplicate", f"{name} existe déjà.", f"{name} exists already.")
        self._known.add(name)
        for family in criterion["families"]:
            if family not in self._reference.families:
                yield self._unknown(document, (*place, "families"), family)
        for category in (*criterion["categories"], *criterion["by_category"]):
            if category not in self._reference.categories:
                yield self._unknown(document, (*place, "categories"), category)
        for attribute in criterion["properties"] or ():
            if attribute not in self._reference.attributes:
                yield self._unknown(document, (*place, "properties"), attribute)
        yield from self._words(document, place, criterion)
        yield from self._sources(document, (*place, "source"), criterion["source"])
        if compares_need(criterion["test"]) and f"need.{criterion['need']}" not in self._values:
            yield self._unknown(document, (*place, "need"), str(criterion["need"]))

    def _words(self, document: Document, place: Place, criterion: Mapping[str, Any]) -> Iterator[Finding]:
        """Check the words that depend on the piece: values that its test reads, and figures that exist."""
        read = [name for name in read_by(criterion["test"]) if name in self._reference.attributes]
        known = {value for name in read for value in self._reference.attributes[name].value_ids}
        for value in criterion["by_value"]:
            if value not in known:
                yield self._unknown(document, (*place, "by_value", value), value)
        for index, text in enumerate(criterion["told"]):
            for name in {name for words in text.values() for name in PLACEHOLDER.findall(words)}:
                if name not in self._reference.attributes:
                    yield self._unknown(document, (*place, "told", index), name)

    def _sources(self, document: Document, place: Place, names: list[str]) -> Iterator[Finding]:
        for index, name in enumerate(names):
            if not name.startswith(("http://", "https://")) and name not in self._knowledge.sources:
                yield self._unknown(document, (*place, index), name)

    def _condition(self, document: Document, place: Place, condition: Mapping[str, list[Any]]) -> Iterator[Finding]:
        for key, values in condition.items():
            if key not in self._values:
                yield self._unknown(document, (*place, key), key)
                continue
            allowed = self._values[key]
            for value in values:
                if allowed is not None and value not in allowed:
                    yield self._unknown(document, (*place, key), str(value))

    def _test(self, document: Document, place: Place, test: Mapping[str, Any]) -> Iterator[Finding]:
        for kind in _JOINED:
            for index, inner in enumerate(test.get(kind, ())):
                yield from self._test(document, (*place, kind, index), inner)
        if "gauge" in test and test["gauge"] not in self._reference.gauges:
            yield self._unknown(document, (*place, "gauge"), test["gauge"])
        if "declared" in test and test["declared"] not in (self._values["activity"] or ()):
            yield self._unknown(document, (*place, "declared"), test["declared"])
        for category in test.get("categories", ()):
            if category not in self._reference.categories:
                yield self._unknown(document, (*place, "categories", category), category)
        if "property" in test:
            yield from self._property(document, place, test)

    def _property(self, document: Document, place: Place, test: Mapping[str, Any]) -> Iterator[Finding]:
        attribute = self._reference.attributes.get(test["property"])
        if attribute is None:
            yield self._unknown(document, (*place, "property"), test["property"])
            return
        values = {"bool": {"true", "false"}, "enum": set(attribute.value_ids), "integer": None}[attribute.kind]
        if (values is None) == ("degrees" in test):
            fr = f"{attribute.id} est de type {attribute.kind} : l’autre forme de mesure convient."
            en = f"{attribute.id} is of kind {attribute.kind}: use the other form of measure."
            yield document.finding(place, "measure", fr, en)
        for value in test.get("degrees", ()):
            if values is not None and value not in values:
                yield self._unknown(document, (*place, "degrees", value), value)

    @staticmethod
    def _unknown(document: Document, place: Place, name: str) -> Finding:
        fr = f"«\u202f{name}\u202f» n’existe pas ici : corrigez le nom."
        return document.finding(place, "unknown-name", fr, f"“{name}” does not exist here: correct the name.")
