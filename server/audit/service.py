"""Write a deed down in its own transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from flask import g, has_request_context

from catalog.text import plain
from server.database import db, new_id

from .models import AuditEntry, AuditPiece

LONGEST = 100
"""Letters of a reference; a longer one names no piece."""


def record(
    action: str, subject: str, author: str, *, shop: str = "", pieces: Iterable[str] = (), **details: Any
) -> str:
    """Add a deed to the open transaction, and return its id; who calls is known from the request. The caller commits.

    ``pieces`` are the references of what it touched: it is found by each of them.
    """
    caller = g.get("caller") if has_request_context() else None
    entry = AuditEntry(
        id=new_id(),
        action=action,
        subject=subject,
        author=author,
        role=caller.role if caller else "",
        person_id=caller.person_id if caller else None,
        token_id=caller.token_id if caller else None,
        shop_id=shop,
        details=details,
        words=words_of(author, details),
    )
    db.session.add(entry)
    touched = [{"ref": ref, "entry_id": entry.id} for ref in sorted(set(pieces)) if len(ref) <= LONGEST]
    if touched:
        db.session.flush()
        db.session.execute(sa.insert(AuditPiece), touched)
    return entry.id


def touch_again(entry_id: str, actions: Iterable[str], since: sa.ScalarSelect[datetime]) -> None:
    """Let a deed touch all that others of these actions touched from a moment on. The caller commits."""
    db.session.flush()
    others = sa.select(AuditEntry.id).where(AuditEntry.action.in_(tuple(actions)), AuditEntry.at >= since)
    refs = sa.select(AuditPiece.ref, sa.literal(entry_id)).where(AuditPiece.entry_id.in_(others)).distinct()
    db.session.execute(sa.insert(AuditPiece).from_select(["ref", "entry_id"], refs))


def words_of(author: str, details: dict[str, Any]) -> str:
    """Return what a deed is found by, in plain letters: who did it, and what is said of it."""
    return plain(" ".join([author, *(str(value) for value in details.values() if isinstance(value, str | int))]))
