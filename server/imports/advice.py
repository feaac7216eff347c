"""Who would be told something else: the sample customers, and the needs that were really asked lately."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson
import sqlalchemy as sa

from catalog.finder import regression
from server import knowledge
from server.catalogue import history
from server.catalogue.history import Content
from server.catalogue.large import parse
from server.catalogue.models import Revision
from server.database import db

from . import recent
from .causes import Causes
from .recent import Need, Told

SHOWN = 200


def ask(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what each sample customer is told by a document: in each shop, and of the pieces written beside them."""
    pieces = knowledge.told_of_pieces(document.get("knowledge", {}))
    return [*pieces, *regression.told_of_range(document, knowledge.samples())]


def before(base: int, wanted: list[Need]) -> dict[Need, Told]:
    """Return what the needs are told by revision ``base``. Its document is in memory only as long as it is asked."""
    if not wanted or base == 0:
        return {}
    stored = db.session.scalars(sa.select(Revision.document).where(Revision.number == base)).one()
    return recent.ask(parse(stored), wanted)


def report(base: int, content: Content, causes: Causes, requests: dict[str, Any]) -> dict[str, Any]:
    """Compare what the sample customers are told by revision ``base`` and by what would follow it."""
    told_before, told_after = history.told(base), orjson.loads(content.samples or b"[]")
    changed = regression.compare(told_before, told_after, knowledge.samples())
    return {
        "customers": len(told_after),
        "agree": _agree(told_after),
        "agreed_before": _agree(told_before) if told_before else None,
        "changed_count": len(changed),
        "changed": _with_causes(changed, causes),
        "requests": {**requests, "changed": _with_causes(requests["changed"], causes)},
    }


def _with_causes(changed: list[dict[str, Any]], causes: Causes) -> list[dict[str, Any]]:
    return [{**change, "causes": causes.of(change)} for change in changed[:SHOWN]]


def _agree(told: Iterable[Mapping[str, Any]]) -> int:
    return sum(1 for each in told if not each["disagreements"])
