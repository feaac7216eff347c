"""The record of prices: written with each revision, read by shop and variant."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa

from server.catalogue import history
from server.catalogue.models import Revision
from server.database import db

from .lowest import Period
from .models import PricePeriod

Pair = tuple[int, int | None]
_CHUNK = 500
"""Variants in one question: SQLite binds 32,766 values at most, old ones 999."""
_ROWS = 5_000


def init_app() -> None:
    """Write the record with each publication, in its own transaction."""
    history.when_published(write)


def write(revision: Revision) -> None:
    """Close the periods that a revision ends and begin those it begins."""
    asked = _asked(revision.source)
    standing = _standing()
    ended = [key for key, pair in standing.items() if asked.get(key) != pair]
    begun = [(key, pair) for key, pair in asked.items() if standing.get(key) != pair]
    _close(ended, revision.published_at)
    rows = (_row(shop_id, gtin, pair, revision) for (shop_id, gtin), pair in begun)
    while chunk := list(islice(rows, _ROWS)):
        db.session.execute(sa.insert(PricePeriod), chunk)


def periods(shop_id: str, gtins: Collection[str]) -> dict[str, list[Period]]:
    """Return the periods of variants in a shop, oldest first; a variant that was never sold there is absent."""
    found: dict[str, list[Period]] = {}
    for some in _chunks(list(gtins)):
        query = (
            sa.select(
                PricePeriod.gtin,
                PricePeriod.price_cents,
                PricePeriod.reference_price_cents,
                PricePeriod.since_at,
                PricePeriod.until_at,
            )
            .where(PricePeriod.shop_id == shop_id, PricePeriod.gtin.in_(some))
            .order_by(PricePeriod.gtin, PricePeriod.revision)
        )
        for row in db.session.execute(query):
            found.setdefault(row.gtin, []).append(Period(*row[1:]))
    return found


def begin(shop_id: str) -> datetime | None:
    """Return when the record of a shop begins, None where it never sold anything."""
    return db.session.scalar(sa.select(sa.func.min(PricePeriod.since_at)).where(PricePeriod.shop_id == shop_id))


def first(shop_id: str) -> dict[str, Pair]:
    """Return what a shop asked when its record began, by GTIN."""
    query = sa.select(PricePeriod.gtin, PricePeriod.price_cents, PricePeriod.reference_price_cents).where(
        PricePeriod.shop_id == shop_id, PricePeriod.since_at == begin(shop_id)
    )
    return {row.gtin: (row[1], row[2]) for row in db.session.execute(query)}


class _Shop(msgspec.Struct):
    assortment: dict[str, Pair]


class _Facts(msgspec.Struct):
    """What is read of the facts of a revision: the rest, most of it, is passed over and never made."""

    shops: dict[str, _Shop]


def _asked(source: bytes) -> dict[tuple[str, str], Pair]:
    """Return what each shop asks for each variant it sells."""
    shops = msgspec.json.decode(source, type=_Facts).shops
    return {(shop_id, gtin): pair for shop_id, shop in shops.items() for gtin, pair in shop.assortment.items()}


def _standing() -> dict[tuple[str, str], Pair]:
    query = sa.select(
        PricePeriod.shop_id, PricePeriod.gtin, PricePeriod.price_cents, PricePeriod.reference_price_cents
    ).where(PricePeriod.until_at.is_(None))
    return {(row.shop_id, row.gtin): (row[2], row[3]) for row in db.session.execute(query)}


def _close(ended: Sequence[tuple[str, str]], at: datetime) -> None:
    by_shop: dict[str, list[str]] = {}
    for shop_id, gtin in ended:
        by_shop.setdefault(shop_id, []).append(gtin)
    for shop_id, gtins in by_shop.items():
        for some in _chunks(gtins):
            db.session.execute(
                sa.update(PricePeriod)
                .where(PricePeriod.shop_id == shop_id, PricePeriod.gtin.in_(some), PricePeriod.until_at.is_(None))
                .values(until_at=at)
            )


def _row(shop_id: str, gtin: str, pair: Pair, revision: Revision) -> dict[str, Any]:
    return {
        "shop_id": shop_id,
        "gtin": gtin,
        "revision": revision.number,
        "price_cents": pair[0],
        "reference_price_cents": pair[1],
        "since_at": revision.published_at,
        "until_at": None,
    }


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]
