"""The sample customers' part of a dry run: who would be told something else, and whether a good seller would say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from catalog.finder import regression
from server import knowledge
from server.catalogue import history
from server.catalogue.history import Content

SHOWN = 200


def ask(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what each sample customer is told by a document: in each shop, and of the pieces written beside them."""
    pieces = knowledge.told_of_pieces(document.get("knowledge", {}))
    return [*pieces, *regression.told_of_range(document, knowledge.samples())]


def report(base: int, content: Content) -> dict[str, Any]:
    """Compare what the sample customers are told by revision ``base`` and by what would follow it."""
    before, after = history.told(base), orjson.loads(content.samples or b"[]")
    changed = regression.compare(before, after, knowledge.samples())
    return {
        "customers": len(after),
        "agree": _agree(after),
        "agreed_before": _agree(before) if before else None,
        "changed_count": len(changed),
        "changed": changed[:SHOWN],
    }


def _agree(told: Iterable[Mapping[str, Any]]) -> int:
    return sum(1 for each in told if not each["disagreements"])
