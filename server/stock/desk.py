"""The stock of a shop as the desk reads it: by piece, and word by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from server.catalogue.service import Published
from server.database import db, now
from server.events.models import Event
from server.shops.pieces import ALL, Choice, head, line, page

from . import service
from .fold import Level, Move, fold

HERE, NONE, UNCOUNTED, OLD, DOUBT = "here", "none", "uncounted", "old", "doubt"
STATES = (ALL, HERE, NONE, UNCOUNTED, OLD, DOUBT)
OLD_AFTER = timedelta(days=30)
"""A season lasts three months: a count of a month ago has seen a third of it pass."""


def listed(published: Published, shop_id: str, choice: Choice, state: str, cursor: str, limit: int) -> dict[str, Any]:
    """Return one page of the chosen pieces with what was counted of each size, and counts of the whole shop."""
    levels = service.levels(shop_id)
    assortment: Mapping[str, Any] = published.shops[shop_id]["assortment"]

    def shown(product: Mapping[str, Any], variants: list[Mapping[str, Any]]) -> dict[str, Any]:
        return {
            **head(product),
            "variants": [
                {**line(product, variant), "level": _level(levels.get(variant["gtin"]))} for variant in variants
            ],
        }

    if state != ALL:
        choice = replace(choice, only={gtin for gtin in assortment if _is(state, levels.get(gtin))})
    found = page(published, shop_id, choice, cursor, limit, shown)
    carried = [levels.get(gtin) for gtin in assortment]
    return {
        **found,
        "pieces": sum(level.quantity for level in carried if level),
        "uncounted": sum(1 for level in carried if level is None),
        "doubt": sum(1 for level in carried if _is(DOUBT, level)),
        "counted_at": min((level.counted_at for level in carried if level), default=None),
    }


def told(shop_id: str, gtin: str) -> list[dict[str, Any]]:
    """Return what was said of a variant, the latest first, each word with the level before and after it."""
    moves = service.moves_of(shop_id, gtin)
    notes = _notes({move.device for move in moves})
    found: list[dict[str, Any]] = []
    level: Level | None = None
    for move in moves:
        before, level = level, fold(level, [move])
        found.append(
            {
                "at": move.at,
                "what": move.why or "counted",
                "amount": move.amount,
                "before": before.quantity if before else None,
                "after": level.quantity if level else None,
                "heard": level != before,
                "by": _witness(move, notes),
                "note": notes.get(move.device, ""),
            }
        )
    return found[::-1]


def _is(state: str, level: Level | None) -> bool:
    if level is None:
        return state == UNCOUNTED
    if state == DOUBT:
        return level.counted - level.sold + level.moved < 0
    if state == OLD:
        return level.counted_at < now() - OLD_AFTER
    return state == (HERE if level.quantity > 0 else NONE)


def _level(level: Level | None) -> dict[str, Any] | None:
    if level is None:
        return None
    return {
        "quantity": level.quantity,
        "counted_at": level.counted_at,
        "counted": level.counted,
        "sold": level.sold,
        "moved": level.moved,
        "moved_at": level.moved_at,
    }


def _notes(devices: set[str]) -> dict[str, str]:
    """Return the notes of the desk's deliveries, each of which speaks as a device of its own."""
    query = sa.select(Event.id, Event.payload).where(Event.id.in_(devices), Event.kind == "stock-delivery")
    return {row.id: row.payload.get("note", "") for row in db.session.execute(query)}


def _witness(move: Move, notes: Mapping[str, str]) -> str:
    if move.device in notes:
        return "delivery"
    return "file" if move.seq == 0 or move.device == move.id else "phone"
