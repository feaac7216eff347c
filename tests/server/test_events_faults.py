"""What a phone may send at its worst, and what the server may meet while it takes it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import marshmallow as ma
import pytest
import sqlalchemy as sa
from sqlalchemy import exc

from server.database import db
from server.events import kinds, service
from server.events.models import Event
from server.schemas import Schema
from server.try_ons.models import TryOn

from .test_events import URL, event, send, statuses

if TYPE_CHECKING:
    from .conftest import House


@pytest.mark.parametrize("sent_at", ["+275760-09-13T00:00:00.000Z", "yesterday", "2026-11-21T10:00:00", 7, ""])
def test_a_clock_is_never_a_reason_to_refuse(one_shop: House, sent_at: Any) -> None:
    assert statuses(send(one_shop.person("seller"), event(), sent_at=sent_at)) == ["accepted"]
    assert one_shop.rows(Event)[0].clock_offset_ms is None


@pytest.mark.parametrize(
    ("at", "local_date"),
    [
        ("1970-01-01T00:00:00.000+01:00", "1970-01-01"),
        ("2099-12-31T23:59:59.999-11:00", "2099-12-31"),
        ("2026-10-25T02:30:00.000+02:00", "2026-10-25"),
        ("2026-10-25T02:30:00.000+01:00", "2026-10-25"),
    ],
)
def test_the_local_date_is_kept_whatever_the_clock(shop: House, at: str, local_date: str) -> None:
    assert statuses(send(shop.person("seller"), event(at=at))) == ["accepted"]
    assert shop.rows(Event)[0].local_time.startswith(local_date)


def test_a_clock_that_jumps_back_changes_no_order(shop: House) -> None:
    times = ["2026-11-21T11:00:00.000+01:00", "2026-11-20T11:00:00.000+01:00", "2026-11-21T14:00:00.000+01:00"]
    send(shop.person("seller"), *(event(seq, at=at) for seq, at in enumerate(times, 1)))
    rows = sorted(shop.rows(Event), key=lambda row: row.seq)
    assert [row.local_time for row in rows] == times


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00.000+14:00", "9999-12-31T23:59:59.000-14:00"])
def test_a_moment_out_of_all_calendars_is_named(shop: House, at: str) -> None:
    assert statuses(send(shop.person("seller"), event(1), event(2, at=at))) == ["accepted", "rejected:invalid"]


@pytest.mark.parametrize("passing", [exc.TimeoutError("no connection free"), exc.InterfaceError("", None, OSError())])
def test_a_server_in_trouble_blames_no_event(
    one_shop: House, monkeypatch: pytest.MonkeyPatch, passing: Exception
) -> None:
    seller = one_shop.person("seller")
    sent = [event(1), event(2), event(3)]
    stored = service._stored

    def in_trouble(row: Event, *more: Any) -> Any:
        if row.seq == 2:
            raise passing
        return stored(row, *more)

    monkeypatch.setattr(service, "_stored", in_trouble)
    assert seller.post(URL, json={"events": sent}).status_code == 503
    monkeypatch.undo()
    assert statuses(send(seller, *sent)) == ["duplicate", "accepted", "accepted"]
    assert len(one_shop.rows(Event)) == 3


def test_this_format_and_the_one_before_are_taken(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """F10: phones of the build before send their form for weeks; each form has its own rules and its own effect."""
    seen: list[tuple[int, str]] = []
    for format_, name in ((1, "old"), (2, "new")):
        schema = Schema.from_dict({name: ma.fields.Str(required=True)})()
        kind = kinds.Kind(schema, lambda row: seen.append((row.format, next(iter(row.payload)))))
        monkeypatch.setitem(kinds._KINDS, ("form", format_), kind)
    seller = shop.person("seller")
    old = {"kind": "form", "format": 1, "payload": {"old": "a"}}
    new = {"kind": "form", "format": 2, "payload": {"new": "b"}}
    later = {"kind": "form", "format": 3, "payload": {"newer": "c"}}
    results = send(seller, event(1, **old), event(2, **new), event(3, **later))
    assert statuses(results) == ["accepted", "accepted", "rejected:format-unknown"]
    assert seen == [(1, "old"), (2, "new")]
    unnamed = {key: value for key, value in event(4, **old).items() if key != "format"}
    assert statuses(send(seller, unnamed)) == ["accepted"]


def test_half_a_character_is_answered_without_a_failure(one_shop: House) -> None:
    body = json.dumps({"events": [event(payload={"ref": "a\ud800", "size_tried": "M", "verdict": "right"})]})
    answer = one_shop.person("seller").post(URL, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.get_json()["code"] == "bad-request"


class OldFormSchema(Schema):
    mark = ma.fields.Str(required=True)


class NewFormSchema(Schema):
    marks = ma.fields.List(ma.fields.Str(), required=True)


@pytest.fixture
def forms(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, dict[str, Any]]]:
    """A kind in its third format, the two before still understood; what its effect saw."""
    seen: list[tuple[int, dict[str, Any]]] = []
    monkeypatch.setattr(kinds, "_KINDS", dict(kinds._KINDS))
    kinds.register("form", 1, OldFormSchema, upgrade=lambda said: {"marks": [said["mark"]]})
    kinds.register("form", 2, NewFormSchema, upgrade=lambda said: {"marks": [*said["marks"], "third"]})
    kinds.register("form", 3, NewFormSchema, lambda row: seen.append((row.format, row.payload)))
    return seen


def test_an_older_format_has_the_effect_of_the_newest_and_is_kept_as_it_was_sent(
    shop: House, forms: list[tuple[int, dict[str, Any]]]
) -> None:
    seller = shop.person("seller")
    sent = [
        event(1, kind="form", format=1, payload={"mark": "a"}),
        event(2, kind="form", format=2, payload={"marks": ["b"]}),
        event(3, kind="form", format=3, payload={"marks": ["c"]}),
    ]
    assert statuses(send(seller, *sent)) == ["accepted"] * 3
    assert forms == [(3, {"marks": ["a", "third"]}), (3, {"marks": ["b", "third"]}), (3, {"marks": ["c"]})]
    stored = {row.seq: (row.format, row.payload) for row in shop.rows(Event)}
    assert stored == {one["seq"]: (one["format"], one["payload"]) for one in sent}
    assert statuses(send(seller, *sent)) == ["duplicate"] * 3


def test_an_older_format_is_held_to_its_own_form(one_shop: House, forms: list[tuple[int, dict[str, Any]]]) -> None:
    wrong = event(1, kind="form", format=1, payload={"marks": ["b"]})
    assert statuses(send(one_shop.person("seller"), wrong)) == ["rejected:invalid"]
    assert forms == []


def test_an_older_format_is_taken_whole_or_not_at_all(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a way to the next format that fails, nor an effect that fails after it, leaves a half."""
    monkeypatch.setattr(kinds, "_KINDS", dict(kinds._KINDS))

    def upgrade(said: dict[str, Any]) -> dict[str, Any]:
        return {"marks": [said["mark"]]} if said["mark"] != "no way" else {}[said["mark"]]

    def effect(row: Event) -> None:
        db.session.add(TryOn(event_id=row.id, shop_id=row.shop_id, ref="trilogy-shell", verdict="right"))
        db.session.flush()
        assert row.payload["marks"] != ["no effect"]

    kinds.register("form", 1, OldFormSchema, upgrade=upgrade)
    kinds.register("form", 2, NewFormSchema, effect)
    sent = [event(seq, kind="form", payload={"mark": mark}) for seq, mark in enumerate(("no way", "no effect", "a"), 1)]
    assert statuses(send(shop.person("seller"), *sent)) == ["rejected:not-stored"] * 2 + ["accepted"]
    assert [row.event_id for row in shop.rows(TryOn)] == [row.id for row in shop.rows(Event)] == [sent[2]["id"]]


def test_a_format_that_is_too_old_is_refused_with_its_reason(
    shop: House, forms: list[tuple[int, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(kinds._KINDS, ("form", 1))
    old, kept = event(1, kind="form", payload={"mark": "a"}), event(2, kind="form", format=2, payload={"marks": ["b"]})
    refused, taken = send(shop.person("seller"), old, kept)
    assert statuses([refused, taken]) == ["rejected:format-unknown", "accepted"]
    assert "version" in refused["message"]
    assert [row.seq for row in shop.rows(Event)] == [2]
    assert len(forms) == 1


def test_a_locked_database_asks_for_time_and_blames_no_event(one_shop: House) -> None:
    """Somebody else writes, for longer than the server waits; then all is taken, each event once."""
    seller = one_shop.person("seller")
    sent = [event(1), event(2)]
    with one_shop.app.app_context():
        engine = db.engine
    hurry = sa.event.listens_for(engine, "checkout")(lambda raw, *_: raw.execute("PRAGMA busy_timeout = 50"))
    try:
        with closing(sqlite3.connect(engine.url.database or "")) as other:
            other.execute("BEGIN IMMEDIATE")
            answer = seller.post(URL, json={"events": sent})
            other.rollback()
    finally:
        sa.event.remove(engine, "checkout", hurry)
        engine.dispose()
    assert (answer.status_code, answer.get_json()["code"]) == (503, "unavailable")
    assert int(answer.headers["Retry-After"]) > 0
    assert one_shop.rows(Event) == []
    assert statuses(send(seller, *sent)) == ["accepted", "accepted"]


def test_a_format_without_effect_and_without_a_way_on_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="effect"):
        kinds.register("form", 1, OldFormSchema)
