from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from server.database import new_id
from server.events import kinds
from server.events.models import Event, EventConflict
from server.try_ons.models import TryOn

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

URL = "/api/v1/events"


def event(seq: int = 1, **changes: Any) -> dict[str, Any]:
    made = {
        "id": new_id(),
        "kind": "try-on",
        "format": 1,
        "device": "0192d1f0-phone",
        "seq": seq,
        "at": "2026-11-21T11:04:05+01:00",
        "shop": "miramas",
        "payload": {"ref": "trilogy-shell", "size_tried": "M", "advised": "M", "verdict": "larger"},
    }
    return {**made, **changes}


def send(client: FlaskClient, *events: Any, **more: Any) -> list[dict[str, Any]]:
    answer = client.post(URL, json={"events": list(events), **more})
    assert answer.status_code == 200, answer.text
    results: list[dict[str, Any]] = answer.get_json()["results"]
    return results


def statuses(results: list[dict[str, Any]]) -> list[str]:
    return [result["status"] + (f":{result['reason']}" if "reason" in result else "") for result in results]


def test_it_takes_each_event_once_however_often_it_is_sent(shop: House) -> None:
    seller = shop.person("seller")
    first, second = event(1), event(2)
    assert statuses(send(seller, first, second, first)) == ["accepted", "accepted", "duplicate"]
    assert statuses(send(seller, second, first)) == ["duplicate", "duplicate"]
    assert len(shop.rows(Event)) == 2
    assert len(shop.rows(TryOn)) == 2


def test_it_keeps_what_the_phone_said_and_who_said_it(shop: House) -> None:
    seller = shop.person("seller", name="Ana")
    sent = event(7)
    send(seller, sent, sent_at="2020-01-01T00:00:00Z")
    row = shop.rows(Event)[0]
    assert (row.id, row.seq, row.author, row.local_time) == (sent["id"], 7, "Ana", "2026-11-21T11:04:05+01:00")
    assert row.happened_at.hour == 10  # in UTC
    assert row.clock_offset_ms is not None
    assert row.clock_offset_ms > 10**11  # a clock years behind is noted, never refused
    assert row.payload == sent["payload"]


def test_it_keeps_aside_another_event_under_the_same_id(shop: House) -> None:
    seller = shop.person("seller")
    first = event(1)
    other = {**first, "payload": {**first["payload"], "verdict": "smaller"}}
    send(seller, first)
    for _ in range(2):
        assert statuses(send(seller, other)) == ["rejected:conflict"]
    assert [row.body["payload"]["verdict"] for row in shop.rows(EventConflict)] == ["smaller"]
    assert [row.verdict for row in shop.rows(TryOn)] == ["larger"]


def test_the_order_of_keys_makes_no_other_event(one_shop: House) -> None:
    seller = one_shop.person("seller")
    first = event()
    send(seller, first)
    turned = {key: first[key] for key in reversed(list(first))}
    turned["payload"] = {key: first["payload"][key] for key in reversed(list(first["payload"]))}
    assert statuses(send(seller, turned)) == ["duplicate"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": "0192d1f0-0000-4000-8000-000000000000"}, "invalid"),
        ({"at": "yesterday at about noon…"}, "invalid"),
        ({"at": "2026-11-21T11:04:05"}, "invalid"),
        ({"seq": 0}, "invalid"),
        ({"extra": 1}, "invalid"),
        ({"payload": []}, "invalid"),
        ({"payload": {"ref": "trilogy-shell", "size_tried": "M", "verdict": "tight"}}, "invalid"),
        ({"shop": "annecy"}, "other-shop"),
        ({"author": "somebody-else"}, "other-author"),
        ({"kind": "weather"}, "kind-unknown"),
        ({"format": 2}, "format-unknown"),
    ],
)
def test_a_wrong_event_is_named_and_holds_up_no_other(one_shop: House, changes: dict[str, Any], reason: str) -> None:
    seller = one_shop.person("seller")
    wrong = {**event(2), **changes}
    results = send(seller, event(1), wrong, event(3))
    assert statuses(results) == ["accepted", f"rejected:{reason}", "accepted"]
    assert results[1]["id"] == wrong["id"]
    assert results[1]["message"]
    assert len(one_shop.rows(Event)) == 2


def test_it_names_the_field_inside_the_payload(one_shop: House) -> None:
    result = send(one_shop.person("seller"), event(payload={"ref": "trilogy-shell", "verdict": "right"}))[0]
    assert [problem["field"] for problem in result["errors"]] == ["payload.size_tried"]


@pytest.mark.parametrize("raw", [None, 7, "text", [], {}])
def test_it_answers_what_is_no_event(one_shop: House, raw: Any) -> None:
    results = send(one_shop.person("seller"), raw, event())
    assert statuses(results) == ["rejected:invalid", "accepted"]
    assert results[0]["id"] is None


def test_an_effect_that_fails_takes_its_event_back_and_no_other(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(row: Event) -> None:
        if row.seq == 2:
            raise RuntimeError("poison")

    kind = kinds.find("try-on", 1)
    assert kind is not None
    monkeypatch.setitem(kinds._KINDS, ("try-on", 1), kinds.Kind(kind.schema, fail))
    seller = shop.person("seller")
    poisoned = event(2)
    assert statuses(send(seller, event(1), poisoned, event(3))) == ["accepted", "rejected:not-stored", "accepted"]
    assert poisoned["id"] not in {row.id for row in shop.rows(Event)}
    monkeypatch.undo()
    assert statuses(send(seller, poisoned)) == ["accepted"]


def test_it_takes_five_hundred_and_not_one_more(one_shop: House) -> None:
    seller = one_shop.person("seller")
    many = [event(seq) for seq in range(1, 502)]
    assert seller.post(URL, json={"events": many}).status_code == 422
    assert seller.post(URL, json={"events": []}).status_code == 422
    assert set(statuses(send(seller, *many[:500]))) == {"accepted"}


def test_only_people_and_machines_of_the_shop_may_send(one_shop: House) -> None:
    body = {"events": [event()]}
    assert one_shop.visitor().post(URL, json=body).status_code == 401
    assert one_shop.person("merchandiser").post(URL, json=body).status_code == 403
    elsewhere = one_shop.visitor().post(URL, json=body, headers=one_shop.machine("seller", "annecy"))
    assert statuses(elsewhere.get_json()["results"]) == ["rejected:other-shop"]
    machine = one_shop.visitor().post(URL, json=body, headers=one_shop.machine("manager"))
    assert statuses(machine.get_json()["results"]) == ["accepted"]


def test_two_phones_sending_the_same_event_at_once_store_it_once(shop: House) -> None:
    sent = [event(seq) for seq in range(1, 31)]
    clients = [shop.visitor() for _ in range(4)]
    headers = shop.machine("seller")
    found: list[str] = []

    def deliver(client: FlaskClient) -> None:
        answer = client.post(URL, json={"events": sent}, headers=headers)
        found.extend(statuses(answer.get_json()["results"]))

    threads = [threading.Thread(target=deliver, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (found.count("accepted"), found.count("duplicate")) == (30, 90)
    assert len(shop.rows(Event)) == len(shop.rows(TryOn)) == 30
