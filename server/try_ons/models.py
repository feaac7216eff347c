"""What try-ons showed."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model


class TryOn(Model):
    """One try-on, as a step from the size that was advised (or worn usually): the evidence is the event beside it."""

    __tablename__ = "try_ons"

    event_id: Mapped[str] = mapped_column(sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    ref: Mapped[str] = mapped_column(sa.String(100))
    verdict: Mapped[str] = mapped_column(sa.String(8))

    __table_args__ = (
        sa.CheckConstraint("verdict IN ('smaller', 'right', 'larger')", name="verdict_known"),
        sa.Index("ix_try_ons_shop_ref", "shop_id", "ref"),
    )
