"""What customers answered to the three questions. Nothing in it says who."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime

FOUND = ("yes", "partly", "no")
CLEAR = ("clear", "partly", "unclear")


class Review(Model):
    """One customer's answers about a visit, given on the page of a piece; each of the three may be missing.

    ``held`` says why it does not count before somebody has looked at it ("flood", "robot", "not-a-page"): nothing that
    was said is thrown away.
    """

    __tablename__ = "reviews"

    id: Mapped[str] = mapped_column(sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    said_at: Mapped[datetime] = mapped_column(UTCDateTime())
    ref: Mapped[str] = mapped_column(sa.String(100))
    lang: Mapped[str] = mapped_column(sa.String(2))
    found: Mapped[str | None] = mapped_column(sa.String(8))
    missing: Mapped[str | None] = mapped_column(sa.String(500))
    clear: Mapped[str | None] = mapped_column(sa.String(8))
    held: Mapped[str | None] = mapped_column(sa.String(12))

    __table_args__ = (
        sa.CheckConstraint("found IN ('yes', 'partly', 'no')", name="found_known"),
        sa.CheckConstraint("clear IN ('clear', 'partly', 'unclear')", name="clear_known"),
        sa.Index("ix_reviews_shop_id", "shop_id", "id"),
    )
