"""Imports: what was dropped, what is wrong with it, and what it would make of the catalogue."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Compressed, Model, UTCDateTime, new_id, now


class Import(Model):
    """A dry run. What would be published is kept exactly as it was shown, until it is published or forgotten.

    ``state`` is ``refused`` (the file has errors), ``ready`` or ``published``.
    """

    __tablename__ = "imports"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(sa.String(200))
    kind: Mapped[str] = mapped_column(sa.String(16), default="file", server_default="file")
    """The room it came from: ``file``, or one of the desk's: ``edit``, ``photos``, ``prices``, ``knowledge``."""
    state: Mapped[str] = mapped_column(sa.String(16))
    author: Mapped[str] = mapped_column(sa.String(80))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now, index=True)
    base_revision: Mapped[int] = mapped_column(sa.Integer)
    """The revision it was compared with, 0 before the first."""
    published_revision: Mapped[int | None] = mapped_column(sa.ForeignKey("revisions.number"))
    report: Mapped[bytes] = mapped_column(Compressed(), deferred=True)
    """Findings and difference, as JSON."""
    content_hash: Mapped[str] = mapped_column(sa.String(64), default="")
    source: Mapped[bytes | None] = mapped_column(Compressed(), deferred=True)
    document: Mapped[bytes | None] = mapped_column(Compressed(), deferred=True)
    samples: Mapped[bytes | None] = mapped_column(Compressed(), deferred=True)
    """What the sample customers would be told."""
    stock: Mapped[bytes | None] = mapped_column(Compressed(), deferred=True)
    """Counts that come with the file, as JSON rows of shop, GTIN, quantity and moment."""

    __table_args__ = (
        sa.CheckConstraint("state IN ('refused', 'ready', 'published')", name="state_known"),
        sa.CheckConstraint("kind IN ('file', 'edit', 'photos', 'prices', 'knowledge')", name="kind_known"),
    )
