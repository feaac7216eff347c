"""One turn at an import, from its kept files to a dry run that a person can decide on."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import sqlalchemy as sa
import structlog

from catalog import progress
from server.catalogue import history
from server.database import db

from . import queue
from .models import ImportFile
from .queue import Turn
from .trial import Trial, try_out

WRITES, PAUSE_SECONDS = 6, 1.0
"""How often writing is tried, each time as long as the database is patient, and the pause between."""
log = structlog.get_logger("cordee.imports")


def carry_out(turn: Turn) -> bool:
    """Try an import out against the newest revision and keep what came of it. False where the turn was over."""
    files = dict(_files(turn.import_id))
    base = history.newest()
    with _without_collector():
        trial = try_out(files, base)
    progress.tell("write", 0, 1)
    kept = _written(turn, base_revision=base, report=trial.report(), **_kept(trial))
    state = "refused" if trial.content is None else "ready"
    log.info("import-tried", import_id=turn.import_id, state=state, base=base, kept=kept)
    return kept


def _written(turn: Turn, **values: Any) -> bool:
    """Write what came of it. A database that is busy for a while does not throw half a minute of work away."""
    for _ in range(WRITES - 1):
        try:
            return queue.end(turn, **values)
        except sa.exc.OperationalError as error:
            log.warning("import-unwritten", import_id=turn.import_id, reason=str(error.orig))
            db.session.rollback()
            time.sleep(PAUSE_SECONDS)
    return queue.end(turn, **values)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let nobody look for cycles meanwhile: a dry run makes millions of things and hardly a cycle.

    The collector would go through all of them again and again, for a third of the whole time, and find nothing.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _files(import_id: str) -> list[tuple[str, bytes]]:
    rows = db.session.execute(
        sa.select(ImportFile.name, ImportFile.content)
        .where(ImportFile.import_id == import_id)
        .order_by(ImportFile.place)
    )
    return [(row.name, row.content) for row in rows]


def _kept(trial: Trial) -> dict[str, Any]:
    if trial.content is None:
        return {"state": "refused"}
    return {
        "state": "ready",
        "removals": trial.removals["count"],
        "content_hash": trial.content.content_hash,
        "source": trial.content.source,
        "document": trial.content.document,
        "samples": trial.content.samples,
        "stock": orjson.dumps(trial.counts),
    }
