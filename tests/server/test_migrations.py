"""Migrations keep what is there: up and down with rows in every table, on both databases."""

from __future__ import annotations

import itertools
import json
import zlib
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import flask_migrate
import pytest
import sqlalchemy as sa
from alembic.operations import Operations
from alembic.script import ScriptDirectory

from server.database import MIGRATIONS, db

from .conftest import DATABASES, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

ROWS = 3
FIRST = "0010"
"""The one before the desk: each later one is tried with rows, and with rows that stand in their way back."""
STEPS = [one.revision for one in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions()))]
SOURCE = {"products": {}, "variants": {}, "shops": {"miramas": {"assortment": {"02000000000015": [34990, 49990]}}}}
WORDS: dict[str, tuple[Any, ...]] = {
    "imports.state": ("ready", "refused", "published"),
    "imports.kind": ("file", "edit", "prices"),
    "price_changes.state": ("tried", "planned", "published"),
    "reviews.found": ("yes", "partly", "no"),
    "reviews.clear": ("clear", "partly", "unclear"),
    "training_reviews.rating": (1, 2, 4),
    "advices.source": ("finder", "finder", "finder"),
    "advices.unmet": ("empty", "relaxed", None),
    "advised_wishes.strength": ("must", "must_not", "prefer"),
    "outcomes.reason": ("size", "price", None),
    "outcomes.result": ("sold", "ordered", "tried"),
    "outcomes.visitor": ("local", "visitor", None),
    "remarks.about": ("product", "range", "shop"),
    "try_ons.verdict": ("smaller", "right", "larger"),
    "revisions.source": tuple(zlib.compress(json.dumps(SOURCE).encode()) for _ in range(ROWS)),
}
"""What a check asks of a column, or a migration reads in it."""


@pytest.fixture(params=DATABASES)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    url = f"sqlite:///{tmp_path / 'cordee.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("new_postgresql")()
    with opened(url, migrate=False) as app, app.app_context():
        yield app


def tables() -> list[sa.Table]:
    """The tables as the database has them now, parents first."""
    found = sa.MetaData()
    found.reflect(db.engine)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def fill() -> None:
    """Put rows into every table that has none."""
    with db.engine.begin() as connection:
        for table in tables():
            if not connection.scalar(sa.select(sa.func.count()).select_from(table)):
                for number in range(ROWS):
                    connection.execute(table.insert().values({c.name: value(c, number) for c in table.columns}))


def value(column: sa.Column[Any], number: int) -> Any:
    """Something that the column takes, another one for each row; of what it names, a row that is there."""
    named = next(iter(column.foreign_keys), None)
    while named is not None:
        column = named.column
        named = next(iter(column.foreign_keys), None)
    if (full := f"{column.table.name}.{column.name}") in WORDS:
        return WORDS[full][number]
    if isinstance(column.type, sa.JSON):
        return {"number": number}
    kind = column.type.python_type
    if kind is str:
        return f"{column.name}-{number}"[: getattr(column.type, "length", None) or 40]
    plain: dict[type, Any] = {
        int: number + 1,
        bool: bool(number),
        bytes: zlib.compress(b"{}"),
        datetime: datetime(2026, 11, 1 + number, tzinfo=UTC),
    }
    return plain[kind]


def kept() -> dict[str, Counter[str]]:
    """Every row of every table, by its primary key."""
    with db.engine.connect() as connection:
        return {
            table.name: Counter(str(tuple(row)) for row in connection.execute(sa.select(*table.primary_key.columns)))
            for table in tables()
        }


def test_each_step_up_and_down_keeps_every_row(empty: Flask) -> None:
    flask_migrate.upgrade(revision=FIRST)
    fill()
    for before, step in itertools.pairwise(STEPS[STEPS.index(FIRST) :]):
        had = kept()
        flask_migrate.upgrade(revision=step)
        assert {name: rows for name, rows in kept().items() if name in had} == had, step
        fill()
        flask_migrate.downgrade(revision=before)
        assert kept() == had, step
        flask_migrate.upgrade(revision=step)
        assert {name: rows for name, rows in kept().items() if name in had} == had, step
        fill()


def test_all_the_way_down_and_up_with_rows(empty: Flask) -> None:
    flask_migrate.upgrade()
    fill()
    had = kept()
    assert all(rows.total() >= ROWS for rows in had.values())
    flask_migrate.downgrade(revision=FIRST)
    left = kept()
    assert {name: had[name] for name in left} == left
    flask_migrate.downgrade(revision="base")
    assert tables() == []
    flask_migrate.upgrade()
    assert kept().keys() == had.keys()


def test_a_step_that_breaks_off_changes_nothing(empty: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    flask_migrate.upgrade(revision="0012")
    fill()
    had = kept()

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("pulled the plug")

    monkeypatch.setattr(Operations, "create_index", breaks)
    with pytest.raises(SystemExit):  # the command line's way of saying what broke
        flask_migrate.upgrade()
    monkeypatch.undo()
    assert kept() == had
    flask_migrate.upgrade()
    assert {name: rows for name, rows in kept().items() if name in had} == had
