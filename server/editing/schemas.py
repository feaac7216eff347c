"""What the desk asks of products and proposes for them."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from catalog.model import PROVENANCES
from server import schemas as common
from server.catalogue.schemas import ShopQuery
from server.schemas import FullMatch, Schema, flag, whole

from .amounts import LEAST, MOST, ROUNDINGS
from .listing import SORTS

MOST_CHANGES, MOST_VARIANTS, MOST_PRICES, MOST_REFS = 200, 400, 2_000, 2_000
_NAME, _TEXT, _NOTE, _ADDRESS = 120, 300, 300, 1_200
_TAG = FullMatch(r"^[0-9a-f]{20}$")
_HEX = FullMatch(r"^#[0-9A-Fa-f]{6}$")
_NO_BAR = FullMatch(r"^[^|\u0000-\u001f\u007f]*$", error="no-controls")


def _words(maximum: int, most: int = 64) -> ma.fields.List[Any]:
    word = ma.fields.Str(validate=[ma.validate.Length(1, maximum), _NO_BAR])
    return ma.fields.List(word, validate=ma.validate.Length(max=most))


class DeskFilterSchema(Schema):
    q = common.text(
        100,
        metadata={
            "description": "Words of name, brand, category, colour or reference, with a slip or two; a GTIN or a SKU."
        },
    )
    category = common.identifier()
    brand = common.text(80)
    audience = common.audience()
    shop = common.identifier(metadata={"description": "Sold in this shop."})
    missing = common.text(64, metadata={"description": "An attribute that decides advice and that nothing gives."})
    estimated = common.text(64, metadata={"description": "An attribute that rests on an estimate."})
    without_photo = flag()
    changed_since = whole(0, 2**31 - 1, metadata={"description": "Facts that differ from those of this revision."})


class ListQuery(DeskFilterSchema):
    without_photo = ma.fields.Bool()
    changed_since = ma.fields.Int(validate=ma.validate.Range(0, 2**31 - 1))
    sort = ma.fields.Str(load_default="name", validate=ma.validate.OneOf([*SORTS, *(f"-{sort}" for sort in SORTS)]))
    cursor = common.text(400)
    limit = ma.fields.Int(load_default=100, validate=ma.validate.Range(1, 500))
    lang = common.language()


class GivenTextSchema(Schema):
    """A text by language; an empty one takes that language away."""

    fr = common.text(_TEXT)
    en = common.text(_TEXT)
    de = common.text(_TEXT)
    it = common.text(_TEXT)
    es = common.text(_TEXT)


class GivenUseSchema(GivenTextSchema):
    fr = common.text(_TEXT, minimum=1)


class ProductFieldsSchema(Schema):
    """The model's own fields; those left out stay."""

    name = common.text(_NAME, minimum=1)
    brand = common.text(_NAME, minimum=1)
    category = common.identifier()
    audience = common.audience()
    use = ma.fields.Nested(GivenUseSchema)
    fit_note = ma.fields.Nested(GivenTextSchema)
    activities = _words(64)
    technologies = _words(64)
    market = common.text(10, minimum=1)
    season = common.text(_NAME)
    size_chart = common.text(80)
    care = _words(64)
    sources = _words(_ADDRESS)
    demonstration = flag()


def _scalar(value: Any) -> None:
    kinds = (bool, int, str)
    if not isinstance(value, kinds) or (isinstance(value, str) and (not 0 < len(value) <= _NAME or "\n" in value)):
        raise ma.ValidationError("scalar")


class GivenValueSchema(Schema):
    """A value in the attribute's own unit, and why to believe it."""

    value = ma.fields.Raw(required=True, validate=_scalar, metadata={"type": ["boolean", "integer", "string"]})
    provenance = ma.fields.Str(required=True, validate=ma.validate.OneOf(PROVENANCES))
    source = common.text(_ADDRESS, load_default="")
    note = common.text(_NOTE, load_default="")


class ColourNameSchema(Schema):
    fr = common.text(60, minimum=1)
    en = common.text(60)
    de = common.text(60)
    it = common.text(60)
    es = common.text(60)


class GivenColourSchema(Schema):
    name = ma.fields.Nested(ColourNameSchema)
    hex = ma.fields.Str(validate=_HEX)


class GivenVariantSchema(Schema):
    """A size and colour by its barcode; what is left out stays. ``remove`` takes it away."""

    gtin = common.text(20, minimum=1, required=True)
    sku = common.text(60)
    size = common.text(24, minimum=1)
    colour = ma.fields.Nested(GivenColourSchema)
    demonstration = flag()
    remove = flag()


class GivenPriceSchema(Schema):
    """What a shop asks for a variant, in cents; ``remove`` takes it out of the assortment."""

    shop = common.identifier(required=True)
    gtin = common.text(20, minimum=1, required=True)
    price_cents = whole(LEAST, MOST)
    reference_price_cents = whole(LEAST, MOST, allow_none=True)
    remove = flag()

    @ma.validates_schema
    def _priced(self, data: dict[str, Any], **_: Any) -> None:
        if not data.get("remove") and "price_cents" not in data:
            raise ma.ValidationError("Missing data for required field.", "price_cents")


class ProductChangeSchema(Schema):
    """What one model is to become; ``if_match`` is the tag it was edited from, null for a new one."""

    ref = common.text(80, minimum=1, required=True)
    if_match = ma.fields.Str(load_default=None, allow_none=True, validate=_TAG)
    set = ma.fields.Nested(ProductFieldsSchema)
    attributes = ma.fields.Dict(
        common.text(64, minimum=1),
        ma.fields.Nested(GivenValueSchema, allow_none=True),
        validate=ma.validate.Length(max=200),
        metadata={"description": "By attribute id; null takes the value away."},
    )
    variants = ma.fields.List(ma.fields.Nested(GivenVariantSchema), validate=ma.validate.Length(max=MOST_VARIANTS))
    prices = ma.fields.List(ma.fields.Nested(GivenPriceSchema), validate=ma.validate.Length(max=MOST_PRICES))
    remove = flag(metadata={"description": "Take the model away, with its variants and prices."})


class ProductChangesSchema(Schema):
    note = common.text(200, minimum=1, required=True)
    changes = ma.fields.List(
        ma.fields.Nested(ProductChangeSchema), required=True, validate=ma.validate.Length(1, MOST_CHANGES)
    )

    @ma.validates("changes")
    def _once(self, changes: list[dict[str, Any]], **_: Any) -> None:
        refs = [change["ref"] for change in changes if "ref" in change]  # a missing one is named by its own field
        if len(set(refs)) < len(refs):
            raise ma.ValidationError("duplicates")


class PreviewQuery(ShopQuery):
    pass


class DraftGivenSchema(Schema):
    change = ma.fields.Nested(ProductChangeSchema, required=True)


class BulkSelectSchema(DeskFilterSchema):
    """Models by the filters of the list, by their refs, or both."""

    refs = ma.fields.List(common.text(80, minimum=1), validate=ma.validate.Length(1, MOST_REFS))


class GivenListSchema(Schema):
    add = _words(_ADDRESS)
    remove = _words(_ADDRESS)


class GivenListsSchema(Schema):
    technologies = ma.fields.Nested(GivenListSchema)
    activities = ma.fields.Nested(GivenListSchema)
    care = ma.fields.Nested(GivenListSchema)
    sources = ma.fields.Nested(GivenListSchema)


class BulkFieldsSchema(Schema):
    category = common.identifier()
    audience = common.audience()
    fit_note = ma.fields.Nested(GivenTextSchema)
    brand = common.text(_NAME, minimum=1)
    season = common.text(_NAME)
    size_chart = common.text(80)
    care = _words(64)
    demonstration = flag()


class GivenPriceRuleSchema(Schema):
    """Every price of the models chosen, by whole hundredths or by an amount in cents, in one shop or in all."""

    shop = common.identifier(allow_none=True)
    percent = whole(-95, 400, allow_none=True)
    amount_cents = whole(-MOST, MOST, allow_none=True)
    round = ma.fields.Str(load_default="cent", validate=ma.validate.OneOf(ROUNDINGS))

    @ma.validates_schema
    def _one(self, data: dict[str, Any], **_: Any) -> None:
        if (data.get("percent") is None) == (data.get("amount_cents") is None):
            raise ma.ValidationError("Missing data for required field.", "percent")


class BulkChangeSchema(Schema):
    set = ma.fields.Nested(BulkFieldsSchema)
    lists = ma.fields.Nested(GivenListsSchema)
    attributes = ma.fields.Dict(
        common.text(64, minimum=1),
        ma.fields.Nested(GivenValueSchema, allow_none=True),
        validate=ma.validate.Length(max=20),
    )
    price = ma.fields.Nested(GivenPriceRuleSchema)
    remove = flag(
        metadata={"description": "Take the models away, with their variants and prices; all else is passed over."}
    )


class BulkPreviewSchema(Schema):
    select = ma.fields.Nested(BulkSelectSchema, required=True)
    change = ma.fields.Nested(BulkChangeSchema, required=True)
    offset = whole(0, 10_000_000, load_default=0)
    limit = whole(1, 500, load_default=200)


class BulkSchema(Schema):
    note = common.text(200, minimum=1, required=True)
    select = ma.fields.Nested(BulkSelectSchema, required=True)
    change = ma.fields.Nested(BulkChangeSchema, required=True)
    digest = ma.fields.Str(required=True, validate=FullMatch(r"^[0-9a-f]{64}$"))
