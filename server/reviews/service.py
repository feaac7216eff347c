"""Keep what customers answered, each form once, and give it to the shop."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from server.database import db
from server.events import kinds, own
from server.events.models import Event

from .models import CLEAR, FOUND, Review
from .schemas import ReviewEventSchema

KIND = "review"


def take_review(event: Event) -> None:
    """Write down a customer's answers. What did not come from our page is kept, but not counted."""
    said = event.payload
    elsewhere = "not-a-page" if event.device_id != own.DEVICE else None
    db.session.add(
        Review(
            id=event.id,
            shop_id=event.shop_id,
            said_at=event.happened_at,
            ref=said["ref"],
            lang=said["lang"],
            held=elsewhere or said.get("held"),
            **{name: said.get(name) for name in ("found", "missing", "clear")},
        )
    )


def page(shop_id: str, limit: int, cursor: str = "") -> dict[str, Any]:
    """Return a page of a shop's answers, newest first, with the counts of all that count."""
    query = sa.select(Review).where(Review.shop_id == shop_id).order_by(Review.id.desc()).limit(limit + 1)
    found = list(db.session.scalars(query.where(Review.id < cursor) if cursor else query))
    shown = found[:limit]
    return {
        "items": shown,
        "next_cursor": shown[-1].id if len(found) > limit else None,
        "found": _counts(shop_id, Review.found, FOUND),
        "clear": _counts(shop_id, Review.clear, CLEAR),
    }


def _counts(shop_id: str, column: Any, answers: tuple[str, ...]) -> dict[str, int]:
    rows = db.session.execute(
        sa.select(column, sa.func.count())
        .where(Review.shop_id == shop_id, Review.held.is_(None), column.is_not(None))
        .group_by(column)
    )
    counted: dict[str, int] = {row[0]: row[1] for row in rows}
    return {answer: counted.get(answer, 0) for answer in answers}


def init_app() -> None:
    """Let answers be events."""
    kinds.register(KIND, 1, ReviewEventSchema, take_review)
