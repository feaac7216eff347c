"""What accounts take and give."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from server import schemas as common
from server.schemas import FullMatch, Moment, Schema, answered, maybe

from .pins import LEAST_DIGITS, MOST_DIGITS


def pin_field(**kwargs: Any) -> ma.fields.Str:
    """Return a field for the code of a shared phone."""
    return ma.fields.Str(validate=FullMatch(rf"^[0-9]{{{LEAST_DIGITS},{MOST_DIGITS}}}$", error="pin-form"), **kwargs)


class LookSchema(Schema):
    """The secret of an invitation link."""

    invitation = common.text(200, minimum=1, required=True)


class EnrolmentSchema(LookSchema):
    """How the person wants to be called; ``pin`` is needed where the phone is, or becomes, a shared one."""

    name = common.text(80, load_default="")
    pin = pin_field()


class OfferSchema(Schema):
    """What an invitation would bring on this phone. Nothing is used up by looking."""

    role = common.role(required=True, dump_only=True)
    shop = ma.fields.Nested("ShopNameSchema", required=True)
    name = answered(metadata={"description": "Who comes back; empty where somebody new is invited."})
    shared = answered(ma.fields.Bool, metadata={"description": "Whether a code is needed."})


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


class SharedSchema(Schema):
    id = answered()
    name = answered()
    lock_minutes = answered(ma.fields.Int, metadata={"description": "Without a touch for so long, the phone locks."})


class SessionSchema(Schema):
    """Who is signed in, where, on which device; ``phone`` is the shared phone that they have taken, else null."""

    person = ma.fields.Nested(PersonSchema, required=True)
    shop = ma.fields.Nested(ShopNameSchema, required=True)
    device = ma.fields.Nested(DeviceSchema, required=True)
    phone = ma.fields.Nested(SharedSchema, required=True, allow_none=True)


class OpenedSessionSchema(SessionSchema):
    """A fresh session. On a shared phone ``key`` is its second half: every request shows it in ``Cordee-Key``."""

    key = maybe(ma.fields.Str)


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
    shared = answered(ma.fields.Bool, metadata={"description": "A turn on a shared phone."})


class ListedSessionsSchema(Schema):
    items = ma.fields.List(ma.fields.Nested(ListedSessionSchema), required=True)


class NewInvitationSchema(Schema):
    """For whom: a manager invites sellers of the own shop, the brand invites anybody."""

    role = common.role(required=True)
    shop = common.identifier(required=True)
    shared = common.flag(load_default=False, metadata={"description": "For a phone that several people hold."})


class RenewalSchema(Schema):
    """Where the person is to be let in again: on a phone of their own, or on one that becomes a shared one."""

    shared = common.flag(load_default=False)


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
