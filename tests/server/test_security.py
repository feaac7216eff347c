from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from server.accounts.models import DeviceSession

from .conftest import House, opened

if TYPE_CHECKING:
    from pathlib import Path

ADDRESSES = ["/", "/api/v1/docs", "/api/v1/openapi.json", "/api/v1/nothing", "/healthz", "/static/pages.css", "/app/"]
ELSEWHERE = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "http://cordee.example"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://cordee.example"},
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_sends_the_headers_with_everything(one_house: House, address: str) -> None:
    with one_house.visitor().get(address) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    for rule in ("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_gives_no_cookie_to_who_only_looks(one_house: House, address: str) -> None:
    with one_house.visitor().get(address) as answer:
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_it_refuses_a_change_sent_by_another_site(house: House, headers: dict[str, str]) -> None:
    client = house.person("seller")
    answer = client.delete("/api/v1/session", headers=headers)
    assert answer.status_code == 403
    assert answer.json is not None
    assert answer.json["code"] == "cross-site"
    assert house.rows(DeviceSession)[0].revoked_at is None


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://cordee.example"}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}]
)
def test_it_takes_a_change_from_its_own_pages(one_house: House, headers: dict[str, str]) -> None:
    assert one_house.person("seller").delete("/api/v1/session", headers=headers).status_code == 204


def test_it_lets_nobody_enrol_a_device_from_another_site(one_house: House) -> None:
    answer = one_house.visitor().post(
        "/api/v1/enrolments", json={"invitation": "x"}, headers={"Origin": "https://evil.example"}
    )
    assert answer.status_code == 403


def test_it_slows_down_who_guesses_invitations(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'limits.db'}", limits_enabled=True) as app:
        client = app.test_client()
        answers = [client.post("/api/v1/enrolments", json={"invitation": "guess"}) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [403] * 20 + [429]
    assert answers[-1].json is not None
    assert answers[-1].json["code"] == "too-many-requests"
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 61


def test_it_answers_only_to_its_own_names_in_the_demonstration(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'demonstration.db'}"
    with opened(url, demonstration=True, public_url="http://127.0.0.1:8000") as app:
        assert app.test_client().get("/healthz", headers={"Host": "127.0.0.1:8000"}).status_code == 200
        assert app.test_client().get("/healthz", headers={"Host": "rebound.evil.example"}).status_code == 400


@pytest.mark.parametrize(("proxies", "status"), [(0, 403), (1, 204)])
def test_it_believes_only_the_proxies_it_was_told_of(tmp_path: Path, proxies: int, status: int) -> None:
    forwarded = {"X-Forwarded-Host": "other.example", "X-Forwarded-Proto": "https", "Origin": "https://other.example"}
    with opened(f"sqlite:///{tmp_path / 'proxies.db'}", proxies=proxies) as app:
        client = House(app).person("seller")
        assert client.delete("/api/v1/session", headers=forwarded).status_code == status


def test_it_says_no_word_about_the_demonstration_elsewhere(one_shop: House) -> None:
    client = one_shop.visitor()
    assert client.post("/api/v1/demonstration/entries", json={"role": "manager"}).status_code == 404
    assert client.post("/entries", data={"role": "manager"}).status_code == 404
    assert "/entries" not in client.get("/").text
