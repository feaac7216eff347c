"""Who did what is written down with the deed, or not at all."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from server import audit
from server.audit.models import AuditEntry
from server.database import db
from server.imports import service

from .small_range import FLEECE
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


def test_a_deed_is_found_by_who_did_it_what_it_was_about_and_its_words(shop: House) -> None:
    zoe, luc = shop.person("merchandiser", name="Zoé"), shop.person("merchandiser", name="Luc")
    published = dropped(zoe, CHEAPER)["id"]
    zoe.post(f"/api/v1/imports/{published}/publish", json={"note": "Été 50 %"})
    dropped(luc, CHEAPER, "essai.csv")
    assert zoe.get("/api/v1/audit/authors").get_json()["items"] == ["Luc", "test", "Zoé"]
    assert {one["author"] for one in trail(luc, author="Zoé")} == {"Zoé"}
    assert [one["action"] for one in trail(luc, kind="published")] == ["import-published"]
    for words in ("été", "ETE", "50 %", "zoe ete", "prices.csv"):
        assert "import-published" in {one["action"] for one in trail(luc, q=words)}, words
    assert trail(luc, q="_") == []
    assert trail(luc, q="ete luc") == []
    assert trail(luc, kind="stock") == []


def test_a_deed_is_found_by_the_piece_it_touched_and_so_is_what_put_it_back(shop: House) -> None:
    client = shop.person("merchandiser")
    for text in (CHEAPER, f"shop,gtin,price_cents\nmiramas,{FLEECE},7990\n"):
        client.post(f"/api/v1/imports/{dropped(client, text)['id']}/publish")
    client.post("/api/v1/revisions/2/restore")

    def touching(piece: str) -> list[str]:
        return [one["action"] for one in trail(client, piece=piece)]

    assert touching("trilogy-shell") == ["import-published"]
    assert touching("grid-fleece") == ["revision-restored", "import-published"]
    assert touching("day-pack") == []
    client.post("/api/v1/revisions/1/restore")
    assert touching("trilogy-shell") == ["revision-restored", "import-published"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [("2026-11-23", "", 1), ("", "2026-11-22", 1), ("2026-11-22", "2026-11-23", 2), ("2026-11-24", "2026-11-31", 0)],
)
def test_a_day_is_the_shops(one_house: House, since: str, until: str, found: int) -> None:
    action = f"day-{since or 'any'}-{until or 'any'}"
    with one_house.app.app_context():
        for at in ("2026-11-22T22:59:59+00:00", "2026-11-22T23:00:00+00:00"):  # midnight in France lies between
            entry = audit.record(action, "x", "Anne")
            db.session.get_one(AuditEntry, entry).at = datetime.fromisoformat(at)
        db.session.commit()
    days = {name: day for name, day in (("since", since), ("until", until)) if day}
    assert len(trail(one_house.person("merchandiser"), action=action, **days)) == found


def test_a_day_is_a_day(one_house: House) -> None:
    for day in ("23.11.2026", "2026-13-01", "1999-01-01"):
        answer = one_house.person("merchandiser").get("/api/v1/audit", query_string={"since": day})
        assert answer.get_json()["errors"][0]["message"] == "Un jour\u202f: 2026-11-23.", day


def test_who_has_done_something_in_another_shop_is_not_told(shop: House) -> None:
    with shop.app.app_context():
        audit.record("tested", "x", "Anne", shop="annecy")
        db.session.commit()
    assert "Anne" not in shop.person("manager").get("/api/v1/audit/authors").get_json()["items"]
    assert shop.person("seller").get("/api/v1/audit/authors").status_code == 403
