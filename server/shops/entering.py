"""Who may look into a shop's desk."""

from __future__ import annotations

from server import access
from server.catalogue.service import Published, current
from server.errors import Forbidden, NotFound


def enter(shop: str) -> Published:
    """Return the published range. Raise where there is no such shop, or it is not the caller's."""
    published, caller = current(), access.identity()
    if shop not in published.shops:
        raise NotFound("shop-not-found")
    if not caller.everywhere and caller.shop_id != shop:
        raise Forbidden("forbidden")
    return published
