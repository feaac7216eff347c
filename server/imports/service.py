"""From dropped files to a published revision: read, compare, publish all or nothing."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import orjson
import sqlalchemy as sa
import structlog

from server import audit, jobs
from server.catalogue import comparing, history, sides
from server.database import db, now
from server.errors import Conflict, NotFound
from server.stock import service as stock

from . import once, queue, work
from .models import WAITED_FOR, Import, ImportFile
from .trial import Trial, compile_content, try_out

__all__ = ["Trial", "compile_content", "drop", "publish", "report", "submit", "try_out"]

log = structlog.get_logger("cordee.imports")
KEPT = timedelta(days=30)
"""How long a dry run that nobody published is kept."""
PATIENCE_SECONDS = 100.0
"""How long a caller who wants the dry run in the answer waits; proxies seldom wait for two minutes."""
NOTHING = orjson.dumps({"findings": [], "changes": {}, "removals": {}, "advice": None})
LONGEST_NAME = 500
_still_hold: list[Callable[[Import], bool]] = []


def drop(name: str, files: Mapping[str, bytes], author: str, kind: str = "file") -> Import:
    """Keep a dry run, wait for it and return it: what will be published is exactly what was shown.

    Whatever changes the catalogue comes this way, a form of the desk as well as a supplier's file: ``kind`` says which.
    It is still ``running`` where it takes longer than ``PATIENCE_SECONDS``.
    """
    return finished(submit(name, files, author, kind))


def submit(
    name: str, files: Mapping[str, bytes], author: str, kind: str = "file", sent: once.Sending | None = None
) -> Import:
    """Keep the files of an import under ids of ours, queue it, commit, and return it at once.

    What was ``sent`` before, under the same key, is the same import; one that was discarded since is not found.
    """
    return find(once.made(sent, lambda: _queued(name, files, author, kind, sent)))


def _queued(name: str, files: Mapping[str, bytes], author: str, kind: str, sent: once.Sending | None) -> Import:
    _forget_old()
    row = Import(
        name=name[:200],
        kind=kind,
        state="queued",
        author=author,
        base_revision=history.newest(),
        report=NOTHING,
    )
    db.session.add(row)
    db.session.flush()
    if sent is not None:
        once.keep(sent, row.id)
    for place, (title, content) in enumerate(files.items()):
        db.session.add(ImportFile(import_id=row.id, place=place, name=title[:LONGEST_NAME], content=content))
    audit.record("import-dropped", row.id, author, name=row.name, kind=kind)
    db.session.commit()
    log.info("import-dropped", import_id=row.id, kind=kind, by=author)
    jobs.nudge()
    return row


def finished(row: Import) -> Import:
    """Wait until an import's work is done; where no worker runs beside this process, do it here."""
    if not jobs.runs_apart():
        turn = queue.claim(only=row.id)
        if turn is not None:
            _work_here(turn)
        return find(row.id)
    deadline, pause = time.monotonic() + PATIENCE_SECONDS, 0.05
    while _state(row.id) in WAITED_FOR and time.monotonic() < deadline:
        time.sleep(pause)
        pause = min(0.5, pause * 1.3)
    return find(row.id)


def retry(import_id: str, author: str) -> Import:
    """Queue an import again, to be tried out against the newest revision: the same files, nothing of the old trial."""
    row = find(import_id)
    if row.state in WAITED_FOR:
        raise Conflict("import-running")
    if row.state == "published":
        raise Conflict("import-published")
    if not db.session.scalar(sa.select(sa.exists().where(ImportFile.import_id == row.id))):
        raise Conflict("import-files-gone")
    _requeue(row)
    audit.record("import-retried", row.id, author, name=row.name, kind=row.kind)
    db.session.commit()
    jobs.nudge()
    return find(row.id)


def _requeue(row: Import) -> None:
    """Queue it in the open transaction, unless somebody published or queued it since it was looked at."""
    empty = dict.fromkeys(("source", "document", "samples", "stock", "finished_at"))
    fresh = {"state": "queued", "report": NOTHING, "removals": 0, "content_hash": "", "attempts": 0, "failure": ""}
    seen = (Import.id == row.id, Import.state == row.state, Import.content_hash == row.content_hash)
    queued = db.session.execute(
        sa.update(Import).where(*seen).values(**fresh, **empty).execution_options(synchronize_session=False)
    )
    if not queued.rowcount:  # type: ignore[attr-defined]  # an UPDATE has one
        db.session.rollback()
        raise Conflict("import-running" if _state(row.id) in WAITED_FOR else "import-published")


def cancel(import_id: str, author: str) -> Import:
    """End the work on an import. What its worker still writes finds another state and changes nothing."""
    row = find(import_id)
    ended = db.session.execute(
        sa.update(Import)
        .where(Import.id == row.id, Import.state.in_(WAITED_FOR))
        .values(state="cancelled", claim=None, claimed_until=None, progress=None, finished_at=now())
        .execution_options(synchronize_session=False)
    )
    if ended.rowcount:  # type: ignore[attr-defined]  # an UPDATE has one
        audit.record("import-cancelled", row.id, author, name=row.name, kind=row.kind)
        db.session.commit()
    elif _state(row.id) != "cancelled":
        raise Conflict("import-done")
    return find(import_id)


def discard(import_id: str, author: str) -> None:
    """Forget an import with its files. A published one is part of the history and stays."""
    row = find(import_id)
    audit.record("import-discarded", row.id, author, name=row.name, kind=row.kind)
    gone = db.session.execute(
        sa.delete(Import)
        .where(Import.id == row.id, Import.state != "published")
        .execution_options(synchronize_session=False)
    )
    if not gone.rowcount:  # type: ignore[attr-defined]  # a DELETE has one
        db.session.rollback()
        raise Conflict("import-published")
    db.session.commit()


def publish(import_id: str, author: str, note: str = "", confirm_removals: int = 0) -> Import:
    """Publish a dry run: the revision and the counts that came with it, in one transaction, or nothing at all.

    Counts alone make no revision: no phone needs to fetch the catalogue again for them. What changes a note alone does:
    it was published, so the history has it. What would be taken away must have been counted by who publishes. Raises
    ``Conflict``.
    """
    row = _brought_up(find(import_id), author)
    _refuse(row, confirm_removals)
    _take(row)
    number = row.base_revision
    told = report(row)
    counts = told["changes"]["counts"]
    if any(counts.values()) or row.content_hash != history.hash_of(number):
        content = sa.select(Import.content_hash, Import.source, Import.document, Import.samples)
        kept = content.where(Import.id == row.id)
        number = history.publish_kept(kept, number, author, note or row.name, counts).number
    take_counts(orjson.loads(row.stock or b"[]"))
    row.published_revision = number
    row.source = row.document = row.samples = row.stock = None  # the revision has them now
    db.session.execute(sa.delete(ImportFile).where(ImportFile.import_id == row.id))
    said: dict[str, Any] = {"name": row.name, "kind": row.kind, "revision": number, "note": note}
    audit.record("import-published", row.id, author, pieces=told.get("touched", ()), **said)
    db.session.commit()
    log.info("import-published", import_id=row.id, revision=number, by=author)
    return row


def when_outdated(still_holds: Callable[[Import], bool]) -> None:
    """Let a function say of an import whether it would change just the same in the newest revision."""
    if still_holds not in _still_hold:
        _still_hold.append(still_holds)


def _brought_up(row: Import, author: str) -> Import:
    """Try an import out again where others published since, but nothing that it touches."""
    outdated = row.state == "ready" and row.base_revision != history.newest()
    if outdated and any(still_holds(row) for still_holds in _still_hold):
        return finished(retry(row.id, author))
    return row


def find(import_id: str) -> Import:
    """Return a kept import, or raise ``NotFound``."""
    if _is_id(import_id):
        row = db.session.get(Import, import_id, populate_existing=True)
        if row is not None:
            return row
    raise NotFound("import-not-found")


def listed(before: str | None, limit: int, states: Sequence[str] = (), kinds: Sequence[str] = ()) -> list[Import]:
    """Return the imports that came before one, newest first; one more than ``limit`` where there are more."""
    statement = sa.select(Import).order_by(Import.id.desc()).limit(limit + 1)
    if before is not None:
        statement = statement.where(Import.id < before)
    if states:
        statement = statement.where(Import.state.in_(states))
    if kinds:
        statement = statement.where(Import.kind.in_(kinds))
    return list(db.session.scalars(statement))


def take_counts(counts: list[dict[str, Any]]) -> None:
    """Take the counts of a batch into the open transaction; one without a moment was made now."""
    moment = now()
    by_shop: dict[str, list[tuple[str, int, datetime]]] = {}
    for one in counts:
        counted_at = datetime.fromisoformat(one["counted_at"]) if one["counted_at"] else moment
        by_shop.setdefault(one["shop"], []).append((one["gtin"], one["quantity"], counted_at))
    for shop, rows in by_shop.items():
        stock.count(shop, rows)


def report(row: Import) -> dict[str, Any]:
    """Return findings (sentences by language), changes, removals and changed advice of a dry run."""
    content: dict[str, Any] = orjson.loads(row.report)
    return content


def difference(import_id: str, part: str | None, start: int, limit: int, words: str) -> dict[str, Any]:
    """Return what an import would change, or has changed, as ``comparing.page_of`` does. Raises ``Conflict`` before."""
    row = find(import_id)
    if row.state == "published":
        after = sides.revision(row.published_revision or 0)
    elif row.state == "ready":
        kept = sa.select(Import.source).where(Import.id == row.id)
        after = sides.stored(f"import {row.id} {row.content_hash} {row.finished_at}", kept)
    else:
        raise Conflict("import-running" if row.state in WAITED_FOR else "import-not-ready")
    return comparing.page_of(sides.revision(row.base_revision), after, part, start, limit, words)


def _refuse(row: Import, confirmed: int) -> None:
    """Raise ``Conflict`` where an import cannot be published as it is."""
    if row.state == "published":
        raise Conflict("import-published")
    if row.state in WAITED_FOR:
        raise Conflict("import-running")
    if row.state != "ready":
        raise Conflict("import-refused" if row.state == "refused" else "import-not-ready")
    if row.base_revision != history.newest():
        raise Conflict("import-outdated")
    if confirmed != row.removals:
        raise Conflict("import-removals", [("confirm_removals", f"removals {row.removals}")])


def _take(row: Import) -> None:
    """Mark an import as published in the open transaction: of two publications at once the other one finds it taken."""
    taken = db.session.execute(
        sa.update(Import)
        .where(Import.id == row.id, Import.state == "ready", Import.content_hash == row.content_hash)
        .values(state="published")
    )
    if not taken.rowcount:  # type: ignore[attr-defined]  # an UPDATE has one
        db.session.rollback()
        raise Conflict("import-published")


def _work_here(turn: queue.Turn) -> None:
    try:
        work.carry_out(turn)
    except Exception:
        db.session.rollback()
        queue.fail(turn, "import-crashed")
        raise


def _state(import_id: str) -> str | None:
    db.session.rollback()
    return db.session.scalar(sa.select(Import.state).where(Import.id == import_id))


def _forget_old() -> None:
    """Forget dry runs that nobody published: each holds a whole catalogue."""
    db.session.execute(sa.delete(Import).where(Import.state != "published", Import.created_at < now() - KEPT))
    once.forget_old()


def _is_id(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
