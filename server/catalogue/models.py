"""Published revisions of the catalogue."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Compressed, Model, UTCDateTime, now


class Revision(Model):
    """One immutable state of the catalogue. ``source`` are the facts, ``document`` what was compiled from them."""

    __tablename__ = "revisions"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content_hash: Mapped[str] = mapped_column(sa.String(64))
    source: Mapped[bytes] = mapped_column(Compressed(), deferred=True)
    document: Mapped[bytes] = mapped_column(Compressed(), deferred=True)
    samples: Mapped[bytes | None] = mapped_column(Compressed(), deferred=True)
    """What the sample customers are told by it, as JSON: the next dry run is compared with it. None: never asked."""
    published_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now)
    author: Mapped[str] = mapped_column(sa.String(200))
    note: Mapped[str] = mapped_column(sa.String(500), default="")
    counts: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    """How much of each kind it changed of the one before, as the dry run counted it. None: never counted."""
