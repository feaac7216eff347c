"""Who changed a model meanwhile, and what: asked when somebody's edit was made of facts that no longer stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from catalog.catalogue import Catalogue
from catalog.changes import FieldChange, difference
from server.catalogue.models import Revision
from server.database import db

from .facts import Facts, of_revision

MOST_STEPS = 12
"""How many revisions are looked through: each is read whole. Who edits for longer is told the first and the last."""
_EMPTY = Catalogue()


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """One field of a model that a later revision changed."""

    change: FieldChange
    revision: int
    author: str


def meanwhile(ref: str, tag: str) -> list[Meanwhile]:
    """Return what changed of a model since its facts had a tag, oldest first; nothing where that is too long ago."""
    found: list[Meanwhile] = []
    newer: tuple[int, str, Facts | None, str] | None = None
    for number, author in _revisions():
        facts = of_revision(number)
        here = facts.tags.get(ref, "")
        if newer is not None and newer[3] != here:
            found = [*_step(facts.get(ref), newer), *found]
        if here == tag:
            return found
        newer = (number, author, facts.get(ref), here)
    return []


def changed_fields(before: Facts | None, after: Facts | None) -> Iterator[FieldChange]:
    """Yield every field that differs between two states of a model: its own, its variants', its prices."""
    old = before.catalogue() if before else _EMPTY
    new = after.catalogue() if after else _EMPTY
    found = difference(old, new)
    for refs, was in ((found.products.removed, True), (found.products.added, False)):
        yield from (FieldChange("ref", ref if was else None, None if was else ref) for ref in refs)
    for change in found.products.changed:
        yield from change.fields
    for gtin in found.variants.removed:
        yield FieldChange(f"variants.{gtin}", old.variants[gtin].size, None)
    for gtin in found.variants.added:
        yield FieldChange(f"variants.{gtin}", None, new.variants[gtin].size)
    for change in found.variants.changed:
        yield from (FieldChange(f"variants.{change.id}.{one.field}", one.before, one.after) for one in change.fields)
    for price in found.prices:
        yield FieldChange(f"prices.{price.shop}.{price.gtin}", price.before, price.after)


def _step(before: Facts | None, newer: tuple[int, str, Facts | None, Any]) -> list[Meanwhile]:
    number, author, after, _ = newer
    return [Meanwhile(change, number, author) for change in changed_fields(before, after)]


def _revisions() -> list[tuple[int, str]]:
    chosen = sa.select(Revision.number, Revision.author).order_by(Revision.number.desc()).limit(MOST_STEPS)
    return [(number, author) for number, author in db.session.execute(chosen)]
