"""Two states of the catalogue side by side, in memory only as far as they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sa

from catalog.catalogue import Catalogue, from_json
from catalog.changes import Difference, difference
from server.database import db
from server.errors import NotFound

from .large import parse
from .models import Revision

LARGEST: Final = 2**31 - 1
_KEPT = 4
"""Comparisons kept in a worker: somebody pages through one or two of them."""
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One state: what names it for good, and how its tree of facts is read."""

    name: str
    tree: Callable[[], Json] = field(compare=False)


def revision(number: int) -> Side:
    """Return a revision as a side, 0 as the empty catalogue. Raises ``NotFound``."""
    if number == 0:
        return Side("", lambda: {"products": {}, "variants": {}, "shops": {}})
    found = db.session.scalar(sa.select(Revision.content_hash).where(Revision.number == min(number, LARGEST)))
    if found is None or number > LARGEST:
        raise NotFound("revision-not-found")
    # By its hash a database put back from a copy is told from the one before.
    return stored(f"revision {number} {found}", sa.select(Revision.source).where(Revision.number == number))


def stored(name: str, source: sa.Select[Any]) -> Side:
    """Return a side whose tree a column holds. Reading it raises ``NotFound`` where it no longer does."""

    def tree() -> Json:
        found = db.session.scalar(source)
        if found is None:
            raise NotFound("revision-not-found")
        told: Json = parse(found)
        return told

    return Side(name, tree)


@lru_cache(maxsize=_KEPT)
def compared(before: Side, after: Side) -> tuple[Difference, Catalogue, Catalogue]:
    """Compare two sides. What both have alike is left out before anything is made of it."""
    old, new = before.tree(), after.tree()
    _forget_alike(old, new)
    first, second = from_json(old), from_json(new)
    return difference(first, second), first, second


def _forget_alike(old: Json, new: Json) -> None:
    """Take out of two trees what is the same in both, but what the names of changed things need."""
    for shop in old["shops"].keys() & new["shops"].keys():
        _forget(old["shops"][shop]["assortment"], new["shops"][shop]["assortment"], frozenset())
    priced = {gtin for tree in (old, new) for shop in tree["shops"].values() for gtin in shop["assortment"]}
    _forget(old["variants"], new["variants"], priced)
    refs = {variant["ref"] for tree in (old, new) for variant in tree["variants"].values()}
    refs |= {photo.partition("/")[0] for tree in (old, new) for photo in tree.get("photos", {})}
    _forget(old["products"], new["products"], refs)


def _forget(old: Json, new: Json, needed: Iterable[str]) -> None:
    for key in (old.keys() & new.keys()) - set(needed):
        if old[key] == new[key]:
            del old[key], new[key]
