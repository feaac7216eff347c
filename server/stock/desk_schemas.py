"""What the desk asks and says of a shop's stock."""

from __future__ import annotations

import marshmallow as ma
from flask_smorest.fields import Upload

from server import schemas as common
from server.events.schemas import UUID7
from server.schemas import Moment, Schema, answered, maybe
from server.shops.piece_schemas import PageQuery, PieceFilter, PieceHeadSchema, PieceLineSchema, PiecePageSchema
from server.shops.pieces import ALL

from .desk import STATES
from .fold import REASONS
from .papers import PAPERS
from .schemas import MOST, MOST_LINES, GtinField, LevelSchema, StockDeliverySchema


class StockQuery(PieceFilter, PageQuery):
    """Which pieces; `doubt`: more were sold than counted; `old`: the last count is a month old."""

    state = ma.fields.Str(load_default=ALL, validate=ma.validate.OneOf(STATES))


class StockedVariantSchema(PieceLineSchema):
    level = ma.fields.Nested(LevelSchema, required=True, allow_none=True)


class StockedProductSchema(PieceHeadSchema):
    variants = ma.fields.List(ma.fields.Nested(StockedVariantSchema), required=True)


class StockedSchema(PiecePageSchema):
    """A page of pieces; `pieces`, `uncounted`, `doubt` and `counted_at` (the oldest count) are of the whole shop."""

    items = ma.fields.List(ma.fields.Nested(StockedProductSchema), required=True)
    pieces = answered(ma.fields.Int)
    uncounted = answered(ma.fields.Int)
    doubt = answered(ma.fields.Int)
    counted_at = maybe(Moment)


class StockClaimSchema(ma.Schema):
    """One thing said of a variant; `heard` is false where a later count had already taken its place."""

    at = answered(Moment)
    what = ma.fields.Str(required=True, validate=ma.validate.OneOf(("counted", *REASONS)))
    amount = answered(ma.fields.Int)
    before = maybe(ma.fields.Int)
    after = maybe(ma.fields.Int)
    heard = answered(ma.fields.Bool)
    by = ma.fields.Str(required=True, validate=ma.validate.OneOf(("phone", "file", "delivery")))
    note = answered()


class StockClaimsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(StockClaimSchema), required=True)


class PaperFileSchema(Schema):
    """A delivery note or a count: article numbers and quantities."""

    file = Upload(required=True)


class PaperQuery(Schema):
    paper = ma.fields.Str(required=True, validate=ma.validate.OneOf(PAPERS))


class ScannedSchema(Schema):
    """So many pieces of a variant."""

    gtin = GtinField(required=True)
    quantity = common.whole(0, MOST, required=True)


class PaperLinesSchema(Schema):
    lines = ma.fields.List(ma.fields.Nested(ScannedSchema), required=True, validate=ma.validate.Length(1, MOST_LINES))


class CountedSchema(PaperLinesSchema):
    """What was counted, and when (without a time, now), under an id that its sender made."""

    id = ma.fields.Str(required=True, validate=common.FullMatch(UUID7, error="uuid7"))

    counted_at = ma.fields.AwareDateTime(load_default=None, allow_none=True)


class NewDeliverySchema(StockDeliverySchema):
    """A delivery under an id that its sender made, so that it can be sent again."""

    id = ma.fields.Str(required=True, validate=common.FullMatch(UUID7, error="uuid7"))


class PaperFindingSchema(ma.Schema):
    file = answered()
    line = maybe(ma.fields.Int)
    column = maybe(ma.fields.Str)
    severity = ma.fields.Str(required=True, validate=ma.validate.OneOf(("error", "warning", "info")))
    code = answered()
    message = answered()


class PaperLineSchema(PieceLineSchema):
    """A line with the level before and after; both null where nobody ever counted the piece."""

    ref = answered()
    name = answered()
    quantity = answered(ma.fields.Int)
    before = maybe(ma.fields.Int)
    after = maybe(ma.fields.Int)


class PaperSchema(ma.Schema):
    lines = ma.fields.List(ma.fields.Nested(PaperLineSchema), required=True)
    pieces = answered(ma.fields.Int)
    uncounted = answered(ma.fields.Int)
    findings = ma.fields.List(ma.fields.Nested(PaperFindingSchema), required=True)


class TakenSchema(ma.Schema):
    """How many lines were taken: the same however often they are sent."""

    lines = answered(ma.fields.Int)


class DeliverySchema(ma.Schema):
    id = answered()
    note = answered()
    at = answered(Moment)
    author = answered()
    lines = answered(ma.fields.Int)
    pieces = answered(ma.fields.Int)


class DeliveriesSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(DeliverySchema), required=True)
