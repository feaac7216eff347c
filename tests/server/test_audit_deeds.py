"""What people do at the desk beside imports is written down too: prices, stock, photos, people, phones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from uuid6 import uuid7

from server.accounts.models import Person
from server.audit.models import AuditEntry
from server.database import now, rfc3339

from .small_range import SHELL
from .test_photos import DRAFTS
from .test_photos import dropped as photo
from .test_prices import cell, change_of, planned, publish, published_due
from .test_shared_phones import shared_phone

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

HERE = "/api/v1/shops/miramas"


@pytest.fixture
def desk(shop: House) -> FlaskClient:
    return shop.person("manager", name="Luc")


def deeds(house: House, kind: str) -> list[tuple[str, str, str, dict[str, Any]]]:
    """Deeds of a kind with who did them, where, and what is said of them."""
    found = house.rows(AuditEntry)
    return [(one.action, one.author, one.shop_id, one.details) for one in found if one.action.startswith(kind)]


def test_planned_prices_and_those_taken_back(shop: House) -> None:
    client = shop.person("merchandiser", name="Zoé")
    change = planned(shop, client, cell(SHELL, 29990))
    for _ in range(2):  # a second time is refused, and no deed
        client.post(f"/api/v1/price-changes/{change}/cancel")
    [(_, _, _, said), (action, author, place, back)] = deeds(shop, "prices-")
    assert (action, author, place, back["count"]) == ("prices-cancelled", "Zoé", "miramas", 1)
    assert said == {**back, "starts_at": rfc3339(change_of(shop, change).starts_at or now())}


def test_planned_prices_that_could_not_be_published(shop: House) -> None:
    change = planned(shop, shop.person("merchandiser"), cell(SHELL, 29990))
    publish(shop, f"shop,gtin,price_cents\nmiramas,{SHELL},31000\n")
    assert published_due(shop) == 1
    [_, (action, author, place, said)] = deeds(shop, "prices-")
    assert (action, author, place) == ("prices-failed", "", "miramas")
    assert said == {"name": change_of(shop, change).name, "problem": "price-change-overtaken"}


def test_a_delivery_and_a_count_once_however_often_they_are_sent(shop: House, desk: FlaskClient) -> None:
    lines = [{"gtin": SHELL, "quantity": 3}]
    delivery = {"id": str(uuid7()), "note": "BL 4711", "lines": lines}
    sheet = {"id": str(uuid7()), "lines": lines, "counted_at": None}
    for _ in range(2):
        assert desk.post(f"{HERE}/deliveries", json=delivery).status_code == 200
        assert desk.post(f"{HERE}/counts", json=sheet).status_code == 200
    assert deeds(shop, "stock-") == [
        ("stock-delivered", "Luc", "miramas", {"name": "BL 4711", "count": 1}),
        ("stock-counted", "Luc", "miramas", {"count": 1}),
    ]


def test_a_photo_that_comes_and_goes(shop: House) -> None:
    client = shop.person("merchandiser", name="Zoé")
    for _ in range(2):  # the same photo twice is one
        row = photo(client, "trilogy-shell.jpg")
    assert client.delete(f"{DRAFTS}/{row['id']}").status_code == 204
    said = {"name": row["name"]}
    assert deeds(shop, "photo-") == [("photo-brought", "Zoé", "", said), ("photo-given-up", "Zoé", "", said)]


def test_people_who_are_invited_renewed_and_let_go(shop: House, desk: FlaskClient) -> None:
    asked = {"role": "seller", "shop": "miramas"}
    secret = desk.post("/api/v1/invitations", json=asked).get_json()["link"].rpartition("/")[2]
    own = shop.visitor()
    assert own.post("/api/v1/enrolments", json={"invitation": secret, "name": "Marie"}).status_code == 201
    everybody = desk.get("/api/v1/people").get_json()["items"]
    [marie] = [one["person"]["id"] for one in everybody if one["person"]["name"] == "Marie"]
    desk.post(f"/api/v1/people/{marie}/invitations", json={})
    own.delete("/api/v1/session")
    desk.delete(f"/api/v1/people/{marie}")
    assert [one for one in deeds(shop, "person-") if one[1] == "Luc"] == [
        ("person-invited", "Luc", "miramas", {"role": "seller", "shared": False}),
        ("person-invited", "Luc", "miramas", {"role": "seller", "shared": False, "name": "Marie"}),
        ("person-ended", "Luc", "miramas", {"name": "Marie", "role": "seller"}),
    ]
    assert deeds(shop, "session-") == [("session-revoked", "Marie", "miramas", {"name": "Marie"})]
    assert secret not in str(deeds(shop, ""))


def test_when_phones_lock(shop: House, desk: FlaskClient) -> None:
    assert desk.put(f"{HERE}/lock", json={"minutes": 10}).status_code == 200
    assert deeds(shop, "lock-") == [("lock-set", "Luc", "miramas", {"minutes": 10})]


def test_a_person_who_comes_back_under_another_name(shop: House, desk: FlaskClient) -> None:
    def enrolled(path: str, name: str) -> None:
        asked = {"role": "seller", "shop": "miramas"} if path == "invitations" else {}
        secret = desk.post(f"/api/v1/{path}", json=asked).get_json()["link"].rpartition("/")[2]
        entered = shop.visitor().post("/api/v1/enrolments", json={"invitation": secret, "name": name})
        assert entered.status_code == 201

    enrolled("invitations", "Marie")
    [marie] = [one.id for one in shop.rows(Person) if one.name == "Marie"]
    for name in ("", "Marie", "Marie D."):
        enrolled(f"people/{marie}/invitations", name)
    said = {"name": "Marie D.", "was": "Marie"}
    assert deeds(shop, "person-renamed") == [("person-renamed", "Marie D.", "miramas", said)]


def test_a_phone_called_by_another_name(shop: House, desk: FlaskClient) -> None:
    shared_phone(shop, "Marie")
    [phone] = desk.get("/api/v1/phones").get_json()["items"]
    for name in (phone["name"], "Rayon sacs"):  # the same name again is no deed
        assert desk.patch(f"/api/v1/phones/{phone['id']}", json={"name": name}).status_code == 200
    said = {"name": "Rayon sacs", "was": phone["name"]}
    assert deeds(shop, "phone-renamed") == [("phone-renamed", "Luc", "miramas", said)]
