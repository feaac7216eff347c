"""The forms of the files in ``catalog/data/training``."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from catalog.yamlschema import Text, kebab, words

ROOM = "training"


class Anything(fields.Field[Any]):
    """Answers as a customer's request writes them: the finder's own reader checks them."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Any:
        return value


class NeedSchema(Schema):
    """A customer: what is said, what it means, and among which pieces the finder then decides."""

    id = kebab(required=True)
    says = Text(required=True)
    answers = Anything(required=True)
    kinds = words(required=True, validate=validate.Length(min=1))


class NeedsSchema(Schema):
    needs = fields.List(fields.Nested(NeedSchema), required=True)


class ContrastSchema(Schema):
    question = Text(required=True)
    reason = Text(required=True)


class RivalsSchema(Schema):
    categories = words(required=True, validate=validate.Length(min=2))
    which = Text(required=True)


class BySchema(Schema):
    manager = Text(required=True)
    brand = Text(required=True)


class AnswerSchema(Schema):
    question = Text(required=True)
    question_of = Text(required=True)
    known = Text(required=True)
    new = Text(required=True)
    label = Text(required=True)
    by = fields.Nested(BySchema, required=True)


class WordsSchema(Schema):
    """Templates of questions and reasons."""

    answer = fields.Nested(AnswerSchema, required=True)
    contrast = fields.Nested(ContrastSchema, required=True)
    which = fields.Dict(kebab(), Text(), required=True)
    rivals = fields.List(fields.Nested(RivalsSchema), required=True)
