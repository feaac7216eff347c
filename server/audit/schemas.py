"""What the trail shows."""

from __future__ import annotations

import marshmallow as ma

from server import schemas as common
from server.schemas import Moment, Schema, answered, maybe


class TrailQuery(Schema):
    action = common.identifier(metadata={"description": "Only deeds of this kind, such as `import-published`."})
    subject = common.text(100, minimum=1, metadata={"description": "Only what was done to this: an id, a revision."})
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
