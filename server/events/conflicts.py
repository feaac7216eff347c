"""Events that came under the id of another one, for whoever must look at them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from server.accounts.identity import Identity
from server.database import db

from .models import Event, EventConflict

MOST = 100
"""More than anybody reads; there should be none."""


def listed(who: Identity) -> list[dict[str, Any]]:
    """Return the conflicts that the caller may see, newest first, each beside the event that holds its id."""
    query = (
        sa.select(EventConflict, Event)
        .join(Event, Event.id == EventConflict.event_id, isouter=True)
        .order_by(EventConflict.received_at.desc(), EventConflict.id)
        .limit(MOST)
    )
    if not who.everywhere:
        query = query.where(EventConflict.shop_id == who.shop_id)
    return [_pair(conflict, event) for conflict, event in db.session.execute(query)]


def _pair(conflict: EventConflict, event: Event | None) -> dict[str, Any]:
    came = conflict.body
    return {
        "id": conflict.id,
        "event_id": conflict.event_id,
        "shop": conflict.shop_id,
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
