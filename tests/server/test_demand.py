from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from server.database import db
from server.demand import service
from server.demand.models import Advice, AdvisedPiece, AdvisedWish, Outcome, OutcomePiece
from server.events.models import Event

from .test_events import event, send, statuses

if TYPE_CHECKING:
    from .conftest import House

ANSWERS = {
    "activity": "ski-touring",
    "wanted": "shell",
    "temperature_c": -8,
    "size": "M",
    "sizes": {"boots": "42"},
    "budget_cents": 40000,
    "humid": True,
    "must": ["hood-helmet"],
    "prefer": ["light", "warm"],
}


def advice(seq: int = 1, answers: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    said = {
        "answers": ANSWERS if answers is None else answers,
        "lang": "fr",
        "revision": 1,
        "source": "finder",
        "proposed": [{"ref": "trilogy-shell", "score": 91}, {"ref": "gone-since"}],
        "remaining": 2,
        "here": 1,
        "relaxed": [],
        "next": "effort",
    }
    return event(seq, kind="advice", payload={**said, **more})


def outcome(seq: int, about: str | None, **more: Any) -> dict[str, Any]:
    said = {"advice": about, "result": "sold", "reason": None, "refs": ["trilogy-shell"], "visitor": None}
    return event(seq, kind="outcome", payload={**said, **more})


def test_an_advice_can_be_counted_by_all_that_was_asked(shop: House) -> None:
    seller = shop.person("seller")
    late = advice(1, relaxed=["budget_cents"]) | {"at": "2026-11-21T23:30:00-05:00"}
    assert statuses(send(seller, late, late)) == ["accepted", "duplicate"]
    (row,) = shop.rows(Advice)
    assert (row.activity, row.wanted, row.size, row.temperature_c) == ("ski-touring", "shell", "M", -8)
    assert (row.budget_cents, row.remaining, row.here, row.unmet) == (40000, 2, 1, "relaxed")
    assert row.local_day == "2026-11-21"  # the wall's date: in UTC it is the next day
    pieces = [(piece.place, piece.ref, piece.score) for piece in shop.rows(AdvisedPiece)]
    assert sorted(pieces) == [(1, "trilogy-shell", 91), (2, "gone-since", None)]
    wishes = {(wish.strength, wish.wish) for wish in shop.rows(AdvisedWish)}
    assert wishes == {("must", "hood-helmet"), ("prefer", "light"), ("prefer", "warm"), ("relaxed", "budget_cents")}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"remaining": 0, "here": 0, "proposed": []}, "empty"),
        ({"here": 0}, "out-of-size"),
        ({"here": 0, "answers": {"wanted": "shell"}}, None),
        ({"here": None, "relaxed": ["light"]}, "relaxed"),
        ({}, None),
    ],
)
def test_it_says_what_the_shop_could_not_give(one_shop: House, more: dict[str, Any], expected: str | None) -> None:
    send(one_shop.person("seller"), advice(1, **more))
    assert [row.unmet for row in one_shop.rows(Advice)] == [expected]


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": {"name": "x" * 65}},
        {"answers": {"wanted": ["a"] * 41}},
        {"answers": {"wanted": {"deep": {"er": 1}}}},
        {"answers": {str(number): 1 for number in range(41)}},
        {"answers": {"temperature_c": 1e300}},
        {"source": "telepathy"},
        {"proposed": [{"ref": "x"}] * 11},
        {"customer": "Ana"},
    ],
)
def test_it_refuses_what_is_no_need(one_shop: House, wrong: dict[str, Any]) -> None:
    assert statuses(send(one_shop.person("seller"), advice(1, **wrong))) == ["rejected:invalid"]
    assert one_shop.rows(Event) == []
    assert one_shop.rows(Advice) == []


def test_answers_of_a_newer_catalogue_are_kept_as_they_are(one_shop: House) -> None:
    answers = {"wanted": "sledge", "new-question": "yes", "must": ["fast", 3], "size": 12}
    assert statuses(send(one_shop.person("seller"), advice(1, answers))) == ["rejected:invalid"]
    del answers["must"]
    assert statuses(send(one_shop.person("seller"), advice(2, answers))) == ["accepted"]
    (row,) = one_shop.rows(Advice)
    assert (row.wanted, row.size) == ("sledge", None)


def test_of_several_outcomes_of_an_advice_the_last_recorded_stands(shop: House) -> None:
    seller = shop.person("seller")
    first, second = advice(1), advice(2)
    wrong = outcome(3, first["id"], result="sold")
    right = outcome(4, first["id"], result="left", reason="price", visitor="visitor")
    other = outcome(5, second["id"], refs=["a", "b", "a"])
    alone = outcome(6, None, result="tried")
    # Out of order, as a phone's events may come after one was held back.
    assert set(statuses(send(seller, first, second, right, other, alone, wrong))) == {"accepted"}
    with shop.app.app_context():
        standing = {row.event_id: row for row in db.session.scalars(service.standing("miramas"))}
        assert standing.keys() == {right["id"], other["id"], alone["id"]}
        assert (standing[right["id"]].reason, standing[right["id"]].visitor) == ("price", "visitor")
        assert list(db.session.scalars(service.standing("annecy"))) == []
        unsold = sa.select(Advice.activity, sa.func.count()).where(Advice.size == "M").group_by(Advice.activity)
        assert db.session.execute(unsold).all() == [("ski-touring", 2)]
    assert len(shop.rows(Outcome)) == 4
    assert len([row for row in shop.rows(OutcomePiece) if row.event_id == other["id"]]) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": "price"},
        {"result": "stolen"},
        {"visitor": "german"},
        {"advice": "not-an-id"},
        {"result": "left", "reason": "too-tall"},
    ],
)
def test_an_outcome_says_only_what_is_asked(one_shop: House, wrong: dict[str, Any]) -> None:
    results = send(one_shop.person("seller"), outcome(1, None, **wrong))
    assert statuses(results) == ["rejected:invalid"]
    assert results[0]["errors"]
