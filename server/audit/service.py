"""Write a deed down in its own transaction, and read the trail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from flask import g, has_request_context

from server.database import db

from .models import AuditEntry


def record(action: str, subject: str, author: str, *, shop: str = "", **details: Any) -> None:
    """Add a deed to the open transaction; who calls is known from the request. The caller commits."""
    caller = g.get("caller") if has_request_context() else None
    db.session.add(
        AuditEntry(
            action=action,
            subject=subject,
            author=author,
            role=caller.role if caller else "",
            person_id=caller.person_id if caller else None,
            token_id=caller.token_id if caller else None,
            shop_id=shop,
            details=details,
        )
    )


def listed(
    shop: str | None, before: str | None, limit: int, actions: Sequence[str] = (), subject: str | None = None
) -> list[AuditEntry]:
    """Return the deeds before one, newest first; one more than ``limit`` where there are more.

    ``shop`` sees its own deeds and those that concern all; ``None`` sees every one.
    """
    statement = sa.select(AuditEntry).order_by(AuditEntry.id.desc()).limit(limit + 1)
    if shop is not None:
        statement = statement.where(AuditEntry.shop_id.in_(("", shop)))
    if before is not None:
        statement = statement.where(AuditEntry.id < before)
    if actions:
        statement = statement.where(AuditEntry.action.in_(actions))
    if subject is not None:
        statement = statement.where(AuditEntry.subject == subject)
    return list(db.session.scalars(statement))
