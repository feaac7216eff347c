"""The published revision, held in memory by each worker and swapped when the database has a newer one."""

from __future__ import annotations

import gc
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from flask import Flask, current_app, g

from server.database import db, rfc3339
from server.errors import Unavailable

from .large import parse
from .models import Revision

LARGE = 2_000
"""Models from which on a revision is kept away from the collector of garbage, which below takes little time."""


@dataclass(frozen=True, eq=False)
class Published:
    """One published revision. Nobody changes it: requests of other threads read the same objects."""

    revision: int
    content_hash: str
    published_at: datetime
    document: dict[str, Any]
    """The compiled document of ``catalog.revision.build``: texts by language, all shops."""
    products_by_ref: Mapping[str, Mapping[str, Any]]
    products_by_gtin: Mapping[str, Mapping[str, Any]]
    """The product of each variant, by GTIN of 14 digits."""
    shops: Mapping[str, Mapping[str, Any]]
    memory: dict[Any, Any] = field(default_factory=dict)
    """What readers made from this revision and keep as long as it lives, such as compressed snapshots."""

    def is_revision(self, number: int, content_hash: str, published_at: datetime) -> bool:
        """Tell whether this is that revision; the number alone would not tell a database put back from a copy."""
        return (self.revision, self.content_hash, self.published_at) == (number, content_hash, published_at)

    @property
    def published_on(self) -> str:
        """Return the moment of publication as RFC 3339, UTC."""
        return rfc3339(self.published_at)


class Shelf:
    """Holds the revision in use by this worker."""

    def __init__(self) -> None:
        self.held: Published | None = None
        self._lock = threading.Lock()

    def get(self) -> Published:
        """Return the newest revision. Costs one indexed read of one row; loads only when there is a newer one."""
        newest = db.session.execute(
            sa.select(Revision.number, Revision.content_hash, Revision.published_at)
            .order_by(Revision.number.desc())
            .limit(1)
        ).one_or_none()
        if newest is None:
            raise Unavailable("nothing-published")
        held = self.held
        if held is not None and held.is_revision(*newest):
            return held
        with self._lock:  # one thread loads, the others wait for it instead of loading the same again
            if self.held is None or not self.held.is_revision(*newest):
                self.held = load(newest.number)
                _set_apart(self.held)
            return self.held


def _set_apart(published: Published) -> None:
    """Take a large revision out of what the collector walks through: it stays until the next one is published.

    Without it each full collection goes through all of it again: two fifths of the time of a count of lost answers.
    """
    if len(published.products_by_ref) >= LARGE:
        gc.collect()
        gc.freeze()


def init_app(app: Flask) -> None:
    """Give the application its shelf."""
    app.extensions["cordee-shelf"] = Shelf()


def shelf_of(app: Flask) -> Shelf:
    """Return the shelf of an application."""
    shelf: Shelf = app.extensions["cordee-shelf"]
    return shelf


def current() -> Published:
    """Return the published revision, the same one during a whole request. Raise ``Unavailable`` before the first."""
    if "published" not in g:
        g.published = shelf_of(current_app).get()
    published: Published = g.published
    return published


def load(number: int) -> Published:
    """Read a revision from the database and index it."""
    row = db.session.execute(
        sa.select(Revision.content_hash, Revision.published_at, Revision.document).where(Revision.number == number)
    ).one()
    document = parse(row.document)
    return Published(
        revision=number,
        content_hash=row.content_hash,
        published_at=row.published_at,
        document=document,
        products_by_ref={product["ref"]: product for product in document["products"]},
        products_by_gtin={
            variant["gtin"]: product for product in document["products"] for variant in product["variants"]
        },
        shops={shop["id"]: shop for shop in document["shops"]},
    )
