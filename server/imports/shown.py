"""An import as the desk sees it, in the reader's language."""

from __future__ import annotations

from typing import Any

from catalog.text import localise
from server.catalogue import history
from server.language import spoken
from server.sentences import sentence

from . import service
from .models import Import

_PLAIN = (
    "id", "name", "kind", "state", "author", "created_at", "finished_at", "base_revision", "published_revision",
)  # fmt: skip
USUAL_SHARES = {
    "read": (0, 20),
    "sort": (20, 30),
    "compare": (30, 38),
    "compile": (38, 66),
    "ask": (66, 98),
    "write": (98, 99),
}
"""Where each stage begins and ends, in hundredths of the whole.

Measured by ``python -m bench.imports``, which writes the processor time of each stage beside its table: the middle of
10,000 new pieces (12, 28, 37, 64, 99) and of the same range changed (27, 32, 40, 66, 99).
"""


def summary(row: Import, newest: int | None = None) -> dict[str, Any]:
    """Return an import and where it stands."""
    number = history.newest() if newest is None else newest
    return {
        **{name: getattr(row, name) for name in _PLAIN},
        "outdated": row.state == "ready" and row.base_revision != number,
        "progress": _progress(row),
        "failure": _failure(row),
    }


def whole(row: Import) -> dict[str, Any]:
    """Return an import with its findings, difference, removals and changed advice."""
    report: dict[str, Any] = {"advice": None, "stock": 0} | localise(service.report(row), spoken())
    return {**summary(row), **report, "removals": report.get("removals") or None}


def _progress(row: Import) -> dict[str, Any] | None:
    if row.state != "running" or not row.progress:
        return None
    said = row.progress
    begin, end = USUAL_SHARES[said["stage"]]
    share = said["done"] / said["total"] if said["total"] else 0
    return {**said, "percent": round(begin + (end - begin) * min(1, share))}


def _failure(row: Import) -> str | None:
    return sentence(row.failure, spoken())[1] if row.failure else None
