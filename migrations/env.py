"""How Alembic reaches the database: through the application's own engine and models."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
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
        sqlite = connection.dialect.name == "sqlite"
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            transactional_ddl=True if sqlite else None,
            **arguments,
        )
        with _copying(connection) if sqlite else context.begin_transaction():
            context.run_migrations()


@contextmanager
def _copying(connection: sa.Connection) -> Iterator[None]:
    """Let SQLite replace tables whole, as its manual says: foreign keys off, one transaction, checked before its end.

    A table that loses a column is copied and dropped. With foreign keys on, dropping it deletes its rows first, and
    with them, or refused by them, those of other tables. They can be turned off outside a transaction only.
    See https://www.sqlite.org/lang_altertable.html, section 7.
    """
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.commit()
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver begins none before a change of the schema
        with context.begin_transaction():
            yield
            lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if lost:
                raise RuntimeError(f"rows that name rows which are gone: {lost[:10]}")
        connection.commit()
    finally:
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")


if context.is_offline_mode():
    offline()
else:
    online()
