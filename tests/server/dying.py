"""A process that does its deeds again and again and dies, by kill -9, a step later each time.

A step is before or after a statement, before or after a commit. ``python -m tests.server.dying URL STRIDE`` writes what
was found after each death.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from flask import Flask

from catalog.canonical import content_hash
from server import create_app, knowledge
from server.audit.models import AuditEntry
from server.catalogue import history
from server.catalogue.models import Revision
from server.database import db
from server.imports import queue, service, work
from server.imports.models import Import, ImportFile
from server.stock.models import StockLevel

from . import small_range
from .conftest import settings

SHELL = small_range.SHELL


def main(url: str, stride: int) -> None:
    app = create_app(settings(url))
    few = knowledge.samples()[:20]
    knowledge.samples = lambda: few  # what they are told is not the question here
    with app.app_context():
        service.publish(service.drop("range", small_range.files(), "test").id, "test")
        for deed in DEEDS:
            _die_often(app, deed, stride)


def _die_often(app: Flask, deed: str, stride: int) -> None:
    """Die at each step of a deed, or at every ``stride``-th, until it is survived."""
    prepare, act, look = DEEDS[deed]
    step, import_id, alive = 1, prepare(0), False
    while not alive:
        alive = _dies(app, step, lambda given=import_id: act(given))
        found = look(import_id)
        said = {"deed": deed, "step": step, "killed": not alive, "found": found}
        sys.stdout.write(f"{json.dumps(said)}\n")
        step += stride
        if found != "old" or deed == "work":
            import_id = prepare(step)


def _dies(app: Flask, step: int, act: Callable[[], object]) -> bool:
    """Do it in a process of its own that is killed at a step. Tell whether it lived."""
    db.session.remove()
    db.engine.dispose()
    pid = os.fork()
    if pid == 0:
        _arm(step)
        act()
        os._exit(0)
    return os.waitpid(pid, 0)[1] == 0


def _arm(step: int) -> None:
    left = [step]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        sa.event.listen(db.engine, name, count)
    sa.event.listen(db.session, "after_commit", count)


def _trial(step: int) -> str:
    prices = f"shop,gtin,price_cents\nmiramas,{SHELL},{20000 + step}\n"
    stock = f"shop,gtin,quantity,counted_at\nmiramas,{SHELL},{step % 90},2026-11-2{step % 10}T10:00:00Z\n"
    return service.drop("x", {"prices.csv": prices.encode(), "stock.csv": stock.encode()}, "Zoé").id


def _published(import_id: str) -> str:
    """Tell whether all or nothing of a publication is there."""
    row = service.find(import_id)
    signs = {
        row.state == "published",
        history.newest() == row.base_revision + 1,
        not db.session.scalar(sa.select(sa.exists().where(ImportFile.import_id == import_id))),
        row.document is None,
        db.session.scalar(
            sa.select(sa.exists().where(AuditEntry.subject == import_id, AuditEntry.action == "import-published"))
        ),
    }
    return _whole(signs)


def _restored(_: str) -> str:
    newest = history.newest()
    entry = sa.select(sa.exists().where(AuditEntry.subject == str(newest), AuditEntry.action == "revision-restored"))
    return _whole({newest > _before[0], bool(db.session.scalar(entry)) and newest > _before[0]})


def _before_restoring(_: int) -> str:
    _before[0] = history.newest()
    return ""


def _tried(import_id: str) -> str:
    """Tell whether all or nothing of a dry run is there; what nobody finished is taken up by the next."""
    row = service.find(import_id)
    if row.state != "ready":
        assert row.state in {"queued", "running"}, row.state
        assert (row.document, row.content_hash, row.finished_at) == (None, "", None)
        db.session.execute(
            sa.update(Import).where(Import.id == import_id).values(claimed_until=sa.null(), state="queued")
        )
        db.session.commit()
        assert queue.claim(only=import_id) is not None
        service.discard(import_id, "test")
        return "old"
    _is_sound(row.document, row.content_hash)
    return "new"


def _whole(signs: set[Any]) -> str:
    for revision in db.session.scalars(sa.select(Revision).order_by(Revision.number.desc()).limit(1)):
        _is_sound(revision.document, revision.content_hash)
    assert db.session.scalar(sa.select(sa.func.count()).select_from(StockLevel))
    return {frozenset({True}): "new", frozenset({False}): "old"}.get(frozenset(map(bool, signs)), "between")


def _is_sound(document: bytes | None, digest: str) -> None:
    """Hold a document against its own hash."""
    tree = json.loads(document or b"{}")
    assert tree.pop("content_hash") == digest == content_hash(tree)


def _work(import_id: str) -> None:
    turn = queue.claim(only=import_id)
    assert turn is not None
    work.carry_out(turn)


def _queued(step: int) -> str:
    text = f"shop,gtin,price_cents\nmiramas,{SHELL},{20000 + step}\n"
    return service.submit("x", {"prices.csv": text.encode()}, "Zoé").id


_before = [0]
DEEDS: dict[str, tuple[Callable[[int], str], Callable[[str], object], Callable[[str], str]]] = {
    "publish": (_trial, lambda given: service.publish(given, "Zoé"), _published),
    "restore": (_before_restoring, lambda _: history.restore(1, "Zoé"), _restored),
    "work": (_queued, _work, _tried),
}

if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
