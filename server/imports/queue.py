"""Whose turn it is: an import is claimed by one worker, shows signs of life, and is anybody's again without them.

Each statement is one UPDATE that names the state it expects, so that of two workers one finds nothing, on SQLite as on
PostgreSQL. Every function commits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
import structlog

from server.database import BUSY_TIMEOUT_MS, db, new_id, now

from .models import Import

log = structlog.get_logger("cordee.imports")
BELIEVED = timedelta(milliseconds=3 * BUSY_TIMEOUT_MS)
"""How long a sign of life holds. A worker gives one each second; on a busy SQLite one may wait as long as it is patient
for another writer, and the next one as long again. Who is believed dead too early costs work, never a wrong word."""
MOST_ATTEMPTS = 3
"""A file that ends its worker this often is the reason itself, and not the machine."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One worker's turn at one import. ``claim`` tells it from every other turn."""

    import_id: str
    claim: str


def claim(only: str | None = None) -> Turn | None:
    """Take the import that has waited longest, or the one named; ``None`` where nothing waits."""
    _give_up()
    waiting = sa.select(Import.id).where(_free()).order_by(Import.created_at, Import.id).limit(1)
    if only is not None:
        waiting = waiting.where(Import.id == only)
    turn = new_id()
    taken = db.session.scalar(
        sa.update(Import)
        .where(Import.id == waiting.scalar_subquery(), _free())
        .values(state="running", claim=turn, claimed_until=now() + BELIEVED, attempts=Import.attempts + 1)
        .returning(Import.id)
        .execution_options(synchronize_session=False)
    )
    db.session.commit()
    return None if taken is None else Turn(taken, turn)


def beat(turn: Turn, progress: Mapping[str, Any] | None) -> bool:
    """Show that the work goes on, and how far it is. False where the turn is over: cancelled, or another's."""
    return _update(turn, claimed_until=now() + BELIEVED, progress=dict(progress) if progress else None)


def release(turn: Turn) -> bool:
    """Put the import back: somebody else may go on at once."""
    return _update(turn, state="queued", claim=None, claimed_until=None, progress=None)


def fail(turn: Turn, code: str) -> bool:
    """End the import with the reason why it could not be tried out."""
    log.error("import-failed", import_id=turn.import_id, reason=code)
    return _update(turn, **_failed(code))


def end(turn: Turn, **values: Any) -> bool:
    """Write what came of the work and end the turn. False, and nothing written, where the turn is over."""
    return _update(turn, claim=None, claimed_until=None, progress=None, finished_at=now(), **values)


def is_waiting(since: timedelta) -> bool:
    """Tell whether an import has waited that long for a worker."""
    old = sa.or_(Import.created_at < now() - since, Import.state == "running")
    return db.session.scalar(sa.select(sa.exists().where(_free(), old))) or False


def _update(turn: Turn, **values: Any) -> bool:
    done = db.session.execute(
        sa.update(Import)
        .where(Import.id == turn.import_id, Import.claim == turn.claim, Import.state == "running")
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    db.session.commit()
    return bool(done.rowcount)  # type: ignore[attr-defined]  # an UPDATE has one


def _free() -> sa.ColumnElement[bool]:
    return sa.or_(Import.state == "queued", _abandoned())


def _abandoned() -> sa.ColumnElement[bool]:
    return sa.and_(Import.state == "running", Import.claimed_until < now())


def _give_up() -> None:
    """Fail what has ended so many workers that the next would end too."""
    db.session.execute(
        sa.update(Import)
        .where(_free(), Import.attempts >= MOST_ATTEMPTS)
        .values(**_failed("import-crashed"))
        .execution_options(synchronize_session=False)
    )


def _failed(code: str) -> dict[str, Any]:
    return {
        "state": "failed", "failure": code, "finished_at": now(),
        "claim": None, "claimed_until": None, "progress": None,
    }  # fmt: skip
