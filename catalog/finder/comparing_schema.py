"""The form of the table that two pieces are compared by, and whether every name in it exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from catalog.errors import Finding
from catalog.reference import Reference
from catalog.yamlfile import Document, Sentence
from catalog.yamlschema import Strict, Text, kebab, snake, whole

if TYPE_CHECKING:
    from .knowledge import Knowledge

LIVE = ("price", "colour")
"""Axes that are read from the variants that fit, not from the facts."""


def _direction() -> fields.String:
    return fields.String(required=True, validate=validate.OneOf(["higher", "lower"]))


class _Figure(Schema):
    property = snake(required=True)
    better = _direction()
    text = fields.String(required=True, validate=validate.Regexp(r".*\{value\}.*\Z"))
    method = snake(load_default=None)
    least = whole(load_default=0)
    least_percent = whole(load_default=0)
    amount = Strict(load_default=False)


class _Axis(Schema):
    id = kebab(required=True)
    figures = fields.List(fields.Nested(_Figure), load_default=list)
    gauge = kebab(load_default=None)
    property = snake(load_default=None)
    wish = kebab(load_default=None)
    within_category = Strict(load_default=False)
    least_percent = whole(load_default=0)
    more = Text(load_default=None)
    less = Text(load_default=None)

    @validates_schema
    def levels_have_words(self, data: dict[str, Any], **_: Any) -> None:
        if data["id"] not in LIVE and not (data["more"] and data["less"]):
            raise ValidationError(Sentence("Say what more and less is.", "Dites ce qui est plus et moins."), "more")


class _Words(Schema):
    step = Text(required=True)
    steps = Text(required=True)
    less = Text(required=True)
    more = Text(required=True)
    instead = Text(required=True)
    colours = Text(required=True)
    apart = Text(required=True)
    also = Text(required=True)
    money = Text(required=True)
    decimal = Text(required=True)
    about = Text(required=True)


class _Against(Schema):
    wanted = Text(required=True)
    audience = Text(required=True)
    size = Text(required=True)
    budget_cents = Text(required=True)
    kept = Text(required=True)
    must_not = Text(required=True)


class ComparingSchema(Schema):
    places = fields.Dict(kebab(), fields.List(kebab()), required=True)
    axes = fields.List(fields.Nested(_Axis), required=True)
    towards = fields.Dict(kebab(), kebab(), required=True)
    words = fields.Nested(_Words, required=True)
    against = fields.Nested(_Against, required=True)


def check_comparing(document: Document, knowledge: Knowledge, reference: Reference) -> Iterator[Finding]:
    """Find every name that does not exist: categories, attributes, gauges, wishes and axes."""
    known = {
        "property": reference.attributes,
        "method": reference.attributes,
        "gauge": reference.gauges,
        "wish": {wish["id"] for wish in knowledge.wishes["wishes"]},
    }
    for place, categories in document.data["places"].items():
        for name in categories:
            if name not in reference.categories:
                yield _unknown(document, ("places", place), name)
    for index, axis in enumerate(document.data["axes"]):
        for part in (axis, *axis["figures"]):
            for key, names in known.items():
                if part.get(key) is not None and part[key] not in names:
                    yield _unknown(document, ("axes", index), part[key])
    axes = {*LIVE, *(axis["id"] for axis in document.data["axes"])}
    for name, axis in document.data["towards"].items():
        if axis not in axes:
            yield _unknown(document, ("towards", name), axis)


def _unknown(document: Document, place: tuple[str | int, ...], name: str) -> Finding:
    fr = f"«\u202f{name}\u202f» n’existe pas ici\u202f: corrigez le nom."
    return document.finding(place, "unknown-name", fr, f"“{name}” does not exist here: correct the name.")
