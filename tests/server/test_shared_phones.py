"""A phone of the shop that goes from hand to hand."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from server.accounts import phones, pins, service
from server.accounts.models import DeviceSession, Person, PhonePerson, SharedPhone
from server.database import db, now

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from .conftest import House

PIN = "482915"
OTHER_PIN = "730264"
WRONG = "582914"


@pytest.fixture(autouse=True)
def _light_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Harden codes a little only: what is tested here is not how long a guess takes."""
    monkeypatch.setattr(pins, "COST", 2**4)
    monkeypatch.setattr(pins, "LANES", 1)


def invitation(house: House, *, shop: str = "miramas", role: str = "seller", **how: Any) -> str:
    with house.app.app_context():
        return service.invite(role, shop, "test", **how).secret


@dataclass
class Phone:
    """A shared phone with whoever holds it: its cookies, and the half of the session that its script keeps."""

    client: FlaskClient
    key: str = ""
    people: dict[str, str] = field(default_factory=dict)

    def enrol(self, secret: str, name: str, pin: str | None = PIN) -> TestResponse:
        body = {"invitation": secret, "name": name, **({"pin": pin} if pin else {})}
        return self._entered(self.client.post("/api/v1/enrolments", json=body))

    def take(self, name: str, pin: str = PIN) -> TestResponse:
        body = {"person": self.people[name], "pin": pin}
        return self._entered(self.client.post("/api/v1/phone/session", json=body))

    def call(self, method: str, path: str, **how: Any) -> TestResponse:
        return self.client.open(f"/api/v1/{path}", method=method, headers={"Cordee-Key": self.key}, **how)

    def who(self) -> str | None:
        answer = self.call("GET", "session")
        return answer.json["person"]["name"] if answer.status_code == 200 and answer.json else None

    def _entered(self, answer: TestResponse) -> TestResponse:
        if answer.status_code == 201 and answer.json:
            self.key = answer.json["key"]
            self.people[answer.json["person"]["name"]] = answer.json["person"]["id"]
        return answer


def shared_phone(house: House, *names: str, shop: str = "miramas") -> Phone:
    """Enrol a phone and then everybody on it; the last one holds it."""
    phone = Phone(house.visitor())
    for name in names:
        assert phone.enrol(invitation(house, shop=shop, shared=True), name).status_code == 201
    return phone


def code(answer: TestResponse) -> str:
    assert answer.json is not None
    return str(answer.json["code"])


def said(answer: TestResponse) -> str:
    assert answer.json is not None
    return str(answer.json["errors"][0]["message"])


def test_a_phone_is_handed_over_by_name_and_code(shop: House) -> None:
    phone = shared_phone(shop, "Marie", "Paul")
    assert phone.who() == "Paul"
    listed = phone.client.get("/api/v1/phone").json
    assert listed is not None
    assert [one["person"]["name"] for one in listed["people"]] == ["Marie", "Paul"]
    assert listed["shop"]["name"] == "Millet Miramas"
    assert listed["lock_minutes"] == 10

    answer = phone.take("Marie")
    assert answer.status_code == 201
    assert answer.json is not None
    assert answer.json["phone"]["id"] == listed["id"]
    assert phone.who() == "Marie"
    assert len(shop.rows(SharedPhone)) == 1


def test_a_turn_ends_when_the_next_one_begins(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie", "Paul")
    cookie = phone.client.get_cookie("__Host-cordee")
    proof = phone.client.get_cookie("__Host-cordee-phone")
    key = phone.key
    assert cookie is not None
    assert proof is not None
    phone.take("Marie")
    thief = one_house.visitor()
    thief.set_cookie("__Host-cordee", cookie.value)
    thief.set_cookie("__Host-cordee-phone", proof.value)
    assert thief.get("/api/v1/session", headers={"Cordee-Key": key}).status_code == 401


@pytest.mark.parametrize("missing", ["key", "cookie", "phone"])
def test_a_turn_needs_both_halves_and_the_phone(one_house: House, missing: str) -> None:
    """A lock throws the key away: that must be enough, without a network."""
    phone = shared_phone(one_house, "Marie")
    assert phone.who() == "Marie"
    if missing == "key":
        phone.key = ""
    else:
        phone.client.delete_cookie("__Host-cordee" + ("-phone" if missing == "phone" else ""))
    assert phone.who() is None


def test_it_stores_no_secret_and_no_code(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie")
    proof = phone.client.get_cookie("__Host-cordee-phone")
    assert proof is not None
    assert len(proof.value) >= 43  # 256 bits
    [row] = one_house.rows(PhonePerson)
    [session] = one_house.rows(DeviceSession)
    kept = [row.pin_hash, session.key_hash, one_house.rows(SharedPhone)[0].secret_hash]
    assert all(secret not in str(one) for one in kept for secret in (PIN, phone.key, proof.value))


def test_the_proof_of_the_phone_is_out_of_reach_of_scripts_and_opens_nothing(one_house: House) -> None:
    client = one_house.visitor()
    answer = client.post(
        "/api/v1/enrolments", json={"invitation": invitation(one_house, shared=True), "name": "Marie", "pin": PIN}
    )
    cookies = {cookie.partition("=")[0]: cookie for cookie in answer.headers.getlist("Set-Cookie")}
    assert cookies.keys() == {"__Host-cordee", "__Host-cordee-phone"}
    for cookie in cookies.values():
        assert all(mark in cookie for mark in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    client.delete_cookie("__Host-cordee")
    assert client.get("/api/v1/phone").status_code == 200
    assert client.get("/api/v1/session").status_code == 401
    assert client.post("/api/v1/events", json={"events": [{}]}).status_code == 401


def test_five_wrong_codes_block_one_person_on_one_phone(shop: House) -> None:
    phone = shared_phone(shop, "Marie", "Paul")
    other = Phone(shop.visitor(), people=dict(phone.people))
    renewal = invitation(shop, shared=True, person_id=phone.people["Marie"])
    assert other.enrol(renewal, "").status_code == 201
    for left in (4, 3, 2):
        answer = phone.take("Marie", WRONG)
        assert answer.status_code == 403
        assert code(answer) == "pin-wrong"
        assert f"{left} essais" in said(answer)
    assert "un seul essai" in said(phone.take("Marie", WRONG))
    assert code(phone.take("Marie", WRONG)) == "pin-blocked"
    assert code(phone.take("Marie", PIN)) == "pin-blocked", "the right code comes too late"
    assert phone.take("Paul").status_code == 201
    assert other.take("Marie").status_code == 201, "nobody locks a colleague out everywhere"


def test_the_right_code_opens_all_tries_again(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie")
    for _ in range(3):
        for _ in range(4):
            assert code(phone.take("Marie", WRONG)) == "pin-wrong"
        assert phone.take("Marie").status_code == 201


def test_tries_side_by_side_are_all_counted(house: House) -> None:
    phone = shared_phone(house, "Marie")
    proof = phone.client.get_cookie("__Host-cordee-phone")
    assert proof is not None
    start = threading.Barrier(10)

    def guess(_: int) -> str:
        client = house.visitor()
        client.set_cookie("__Host-cordee-phone", proof.value)
        start.wait()
        return code(client.post("/api/v1/phone/session", json={"person": phone.people["Marie"], "pin": WRONG}))

    with ThreadPoolExecutor(10) as guesses:
        heard = sorted(guesses.map(guess, range(10)))
    assert heard == ["pin-blocked"] * 6 + ["pin-wrong"] * 4


def test_a_manager_unblocks_a_code(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie")
    for _ in range(5):
        phone.take("Marie", WRONG)
    manager = one_house.person("manager")
    listed = manager.get("/api/v1/phones").json
    assert listed is not None
    [row] = listed["items"]
    assert row["people"][0]["tries_left"] == 0
    path = f"/api/v1/phones/{row['id']}/people/{phone.people['Marie']}/unblocking"
    assert one_house.person("manager", shop="annecy").post(path).status_code == 404
    assert one_house.person("seller").post(path).status_code == 403
    assert manager.post(path).status_code == 204
    assert phone.take("Marie").status_code == 201


@pytest.mark.parametrize(
    "pin",
    ["000000", "123456", "654321", "890123", "121212", "123123", "112233", "123321", "147258", "77777777", "20202020"],
)
def test_it_refuses_codes_that_everybody_tries_first(one_house: House, pin: str) -> None:
    phone = Phone(one_house.visitor())
    secret = invitation(one_house, shared=True)
    answer = phone.enrol(secret, "Marie", pin)
    assert answer.status_code == 422
    assert "premiers que l’on essaie" in said(answer)
    assert phone.enrol(secret, "Marie").status_code == 201, "the invitation is not used up by a bad choice"


@pytest.mark.parametrize("pin", ["48291", "4829154829154", "48291a", "", "４８２９１５", "482915\n"])
def test_a_code_is_six_to_twelve_digits(one_house: House, pin: str) -> None:
    answer = one_house.visitor().post(
        "/api/v1/enrolments", json={"invitation": invitation(one_house, shared=True), "pin": pin}
    )
    assert answer.status_code == 422
    assert one_house.rows(Person) == []


def test_a_shared_phone_lets_nobody_in_without_a_code(one_house: House) -> None:
    phone = Phone(one_house.visitor())
    secret = invitation(one_house, shared=True)
    answer = phone.enrol(secret, "Marie", None)
    assert answer.status_code == 422
    assert "au moins six chiffres" in said(answer)
    assert phone.enrol(secret, "Marie").status_code == 201
    assert phone.enrol(invitation(one_house), "Paul", None).status_code == 422, "an invitation of any kind"


def test_it_tells_what_an_invitation_brings_without_using_it_up(shop: House) -> None:
    phone = shared_phone(shop, "Marie")
    for client, how, shared, name in (
        (shop.visitor(), {}, False, ""),
        (shop.visitor(), {"shared": True}, True, ""),
        (phone.client, {}, True, ""),
        (shop.visitor(), {"person_id": phone.people["Marie"]}, False, "Marie"),
    ):
        secret = invitation(shop, **how)
        for _ in range(2):
            answer = client.post("/api/v1/enrolments/look", json={"invitation": secret})
            assert answer.json == {
                "role": "seller",
                "shop": {"id": "miramas", "name": "Millet Miramas"},
                "name": name,
                "shared": shared,
            }
    assert shop.visitor().post("/api/v1/enrolments/look", json={"invitation": "guess"}).status_code == 403


def test_a_phone_of_another_shop_takes_nobody_in(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie")
    secret = invitation(one_house, shop="annecy")
    assert code(phone.enrol(secret, "Paul")) == "phone-elsewhere"
    assert one_house.visitor().post("/api/v1/enrolments", json={"invitation": secret}).status_code == 201


def test_a_phone_of_ones_own_becomes_a_shared_one(one_house: House) -> None:
    phone = Phone(one_house.visitor())
    phone.enrol(invitation(one_house), "Marie", None)
    assert phone.enrol(invitation(one_house, shared=True), "Paul").status_code == 201
    living = [row.person.name for row in one_house.rows(DeviceSession) if row.revoked_at is None]
    assert living == ["Paul"]


def test_a_turn_lasts_a_working_day(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie")
    with one_house.app.app_context():
        db.session.execute(sa.update(DeviceSession).values(expires_at=now() - timedelta(seconds=1)))
        db.session.commit()
    answer = phone.call("GET", "session")
    assert code(answer) == "unauthenticated"
    assert phone.take("Marie").status_code == 201


@pytest.mark.parametrize("column", ["expires_at", "last_seen_at"])
def test_a_phone_that_is_too_old_or_idle_is_forgotten(one_house: House, column: str) -> None:
    phone = shared_phone(one_house, "Marie")
    with one_house.app.app_context():
        db.session.execute(sa.update(SharedPhone).values({column: now() - timedelta(days=31)}))
        db.session.commit()
    assert phone.who() is None
    assert code(phone.client.get("/api/v1/phone")) == "phone-unknown"
    assert phone.take("Marie").status_code == 401


def test_a_revoked_phone_lets_nobody_in_and_is_told_so(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie")
    [row] = one_house.rows(SharedPhone)
    assert one_house.person("manager", shop="annecy").delete(f"/api/v1/phones/{row.id}").status_code == 404
    manager = one_house.person("manager")
    assert manager.delete(f"/api/v1/phones/{row.id}").status_code == 204
    assert phone.who() is None
    assert code(phone.client.get("/api/v1/phone")) == "phone-revoked"
    assert phone.take("Marie").status_code == 401
    assert manager.get("/api/v1/phones").json == {"items": []}


def test_somebody_leaves_a_phone_and_comes_back_as_the_same(one_house: House) -> None:
    phone = shared_phone(one_house, "Paul", "Marie")
    marie = phone.people["Marie"]
    assert phone.client.delete(f"/api/v1/phone/people/{marie}").status_code == 204
    assert phone.who() is None
    assert phone.take("Marie").status_code == 404
    assert phone.take("Paul").status_code == 201
    assert phone.enrol(invitation(one_house, person_id=marie), "", OTHER_PIN).json["person"]["id"] == marie
    assert phone.take("Marie", OTHER_PIN).status_code == 201


def test_a_person_changes_the_code(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie")
    change = {"pin": PIN, "new_pin": OTHER_PIN}
    assert phone.call("PUT", "phone/pin", json={**change, "pin": WRONG}).status_code == 403
    assert phone.call("PUT", "phone/pin", json={**change, "new_pin": "111111"}).status_code == 422
    assert phone.call("PUT", "phone/pin", json=change).status_code == 204
    assert phone.take("Marie").status_code == 403
    assert phone.take("Marie", OTHER_PIN).status_code == 201
    own = one_house.person("seller")
    assert own.put("/api/v1/phone/pin", json=change).status_code == 404


def test_ending_a_turn_leaves_the_next_ones_cookie_alone(one_house: House) -> None:
    phone = shared_phone(one_house, "Marie")
    answer = phone.call("DELETE", "session")
    assert answer.status_code == 204
    assert "Set-Cookie" not in answer.headers
    assert phone.who() is None


def test_a_code_is_hardened_as_documented() -> None:
    assert phones.MOST_FAILURES == 5
    assert (pins.BLOCK, pins.SALT_BYTES) == (8, 16)
