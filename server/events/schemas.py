"""What a phone sends, and what it hears about each event."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import marshmallow as ma

from server import schemas as common
from server.errors import FieldErrorSchema
from server.schemas import FullMatch, Moment, Schema, answered, maybe

MOST_EVENTS = 500
UUID7 = r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
STATUSES = ("accepted", "duplicate", "rejected")
_EVENT: dict[str, Any] = {
    "description": (
        "One event: `id` (UUIDv7, made when it happened), `kind`, `format` (1 where absent), `device` (the device's "
        "own id), `seq` (grows by one with each event of the device), `at` (the device's clock with its offset, RFC "
        "3339), `shop`, `author` (the person's id; left out by machines), `payload`. No form is demanded here: a wrong "
        "event is answered by itself and never holds up the others."
    ),
    "examples": [
        {
            "id": "01a20636-ee2d-71ba-b460-9df25f921e24",
            "kind": "try-on",
            "format": 1,
            "device": "01a20636-0000-7000-8000-000000000000",
            "seq": 1,
            "at": "2026-11-21T11:04:05.000+01:00",
            "shop": "miramas",
            "payload": {"ref": "trilogy-shell", "size_tried": "M", "advised": "M", "verdict": "larger"},
        }
    ],
}


class ClockField(ma.fields.AwareDateTime):
    """What a device's clock shows; ``None`` where that is no moment, for a clock is never a reason to refuse."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        try:
            return super()._deserialize(value, attr, data, **kwargs)
        except (ma.ValidationError, OverflowError):
            return None


class EventsSchema(Schema):
    """Events of one device, oldest first; ``sent_at`` is its clock now, to learn how far it is off."""

    events = ma.fields.List(
        ma.fields.Raw(allow_none=True, metadata=_EVENT), required=True, validate=ma.validate.Length(1, MOST_EVENTS)
    )
    sent_at = ClockField()


class EventFileSchema(Schema):
    """Events of any phones and authors of the shop, from a file."""

    events = ma.fields.List(
        ma.fields.Raw(allow_none=True, metadata=_EVENT), required=True, validate=ma.validate.Length(1, MOST_EVENTS)
    )


class EventSchema(Schema):
    """One event without its payload's own rules."""

    id = ma.fields.Str(required=True, validate=FullMatch(UUID7, error="uuid7"))
    kind = common.identifier(required=True)
    format = common.whole(1, 1000, load_default=1)
    device = common.text(64, minimum=1, required=True)
    seq = common.whole(1, 2**53, required=True)
    at = common.text(40, minimum=20, required=True)
    shop = common.identifier(required=True)
    author = common.text(36, minimum=1)
    payload = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw(allow_none=True), required=True)

    @ma.validates("at")
    def _a_moment_with_its_offset(self, value: str, **_: Any) -> None:
        try:
            ma.fields.AwareDateTime(format="iso").deserialize(value).astimezone(UTC)
        except OverflowError:
            raise ma.ValidationError("Not a valid datetime.") from None


class EventResultSchema(ma.Schema):
    """``accepted`` and ``duplicate`` may be forgotten by the phone; ``rejected`` is kept there, with its ``reason``."""

    id = maybe(ma.fields.Str)
    status = ma.fields.Str(required=True, validate=ma.validate.OneOf(STATUSES))
    reason = ma.fields.Str(metadata={"description": "A stable code, where rejected."})
    message = ma.fields.Str()
    errors = ma.fields.List(ma.fields.Nested(FieldErrorSchema))


class EventResultsSchema(ma.Schema):
    """One result for each event, in the order in which they were sent."""

    results = ma.fields.List(ma.fields.Nested(EventResultSchema), required=True)
    received_at = answered(Moment)


class EventVersionSchema(ma.Schema):
    """What a phone said under an id."""

    kind = maybe(ma.fields.Str)
    at = maybe(ma.fields.Str, metadata={"description": "The device's clock with its offset."})
    device = maybe(ma.fields.Str)
    author = answered()
    received_at = answered(Moment)
    payload = ma.fields.Dict(ma.fields.Str(), ma.fields.Raw(allow_none=True), required=True, allow_none=True)


class EventConflictSchema(ma.Schema):
    """Two events under one id: the one that counts, and the one that came later."""

    id = answered()
    event_id = answered()
    shop = answered()
    seen_at = maybe(Moment, metadata={"description": "When somebody first said that they have looked at it."})
    seen_by = maybe(ma.fields.Str)
    held = ma.fields.Nested(EventVersionSchema, required=True, allow_none=True)
    came = ma.fields.Nested(EventVersionSchema, required=True)


class EventConflictsSchema(ma.Schema):
    items = ma.fields.List(ma.fields.Nested(EventConflictSchema), required=True)
