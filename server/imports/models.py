"""Imports: what was dropped, what is wrong with it, and what it would make of the catalogue."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Compressed, Model, UTCDateTime, new_id, now

STATES: Final = ("queued", "running", "ready", "refused", "published", "cancelled", "failed")
KINDS: Final = ("file", "edit", "photos", "prices", "knowledge")
WAITED_FOR: Final = frozenset({"queued", "running"})
"""States that end by themselves."""


def _among(column: str, values: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


class Import(Model):
    """A dry run and the job that makes it. What would be published is kept exactly as it was shown.

    ``queued`` and ``running`` end by themselves: ``ready``, ``refused`` (the file has errors) or ``failed`` (the work
    could not be done: see ``failure``). A person makes ``cancelled`` and ``published`` of them.
    """

    __tablename__ = "imports"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(sa.String(200))
    kind: Mapped[str] = mapped_column(sa.String(16), default="file", server_default="file")
    """The room it came from: ``file``, or one of the desk's: ``edit``, ``photos``, ``prices``, ``knowledge``."""
    state: Mapped[str] = mapped_column(sa.String(16))
    author: Mapped[str] = mapped_column(sa.String(80))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now, index=True)
    finished_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    """When the dry run came to an end, whatever end."""
    base_revision: Mapped[int] = mapped_column(sa.Integer)
    """The revision it was compared with, 0 before the first."""
    published_revision: Mapped[int | None] = mapped_column(sa.ForeignKey("revisions.number"))
    report: Mapped[bytes] = mapped_column(Compressed(), deferred=True)
    """Findings, difference, removals and changed advice, as JSON."""
    removals: Mapped[int] = mapped_column(sa.Integer, default=0, server_default="0")
    """How many things publishing would take away: a person confirms that number."""
    content_hash: Mapped[str] = mapped_column(sa.String(64), default="")
    source: Mapped[bytes | None] = mapped_column(Compressed(), deferred=True)
    document: Mapped[bytes | None] = mapped_column(Compressed(), deferred=True)
    samples: Mapped[bytes | None] = mapped_column(Compressed(), deferred=True)
    """What the sample customers would be told."""
    stock: Mapped[bytes | None] = mapped_column(Compressed(), deferred=True)
    """Counts that come with the file, as JSON rows of shop, GTIN, quantity and moment."""

    progress: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    """How far the work has come: stage, done, total. None before it begins and after it."""
    claim: Mapped[str | None] = mapped_column(sa.String(36))
    """Names the worker's turn: what an earlier turn still writes finds another name here, and changes nothing."""
    claimed_until: Mapped[datetime | None] = mapped_column(UTCDateTime())
    """Until when a sign of life is believed. Later the work is anybody's again."""
    attempts: Mapped[int] = mapped_column(sa.Integer, default=0, server_default="0")
    failure: Mapped[str] = mapped_column(sa.String(40), default="", server_default="")
    """Code of the sentence that says why the work could not be done."""

    __table_args__ = (
        sa.CheckConstraint(_among("state", STATES), name="state_known"),
        sa.CheckConstraint(_among("kind", KINDS), name="kind_known"),
        sa.Index("ix_imports_state", "state", "created_at"),
    )


class ImportKey(Model):
    """The import that a sender's key has made. It outlives a discarded import, which no late repetition brings back."""

    __tablename__ = "import_keys"

    owner: Mapped[str] = mapped_column(sa.String(36), primary_key=True)
    """Person or token; a key of somebody else's is another key."""
    key: Mapped[str] = mapped_column(sa.String(128), primary_key=True)
    content: Mapped[str] = mapped_column(sa.String(64))
    """SHA-256 of names and bytes."""
    import_id: Mapped[str] = mapped_column(sa.String(36))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now, index=True)


class ImportFile(Model):
    """A file as it was sent, under an id of ours. Its name is a word for findings and never a path."""

    __tablename__ = "import_files"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    import_id: Mapped[str] = mapped_column(sa.ForeignKey("imports.id", ondelete="CASCADE"), index=True)
    place: Mapped[int] = mapped_column(sa.Integer)
    name: Mapped[str] = mapped_column(sa.String(500))
    content: Mapped[bytes] = mapped_column(Compressed(), deferred=True)
