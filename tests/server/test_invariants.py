"""What a reviewer forgets to look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import flask_migrate
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from server import access
from server.database import MIGRATIONS, db

from .conftest import DATABASES, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

    from .conftest import House

PAGES = {"pages", "customer", "resolver", "reviews-page", "guide", "finding"}
"""Blueprints of pages for people, which the API's description leaves out."""


def documented(app: Flask) -> dict[tuple[str, str], dict[str, Any]]:
    spec = app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec.to_dict()
    return {
        (path, method): operation
        for path, item in spec["paths"].items()
        for method, operation in item.items()
        if method != "parameters"
    }


def test_each_route_declares_who_may_call_it(sqlite_app: Flask) -> None:
    undeclared = [
        rule.endpoint for rule in sqlite_app.url_map.iter_rules() if access.rule_of(sqlite_app, rule.endpoint) is None
    ]
    assert undeclared == []


def test_only_these_routes_are_open_to_everybody(sqlite_app: Flask) -> None:
    """A new open route is a decision: write it here."""
    changes = {
        rule.endpoint
        for rule in sqlite_app.url_map.iter_rules()
        if access.rule_of(sqlite_app, rule.endpoint) == access.PUBLIC
        and (rule.methods or set()) - {"GET", "HEAD", "OPTIONS"}
        and rule.endpoint.partition(".")[0] != "customer"
    }
    assert changes == {
        "accounts.enrol",
        "accounts.look_at_invitation",
        "pages.enter",
        "reviews-page.review",
        "finder.advise",
        "outfits.compose",
        "sizes.advise_size",
    }


def test_a_view_without_a_rule_is_closed(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'closed.db'}", migrate=False) as app:
        app.add_url_rule("/forgotten", "forgotten", lambda: "open")
        assert app.test_client().get("/forgotten").status_code == 403


def test_each_route_of_the_api_is_described(sqlite_app: Flask) -> None:
    described = {path for path, _ in documented(sqlite_app)}
    for rule in sqlite_app.url_map.iter_rules():
        blueprint = rule.endpoint.partition(".")[0]
        if blueprint in PAGES | {"api-docs"}:
            continue
        path = "".join(f"{{{part}}}" if is_argument else part for is_argument, part in rule_parts(rule.rule))
        assert path in described, rule.rule


def rule_parts(rule: str) -> Iterator[tuple[bool, str]]:
    for piece in rule.replace("<", "\0<").replace(">", ">\0").split("\0"):
        yield piece.startswith("<"), piece.strip("<>").rpartition(":")[2]


def test_each_operation_says_what_it_answers(sqlite_app: Flask) -> None:
    for (path, method), operation in documented(sqlite_app).items():
        codes = set(operation["responses"])
        assert "default" not in codes, (path, method)
        assert any(code.startswith("2") for code in codes), (path, method)
        assert operation["summary"], (path, method)
        if "requestBody" in operation:
            assert codes >= {"400", "413", "415", "422"}, (path, method)
        if "security" in operation:
            assert codes >= {"401", "403"}, (path, method)


def test_the_description_is_openapi_3_1(sqlite_app: Flask) -> None:
    document = sqlite_app.test_client().get("/api/v1/openapi.json").get_json()
    assert document["openapi"].startswith("3.1")
    assert document["components"]["securitySchemes"].keys() == {"bearer", "session", "phone"}


def test_a_stranger_is_refused_wherever_a_role_is_needed(shop: House) -> None:
    closed = [key for key, operation in documented(shop.app).items() if "security" in operation]
    assert len(closed) > 8
    for path, method in closed:
        answer = shop.visitor().open(re.sub(r"\{(number|before|after)\}", "1", path), method=method.upper())
        assert answer.status_code == 401, (path, method)


def test_a_seller_is_refused_wherever_the_role_is_not_enough(shop: House) -> None:
    seller = shop.person("seller")
    for rule in shop.app.url_map.iter_rules():
        declared = access.rule_of(shop.app, rule.endpoint)
        if declared is None or declared.roles is None or "seller" in declared.roles:
            continue
        for method in (rule.methods or set()) & {"GET", "POST", "DELETE"}:
            answer = seller.open(re.sub(r"<int:\w+>", "1", rule.rule), method=method)
            assert answer.status_code == 403, rule.rule


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1


@pytest.fixture(params=DATABASES)
def empty_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("new_postgresql")()
    with opened(url, migrate=False) as app:
        yield app


def test_the_migrations_lead_from_nothing_to_the_models_and_back(empty_app: Flask) -> None:
    with empty_app.app_context():
        flask_migrate.upgrade()
        with db.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, db.metadata) == []
        flask_migrate.downgrade(revision="base")
        assert set(sa.inspect(db.engine).get_table_names()) <= {"alembic_version"}
