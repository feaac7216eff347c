"""Questions without an answer, and remarks. Neither says who asked: nobody shall fear to."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime

ABOUT = ("product", "range", "shop")


class Question(Model):
    """Something a customer wanted to know and nobody knew, with its context; ``answers`` is the customer's need.

    ``answered_role`` is the role of who answered: the shop's manager or the brand.
    """

    __tablename__ = "questions"

    id: Mapped[str] = mapped_column(sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    asked_at: Mapped[datetime] = mapped_column(UTCDateTime())
    question: Mapped[str] = mapped_column(sa.String(500))
    ref: Mapped[str | None] = mapped_column(sa.String(100))
    answers: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    answer: Mapped[str | None] = mapped_column(sa.String(1000))
    answered_at: Mapped[datetime | None] = mapped_column(UTCDateTime())
    answered_role: Mapped[str | None] = mapped_column(sa.String(16))
    answered_by: Mapped[str | None] = mapped_column(sa.String(80))

    __table_args__ = (sa.Index("ix_questions_shop_asked", "shop_id", "asked_at"),)


class Remark(Model):
    """What a customer said of a piece, of the range or of the shop."""

    __tablename__ = "remarks"

    id: Mapped[str] = mapped_column(sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    said_at: Mapped[datetime] = mapped_column(UTCDateTime())
    text: Mapped[str] = mapped_column(sa.String(500))
    about: Mapped[str] = mapped_column(sa.String(8))
    ref: Mapped[str | None] = mapped_column(sa.String(100))

    __table_args__ = (
        sa.CheckConstraint("about IN ('product', 'range', 'shop')", name="about_known"),
        sa.Index("ix_remarks_shop_id", "shop_id", "id"),
    )
