"""One import for one key: whoever never heard the answer sends again, and finds what came of the first time.

As the IETF's Idempotency-Key header field has it: the same key with the same content is the same request, with another
content a mistake of the caller's. A key belongs to who sends it. For that mistake the draft's 422 is a SHOULD; here
it is a 409, since nothing of the request itself is wrong: it is at odds with what was sent before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa

from server.accounts.identity import Identity
from server.database import db, now
from server.errors import Conflict

from .models import Import, ImportKey

KEPT = timedelta(hours=24)
"""How long a key is known: a laptop that is shut over night with a file half sent asks again the next morning."""
HEADER = "Idempotency-Key"


@dataclass(frozen=True, slots=True)
class Sending:
    """What somebody sends under a key of their own; ``content`` tells it from everything else."""

    owner: str
    key: str
    content: str


def sending(caller: Identity, key: str | None, files: Mapping[str, bytes]) -> Sending | None:
    """Return the sending of some files; ``None`` without a key. Quotes around a key are no part of it."""
    if key is None:
        return None
    told = hashlib.sha256()
    for name, content in files.items():
        for part in (name.encode("utf-8", "surrogatepass"), content):
            told.update(len(part).to_bytes(8, "big") + part)
    return Sending(caller.person_id or caller.token_id or "", key.strip('"'), told.hexdigest())


def made(sent: Sending | None, make: Callable[[], Import]) -> str:
    """Return the id of the import of a sending, made now where there is none. Raises ``Conflict`` on another content.

    ``make`` writes the key (``keep``) in the transaction of the import itself: of two sendings at once one makes it,
    and the other one finds it.
    """
    known = _known(sent)
    if known is None:
        try:
            return make().id
        except sa.exc.IntegrityError:
            db.session.rollback()
            known = _known(sent)
            if known is None:
                raise
    return known


def keep(sent: Sending, import_id: str) -> None:
    """Write down in the open transaction which import a key has made."""
    db.session.add(ImportKey(owner=sent.owner, key=sent.key, content=sent.content, import_id=import_id))
    db.session.flush()


def forget_old() -> None:
    """Forget in the open transaction the keys whose time is over."""
    db.session.execute(sa.delete(ImportKey).where(ImportKey.created_at < now() - KEPT))


def _known(sent: Sending | None) -> str | None:
    row = None if sent is None else db.session.get(ImportKey, (sent.owner, sent.key))
    if sent is None or row is None or row.created_at < now() - KEPT:
        return None
    if row.content != sent.content:
        raise Conflict("import-key-reused", [(HEADER, "import-key-reused")])
    return row.import_id
