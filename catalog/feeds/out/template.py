"""The tables of the own format and what each column means, read from ``template.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from catalog import DATA, yamlfile
from catalog.model import LANGUAGES, Text
from catalog.yamlfile import Sentence
from catalog.yamlschema import Strict
from catalog.yamlschema import Text as TextField

KINDS = (
    "text", "id", "gtin", "number", "price", "yes", "day", "moment", "colour", "measure", "choice", "list",
)  # fmt: skip
MAIN = "fr"
"""The language that every text has."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``of`` names the vocabulary of a choice or list; ``unit`` is shown as it is."""

    name: str
    kind: str
    what: Text
    example: Text
    of: str = ""
    unit: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One table: its title, what a line is, its columns in their order."""

    name: str
    title: Text
    what: Text
    columns: tuple[Column, ...]


class _Example(fields.Field[Any]):
    """One example, or one by language."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> Any:
        if isinstance(value, str) or (isinstance(value, dict) and MAIN in value):
            return {"fr": value, "en": value} if isinstance(value, str) else value
        raise ValidationError(Sentence("Give an example as text.", "Donnez un exemple en texte."))


class _Column(Schema):
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    what = TextField(required=True)
    example = _Example(required=True)
    of = fields.String(load_default="")
    each = Strict(load_default=False)
    needed = Strict(load_default=False)


class _Table(Schema):
    title = TextField(required=True)
    what = TextField(required=True)
    columns = fields.Dict(fields.String(), fields.Nested(_Column), required=True)


class TemplateSchema(Schema):
    """The form of ``template.yaml``."""

    tables = fields.Dict(fields.String(), fields.Nested(_Table), required=True)


@cache
def forms() -> Mapping[str, Form]:
    """Return the tables by name, in the order of the file. Raises DataError with file, line and sentence."""
    tables = yamlfile.load(DATA / "template.yaml", TemplateSchema())["tables"]
    return {name: _form(name, table) for name, table in tables.items()}


def _form(name: str, table: Mapping[str, Any]) -> Form:
    columns = [each for stem, column in table["columns"].items() for each in _columns(stem, column)]
    return Form(name, table["title"], table["what"], tuple(columns))


def _columns(stem: str, column: Mapping[str, Any]) -> list[Column]:
    if not column["each"]:
        return [_column(stem, column, column["what"], column["example"], needed=column["needed"])]
    return [
        _column(
            f"{stem}_{lang}",
            column,
            {spoken: f"{words} ({lang})" for spoken, words in column["what"].items()},
            dict.fromkeys(("fr", "en"), column["example"].get(lang, "")),
            needed=column["needed"] and lang == MAIN,
        )
        for lang in LANGUAGES
    ]


def _column(name: str, column: Mapping[str, Any], what: Text, example: Text, *, needed: bool) -> Column:
    return Column(name, column["kind"], what, example, column["of"], needed=needed)
