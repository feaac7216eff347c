"""What the room of advice shows and takes."""

from __future__ import annotations

import marshmallow as ma

from catalog.finder.overrides import MOST_TEXT, PARTS
from server import schemas as common
from server.language import SPOKEN
from server.schemas import FullMatch, Schema, answered, maybe

MOST_CHANGES = 500
_ID = FullMatch(r"^[A-Za-z0-9_.\-]{1,120}$", error="identifier")


class KnowledgeQuery(Schema):
    lang = ma.fields.Str(validate=ma.validate.OneOf(SPOKEN))


class KnownFieldSchema(ma.Schema):
    """One field: what holds, and what the house says where that is something else."""

    field = answered()
    value = answered()
    house = maybe(ma.fields.Str)


class KnownSourceSchema(ma.Schema):
    says = answered()
    address = maybe(ma.fields.Str)


class KnownThingSchema(ma.Schema):
    id = answered()
    name = answered(metadata={"description": "What it says, in the reader's language."})
    entries = ma.fields.List(ma.fields.Nested(KnownFieldSchema), required=True, data_key="fields", attribute="fields")


class KnownCriterionSchema(KnownThingSchema):
    """One criterion: of which pieces, when, what it judges, why."""

    families = ma.fields.List(ma.fields.Str(), required=True)
    hard = answered(ma.fields.Bool)
    on = answered(ma.fields.Bool)
    weight = answered(ma.fields.Int)
    when = answered()
    test = answered()
    sources = ma.fields.List(ma.fields.Nested(KnownSourceSchema), required=True)


class KnownQuestionSchema(KnownThingSchema):
    """One question with its answers, whose ids are ``question.answer``, and when it is asked."""

    on = answered(ma.fields.Bool)
    when = answered()
    answers = ma.fields.List(ma.fields.Nested(KnownThingSchema), required=True)


class KnownValueSchema(ma.Schema):
    value = answered(metadata={"description": "As a condition writes it."})
    label = answered()


class KnownConditionSchema(ma.Schema):
    """What a condition may ask: a key with its values."""

    key = answered()
    label = answered()
    known = ma.fields.List(ma.fields.Nested(KnownValueSchema), required=True, data_key="values", attribute="known")


class KnowledgeSchema(ma.Schema):
    revision = answered(ma.fields.Int)
    conditions = ma.fields.List(ma.fields.Nested(KnownConditionSchema), required=True)
    families = ma.fields.Dict(ma.fields.Str(), ma.fields.Str(), required=True)
    criteria = ma.fields.List(ma.fields.Nested(KnownCriterionSchema), required=True)
    questions = ma.fields.List(ma.fields.Nested(KnownQuestionSchema), required=True)


class KnowledgeChangeSchema(Schema):
    """One field said otherwise; null puts back what the house says."""

    part = ma.fields.Str(required=True, validate=ma.validate.OneOf(PARTS))
    id = ma.fields.Str(required=True, validate=_ID)
    field = ma.fields.Str(required=True, validate=_ID)
    value = common.text(MOST_TEXT, required=True, allow_none=True, minimum=1)
    was = common.text(
        MOST_TEXT,
        allow_none=True,
        metadata={"description": "What held when it was typed; where something else holds now, nothing is tried."},
    )


class KnowledgeChangesSchema(Schema):
    changes = ma.fields.List(
        ma.fields.Nested(KnowledgeChangeSchema), required=True, validate=ma.validate.Length(1, MOST_CHANGES)
    )
