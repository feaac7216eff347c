"""Photos and their files in the database: kept once, found by hash and width, collected when nothing names them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

import sqlalchemy as sa
import structlog

from server.catalogue import history
from server.catalogue.models import Revision
from server.catalogue.service import Published
from server.database import db, now

from .encoding import Encoded
from .models import Photo, PhotoDraft, PhotoFile, RevisionPhoto

log = structlog.get_logger("cordee.photos")
KEPT_REVISIONS = 50
"""A photo stays while one of so many newest revisions names it: as far back as anybody undoes."""
KEPT = timedelta(days=31)
"""How long a photo stays that no revision names: longer than a dry run that nobody published, which may name it."""
KINDS = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
_NAMED = re.compile(rb'"[a-z0-9-]+/([0-9a-f]{64})":')
_MOST_ASKED = 500
"""Hashes in one question: SQLite takes no endless list."""


def init_app() -> None:
    """Note of each new revision which photos it names."""
    history.when_published(note)


def note(revision: Revision) -> None:
    """Write down which photos a revision names, in its own transaction."""
    named = {found.decode() for found in _NAMED.findall(revision.source)}
    db.session.add_all(RevisionPhoto(photo=photo, revision=revision.number) for photo in sorted(named))
    db.session.flush()


def keep(encoded: Encoded) -> Photo:
    """Add a photo to the open transaction, or say of one that is there that it was brought again."""
    row = db.session.get(Photo, encoded.photo)
    if row is not None:
        row.brought_at = now()
        return row
    row = Photo(photo=encoded.photo, width=encoded.width, height=encoded.height)
    db.session.add(row)
    db.session.flush()  # the files refer to it
    for (kind, width), content in encoded.files.items():
        db.session.add(PhotoFile(photo=encoded.photo, kind=kind, width=width, content=content))
    return row


def file(photo: str, width: int, kind: str) -> bytes | None:
    """Return one file of a photo."""
    return db.session.scalar(
        sa.select(PhotoFile.content).where(
            PhotoFile.photo == photo, PhotoFile.width == width, PhotoFile.kind == kind, PhotoFile.width > 0
        )
    )


def present(photos: Iterable[str]) -> set[str]:
    """Return those of some photos that are kept."""
    asked, found = sorted(set(photos)), set[str]()
    for start in range(0, len(asked), _MOST_ASKED):
        part = asked[start : start + _MOST_ASKED]
        found |= set(db.session.scalars(sa.select(Photo.photo).where(Photo.photo.in_(part))))
    return found


def gone(published: Published) -> frozenset[str]:
    """Return the photos that a revision names and that are not kept: an old revision may come back without them.

    The answer is held with the revision where none is gone; else it is asked anew, for somebody may bring them again.
    """
    key = "photos-all-here"
    if published.memory.get(key):
        return frozenset()
    named = {photo["photo"] for product in published.document["products"] for photo in product.get("photos", ())}
    missing = frozenset(named - present(named))
    published.memory[key] = not missing
    return missing


def collect() -> int:
    """Delete what no recent revision names, nobody has brought lately, and nobody decides on. Commit; return how many.

    A draft that nobody has touched for as long goes first.
    """
    since, oldest = now() - KEPT, history.newest() - KEPT_REVISIONS
    db.session.execute(sa.delete(PhotoDraft).where(PhotoDraft.created_at < since))
    named = sa.select(RevisionPhoto.photo).where(RevisionPhoto.revision > oldest)
    waiting = sa.select(PhotoDraft.photo)
    idle = sa.select(Photo.photo).where(
        Photo.brought_at < since, Photo.photo.not_in(named), Photo.photo.not_in(waiting)
    )
    found = list(db.session.scalars(idle))
    for start in range(0, len(found), _MOST_ASKED):
        part = found[start : start + _MOST_ASKED]
        db.session.execute(sa.delete(PhotoFile).where(PhotoFile.photo.in_(part)))
        db.session.execute(sa.delete(Photo).where(Photo.photo.in_(part)))
    db.session.commit()
    if found:
        log.info("photos-collected", count=len(found))
    return len(found)
