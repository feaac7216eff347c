"""What files would make of the catalogue: read, checked, compared, compiled, asked. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from catalog import canonical, progress
from catalog.catalogue import Catalogue, check, check_knowledge, check_twins, merge, to_json
from catalog.changes import Difference, difference
from catalog.errors import Finding
from catalog.feeds import own
from catalog.feeds.batch import Batch
from catalog.reference import with_charts
from catalog.removals import Removal, counts, removals
from catalog.revision import build
from server.catalogue import comparing, history
from server.catalogue.history import Content
from server.database import Deflated
from server.knowledge import knowledge, reference
from server.photos.checking import findings as photo_findings
from server.prices.checking import findings as price_findings
from server.suppliers import service as suppliers

from . import advice, recent
from .causes import Causes
from .recent import Need, Told
from .sentences import UNSEEN

SHOWN = 1000
"""Entries of each list that a person can read; every count is of all."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a batch would do. ``content`` and ``advice`` are ``None`` where errors forbid it."""

    findings: tuple[Finding, ...]
    changes: dict[str, Any]
    removals: dict[str, Any]
    content: Content | None
    advice: dict[str, Any] | None
    counts: list[dict[str, Any]]
    touched: list[str]
    """References of all pieces, and ids of all rules of the advice, that would change."""

    def report(self) -> bytes:
        """Return what a person is shown, as JSON."""
        return orjson.dumps(
            {
                "findings": [_finding(one) for one in self.findings],
                "changes": self.changes,
                "removals": self.removals,
                "advice": self.advice,
                "touched": self.touched,
                "stock": len(self.counts),
            }
        )


def try_out(files: Mapping[str, bytes], base: int) -> Trial:
    """Read files and compare the catalogue they make with revision ``base``. Changes nothing.

    A large range is large in memory: the document of before is asked first and alone, and each thing is let go of
    before the next is made.
    """
    wanted = recent.needs()
    told = advice.before(base, wanted)
    before = history.facts(base)
    known = with_charts(reference(), before.size_charts)
    batch, findings = own.read(files, known, house=suppliers.house_of(before))
    progress.tell("compare", 0, 1)
    findings += check(before, batch) + check_knowledge(knowledge(), before, batch) + photo_findings(before, batch)
    if own.has_errors(findings):
        return Trial(findings, {}, {}, None, None, [], [])
    standing = [merge(before, batch)]
    findings += price_findings(before, standing[0], batch) + check_twins(before, standing[0], batch)
    found = difference(before, standing[0])
    changes, gone = comparing.shown(found, before, standing[0], SHOWN), _gone(before, found)
    counted, causes = _counts(batch), Causes(found, before, standing[0])
    touched = comparing.touched(found, before, standing[0])
    del before, batch, found
    content, requests = _compiled(standing.pop(), wanted, told)
    if any(changes["counts"].values()) and content.content_hash == history.hash_of(base):
        findings += (UNSEEN,)
    told_otherwise = advice.report(base, content, causes, requests)
    return Trial(findings, changes, gone, content, told_otherwise, counted, touched)


def compile_content(catalogue: Catalogue) -> Content:
    """Compile a catalogue with the knowledge of this program."""
    return _compiled(catalogue, [], {})[0]


def _compiled(catalogue: Catalogue, wanted: list[Need], told: dict[Need, Told]) -> tuple[Content, dict[str, Any]]:
    """Compile a catalogue, and compare what the needs are told by it with what they were ``told`` before."""
    source = Deflated(canonical.deflated(to_json(catalogue)))
    document = build(catalogue, reference(), knowledge())
    del catalogue
    samples = orjson.dumps(advice.ask(document))
    again = recent.ask(document, [need for need in wanted if need in told])
    requests = recent.report(wanted, told, again, document)
    return Content(document["content_hash"], source, Deflated(canonical.deflated(document)), samples), requests


def _gone(before: Catalogue, changes: Difference) -> dict[str, Any]:
    """Return how much is taken away, by kind, and the first of it one by one."""
    found = list(removals(before, changes))
    return {**counts(found), "listed": [_named(removal, before) for removal in found[:SHOWN]]}


def _named(removal: Removal, before: Catalogue) -> dict[str, Any]:
    told = {key: value for key, value in asdict(removal).items() if value}
    if removal.of in before.products:
        told["name"] = before.products[removal.of].name
    if removal.kind in {"variant", "price"} and removal.id in before.variants:
        variant = before.variants[removal.id]
        told |= {"size": variant.size, "colour": dict(variant.colour.name)}
    return told


def _counts(batch: Batch) -> list[dict[str, Any]]:
    return [
        {"shop": one.shop, "gtin": one.gtin, "quantity": one.quantity, "counted_at": one.counted_at}
        for one in batch.stock
    ]


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "value": finding.value,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
    }
