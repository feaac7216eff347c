"""Whether this worker can do its work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.script import ScriptDirectory

from server.catalogue.models import Revision
from server.database import MIGRATIONS, db
from server.errors import Unavailable


def head() -> str:
    """Return the migration that this code was written for."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head() or ""


def readiness(expected: str) -> dict[str, object]:
    """Return what is ready. Raise ``Unavailable`` without database, with an old schema, or without a revision."""
    try:
        schema = db.session.scalar(sa.text("SELECT version_num FROM alembic_version"))
        revision = db.session.scalar(sa.select(sa.func.max(Revision.number)))
    except sa.exc.DBAPIError:
        raise Unavailable from None
    if schema != expected:
        raise Unavailable
    if revision is None:
        raise Unavailable("nothing-published")
    return {"status": "ready", "database": db.engine.dialect.name, "schema": schema, "revision": revision}
