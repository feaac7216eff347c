"""Events that came under the id of another one, for whoever must look at them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from server.accounts.identity import Identity
from server.database import db, now
from server.errors import NotFound

from .models import Event, EventConflict

MOST = 100
"""More than anybody reads; there should be none."""


def listed(who: Identity) -> list[dict[str, Any]]:
    """Return the conflicts that the caller may see, unseen ones first, each beside the event that holds its id."""
    query = (
        sa.select(EventConflict, Event)
        .join(Event, Event.id == EventConflict.event_id, isouter=True)
        .where(_within(who))
        .order_by(EventConflict.seen_at.is_not(None), EventConflict.received_at.desc(), EventConflict.id)
        .limit(MOST)
    )
    return [_pair(conflict, event) for conflict, event in db.session.execute(query)]


def see(conflict: str, who: Identity) -> None:
    """Note that somebody has looked at a conflict: the first one stays noted. Raise ``NotFound``."""
    here = (EventConflict.id == conflict, _within(who))
    if db.session.scalar(sa.select(EventConflict.id).where(*here)) is None:
        raise NotFound("not-found")
    unseen = sa.update(EventConflict).where(*here, EventConflict.seen_at.is_(None))
    db.session.execute(unseen.values(seen_at=now(), seen_by=who.author))
    db.session.commit()


def _within(who: Identity) -> sa.ColumnElement[bool]:
    return sa.true() if who.everywhere else EventConflict.shop_id == who.shop_id


def _pair(conflict: EventConflict, event: Event | None) -> dict[str, Any]:
    came = conflict.body
    return {
        "id": conflict.id,
        "event_id": conflict.event_id,
        "shop": conflict.shop_id,
        "seen_at": conflict.seen_at,
        "seen_by": conflict.seen_by,
        "held": event and _version(event),
        "came": {
            "kind": came.get("kind"),
            "at": came.get("at"),
            "device": came.get("device"),
            "author": conflict.author,
            "received_at": conflict.received_at,
            "payload": came.get("payload"),
        },
    }


def _version(event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "at": event.local_time,
        "device": event.device_id,
        "author": event.author,
        "received_at": event.received_at,
        "payload": event.payload,
    }
