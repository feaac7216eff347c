"""What was said of a shop's stock, and what follows from it."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime


class StockMove(Model):
    """One count or difference of one variant, as ``server.stock.fold`` reads it; ``why`` is empty on a count.

    ``id`` is the event's. What files count has the id ``file`` and ``seq`` 0: only the newest of them matters.
    """

    __tablename__ = "stock_moves"

    shop_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    gtin: Mapped[str] = mapped_column(sa.String(14), primary_key=True)
    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True)
    device_id: Mapped[str] = mapped_column(sa.String(64), default="")
    seq: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    at: Mapped[datetime] = mapped_column(UTCDateTime())
    amount: Mapped[int] = mapped_column(sa.Integer)
    why: Mapped[str | None] = mapped_column(sa.String(16))


class StockLevel(Model):
    """The fold of all moves of a variant in a shop. One without a row was never counted: unknown, not zero."""

    __tablename__ = "stock_levels"

    shop_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    gtin: Mapped[str] = mapped_column(sa.String(14), primary_key=True)
    quantity: Mapped[int] = mapped_column(sa.Integer)
    counted_at: Mapped[datetime] = mapped_column(UTCDateTime())
    counted: Mapped[int] = mapped_column(sa.Integer)
    sold: Mapped[int] = mapped_column(sa.Integer, default=0)
    moved: Mapped[int] = mapped_column(sa.Integer, default=0)
    moved_at: Mapped[datetime | None] = mapped_column(UTCDateTime())

    __table_args__ = (sa.CheckConstraint("quantity >= 0", name="quantity_not_negative"),)


class StockVersion(Model):
    """A number that grows with each change of a shop's stock: one cheap read answers "anything new?"."""

    __tablename__ = "stock_versions"

    shop_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    version: Mapped[int] = mapped_column(sa.Integer, default=0)
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime())
