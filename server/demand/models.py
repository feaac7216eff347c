"""Advice and its outcomes, laid out so that the report only counts."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from server.database import Model, UTCDateTime

SOURCES = ("finder", "words", "scan", "search", "outfit")
UNMET = ("empty", "out-of-size", "relaxed")
RESULTS = ("sold", "ordered", "tried", "left")
REASONS = ("size", "price", "colour", "not-convinced", "just-looking", "not-here")
VISITORS = ("local", "visitor")
STRENGTHS = ("must", "must_not", "prefer", "relaxed")


def _among(column: str, values: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def _event() -> Mapped[str]:
    return mapped_column(sa.ForeignKey("events.id", ondelete="CASCADE"), primary_key=True)


class Advice(Model):
    """One customer's need and what was proposed for it. The whole of it is the event beside it.

    ``local_day`` is the date on the shop's wall, ``2026-11-21``; ``here`` how many of the ``remaining`` pieces were
    counted in the shop, null where no stock was known; ``unmet`` what the shop could not give, null where it could.
    """

    __tablename__ = "advices"

    event_id: Mapped[str] = _event()
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    happened_at: Mapped[datetime] = mapped_column(UTCDateTime())
    local_day: Mapped[str] = mapped_column(sa.String(10))
    source: Mapped[str] = mapped_column(sa.String(8))
    lang: Mapped[str] = mapped_column(sa.String(2))
    revision: Mapped[int] = mapped_column(sa.Integer)
    activity: Mapped[str | None] = mapped_column(sa.String(64))
    wanted: Mapped[str | None] = mapped_column(sa.String(64))
    weather: Mapped[str | None] = mapped_column(sa.String(64))
    temperature_c: Mapped[int | None] = mapped_column(sa.Integer)
    wind_kmh: Mapped[int | None] = mapped_column(sa.Integer)
    effort: Mapped[str | None] = mapped_column(sa.String(64))
    duration: Mapped[str | None] = mapped_column(sa.String(64))
    audience: Mapped[str | None] = mapped_column(sa.String(64))
    size: Mapped[str | None] = mapped_column(sa.String(64))
    budget_cents: Mapped[int | None] = mapped_column(sa.Integer)
    remaining: Mapped[int] = mapped_column(sa.Integer)
    here: Mapped[int | None] = mapped_column(sa.Integer)
    unmet: Mapped[str | None] = mapped_column(sa.String(12))

    __table_args__ = (
        sa.CheckConstraint(_among("source", SOURCES), name="source_known"),
        sa.CheckConstraint(_among("unmet", UNMET), name="unmet_known"),
        sa.Index("ix_advices_shop_day", "shop_id", "local_day"),
        sa.Index("ix_advices_shop_activity", "shop_id", "activity", "wanted"),
    )


class AdvisedPiece(Model):
    """A piece that was proposed, best first; ``score`` is null where no need was said."""

    __tablename__ = "advised_pieces"

    event_id: Mapped[str] = _event()
    place: Mapped[int] = mapped_column(sa.Integer, primary_key=True)
    ref: Mapped[str] = mapped_column(sa.String(100), index=True)
    score: Mapped[int | None] = mapped_column(sa.Integer)


class AdvisedWish(Model):
    """A wish of the need, or (``relaxed``) one that was let go to find something."""

    __tablename__ = "advised_wishes"

    event_id: Mapped[str] = _event()
    strength: Mapped[str] = mapped_column(sa.String(8), primary_key=True)
    wish: Mapped[str] = mapped_column(sa.String(64), primary_key=True)

    __table_args__ = (sa.CheckConstraint(_among("strength", STRENGTHS), name="strength_known"),)


class Outcome(Model):
    """What came of an advice. It can be put right: of those about one advice, the highest ``seq`` stands.

    ``advice_id`` has no foreign key: the advice may wait on another way, or may have been refused.
    """

    __tablename__ = "outcomes"

    event_id: Mapped[str] = _event()
    shop_id: Mapped[str] = mapped_column(sa.String(64))
    advice_id: Mapped[str | None] = mapped_column(sa.String(36))
    seq: Mapped[int] = mapped_column(sa.BigInteger)
    local_day: Mapped[str] = mapped_column(sa.String(10))
    result: Mapped[str] = mapped_column(sa.String(8))
    reason: Mapped[str | None] = mapped_column(sa.String(16))
    visitor: Mapped[str | None] = mapped_column(sa.String(8))

    __table_args__ = (
        sa.CheckConstraint(_among("result", RESULTS), name="result_known"),
        sa.CheckConstraint(_among("reason", REASONS), name="reason_known"),
        sa.CheckConstraint(_among("visitor", VISITORS), name="visitor_known"),
        sa.Index("ix_outcomes_shop_advice", "shop_id", "advice_id", "seq"),
        sa.Index("ix_outcomes_shop_day", "shop_id", "local_day"),
    )


class OutcomePiece(Model):
    """A piece that an outcome is about."""

    __tablename__ = "outcome_pieces"

    event_id: Mapped[str] = _event()
    ref: Mapped[str] = mapped_column(sa.String(100), primary_key=True)
