"""The people of a shop, as its manager sees, renews and ends them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from server.accounts.models import DeviceSession, Person
from tests.server.test_shared_phones import _light_hash as _light_hash
from tests.server.test_shared_phones import invitation, shared_phone

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House


def people(client: FlaskClient) -> dict[str, dict[str, Any]]:
    answer = client.get("/api/v1/people")
    assert answer.json is not None
    return {item["person"]["name"]: item for item in answer.json["items"]}


def test_a_manager_sees_people_and_their_devices(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie", "Paul")
    one_house.person("seller", name="Lina")
    one_house.person("seller", shop="annecy", name="Omar")
    manager = one_house.person("manager", name="Inès")
    seen = people(manager)
    assert seen.keys() == {"Inès", "Lina", "Marie", "Paul"}
    assert seen["Inès"]["manageable"] is False
    assert seen["Lina"]["manageable"] is True
    [own] = seen["Lina"]["devices"]
    assert (own["shared"], own["tries_left"]) == (False, None)
    [place] = seen["Marie"]["devices"]
    assert (place["shared"], place["tries_left"]) == (True, 5)
    assert phone.who() == "Paul"


def test_a_renewed_person_stays_the_same(one_house: House) -> None:
    manager = one_house.person("manager")
    lost = one_house.person("seller", name="Marie")
    marie = people(manager)["Marie"]["person"]["id"]
    answer = manager.post(f"/api/v1/people/{marie}/invitations", json={})
    assert answer.status_code == 201
    assert answer.json is not None
    secret = answer.json["link"].rpartition("/")[2]
    entered = one_house.visitor().post("/api/v1/enrolments", json={"invitation": secret, "name": ""})
    assert entered.json is not None
    assert entered.json["person"] == {"id": marie, "name": "Marie", "role": "seller"}
    assert lost.get("/api/v1/session").status_code == 200, "her other phone is ended on purpose only"


@pytest.mark.parametrize(
    ("caller", "at", "role", "status"),
    [
        ("manager", "miramas", "seller", 201),
        ("manager", "annecy", "seller", 404),
        ("manager", "miramas", "manager", 404),
        ("seller", "miramas", "seller", 403),
        ("merchandiser", "annecy", "manager", 201),
        ("merchandiser", "annecy", "administrator", 404),
        ("administrator", "annecy", "administrator", 201),
    ],
)
def test_each_role_renews_whom_it_may_invite(one_house: House, caller: str, at: str, role: str, status: int) -> None:
    one_house.person(role, name="somebody")
    person = next(row for row in one_house.rows(Person) if row.name == "somebody")
    client = one_house.person(caller, shop=at)
    assert client.post(f"/api/v1/people/{person.id}/invitations", json={}).status_code == status
    if status == 404:
        assert client.delete(f"/api/v1/people/{person.id}").status_code == 404


def test_somebody_who_leaves_is_out_everywhere(house: House) -> None:
    phone = shared_phone(house, "Marie")
    marie = phone.people["Marie"]
    own = house.visitor()
    secret = invitation(house, person_id=marie)
    assert own.post("/api/v1/enrolments", json={"invitation": secret}).status_code == 201
    open_link = invitation(house, person_id=marie)
    manager = house.person("manager")

    assert manager.delete(f"/api/v1/people/{marie}").status_code == 204

    assert phone.who() is None
    assert phone.client.get("/api/v1/phone").json["people"] == []
    answer = own.get("/api/v1/session")
    assert answer.status_code == 401
    assert answer.json is not None
    assert answer.json["code"] == "session-revoked"
    assert house.visitor().post("/api/v1/enrolments", json={"invitation": open_link}).status_code == 403
    assert people(manager)["Marie"]["ended_at"] is not None
    assert all(row.revoked_at for row in house.rows(DeviceSession) if row.person_id == marie)

    renewed = manager.post(f"/api/v1/people/{marie}/invitations", json={}).json["link"].rpartition("/")[2]
    assert house.visitor().post("/api/v1/enrolments", json={"invitation": renewed}).status_code == 201
    assert people(manager)["Marie"]["ended_at"] is None


def test_a_manager_names_a_phone_and_takes_somebody_off_it(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie", "Paul")
    manager = one_house.person("manager")
    [listed] = manager.get("/api/v1/phones").json["items"]
    renamed = manager.patch(f"/api/v1/phones/{listed['id']}", json={"name": "Rayon sacs"})
    assert renamed.json["name"] == "Rayon sacs"
    assert phone.client.get("/api/v1/phone").json["name"] == "Rayon sacs"
    path = f"/api/v1/phones/{listed['id']}/people/{phone.people['Marie']}"
    assert one_house.person("manager", shop="annecy").delete(path).status_code == 404
    assert manager.delete(path).status_code == 204
    assert manager.delete(path).status_code == 404
    assert [one["person"]["name"] for one in phone.client.get("/api/v1/phone").json["people"]] == ["Paul"]


def test_a_manager_chooses_when_phones_lock(shop: House) -> None:
    phone = shared_phone(shop, "Marie")
    manager = shop.person("manager")
    path = "/api/v1/shops/miramas/lock"
    assert manager.get(path).json == {"minutes": 10}
    assert manager.put(path, json={"minutes": 3}).json == {"minutes": 3}
    assert manager.put(path, json={"minutes": 0}).status_code == 422
    assert phone.client.get("/api/v1/phone").json["lock_minutes"] == 3
    assert shop.person("manager", shop="annecy").put(path, json={"minutes": 60}).status_code == 404
    assert manager.get("/api/v1/shops/nowhere/lock").status_code == 404
