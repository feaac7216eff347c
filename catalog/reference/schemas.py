"""What each reference file may hold; each schema makes the typed value."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from catalog.model import LANGUAGES
from catalog.yamlfile import Sentence
from catalog.yamlschema import Name, Scalar, Strict, Text, kebab, snake, whole, words

_DIRECTIONS = ("higher", "lower")
_CARE_KINDS = ("before", "wash", "bleach", "dry", "iron", "professional", "never", "proof", "store", "repair", "often")


def _full(**more: Any) -> Text:
    """Take a text that customers read, so in all five languages."""
    return Text(languages=LANGUAGES, required=True, **more)


class Condition(fields.Field[dict[str, Any]]):
    """Conditions by key: a scalar, a list of scalars, or ``{min, max}`` or ``{known}``."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> dict[str, Any]:
        if not isinstance(value, dict) or not all(_is_wanted(wanted) for wanted in value.values()):
            raise ValidationError(
                Sentence(
                    "Each condition is a value, a list of values, {min, max} or {known}.",
                    "Chaque condition est une valeur, une liste de valeurs, {min, max} ou {known}.",
                )
            )
        return value


def _is_wanted(wanted: Any) -> bool:
    if isinstance(wanted, dict):
        bounds = bool(wanted) and set(wanted) <= {"min", "max"} and all(type(x) is int for x in wanted.values())
        return bounds or (set(wanted) == {"known"} and isinstance(wanted["known"], bool))
    many = wanted if isinstance(wanted, list) else [wanted]
    return bool(many) and all(isinstance(one, bool | int | str) for one in many)


class EnumValueSchema(Schema):
    id = fields.String(required=True, validate=validate.Regexp(r"[A-Za-z0-9][A-Za-z0-9.-]*\Z"))
    label = _full()


class AttributeSchema(Schema):
    label = _full()
    kind = fields.String(required=True, validate=validate.OneOf(("bool", "integer", "enum")))
    unit = fields.String(required=True, allow_none=True)
    better = fields.String(required=True, allow_none=True, validate=validate.OneOf(_DIRECTIONS))
    explanation = Text(required=True)
    values = fields.List(fields.Nested(EnumValueSchema), load_default=())
    min = whole(load_default=None)
    max = whole(load_default=None)
    method = snake(load_default=None)
    derived = Strict(load_default=False)

    @validates_schema
    def _complete(self, data: dict[str, Any], **_: Any) -> None:
        if (data["kind"] == "enum") != bool(data["values"]):
            raise ValidationError(
                Sentence("An enum has values, and only an enum.", "Un enum a des values, et lui seul."), "values"
            )
        if data["kind"] == "integer" and (data["min"] is None or data["max"] is None):
            raise ValidationError(
                Sentence("An integer has a min and a max.", "Un nombre entier a un min et un max."), "min"
            )


class LabelSchema(Schema):
    label = _full()


class GroupSchema(Schema):
    label = _full()
    categories = fields.List(kebab(), required=True, validate=validate.Length(min=1))


class CategorySchema(Schema):
    label = _full()
    plural = _full()
    family = kebab(required=True)
    gauges = fields.List(kebab(), required=True, validate=validate.Length(min=1, max=4))
    decisive = fields.List(snake(), required=True, validate=validate.Length(min=1))


class FigureSchema(Schema):
    name = Text(required=True)
    value = Scalar(required=True)
    unit = fields.String(required=True)


class ImplicationSchema(Schema):
    property = snake(required=True)
    value = Scalar(required=True)
    why = Text(required=True)
    source = fields.String(required=True)
    categories = words(load_default=())


class TechnologySchema(Schema):
    name = Name(required=True)
    kind = fields.String(required=True)
    owner = fields.String(load_default="")
    line = _full()
    explanation = Text(required=True)
    limits = Text(required=True)
    source = fields.String(required=True)
    sources = words(load_default=())
    confidence = fields.String(required=True, validate=validate.OneOf(("high", "medium", "low", "none")))
    figures = fields.List(fields.Nested(FigureSchema), load_default=())
    conflict = Text(load_default=None)
    refines = fields.List(kebab(), load_default=())
    aliases = words(load_default=())
    implies = fields.List(fields.Nested(ImplicationSchema), load_default=())

    @validates_schema
    def _sourced(self, data: dict[str, Any], **_: Any) -> None:
        if data["implies"] and data["confidence"] == "none":
            raise ValidationError(
                Sentence("What nothing documents implies nothing.", "Ce que rien ne documente n’implique rien."),
                "implies",
            )


class StepSchema(Schema):
    start = whole(required=True, data_key="from")
    value = Scalar(required=True)


class StepsSchema(Schema):
    property = snake(required=True)
    of = fields.List(snake(), required=True, validate=validate.Length(min=1))
    steps = fields.List(fields.Nested(StepSchema), required=True, validate=validate.Length(min=1))

    @validates_schema
    def _rising(self, data: dict[str, Any], **_: Any) -> None:
        starts = [step["start"] for step in data["steps"]]
        if starts != sorted(set(starts)):
            raise ValidationError(Sentence("The steps must rise.", "Les paliers doivent monter."), "steps")


class LineSchema(Schema):
    property = snake(required=True)
    of = snake(required=True)
    times = whole(required=True)
    plus = whole(load_default=0)
    step = whole(load_default=1, validate=validate.Range(min=1))
    min = whole(load_default=None)
    max = whole(load_default=None)


class RuleSchema(Schema):
    id = kebab(required=True)
    applies = words(required=True, validate=validate.Length(min=1))
    when = Condition(load_default=dict)
    values = fields.Dict(keys=snake(), values=Scalar(), load_default=dict, data_key="set")
    steps = fields.Nested(StepsSchema, load_default=None)
    line = fields.Nested(LineSchema, load_default=None)
    derived = Strict(load_default=False)
    why = Text(required=True)
    source = fields.String(load_default="")

    @validates_schema
    def _one_way(self, data: dict[str, Any], **_: Any) -> None:
        if sum(map(bool, (data["values"], data["steps"], data["line"]))) != 1:
            raise ValidationError(
                Sentence("A rule has one of set, steps and line.", "Une règle a soit set, soit steps, soit line.")
            )


class CaseSchema(Schema):
    level = whole(required=True, validate=validate.Range(min=0, max=5))
    when = Condition(load_default=dict)


class ScaleSchema(Schema):
    applies = words(required=True, validate=validate.Length(min=1))
    of = snake(load_default=None)
    per = snake(load_default=None)
    better = fields.String(load_default=None, validate=validate.OneOf(_DIRECTIONS))
    limits = fields.List(whole(), load_default=(), validate=validate.Length(equal=5))
    cases = fields.List(fields.Nested(CaseSchema), load_default=())

    @validates_schema
    def _one_way(self, data: dict[str, Any], **_: Any) -> None:
        by_limits = all((data["of"], data["better"], data["limits"]))
        if by_limits == bool(data["cases"]):
            raise ValidationError(
                Sentence(
                    "A scale has of, better and limits, or cases.", "Une échelle a of, better et limits, ou bien cases."
                )
            )
        if sorted(set(data["limits"])) != list(data["limits"]):
            raise ValidationError(Sentence("The limits must rise.", "Les seuils doivent monter."), "limits")


class GaugeSchema(Schema):
    label = _full()
    words = fields.List(Text(languages=LANGUAGES), required=True, validate=validate.Length(equal=6))
    scales = fields.List(fields.Nested(ScaleSchema), required=True, validate=validate.Length(min=1))


class CareStepSchema(Schema):
    kind = fields.String(required=True, validate=validate.OneOf(_CARE_KINDS))
    text = _full()
    source = fields.String(required=True)


class CareSchema(Schema):
    title = _full()
    applies = words(required=True, validate=validate.Length(min=1))
    when = Condition(load_default=dict)
    steps = fields.List(fields.Nested(CareStepSchema), required=True, validate=validate.Length(min=1))


def _by_id(value: type[Schema]) -> fields.Dict:
    return fields.Dict(keys=fields.String(), values=fields.Nested(value), required=True)


class AttributesFile(Schema):
    attributes = _by_id(AttributeSchema)


class CategoriesFile(Schema):
    families = _by_id(LabelSchema)
    groups = _by_id(GroupSchema)
    categories = _by_id(CategorySchema)


class TechnologiesFile(Schema):
    technologies = _by_id(TechnologySchema)


class EstimatesFile(Schema):
    rules = fields.List(fields.Nested(RuleSchema), required=True)


class GaugesFile(Schema):
    gauges = _by_id(GaugeSchema)


class CareFile(Schema):
    care = _by_id(CareSchema)
