"""What shops asked, from when to when; and changes of prices that wait for their day."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Compressed, Model, UTCDateTime, new_id, now

TRIED, PLANNED, PUBLISHING, PUBLISHED, CANCELLED, FAILED = (
    "tried",
    "planned",
    "publishing",
    "published",
    "cancelled",
    "failed",
)
STATES = (TRIED, PLANNED, PUBLISHING, PUBLISHED, CANCELLED, FAILED)


class PricePeriod(Model):
    """What a shop asked for a variant since a revision; ``until_at`` is empty while it still does.

    Written in the transaction of each publication, never changed afterwards but for its end.
    """

    __tablename__ = "price_periods"

    shop_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    gtin: Mapped[str] = mapped_column(sa.String(14), primary_key=True)
    revision: Mapped[int] = mapped_column(sa.Integer, primary_key=True, autoincrement=False)
    price_cents: Mapped[int] = mapped_column(sa.Integer)
    reference_price_cents: Mapped[int | None] = mapped_column(sa.Integer)
    since_at: Mapped[datetime] = mapped_column(UTCDateTime())
    until_at: Mapped[datetime | None] = mapped_column(UTCDateTime())

    __table_args__ = (sa.Index("ix_price_periods_until", "shop_id", "until_at"),)


class PriceChange(Model):
    """A change of prices that was tried: the tables that make it, so that it can be tried again on its day.

    ``expected`` are, by shop and GTIN, the pairs of price and reference price that it was made on: where a shop asks
    something else on the day, somebody decided otherwise meanwhile, and the change is not published. ``problem``
    is a code of ``sentences.py`` and ``concerned`` the GTINs it speaks of.
    """

    __tablename__ = "price_changes"

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id)
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    name: Mapped[str] = mapped_column(sa.String(200))
    author: Mapped[str] = mapped_column(sa.String(80))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime(), default=now, index=True)
    state: Mapped[str] = mapped_column(sa.String(16), default=TRIED)
    import_id: Mapped[str] = mapped_column(sa.String(36), index=True)
    """The dry run that is shown; at its hour, the one that is published."""
    files: Mapped[bytes] = mapped_column(Compressed(), deferred=True)
    expected: Mapped[bytes] = mapped_column(Compressed(), deferred=True)
    count: Mapped[int] = mapped_column(sa.Integer, default=0)
    starts_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    decided_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    decided_by: Mapped[str | None] = mapped_column(sa.String(80))
    published_revision: Mapped[int | None] = mapped_column(sa.Integer)
    problem: Mapped[str | None] = mapped_column(sa.String(40))
    concerned: Mapped[list[str] | None] = mapped_column(sa.JSON)

    __table_args__ = (
        sa.CheckConstraint(f"state IN ({', '.join(repr(state) for state in STATES)})", name="state_known"),
        sa.Index("ix_price_changes_due", "state", "starts_at"),
    )
