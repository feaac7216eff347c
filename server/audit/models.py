"""The trail of deeds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime, new_id, now


class AuditEntry(Model):
    """One deed. ``subject`` is the id of what it was done to; ``shop_id`` is empty where it concerns all shops."""

    __tablename__ = "audit_entries"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    action: Mapped[str] = mapped_column(sa.String(40))
    subject: Mapped[str] = mapped_column(sa.String(100))
    author: Mapped[str] = mapped_column(sa.String(200))
    role: Mapped[str] = mapped_column(sa.String(16))
    """The role it was done in; empty for the command line and for what the server does by itself."""
    person_id: Mapped[str | None] = mapped_column(sa.String(36))
    token_id: Mapped[str | None] = mapped_column(sa.String(36))
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    details: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    words: Mapped[str] = mapped_column(sa.Text, server_default="")
    """What it is found by, in plain letters: who did it, and what is said of it."""

    __table_args__ = (
        sa.Index("ix_audit_entries_action", "action", "id"),
        sa.Index("ix_audit_entries_subject", "subject", "id"),
        sa.Index("ix_audit_entries_author", "author", "id"),
    )


class AuditPiece(Model):
    """A piece that a deed touched."""

    __tablename__ = "audit_pieces"

    ref: Mapped[str] = mapped_column(sa.String(100), primary_key=True)
    entry_id: Mapped[str] = mapped_column(
        sa.ForeignKey("audit_entries.id", ondelete="CASCADE"), primary_key=True, index=True
    )
