"""What accounts take and give."""

from __future__ import annotations

import marshmallow as ma

from server import schemas as common
from server.schemas import Moment, Schema, answered


class EnrolmentSchema(Schema):
    """The secret of an invitation link, and how the person wants to be called."""

    invitation = common.text(200, minimum=1, required=True)
    name = common.text(80, load_default="")


class EntrySchema(Schema):
    """The role to try in the demonstration."""

    role = ma.fields.Str(required=True, validate=ma.validate.OneOf(("seller", "manager", "merchandiser")))


class PersonSchema(Schema):
    id = answered()
    name = answered()
    role = common.role(required=True, dump_only=True)


class ShopNameSchema(Schema):
    id = answered()
    name = answered()


class DeviceSchema(Schema):
    id = answered()


class SessionSchema(Schema):
    """Who is signed in, where, on which device."""

    person = ma.fields.Nested(PersonSchema, required=True)
    shop = ma.fields.Nested(ShopNameSchema, required=True)
    device = ma.fields.Nested(DeviceSchema, required=True)


class ListedSessionSchema(Schema):
    """An enrolled device, for the list in which it can be ended."""

    id = answered()
    person = ma.fields.Nested(PersonSchema, required=True)
    shop = answered()
    device = answered(metadata={"description": "What the device calls itself."})
    created_at = answered(Moment)
    last_seen_at = answered(Moment)
    expires_at = answered(Moment)
    current = answered(ma.fields.Bool, metadata={"description": "The device that asks."})


class ListedSessionsSchema(Schema):
    items = ma.fields.List(ma.fields.Nested(ListedSessionSchema), required=True)


class NewInvitationSchema(Schema):
    """For whom: a manager invites sellers of the own shop, the brand invites anybody."""

    role = common.role(required=True)
    shop = common.identifier(required=True)


class InvitationSchema(Schema):
    """A link that enrols one device once. It is shown this one time."""

    id = answered()
    role = common.role(required=True, dump_only=True)
    shop = answered()
    link = answered()
    qr_svg = answered(metadata={"description": "The link as a QR code, an SVG document."})
    expires_at = answered(Moment)


class TokenSchema(Schema):
    """A machine's token, without its secret."""

    id = answered()
    name = answered()
    role = common.role(required=True, dump_only=True)
    shop = answered()
    created_at = answered(Moment)
    last_used_at = Moment(required=True, dump_only=True, allow_none=True)


class TokensSchema(Schema):
    items = ma.fields.List(ma.fields.Nested(TokenSchema), required=True)
