"""Which tables and columns an own file has: all of them to be filled in, or those that hold something."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from catalog.catalogue import Catalogue
from catalog.model import Text
from catalog.reference import Attribute, Reference
from catalog.sizing.chart import AGE, MEASURES, SYSTEMS

from .rows import Row, measure_columns, tables
from .template import Column, Form, forms
from .vocabularies import Words, of_attribute, vocabularies

SETTINGS = ("provenance", "note")
"""Columns of products that speak of the properties beside them: without properties they say nothing."""
NAMES: Mapping[str, Text] = {
    "guide": {"fr": "Lisez-moi", "en": "Read me"},
    "lists": {"fr": "Listes", "en": "Lists"},
}
_MEASURE: Text = {
    "fr": "La mesure : une valeur ou un intervalle (88–92, ≥ 120) ; _cm et _in se lisent aussi.",
    "en": "The measure: a figure or a range (88–92, ≥ 120); _cm and _in are read as well.",
}
_YEARS: Text = {"fr": "ans", "en": "years"}
_SYSTEM: Text = {"fr": "La même taille dans ce système.", "en": "The same size in this system."}


@dataclass(frozen=True, slots=True)
class Own:
    """What an own file is written from. ``filled`` tells a catalogue from an empty template; ``only`` names tables."""

    catalogue: Catalogue
    reference: Reference
    lang: str
    filled: bool = True
    only: Collection[str] = ()
    category: str | None = None

    def words(self) -> dict[str, Words]:
        """Return the vocabularies, those of the attributes by their ids."""
        closed = {
            name: of_attribute(each, self.lang)
            for name, each in self.reference.attributes.items()
            if each.kind == "enum"
        }
        return {**closed, **vocabularies(self.reference, self.catalogue, self.lang)}

    def layout(self) -> list[Form]:
        """Return the tables to write, with their columns; a filled file has those asked for, else those not empty."""
        chosen = [form for name, form in forms().items() if not self.only or name in self.only]
        whole = [self._with_columns(form) for form in chosen]
        return [form for form in whole if not self.filled or self.only or self._holds(form.name)]

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table; none for a template."""
        return tables(self.catalogue, self.reference)[table]() if self.filled else iter(())

    def _holds(self, table: str) -> bool:
        return next(iter(tables(self.catalogue, self.reference)[table]()), None) is not None

    def _with_columns(self, form: Form) -> Form:
        columns = form.columns
        if form.name == "products":
            columns = self._product_columns(columns)
        if form.name == "size_charts":
            columns = (*columns, *self._measures())
        return Form(form.name, form.title, form.what, columns)

    def _product_columns(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        if self.filled:
            return tuple(column for column in columns if column.name not in SETTINGS)
        return (*columns, *(attribute_column(self.reference.attributes[name]) for name in self._decisive()))

    def _decisive(self) -> list[str]:
        wanted = self.reference.categories_of(self.category) if self.category else tuple(self.reference.categories)
        asked = {name for category in wanted for name in self.reference.categories[category].decisive}
        return [name for name, each in self.reference.attributes.items() if name in asked and not each.derived]

    def _measures(self) -> list[Column]:
        used = measure_columns(self.catalogue.size_charts.values()) if self.filled else [*SYSTEMS, *MEASURES, AGE]
        return [_size_column(name, self.lang) for name in used if name != "age"]


def attribute_column(attribute: Attribute) -> Column:
    """Return the column of a property."""
    kind = {"bool": "yes", "enum": "choice"}.get(attribute.kind, "number")
    what = {lang: attribute.label.get(lang) or attribute.label["fr"] for lang in ("fr", "en")}
    bounds = "" if attribute.min is None else str(attribute.min)
    example = {"bool": "", "enum": next(iter(attribute.value_ids), "")}.get(attribute.kind, bounds)
    of = attribute.id if attribute.kind == "enum" else ""
    return Column(attribute.id, kind, what, dict.fromkeys(("fr", "en"), example), of, attribute.unit or "")


def _size_column(name: str, lang: str) -> Column:
    if name in SYSTEMS:
        return Column(name, "text", _SYSTEM, {"fr": "", "en": ""})
    example, unit = ("8–10", _YEARS[lang]) if name == AGE else ("960–1020", "mm")
    return Column(name, "measure", _MEASURE, dict.fromkeys(("fr", "en"), example), unit=unit)
