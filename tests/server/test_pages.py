from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from server.pages.words import WORDS

from .conftest import House, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server.imports.service import Trial


@pytest.fixture
def demonstration(tmp_path: Path, content: Trial) -> Iterator[House]:
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<!doctype html><title>Cordée</title>")
    (dist / "service-worker.js").write_text("// worker")
    (dist / "manifest.webmanifest").write_text("{}")
    (dist / "assets" / "main-abc.js").write_text("// main")
    (dist / "version.json").write_text("{}")
    (dist / "watchdog.js").write_text("// watchdog")
    before = tmp_path / "dist-previous" / "0123456789ab"
    before.mkdir(parents=True)
    (before / "main-abb.js").write_text("// main of the build before")
    url = f"sqlite:///{tmp_path / 'cordee.db'}"
    with opened(url, demonstration=True, public_url="http://127.0.0.1:8000", dist=dist) as app:
        house = House(app)
        house.publish(content)
        yield house


def test_it_shows_the_ways_in(one_shop: House) -> None:
    page = one_shop.visitor().get("/")
    assert page.status_code == 200
    assert '<html lang="fr">' in page.text
    assert 'href="/app/"' in page.text
    assert 'href="/api/v1/docs"' in page.text
    assert "<script" not in page.text


def test_it_speaks_english_to_who_does(one_shop: House) -> None:
    client = one_shop.visitor()
    assert "The right advice" in client.get("/", headers={"Accept-Language": "en"}).text
    assert "The right advice" in client.get("/?lang=en").text
    assert client.get("/?lang=%3Cscript%3E").status_code == 200


def test_it_opens_before_anything_is_published(one_house: House) -> None:
    assert one_house.visitor().get("/").status_code == 200


def test_it_has_every_word_in_both_languages() -> None:
    assert WORDS["fr"].keys() == WORDS["en"].keys()


@pytest.mark.parametrize("role", ["seller", "manager", "merchandiser"])
def test_one_tap_enters_the_demonstration(demonstration: House, role: str) -> None:
    client = demonstration.visitor()
    assert f'value="{role}"' in client.get("/").text
    answer = client.post("/entries", data={"role": role}, headers={"Origin": "http://localhost"})
    assert (answer.status_code, answer.location) == (303, "/app/")
    [cookie] = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("cordee=")
    assert "Secure" not in cookie
    session = client.get("/api/v1/session").get_json()
    assert session["person"]["role"] == role
    assert session["shop"]["id"] == "miramas"


def test_the_phone_enters_the_demonstration(demonstration: House) -> None:
    client = demonstration.visitor()
    answer = client.post("/api/v1/demonstration/entries", json={"role": "seller"})
    assert answer.status_code == 201
    entered = answer.get_json()
    assert entered.pop("key") is None, "a phone of one's own holds no half of a turn"
    assert client.get("/api/v1/session").get_json() == entered
    assert client.post("/api/v1/demonstration/entries", json={"role": "administrator"}).status_code == 422


def test_no_other_site_enters_the_demonstration(demonstration: House) -> None:
    answer = demonstration.visitor().post(
        "/entries", data={"role": "manager"}, headers={"Origin": "https://evil.example"}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("address", "kind", "caching"),
    [
        ("/app/", "text/html", "no-cache"),
        ("/app/index.html", "text/html", "no-cache"),
        ("/app/service-worker.js", "text/javascript", "no-cache"),
        ("/app/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/app/watchdog.js", "text/javascript", "no-cache"),
        ("/app/version.json", "application/json", "no-store"),
        ("/app/assets/main-abc.js", "text/javascript", "immutable"),
        ("/app/assets/main-abb.js", "text/javascript", "immutable"),
    ],
)
def test_it_serves_the_application(demonstration: House, address: str, kind: str, caching: str) -> None:
    with demonstration.visitor().get(address) as answer:
        assert answer.status_code == 200
        assert answer.mimetype == kind
        assert caching in answer.headers["Cache-Control"]
        assert "Content-Security-Policy" in answer.headers


def test_it_leads_to_the_folder_of_the_application(demonstration: House) -> None:
    with demonstration.visitor().get("/app") as answer:
        assert answer.status_code in {302, 308}
        assert answer.location == "/app/"


def test_it_says_how_to_build_the_application(one_house: House) -> None:
    answer = one_house.visitor().get("/app/", headers={"Accept": "text/html"})
    assert answer.status_code == 503
    assert "make build" in answer.text


def test_the_api_browser_asks_nobody_else(one_house: House) -> None:
    client = one_house.visitor()
    page = client.get("/api/v1/docs")
    assert page.status_code == 200
    assert re.findall(r"<script(?![^>]*src=)", page.text) == []
    for address in re.findall(r'(?:src|href)="([^"]+)"', page.text):
        assert address.startswith("/")
        with client.get(address) as answer:
            assert answer.status_code == 200, address
