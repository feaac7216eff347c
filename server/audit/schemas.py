"""What the trail shows."""

from __future__ import annotations

import marshmallow as ma

from server import schemas as common
from server.schemas import FullMatch, Moment, Schema, answered, maybe

from .trail import KINDS

_DAY = FullMatch(r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", error="day")


class TrailQuery(Schema):
    action = common.identifier(metadata={"description": "Only deeds of this kind, such as `import-published`."})
    subject = common.text(100, minimum=1, metadata={"description": "Only what was done to this: an id, a revision."})
    kind = ma.fields.Str(
        validate=ma.validate.OneOf(tuple(KINDS)), metadata={"description": "Only deeds about this: `prices`, `people`."}
    )
    author = common.text(
        200, metadata={"description": "Only what this person did, by name; empty: what the server did by itself."}
    )
    piece = common.text(100, minimum=1, metadata={"description": "Only what touched the piece of this reference."})
    q = common.text(100, metadata={"description": "Only deeds of which all these words are said."})
    since = ma.fields.Str(validate=_DAY, metadata={"description": "From this day on, on the shop's clock."})
    until = ma.fields.Str(validate=_DAY, metadata={"description": "Until the end of this day, on the shop's clock."})
    cursor = common.text(36, metadata={"description": "The `next_cursor` of the page before."})
    limit = ma.fields.Int(load_default=50, validate=ma.validate.Range(1, 200))


class DeedSchema(ma.Schema):
    """One deed: who, when, what, to what."""

    id = answered()
    at = answered(Moment)
    action = answered()
    subject = answered(metadata={"description": "Id of what it was done to."})
    author = answered()
    role = answered(metadata={"description": "Empty for the command line and for what the server does by itself."})
    shop = answered(attribute="shop_id", metadata={"description": "Empty where it concerns all shops."})
    details = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw(), required=True)


class TrailSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(DeedSchema), required=True)
    next_cursor = maybe(ma.fields.Str)


class AuthorsSchema(ma.Schema):
    items = ma.fields.List(
        answered(), required=True, metadata={"description": "Names; an empty one is the server itself."}
    )
