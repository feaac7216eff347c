"""What the server has of a device, told from the rows themselves: a phone compares it with what it recorded."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from server.database import db, now

from .models import Event

MOST_GAPS = 1000
"""Ranges in one answer; a phone with more has another problem than these."""


@dataclass(frozen=True, slots=True)
class Held:
    """Of one device: how many events, how many different numbers, the highest one."""

    count: int
    numbers: int
    highest: int

    @property
    def missing(self) -> int:
        """Return how many numbers from one to the highest have not come."""
        return self.highest - self.numbers


NOTHING = Held(0, 0, 0)


def held(devices: Collection[str]) -> dict[str, Held]:
    """Return what is held of each device; one that never sent anything is left out."""
    query = (
        sa.select(Event.device_id, sa.func.count(), sa.func.count(Event.seq.distinct()), sa.func.max(Event.seq))
        .where(Event.device_id.in_(devices))
        .group_by(Event.device_id)
    )
    return {device: Held(count, numbers, highest) for device, count, numbers, highest in db.session.execute(query)}


def of(device: str, since: int) -> dict[str, Any]:
    """Return the audit of a device: counts and gaps over all numbers, the sum of ids over those from ``since`` on."""
    here = held([device]).get(device, NOTHING)
    ids = db.session.scalars(sa.select(Event.id).where(Event.device_id == device, Event.seq >= since)).all()
    return {
        "device": device,
        "count": here.count,
        "highest_seq": here.highest,
        "missing": here.missing,
        "gaps": gaps(device) if here.missing else [],
        "since": since,
        "count_since": len(ids),
        "ids_sum": ids_sum(ids),
        "as_of": now(),
    }


def gaps(device: str) -> list[dict[str, int]]:
    """Return the ranges of numbers that have not come, lowest first, at most ``MOST_GAPS``."""
    before = sa.func.lag(Event.seq, 1, 0).over(order_by=Event.seq).label("before")
    rows = sa.select(Event.seq, before).where(Event.device_id == device).subquery()
    query = sa.select(rows.c.before + 1, rows.c.seq - 1).where(rows.c.seq - rows.c.before > 1).order_by(rows.c.seq)
    return [{"first": first, "last": last} for first, last in db.session.execute(query.limit(MOST_GAPS))]


def ids_sum(ids: Collection[str]) -> str:
    """Return the exclusive or of ids as 32 hexadecimal digits: the same rows give the same, in any order."""
    total = 0
    for one in ids:
        total ^= UUID(one).int
    return f"{total:032x}"
