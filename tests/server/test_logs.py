from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .conftest import House, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def talking_house(tmp_path: Path) -> Iterator[House]:
    with opened(f"sqlite:///{tmp_path / 'cordee.db'}", log_level="info") as app:
        yield House(app)


def events(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_it_writes_one_line_of_json_for_each_request(talking_house: House, capsys: pytest.CaptureFixture[str]) -> None:
    client = talking_house.visitor()
    answer = client.get("/api/v1/products?q=the+words+of+a+customer")
    [event] = events(capsys.readouterr().err)
    assert event["event"] == "request"
    assert event["path"] == "/api/v1/products"
    assert event["status"] == 503
    assert event["id"] == answer.headers["X-Request-Id"]
    assert "customer" not in json.dumps(event)


def test_it_is_silent_about_probes_that_succeed(talking_house: House, capsys: pytest.CaptureFixture[str]) -> None:
    talking_house.visitor().get("/healthz")
    assert capsys.readouterr().err == ""


def test_it_tells_who_came_in_without_a_secret(talking_house: House, capsys: pytest.CaptureFixture[str]) -> None:
    client = talking_house.person("manager", name="Léa")
    cookie = client.get_cookie("__Host-cordee")
    assert cookie is not None
    client.get("/api/v1/tokens")
    headers = talking_house.machine("seller")
    talking_house.visitor().get("/api/v1/tokens", headers=headers)
    out = capsys.readouterr().err
    named = {event["event"] for event in events(out)}
    assert named >= {"invited", "enrolled", "token-made", "request"}
    assert cookie.value not in out
    assert headers["Authorization"].partition(" ")[2] not in out


def test_it_tells_what_it_refused(talking_house: House, capsys: pytest.CaptureFixture[str]) -> None:
    talking_house.visitor().post("/api/v1/enrolments", json={"invitation": "guessed-secret"})
    seller = talking_house.person("seller")
    capsys.readouterr()
    seller.get("/api/v1/tokens")
    talking_house.visitor().post("/api/v1/enrolments", json={"invitation": "guessed-secret"})
    out = capsys.readouterr().err
    assert [(event["event"], event.get("status")) for event in events(out)] == [
        ("request", 403),
        ("enrolment-refused", None),
        ("request", 403),
    ]
    assert "guessed-secret" not in out
