"""Which labels are out of date: what hangs in the shop says another price than the shop asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from server.catalogue.service import Published
from server.database import db, new_id, now
from server.prices import record
from server.prices.record import Pair
from server.stock.service import insert

from .choice import Piece
from .models import PrintedLabel

_FIRST = "labels-first-asked"
_ROWS = 500
"""Rows in one statement: SQLite binds 32,766 values at most."""


def due(published: Published, shop_id: str, kind: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return those of the pieces whose label says something else than the shop asks now.

    A piece whose label was never printed here is taken to carry what the shop asked when its record began: the shelves
    were labelled then. One that the shop has carried only since has no label yet.
    """
    printed, first = _printed(shop_id, kind), _first_asked(published, shop_id)
    assortment: Mapping[str, Any] = published.shops[shop_id]["assortment"]

    def is_due(piece: Piece) -> bool:
        if piece.gtin in printed:
            return printed[piece.gtin] != (piece.price, piece.announced)
        return first.get(piece.gtin) != _pair(assortment[piece.gtin])

    return [piece for piece in pieces if is_due(piece)]


def mark(shop_id: str, kind: str, pieces: Sequence[Piece], author: str) -> str:
    """Write down what labels say now that they are printed, and commit. Return the id of the printing."""
    said, run, moment = _printed(shop_id, kind), new_id(), now()
    rows = [
        {
            "shop_id": shop_id,
            "kind": kind,
            "gtin": piece.gtin,
            "price_cents": piece.price,
            "reference_price_cents": piece.announced,
            "run": run,
            "printed_at": moment,
            "author": author,
            "before": list(said[piece.gtin]) if piece.gtin in said else None,
        }
        for piece in pieces
    ]
    for start in range(0, len(rows), _ROWS):
        statement = insert(PrintedLabel)
        kept = {name: statement.excluded[name] for name in rows[0] if name not in ("shop_id", "kind", "gtin")}
        some = rows[start : start + _ROWS]
        db.session.execute(statement.on_conflict_do_update(index_elements=["shop_id", "kind", "gtin"], set_=kept), some)
    db.session.commit()
    return run


def shop_of(run: str) -> str | None:
    """Return the shop of a printing; None where nothing of it stands any more."""
    return db.session.scalar(sa.select(PrintedLabel.shop_id).where(PrintedLabel.run == run).limit(1))


def put_back(shop_id: str, run: str) -> None:
    """Say that a printing never came out: its labels say what they said before. Commit."""
    rows = db.session.scalars(
        sa.select(PrintedLabel).where(PrintedLabel.shop_id == shop_id, PrintedLabel.run == run)
    ).all()
    for row in rows:
        if row.before is None:
            db.session.delete(row)
        else:
            row.price_cents, row.reference_price_cents = row.before[0] or 0, row.before[1]
            row.run, row.before = "", None
    db.session.commit()


def last(shop_id: str, kind: str) -> dict[str, Any] | None:
    """Return the latest printing of which something still stands: its id, when, by whom, how many labels."""
    query = (
        sa.select(PrintedLabel.run, PrintedLabel.author, sa.func.max(PrintedLabel.printed_at), sa.func.count())
        .where(PrintedLabel.shop_id == shop_id, PrintedLabel.kind == kind, PrintedLabel.run != "")
        .group_by(PrintedLabel.run, PrintedLabel.author)
        .order_by(sa.func.max(PrintedLabel.printed_at).desc())
        .limit(1)
    )
    found: Any = db.session.execute(query).first()
    if found is None:
        return None
    run, author, at, count = found
    printed_at: datetime = at
    return {"run": run, "author": author, "at": printed_at, "pieces": count}


def _printed(shop_id: str, kind: str) -> dict[str, Pair]:
    """Return what the labels of a shop say, by GTIN, as far as they were printed here."""
    query = sa.select(PrintedLabel.gtin, PrintedLabel.price_cents, PrintedLabel.reference_price_cents).where(
        PrintedLabel.shop_id == shop_id, PrintedLabel.kind == kind
    )
    return {row.gtin: (row[1], row[2]) for row in db.session.execute(query)}


def _first_asked(published: Published, shop_id: str) -> Mapping[str, Pair]:
    """Return what the shop asked when its record began; it never changes, and is read once a revision."""
    key = (_FIRST, shop_id)
    if key not in published.memory:
        published.memory[key] = {gtin: _pair(pair) for gtin, pair in record.first(shop_id).items()}
    found: Mapping[str, Pair] = published.memory[key]
    return found


def _pair(pair: Sequence[Any]) -> Pair:
    """Return a price and what stands beside it; a reference price that is no reduction does not."""
    price, reference = pair
    return price, reference if reference is not None and reference > price else None
