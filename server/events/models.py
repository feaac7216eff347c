"""What phones recorded: append-only, each once, for ever."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime, new_id, now


class Event(Model):
    """One thing that happened in a shop. The id is made at the tap: the phone may send it any number of times.

    ``happened_at`` is what the device's clock said, never corrected and never a reason to refuse; ``clock_offset_ms``
    is how far that clock was behind the server's on sending. Order within a device is ``seq``, not time.
    """

    __tablename__ = "events"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(40))
    format: Mapped[int] = mapped_column(sa.Integer)
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    device_id: Mapped[str] = mapped_column(sa.String(64))
    seq: Mapped[int] = mapped_column(sa.BigInteger)
    author_id: Mapped[str | None] = mapped_column(sa.String(36))
    author: Mapped[str] = mapped_column(sa.String(80))
    carried_by: Mapped[str | None] = mapped_column(sa.String(36))
    """The person whose session brought it, where that is not the author."""
    happened_at: Mapped[datetime] = mapped_column(UTCDateTime())
    local_time: Mapped[str] = mapped_column(sa.String(40))
    clock_offset_ms: Mapped[int | None] = mapped_column(sa.BigInteger)
    received_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    content_hash: Mapped[str] = mapped_column(sa.String(64))
    payload: Mapped[dict[str, Any]] = mapped_column(sa.JSON)

    __table_args__ = (
        sa.Index("ix_events_shop_kind", "shop_id", "kind"),
        sa.Index("ix_events_device", "device_id", "seq"),
    )


class EventConflict(Model):
    """An event that came under the id of another one. Kept aside as it came: somebody must look at it."""

    __tablename__ = "event_conflicts"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    event_id: Mapped[str] = mapped_column(sa.String(36))
    content_hash: Mapped[str] = mapped_column(sa.String(64))
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    author: Mapped[str] = mapped_column(sa.String(80))
    received_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    body: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    seen_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    seen_by: Mapped[str | None] = mapped_column(sa.String(80))
    """Who looked at it first, by name: nothing is deleted, it only asks for nobody any more."""

    __table_args__ = (sa.UniqueConstraint("event_id", "content_hash", name="uq_event_conflicts_event_id"),)


class EventDevice(Model):
    """A phone as it shows itself by its events and its own reports, in one shop.

    ``waiting``, ``refused``, ``oldest_at``, ``last_seq`` and ``unexplained`` are what it said at ``reported_at``;
    ``waiting`` has since been lessened by what arrived. ``None`` until it has reported.
    """

    __tablename__ = "event_devices"

    id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    shop_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    person_id: Mapped[str | None] = mapped_column(sa.String(36))
    person: Mapped[str] = mapped_column(sa.String(80))
    session_id: Mapped[str | None] = mapped_column(sa.String(36), index=True)
    """The session that it came by; on a shared phone, the phone: sessions there are turns."""
    first_seen_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    last_seen_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    clock_offset_ms: Mapped[int | None] = mapped_column(sa.BigInteger)
    reported_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    waiting: Mapped[int | None] = mapped_column(sa.Integer)
    refused: Mapped[int | None] = mapped_column(sa.Integer)
    oldest_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    last_seq: Mapped[int | None] = mapped_column(sa.BigInteger)
    unexplained: Mapped[int | None] = mapped_column(sa.Integer)
    replaced_by: Mapped[str | None] = mapped_column(sa.String(64))
    """The id under which the same session came back: this one's storage was lost."""
