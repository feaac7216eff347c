"""Counts and differences that phones send: written down, and the level folded anew in the event's own transaction."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from catalog.gtin import normalise
from server.database import db, new_id
from server.events import kinds
from server.events.models import Event

from .fold import RECEIVED
from .models import StockMove
from .schemas import StockCountSchema, StockDeliverySchema, StockDeltaSchema
from .service import KINDS, bump, known, refold

_JUST_BEFORE = timedelta(milliseconds=1)
CLOCK_OFF = timedelta(minutes=2)
"""A measured offset below this is the time of the journey, not a wrong clock."""


def take_count(event: Event) -> None:
    """Take a count: it takes the place of what was known before it."""
    _take(event, event.payload["count"], None)


def take_delta(event: Event) -> None:
    """Take a difference."""
    _take(event, event.payload["delta"], event.payload["why"])


def take_delivery(event: Event) -> None:
    """Take a supplier's delivery: every line is a difference, and one event.

    Pieces that nobody ever counted stay unknown, as after any difference; ``none_before`` says that there were none.
    """
    payload, at = event.payload, moment_of(event)
    bump(event.shop_id)
    amounts: Counter[str] = Counter()
    for line in payload["lines"]:
        amounts[normalise(line["gtin"])] += line["quantity"]
    if payload.get("none_before"):
        unknown = set(amounts) - known(event.shop_id, list(amounts))
        zeros = (_line(event, gtin, at - _JUST_BEFORE, amount=0, why=None) for gtin in sorted(unknown))
        db.session.add_all(zeros)
    db.session.add_all(_line(event, gtin, at, amount, RECEIVED) for gtin, amount in sorted(amounts.items()))
    db.session.flush()
    refold(event.shop_id, list(amounts))


def _line(event: Event, gtin: str, at: datetime, amount: int, why: str | None) -> StockMove:
    """Return one line of a delivery, which has an order of its own: first that there was none, then what came."""
    return StockMove(
        shop_id=event.shop_id,
        gtin=gtin,
        id=event.id if why else new_id(),
        device_id=event.id,
        seq=2 if why else 1,
        at=at,
        amount=amount,
        why=why,
    )


def _take(event: Event, amount: int, why: str | None) -> None:
    gtin = normalise(event.payload["gtin"])
    bump(event.shop_id)  # first: its row holds back others who change this shop, so that each fold sees all moves
    move = StockMove(
        shop_id=event.shop_id,
        gtin=gtin,
        id=event.id,
        device_id=event.device_id,
        seq=event.seq,
        at=moment_of(event),
        amount=amount,
        why=why,
    )
    db.session.add(move)
    db.session.flush()
    refold(event.shop_id, [gtin])


def moment_of(event: Event) -> datetime:
    """Return when it happened by the server's clock: a phone that is hours off must not outlive every later count."""
    at = event.happened_at
    offset = timedelta(milliseconds=event.clock_offset_ms or 0)
    if abs(offset) > CLOCK_OFF:
        at = _shifted(at, offset)
    return min(at, event.received_at)


def _shifted(at: datetime, offset: timedelta) -> datetime:
    try:
        return at + offset
    except OverflowError:
        return at


def init_app() -> None:
    """Let counts and differences be taken as events."""
    count, delta, delivery = KINDS
    kinds.register(count, 1, StockCountSchema, take_count)
    kinds.register(delta, 1, StockDeltaSchema, take_delta)
    kinds.register(delivery, 1, StockDeliverySchema, take_delivery)
