"""What a change of prices was made on, and whether that still stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson
import sqlalchemy as sa

from catalog.feeds import own
from server.catalogue.models import Revision
from server.database import db
from server.knowledge import reference

from .record import Pair

Key = tuple[str, str]
"""Shop and GTIN."""


def asked_in(number: int) -> dict[Key, Pair]:
    """Return every price of a revision; none for 0."""
    source = db.session.scalar(sa.select(Revision.source).where(Revision.number == number))
    shops = orjson.loads(source)["shops"] if source else {}
    return {
        (shop_id, gtin): (pair[0], pair[1])
        for shop_id, shop in shops.items()
        for gtin, pair in shop["assortment"].items()
    }


def wanted(files: Mapping[str, bytes], asked: Mapping[Key, Pair]) -> dict[Key, Pair | None]:
    """Return what the files would make of the prices they name; None where a piece leaves the assortment."""
    batch, _ = own.read(files, reference())
    found: dict[Key, Pair | None] = dict.fromkeys(batch.removals.prices)
    for entry in batch.prices:
        key = (entry.shop, entry.price.gtin)
        standing = asked.get(key)
        kept = standing[1] if standing and not entry.has_reference else entry.price.reference_price_cents
        found[key] = (entry.price.price_cents, kept)
    return found


def expected(
    asked: Mapping[Key, Pair], after: Mapping[Key, Pair | None], earlier: Iterable[list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """Return, for each price that is to change, what may stand there on the day.

    That is what stands there now, and what changes that are planned for an earlier hour will have made of it.
    """
    may: dict[Key, list[Pair | None]] = {key: [asked.get(key)] for key in after}
    for plan in earlier:
        for one in plan:
            key = (one["shop"], one["gtin"])
            if key in may:
                may[key].append(_pair(one["after"]))
    return [{"shop": key[0], "gtin": key[1], "may": may[key], "after": pair} for key, pair in sorted(after.items())]


def overtaken(plan: Iterable[Mapping[str, Any]], asked: Mapping[Key, Pair]) -> list[str]:
    """Return the GTINs whose price somebody else has changed since."""
    gtins = []
    for one in plan:
        stands = asked.get((one["shop"], one["gtin"]))
        if stands != _pair(one["after"]) and stands not in [_pair(each) for each in one["may"]]:
            gtins.append(one["gtin"])
    return gtins


def _pair(written: Any) -> Pair | None:
    return None if written is None else (written[0], written[1])
