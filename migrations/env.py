"""How Alembic reaches the database: through the application's own engine and models."""

from __future__ import annotations

from typing import Any

from alembic import context
from flask import current_app

from server.database import Compressed, UTCDateTime

database = current_app.extensions["migrate"].db


def render(kind: str, item: Any, _context: Any) -> str | bool:
    """Write our column types as what the database sees: a migration must not change when our code does."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Compressed):
        return "sa.LargeBinary()"
    return False


arguments = {**current_app.extensions["migrate"].configure_args, "render_item": render}


def offline() -> None:
    """Write the SQL instead of running it."""
    url = database.engine.url.render_as_string(hide_password=False)
    context.configure(url=url, target_metadata=database.metadata, literal_binds=True, **arguments)
    with context.begin_transaction():
        context.run_migrations()


def online() -> None:
    """Run the migrations, all in one transaction."""
    with database.engine.connect() as connection:
        context.configure(connection=connection, target_metadata=database.metadata, **arguments)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    offline()
else:
    online()
