"""What the desk asks and says of prices."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

import marshmallow as ma
from flask_smorest.fields import Upload

from server import schemas as common
from server.schemas import Moment, Schema, answered, maybe
from server.shops.piece_schemas import (
    PageQuery,
    PieceColourSchema,
    PieceFilter,
    PieceHeadSchema,
    PieceLineSchema,
    PiecePageSchema,
)
from server.shops.pieces import ALL
from server.stock.schemas import GtinField

from .listing import STATES as ANNOUNCED
from .lowest import STATES as RECORDS
from .models import STATES
from .rounding import ROUNDINGS
from .rules import BASES, CHANGES, MOST_CENTS, PRICE, REFERENCES, STAYS

MOST_CELLS = 5_000
"""Prices in one request, within the megabyte that a body may have."""


class Day(ma.fields.Str):
    """A day of the shop's calendar."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        try:
            return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else _no_day()
        except ValueError:
            raise ma.ValidationError("price-change-date") from None


class Clock(ma.fields.Str):
    """A time of the shop's clock, to the minute."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        try:
            return time.fromisoformat(text) if re.fullmatch(r"\d\d:\d\d", text) else _no_day()
        except ValueError:
            raise ma.ValidationError("price-change-date") from None


def _no_day() -> Any:
    raise ValueError


class _PriceFilter(PieceFilter):
    """Which pieces: words and kind narrow the range; `state` looks at the announced reduction."""

    state = ma.fields.Str(
        load_default=ALL,
        validate=ma.validate.OneOf(ANNOUNCED),
        metadata={
            "description": "`above`: the reference price is above the lowest of the 30 days before the reduction; "
            "`unproven`: the record is too short to tell."
        },
    )


class PriceChoiceSchema(_PriceFilter):
    """Which pieces; `refs` narrows them to those that were picked one by one."""

    refs = ma.fields.List(common.text(100, minimum=1), load_default=list, validate=ma.validate.Length(max=2_000))


class PricesQuery(_PriceFilter, PageQuery):
    """One page of the pieces."""


class PriceRuleSchema(Schema):
    """One change of all chosen prices. `value` is whole percent for `percent`, else cents."""

    change = ma.fields.Str(required=True, validate=ma.validate.OneOf(CHANGES))
    value = common.whole(-MOST_CENTS, MOST_CENTS, load_default=0)
    of = ma.fields.Str(load_default=PRICE, validate=ma.validate.OneOf(BASES))
    rounding = ma.fields.Str(load_default="none", validate=ma.validate.OneOf(ROUNDINGS))
    reference = ma.fields.Str(
        load_default=STAYS,
        validate=ma.validate.OneOf(REFERENCES),
        metadata={"description": "`lowest` writes the lowest price of the 30 days before the reduction."},
    )
    from_shop = common.identifier(metadata={"description": "The shop whose prices `copy` takes."})

    @ma.validates_schema
    def _fits(self, data: dict[str, Any], **_: Any) -> None:
        if data["change"] == "percent" and not -95 <= data["value"] <= 300:
            raise ma.ValidationError("Must be greater than or equal to -95 and less than or equal to 300.", "value")
        if data["change"] == "set" and data["value"] < 1:
            raise ma.ValidationError("Must be greater than or equal to 1.", "value")
        if data["change"] == "copy" and "from_shop" not in data:
            raise ma.ValidationError("Missing data for required field.", "from_shop")


class PriceProposalSchema(Schema):
    """A rule over chosen pieces."""

    choice = ma.fields.Nested(PriceChoiceSchema, required=True)
    rule = ma.fields.Nested(PriceRuleSchema, required=True)


class PriceCellSchema(Schema):
    """One price as it should be. Without `carried` true; false takes the piece out of the shop's assortment."""

    gtin = GtinField(required=True)
    price_cents = common.whole(1, MOST_CENTS, allow_none=True, load_default=None)
    reference_price_cents = common.whole(1, MOST_CENTS, allow_none=True, load_default=None)
    carried = common.flag(load_default=True)

    @ma.validates_schema
    def _fits(self, data: dict[str, Any], **_: Any) -> None:
        if data["carried"] and data["price_cents"] is None:
            raise ma.ValidationError("Missing data for required field.", "price_cents")


class NewPriceChangeSchema(Schema):
    """Either single prices (`cells`) or a rule over chosen pieces (`proposal`)."""

    name = common.text(120, minimum=1, required=True)
    cells = ma.fields.List(ma.fields.Nested(PriceCellSchema), validate=ma.validate.Length(1, MOST_CELLS))
    proposal = ma.fields.Nested(PriceProposalSchema)

    @ma.validates_schema
    def _one(self, data: dict[str, Any], **_: Any) -> None:
        if ("cells" in data) == ("proposal" in data):
            raise ma.ValidationError("Missing data for required field.", "cells")


class PriceFileSchema(Schema):
    """A table of prices: CSV, a ZIP of them, or a workbook."""

    file = Upload(required=True)


class PricePlanSchema(Schema):
    """An hour of the shop's clock."""

    date = Day(required=True, metadata={"format": "date"})
    time = Clock(required=True, metadata={"pattern": "^[0-9]{2}:[0-9]{2}$"})


class PricedVariantSchema(PieceLineSchema):
    """A variant with what the shop asks; `lowest_cents` is the lowest of the 30 days before its reduction, or now."""

    price_cents = maybe(ma.fields.Int)
    reference_price_cents = maybe(ma.fields.Int)
    since = maybe(Moment)
    lowest_cents = maybe(ma.fields.Int)
    lowest_state = ma.fields.Str(required=True, validate=ma.validate.OneOf(RECORDS))
    reduced_since = maybe(Moment)
    is_above = answered(ma.fields.Bool)


class PricedProductSchema(PieceHeadSchema):
    variants = ma.fields.List(ma.fields.Nested(PricedVariantSchema), required=True)


class PricesSchema(PiecePageSchema):
    """`known_since` is where the record of the shop's prices begins; `above` counts references that are too high."""

    items = ma.fields.List(ma.fields.Nested(PricedProductSchema), required=True)
    known_since = maybe(Moment)
    above = answered(ma.fields.Int)


class PricePeriodSchema(ma.Schema):
    price_cents = answered(ma.fields.Int)
    reference_price_cents = maybe(ma.fields.Int)
    since = answered(Moment)
    until = maybe(Moment)


class PricePeriodsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(PricePeriodSchema), required=True)


class ProposedPriceSchema(ma.Schema):
    """What one price is and would be, in cents with the reference price; null outside the assortment."""

    ref = answered()
    name = answered()
    gtin = answered()
    size = answered()
    colour = ma.fields.Nested(PieceColourSchema, required=True, allow_none=True)
    before = ma.fields.List(ma.fields.Int(allow_none=True), required=True, allow_none=True)
    after = ma.fields.List(ma.fields.Int(allow_none=True), required=True, allow_none=True)
    lowest_cents = maybe(ma.fields.Int)
    lowest_state = ma.fields.Str(required=True, validate=ma.validate.OneOf(RECORDS))
    is_above = answered(ma.fields.Bool)


class PricePreviewSchema(ma.Schema):
    """What a rule would change, and the first of it."""

    count = answered(ma.fields.Int)
    lower = answered(ma.fields.Int)
    higher = answered(ma.fields.Int)
    added = answered(ma.fields.Int)
    removed = answered(ma.fields.Int)
    items = ma.fields.List(ma.fields.Nested(ProposedPriceSchema), required=True)


class PriceChangeSchema(ma.Schema):
    """A change of prices; `problem` says why it was not published, `zone` names the clock of `local`."""

    id = answered()
    shop = answered()
    name = answered()
    author = answered()
    created_at = answered(Moment)
    state = ma.fields.Str(required=True, validate=ma.validate.OneOf(STATES))
    import_id = answered()
    count = answered(ma.fields.Int)
    starts_at = maybe(Moment)
    local = maybe(ma.fields.Str, metadata={"description": "`starts_at` by the shop's clock, without a zone."})
    zone = answered()
    decided_at = maybe(Moment)
    decided_by = maybe(ma.fields.Str)
    published_revision = maybe(ma.fields.Int)
    problem = maybe(ma.fields.Str)
    concerned = ma.fields.List(ma.fields.Str(), required=True)


class PriceChangesSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(PriceChangeSchema), required=True)
    zone = answered()
