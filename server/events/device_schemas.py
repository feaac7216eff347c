"""What a phone says of itself, and what it and its manager hear."""

from __future__ import annotations

import marshmallow as ma

from server import schemas as common
from server.schemas import Moment, Schema, answered, maybe

from .schemas import ClockField

MOST = 2**31 - 1
_NUMBER = 2**53


class DeviceReportSchema(Schema):
    """What a phone holds: its last number, how many events wait and are set aside, since when.

    ``unexplained`` counts the numbers that neither the server nor the phone has, as far as the phone knows. ``since``
    asks for the sum of the ids from that number on.
    """

    sent_at = ClockField(allow_none=True)
    seq = common.whole(0, _NUMBER, required=True)
    waiting = common.whole(0, MOST, required=True)
    refused = common.whole(0, MOST, required=True)
    oldest_at = ClockField(allow_none=True)
    unexplained = common.whole(0, MOST, load_default=0)
    since = common.whole(1, _NUMBER, load_default=1)


class AuditQuerySchema(Schema):
    since = ma.fields.Int(load_default=1, validate=ma.validate.Range(1, _NUMBER))


class GapSchema(ma.Schema):
    first = answered(ma.fields.Int)
    last = answered(ma.fields.Int)


class AuditSchema(ma.Schema):
    """What the server has of a device, computed from its rows, for the phone to compare."""

    device = answered()
    count = answered(ma.fields.Int)
    highest_seq = answered(ma.fields.Int, metadata={"description": "0 where nothing came."})
    missing = answered(ma.fields.Int, metadata={"description": "Numbers up to the highest that have not come."})
    gaps = ma.fields.List(
        ma.fields.Nested(GapSchema), required=True, metadata={"description": "The missing ones, at most 1,000 ranges."}
    )
    since = answered(ma.fields.Int)
    count_since = answered(ma.fields.Int)
    ids_sum = answered(metadata={"description": "Exclusive or of the ids from `since` on, 32 hexadecimal digits."})
    as_of = answered(Moment)


class EventDeviceSchema(ma.Schema):
    """A phone, as it was last heard of."""

    device = answered()
    shop = answered()
    person = answered()
    first_seen_at = answered(Moment)
    last_seen_at = answered(Moment)
    clock_offset_ms = maybe(ma.fields.Int, metadata={"description": "How far its clock is behind the server's."})
    reported_at = maybe(Moment)
    waiting = maybe(ma.fields.Int, metadata={"description": "As last reported, less what arrived since."})
    refused = maybe(ma.fields.Int)
    oldest_at = maybe(Moment, metadata={"description": "When what waits longest happened."})
    count = answered(ma.fields.Int)
    highest_seq = answered(ma.fields.Int)
    missing = answered(ma.fields.Int, metadata={"description": "Numbers that have not come, for whatever reason."})
    unexplained = maybe(ma.fields.Int, metadata={"description": "Numbers that the phone no longer has either."})
    replaced_by = maybe(ma.fields.Str, metadata={"description": "The id under which it came back without its storage."})
    current = answered(ma.fields.Bool)


class EventDevicesSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(EventDeviceSchema), required=True)
