from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.database import db

if TYPE_CHECKING:
    from .conftest import House


def test_it_tells_that_it_lives_without_asking_anybody(one_house: House) -> None:
    assert one_house.visitor().get("/healthz").get_json() == {"status": "ok"}


def test_it_is_ready_with_a_database_and_a_revision(shop: House) -> None:
    answer = shop.visitor().get("/readyz").get_json()
    assert answer["revision"] == 1
    with shop.app.app_context():
        assert answer["database"] == db.engine.dialect.name
    assert answer["schema"] == shop.app.config["MIGRATION_HEAD"]


def test_it_is_not_ready_before_the_first_revision(house: House) -> None:
    answer = house.visitor().get("/readyz")
    assert (answer.status_code, answer.get_json()["code"]) == (503, "nothing-published")


def test_it_is_not_ready_with_an_old_schema(shop: House) -> None:
    head = shop.app.config["MIGRATION_HEAD"]
    try:
        with shop.app.app_context():
            db.session.execute(sa.text("UPDATE alembic_version SET version_num = 'older'"))
            db.session.commit()
        answer = shop.visitor().get("/readyz")
        assert (answer.status_code, answer.get_json()["code"]) == (503, "unavailable")
    finally:
        with shop.app.app_context():
            db.session.execute(sa.text("UPDATE alembic_version SET version_num = :head"), {"head": head})
            db.session.commit()
