"""The history of revisions: the facts of the newest one, adding one, going back to one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
import structlog

from catalog.catalogue import Catalogue, from_json
from server import audit
from server.database import Deflated, db, now
from server.errors import Conflict, NotFound

from .large import parse
from .models import Revision

log = structlog.get_logger("cordee.catalogue")
LAST_NUMBER = 2**31 - 1
PUBLISHING = ("import-published", "revision-restored")
"""Deeds that make a revision."""
_followers: list[Callable[[Revision], None]] = []


@dataclass(frozen=True, slots=True)
class Content:
    """What a revision holds: the facts and the document compiled from them as deflated JSON.

    ``samples`` is, as plain JSON, what the sample customers are told by the document.
    """

    content_hash: str
    source: Deflated
    document: Deflated
    samples: bytes | None


def when_published(follow: Callable[[Revision], None]) -> None:
    """Let a function see each new revision in its own transaction: what it writes stands or falls with it."""
    if follow not in _followers:
        _followers.append(follow)


def newest() -> int:
    """Return the number of the published revision, 0 before the first."""
    return db.session.scalar(sa.select(sa.func.max(Revision.number))) or 0


def hash_of(number: int) -> str:
    """Return the content hash of a revision; empty for 0."""
    return db.session.scalar(sa.select(Revision.content_hash).where(Revision.number == number)) or ""


def facts(number: int) -> Catalogue:
    """Return the catalogue as it stood in a revision; an empty one for 0."""
    if number == 0:
        return Catalogue()
    source = db.session.scalars(sa.select(Revision.source).where(Revision.number == number)).one()
    return from_json(parse(source))


def told(number: int) -> list[dict[str, Any]]:
    """Return what the sample customers are told by a revision; nothing for 0, or where nobody had asked them yet."""
    stored = db.session.scalar(sa.select(Revision.samples).where(Revision.number == number))
    found: list[dict[str, Any]] = orjson.loads(stored or b"[]")
    return found


def publish(content: Content, base: int, author: str, note: str) -> Revision:
    """Add the revision that follows ``base`` to the open transaction. The caller commits.

    The number is the key of the table: of two publications on the same base, however close, one gets it and the other
    is refused with ``Conflict``.
    """
    revision = Revision(
        number=base + 1,
        content_hash=content.content_hash,
        source=content.source,
        document=content.document,
        samples=content.samples,
        author=author,
        note=note,
    )
    db.session.add(revision)
    with _alone():
        db.session.flush()
    db.session.expire(revision, ["source", "document"])  # read again they are JSON
    return _followed(revision)


def publish_kept(
    content: sa.Select[*tuple[Any, ...]], base: int, author: str, note: str, counts: Mapping[str, int] | None = None
) -> Revision:
    """Add the revision that follows ``base``, its content copied inside the database, as ``publish`` does.

    ``content`` selects one row of content hash, source, document and samples: nothing of it is read, unpacked or sent.
    """
    said = {"number": base + 1, "published_at": now(), "author": author, "note": note, "counts": counts}
    table = sa.inspect(Revision).columns
    given = [sa.literal(value, table[name].type).label(name) for name, value in said.items()]
    names = ("content_hash", "source", "document", "samples", *said)
    with _alone():
        db.session.execute(sa.insert(Revision).from_select(names, content.add_columns(*given)))
    revision = db.session.get(Revision, base + 1, populate_existing=True)
    if revision is None:
        raise Conflict("conflict")
    return _followed(revision)


@contextmanager
def _alone() -> Iterator[None]:
    """Turn a number that somebody else got first into a refusal."""
    try:
        yield
    except sa.exc.IntegrityError:
        db.session.rollback()
        raise Conflict("import-outdated") from None


def _followed(revision: Revision) -> Revision:
    for follow in _followers:
        follow(revision)
    return revision


def restore(number: int, author: str) -> Revision:
    """Publish an older revision again as a new one, to the byte, and commit. Nothing of the history is lost."""
    content = sa.select(Revision.content_hash, Revision.source, Revision.document, Revision.samples)
    if number > LAST_NUMBER or db.session.get(Revision, number) is None:
        raise NotFound("revision-not-found")
    kept = content.where(Revision.number == number)
    revision = publish_kept(kept, newest(), author, f"Retour à la révision {number}")
    deed = audit.record("revision-restored", str(revision.number), author, of=number)
    left = sa.select(Revision.published_at).where(Revision.number == number + 1).scalar_subquery()
    audit.touch_again(deed, PUBLISHING, left)
    db.session.commit()
    log.info("revision-restored", revision=revision.number, of=number, by=author)
    return revision


def listed(before: int | None = None, limit: int | None = None) -> Sequence[Revision]:
    """Return the revisions before one, newest first, without their contents; one more than ``limit`` if there are."""
    statement = sa.select(Revision).order_by(Revision.number.desc())
    if before is not None:
        statement = statement.where(Revision.number < before)
    if limit is not None:
        statement = statement.limit(limit + 1)
    return db.session.scalars(statement).all()
