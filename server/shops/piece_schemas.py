"""What the desk asks and says of the pieces of a shop, whatever the room."""

from __future__ import annotations

import marshmallow as ma

from server import schemas as common
from server.catalogue.schemas import PieceNameSchema
from server.schemas import Schema, answered, maybe

from .pieces import CARRIED, YES


class PieceFilter(Schema):
    """Which pieces: words and kind narrow the range."""

    q = common.text(100, load_default="")
    category = common.identifier()
    brand = common.text(80)
    audience = common.audience()
    carried = ma.fields.Str(load_default=YES, validate=ma.validate.OneOf(CARRIED))


class PageQuery(Schema):
    """Which page of a list, in which language."""

    lang = common.language()
    cursor = common.text(100, load_default="")
    limit = ma.fields.Int(load_default=50, validate=ma.validate.Range(1, 200))


class PieceColourSchema(ma.Schema):
    name = answered()
    hex = answered()


class PieceHeadSchema(PieceNameSchema):
    """What names a product in a list of the desk."""

    audience = answered()
    demonstration = answered(ma.fields.Bool)


class PieceLineSchema(ma.Schema):
    """What names a variant; no colour where the product has none."""

    gtin = answered()
    sku = answered()
    size = answered()
    colour = ma.fields.Nested(PieceColourSchema, required=True, allow_none=True)


class PiecePageSchema(ma.Schema):
    """A page, and how many products and variants there are in all."""

    next_cursor = maybe(ma.fields.Str)
    products = answered(ma.fields.Int)
    variants = answered(ma.fields.Int)
