"""What people answered on training cards. It is theirs: nobody else reads it, but as a count of the team."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime


class TrainingReview(Model):
    """One answer of one person on one card. How long it took stays in the event: it measures nobody here.

    It goes with the person.
    """

    __tablename__ = "training_reviews"

    event_id: Mapped[str] = mapped_column(sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(sa.ForeignKey("people.id", ondelete="CASCADE"))
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    reviewed_at: Mapped[datetime] = mapped_column(UTCDateTime())
    card: Mapped[str] = mapped_column(sa.String(240))
    version: Mapped[str] = mapped_column(sa.String(16))
    rating: Mapped[int] = mapped_column(sa.Integer)
    correct: Mapped[bool] = mapped_column(sa.Boolean)

    __table_args__ = (
        sa.CheckConstraint("rating BETWEEN 1 AND 4", name="rating_known"),
        sa.Index("ix_training_reviews_person", "person_id", "reviewed_at"),
        sa.Index("ix_training_reviews_shop_card", "shop_id", "card"),
    )
