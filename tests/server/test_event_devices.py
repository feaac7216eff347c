from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from server.database import db
from server.events.models import Event

from .test_events import event, send, statuses

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

DEVICE = "0192d1f0-phone"
CONFLICTS = "/api/v1/events/conflicts"
HELD = {"seq": 5, "waiting": 0, "refused": 0}


def audit(client: FlaskClient, device: str = DEVICE, since: int = 1) -> dict[str, Any]:
    answer = client.get(f"/api/v1/devices/{device}/audit?since={since}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def report(client: FlaskClient, device: str = DEVICE, **said: Any) -> dict[str, Any]:
    answer = client.put(f"/api/v1/devices/{device}/report", json={**HELD, **said})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def listed(client: FlaskClient) -> list[dict[str, Any]]:
    answer = client.get("/api/v1/devices")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.get_json()["items"]
    return items


def sum_of(*events: dict[str, Any]) -> str:
    total = 0
    for one in events:
        total ^= UUID(one["id"]).int
    return f"{total:032x}"


def test_an_audit_tells_count_highest_number_gaps_and_the_sum_of_ids(shop: House) -> None:
    seller = shop.person("seller")
    sent = [event(seq) for seq in (1, 2, 5, 6, 9)]
    send(seller, *sent, event(1, device="another"))
    found = audit(seller)
    assert (found["count"], found["highest_seq"], found["missing"]) == (5, 9, 4)
    assert found["gaps"] == [{"first": 3, "last": 4}, {"first": 7, "last": 8}]
    assert (found["count_since"], found["ids_sum"]) == (5, sum_of(*sent))
    later = audit(seller, since=6)
    assert (later["count_since"], later["ids_sum"]) == (2, sum_of(*sent[3:]))


def test_a_row_that_somebody_deleted_shows_in_the_audit(shop: House) -> None:
    seller = shop.person("seller")
    sent = [event(seq) for seq in range(1, 6)]
    send(seller, *sent)
    whole = audit(seller)
    with shop.app.app_context():
        db.session.execute(sa.delete(Event).where(Event.id == sent[2]["id"]))
        db.session.commit()
    found = audit(seller)
    assert (whole["missing"], found["missing"], found["gaps"]) == (0, 1, [{"first": 3, "last": 3}])
    assert found["ids_sum"] != whole["ids_sum"]


def test_a_device_that_never_came_has_nothing(one_shop: House) -> None:
    found = audit(one_shop.person("seller"), "nobody")
    assert (found["count"], found["highest_seq"], found["gaps"], found["ids_sum"]) == (0, 0, [], "0" * 32)


def test_two_events_with_one_number_are_no_gap(one_shop: House) -> None:
    seller = one_shop.person("seller")
    send(seller, event(1), event(2), event(2))
    found = audit(seller)
    assert (found["count"], found["missing"], found["gaps"]) == (3, 0, [])


def test_the_manager_sees_each_phone_as_it_was_last_heard_of(shop: House) -> None:
    seller = shop.person("seller", name="Ana")
    send(seller, event(1), event(3), sent_at="2020-01-01T00:00:00Z")
    report(seller, seq=8, waiting=5, refused=1, oldest_at="2026-11-20T09:00:00Z", unexplained=1)
    send(seller, event(4), event(5))
    line = listed(shop.person("manager"))[0]
    assert (line["device"], line["person"], line["shop"]) == (DEVICE, "Ana", "miramas")
    assert (line["waiting"], line["refused"], line["unexplained"]) == (3, 1, 1)
    assert line["oldest_at"] == "2026-11-20T09:00:00Z"
    assert (line["count"], line["highest_seq"], line["missing"]) == (4, 5, 1)
    assert line["clock_offset_ms"] > 10**11
    assert line["current"] is False


def test_what_waits_is_never_less_than_nothing_and_not_known_without_a_report(shop: House) -> None:
    seller = shop.person("seller")
    send(seller, event(1))
    assert listed(shop.person("manager"))[0]["waiting"] is None
    report(seller, waiting=1)
    send(seller, event(2), event(3))
    line = listed(shop.person("manager"))[0]
    assert (line["waiting"], line["oldest_at"]) == (0, None)


def test_a_phone_that_lost_its_storage_comes_back_as_another_and_the_gap_stays_in_sight(shop: House) -> None:
    seller = shop.person("seller")
    send(seller, event(1))
    report(seller, seq=4, waiting=3)
    report(seller, "0192d1f0-new", seq=0)
    lines = {line["device"]: line for line in listed(shop.person("manager"))}
    assert (lines[DEVICE]["replaced_by"], lines[DEVICE]["waiting"]) == ("0192d1f0-new", 3)
    assert lines["0192d1f0-new"]["replaced_by"] is None
    send(seller, event(2))  # it was not lost: another tab still held it
    assert {line["device"]: line["replaced_by"] for line in listed(shop.person("manager"))}[DEVICE] is None


def test_a_report_answers_with_the_audit(one_shop: House) -> None:
    seller = one_shop.person("seller")
    sent = [event(1), event(2)]
    send(seller, *sent)
    found = report(seller, seq=2, since=2, sent_at="not a moment", oldest_at=None)
    assert (found["highest_seq"], found["count_since"], found["ids_sum"]) == (2, 1, sum_of(sent[1]))


def test_a_manager_sees_the_phones_of_the_own_shop_alone(one_shop: House) -> None:
    report(one_shop.person("seller"))
    assert len(listed(one_shop.person("manager"))) == 1
    assert listed(one_shop.person("manager", "annecy")) == []
    assert len(listed(one_shop.person("merchandiser", "annecy"))) == 1
    assert one_shop.person("seller").get("/api/v1/devices").status_code == 403
    assert one_shop.visitor().get(f"/api/v1/devices/{DEVICE}/audit").status_code == 401


@pytest.mark.parametrize("device", ["%00", "a" * 65, "a%0Ab"])
def test_what_is_no_name_of_a_device_is_not_found(one_shop: House, device: str) -> None:
    assert one_shop.person("seller").get(f"/api/v1/devices/{device}/audit").status_code == 404


@pytest.mark.parametrize("wrong", [{"seq": -1}, {"waiting": "3"}, {"since": 0}, {"extra": 1}, {"refused": None}])
def test_a_report_that_cannot_be_is_refused(one_shop: House, wrong: dict[str, Any]) -> None:
    answer = one_shop.person("seller").put(f"/api/v1/devices/{DEVICE}/report", json={**HELD, **wrong})
    assert answer.status_code == 422


def test_a_manager_carries_the_events_of_a_colleague_who_stays_their_author(shop: House) -> None:
    ana = shop.person("seller", name="Ana")
    author = ana.get("/api/v1/session").get_json()["person"]["id"]
    manager = shop.person("manager", name="Max")
    carrier = manager.get("/api/v1/session").get_json()["person"]["id"]
    sent = event(1, author=author)
    assert statuses(send(shop.person("seller"), sent)) == ["rejected:other-author"]
    assert statuses(send(manager, sent)) == ["accepted"]
    row = shop.rows(Event)[0]
    assert (row.author_id, row.author, row.carried_by) == (author, "Ana", carrier)
    assert statuses(send(ana, sent)) == ["duplicate"]


def test_nobody_carries_for_a_stranger_or_another_shop(one_shop: House) -> None:
    manager = one_shop.person("manager")
    assert statuses(send(manager, event(1, author="stranger"))) == ["rejected:author-unknown"]
    assert statuses(send(manager, event(2, shop="annecy"))) == ["rejected:other-shop"]


def test_a_manager_brings_events_in_a_file(shop: House) -> None:
    ana = shop.person("seller", name="Ana")
    author = ana.get("/api/v1/session").get_json()["person"]["id"]
    manager = shop.person("manager")
    body = {"events": [event(1, author=author), event(2, author=author), "not an event"]}
    answer = manager.post("/api/v1/events/import", json=body)
    assert statuses(answer.get_json()["results"]) == ["accepted", "accepted", "rejected:invalid"]
    assert {row.author for row in shop.rows(Event)} == {"Ana"}
    assert listed(manager) == []  # a file is no sign of life of the phone
    assert statuses(send(ana, body["events"][0])) == ["duplicate"]
    assert ana.post("/api/v1/events/import", json=body).status_code == 403


def test_the_manager_sees_both_events_of_a_conflict(shop: House) -> None:
    ana = shop.person("seller", name="Ana")
    first = event(1)
    other = {**first, "payload": {**first["payload"], "verdict": "smaller"}}
    send(ana, first)
    send(ana, other)
    manager = shop.person("manager")
    [pair] = manager.get("/api/v1/events/conflicts").get_json()["items"]
    assert (pair["event_id"], pair["held"]["author"]) == (first["id"], "Ana")
    assert [pair[side]["payload"]["verdict"] for side in ("held", "came")] == ["larger", "smaller"]
    assert shop.person("manager", "annecy").get("/api/v1/events/conflicts").get_json()["items"] == []
    assert ana.get("/api/v1/events/conflicts").status_code == 403


def test_a_conflict_that_was_looked_at_asks_for_nobody_any_more(shop: House) -> None:
    ana = shop.person("seller", name="Ana")
    for first in (event(1), event(2)):
        send(ana, first)
        send(ana, {**first, "payload": {**first["payload"], "verdict": "smaller"}})
    manager, colleague = shop.person("manager", name="Léa"), shop.person("manager", name="Tom")
    newest, oldest = manager.get(CONFLICTS).get_json()["items"]
    assert (newest["seen_at"], newest["seen_by"]) == (None, None)
    seen = f"{CONFLICTS}/{newest['id']}/seen"
    assert ana.put(seen).status_code == 403
    assert shop.person("manager", "annecy").put(seen).status_code == 404
    assert manager.put(f"{CONFLICTS}/nothing/seen").status_code == 404
    assert manager.put(seen).status_code == 204
    [unseen, looked_at] = manager.get(CONFLICTS).get_json()["items"]
    assert (unseen["id"], unseen["seen_at"]) == (oldest["id"], None)
    assert (looked_at["id"], looked_at["seen_by"]) == (newest["id"], "Léa")
    assert colleague.put(seen).status_code == 204
    # The first one stays noted, and what came again under the same id is the same conflict.
    send(ana, {**event(2), "id": newest["event_id"], "payload": newest["came"]["payload"], "at": newest["came"]["at"]})
    assert manager.get(CONFLICTS).get_json()["items"] == [unseen, looked_at]
