"""Try-ons: counted from the events themselves, never added up blindly."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from catalog.sizing.tried import VERDICTS, stated_verdict
from server.catalogue.service import current
from server.database import db, now, rfc3339
from server.events import kinds
from server.events.models import Event

from .models import TryOn
from .schemas import TryOnSchema

KIND = "try-on"


def take(event: Event) -> None:
    """Write down what a try-on says of the advised size; one that says nothing of it stays an event only."""
    said = event.payload
    product = current().products_by_ref.get(said["ref"])
    sizes = [variant["size"] for variant in product["variants"]] if product else []
    verdict = stated_verdict(sizes, said.get("advised") or _usual(said, sizes), said["size_tried"], said["verdict"])
    if verdict is not None:
        db.session.add(TryOn(event_id=event.id, shop_id=event.shop_id, ref=said["ref"], verdict=verdict))


def _usual(said: dict[str, Any], sizes: list[str]) -> str | None:
    """Return the usual size where the piece is sold in it under the same name."""
    usual = (said.get("usual") or {}).get("size")
    return usual if usual in sizes else None


def counts(shop_id: str, ref: str | None = None) -> dict[str, dict[str, int]]:
    """Return the counts of a shop by product; of one product only where ``ref`` is given."""
    query = sa.select(TryOn.ref, TryOn.verdict, sa.func.count()).where(TryOn.shop_id == shop_id)
    if ref is not None:
        query = query.where(TryOn.ref == ref)
    found: dict[str, dict[str, int]] = {}
    for product, verdict, number in db.session.execute(query.group_by(TryOn.ref, TryOn.verdict).order_by(TryOn.ref)):
        found.setdefault(product, dict.fromkeys(VERDICTS, 0))[verdict] = number
    return found


def state(shop_id: str) -> str:
    """Return what changes with each try-on of a shop: how many there are, and the last one's id."""
    number, last = db.session.execute(
        sa.select(sa.func.count(), sa.func.max(TryOn.event_id)).where(TryOn.shop_id == shop_id)
    ).one()
    return f"{number}-{last or ''}"


def document(shop_id: str) -> dict[str, Any]:
    """Return what a shop's try-ons showed, as phones hold it."""
    return {"shop": shop_id, "as_of": rfc3339(now()), "try_ons": counts(shop_id)}


def init_app() -> None:
    """Let try-ons be taken as events."""
    kinds.register(KIND, 1, TryOnSchema, take)
