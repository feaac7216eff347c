"""What was counted, shop by shop."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime


class StockLevel(Model):
    """The last count of one variant in one shop. A variant without a row was never counted: unknown, not zero."""

    __tablename__ = "stock_levels"

    shop_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    gtin: Mapped[str] = mapped_column(sa.String(14), primary_key=True)
    quantity: Mapped[int] = mapped_column(sa.Integer)
    counted_at: Mapped[datetime] = mapped_column(UTCDateTime())

    __table_args__ = (sa.CheckConstraint("quantity >= 0", name="quantity_not_negative"),)


class StockVersion(Model):
    """A number that grows with each change of a shop's stock: one cheap read answers "anything new?"."""

    __tablename__ = "stock_versions"

    shop_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    version: Mapped[int] = mapped_column(sa.Integer, default=0)
    changed_at: Mapped[datetime] = mapped_column(UTCDateTime())
