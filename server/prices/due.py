"""Planned changes of prices whose hour has come: tried out on what stands now, and published, or left with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import orjson
import sqlalchemy as sa
import structlog

from server import audit, jobs
from server.catalogue import history
from server.database import db, now
from server.errors import Conflict
from server.imports import service as imports
from server.imports.models import WAITED_FOR, Import

from . import stakes
from .changes import KIND, files_of
from .models import FAILED, PLANNED, PUBLISHED, PUBLISHING, PriceChange

log = structlog.get_logger("cordee.prices")
_STEPS = 20
"""Steps of one change in one call: other publications may come between a dry run and its publication so often."""


def publish_due(moment: datetime | None = None, *, leave: bool = False) -> int:
    """Take every change whose hour has come as far as it goes now, in the order of their hours; return how many ended.

    ``leave`` the dry runs to whoever takes imports: what waits for one is then taken up by a later call.

    Any worker may call it at any time, and be killed in it: what was done is told by the dry run that the change names.
    Those after one that waits wait for it, so that of two changes of one price the later one wins.
    """
    ended = 0
    for change_id in _due(moment or now()):
        if not _guarded(change_id, leave):
            break
        ended += 1
    return ended


def is_due() -> bool:
    """Tell whether the hour of a change has come."""
    return bool(_due(now()))


def _due(moment: datetime) -> Sequence[str]:
    return db.session.scalars(
        sa.select(PriceChange.id)
        .where(PriceChange.state.in_((PLANNED, PUBLISHING)), PriceChange.starts_at <= moment)
        .order_by(PriceChange.starts_at, PriceChange.id)
    ).all()


def _guarded(change_id: str, leave: bool) -> bool:
    """Do the steps of one change; one that nobody foresaw ends it, and holds up no other."""
    try:
        return _through(change_id, leave)
    except sa.exc.DBAPIError:  # the database is away or busy: the change waits for it
        raise
    except Exception:
        log.exception("price-change-crashed", change_id=change_id)
        db.session.rollback()
        _end(change_id, FAILED, problem="price-change-crashed")
        return True


def _through(change_id: str, leave: bool) -> bool:
    """Do the steps of one change; False while it waits for its dry run."""
    db.session.execute(
        sa.update(PriceChange)
        .where(PriceChange.id == change_id, PriceChange.state == PLANNED)
        .values(state=PUBLISHING)
        .execution_options(synchronize_session=False)
    )
    db.session.commit()
    for _ in range(_STEPS):
        change = db.session.get_one(PriceChange, change_id, populate_existing=True)
        if change.state != PUBLISHING:
            return True
        dry_run = db.session.get(Import, change.import_id, populate_existing=True)
        if dry_run is not None and dry_run.state in WAITED_FOR:
            if leave or jobs.runs_apart():
                return False
            imports.finished(dry_run)
        else:
            _step(change, dry_run)
    _end(change_id, FAILED, problem="price-change-busy")
    return True


def _step(change: PriceChange, dry_run: Import | None) -> None:
    """Go on from a dry run that has come to its end, or from none."""
    if dry_run is not None and dry_run.state == "published":
        return _end(change.id, PUBLISHED, revision=dry_run.published_revision)
    if dry_run is None or dry_run.base_revision != history.newest() or dry_run.state == "cancelled":
        return _try_again(change)
    gone = stakes.overtaken(orjson.loads(change.expected), stakes.asked_in(dry_run.base_revision))
    if gone:
        return _end(change.id, FAILED, problem="price-change-overtaken", gtins=gone)
    if dry_run.state != "ready":
        return _end(change.id, FAILED, problem="price-change-refused")
    try:
        imports.publish(dry_run.id, change.author, confirm_removals=dry_run.removals)
    except Conflict:  # somebody else published meanwhile: the next step looks at what stands now
        db.session.rollback()
    return None


def _try_again(change: PriceChange) -> None:
    """Try the tables out against the newest revision; of two workers who do so, one is heard."""
    change_id, known = change.id, change.import_id
    fresh = imports.submit(change.name, files_of(change), change.author, KIND).id
    done = db.session.execute(
        sa.update(PriceChange)
        .where(PriceChange.id == change_id, PriceChange.import_id == known, PriceChange.state == PUBLISHING)
        .values(import_id=fresh)
        .execution_options(synchronize_session=False)
    )
    db.session.commit()
    if not done.rowcount:  # type: ignore[attr-defined]  # an UPDATE has one
        imports.discard(fresh, change.author)


def _end(
    change_id: str, state: str, *, revision: int | None = None, problem: str | None = None, gtins: Sequence[str] = ()
) -> None:
    ended = db.session.execute(
        sa.update(PriceChange)
        .where(PriceChange.id == change_id, PriceChange.state == PUBLISHING)
        .values(
            state=state,
            decided_at=now(),
            published_revision=revision,
            problem=problem,
            concerned=list(gtins) or None,
        )
        .execution_options(synchronize_session=False)
    )
    if problem and ended.rowcount:  # type: ignore[attr-defined]  # an UPDATE has one
        change = db.session.get_one(PriceChange, change_id)
        audit.record("prices-failed", change_id, "", shop=change.shop_id, name=change.name, problem=problem)
    db.session.commit()
    log.info("price-change-ended", change_id=change_id, state=state, revision=revision, problem=problem)
