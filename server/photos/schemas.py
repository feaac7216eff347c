"""What the photo room asks and is told."""

from __future__ import annotations

import marshmallow as ma
from flask_smorest.fields import Upload

from catalog.model import LANGUAGES
from server.schemas import FullMatch, Moment, Schema, answered, flag, maybe, text, whole

_HASH = FullMatch(r"^[0-9a-f]{64}$", error="photo-hash")
_REF = FullMatch(r"^[a-z0-9]+(-[a-z0-9]+)*$", error="kebab-case")
CONFIDENCES = ("sure", "likely", "none", "decided")
REASONS = ("gtin", "sku", "ref", "name", "colour", "colour-family", "only-colour")
MOST_TRIED = 500


def _alt(**kwargs: object) -> ma.fields.Dict:
    keys = ma.fields.Str(validate=ma.validate.OneOf(LANGUAGES))
    return ma.fields.Dict(keys=keys, values=text(200), **kwargs)  # type: ignore[arg-type]


def _ref(**kwargs: object) -> ma.fields.Str:
    return ma.fields.Str(validate=[ma.validate.Length(1, 80), _REF], **kwargs)  # type: ignore[arg-type]


class PhotoFileSchema(Schema):
    """One photo: JPEG, PNG, WebP, AVIF or HEIC."""

    file = Upload(required=True)


class PhotoPieceColourSchema(ma.Schema):
    id = answered(metadata={"description": "French name, by which photos name a colour."})
    name = answered()
    hex = answered()


class PhotoOfPieceSchema(ma.Schema):
    photo = answered()
    colour = answered()
    position = answered(ma.fields.Int)
    width = answered(ma.fields.Int)
    height = answered(ma.fields.Int)
    focus_x = answered(ma.fields.Int)
    focus_y = answered(ma.fields.Int)
    alt = ma.fields.Dict(keys=ma.fields.Str(), values=ma.fields.Str(), required=True)


class PhotoPieceSchema(ma.Schema):
    ref = answered()
    name = answered()
    brand = answered()
    category = answered()
    audience = answered()
    kind = answered(metadata={"description": "The category in words."})
    colours = ma.fields.List(ma.fields.Nested(PhotoPieceColourSchema), required=True)
    missing = ma.fields.List(ma.fields.Str(), required=True, metadata={"description": "Colours without a photo."})
    photos = ma.fields.List(ma.fields.Nested(PhotoOfPieceSchema), required=True)


class PhotoDraftSchema(ma.Schema):
    """A photo that waits: what is proposed for it, or what was decided."""

    id = answered()
    photo = answered(metadata={"description": "SHA-256; its files are `/media/{photo}/{width}.{avif|webp|jpg}`."})
    name = answered(metadata={"description": "What the file was called."})
    author = answered()
    created_at = answered(Moment)
    width = answered(ma.fields.Int)
    height = answered(ma.fields.Int)
    ref = maybe(ma.fields.Str)
    piece = ma.fields.Nested(PhotoPieceSchema, required=True, allow_none=True)
    colour = answered(metadata={"description": "French name of the colour; empty where it is good for all."})
    position = answered(ma.fields.Int)
    focus_x = answered(ma.fields.Int, metadata={"description": "Where to look, in hundredths from the left."})
    focus_y = answered(ma.fields.Int, metadata={"description": "Where to look, in hundredths from above."})
    alt = ma.fields.Dict(keys=ma.fields.Str(), values=ma.fields.Str(), required=True)
    confidence = ma.fields.Str(required=True, validate=ma.validate.OneOf(CONFIDENCES))
    because = ma.fields.List(ma.fields.Str(validate=ma.validate.OneOf(REASONS)), required=True)
    again = answered(ma.fields.Bool, metadata={"description": "The piece shows this very photo already."})


class PhotoDraftsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(PhotoDraftSchema), required=True)


class PhotoDecisionSchema(Schema):
    """What a person decides; what is left out stays as it is. Another `ref` forgets colour and words."""

    ref = _ref()
    colour = text(60)
    position = whole(1, 99)
    focus_x = whole(0, 100)
    focus_y = whole(0, 100)
    alt = _alt()


class PhotoChangeSchema(PhotoDecisionSchema):
    """A change to a published photo."""

    ref = _ref(required=True)
    photo = ma.fields.Str(required=True, validate=_HASH)
    remove = flag()


class PhotoTrialSchema(Schema):
    """Which photos that wait, and which changes to published ones, are tried out together."""

    drafts = ma.fields.List(ma.fields.UUID(), load_default=list, validate=ma.validate.Length(max=MOST_TRIED))
    changes = ma.fields.List(
        ma.fields.Nested(PhotoChangeSchema), load_default=list, validate=ma.validate.Length(max=MOST_TRIED)
    )


class PhotoTriedSchema(ma.Schema):
    import_id = answered(metadata={"description": "The dry run: `GET /api/v1/imports/{id}`."})


class PhotoPiecesQuery(Schema):
    q = text(100, metadata={"description": "Words of name, brand or reference, in any order."})
    without = ma.fields.Bool(load_default=False, metadata={"description": "Only pieces with a colour without photo."})
    lang = ma.fields.Str(validate=ma.validate.OneOf(LANGUAGES))
    cursor = text(80)
    limit = ma.fields.Int(load_default=50, validate=ma.validate.Range(1, 200))


class PhotoPiecesSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(PhotoPieceSchema), required=True)
    next_cursor = maybe(ma.fields.Str)
    pieces = answered(ma.fields.Int)
    without_any = answered(ma.fields.Int)
    without_some = answered(ma.fields.Int)
    photos = answered(ma.fields.Int)
