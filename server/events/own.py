"""Events that nobody's phone recorded: what the server heard itself, on its public pages and in the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from server.database import db, now, rfc3339

from . import kinds
from .models import Event
from .service import content_hash, insert_once

DEVICE = "public-page"
AUTHOR = "customer"


@dataclass(frozen=True, slots=True)
class By:
    """Who said it, and from where."""

    author: str = AUTHOR
    author_id: str | None = None
    device: str = DEVICE


CUSTOMER = By()


def record(
    kind: str,
    payload: Mapping[str, Any],
    *,
    event_id: str,
    shop: str,
    by: By = CUSTOMER,
    deed: Callable[[], None] | None = None,
) -> bool:
    """Store an event and do what it does, in one transaction; again with the same id changes nothing.

    ``deed`` is called where it is new, in the same transaction.

    Returns whether it was new. Raises ``marshmallow.ValidationError`` where the payload is not of its kind.
    """
    known = kinds.find(kind, 1)
    if known is None:
        raise LookupError(kind)
    known.schema.load(dict(payload))
    is_new = insert_once(_event(kind, dict(payload), event_id, shop, by))
    if is_new and deed is not None:
        deed()
    db.session.commit()
    return is_new


def _event(kind: str, payload: dict[str, Any], event_id: str, shop: str, by: By) -> Event:
    moment = now()
    said = {
        "id": event_id,
        "kind": kind,
        "format": 1,
        "shop": shop,
        "device": by.device,
        "seq": 0,
        "at": rfc3339(moment),
        "payload": payload,
    }
    return Event(
        id=event_id,
        kind=kind,
        format=1,
        shop_id=shop,
        device_id=by.device,
        seq=0,
        author_id=by.author_id,
        author=by.author,
        carried_by=None,
        happened_at=moment,
        local_time=rfc3339(moment),
        clock_offset_ms=None,
        received_at=moment,
        content_hash=content_hash(said),
        payload=payload,
    )
