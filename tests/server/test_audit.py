"""Who did what is written down with the deed, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from server import audit
from server.audit.models import AuditEntry
from server.database import db
from server.imports import service

from .test_imports import CHEAPER, dropped

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House


ARRIVED = "person-invited"
"""Everybody who acts here was invited first."""


def trail(client: FlaskClient, **query: Any) -> list[dict[str, Any]]:
    answer = client.get("/api/v1/audit", query_string=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.get_json()["items"]
    return [one for one in items if one["action"] != ARRIVED]


def test_each_deed_is_named_with_who_did_it(shop: House) -> None:
    client = shop.person("merchandiser", name="Zoé")
    published = dropped(client, CHEAPER)["id"]
    client.post(f"/api/v1/imports/{published}/publish", json={"note": "Soldes"})
    client.post("/api/v1/revisions/1/restore")
    gone = dropped(client, CHEAPER)["id"]
    client.post(f"/api/v1/imports/{gone}/retry")
    client.delete(f"/api/v1/imports/{gone}")
    found = trail(client)
    assert [one["action"] for one in found] == [
        "import-discarded", "import-retried", "import-dropped", "revision-restored", "import-published",
        "import-dropped",
    ]  # fmt: skip
    assert {(one["author"], one["role"]) for one in found} == {("Zoé", "merchandiser")}
    assert (found[3]["subject"], found[3]["details"]) == ("3", {"of": 1})
    assert found[4]["details"] == {"name": "prices.csv", "kind": "file", "revision": 2, "note": "Soldes"}
    assert [one["action"] for one in trail(client, subject=gone)] == [
        "import-discarded", "import-retried", "import-dropped",
    ]  # fmt: skip
    assert [one["subject"] for one in trail(client, action="import-published")] == [published]


def test_a_deed_that_fails_leaves_no_word(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    client = shop.person("merchandiser")
    trial = dropped(client, f"shop,gtin,quantity\nmiramas,{CHEAPER.split(',')[-2]},7\n", "stock.csv")

    def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(service.stock, "count", crash)
    assert client.post(f"/api/v1/imports/{trial['id']}/publish").status_code == 500
    assert [one.action for one in shop.rows(AuditEntry) if one.action != ARRIVED] == ["import-dropped"]


def test_a_manager_sees_the_own_shop_and_what_concerns_all(shop: House) -> None:
    with shop.app.app_context():
        for place in ("", "miramas", "annecy"):
            audit.record("tested", "x", "Anne", shop=place)
        db.session.commit()
    assert [one["shop"] for one in trail(shop.person("manager"))] == ["miramas", ""]
    assert len(trail(shop.person("merchandiser"))) == 3
    assert shop.person("seller").get("/api/v1/audit").status_code == 403


def test_it_is_paged(one_house: House) -> None:
    with one_house.app.app_context():
        for number in range(5):
            audit.record("tested", str(number), "Anne")
        db.session.commit()
    client, seen, cursor = one_house.person("merchandiser"), list[str](), None
    while True:
        page = client.get(
            "/api/v1/audit", query_string={"action": "tested", "limit": 2, **({"cursor": cursor} if cursor else {})}
        ).get_json()
        seen += [one["subject"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ["4", "3", "2", "1", "0"]
