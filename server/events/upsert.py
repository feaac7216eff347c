"""Inserts that know what to do where the row is there already."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from server.database import db


def insert(model: Any) -> Any:
    """Return an insert that knows ON CONFLICT: both databases have it, SQLAlchemy spells it by dialect."""
    return (postgresql if db.engine.dialect.name == "postgresql" else sqlite).insert(model)
