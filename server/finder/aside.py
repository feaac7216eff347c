"""What a question to the finder may ask beside the ranking, and how it is answered."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from catalog.finder.aside import MOST_WHY
from server.schemas import answered, maybe

_REF: dict[str, Any] = {"type": "string", "minLength": 1}
TOWARDS = ("lighter", "warmer", "drier", "more-breathable", "cheaper", "more-durable", "other-colour")
WHY: dict[str, Any] = {
    "type": "array",
    "items": _REF,
    "maxItems": MOST_WHY,
    "description": "Pieces of the shop, or of the candidates, of which to tell why they are proposed or not.",
}
REFINE: dict[str, Any] = {
    "type": "object",
    "required": ["from", "towards"],
    "properties": {"from": _REF, "towards": {"type": "string", "enum": list(TOWARDS)}},
    "description": "From a piece at hand to those that suit the same need and are better in one direction.",
}
ALTERNATIVES: dict[str, Any] = {
    "type": "object",
    "required": ["to"],
    "properties": {
        "to": _REF,
        "size": {"type": ["string", "null"], "minLength": 1, "maxLength": 24},
        "colour": {"type": ["integer", "null"], "minimum": 0},
    },
    "description": "What can be had instead of a piece whose size (else that of the answers) or colour is gone.",
}
"""Only described here: the finder itself checks them, against its range."""


class SentenceSchema(ma.Schema):
    code = answered()
    text = answered()
    lang = ma.fields.Str(metadata={"description": "The language of the text, where it is not the one asked for."})


class RelaxationSchema(ma.Schema):
    """What to give up, and what it would bring. ``size`` stands for all that is said of sizes, ``sizes`` too."""

    drop = ma.fields.List(ma.fields.Str(), required=True)
    count = answered(ma.fields.Int)
    in_size_in_stock = answered(ma.fields.Int)


class DifferenceSchema(ma.Schema):
    """How one piece differs from another along one axis, in words."""

    axis = answered()
    better = answered(ma.fields.Bool)
    text = answered()
    estimate = answered(ma.fields.Bool, metadata={"description": "An estimate stands behind it."})


class _PieceSchema(ma.Schema):
    ref = answered()
    name = answered()
    brand = answered()
    score = answered(ma.fields.Int)
    fits = ma.fields.List(ma.fields.Str(), required=True)
    in_stock = answered(ma.fields.Int)
    price_cents = maybe(ma.fields.Int)


class WaySchema(ma.Schema):
    """The place that a piece would have without some answers."""

    drop = ma.fields.List(ma.fields.Str(), required=True)
    place = maybe(ma.fields.Int)
    of = answered(ma.fields.Int)


class JudgementSchema(ma.Schema):
    """One criterion that counts: its verdict, what it weighs, and the sentence for or against."""

    code = answered()
    verdict = answered(metadata={"enum": ["meets", "fails", "unknown"]})
    degree = maybe(ma.fields.Int)
    weight = answered(ma.fields.Int)
    strength = answered(metadata={"enum": ["must", "must_not", "prefer", "soft"]})
    text = answered()
    missing = ma.fields.List(ma.fields.Str(), required=True, metadata={"description": "What nobody states of it."})
    provenance = maybe(ma.fields.Str)


class GaugeJudgementSchema(ma.Schema):
    """What the situation needs of a gauge against what the piece has."""

    gauge = answered()
    level = maybe(ma.fields.Int)
    need = maybe(ma.fields.Int)
    verdict = answered(metadata={"enum": ["enough", "short", "over", "unknown", "no-need"]})
    provenance = maybe(ma.fields.Str)


class GainSchema(SentenceSchema):
    gain = answered(ma.fields.Int)


class BestSchema(ma.Schema):
    """The best piece beside it: what only one of them has, and all that tells them apart."""

    ref = answered()
    score = answered(ma.fields.Int)
    has = ma.fields.List(ma.fields.Nested(GainSchema), required=True)
    has_not = ma.fields.List(ma.fields.Nested(GainSchema), required=True)
    differences = ma.fields.List(ma.fields.Nested(DifferenceSchema), required=True)


class WhySchema(_PieceSchema):
    """Why a piece is proposed or not; null is the place of one that is not."""

    place = maybe(ma.fields.Int)
    of = answered(ma.fields.Int)
    word = maybe(ma.fields.Str)
    against = ma.fields.List(ma.fields.Nested(SentenceSchema), required=True)
    ways = ma.fields.List(ma.fields.Nested(WaySchema), required=True)
    criteria = ma.fields.List(ma.fields.Nested(JudgementSchema), required=True)
    gauges = ma.fields.List(ma.fields.Nested(GaugeJudgementSchema), required=True)
    best = ma.fields.Nested(BestSchema, required=True, allow_none=True)


class StepSchema(_PieceSchema):
    """A step from one piece to another: what it brings, what else is better, what is lost."""

    gain = ma.fields.Nested(DifferenceSchema, required=True, allow_none=True)
    also = ma.fields.List(ma.fields.Nested(DifferenceSchema), required=True)
    lost = ma.fields.List(ma.fields.Nested(DifferenceSchema), required=True)
    misses = ma.fields.List(ma.fields.Nested(SentenceSchema), required=True)


class ColourHereSchema(ma.Schema):
    colour = answered(ma.fields.Int, metadata={"description": "Its place among the colours of the product."})
    sizes = ma.fields.List(ma.fields.Str())
    stock = maybe(ma.fields.Int)


RefinedSchema = ma.Schema.from_dict(
    {
        "from": answered(),
        "towards": answered(),
        "remaining": answered(ma.fields.Int),
        "results": ma.fields.List(ma.fields.Nested(StepSchema), required=True),
        "relaxations": ma.fields.List(ma.fields.Nested(RelaxationSchema), required=True),
        "nearest": ma.fields.List(ma.fields.Nested(StepSchema), required=True),
        "colours": ma.fields.List(ma.fields.Nested(ColourHereSchema), required=True),
    },
    name="RefinedSchema",
)
"""The pieces that are better in one direction; where there is none, what keeps them out and what comes next."""


class InsteadSchema(_PieceSchema):
    likeness = answered(ma.fields.Int, metadata={"description": "0 to 100, for this need."})
    differences = ma.fields.List(ma.fields.Nested(DifferenceSchema), required=True)


class BesideSchema(ma.Schema):
    """A neighbouring size that is here: to be tried on, never the size itself."""

    size = answered()
    step = answered(metadata={"enum": ["smaller", "larger"]})
    stock = answered(ma.fields.Int)
    in_colour = maybe(ma.fields.Int)


class AlternativesSchema(ma.Schema):
    """What can be had instead."""

    ref = answered()
    size = maybe(ma.fields.Str)
    colour = maybe(ma.fields.Int)
    here = maybe(ma.fields.Int)
    colours = ma.fields.List(ma.fields.Nested(ColourHereSchema), required=True)
    sizes = ma.fields.List(ma.fields.Nested(BesideSchema), required=True)
    pieces = ma.fields.List(ma.fields.Nested(InsteadSchema), required=True)
    relaxations = ma.fields.List(ma.fields.Nested(RelaxationSchema), required=True)
