"""What is asked and said of a supplier's columns."""

from __future__ import annotations

import marshmallow as ma

from catalog.feeds.mapping import MOST_PART
from server import schemas as common
from server.schemas import FullMatch, Moment, Schema, answered

FORMATS = ("shopify", "google", "mapped", "unknown")
TITLE = 300
VALUE = 200
MOST_COLUMNS = 200


class ColumnSourceSchema(Schema):
    """A column by its title; `part` (from 1) of what `separator` divides; `unit` where the cells do not say it."""

    column = ma.fields.Str(required=True, validate=ma.validate.Length(1, TITLE))
    unit = common.text(12, load_default="")
    separator = common.text(5, load_default="")
    part = ma.fields.Int(load_default=0, validate=ma.validate.Range(0, MOST_PART), strict=True)


class MappingSchema(Schema):
    """What a person says of one table of the import: whose it is, and which column fills which field."""

    supplier = common.text(80, minimum=1, required=True)
    shape = ma.fields.Str(required=True, validate=FullMatch(r"^[0-9a-f]{64}$", error="unknown-shape"))
    columns = ma.fields.Dict(
        keys=ma.fields.Str(validate=ma.validate.Length(1, 64)),
        values=ma.fields.Nested(ColumnSourceSchema),
        load_default=dict,
        validate=ma.validate.Length(max=MOST_COLUMNS),
    )
    constants = ma.fields.Dict(
        keys=ma.fields.Str(validate=ma.validate.Length(1, 64)),
        values=common.text(VALUE),
        load_default=dict,
        validate=ma.validate.Length(max=MOST_COLUMNS),
        metadata={
            "description": "The same on every line: `shop`, `brand`, …; `language` of the descriptions; "
            "`without_gtin`: `skip` to leave out lines without a barcode."
        },
    )


class ColumnGuessSchema(ma.Schema):
    """A column that seems to fill a field, how sure (0…100) and why."""

    column = answered()
    unit = answered()
    separator = answered()
    part = answered(ma.fields.Int)
    confidence = answered(ma.fields.Int)
    why = answered()


class ColumnTitleSchema(ma.Schema):
    """A column's title and the first different values below it."""

    title = answered()
    samples = ma.fields.List(answered(), required=True)


class AskedTableSchema(ma.Schema):
    """A table that is not of the own format. Of `shopify` and `google` only the constants are asked."""

    file = answered()
    line = answered(ma.fields.Int)
    format = ma.fields.Str(required=True, validate=ma.validate.OneOf(FORMATS))
    shape = answered()
    rows = answered(ma.fields.Int)
    remembered = answered(ma.fields.Bool)
    titles = ma.fields.List(ma.fields.Nested(ColumnTitleSchema), required=True)
    columns = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(ColumnGuessSchema), required=True)
    constants = ma.fields.Dict(ma.fields.Str(), ma.fields.Str(), required=True)


class MappedFieldSchema(ma.Schema):
    """What a column can be; `units` those it is read in; `constant` where one value may stand for all lines."""

    id = answered()
    label = answered()
    kind = answered()
    units = ma.fields.List(answered(), required=True)
    constant = answered(ma.fields.Bool)


class MappedShopSchema(ma.Schema):
    id = answered()
    name = answered()


class AskedSchema(ma.Schema):
    """The foreign tables of an import, each with the likeliest mapping, and the words to choose from."""

    import_id = answered()
    tables = ma.fields.List(ma.fields.Nested(AskedTableSchema), required=True)
    fields_ = ma.fields.List(ma.fields.Nested(MappedFieldSchema), required=True, data_key="fields", attribute="fields")
    shops = ma.fields.List(ma.fields.Nested(MappedShopSchema), required=True)
    suppliers = ma.fields.List(answered(), required=True)


class SupplierMappingSchema(ma.Schema):
    """A mapping that is remembered."""

    id = answered()
    supplier = answered()
    shape = answered()
    titles = ma.fields.List(answered(), required=True)
    author = answered()
    changed_at = answered(Moment)


class SupplierMappingsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(SupplierMappingSchema), required=True)
