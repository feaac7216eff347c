"""Cards for the phones of a shop; reviews that are their author's own; a team as numbers without names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from server.accounts.models import Person
from server.database import db, now
from server.events.models import Event
from server.training import cards as made
from server.training.models import TrainingReview

from .test_events import event, send, statuses
from .test_questions import asked

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

URL = "/api/v1/training"
SHOP = {"shop": "miramas"}
KNOWN = {"card": "contrast-x", "version": "0123456789ab", "rating": 3, "correct": True}


def review(seq: int, card: str = "contrast-x", at: str = "2026-11-21T11:04:05+01:00", **more: Any) -> dict[str, Any]:
    return event(seq, kind="training", at=at, payload={**KNOWN, "card": card, "took_ms": 4200, **more})


def shown(client: FlaskClient, **query: str) -> dict[str, dict[str, Any]]:
    answer = client.get(URL, query_string={**SHOP, **query})
    assert answer.status_code == 200, answer.text
    return {card["id"]: card for card in answer.get_json()["cards"]}


def cells(client: FlaskClient) -> dict[tuple[Any, ...], dict[str, Any]]:
    answer = client.get(f"{URL}/coverage", query_string=SHOP)
    assert answer.status_code == 200, answer.text
    about = ("family", "activity", "condition")
    return {tuple(cell["about"][name] for name in about): cell for cell in answer.get_json()["cells"]}


def test_a_review_is_taken_once_and_shown_to_its_author_alone(shop: House) -> None:
    ana, ben = shop.person("seller", name="Ana"), shop.person("seller", name="Ben")
    first = review(1)
    assert statuses(send(ana, first, first)) == ["accepted", "duplicate"]
    mine = ana.get(f"{URL}/mine")
    assert mine.headers["Cache-Control"] == "private, no-store"
    assert mine.get_json() == {"reviews": [{**KNOWN, "at": "2026-11-21T10:04:05Z"}]}
    assert ben.get(f"{URL}/mine").get_json() == {"reviews": []}
    assert shop.person("manager").get(f"{URL}/mine").get_json() == {"reviews": []}
    assert len(shop.rows(TrainingReview)) == 1

    tag = {"If-None-Match": mine.headers["ETag"]}
    assert ana.get(f"{URL}/mine", headers=tag).status_code == 304
    assert ben.get(f"{URL}/mine", headers=tag).status_code == 200
    send(ana, review(2, at="2026-11-20T09:00:00+01:00"))
    again = ana.get(f"{URL}/mine", headers=tag)
    assert [one["at"] for one in again.get_json()["reviews"]] == ["2026-11-20T08:00:00Z", "2026-11-21T10:04:05Z"]


def test_a_machine_learns_nothing(one_shop: House) -> None:
    headers = one_shop.machine("seller")
    sent = one_shop.visitor().post("/api/v1/events", json={"events": [review(1)]}, headers=headers)
    assert statuses(sent.get_json()["results"]) == ["accepted"]
    assert one_shop.rows(TrainingReview) == []
    assert one_shop.visitor().get(f"{URL}/mine", headers=headers).get_json() == {"reviews": []}


def test_a_review_that_a_manager_carries_stays_its_authors(one_shop: House) -> None:
    ana, manager = one_shop.person("seller", name="Ana"), one_shop.person("manager")
    (author,) = [person.id for person in one_shop.rows(Person) if person.name == "Ana"]
    assert statuses(send(manager, review(1) | {"author": author})) == ["accepted"]
    assert manager.get(f"{URL}/mine").get_json() == {"reviews": []}
    assert len(ana.get(f"{URL}/mine").get_json()["reviews"]) == 1


def test_reviews_go_with_their_person(shop: House) -> None:
    send(shop.person("seller"), review(1))
    with shop.app.app_context():
        db.session.delete(db.session.get(Person, shop.rows(TrainingReview)[0].person_id))
        db.session.commit()
    assert shop.rows(TrainingReview) == []


def test_a_review_that_cannot_be_one_is_refused_whole(one_shop: House) -> None:
    wrong = [
        {"rating": 0},
        {"rating": 5},
        {"rating": "3"},
        {"correct": "yes"},
        {"card": "Contrast X"},
        {"card": "x" * 241},
        {"version": "not-hex!"},
        {"took_ms": -1},
        {"grade": 1},
    ]
    sent = [review(seq, **more) for seq, more in enumerate(wrong, start=1)]
    assert set(statuses(send(one_shop.person("seller"), *sent))) == {"rejected:invalid"}
    assert one_shop.rows(Event) == []


def test_only_the_shop_and_the_brand_see_its_cards(one_shop: House) -> None:
    assert one_shop.visitor().get(URL, query_string=SHOP).status_code == 401
    assert one_shop.visitor().get(f"{URL}/mine").status_code == 401
    away = one_shop.person("seller", shop="annecy")
    assert away.get(URL, query_string=SHOP).status_code == 403
    assert one_shop.person("merchandiser", shop="annecy").get(URL, query_string=SHOP).status_code == 200
    assert one_shop.person("seller").get(URL, query_string={"shop": "nowhere"}).status_code == 404
    assert one_shop.person("seller").get(URL, query_string={**SHOP, "lang": "de"}).status_code == 422
    assert one_shop.person("seller").get(URL).status_code == 422


def test_cards_come_once_and_are_the_same_in_both_languages(one_shop: House) -> None:
    seller = one_shop.person("seller")
    first = seller.get(URL, query_string=SHOP)
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert first.get_json()["lang"] == "fr"
    tag = {"If-None-Match": first.headers["ETag"]}
    again = seller.get(URL, query_string=SHOP, headers=tag)
    assert (again.status_code, again.data) == (304, b"")
    small = seller.get(URL, query_string=SHOP, headers={"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.data) < len(first.data) // 2

    fr, en = shown(seller), shown(seller, lang="en")
    assert {one: card["version"] for one, card in fr.items()} == {one: card["version"] for one, card in en.items()}
    assert all(fr[one]["question"] != en[one]["question"] for one in fr)
    assert all([each["id"] for each in card["choices"]].count(card["right"]) == 1 for card in fr.values())
    assert {card["about"]["family"] for card in fr.values()} == {"shell", "midlayer"}  # what the small shop has
    assert all(1 <= card["weight"] <= 100 for card in fr.values())


def test_an_answer_becomes_a_card_on_all_phones(shop: House) -> None:
    seller, manager = shop.person("seller", name="Ana"), shop.person("manager", name="Luc")
    sent = asked()
    send(seller, sent)
    before = seller.get(URL, query_string=SHOP)
    card_id = f"answer-{sent['id']}"
    assert card_id not in shown(seller)
    manager.post(f"/api/v1/shops/miramas/questions/{sent['id']}/answer", json={"answer": "Oui, jusqu’au 58."})
    after = seller.get(URL, query_string=SHOP, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "Ana" not in after.text
    assert "Luc" not in after.text
    card = shown(seller)[card_id]
    assert (card["kind"], card["reason"], card["about"]["family"]) == ("answer", "Oui, jusqu’au 58.", "shell")
    manager.post(f"/api/v1/shops/miramas/questions/{sent['id']}/answer", json={"answer": "Non."})
    assert shown(seller)[card_id]["version"] != card["version"]


def advice(seq: int, wanted: str, at: datetime) -> dict[str, Any]:
    said = {
        "answers": {"wanted": wanted},
        "lang": "fr",
        "revision": 1,
        "source": "finder",
        "proposed": [],
        "remaining": 0,
        "relaxed": [],
    }
    return event(seq, kind="advice", payload=said, at=at.astimezone(UTC).isoformat())


def test_what_customers_ask_for_weighs_from_the_next_hour_on(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    seller = shop.person("seller")

    def weight(family: str) -> int:
        return max(card["weight"] for card in shown(seller).values() if card["about"]["family"] == family)

    before = seller.get(URL, query_string=SHOP)
    assert weight("shell") > weight("midlayer")
    recently, long_ago = now() - timedelta(minutes=1), now() - timedelta(days=60)
    send(seller, *(advice(seq, "fleece", recently) for seq in range(1, 200)))
    send(seller, *(advice(seq, "hardshell-jacket", long_ago) for seq in range(201, 400)))
    known = {"If-None-Match": before.headers["ETag"]}
    later = now() + timedelta(hours=1)
    monkeypatch.setattr(made, "now", lambda: later)
    after = seller.get(URL, query_string=SHOP, headers=known)
    assert after.status_code == 200
    assert after.get_json()["as_of"] == later.strftime("%Y-%m-%dT%H:00:00Z")
    assert weight("midlayer") > weight("shell")


def test_an_hour_in_which_nothing_changed_is_not_sent_again(one_shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    seller = one_shop.person("seller")
    known = {"If-None-Match": seller.get(URL, query_string=SHOP).headers["ETag"]}
    later = now() + timedelta(hours=1)
    monkeypatch.setattr(made, "now", lambda: later)
    assert seller.get(URL, query_string=SHOP, headers=known).status_code == 304


def prove(client: FlaskClient, seq: int, **more: Any) -> None:
    """Answer every card about warm layers as given."""
    known = [card for card in shown(client).values() if card["about"]["family"] == "midlayer"]
    assert known
    sent = [review(seq + place, card["id"], version=card["version"], **more) for place, card in enumerate(known)]
    assert set(statuses(send(client, *sent))) == {"accepted"}


def test_a_manager_sees_how_many_have_proven_what_and_nobody(shop: House) -> None:
    manager = shop.person("manager", name="Luc")
    ana, ben = shop.person("seller", name="Ana"), shop.person("seller", name="Ben")
    place = ("midlayer", None, None)
    prove(ana, 100)
    prove(ben, 200, correct=False, rating=1)
    here = [card for card in shown(manager).values() if tuple(card["about"].values()) == (None, None, "midlayer")]
    cell = cells(manager)[place]
    assert (cell["proven"], cell["cards"]) == (1, len(here))
    assert cells(manager)[("shell", None, None)]["proven"] == 0
    answer = manager.get(f"{URL}/coverage", query_string=SHOP)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.get_json()["team"] == 3
    assert not {"Ana", "Ben", "Luc"} & set(answer.text.replace('"', " ").split())
    prove(ben, 300, at="2026-11-22T11:00:00+01:00")
    assert cells(manager)[place]["proven"] == 2
    prove(ana, 400, at="2026-11-22T11:00:00+01:00", correct=False, rating=1)
    assert cells(manager)[place]["proven"] == 1


def test_what_was_learnt_of_an_older_card_proves_nothing_of_the_new_one(one_shop: House) -> None:
    manager, ana = one_shop.person("manager"), one_shop.person("seller")
    one_shop.person("seller")
    known = [card for card in shown(ana).values() if card["about"]["family"] == "midlayer"]
    send(ana, *(review(seq, card["id"], version="0" * 12) for seq, card in enumerate(known, start=1)))
    assert cells(manager)[("midlayer", None, None)]["proven"] == 0


def test_a_small_team_is_not_counted(one_shop: House) -> None:
    manager, ana = one_shop.person("manager"), one_shop.person("seller")
    prove(ana, 1)
    assert {cell["proven"] for cell in cells(manager).values()} == {None}


def test_who_has_left_and_who_is_elsewhere_is_not_of_the_team(one_shop: House) -> None:
    manager = one_shop.person("manager")
    leaving = one_shop.person("seller", name="Ana")
    prove(leaving, 1)
    for _ in range(2):
        one_shop.person("seller")
    one_shop.person("seller", shop="annecy")
    with one_shop.app.app_context():
        db.session.query(Person).filter_by(name="Ana").update({"ended_at": now()})
        db.session.commit()
    assert manager.get(f"{URL}/coverage", query_string=SHOP).get_json()["team"] == 3
    assert {cell["proven"] for cell in cells(manager).values()} == {0}


def test_coverage_is_for_who_leads(one_shop: House) -> None:
    assert one_shop.person("seller").get(f"{URL}/coverage", query_string=SHOP).status_code == 403
    assert one_shop.person("manager", shop="annecy").get(f"{URL}/coverage", query_string=SHOP).status_code == 403
    assert one_shop.person("merchandiser").get(f"{URL}/coverage", query_string=SHOP).status_code == 200
    assert one_shop.person("manager").get(f"{URL}/coverage", query_string={"shop": "nowhere"}).status_code == 404
