"""Changes of prices: tried out, planned for an hour, taken back."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

import orjson
import sqlalchemy as sa

from server import audit
from server.customer.words import SHOP_CLOCK
from server.database import db, now, rfc3339
from server.errors import Conflict, Invalid, NotFound
from server.imports import service as imports
from server.imports.models import Import

from . import stakes
from .models import CANCELLED, FAILED, PLANNED, PUBLISHED, PUBLISHING, TRIED, PriceChange

KIND = "prices"
FARTHEST = timedelta(days=400)
"""A season and its sales; a date further off is a slip of the finger."""
SHOWN = 50


def try_out(shop_id: str, name: str, files: Mapping[str, bytes], author: str, count: int = 0) -> PriceChange:
    """Keep a dry run of changed prices with the tables that make it, so that it can be planned for an hour."""
    _forget_old()
    dry_run = imports.submit(name, files, author, KIND)
    packed = orjson.dumps({each: data.decode("latin-1") for each, data in files.items()})
    row = PriceChange(
        shop_id=shop_id,
        name=name[:200],
        author=author,
        state=TRIED,
        import_id=dry_run.id,
        files=packed,
        expected=b"[]",
        count=count,
    )
    db.session.add(row)
    db.session.commit()
    return row


def plan(change_id: str, day: date, clock: time, author: str) -> PriceChange:
    """Let a change be published by the system at an hour of the shop's clock, and commit."""
    row = find(change_id)
    starts_at = moment_of(day, clock)
    if not now() < starts_at <= now() + FARTHEST:
        raise Invalid([("date", "price-change-date")])
    if row.state not in (TRIED, PLANNED):
        raise Conflict("price-change-decided")
    dry_run = imports.find(row.import_id)
    if dry_run.state != "ready":
        raise Conflict("import-published" if dry_run.state == "published" else "import-refused")
    asked = stakes.asked_in(dry_run.base_revision)
    after = stakes.wanted(files_of(row), asked)
    plans = [orjson.loads(each.expected) for each in _planned_before(starts_at) if each.id != row.id]
    row.expected = orjson.dumps(stakes.expected(asked, after, plans))
    row.state, row.starts_at, row.count = PLANNED, starts_at, len(after)
    row.decided_at, row.decided_by = now(), author
    begins = rfc3339(starts_at)
    audit.record("prices-planned", row.id, author, shop=row.shop_id, name=row.name, count=row.count, starts_at=begins)
    db.session.commit()
    return row


def cancel(change_id: str, author: str) -> PriceChange:
    """Take a planned change back, and commit; one that is being published is past that."""
    row = find(change_id)
    done = db.session.execute(
        sa.update(PriceChange)
        .where(PriceChange.id == row.id, PriceChange.state.in_((TRIED, PLANNED)))
        .values(state=CANCELLED, decided_at=now(), decided_by=author)
    )
    if done.rowcount:  # type: ignore[attr-defined]  # an UPDATE has one
        audit.record("prices-cancelled", row.id, author, shop=row.shop_id, name=row.name, count=row.count)
    db.session.commit()
    if not done.rowcount:  # type: ignore[attr-defined]  # an UPDATE has one
        raise Conflict("price-change-decided")
    return find(change_id)


def moment_of(day: date, clock: time) -> datetime:
    """Return an hour of the shop's clock as a moment; the first of the two where the clock goes back.

    Raises ``Invalid`` for an hour that does not exist, where the clock goes forward.
    """
    local = datetime.combine(day, clock, SHOP_CLOCK)
    moment = local.astimezone(now().tzinfo)
    if moment.astimezone(SHOP_CLOCK).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Invalid([("time", "price-change-hour")])
    return moment


def listed(shop_id: str) -> Sequence[PriceChange]:
    """Return the shop's changes that are planned, by their hour, then those that ended, the latest first."""
    of_shop = sa.select(PriceChange).where(PriceChange.shop_id == shop_id)
    waiting = of_shop.where(PriceChange.state.in_((PLANNED, PUBLISHING))).order_by(PriceChange.starts_at)
    ended = (
        of_shop.where(PriceChange.state.in_((PUBLISHED, CANCELLED, FAILED)), PriceChange.starts_at.is_not(None))
        .order_by(PriceChange.decided_at.desc())
        .limit(SHOWN)
    )
    return [*db.session.scalars(waiting), *db.session.scalars(ended)]


def of_import(import_id: str) -> PriceChange:
    """Return the change that a dry run shows. Raise ``NotFound`` where it shows another kind of change."""
    row = db.session.scalar(sa.select(PriceChange).where(PriceChange.import_id == import_id))
    if row is None:
        raise NotFound("price-change-not-found")
    return row


def find(change_id: str) -> PriceChange:
    """Return a change, or raise ``NotFound``."""
    row = db.session.get(PriceChange, change_id) if _is_id(change_id) else None
    if row is None:
        raise NotFound("price-change-not-found")
    return row


def files_of(row: PriceChange) -> dict[str, bytes]:
    """Return the tables of a change."""
    return {name: text.encode("latin-1") for name, text in orjson.loads(row.files).items()}


def _planned_before(moment: datetime) -> Sequence[PriceChange]:
    query = sa.select(PriceChange).where(PriceChange.state == PLANNED, PriceChange.starts_at < moment)
    return db.session.scalars(query).all()


def _forget_old() -> None:
    """Forget what was tried and never planned, as long after as its dry run is forgotten."""
    kept = sa.select(Import.id)
    db.session.execute(sa.delete(PriceChange).where(PriceChange.state == TRIED, PriceChange.import_id.not_in(kept)))


def _is_id(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
