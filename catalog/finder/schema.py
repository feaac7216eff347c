"""The form of the finder's data files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validate

from catalog.yamlfile import Sentence
from catalog.yamlschema import Scalar, Strict, Text, kebab, snake, whole, words

from .degrees import KINDS

_ALONE = {"property", "gauge", "categories", "declared", "first", "any", "all"}
_MEASURES = ("degrees", "curve", "fine", "minus_need", "percent_of_need")


class Condition(fields.Field[dict[str, list[Any]]]):
    """Each key with the list of values of which one must hold; a single value may stand without brackets."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> dict[str, list[Any]]:
        if not isinstance(value, dict):
            raise ValidationError(Sentence("Name the answers.", "Nommez les réponses."))
        found = {key: each if isinstance(each, list) else [each] for key, each in value.items()}
        if not all(isinstance(each, bool | int | str) for values in found.values() for each in values):
            raise ValidationError(Sentence("Give words or numbers.", "Donnez des mots ou des nombres."))
        return found


class Curve(fields.Field[list[list[int]]]):
    """Points [value, degree] in strictly rising order of value, degrees 0 to 100."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> list[list[int]]:
        if not isinstance(value, list) or not value or not all(map(_is_point, value)):
            raise ValidationError(Sentence("Give points [value, degree].", "Donnez des points [valeur, degré]."))
        places = [point[0] for point in value]
        if places != sorted(set(places)) or not all(0 <= point[1] <= 100 for point in value):
            raise ValidationError(
                Sentence("Values rise, degrees are 0 to 100.", "Valeurs croissantes, degrés de 0 à 100.")
            )
        return [list(point) for point in value]


def _is_point(point: Any) -> bool:
    return isinstance(point, list) and len(point) == 2 and all(type(each) is int for each in point)


def _degree(**more: Any) -> fields.Integer:
    return whole(validate=validate.Range(0, 100), **more)


class TestField(fields.Field[dict[str, Any]]):
    """A test: of one property, gauge or category, or several of these joined by first, any or all."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> dict[str, Any]:
        if not isinstance(value, dict) or len(_ALONE & set(value)) != 1:
            names = ", ".join(KINDS)
            raise ValidationError(Sentence(f"Give exactly one of: {names}.", f"Donnez un seul de\u202f: {names}."))
        for joined in ("first", "any", "all"):
            if joined in value:
                return {joined: fields.List(TestField(), validate=validate.Length(min=1)).deserialize(value[joined])}
        loaded: dict[str, Any] = _PlainTest().load(value)
        return loaded


class _PlainTest(Schema):
    property = snake()
    gauge = kebab()
    categories = fields.Dict(fields.String(), _degree())
    declared = kebab()
    degrees = fields.Dict(fields.String(), _degree())
    curve = Curve()
    fine = Curve()
    minus_need = Curve()
    percent_of_need = Curve()
    otherwise = _degree(data_key="else", load_default=0)

    @post_load
    def one_measure(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        data["else"] = data.pop("otherwise")
        asked = 1 if "property" in data or "gauge" in data else 0
        if sum(name in data for name in _MEASURES) != asked:
            names = ", ".join(_MEASURES)
            raise ValidationError(Sentence(f"Give exactly one of: {names}.", f"Donnez un seul de\u202f: {names}."))
        return data


class _Words(Schema):
    reason = Text()
    caution = Text()


class CriterionSchema(Schema):
    id = kebab(required=True)
    families = fields.List(kebab(), load_default=None)
    categories = fields.List(kebab(), load_default=list)
    topic = kebab(load_default=None)
    weight = whole(required=True, validate=validate.Range(1, 100))
    hard = Strict(load_default=False)
    quiet = Strict(load_default=False)
    when = Condition(load_default=dict)
    need = fields.String(load_default=None)
    test = TestField(required=True)
    properties = fields.List(snake(), load_default=None)
    reason = Text(required=True)
    caution = Text(required=True)
    caution_over = Text(load_default=None)
    told = fields.List(Text(), load_default=list)
    by_value = fields.Dict(fields.String(), fields.Nested(_Words), load_default=dict)
    by_category = fields.Dict(kebab(), fields.Nested(_Words), load_default=dict)
    source = words(required=True, validate=validate.Length(min=1))
    note = Text(load_default=None)


class CriteriaSchema(Schema):
    criteria = fields.List(fields.Nested(CriterionSchema), required=True)


class _Row(Schema):
    when = Condition(load_default=dict)
    value = Scalar(required=True)


class _Change(Schema):
    when = Condition(required=True)
    add = whole(required=True)


class _Band(Schema):
    figure = fields.String(required=True)
    below = fields.List(whole(), load_default=list)
    start = fields.List(whole(), data_key="from", load_default=list)


class DimensionSchema(Schema):
    id = snake(required=True)
    answer = fields.String(load_default=None, validate=validate.OneOf(["volume_l"]))
    gauge = Strict(load_default=False)
    when = Condition(load_default=dict)
    rows = fields.List(fields.Nested(_Row), load_default=list)
    figure = fields.String(load_default=None)
    below = fields.List(whole(), load_default=list)
    start = fields.List(whole(), data_key="from", load_default=list)
    grid = whole(load_default=0)
    adjust = fields.List(fields.Nested(_Change), load_default=list)
    min = whole(load_default=0)
    max = whole(load_default=5)
    source = words(required=True, validate=validate.Length(min=1))
    note = Text(load_default=None)


class _Chilly(Schema):
    wishes = words(required=True, validate=validate.Length(min=1))
    colder_c = whole(required=True, validate=validate.Range(0, 20))
    source = words(required=True, validate=validate.Length(min=1))


class NeedsSchema(Schema):
    windy_from_kmh = whole(required=True)
    chilly = fields.Nested(_Chilly, required=True)
    own_slots = words(load_default=list)
    assumed = fields.Dict(snake(), fields.List(fields.Nested(_Row)), required=True)
    met = fields.Dict(snake(), fields.List(fields.Nested(_Row)), required=True)
    bands = fields.Dict(snake(), fields.Nested(_Band), required=True)
    cases = fields.Dict(snake(), fields.List(fields.Nested(_Row)), required=True)
    families = fields.Dict(kebab(), fields.List(fields.Nested(DimensionSchema)), required=True)
    sources = words(required=True)


class _Answer(Schema):
    id = kebab(required=True)
    label = Text(required=True)
    short = Text(load_default=None)
    phrase = Text(load_default=None)

    @post_load
    def short_by_default(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        data["short"] = data["short"] or data["label"]
        return data


class _Range(Schema):
    min = whole(required=True)
    max = whole(required=True)
    step = whole(required=True)
    unit = fields.String(required=True)


class QuestionSchema(Schema):
    id = snake(required=True)
    label = Text(required=True)
    short = Text(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(["choice", "number", "size", "wishes"]))
    range = fields.Nested(_Range, load_default=None)
    stage = whole(load_default=1)
    probe = fields.List(Scalar(), load_default=list)
    answers = fields.List(fields.Nested(_Answer), load_default=list)
    when = Condition(load_default=dict)
    source = words(load_default=list)


class QuestionsSchema(Schema):
    questions = fields.List(fields.Nested(QuestionSchema), required=True)


class WishSchema(Schema):
    id = fields.String(required=True, validate=validate.Regexp(r"[a-z][a-z0-9_.:\-A-Z]*\Z"))
    topic = kebab(load_default=None)
    label = Text(required=True)
    aliases = words(load_default=list)
    test = TestField(required=True)
    weight = whole(load_default=None)
    live = Strict(load_default=False)
    reason = Text(load_default=None)
    caution = Text(load_default=None)


class WishesSchema(Schema):
    weight = whole(required=True)
    reason = Text(required=True)
    caution = Text(required=True)
    aliases = fields.Dict(fields.String(), words(), load_default=dict)
    skip = fields.List(snake(), load_default=list)
    applies = fields.Dict(snake(), fields.List(kebab()), load_default=dict)
    named = fields.Dict(snake(), fields.List(kebab()), load_default=dict)
    wishes = fields.List(fields.Nested(WishSchema), required=True)


class _Word(Schema):
    start = whole(data_key="from", required=True)
    id = kebab(required=True)
    label = Text(required=True)


class ParametersSchema(Schema):
    meets_from = _degree(required=True)
    unknown_degree = _degree(required=True)
    stock_weight = whole(required=True)
    doubt_weight = whole(required=True)
    apart_weight = whole(required=True)
    apart_from = whole(required=True)
    lead_weight = whole(required=True)
    words = fields.List(fields.Nested(_Word), required=True)
    size_kinds = fields.Dict(kebab(), kebab(), required=True)
    child_heights = fields.Dict(fields.String(), whole(), required=True)
    near = fields.Dict(kebab(), fields.Dict(kebab(), _degree()), required=True)


class _Source(Schema):
    says = Text(required=True)
    address = fields.String(required=True, allow_none=True)
    evidence = fields.String(required=True, validate=validate.OneOf(["read", "derived", "advice", "general"]))
    conflict = Text(load_default=None)


class SourcesSchema(Schema):
    sources = fields.Dict(snake(), fields.Nested(_Source), required=True)


class _Speech(Schema):
    check = Text(required=True)
    limit = Text(required=True)
    source = words(required=True)


class SpeechSchema(Schema):
    cold = Text(required=True)
    benefit = Text(required=True)
    about = Text(required=True)
    estimated = Text(required=True)
    unsaid = Condition(load_default=dict)
    unitless = fields.List(snake(), load_default=list)
    not_stated = Text(required=True)
    felt = Text(required=True)
    categories = fields.Dict(kebab(), fields.Nested(_Speech), required=True)


def plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a loaded table with ``from`` under its own name again; Python keeps the word for itself in a schema."""
    return {("from" if key == "start" else key): _inner(value) for key, value in data.items()}


def _inner(value: Any) -> Any:
    if isinstance(value, Mapping):
        return plain(value)
    return [_inner(each) for each in value] if isinstance(value, list) else value
