"""Take events: each once, each in a transaction of its own together with what it changes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from typing import Any

import marshmallow as ma
import orjson
import sqlalchemy as sa
import structlog
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from server.accounts.identity import Identity
from server.accounts.models import Person
from server.catalogue.service import current
from server.database import db, new_id, now
from server.errors import Problem, Unavailable, flatten
from server.sentences import field_sentence

from . import devices, kinds
from .models import Event, EventConflict
from .schemas import EventSchema
from .sentences import SENTENCES
from .upsert import insert

log = structlog.get_logger("cordee")
Result = dict[str, Any]
_EVENT = EventSchema()
_AWAY = (OperationalError, InterfaceError, NoConnection, MemoryError)
"""The server is in trouble, not the event: locked or lost database, no connection free, no memory."""


def take(events: Sequence[Any], who: Identity, sent_at: datetime | None, lang: str) -> list[Result]:
    """Take events from their phone, in their order, and return what became of each."""
    offset = devices.offset_of(sent_at)
    results = _all_taken(events, who, offset, lang)
    devices.seen(_settled(events, results), who, offset)
    return results


def take_file(events: Sequence[Any], who: Identity, lang: str) -> list[Result]:
    """Take events that were brought in a file: their phone was not heard of, and its clock is not known."""
    return _all_taken(events, who, None, lang)


def _all_taken(events: Sequence[Any], who: Identity, offset: int | None, lang: str) -> list[Result]:
    """Take one after the other. One that fails never holds up the others."""
    shops = current().shops
    return [_taken(raw, who, shops, offset, lang) for raw in events]


def _settled(events: Sequence[Any], results: Sequence[Result]) -> Counter[str]:
    """Return of each device how many of its events are here now."""
    pairs = zip(events, results, strict=True)
    return Counter(raw["device"] for raw, result in pairs if result["status"] != "rejected")


def _taken(raw: Any, who: Identity, shops: Container[str], offset: int | None, lang: str) -> Result:
    """Take one event. Raise where the server itself is in trouble: then what was not answered for comes again."""
    shown_id = raw.get("id") if isinstance(raw, Mapping) and isinstance(raw.get("id"), str) else None
    try:
        return _stored(_loaded(raw, who, shops, offset), raw, lang)
    except _Rejected as reason:
        return {"id": shown_id, **reason.said(lang)}
    except Problem:
        db.session.rollback()
        raise
    except Exception as error:
        db.session.rollback()
        if isinstance(error, _AWAY) or (isinstance(error, DBAPIError) and error.connection_invalidated):
            raise Unavailable from error
        log.exception("event not stored", id=shown_id)
        return {"id": shown_id, **_Rejected("not-stored").said(lang)}


def _loaded(raw: Any, who: Identity, shops: Container[str], offset: int | None) -> Event:
    """Check one event and what it carries. Raise ``_Rejected``."""
    data = _valid(_EVENT, raw, "")
    if data["shop"] != who.shop_id:
        raise _Rejected("other-shop")
    if data["shop"] not in shops:
        raise _Rejected("shop-not-found")
    author_id, author, carried_by = _author(data, who)
    kind = kinds.find(data["kind"], data["format"])
    if kind is None:
        raise _Rejected("format-unknown" if data["kind"] in kinds.known_names() else "kind-unknown")
    _valid(kind.schema, data["payload"], "payload")
    return Event(
        id=data["id"],
        kind=data["kind"],
        format=data["format"],
        shop_id=data["shop"],
        device_id=data["device"],
        seq=data["seq"],
        author_id=author_id,
        author=author,
        carried_by=carried_by,
        happened_at=datetime.fromisoformat(data["at"]),
        local_time=data["at"],
        clock_offset_ms=offset,
        received_at=now(),
        content_hash=content_hash(data),
        payload=data["payload"],
    )


def _author(data: Mapping[str, Any], who: Identity) -> tuple[str | None, str, str | None]:
    """Return the author's id and name, and who carried the event for them: a manager may, for people of any time."""
    author_id = data.get("author", who.person_id)
    if who.person_id is None or author_id == who.person_id:
        return who.person_id, who.author, None
    if who.role != "manager":
        raise _Rejected("other-author")
    author = db.session.get(Person, author_id)
    if author is None:
        raise _Rejected("author-unknown")
    return author.id, author.name or author.role, who.person_id


def content_hash(data: Mapping[str, Any]) -> str:
    """Return what makes two events the same: everything that the phone said of it, whoever sends it."""
    said = {key: data[key] for key in ("id", "kind", "format", "shop", "device", "seq", "at", "payload")}
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()


def insert_once(event: Event) -> bool:
    """Insert an event and do what it does, in the open transaction; tell whether it was new. The caller commits."""
    values = {column.key: getattr(event, column.key) for column in sa.inspect(Event).columns}
    inserted = db.session.execute(
        insert(Event).values(**values).on_conflict_do_nothing(index_elements=["id"]).returning(Event.id)
    ).scalar_one_or_none()
    if inserted is not None:
        kinds.apply(event)
    return inserted is not None


def _stored(event: Event, raw: Mapping[str, Any], lang: str) -> Result:
    """Insert the event and do what it does, or find that it is already there; one transaction."""
    if insert_once(event):
        db.session.commit()
        return {"id": event.id, "status": "accepted"}
    held = db.session.scalar(sa.select(Event.content_hash).where(Event.id == event.id))
    if held == event.content_hash:
        db.session.rollback()
        return {"id": event.id, "status": "duplicate"}
    _keep_aside(event, raw)
    db.session.commit()
    log.error("event id used twice", id=event.id, device=event.device_id)
    return {"id": event.id, **_Rejected("conflict").said(lang)}


def _keep_aside(event: Event, raw: Mapping[str, Any]) -> None:
    statement = insert(EventConflict).values(
        id=new_id(),
        event_id=event.id,
        content_hash=event.content_hash,
        shop_id=event.shop_id,
        author=event.author,
        received_at=now(),
        body=dict(raw),
    )
    db.session.execute(statement.on_conflict_do_nothing(index_elements=["event_id", "content_hash"]))


class _Rejected(Exception):  # noqa: N818  an answer, not a failure
    def __init__(self, reason: str, problems: Any = None, path: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self._problems = list(flatten(problems, path)) if problems else []

    def said(self, lang: str) -> Result:
        errors = [{"field": one["field"], "message": field_sentence(one["message"], lang)} for one in self._problems]
        result = {"status": "rejected", "reason": self.reason, "message": SENTENCES[self.reason][lang]}
        return {**result, "errors": errors} if errors else result


def _valid(schema: ma.Schema, raw: Any, path: str) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = schema.load(raw)
    except ma.ValidationError as error:
        raise _Rejected("invalid", error.messages, path) from None
    return loaded
