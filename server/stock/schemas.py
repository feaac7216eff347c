"""What phones say of the stock, and what they hear of it."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from catalog.gtin import GtinError, normalise
from server import schemas as common
from server.schemas import Moment, Schema, answered, maybe

from .fold import REASONS, SOLD

MOST = 9999
"""More pieces of one variant than any shop holds: a slip of the finger."""
MOST_LINES = 2_000
"""Lines of one delivery; a pallet has fewer."""
_BRINGS = ("received", "returned")


class GtinField(ma.fields.Str):
    """An article number of 8, 12, 13 or 14 digits with a right check digit, given on with fourteen."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        try:
            return normalise(text[:40])
        except GtinError:
            raise ma.ValidationError("gtin") from None


class StockCountSchema(Schema):
    """Somebody counted: so many pieces of this variant are in the shop."""

    gtin = GtinField(required=True)
    count = common.whole(0, MOST, required=True)


class StockDeltaSchema(Schema):
    """Pieces came or went, and nobody counted. ``sold`` takes away, ``received`` and ``returned`` bring."""

    gtin = GtinField(required=True)
    delta = common.whole(-MOST, MOST, required=True)
    why = ma.fields.Str(required=True, validate=ma.validate.OneOf(REASONS))

    @ma.validates_schema
    def _a_sign_that_fits(self, data: dict[str, Any], **_: Any) -> None:
        delta, why = data["delta"], data["why"]
        if delta == 0 or (why == SOLD and delta > 0) or (why in _BRINGS and delta < 0):
            raise ma.ValidationError("stock-sign", "delta")


class DeliveredSchema(Schema):
    """So many pieces of a variant, as the delivery note says."""

    gtin = GtinField(required=True)
    quantity = common.whole(1, MOST, required=True)


class StockDeliverySchema(Schema):
    """A supplier's delivery. `none_before`: of pieces that nobody ever counted, there were none."""

    note = common.text(120, load_default="")
    none_before = common.flag(load_default=False)
    lines = ma.fields.List(ma.fields.Nested(DeliveredSchema), required=True, validate=ma.validate.Length(1, MOST_LINES))


class LevelSchema(ma.Schema):
    """``quantity`` = ``counted`` at ``counted_at``, less ``sold``, plus ``moved`` (all else since), not below zero."""

    quantity = answered(ma.fields.Int)
    counted_at = answered(Moment)
    counted = answered(ma.fields.Int)
    sold = answered(ma.fields.Int)
    moved = answered(ma.fields.Int)
    moved_at = maybe(Moment)


class StockSchema(ma.Schema):
    """Counted variants by GTIN; one that is absent was never counted: unknown, not zero."""

    shop = answered()
    as_of = answered(Moment)
    demonstration = answered(ma.fields.Bool)
    levels = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(LevelSchema), required=True)
    recent = ma.fields.List(
        ma.fields.Str(),
        required=True,
        metadata={"description": "Events of the last 15 minutes that the levels hold already."},
    )
