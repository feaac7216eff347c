"""From dropped files to a published revision: read, compare, publish all or nothing."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson
import sqlalchemy as sa
import structlog

from catalog import canonical
from catalog.catalogue import Catalogue, check, merge, to_json
from catalog.changes import Difference, difference
from catalog.errors import Finding
from catalog.feeds import own
from catalog.feeds.batch import Batch
from catalog.reference import with_charts
from catalog.revision import build
from server.catalogue import history
from server.catalogue.history import Content
from server.database import db, now
from server.errors import Conflict, NotFound
from server.knowledge import knowledge, reference
from server.stock import service as stock

from . import advice
from .models import Import

log = structlog.get_logger("cordee.imports")
KEPT = timedelta(days=30)
"""How long a dry run that nobody published is kept."""

SHOWN = 1000


@dataclass(frozen=True, slots=True)
class Trial:
    """What a batch would do. ``content`` and ``advice`` are ``None`` where errors forbid it."""

    findings: tuple[Finding, ...]
    changes: dict[str, Any]
    content: Content | None
    advice: dict[str, Any] | None
    counts: list[dict[str, Any]]


def try_out(files: Mapping[str, bytes], base: int) -> Trial:
    """Read files and compare the catalogue they make with revision ``base``. Changes nothing."""
    before = history.facts(base)
    batch, findings = own.read(files, with_charts(reference(), before.size_charts))
    findings += check(before, batch)
    if own.has_errors(findings):
        return Trial(findings, {}, None, None, [])
    after = merge(before, batch)
    changes, counts = _shown(difference(before, after)), _counts(batch)
    del before, batch  # a large range must not lie in memory twice while its document is made
    content = compile_content(after)
    return Trial(findings, changes, content, advice.report(base, content), counts)


def compile_content(catalogue: Catalogue) -> Content:
    """Compile a catalogue with the knowledge of this program."""
    source = canonical.to_bytes(to_json(catalogue))  # before the document, which is as large again
    document = build(catalogue, reference(), knowledge())
    told = orjson.dumps(advice.ask(document))
    return Content(document["content_hash"], source, canonical.to_bytes(document), told)


def drop(name: str, files: Mapping[str, bytes], author: str, kind: str = "file") -> Import:
    """Keep a dry run and commit it: what will be published is exactly what was shown.

    Whatever changes the catalogue comes this way, a form of the desk as well as a supplier's file: ``kind`` says which.
    """
    base = history.newest()
    trial = try_out(files, base)
    _forget_old()
    row = Import(
        name=name[:200],
        kind=kind,
        state="refused" if trial.content is None else "ready",
        author=author,
        base_revision=base,
        report=orjson.dumps(
            {"findings": [_finding(one) for one in trial.findings], "changes": trial.changes, "advice": trial.advice}
        ),
        content_hash=trial.content.content_hash if trial.content else "",
        source=trial.content.source if trial.content else None,
        document=trial.content.document if trial.content else None,
        samples=trial.content.samples if trial.content else None,
        stock=orjson.dumps(trial.counts) if trial.content else None,
    )
    db.session.add(row)
    db.session.commit()
    log.info("import-tried", import_id=row.id, state=row.state, base=base, by=author)
    return row


def publish(import_id: str, author: str) -> Import:
    """Publish a dry run: the revision and the counts that came with it, in one transaction, or nothing at all.

    Counts alone make no revision: no phone needs to fetch the catalogue again for them.
    """
    row = find(import_id)
    if row.state == "published":
        raise Conflict("import-published")
    if row.state == "refused" or row.source is None or row.document is None:
        raise Conflict("import-refused")
    if row.base_revision != history.newest():
        raise Conflict("import-outdated")
    number = row.base_revision
    if row.content_hash != history.hash_of(number):
        content = Content(row.content_hash, row.source, row.document, row.samples)
        number = history.publish(content, number, author, row.name).number
    take_counts(orjson.loads(row.stock or b"[]"))
    row.state, row.published_revision = "published", number
    row.source = row.document = row.samples = row.stock = None  # the revision has them now
    db.session.commit()
    log.info("import-published", import_id=row.id, revision=number, by=author)
    return row


def find(import_id: str) -> Import:
    """Return a kept import, or raise ``NotFound``."""
    row = db.session.get(Import, import_id) if _is_id(import_id) else None
    if row is None:
        raise NotFound("import-not-found")
    return row


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
    """Return findings (sentences by language) and changes of a dry run."""
    content: dict[str, Any] = orjson.loads(row.report)
    return content


def _counts(batch: Batch) -> list[dict[str, Any]]:
    return [
        {"shop": one.shop, "gtin": one.gtin, "quantity": one.quantity, "counted_at": one.counted_at}
        for one in batch.stock
    ]


def _shown(changes: Difference) -> dict[str, Any]:
    """Return what differs as JSON: every count, and of each list as much as a person reads."""
    lists: dict[str, Any] = {
        name: {what: getattr(part, what)[:SHOWN] for what in ("added", "removed", "changed")}
        for name, part in (
            ("products", changes.products),
            ("variants", changes.variants),
            ("shops", changes.shops),
            ("size_charts", changes.size_charts),
            ("photos", changes.photos),
        )
    }
    return {"counts": changes.counts, **lists, "prices": changes.prices[:SHOWN]}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
    }


def _forget_old() -> None:
    """Forget dry runs that nobody published: each holds a whole catalogue."""
    db.session.execute(sa.delete(Import).where(Import.state != "published", Import.created_at < now() - KEPT))


def _is_id(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
