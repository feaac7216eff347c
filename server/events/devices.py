"""The phones of a shop: when they were last heard of, and what they said they still hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
import structlog

from server.accounts.identity import Identity
from server.database import db, now

from . import audit
from .models import EventDevice
from .upsert import insert

log = structlog.get_logger("cordee")


def offset_of(sent_at: datetime | None) -> int | None:
    """Return how far a device's clock is behind the server's, in milliseconds."""
    return round((now() - sent_at).total_seconds() * 1000) if sent_at else None


def seen(settled: Mapping[str, int], who: Identity, offset: int | None) -> None:
    """Note that devices brought events, and how many of each need wait no longer. Never a reason to fail."""
    try:
        for device, count in settled.items():
            _put(device, who, {"clock_offset_ms": offset} if offset is not None else {}, fewer=count)
        db.session.commit()
    except sa.exc.SQLAlchemyError:
        db.session.rollback()
        log.warning("devices not noted", exc_info=True)


def report(device: str, said: Mapping[str, Any], who: Identity) -> dict[str, Any]:
    """Keep what a phone says of itself, and return what the server has of it."""
    moment = now()
    values = {
        "reported_at": moment,
        "waiting": said["waiting"],
        "refused": said["refused"],
        "oldest_at": said.get("oldest_at"),
        "last_seq": said["seq"],
        "unexplained": said["unexplained"],
    }
    offset = offset_of(said.get("sent_at"))
    _put(device, who, values if offset is None else {**values, "clock_offset_ms": offset})
    _replace_others(device, who)
    db.session.commit()
    if said["unexplained"]:
        log.error("numbers of a device are missing", device=device, shop=who.shop_id, count=said["unexplained"])
    return audit.of(device, said["since"])


def _place(who: Identity) -> str | None:
    """Return what stays the same on one phone: the shared phone, where it is one, else the session."""
    return who.phone_id or who.session_id


def _put(device: str, who: Identity, values: Mapping[str, Any], fewer: int = 0) -> None:
    """Insert or renew the row of a device; ``fewer`` events wait on it than it said."""
    moment = now()
    who_now = {"person_id": who.person_id, "person": who.author, "session_id": _place(who), "last_seen_at": moment}
    fresh = {**values, **who_now, "id": device, "shop_id": who.shop_id, "first_seen_at": moment}
    renewed = {**values, **who_now, "replaced_by": None}
    if fewer:
        left = EventDevice.waiting - fewer
        renewed["waiting"] = sa.case((left > 0, left), else_=sa.case((EventDevice.waiting.is_not(None), 0)))
    statement = insert(EventDevice).values(**fresh)
    db.session.execute(statement.on_conflict_do_update(index_elements=["id", "shop_id"], set_=renewed))


def _replace_others(device: str, who: Identity) -> None:
    """Mark the ids that the same phone had before: their storage is lost, and what waited there with it."""
    place = _place(who)
    if place is None:
        return
    db.session.execute(
        sa.update(EventDevice)
        .where(
            EventDevice.session_id == place,
            EventDevice.shop_id == who.shop_id,
            EventDevice.id != device,
            EventDevice.replaced_by.is_(None),
        )
        .values(replaced_by=device)
    )


def listed(who: Identity) -> list[dict[str, Any]]:
    """Return the devices that the caller may see, last seen first, each with what the server has of it."""
    query = sa.select(EventDevice).order_by(EventDevice.last_seen_at.desc(), EventDevice.id)
    if not who.everywhere:
        query = query.where(EventDevice.shop_id == who.shop_id)
    rows: Sequence[EventDevice] = db.session.scalars(query).all()
    held = audit.held({row.id for row in rows})
    return [_line(row, held.get(row.id, audit.NOTHING), who) for row in rows]


def _line(row: EventDevice, held: audit.Held, who: Identity) -> dict[str, Any]:
    return {
        "device": row.id,
        "shop": row.shop_id,
        "person": row.person,
        "first_seen_at": row.first_seen_at,
        "last_seen_at": row.last_seen_at,
        "clock_offset_ms": row.clock_offset_ms,
        "reported_at": row.reported_at,
        "waiting": row.waiting,
        "refused": row.refused,
        "oldest_at": row.oldest_at if row.waiting else None,
        "count": held.count,
        "highest_seq": held.highest,
        "missing": held.missing,
        "unexplained": row.unexplained,
        "replaced_by": row.replaced_by,
        "current": row.session_id is not None and row.session_id == _place(who) and row.replaced_by is None,
    }
