"""What the history of revisions takes and gives."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from catalog.removals import KINDS
from server.schemas import FullMatch, Moment, Schema, answered, maybe, text

from .comparing import PAGED
from .paging import WHATS

_NUMBER = FullMatch(r"^[0-9]{1,9}$", error="digits")


class RevisionsQuery(Schema):
    cursor = ma.fields.Str(validate=_NUMBER, metadata={"description": "The `next_cursor` of the page before."})
    limit = ma.fields.Int(load_default=100, validate=ma.validate.Range(1, 500))


class DifferenceQuery(Schema):
    part = ma.fields.Str(
        validate=ma.validate.OneOf(PAGED), metadata={"description": "Only this part, page by page: with `cursor`."}
    )
    cursor = ma.fields.Str(
        validate=_NUMBER, load_default="0", metadata={"description": "The `next_cursor` of the page before."}
    )
    limit = ma.fields.Int(load_default=200, validate=ma.validate.Range(1, 1000))
    q = text(
        100,
        load_default="",
        metadata={"description": "Of `part` what all these words are found in: a reference, name, size, colour, shop."},
    )


class RevisionSchema(ma.Schema):
    """A published state of the catalogue."""

    number = answered(ma.fields.Int)
    content_hash = answered()
    published_at = answered(Moment)
    author = answered()
    note = answered()
    counts = maybe(
        ma.fields.Dict,
        keys=ma.fields.Str(),
        values=ma.fields.Int(),
        metadata={"description": "How much it changed of the one before; null where that was never counted."},
    )


class RevisionsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(RevisionSchema), required=True)
    next_cursor = maybe(ma.fields.Str)


class DifferingFieldSchema(ma.Schema):
    """One field, null where it held nothing."""

    field = answered(metadata={"description": "`name`, `use.fr`, `properties.weight_g`."})
    before = maybe(ma.fields.Raw)
    after = maybe(ma.fields.Raw)


class DifferingSchema(ma.Schema):
    """What changed of one thing."""

    id = answered()
    fields_ = ma.fields.List(
        ma.fields.Nested(DifferingFieldSchema), required=True, data_key="fields", attribute="fields"
    )


class DifferingPartSchema(ma.Schema):
    """What was added, removed and changed of one kind of thing: ids, and fields before and after."""

    added = ma.fields.List(answered(), required=True)
    removed = ma.fields.List(answered(), required=True)
    changed = ma.fields.List(ma.fields.Nested(DifferingSchema), required=True)


def _amounts() -> ma.fields.Field[Any]:
    return maybe(ma.fields.List, cls_or_instance=ma.fields.Int(allow_none=True))


class DifferingPriceSchema(ma.Schema):
    """Cents with the reference price, or null outside the assortment."""

    shop = answered()
    gtin = answered()
    ref = answered()
    before = _amounts()
    after = _amounts()


class DifferingVariantSchema(ma.Schema):
    """What a GTIN is."""

    ref = answered()
    size = answered()
    colour = answered()


class DifferingPictureSchema(ma.Schema):
    """How a photo is shown: whose colour, null where it is good for all, and where to look, in hundredths."""

    photo = answered()
    colour = maybe(ma.fields.Str)
    focus = ma.fields.List(ma.fields.Int(), required=True)


class CatalogueDifferenceSchema(ma.Schema):
    """What differs. Every count is of all; lists are pages."""

    counts = ma.fields.Dict(ma.fields.Str(), ma.fields.Int(), required=True)
    removals = ma.fields.Dict(
        ma.fields.Str(validate=ma.validate.OneOf(("count", *KINDS))),
        ma.fields.Int(),
        required=True,
        metadata={"description": f"How much goes: `count`, and by kind ({', '.join(KINDS)})."},
    )
    products = ma.fields.Nested(DifferingPartSchema, required=True)
    variants = ma.fields.Nested(DifferingPartSchema, required=True)
    shops = ma.fields.Nested(DifferingPartSchema, required=True)
    size_charts = ma.fields.Nested(DifferingPartSchema, required=True)
    photos = ma.fields.Nested(DifferingPartSchema, required=True)
    knowledge = ma.fields.Nested(DifferingPartSchema, required=True)
    prices = ma.fields.List(ma.fields.Nested(DifferingPriceSchema), required=True)
    names = ma.fields.Dict(ma.fields.Str(), ma.fields.Str(), required=True)
    pieces = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(DifferingVariantSchema), required=True)
    pictures = ma.fields.Dict(
        ma.fields.Str(),
        ma.fields.Nested(DifferingPictureSchema),
        required=True,
        metadata={"description": "By `ref/photo`."},
    )
    found = maybe(ma.fields.Int, metadata={"description": "Of `part`: how many entries the words are found in."})
    next_cursor = maybe(ma.fields.Str, metadata={"description": f"Of `part`: its {', '.join(WHATS)}, in this order."})


class RevisionDifferenceSchema(CatalogueDifferenceSchema):
    """What differs from one revision to another."""

    before = answered(ma.fields.Int)
    after = answered(ma.fields.Int)
