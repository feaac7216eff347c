"""A shop's snapshot: whole, or only what changed since the revision that a phone already has."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from catalog.snapshot import snapshot
from server.database import db

from .models import Revision
from .service import Published, load

ALWAYS = ("format", "revision", "content_hash", "published_at", "lang")
FAR_BACK = 5
"""A phone further behind than this fetches the whole: keeping every difference would cost more than it saves."""


def whole(published: Published, shop: str, lang: str) -> dict[str, Any]:
    """Return the snapshot of a shop."""
    return snapshot(published.document, shop, lang, published.revision, published.published_on)


def is_near(published: Published, revision: int) -> bool:
    """Tell whether a phone is so little behind that the difference is worth making."""
    return max(1, published.revision - FAR_BACK) <= revision < published.revision


def since(published: Published, shop: str, lang: str, revision: int) -> dict[str, Any]:
    """Return what changed since ``revision``: parts that differ, products that differ, and the refs now gone.

    Where that revision is not in the database, or had no such shop, the whole snapshot is the answer.
    """
    after = whole(published, shop, lang)
    old = _revision(revision)
    if old is None or shop not in old.shops:
        return after
    before = whole(old, shop, lang)
    known = {product["ref"]: product for product in before["products"]}
    return {
        **{name: part for name, part in after.items() if name in ALWAYS or before[name] != part},
        "from": revision,
        "products": [product for product in after["products"] if known.get(product["ref"]) != product],
        "removed": sorted(known.keys() - {product["ref"] for product in after["products"]}),
    }


def _revision(number: int) -> Published | None:
    found = db.session.scalar(sa.select(Revision.number).where(Revision.number == number))
    return None if found is None else load(number)
