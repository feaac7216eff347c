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


class KnownValueSchema(ma.Schema):
    value = answered(metadata={"description": "As a field writes it."})
    label = answered()


class KnownScaleSchema(ma.Schema):
    """What the places of a scale are: figures between two bounds, or words."""

    kind = answered(validate=ma.validate.OneOf(("curve", "fine", "minus_need", "percent_of_need", "words")))
    of = answered(metadata={"description": "What is judged, in words."})
    unit = answered()
    low = maybe(ma.fields.Int)
    high = maybe(ma.fields.Int)
    known = ma.fields.List(ma.fields.Nested(KnownValueSchema), required=True, data_key="values", attribute="known")


class KnownFieldSchema(ma.Schema):
    """One field: what holds, what the house says where that is something else, and what it takes."""

    field = answered()
    value = answered()
    house = maybe(ma.fields.Str)
    label = answered(metadata={"description": "The situation that it is for; empty where its name says all."})
    unit = answered()
    low = maybe(ma.fields.Int)
    high = maybe(ma.fields.Int)
    choices = ma.fields.List(ma.fields.Nested(KnownValueSchema), required=True)
    scale = ma.fields.Nested(KnownScaleSchema, required=True, allow_none=True)


class KnownSourceSchema(ma.Schema):
    says = answered()
    address = maybe(ma.fields.Str)
    evidence = answered(validate=ma.validate.OneOf(("read", "derived", "advice", "general")))
    conflict = answered(metadata={"description": "Where sources disagree, and what was chosen; else empty."})


class KnownNameSchema(ma.Schema):
    part = answered(validate=ma.validate.OneOf(PARTS))
    id = answered()
    name = answered()


class KnownLineSchema(KnownNameSchema):
    """A criterion, a need or a question, as a list shows it."""

    families = ma.fields.List(ma.fields.Str(), required=True)
    hard = answered(ma.fields.Bool)
    on = answered(ma.fields.Bool)
    weight = maybe(ma.fields.Int)
    when = answered(metadata={"description": "When it counts, in words."})
    about = answered(metadata={"description": "What it judges, asks for or offers, in words."})
    otherwise = answered(ma.fields.Bool, metadata={"description": "Something of it is not as the house says."})
    behind = ma.fields.List(
        common.language(),
        required=True,
        metadata={"description": "Languages that still say the house's words, where another says something else."},
    )


class KnownConditionSchema(ma.Schema):
    """What a condition may ask: a key with its values."""

    key = answered()
    label = answered()
    known = ma.fields.List(ma.fields.Nested(KnownValueSchema), required=True, data_key="values", attribute="known")


class KnowledgeSchema(ma.Schema):
    revision = answered(ma.fields.Int)
    conditions = ma.fields.List(ma.fields.Nested(KnownConditionSchema), required=True)
    families = ma.fields.Dict(ma.fields.Str(), ma.fields.Str(), required=True)
    lines = ma.fields.List(ma.fields.Nested(KnownLineSchema), required=True)


class KnownAnswerSchema(ma.Schema):
    """An answer of a question, whose id is ``question.answer``."""

    id = answered()
    name = answered()
    entries = ma.fields.List(ma.fields.Nested(KnownFieldSchema), required=True, data_key="fields", attribute="fields")


class TouchedCustomerSchema(ma.Schema):
    id = answered()
    says = answered()
    first = answered(metadata={"description": "The piece that is proposed first now; empty where there is none."})
    agrees = maybe(ma.fields.Bool, metadata={"description": "Whether that is what a good seller would say."})


class TouchedRequestSchema(ma.Schema):
    says = answered()
    times = answered(ma.fields.Int)


class TouchedLineSchema(ma.Schema):
    """One line of a need: for how many it is the one that decides."""

    field = answered()
    customers = answered(ma.fields.Int)
    requests = answered(ma.fields.Int)


class TouchesSchema(ma.Schema):
    """Whom it touches: sample customers, and needs that were really asked lately."""

    customers_count = answered(ma.fields.Int)
    customers_all = answered(ma.fields.Int)
    customers = ma.fields.List(ma.fields.Nested(TouchedCustomerSchema), required=True)
    requests_count = answered(ma.fields.Int)
    requests_all = answered(ma.fields.Int)
    requests = ma.fields.List(ma.fields.Nested(TouchedRequestSchema), required=True)
    lines = ma.fields.List(ma.fields.Nested(TouchedLineSchema), required=True)


class KnownEntrySchema(KnownLineSchema):
    """One thing that the advice knows, whole."""

    revision = answered(ma.fields.Int)
    test = answered(metadata={"description": "What a criterion judges, from 0 to 100, in words."})
    note = answered()
    sources = ma.fields.List(ma.fields.Nested(KnownSourceSchema), required=True)
    related = ma.fields.List(ma.fields.Nested(KnownNameSchema), required=True)
    entries = ma.fields.List(ma.fields.Nested(KnownFieldSchema), required=True, data_key="fields", attribute="fields")
    answers = ma.fields.List(ma.fields.Nested(KnownAnswerSchema), required=True)


class SaidSchema(Schema):
    """One field of a criterion as it would be said."""

    field = ma.fields.Str(required=True, validate=_ID)
    value = common.text(MOST_TEXT, required=True, minimum=1)


class PreviewAskedSchema(Schema):
    """Which fields of a criterion would say what, and at which level of its need."""

    fields_said = ma.fields.List(
        ma.fields.Nested(SaidSchema), required=True, data_key="fields", validate=ma.validate.Length(max=20)
    )
    level = common.whole(-1000, 1000, allow_none=True, load_default=None)


class PreviewPieceSchema(ma.Schema):
    """How a piece stands: degrees 0 to 100, null where it is not known or not judged."""

    ref = answered()
    name = answered()
    brand = answered()
    property = maybe(ma.fields.Str)
    value = ma.fields.Raw(required=True, allow_none=True, metadata={"description": "What is judged of it."})
    before = maybe(ma.fields.Int)
    after = maybe(ma.fields.Int)


class PreviewSchema(ma.Schema):
    levels = ma.fields.List(ma.fields.Int(), required=True)
    level = maybe(ma.fields.Int)
    unit = answered(metadata={"description": "Of the levels."})
    better = answered(ma.fields.Int)
    worse = answered(ma.fields.Int)
    same = answered(ma.fields.Int)
    open_count = answered(ma.fields.Int, metadata={"description": "Pieces of which it is not known."})
    pieces = ma.fields.List(ma.fields.Nested(PreviewPieceSchema), required=True)


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
