"""A shop's snapshot: whole, or only what changed since the revision that a phone already has."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
import structlog

from catalog import delta
from catalog.snapshot import snapshot
from server.database import db
from server.prices.announced import with_announced

from .documents import Document, hold, pack, tag
from .models import Revision
from .service import Published, load

log = structlog.get_logger("cordee.catalogue")
FAR_BACK = 10
"""A phone further behind than this fetches the whole: keeping every difference would cost more than it saves."""


def document(published: Published, shop: str, lang: str, known: int | None) -> Document:
    """Return the shortest answer for a phone that knows revision ``known``: nothing new, the changes, or the whole."""
    if known == published.revision:
        return hold(published, ("unchanged",), lambda: pack(_unchanged(published), tag(published, ("unchanged",))))
    if known is None or not is_near(published, known):
        return _whole(published, shop, lang)
    return hold(published, ("since", str(known), shop, lang), lambda: _since(published, shop, lang, known))


def is_near(published: Published, revision: int) -> bool:
    """Tell whether a phone is so little behind that the difference is worth making."""
    return max(1, published.revision - FAR_BACK) <= revision <= published.revision


def whole(published: Published, shop: str, lang: str) -> dict[str, Any]:
    """Return the snapshot of a shop, with the reference prices that may be announced beside its prices."""
    found = snapshot(published.document, shop, lang, published.revision, published.published_on)
    return with_announced(published, shop, found)


def changes(published: Published, shop: str, lang: str, known: int) -> dict[str, Any] | None:
    """Return what changed since ``known``; ``None`` where that cannot be told or would not lead to this revision.

    It cannot be told where that revision is not in the database, or had no such shop.
    """
    old = _revision(known)
    if old is None or shop not in old.shops:
        return None
    before = whole(old, shop, lang)
    found = delta.delta(before, whole(published, shop, lang))
    if delta.digest(delta.applied(before, found)) == found["digest"]:
        return found
    log.error("delta-wrong", shop=shop, lang=lang, known=known, revision=published.revision)
    return None


def _whole(published: Published, shop: str, lang: str) -> Document:
    key = ("snapshot", shop, lang)
    return hold(published, key, lambda: pack(whole(published, shop, lang), tag(published, key)))


def _since(published: Published, shop: str, lang: str, known: int) -> Document:
    """Return the changes, or the whole where it is not larger: the same document, not another one like it."""
    everything = _whole(published, shop, lang)
    found = changes(published, shop, lang, known)
    if found is None:
        return everything
    packed = pack(found, tag(published, ("since", str(known), shop, lang)))
    return packed if len(packed.bodies["br"]) < len(everything.bodies["br"]) else everything


def _unchanged(published: Published) -> dict[str, Any]:
    return {
        "format": published.document["format"],
        "revision": published.revision,
        "content_hash": published.content_hash,
        "unchanged": True,
    }


def _revision(number: int) -> Published | None:
    found = db.session.scalar(sa.select(Revision.number).where(Revision.number == number))
    return None if found is None else load(number)
