"""What exports are asked for."""

from __future__ import annotations

import marshmallow as ma
from webargs.fields import DelimitedList

from catalog.feeds.table import TABLES
from server import schemas as common
from server.language import SPOKEN
from server.schemas import Schema, answered

OWN, SHOPIFY, GOOGLE = ("csv", "xlsx"), ("csv",), ("tsv", "xml")


class _Part(Schema):
    """Which part of the range."""

    shop = common.identifier(metadata={"description": "Only what this shop sells, with its prices."})
    category = common.identifier(metadata={"description": "Only pieces of this category or group."})


class OwnQuery(_Part):
    """The template: filled, or empty with its explanations."""

    format = ma.fields.Str(load_default="csv", validate=ma.validate.OneOf(OWN))
    lang = ma.fields.Str(
        validate=ma.validate.OneOf(SPOKEN),
        metadata={"description": "Of explanations, separators and decimals; without it, by `Accept-Language`."},
    )
    tables = DelimitedList(
        ma.fields.Str(validate=ma.validate.OneOf(TABLES)),
        data_key="only",
        load_default=list,
        metadata={"description": "Only these tables; one alone comes as a plain CSV."},
    )
    empty = ma.fields.Bool(load_default=False, metadata={"description": "True for a template to fill in."})


class ShopifyQuery(_Part):
    """Shopify's product CSV."""

    format = ma.fields.Str(load_default="csv", validate=ma.validate.OneOf(SHOPIFY))
    lang = common.language()


class GoogleQuery(_Part):
    """A Google Merchant feed: offers of one shop."""

    shop = common.identifier(required=True)
    format = ma.fields.Str(load_default="xml", validate=ma.validate.OneOf(GOOGLE))
    lang = common.language()


class JsonQuery(Schema):
    """The whole catalogue."""

    format = ma.fields.Str(load_default="json", validate=ma.validate.OneOf(("json",)))


class TemplateQuery(Schema):
    """In which language the template is explained."""

    lang = ma.fields.Str(validate=ma.validate.OneOf(SPOKEN))


class ColumnSchema(ma.Schema):
    """One column: what it is, what it takes."""

    name = answered()
    what = answered()
    unit = answered()
    takes = answered()
    example = answered()
    needed = answered(ma.fields.Bool)


class TableSchema(ma.Schema):
    """One table: what a line is, and its columns in order."""

    name = answered()
    title = answered()
    what = answered()
    columns = ma.fields.List(ma.fields.Nested(ColumnSchema), required=True)


class TemplateSchema(ma.Schema):
    tables = ma.fields.List(ma.fields.Nested(TableSchema), required=True)
