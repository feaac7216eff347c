"""Delivery notes and counts by file: read, looked at, and only then taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from catalog.errors import Finding
from catalog.feeds.papers_in import PaperLine, read_paper
from catalog.feeds.table import Place
from catalog.text import localise
from server import audit
from server.accounts.identity import Identity
from server.catalogue.service import Published
from server.database import db, now
from server.errors import Invalid
from server.events import own
from server.events.models import Event
from server.shops.pieces import line as named

from . import service
from .schemas import MOST_LINES
from .sentences import FINDINGS

DELIVERY, COUNT = "delivery", "count"
PAPERS = (DELIVERY, COUNT)
SHOWN = 50
DEVICE = "desk"


def read(published: Published, shop_id: str, paper: str, name: str, data: bytes, lang: str) -> dict[str, Any]:
    """Return what a file says, line by line with the level before and after; nothing is written."""
    lines, findings = read_paper({name: data})
    return _shown(published, shop_id, paper, lines, findings, lang)


def look_up(
    published: Published, shop_id: str, paper: str, scanned: Sequence[Mapping[str, Any]], lang: str
) -> dict[str, Any]:
    """Return a list that was scanned as ``read`` returns a file."""
    lines = [PaperLine(each["gtin"], each["quantity"], "", Place("", at)) for at, each in enumerate(scanned, 1)]
    return _shown(published, shop_id, paper, lines, (), lang)


def deliver(published: Published, shop_id: str, delivery_id: str, payload: Mapping[str, Any], who: Identity) -> bool:
    """Record a delivery as an event and commit; again with the same id changes nothing. Return whether it was new."""
    _need_published(published, payload["lines"])
    by = own.By(author=who.author, author_id=who.person_id, device=DEVICE)

    def deed() -> None:
        told = {"name": payload.get("note", ""), "count": len(payload["lines"])}
        audit.record("stock-delivered", delivery_id, who.author, shop=shop_id, **told)

    return own.record("stock-delivery", payload, event_id=delivery_id, shop=shop_id, by=by, deed=deed)


def count(
    published: Published,
    shop_id: str,
    sheet_id: str,
    lines: Sequence[Mapping[str, Any]],
    at: datetime | None,
    who: Identity,
) -> int:
    """Take counted pieces and commit; again with the same id changes nothing. Raise ``Invalid`` for a time to come."""
    moment = now()
    if at is not None and at > moment:
        raise Invalid([("counted_at", "stock-future")])
    _need_published(published, lines)
    if not service.is_counted(shop_id, sheet_id):
        audit.record("stock-counted", sheet_id, who.author, shop=shop_id, count=len(lines))
    taken = service.count_sheet(shop_id, sheet_id, [(each["gtin"], each["quantity"], at or moment) for each in lines])
    db.session.commit()
    return taken


def delivered(shop_id: str) -> list[dict[str, Any]]:
    """Return the latest deliveries of a shop."""
    rows = db.session.scalars(
        sa.select(Event)
        .where(Event.shop_id == shop_id, Event.kind == "stock-delivery")
        .order_by(Event.received_at.desc(), Event.id.desc())
        .limit(SHOWN)
    )
    return [
        {
            "id": row.id,
            "note": row.payload.get("note", ""),
            "at": row.happened_at,
            "author": row.author,
            "lines": len(row.payload["lines"]),
            "pieces": sum(each["quantity"] for each in row.payload["lines"]),
        }
        for row in rows
    ]


def _need_published(published: Published, lines: Sequence[Mapping[str, Any]]) -> None:
    unknown = [place for place, each in enumerate(lines) if each["gtin"] not in published.products_by_gtin]
    if unknown:
        raise Invalid((f"lines.{place}.gtin", "gtin-not-found") for place in unknown[:SHOWN])


def _shown(
    published: Published,
    shop_id: str,
    paper: str,
    lines: Sequence[PaperLine],
    findings: Sequence[Finding],
    lang: str,
) -> dict[str, Any]:
    amounts, more = _checked(published, shop_id, paper, lines)
    levels = service.levels(shop_id)
    found = [_line(published, levels, paper, gtin, amount) for gtin, amount in amounts.items()]
    return {
        "lines": localise(found, lang),
        "pieces": sum(amounts.values()),
        "uncounted": sum(1 for gtin in amounts if gtin not in levels),
        "findings": [_said(one, lang) for one in (*findings, *more)],
    }


def _checked(
    published: Published, shop_id: str, paper: str, lines: Sequence[PaperLine]
) -> tuple[Counter[str], list[Finding]]:
    """Return the amounts by GTIN, and what is wrong with the lines in this shop.

    A delivery note may name an article once for each box; a count that names one twice contradicts itself.
    """
    amounts: Counter[str] = Counter()
    findings: list[Finding] = []
    for line in lines:
        code = _wrong(published, shop_id, paper, line, amounts)
        if code:
            findings.append(_finding(code, line, shop_id))
        elif not (paper == DELIVERY and line.quantity == 0):
            amounts[line.gtin] += line.quantity
    if len(amounts) > MOST_LINES:
        findings.append(_finding("paper-long", lines[-1], shop_id))
    return amounts, findings


def _wrong(published: Published, shop_id: str, paper: str, line: PaperLine, amounts: Counter[str]) -> str:
    if line.shop and line.shop != shop_id:
        return "paper-other-shop"
    if line.gtin not in published.products_by_gtin:
        return "paper-unknown"
    return "paper-twice" if paper == COUNT and line.gtin in amounts else ""


def _finding(code: str, line: PaperLine, shop_id: str) -> Finding:
    words = {"gtin": line.gtin, "shop": line.shop or shop_id, "most": MOST_LINES}
    message = {lang: text.format(**words) for lang, text in FINDINGS[code].items()}
    column = "shop" if code == "paper-other-shop" else "gtin"
    return Finding(line.place.file, line.place.line, column, "error", code, message)


def _line(
    published: Published, levels: Mapping[str, service.Level], paper: str, gtin: str, amount: int
) -> dict[str, Any]:
    product = published.products_by_gtin[gtin]
    variant = next(each for each in product["variants"] if each["gtin"] == gtin)
    before = levels[gtin].quantity if gtin in levels else None
    after = amount if paper == COUNT else None if before is None else before + amount
    return {
        **named(product, variant),
        "ref": product["ref"],
        "name": product["name"],
        "quantity": amount,
        "before": before,
        "after": after,
    }


def _said(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message.get(lang) or finding.message["fr"],
    }
