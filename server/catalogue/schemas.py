"""What the catalogue takes and gives."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from catalog.model import PROVENANCES
from server import schemas as common
from server.schemas import Schema, answered, maybe


class LanguageQuery(Schema):
    lang = common.language(metadata={"description": "Language of the texts; without it, Accept-Language, else French."})


class ShopQuery(LanguageQuery):
    shop = common.identifier(metadata={"description": "Shop whose prices are shown; may be left out with one shop."})


class ProductsQuery(ShopQuery):
    q = common.text(100, metadata={"description": "Words of name, brand, category or reference, in any order."})
    category = common.identifier()
    audience = common.audience()
    brand = common.text(80, metadata={"description": "Brand, in any case."})
    cursor = common.text(100, metadata={"description": "The `next_cursor` of the page before."})
    limit = ma.fields.Int(load_default=50, validate=ma.validate.Range(1, 200))


class SnapshotQuery(LanguageQuery):
    from_ = ma.fields.Int(
        data_key="from",
        validate=ma.validate.Range(0, 2**31 - 1),
        metadata={"description": "Revision the phone already has: gives only what changed since."},
    )


class ValueSchema(ma.Schema):
    """A value and why we believe it."""

    value = ma.fields.Raw(required=True, metadata={"type": ["boolean", "integer", "string"]})
    provenance = ma.fields.Str(required=True, validate=ma.validate.OneOf(PROVENANCES))
    source = ma.fields.Str(required=True)


class SetAsideSchema(ma.Schema):
    """A contradicting value that was not kept, and why."""

    property = answered()
    value = ma.fields.Raw(required=True, metadata={"type": ["boolean", "integer", "string"]})
    provenance = ma.fields.Str()
    source = answered()
    reason = answered()


class PieceNameSchema(ma.Schema):
    """What names a product, and says what it is, in any list of the desk."""

    ref = answered()
    name = answered()
    brand = answered()
    category = answered()


class GaugeLevelSchema(ma.Schema):
    level = maybe(ma.fields.Int, validate=ma.validate.Range(0, 5))
    provenance = maybe(ma.fields.Str)


class ColourSchema(ma.Schema):
    name = answered()
    hex = answered(metadata={"pattern": "^#[0-9a-f]{6}$"})
    family = maybe(ma.fields.Str, metadata={"description": "black, blue, red… as `colour` in the finder's answers."})


class VariantSchema(ma.Schema):
    """One size and colour, with the shop's price (null where the shop does not sell it)."""

    gtin = answered(metadata={"pattern": "^[0-9]{14}$"})
    sku = answered()
    size = answered()
    colour = ma.fields.Nested(ColourSchema, required=True)
    price_cents = maybe(ma.fields.Int)
    reference_price_cents = maybe(
        ma.fields.Int,
        metadata={
            "description": "What may be announced beside the price: the lowest price of the thirty days before the "
            "reduction, as far as the shop's record knows it; null where there is no reduction."
        },
    )
    reference_proven = answered(ma.fields.Bool, metadata={"description": "The shop's record proves it."})


class ProductSummarySchema(ma.Schema):
    ref = answered()
    name = answered()
    brand = answered()
    category = answered()
    audience = answered()
    use = answered(metadata={"description": "What it is for, in one sentence."})
    demonstration = answered(ma.fields.Bool)
    colours = ma.fields.List(ma.fields.Nested(ColourSchema), required=True)
    price_from_cents = maybe(ma.fields.Int)


class ProductsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(ProductSummarySchema), required=True)
    next_cursor = maybe(ma.fields.Str)


class ProductSchema(ProductSummarySchema):
    market = answered()
    season = answered()
    activities = ma.fields.List(ma.fields.Str(), required=True)
    technologies = ma.fields.List(ma.fields.Str(), required=True)
    properties = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(ValueSchema), required=True)
    gauges = ma.fields.Dict(ma.fields.Str(), ma.fields.Nested(GaugeLevelSchema), required=True)
    set_aside = ma.fields.List(ma.fields.Nested(SetAsideSchema), required=True)
    care = ma.fields.List(ma.fields.Str(), required=True)
    size_chart = answered()
    fit_note = answered()
    sources = ma.fields.List(ma.fields.Str(), required=True)
    variants = ma.fields.List(ma.fields.Nested(VariantSchema), required=True)


class GtinSchema(ma.Schema):
    gtin = answered(metadata={"description": "As 14 digits."})
    variant = ma.fields.Nested(VariantSchema, required=True)
    product = ma.fields.Nested(ProductSchema, required=True)


class SnapshotShopSchema(ma.Schema):
    id = answered()
    name = answered()
    place = answered()
    opens_on = answered(metadata={"format": "date"})
    closes_on = answered(metadata={"format": "date"})
    currency = answered()
    languages = ma.fields.List(ma.fields.Str(), required=True)
    demonstration = answered(ma.fields.Bool)


def _things() -> ma.fields.List[Any]:
    return ma.fields.List(ma.fields.Dict(ma.fields.Str(), ma.fields.Raw()))


class PatchSchema(ma.Schema):
    """What makes a new object out of an old one, or a list out of one of the same length."""

    set = ma.fields.Dict(
        ma.fields.Str(), ma.fields.Raw(), metadata={"description": "New values, by key or by position in a list."}
    )
    drop = ma.fields.List(ma.fields.Str(), metadata={"description": "Keys that are gone."})
    into = ma.fields.Dict(
        ma.fields.Str(),
        ma.fields.Nested(lambda: PatchSchema()),  # noqa: PLW0108  the name is not there yet
        metadata={"description": "Patches of what stands at a key or position."},
    )


class SnapshotSchema(ma.Schema):
    """The whole catalogue of a shop in one language.

    With `from`: either `unchanged`; or, where `from` stands in the answer, only the `changes` that make this revision's
    snapshot out of that one's; else the whole: where that revision is unknown, far back, or the changes are no shorter.
    """

    format = answered(ma.fields.Int)
    revision = answered(ma.fields.Int)
    unchanged = ma.fields.Bool(metadata={"description": "True, and nothing else given, where `from` is up to date."})
    content_hash = ma.fields.Str()
    published_at = ma.fields.AwareDateTime()
    lang = ma.fields.Str()
    shop = ma.fields.Nested(SnapshotShopSchema)
    attributes = _things()
    categories = _things()
    groups = _things()
    gauges = _things()
    technologies = _things()
    care = _things()
    size_charts = _things()
    finder = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw())
    products = _things()
    from_ = ma.fields.Int(data_key="from", metadata={"description": "The revision that this answer builds on."})
    changes = ma.fields.Nested(
        PatchSchema,
        metadata={
            "description": "Applied to the snapshot of revision `from`, with `products` by `ref` instead of listed; "
            "afterwards they are listed in the order of their refs."
        },
    )
    digest = ma.fields.Str(
        metadata={
            "pattern": "^[0-9a-f]{64}$",
            "description": "SHA-256 over the SHA-256s of the resulting snapshot's pieces: all but the products, then "
            "the products 64 by 64, each as JSON with sorted keys and without spaces, in UTF-8. Where it does not come "
            "out, fetch the whole.",
        }
    )


class SpeechSchema(ma.Schema):
    """The texts of a shop's snapshot in one more language, to be laid over a snapshot of the same `content_hash`.

    `words` has the shape of the snapshot with texts alone: in an object by key, in a list by position, and products by
    `ref`.
    """

    format = answered(ma.fields.Int)
    revision = answered(ma.fields.Int)
    content_hash = answered(ma.fields.Str)
    lang = answered(ma.fields.Str)
    words = answered(ma.fields.Dict, keys=ma.fields.Str(), values=ma.fields.Raw())


class VocabularySchema(ma.Schema):
    """The words of the catalogue: what the ids mean, in one language."""

    revision = answered(ma.fields.Int)
    attributes = _things()
    categories = _things()
    groups = _things()
    gauges = _things()
    technologies = _things()
    care = _things()
