"""The one door to the database: base class, column types, SQLite's manners."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase
from uuid6 import uuid7

BUSY_TIMEOUT_MS = 10_000
DEFLATION = 6
"""Level of deflation: a higher one costs seconds for some per cent."""
MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


class Base(DeclarativeBase):
    """Names every constraint, so that a migration can drop it by name on any database."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base)
migrate = Migrate(compare_type=True, render_as_batch=True)
if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


class UTCDateTime(sa.TypeDecorator[datetime]):
    """An aware moment in UTC. SQLite forgets the zone: it is given back on reading."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Deflated(bytes):
    """Bytes that ``Compressed`` writes as they are: somebody has deflated them while they were made."""


class Compressed(sa.TypeDecorator[bytes]):
    """Bytes kept deflated: a catalogue of 10,000 products is tens of megabytes of JSON, a tenth of it deflated."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: sa.Dialect) -> bytes | None:
        return value if value is None or isinstance(value, Deflated) else zlib.compress(value, DEFLATION)

    def process_result_value(self, value: bytes | None, dialect: sa.Dialect) -> bytes | None:
        return None if value is None else zlib.decompress(value)


def now() -> datetime:
    """Return the present moment in UTC, to the microsecond."""
    return datetime.now(UTC)


def rfc3339(moment: datetime) -> str:
    """Return an aware moment as the API writes it: RFC 3339, UTC, ``Z``, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_id() -> str:
    """Return a UUIDv7: unique and in order of time. It names a row; it is never a secret."""
    return str(uuid7())


def init_app(app: Flask, url: str) -> None:
    """Attach the database to the application, with foreign keys, WAL and patience where it is SQLite."""
    sqlite = url.startswith("sqlite")
    if sqlite:
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {} if sqlite else {"pool_pre_ping": True, "pool_size": 8}
    db.init_app(app)
    migrate.init_app(app, db, directory=str(MIGRATIONS))
    if sqlite:
        with app.app_context():
            sa.event.listen(db.engine, "connect", _set_pragmas)


def _set_pragmas(connection: Any, _record: object) -> None:
    """Ask SQLite for what PostgreSQL does by itself. WAL lets readers go on while one writes."""
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        # What was acknowledged outlives a power cut: a phone forgets an event once the server has said yes.
        "synchronous = FULL",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
