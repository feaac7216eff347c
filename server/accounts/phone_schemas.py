"""What shared phones and the team's list take and give."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from server import schemas as common
from server.schemas import Moment, Schema, answered, maybe

from .schemas import PersonSchema, SharedSchema, ShopNameSchema, pin_field

LEAST_MINUTES, MOST_MINUTES = 1, 60


class TurnSchema(Schema):
    """Who takes the phone, with the code."""

    person = common.text(36, minimum=1, required=True)
    pin = pin_field(required=True)


class NewPinSchema(Schema):
    """The code until now and the one from now on."""

    pin = pin_field(required=True)
    new_pin = pin_field(required=True)


class PlaceSchema(Schema):
    """Somebody who may take a shared phone; no try left means that the code is blocked."""

    person = ma.fields.Nested(PersonSchema, required=True)
    tries_left = answered(ma.fields.Int)
    last_entered_at = Moment(required=True, dump_only=True, allow_none=True)


class PhoneSchema(SharedSchema):
    """A shared phone and who may take it."""

    shop = ma.fields.Nested(ShopNameSchema, required=True)
    people = ma.fields.List(ma.fields.Nested(PlaceSchema), required=True)


class ListedPhoneSchema(PhoneSchema):
    """A shared phone, for the list in which it can be ended."""

    created_at = answered(Moment)
    last_seen_at = answered(Moment)
    current = answered(ma.fields.Bool, metadata={"description": "The phone that asks."})


class ListedPhonesSchema(Schema):
    items = ma.fields.List(ma.fields.Nested(ListedPhoneSchema), required=True)


class PhoneNameSchema(Schema):
    """What the shop calls the phone."""

    name = common.text(80, minimum=1, required=True)


class MemberDeviceSchema(Schema):
    """A device that lets a person in: the session of a phone of their own, or a place on a shared one."""

    id = answered(metadata={"description": "Of the session, or of the shared phone."})
    name = answered()
    shared = answered(ma.fields.Bool)
    last_seen_at = maybe(Moment)
    tries_left = maybe(ma.fields.Int)


class MemberSchema(Schema):
    """Somebody of the shop, and the devices that let them in now."""

    person = ma.fields.Nested(PersonSchema, required=True)
    shop = answered()
    created_at = answered(Moment)
    ended_at = Moment(required=True, dump_only=True, allow_none=True)
    manageable = answered(ma.fields.Bool, metadata={"description": "Whether the caller may renew or end them."})
    devices = ma.fields.List(ma.fields.Nested(MemberDeviceSchema), required=True)


class MembersSchema(Schema):
    items = ma.fields.List(ma.fields.Nested(MemberSchema), required=True)


class Minutes(ma.fields.Int):
    """Whole minutes; ``10.0`` is the same number in JSON, ``"10"`` is none."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        whole = int(value) if isinstance(value, float) and value.is_integer() else value
        return super()._deserialize(whole, attr, data, **kwargs)


class LockSchema(Schema):
    """After how many minutes without a touch the shop's shared phones lock themselves."""

    minutes = Minutes(strict=True, required=True, validate=ma.validate.Range(LEAST_MINUTES, MOST_MINUTES))
