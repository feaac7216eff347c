"""A question to the finder, and its advice."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from catalog.model import AUDIENCES
from server import schemas as common
from server.catalogue.schemas import GaugeLevelSchema, ValueSchema
from server.schemas import Moment, Schema, answered, maybe, whole

from . import aside
from .aside import RelaxationSchema, SentenceSchema
from .vocabulary import ACTIVITIES, COLOURS, DURATIONS, EFFORTS, NIGHTS, SIZE_KINDS, WEATHERS

MOST_WISHES = 40
MOST_CANDIDATES = 500


def _maybe(kind: str, **schema: Any) -> dict[str, Any]:
    return {"type": [kind, "null"], **schema}


def _choice(values: tuple[str, ...]) -> dict[str, Any]:
    return _maybe("string", enum=[*values, None])


def _number(low: int, high: int) -> dict[str, Any]:
    return _maybe("number", minimum=low, maximum=high)


def _size() -> dict[str, Any]:
    """``42`` is said as a number as often as in words."""
    return {"type": ["string", "number", "null"], "minLength": 1, "maxLength": 24}


def _wishes() -> dict[str, Any]:
    return _maybe("array", items={"type": "string"}, maxItems=MOST_WISHES)


ANSWERS: dict[str, Any] = {
    "type": "object",
    "description": "What is known of the need; everything may be left out or null.",
    "additionalProperties": False,
    "properties": {
        "wanted": _maybe("string", description="A category or a group."),
        "activity": _choice(ACTIVITIES),
        "weather": _choice(WEATHERS),
        "temperature_c": _number(-60, 50),
        "wind_kmh": _number(0, 200),
        "humid": _maybe("boolean"),
        "effort": _choice(EFFORTS),
        "duration": _choice(DURATIONS),
        "nights_in": _choice(NIGHTS),
        "audience": _choice(AUDIENCES),
        "age_years": _number(0, 120),
        "height_mm": _number(400, 2500),
        "size": _size(),
        "sizes": _maybe(
            "object",
            description="Sizes by the kind of their system; used where `size` is not given or is of another kind.",
            properties={kind: _size() for kind in SIZE_KINDS},
            additionalProperties=False,
        ),
        "colour": _maybe("string", description="A family of colours that is liked.", enum=[*COLOURS, None]),
        "volume_l": _number(1, 200),
        "budget_cents": _number(0, 10_000_000),
        "must": _wishes(),
        "must_not": _wishes(),
        "prefer": _wishes(),
    },
}
"""Only described here: the finder itself checks answers and pieces, against its published words."""
_CANDIDATE: dict[str, Any] = {
    "type": "object",
    "required": ["ref", "category"],
    "properties": {
        "ref": {"type": "string", "minLength": 1},
        "category": {"type": "string"},
        "audience": {"type": "string", "enum": list(AUDIENCES)},
        "name": {"type": "string"},
        "brand": {"type": "string"},
        "activities": {"type": "array", "items": {"type": "string"}},
        "properties": {
            "type": "object",
            "description": "Values by attribute id, plain or as the finder gives them.",
            "additionalProperties": {"type": ["boolean", "integer", "string", "object", "null"]},
        },
    },
}
CANDIDATES: dict[str, Any] = {
    "type": "array",
    "items": _CANDIDATE,
    "maxItems": MOST_CANDIDATES,
    "description": "Pieces that are not in the range, to be ranked as if they were.",
}


class FinderQuestionSchema(Schema):
    """Answers, and where and how to answer. With ``candidates`` only these are ranked."""

    shop = common.identifier(metadata={"description": "Only its assortment, with its stock; else every product."})
    lang = common.language()
    limit = whole(1, 100, load_default=10)
    answers = ma.fields.Raw(load_default=dict, metadata=ANSWERS)
    candidates = ma.fields.Raw(allow_none=True, metadata=CANDIDATES)
    why = ma.fields.Raw(allow_none=True, metadata=aside.WHY)
    refine = ma.fields.Raw(allow_none=True, metadata=aside.REFINE)
    alternatives = ma.fields.Raw(allow_none=True, metadata=aside.ALTERNATIVES)


class SaySchema(ma.Schema):
    """What to say: one benefit, one honest limit, one thing to check."""

    benefit = maybe(ma.fields.Str)
    limit = maybe(ma.fields.Str)
    check = maybe(ma.fields.Str)


class FitSchema(ma.Schema):
    """The sizes that fit, how many pieces of them were counted here, and when; null where nothing was counted."""

    fits = ma.fields.List(ma.fields.Str(), required=True)
    stock = maybe(ma.fields.Int)
    counted_at = maybe(Moment)


class ResultSchema(ma.Schema):
    """One piece with its reasons, cautions and unknowns."""

    ref = answered()
    name = answered()
    brand = answered()
    category = answered()
    audience = answered()
    score = ma.fields.Int(required=True, validate=ma.validate.Range(0, 100))
    word = answered(metadata={"description": "ideal, very-good, suits or compromise."})
    reasons = ma.fields.List(ma.fields.Nested(SentenceSchema), required=True)
    cautions = ma.fields.List(ma.fields.Nested(SentenceSchema), required=True)
    unknown_ = ma.fields.List(ma.fields.Str(), required=True, data_key="unknown")
    say = ma.fields.Nested(SaySchema, required=True)
    size = ma.fields.Nested(FitSchema, required=True)
    price_cents = maybe(ma.fields.Int)
    gauges = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(GaugeLevelSchema), required=True)
    properties = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(ValueSchema), required=True)


class AdviceSchema(ma.Schema):
    """The advice of a revision: the same revision and answers give the same advice for ever."""

    revision = answered(ma.fields.Int)
    remaining = answered(ma.fields.Int)
    results = ma.fields.List(ma.fields.Nested(ResultSchema), required=True)
    relaxations = ma.fields.List(ma.fields.Nested(RelaxationSchema), required=True)
    next_question = maybe(ma.fields.Str)
    needs = ma.fields.Dict(
        ma.fields.Str(),
        ma.fields.Dict(ma.fields.Str(), ma.fields.Int(allow_none=True)),
        required=True,
        metadata={"description": "What the situation needs, 0 to 5, by family and gauge."},
    )
    felt_c = maybe(ma.fields.Int, metadata={"description": "The temperature as the wind makes it feel."})
    why = ma.fields.List(ma.fields.Nested(aside.WhySchema), metadata={"description": "In the order asked for."})
    refine = ma.fields.Nested(aside.RefinedSchema)
    alternatives = ma.fields.Nested(aside.AlternativesSchema)


class FinderSchema(ma.Schema):
    """The questions, criteria, wishes and tables of the published revision, in one language."""

    revision = answered(ma.fields.Int)
    questions = ma.fields.List(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()), required=True)
    criteria = ma.fields.List(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()), required=True)
    wishes = ma.fields.List(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()), required=True)
    needs = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw(), required=True)
    parameters = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw(), required=True)
    speech = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw())
    comparing = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw())
    colours = ma.fields.List(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()))
    outfits = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw())
