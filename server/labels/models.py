"""What the labels in the shops say."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime


class PrintedLabel(Model):
    """The label of a variant that was printed last: its price and the reference price beside it, in cents.

    ``kind`` tells tags from shelf cards, which hang side by side. ``run`` is the printing it came with, and ``before``
    what the label said until then (price, reference price; null where there was none): a printing can be put back.
    """

    __tablename__ = "printed_labels"

    shop_id: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(8), primary_key=True)
    gtin: Mapped[str] = mapped_column(sa.String(14), primary_key=True)
    price_cents: Mapped[int] = mapped_column(sa.Integer)
    reference_price_cents: Mapped[int | None] = mapped_column(sa.Integer)
    run: Mapped[str] = mapped_column(sa.String(36))
    printed_at: Mapped[datetime] = mapped_column(UTCDateTime())
    author: Mapped[str] = mapped_column(sa.String(80))
    before: Mapped[list[int | None] | None] = mapped_column(sa.JSON(none_as_null=True))

    __table_args__ = (sa.Index("ix_printed_labels_printed_at", "shop_id", "kind", "printed_at"),)
