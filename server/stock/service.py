"""Stock: a dated claim about a shop, never part of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from server.database import db, now, rfc3339
from server.events.models import Event

from .fold import Level, Move, fold, ordered
from .models import StockLevel, StockMove, StockVersion

FILE = "file"
"""The id under which the newest count of a file stands."""
KINDS = ("stock-count", "stock-delta", "stock-delivery")
RECENT = timedelta(minutes=15)
"""Longer than a phone waits before it sends again what was not answered for (at most a minute)."""
_CHUNK = 500
"""Variants in one question: SQLite binds 32,766 values at most, old ones 999."""

__all__ = ["Level", "bump", "count", "document", "insert", "levels", "version"]


def levels(shop_id: str) -> dict[str, Level]:
    """Return the counted variants of a shop by GTIN. An absent variant is unknown, not zero."""
    rows = db.session.execute(
        sa.select(
            StockLevel.gtin,
            StockLevel.counted,
            StockLevel.counted_at,
            StockLevel.sold,
            StockLevel.moved,
            StockLevel.moved_at,
        )
        .where(StockLevel.shop_id == shop_id)
        .order_by(StockLevel.gtin)
    )
    return {row.gtin: Level(*row[1:]) for row in rows}


def document(shop_id: str, *, demonstration: bool) -> dict[str, Any]:
    """Return the stock of a shop as the API gives it and the finder reads it."""
    return {
        "shop": shop_id,
        "as_of": rfc3339(now()),
        "demonstration": demonstration,
        "levels": {gtin: _shown(level) for gtin, level in levels(shop_id).items()},
        "recent": _recent(shop_id),
    }


def _recent(shop_id: str) -> list[str]:
    """Return the events of the last minutes that the levels know: a phone that missed our answer has them twice."""
    query = (
        sa.select(Event.id)
        .where(Event.shop_id == shop_id, Event.kind.in_(KINDS), Event.received_at > now() - RECENT)
        .order_by(Event.id)
    )
    return list(db.session.scalars(query))


def _shown(level: Level) -> dict[str, Any]:
    return {
        "quantity": level.quantity,
        "counted_at": rfc3339(level.counted_at),
        "counted": level.counted,
        "sold": level.sold,
        "moved": level.moved,
        "moved_at": rfc3339(level.moved_at) if level.moved_at else None,
    }


def known(shop_id: str, gtins: Sequence[str]) -> set[str]:
    """Return those of the variants that were counted before."""
    found: set[str] = set()
    for start in range(0, len(gtins), _CHUNK):
        some = gtins[start : start + _CHUNK]
        query = sa.select(StockLevel.gtin).where(StockLevel.shop_id == shop_id, StockLevel.gtin.in_(some))
        found |= set(db.session.scalars(query))
    return found


def version(shop_id: str) -> int:
    """Return the number of the shop's stock, 0 before the first count."""
    return db.session.scalar(sa.select(StockVersion.version).where(StockVersion.shop_id == shop_id)) or 0


def count(shop_id: str, counts: Iterable[tuple[str, int, datetime]]) -> int:
    """Take counts of a file (GTIN, quantity, when) into the open transaction; an older count never undoes a newer one.

    Return how many were given. The caller commits, so that counts and what came with them are one deed.
    """
    rows = [
        {"shop_id": shop_id, "gtin": gtin, "amount": quantity, "at": counted_at}
        for gtin, quantity, counted_at in counts
    ]
    if rows:
        bump(shop_id)
        _write_down(rows)
        _level(shop_id, rows)
    return len(rows)


def count_sheet(shop_id: str, sheet_id: str, counts: Iterable[tuple[str, int, datetime]]) -> int:
    """Take a sheet that somebody counted into the open transaction; again with the same id changes nothing.

    Unlike the counts that come with a range, each sheet stays in the story of its pieces, a device by itself.
    """
    rows = [
        {"shop_id": shop_id, "gtin": gtin, "amount": quantity, "at": at, "why": None}
        | {"id": sheet_id, "device_id": sheet_id, "seq": 1}
        for gtin, quantity, at in counts
    ]
    if rows:
        bump(shop_id)
        db.session.execute(insert(StockMove).on_conflict_do_nothing(), rows)
        refold(shop_id, [str(row["gtin"]) for row in rows])
    return len(rows)


def is_counted(shop_id: str, sheet_id: str) -> bool:
    """Tell whether a sheet was taken before."""
    found = sa.select(sa.exists().where(StockMove.shop_id == shop_id, StockMove.id == sheet_id))
    return db.session.scalar(found) or False


def _write_down(rows: list[dict[str, Any]]) -> None:
    statement = insert(StockMove)
    new = statement.excluded
    db.session.execute(
        statement.on_conflict_do_update(
            index_elements=["shop_id", "gtin", "id"],
            set_={"amount": new.amount, "at": new.at},
            where=StockMove.at <= new.at,
        ),
        [{"id": FILE, "device_id": "", "seq": 0, "why": None, **row} for row in rows],
    )


def _level(shop_id: str, rows: list[dict[str, Any]]) -> None:
    """Set the levels at once where files alone have spoken; what phones have said as well is folded."""
    spoken = set(
        db.session.scalars(sa.select(StockMove.gtin).distinct().where(StockMove.shop_id == shop_id, StockMove.seq > 0))
    )
    plain = [_counted(row) for row in rows if row["gtin"] not in spoken]
    if plain:
        statement = insert(StockLevel)
        new = statement.excluded
        db.session.execute(
            statement.on_conflict_do_update(
                index_elements=["shop_id", "gtin"],
                set_={"quantity": new.quantity, "counted": new.counted, "counted_at": new.counted_at},
                where=StockLevel.counted_at <= new.counted_at,
            ),
            plain,
        )
    refold(shop_id, [row["gtin"] for row in rows if row["gtin"] in spoken])


def _counted(row: dict[str, Any]) -> dict[str, Any]:
    counted = {"quantity": row["amount"], "counted": row["amount"], "counted_at": row["at"]}
    return {"shop_id": row["shop_id"], "gtin": row["gtin"], "sold": 0, "moved": 0, **counted}


def refold(shop_id: str, gtins: Sequence[str]) -> None:
    """Work out the levels of these variants from all that was said of them."""
    for start in range(0, len(gtins), _CHUNK):
        _refold(shop_id, gtins[start : start + _CHUNK])


def _refold(shop_id: str, gtins: Sequence[str]) -> None:
    values = [
        {"shop_id": shop_id, "gtin": gtin, "quantity": level.quantity, **asdict(level)}
        for gtin, moves in _moves(shop_id, gtins).items()
        if (level := fold(None, moves)) is not None
    ]
    if not values:
        return
    statement = insert(StockLevel)
    kept = {name: statement.excluded[name] for name in values[0] if name not in ("shop_id", "gtin")}
    db.session.execute(statement.on_conflict_do_update(index_elements=["shop_id", "gtin"], set_=kept), values)


def moves_of(shop_id: str, gtin: str) -> list[Move]:
    """Return what was said of a variant, in the order in which it happened."""
    return ordered(_moves(shop_id, [gtin]).get(gtin, []))


def _moves(shop_id: str, gtins: Sequence[str]) -> dict[str, list[Move]]:
    query = sa.select(StockMove).where(StockMove.shop_id == shop_id, StockMove.gtin.in_(gtins))
    found: dict[str, list[Move]] = {}
    for row in db.session.scalars(query):
        found.setdefault(row.gtin, []).append(Move(row.id, row.device_id, row.seq, row.at, row.amount, row.why))
    return found


def bump(shop_id: str) -> None:
    """Give the shop’s stock its next number; its row is held until the transaction ends: changes come one by one."""
    statement = insert(StockVersion).values(shop_id=shop_id, version=1, changed_at=now())
    db.session.execute(
        statement.on_conflict_do_update(
            index_elements=["shop_id"],
            set_={"version": StockVersion.version + 1, "changed_at": statement.excluded.changed_at},
        )
    )


def insert(model: Any) -> Any:
    """Return an insert that knows ON CONFLICT: both databases have it, SQLAlchemy spells it by dialect."""
    dialect = db.engine.dialect.name
    return (postgresql if dialect == "postgresql" else sqlite).insert(model)
