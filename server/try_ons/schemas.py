"""A try-on as phones send it, and what they hear of all of them."""

from __future__ import annotations

import marshmallow as ma

from catalog.sizing.tried import VERDICTS
from server import schemas as common
from server.schemas import Moment, Schema, answered


class UsualSizeSchema(Schema):
    system = common.text(20, minimum=1, required=True)
    size = common.text(40, minimum=1, required=True)


class TryOnSchema(Schema):
    """``verdict``: which size is right, compared with the one that was tried.

    ``advised`` is the size that the chart and the brand's note gave, before any try-ons.
    """

    ref = common.text(100, minimum=1, required=True)
    size_tried = common.text(40, minimum=1, required=True)
    advised = common.text(40, minimum=1, allow_none=True)
    usual = ma.fields.Nested(UsualSizeSchema, allow_none=True)
    verdict = ma.fields.Str(required=True, validate=ma.validate.OneOf(VERDICTS))


class TriedCountsSchema(ma.Schema):
    smaller = answered(ma.fields.Int)
    right = answered(ma.fields.Int)
    larger = answered(ma.fields.Int)


class TryOnsSchema(ma.Schema):
    """Counts by product: how many try-ons asked for a smaller size than advised, for that one, for a larger one."""

    shop = answered()
    as_of = answered(Moment)
    try_ons = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(TriedCountsSchema), required=True)
