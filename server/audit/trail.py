"""Read the trail: the deeds that somebody looks for, newest first."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from catalog.text import plain
from server.customer.words import SHOP_CLOCK
from server.database import db

from .models import AuditEntry, AuditPiece

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "published": ("import-published", "revision-restored"),
    "imports": ("import-", "supplier-"),
    "prices": ("prices-",),
    "stock": ("stock-",),
    "photos": ("photo-",),
    "exports": ("export-",),
    "people": ("person-", "session-", "phone-", "pin-", "lock-", "token-"),
}
"""What a deed was about, by how its action begins."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which deeds; what is empty leaves all in. Days are ``2026-11-23``, on the shop's own clock."""

    action: str = ""
    subject: str = ""
    kind: str = ""
    author: str | None = None
    """An empty one is the server itself."""
    piece: str = ""
    q: str = ""
    since: str = ""
    until: str = ""


def listed(shop: str | None, before: str | None, limit: int, wanted: Wanted) -> list[AuditEntry]:
    """Return the deeds before one, newest first; one more than ``limit`` where there are more.

    ``shop`` sees its own deeds and those that concern all; ``None`` sees every one.
    """
    statement = sa.select(AuditEntry).where(*_seen_by(shop), *_said(wanted), *_between(wanted))
    if before is not None:
        statement = statement.where(AuditEntry.id < before)
    if wanted.piece:
        touching = sa.select(AuditPiece.entry_id).where(AuditPiece.ref == wanted.piece)
        statement = statement.where(AuditEntry.id.in_(touching))
    return list(db.session.scalars(statement.order_by(AuditEntry.id.desc()).limit(limit + 1)))


def authors(shop: str | None) -> Sequence[str]:
    """Return who has done something, by name; an empty one is the server itself."""
    found = sa.select(AuditEntry.author).where(*_seen_by(shop)).distinct()
    return sorted(db.session.scalars(found), key=plain)


def _seen_by(shop: str | None) -> list[sa.ColumnElement[bool]]:
    return [] if shop is None else [AuditEntry.shop_id.in_(("", shop))]


def _said(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    equal = {AuditEntry.action: wanted.action, AuditEntry.subject: wanted.subject}
    found: list[sa.ColumnElement[bool]] = [column == value for column, value in equal.items() if value]
    if wanted.author is not None:
        found.append(AuditEntry.author == wanted.author)
    if wanted.kind:
        found.append(sa.or_(*(AuditEntry.action.startswith(stem) for stem in KINDS[wanted.kind])))
    return found + [AuditEntry.words.contains(word, autoescape=True) for word in plain(wanted.q).split()]


def _between(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if wanted.since:
        found.append(AuditEntry.at >= _midnight(wanted.since))
    if wanted.until:
        found.append(AuditEntry.at < _midnight(wanted.until) + timedelta(days=1))
    return found


def _midnight(day: str) -> datetime:
    """Return when a day begins in the shop; the 31st of a shorter month is its last day."""
    year, month, number = (int(part) for part in day.split("-"))
    return datetime(year, month, min(number, monthrange(year, month)[1]), tzinfo=SHOP_CLOCK)
