"""Stock: a dated claim about a shop, never part of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from server.database import db, now, rfc3339

from .models import StockLevel, StockVersion


@dataclass(frozen=True, slots=True)
class Level:
    """How many pieces were counted, and when."""

    quantity: int
    counted_at: datetime


def levels(shop_id: str) -> dict[str, Level]:
    """Return the counted variants of a shop by GTIN. An absent variant is unknown, not zero."""
    rows = db.session.execute(
        sa.select(StockLevel.gtin, StockLevel.quantity, StockLevel.counted_at)
        .where(StockLevel.shop_id == shop_id)
        .order_by(StockLevel.gtin)
    )
    return {row.gtin: Level(row.quantity, row.counted_at) for row in rows}


def document(shop_id: str, *, demonstration: bool) -> dict[str, Any]:
    """Return the stock of a shop as the API gives it and the finder reads it."""
    return {
        "shop": shop_id,
        "as_of": rfc3339(now()),
        "demonstration": demonstration,
        "levels": {
            gtin: {"quantity": level.quantity, "counted_at": rfc3339(level.counted_at)}
            for gtin, level in levels(shop_id).items()
        },
    }


def version(shop_id: str) -> int:
    """Return the number of the shop's stock, 0 before the first count."""
    return db.session.scalar(sa.select(StockVersion.version).where(StockVersion.shop_id == shop_id)) or 0


def count(shop_id: str, counts: Iterable[tuple[str, int, datetime]]) -> int:
    """Take counts (GTIN, quantity, when) into the open transaction; an older count never undoes a newer one.

    Return how many were given. The caller commits, so that counts and what came with them are one deed.
    """
    rows = [
        {"shop_id": shop_id, "gtin": gtin, "quantity": quantity, "counted_at": counted_at}
        for gtin, quantity, counted_at in counts
    ]
    if rows:
        statement = _insert(StockLevel)
        db.session.execute(
            statement.on_conflict_do_update(
                index_elements=["shop_id", "gtin"],
                set_={"quantity": statement.excluded.quantity, "counted_at": statement.excluded.counted_at},
                where=StockLevel.counted_at <= statement.excluded.counted_at,
            ),
            rows,
        )
        _bump(shop_id)
    return len(rows)


def _bump(shop_id: str) -> None:
    statement = _insert(StockVersion).values(shop_id=shop_id, version=1, changed_at=now())
    db.session.execute(
        statement.on_conflict_do_update(
            index_elements=["shop_id"],
            set_={"version": StockVersion.version + 1, "changed_at": statement.excluded.changed_at},
        )
    )


def _insert(model: Any) -> Any:
    """Return an insert that knows ON CONFLICT: both databases have it, SQLAlchemy spells it by dialect."""
    dialect = db.engine.dialect.name
    return (postgresql if dialect == "postgresql" else sqlite).insert(model)
