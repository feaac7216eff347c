"""The three questions: answered once a form, without a name, and nothing that was said is lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from limits import parse

from server.catalogue.service import current
from server.customer import pages
from server.customer.words import SPOKEN
from server.database import db
from server.events.models import Event
from server.reviews import form
from server.reviews.models import Review

from .conftest import House
from .conftest import opened as opened_server
from .small_range import SHELL
from .test_events import event, send, statuses

if TYPE_CHECKING:
    from pathlib import Path

    from werkzeug.test import TestResponse

    from server.imports.service import Trial

URL = f"/p/trilogy-shell/{SHELL}/review"
READ = "/api/v1/shops/miramas/reviews"
ANSWERS = {"found": "partly", "missing": "Une taille S\r\nen rouge", "clear": "clear"}


@pytest.fixture(autouse=True)
def _while_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "now", lambda: datetime(2026, 12, 5, 9, 30, tzinfo=UTC))


def opened(house: House, url: str = URL) -> str:
    """Return the token of a form that a customer opened."""
    found = re.search(r'name="token" value="([^"]+)"', house.app.test_client().get(url).text)
    assert found is not None
    return found[1]


def answer(house: House, token: str, **said: str) -> TestResponse:
    return house.app.test_client().post(f"{URL}?lang=fr", data={"token": token, **said})


def kept(house: House) -> list[Review]:
    with house.app.app_context():
        return list(db.session.query(Review).order_by(Review.id))


@pytest.mark.parametrize("lang", SPOKEN)
def test_it_asks_in_the_customer_s_language_without_cookie_or_script(one_shop: House, lang: str) -> None:
    page = one_shop.app.test_client().get(f"{URL}?lang={lang}")
    assert page.status_code == 200
    assert page.headers["Content-Language"] == lang
    assert page.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in page.headers
    assert "<script" not in page.text
    assert page.text.count("<fieldset>") == 2


def test_an_answer_becomes_an_event_and_a_line_for_the_shop(shop: House) -> None:
    sent = answer(shop, opened(shop), **ANSWERS)
    assert sent.status_code == 303
    assert "Merci" in shop.app.test_client().get(sent.headers["Location"]).text
    with shop.app.app_context():
        stored = db.session.query(Event).filter_by(kind="review").one()
        assert (stored.shop_id, stored.author, stored.author_id) == ("miramas", "customer", None)
        assert "Une taille S en rouge" in str(stored.payload)
    body = shop.person("manager", name="Luc").get(READ).get_json()
    (line,) = body["items"]
    assert (line["found"], line["missing"], line["clear"]) == ("partly", "Une taille S en rouge", "clear")
    assert body["found"] == {"yes": 0, "partly": 1, "no": 0}
    assert body["clear"] == {"clear": 1, "partly": 0, "unclear": 0}


def test_a_form_sent_twice_is_one_answer(shop: House) -> None:
    token = opened(shop)
    assert [answer(shop, token, **ANSWERS).status_code for _ in range(2)] == [303, 303]
    assert len(kept(shop)) == 1


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({}, "une question au moins"),
        ({"found": "perhaps"}, "une question au moins"),
        ({"missing": "x" * 501}, "500 caractères"),
    ],
)
def test_what_is_incomplete_comes_back_with_its_values(one_shop: House, said: dict[str, str], problem: str) -> None:
    page = answer(one_shop, opened(one_shop), **said)
    assert page.status_code == 422
    assert problem in page.text
    assert said.get("missing", "") in page.text
    assert kept(one_shop) == []


@pytest.mark.parametrize("token", ["", "made-up", "W10.x.y"])
def test_a_form_that_is_not_ours_keeps_the_answers_and_gets_a_name(one_shop: House, token: str) -> None:
    page = answer(one_shop, token, **ANSWERS)
    assert page.status_code == 422
    assert "Une taille S en rouge" in page.text
    fresh = re.search(r'name="token" value="([^"]+)"', page.text)
    assert fresh is not None
    assert answer(one_shop, fresh[1], **ANSWERS).status_code == 303


def test_a_form_that_was_open_for_long_is_sent_again(one_shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    token = opened(one_shop)
    monkeypatch.setattr(form, "TOKEN_SECONDS", -1)
    page = answer(one_shop, token, **ANSWERS)
    assert page.status_code == 422
    assert "longtemps" in page.text


def test_a_token_of_another_piece_is_not_taken(one_shop: House) -> None:
    with one_shop.app.app_context():
        ref = next(ref for ref in sorted(current().products_by_ref) if ref != "trilogy-shell")
    assert answer(one_shop, opened(one_shop, f"/p/{ref}/review"), **ANSWERS).status_code == 422


def test_a_program_s_answer_is_kept_aside(one_shop: House) -> None:
    assert answer(one_shop, opened(one_shop), website="https://spam.example", **ANSWERS).status_code == 303
    assert [row.held for row in kept(one_shop)] == ["robot"]


def test_a_flood_is_kept_aside_and_never_counted(
    tmp_path: Path, content: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form, "USUAL", parse("2 per 10 minutes"))
    with opened_server(f"sqlite:///{tmp_path / 'flood.db'}", limits_enabled=True) as app:
        house = House(app)
        house.publish(content)
        for _ in range(4):
            answer(house, opened(house), found="yes")
        assert [row.held for row in kept(house)] == [None, None, "flood", "flood"]
        body = house.person("manager", name="Luc").get(READ).get_json()
    assert body["found"]["yes"] == 2
    assert len(body["items"]) == 4


def test_a_phone_of_the_shop_cannot_praise_it(shop: House) -> None:
    payload: dict[str, Any] = {"ref": "trilogy-shell", "lang": "fr", "found": "yes"}
    assert statuses(send(shop.person("seller"), event(1, kind="review", payload=payload))) == ["accepted"]
    assert [row.held for row in kept(shop)] == ["not-a-page"]


def test_only_who_answers_for_the_shop_reads(shop: House) -> None:
    assert shop.person("seller").get(READ).status_code == 403
    assert shop.app.test_client().get(READ).status_code == 401
    answer(shop, opened(shop), **ANSWERS)
    answer(shop, opened(shop), found="no")
    manager = shop.person("manager", name="Luc")
    first = manager.get(f"{READ}?limit=1").get_json()
    second = manager.get(f"{READ}?limit=1&cursor={first['next_cursor']}").get_json()
    assert [first["items"][0]["found"], second["items"][0]["found"]] == ["no", "partly"]
    assert second["next_cursor"] is None


def test_a_closed_shop_asks_nobody(one_shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    token = opened(one_shop)
    monkeypatch.setattr(pages, "now", lambda: datetime(2027, 3, 20, 9, 30, tzinfo=UTC))
    page = one_shop.app.test_client().get(f"{URL}?lang=fr")
    assert "La boutique est fermée" in page.text
    assert "<form" not in page.text
    answer(one_shop, token, **ANSWERS)
    assert kept(one_shop) == []


def test_a_body_that_no_form_has_is_refused(one_shop: House) -> None:
    assert answer(one_shop, opened(one_shop), missing="x" * 200_000).status_code == 413


def test_other_sites_cannot_answer(one_shop: House) -> None:
    headers = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    sent = one_shop.app.test_client().post(URL, data={"token": opened(one_shop), **ANSWERS}, headers=headers)
    assert sent.status_code == 403
    assert kept(one_shop) == []
