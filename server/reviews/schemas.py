"""Customers' answers as the form sends them, as the event keeps them, and as the shop reads them."""

from __future__ import annotations

import marshmallow as ma

from server import schemas as common
from server.customer.words import SPOKEN
from server.schemas import Moment, Schema, answered, maybe

from .models import CLEAR, FOUND

MOST_LETTERS = 500
HELD = ("flood", "robot", "not-a-page")


class ReviewEventSchema(Schema):
    ref = common.text(100, minimum=1, required=True)
    lang = ma.fields.Str(required=True, validate=ma.validate.OneOf(SPOKEN))
    found = ma.fields.Str(allow_none=True, validate=ma.validate.OneOf(FOUND))
    missing = common.text(MOST_LETTERS, minimum=1, allow_none=True)
    clear = ma.fields.Str(allow_none=True, validate=ma.validate.OneOf(CLEAR))
    held = ma.fields.Str(allow_none=True, validate=ma.validate.OneOf(HELD))


class ReviewSchema(ma.Schema):
    """What one customer answered; ``held`` names why it is not counted."""

    id = answered()
    said_at = answered(Moment)
    ref = answered()
    lang = answered()
    found = maybe(ma.fields.Str)
    missing = maybe(ma.fields.Str)
    clear = maybe(ma.fields.Str)
    held = maybe(ma.fields.Str)


class ReviewsSchema(ma.Schema):
    """A page of answers, newest first; ``found`` and ``clear`` count all answers of the shop that count."""

    items = ma.fields.List(ma.fields.Nested(ReviewSchema), required=True)
    next_cursor = maybe(ma.fields.Str)
    found = ma.fields.Dict(keys=ma.fields.Str(), values=ma.fields.Int(), required=True)
    clear = ma.fields.Dict(keys=ma.fields.Str(), values=ma.fields.Int(), required=True)


class ReviewsQuery(Schema):
    cursor = common.text(36, metadata={"description": "The `next_cursor` of the page before."})
    limit = ma.fields.Int(load_default=50, validate=ma.validate.Range(1, 100))
