from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from server.accounts import service
from server.accounts.models import ApiToken, DeviceSession, Invitation, Person
from server.database import db, now

if TYPE_CHECKING:
    from .conftest import House


def invite(house: House, role: str = "seller") -> str:
    with house.app.app_context():
        return service.invite(role, "miramas", "test").secret


def test_it_enrols_a_device_once(shop: House) -> None:
    secret = invite(shop)
    client = shop.visitor()
    answer = client.post("/api/v1/enrolments", json={"invitation": secret, "name": "Inès"})
    assert answer.status_code == 201
    assert answer.json is not None
    assert answer.json["person"]["name"] == "Inès"
    assert answer.json["person"]["role"] == "seller"
    assert answer.json["shop"] == {"id": "miramas", "name": "Millet Miramas"}
    [session] = shop.rows(DeviceSession)
    assert answer.json["device"]["id"] == session.id
    assert shop.rows(Invitation)[0].used_at is not None

    again = shop.visitor().post("/api/v1/enrolments", json={"invitation": secret})
    assert again.status_code == 403
    assert again.json is not None
    assert again.json["code"] == "invitation-refused"
    assert len(shop.rows(Person)) == 1


def test_of_devices_that_open_one_link_at_once_one_gets_in(house: House) -> None:
    secret = invite(house)
    start = threading.Barrier(6)

    def open_link(_: int) -> int:
        client = house.visitor()
        start.wait()
        return client.post("/api/v1/enrolments", json={"invitation": secret}).status_code

    with ThreadPoolExecutor(6) as devices:
        assert sorted(devices.map(open_link, range(6))) == [201, 403, 403, 403, 403, 403]
    assert len(house.rows(Person)) == 1


def test_it_hands_out_a_cookie_that_scripts_and_other_sites_cannot_use(house: House) -> None:
    answer = house.visitor().post("/api/v1/enrolments", json={"invitation": invite(house)})
    [cookie] = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-cordee=")
    for mark in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert mark in cookie
    assert "Domain" not in cookie


def test_it_stores_no_secret(house: House) -> None:
    secret = invite(house)
    client = house.visitor()
    client.post("/api/v1/enrolments", json={"invitation": secret})
    cookie = client.get_cookie("__Host-cordee")
    assert cookie is not None
    assert len(cookie.value) >= 43  # 256 bits
    stored = [house.rows(Invitation)[0].secret_hash, house.rows(DeviceSession)[0].secret_hash]
    assert secret not in stored
    assert cookie.value not in stored


def test_it_refuses_an_expired_invitation(house: House) -> None:
    secret = invite(house)
    with house.app.app_context():
        db.session.execute(sa.update(Invitation).values(expires_at=now() - timedelta(seconds=1)))
        db.session.commit()
    answer = house.visitor().post("/api/v1/enrolments", json={"invitation": secret})
    assert answer.status_code == 403
    assert house.rows(Person) == []


def test_it_refuses_a_guess(house: House) -> None:
    answer = house.visitor().post("/api/v1/enrolments", json={"invitation": "guess"})
    assert answer.status_code == 403
    assert house.rows(DeviceSession) == []


def test_it_tells_who_is_signed_in(shop: House) -> None:
    answer = shop.person("manager", name="Léa").get("/api/v1/session")
    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["person"]["name"] == "Léa"


def test_it_does_not_know_a_stranger(house: House) -> None:
    answer = house.visitor().get("/api/v1/session")
    assert answer.status_code == 401
    assert answer.json is not None
    assert answer.json["code"] == "unauthenticated"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_it_signs_a_device_out_on_the_server(house: House) -> None:
    client = house.person("seller")
    cookie = client.get_cookie("__Host-cordee")
    assert cookie is not None
    assert client.delete("/api/v1/session").status_code == 204
    assert house.rows(DeviceSession)[0].revoked_at is not None
    thief = house.visitor()
    thief.set_cookie("__Host-cordee", cookie.value)
    assert thief.get("/api/v1/session").status_code == 401


@pytest.mark.parametrize("column", ["expires_at", "last_seen_at"])
def test_it_forgets_a_device_that_is_too_old_or_idle(house: House, column: str) -> None:
    client = house.person("seller")
    with house.app.app_context():
        db.session.execute(sa.update(DeviceSession).values({column: now() - timedelta(days=31)}))
        db.session.commit()
    assert client.get("/api/v1/session").status_code == 401


def test_it_notes_when_a_device_was_seen(house: House) -> None:
    client = house.person("seller")
    with house.app.app_context():
        db.session.execute(sa.update(DeviceSession).values(last_seen_at=now() - timedelta(days=1)))
        db.session.commit()
    client.get("/api/v1/session")
    assert now() - house.rows(DeviceSession)[0].last_seen_at < timedelta(minutes=1)


def seen(client: object) -> set[str]:
    return {item["person"]["name"] for item in client.get("/api/v1/sessions").json["items"]}  # type: ignore[attr-defined]


def test_it_shows_each_role_the_devices_it_may_end(house: House) -> None:
    seller = house.person("seller", name="seller")
    colleague = house.person("seller", name="colleague")
    manager = house.person("manager", name="manager")
    stranger = house.person("manager", shop="annecy", name="stranger")
    brand = house.person("merchandiser", name="brand")
    assert seen(seller) == {"seller"}
    assert seen(colleague) == {"colleague"}
    assert seen(manager) == {"seller", "colleague", "manager", "brand"}
    assert seen(stranger) == {"stranger"}
    assert seen(brand) == {"seller", "colleague", "manager", "stranger", "brand"}


def test_it_ends_a_device_from_another(house: House) -> None:
    seller = house.person("seller", name="seller")
    manager = house.person("manager")
    device = next(one for one in house.rows(DeviceSession) if one.person.name == "seller")
    for other in (house.person("seller", name="colleague"), house.person("manager", shop="annecy")):
        assert other.delete(f"/api/v1/sessions/{device.id}").status_code == 404
    assert seller.get("/api/v1/session").status_code == 200
    assert manager.delete(f"/api/v1/sessions/{device.id}").status_code == 204
    assert seller.get("/api/v1/session").status_code == 401


@pytest.mark.parametrize(
    ("caller", "at", "role", "to", "status"),
    [
        ("manager", "miramas", "seller", "miramas", 201),
        ("manager", "miramas", "seller", "annecy", 403),
        ("manager", "miramas", "manager", "miramas", 403),
        ("seller", "miramas", "seller", "miramas", 403),
        ("merchandiser", "miramas", "manager", "annecy", 201),
        ("merchandiser", "miramas", "administrator", "miramas", 403),
        ("administrator", "miramas", "administrator", "annecy", 201),
    ],
)
def test_it_lets_each_role_invite(shop: House, caller: str, at: str, role: str, to: str, status: int) -> None:
    client = shop.person(caller, shop=at)
    before = len(shop.rows(Invitation))
    answer = client.post("/api/v1/invitations", json={"role": role, "shop": to})
    assert answer.status_code == status
    assert len(shop.rows(Invitation)) == before + (status == 201)


def test_it_makes_a_link_whose_secret_no_server_log_sees(shop: House) -> None:
    answer = shop.person("manager").post("/api/v1/invitations", json={"role": "seller", "shop": "miramas"})
    assert answer.json is not None
    address, _, secret = answer.json["link"].partition("/app/#/invitation/")
    assert address == "https://cordee.example"
    assert answer.json["qr_svg"].startswith("<svg")
    assert shop.visitor().post("/api/v1/enrolments", json={"invitation": secret}).status_code == 201


def test_it_refuses_an_invitation_to_a_shop_that_does_not_exist(shop: House) -> None:
    answer = shop.person("merchandiser").post("/api/v1/invitations", json={"role": "seller", "shop": "nowhere"})
    assert answer.status_code == 404
    assert answer.json is not None
    assert answer.json["errors"][0]["field"] == "shop"


def test_it_knows_a_machine_by_its_token(house: House) -> None:
    machine = house.machine("merchandiser")
    answer = house.visitor().get("/api/v1/tokens", headers=machine)
    assert answer.status_code == 200
    assert answer.json is not None
    [listed] = answer.json["items"]
    assert listed["role"] == "merchandiser"
    [row] = house.rows(ApiToken)
    assert row.last_used_at is not None
    assert row.secret_hash not in answer.text


def test_it_revokes_a_token_at_once(house: House) -> None:
    machine = house.machine("merchandiser")
    manager = house.person("manager", shop="annecy")
    [row] = house.rows(ApiToken)
    assert manager.delete(f"/api/v1/tokens/{row.id}").status_code == 404
    assert house.visitor().delete(f"/api/v1/tokens/{row.id}", headers=machine).status_code == 204
    assert house.visitor().get("/api/v1/tokens", headers=machine).status_code == 401
    assert house.rows(ApiToken)[0].revoked_at is not None


@pytest.mark.parametrize("header", ["Bearer wrong", "Bearer", "Basic dXNlcjpwYXNz", "cordee_token"])
def test_it_refuses_what_only_looks_like_a_token(house: House, header: str) -> None:
    assert house.visitor().get("/api/v1/session", headers={"Authorization": header}).status_code == 401


def test_it_does_not_fall_back_on_the_cookie_where_a_token_is_wrong(house: House) -> None:
    client = house.person("manager")
    assert client.get("/api/v1/tokens", headers={"Authorization": "Bearer wrong"}).status_code == 401


def test_it_gives_a_machine_no_session(house: House) -> None:
    answer = house.visitor().get("/api/v1/session", headers=house.machine("seller"))
    assert answer.status_code == 404
