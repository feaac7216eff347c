from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from server.catalogue.service import shelf_of
from server.customer import kept, pages
from server.database import db
from server.front import TRUSTED_SECONDS, Front
from server.stock import service as stock

from .conftest import House, opened

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from server.imports.service import Trial

ADDRESS = "/api/v1/shops/miramas/snapshot?lang=fr"


class Watched:
    """The long way, counting who takes it."""

    def __init__(self, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
        assert isinstance(house.app.wsgi_app, Front)
        self._way = house.app.wsgi_app._long_way
        self.taken = 0
        monkeypatch.setattr(house.app.wsgi_app, "_long_way", self)

    def __call__(self, environ: Any, start_response: Any) -> Any:
        self.taken += 1
        return self._way(environ, start_response)


def url_of(house: House) -> str:
    with house.app.app_context():
        return db.engine.url.render_as_string(hide_password=False)


def told(answer: TestResponse) -> tuple[int, bytes, dict[str, str]]:
    return answer.status_code, answer.data, {name: value for name, value in answer.headers if name != "X-Request-Id"}


@pytest.mark.parametrize("coding", ["br, gzip", "gzip", "identity", "", "*", "br;q=0"])
@pytest.mark.parametrize("known", [False, True])
def test_the_short_way_says_the_same_as_the_long_one(
    shop: House, monkeypatch: pytest.MonkeyPatch, coding: str, known: bool
) -> None:
    way = Watched(shop, monkeypatch)
    headers = {"Accept-Encoding": coding}
    if known:
        headers["If-None-Match"] = shop.visitor().get(ADDRESS).headers["ETag"]
        shelf_of(shop.app).held = None
    long = told(shop.visitor().get(ADDRESS, headers=headers))
    before = way.taken
    short = told(shop.visitor().get(ADDRESS, headers=headers))
    assert way.taken == before
    assert short == long
    assert short[0] == (304 if known else 200)


def test_a_phone_that_is_up_to_date_goes_the_short_way(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    address = ADDRESS + "&from=1"
    tag = shop.visitor().get(address).headers["ETag"]
    way = Watched(shop, monkeypatch)
    answer = shop.visitor().get(address, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.data, way.taken) == (304, b"", 0)


def test_it_never_serves_an_old_revision(shop: House, content: Trial) -> None:
    shop.visitor().get(ADDRESS)
    shop.publish(content)
    assert shop.visitor().get(ADDRESS).get_json()["revision"] == 2


def test_it_sees_what_another_process_publishes(shop: House, content: Trial) -> None:
    for _ in range(2):
        shop.visitor().get(ADDRESS)
    with opened(url_of(shop), migrate=False) as other:
        House(other).publish(content)
    time.sleep(TRUSTED_SECONDS)
    assert shop.visitor().get(ADDRESS).get_json()["revision"] == 2


def test_it_asks_the_database_once_for_many_phones(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.visitor().get(ADDRESS)
    front = shop.app.wsgi_app
    assert isinstance(front, Front)
    asked: list[int] = []
    newest = front._newest
    monkeypatch.setattr(front, "_newest", lambda: asked.append(1) or newest())
    monkeypatch.setattr("server.front.TRUSTED_SECONDS", 60)
    assert [shop.visitor().get(ADDRESS).status_code for _ in range(20)] == [200] * 20
    assert len(asked) == 1


def test_it_takes_the_long_way_for_everything_else(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.visitor().get(ADDRESS)
    way = Watched(shop, monkeypatch)
    client = shop.visitor()
    client.head(ADDRESS)
    client.get(ADDRESS + "&x=1")
    client.get("/api/v1/shops/miramas/snapshot")
    client.post(ADDRESS)
    assert way.taken == 4


def test_it_remembers_no_endless_queries(shop: House) -> None:
    for query in ("lang=fr&x=1", "lang=en&lang=fr", "x=2", "from=0&lang=fr", "lang=fr&from=0", "lang=fr&from=9"):
        assert shop.visitor().get(f"/api/v1/shops/miramas/snapshot?{query}").status_code == 200
    held = shelf_of(shop.app).held
    assert held is not None
    assert [key for key in held.memory if key[0] == "front"] == []


def test_it_leaves_it_to_the_long_way_to_say_that_the_database_is_gone(one_shop: House) -> None:
    one_shop.visitor().get(ADDRESS)
    with one_shop.app.app_context():
        db.session.execute(sa.text("ALTER TABLE revisions RENAME TO elsewhere"))
        db.session.commit()
    try:
        assert one_shop.visitor().get(ADDRESS).status_code == 503
    finally:
        with one_shop.app.app_context():
            db.session.execute(sa.text("ALTER TABLE elsewhere RENAME TO revisions"))
            db.session.commit()


PAGE = "/p/trilogy-shell?lang=en"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Mode": "navigate"}


@pytest.mark.parametrize(
    "address", [PAGE, "/p/trilogy-shell/02000000000015", "/01/02000000000015", "/01/2000000000015"]
)
@pytest.mark.parametrize("coding", ["br, gzip", "gzip", "identity"])
def test_a_customer_s_page_is_given_again_as_it_was(
    shop: House, monkeypatch: pytest.MonkeyPatch, address: str, coding: str
) -> None:
    way = Watched(shop, monkeypatch)
    headers = BROWSER | {"Accept-Encoding": coding}
    long = told(shop.visitor().get(address, headers=headers))
    before = way.taken
    assert told(shop.visitor().get(address, headers=headers)) == long
    assert way.taken == before
    known = shop.visitor().get(address, headers=headers | {"If-None-Match": long[2]["ETag"]})
    assert (known.status_code, known.data, known.headers["ETag"]) == (304, b"", long[2]["ETag"])
    assert way.taken == before


def test_pages_of_other_languages_are_other_pages(shop: House) -> None:
    pages = {
        lang: shop.visitor().get("/p/trilogy-shell", headers={"Accept-Language": lang}).text for lang in ("fr", "de")
    }
    again = {
        lang: shop.visitor().get("/p/trilogy-shell", headers={"Accept-Language": lang}).text for lang in ("fr", "de")
    }
    assert pages == again
    assert pages["fr"] != pages["de"]


def test_a_tool_is_sent_on_although_a_browser_was_here(shop: House) -> None:
    item = "/01/02000000000015"
    for _ in range(2):
        assert shop.visitor().get(item, headers=BROWSER).status_code == 200
        assert shop.visitor().get(item).status_code == 307
        assert shop.visitor().get(f"{item}?linkType=linkset", headers=BROWSER).mimetype == "text/html"


def test_a_new_count_and_a_new_day_make_a_new_page(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "now", lambda: datetime(2026, 12, 5, 9, 30, tzinfo=UTC))
    first = shop.visitor().get(PAGE).text
    assert "2 here" in first
    with shop.app.app_context():
        stock.count("miramas", [("02000000000015", 7, datetime(2026, 12, 5, 9, 0, tzinfo=UTC))])
        db.session.commit()
    assert "7 here" in shop.visitor().get(PAGE).text
    monkeypatch.setattr(pages, "now", lambda: datetime(2027, 3, 20, 9, 30, tzinfo=UTC))
    assert "closed" in shop.visitor().get(PAGE).text


def test_a_page_of_an_older_revision_is_not_given(shop: House, content: Trial) -> None:
    first = shop.visitor().get(PAGE).headers["ETag"]
    with shop.app.app_context():
        db.session.execute(sa.text("UPDATE revisions SET content_hash = 'another' || substr(content_hash, 8)"))
        db.session.commit()
    time.sleep(2 * TRUSTED_SECONDS)
    assert shop.visitor().get(PAGE).headers["ETag"] != first


def test_what_is_encoded_is_not_what_it_decodes_to(shop: House) -> None:
    good, bad = "/01/02000000000015/10/A%2FB", "/01/02000000000015/10/A/B"
    for _ in range(2):
        assert shop.visitor().get(good, headers=BROWSER).status_code == 200
        assert shop.visitor().get(bad, headers=BROWSER).status_code == 400


def test_only_so_many_pages_are_kept(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_PAGES", 3)
    for lot in range(6):
        shop.visitor().get(f"/01/02000000000015/10/{lot}", headers=BROWSER)
        shop.visitor().get(f"{PAGE}&utm={lot}")
    held = shelf_of(shop.app).held
    assert held is not None
    assert len(kept.pages_of(held)._pages) == 3
