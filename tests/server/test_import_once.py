"""A file sent again under its key is the same import, whoever lost the answer; on both databases."""

from __future__ import annotations

import io
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from server.audit.models import AuditEntry
from server.database import db, now
from server.imports import once
from server.imports.models import Import, ImportKey

from .test_import_jobs import apart as apart
from .test_imports import CHEAPER, COUNT

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from .conftest import House

pytestmark = pytest.mark.usefixtures("apart")
KEY = "0199f3a2-6f0e-7c3a-9a55-3b1f6f2d8c11"


def sent(client: FlaskClient, key: str, text: str = CHEAPER, name: str = "prices.csv", **headers: str) -> TestResponse:
    upload = {"file": (io.BytesIO(text.encode()), name)}
    wishes = {"Idempotency-Key": key, "Prefer": "respond-async", **headers}
    return client.post("/api/v1/imports", data=upload, headers=wishes)


def keyless(client: FlaskClient) -> TestResponse:
    upload = {"file": (io.BytesIO(CHEAPER.encode()), "prices.csv")}
    return client.post("/api/v1/imports", data=upload, headers={"Prefer": "respond-async"})


def test_the_same_key_and_file_are_the_same_import(shop: House) -> None:
    client = shop.person("merchandiser")
    first, again = sent(client, KEY), sent(client, KEY)
    assert (first.status_code, again.status_code) == (202, 202)
    assert again.get_json() == first.get_json()
    assert again.headers["Location"] == first.headers["Location"]
    assert len(shop.rows(Import)) == 1
    assert [one.action for one in shop.rows(AuditEntry) if one.action == "import-dropped"] == ["import-dropped"]


def test_it_stands_where_the_import_stands_now(shop: House) -> None:
    client = shop.person("merchandiser")
    first = sent(client, KEY).get_json()
    client.post(f"/api/v1/imports/{first['id']}/cancel")
    again = sent(client, KEY)
    assert (again.get_json()["id"], again.get_json()["state"]) == (first["id"], "cancelled")


def test_quotes_around_a_key_are_no_part_of_it(shop: House) -> None:
    client = shop.person("merchandiser")
    assert sent(client, f'"{KEY}"').get_json()["id"] == sent(client, KEY).get_json()["id"]


@pytest.mark.parametrize(("text", "name"), [(COUNT, "prices.csv"), (CHEAPER, "other.csv")])
def test_another_content_under_the_same_key_is_refused_in_a_sentence(shop: House, text: str, name: str) -> None:
    client = shop.person("merchandiser")
    sent(client, KEY)
    for lang, says in (("fr", "une clé neuve"), ("en", "a new key")):
        answer = sent(client, KEY, text, name, **{"Accept-Language": lang})
        problem = answer.get_json()
        assert (answer.status_code, problem["code"]) == (409, "import-key-reused")
        assert says in problem["detail"]
        assert [one["field"] for one in problem["errors"]] == ["Idempotency-Key"]
    assert len(shop.rows(Import)) == 1


def test_another_key_or_none_is_another_import(shop: House) -> None:
    client = shop.person("merchandiser")
    answers = [sent(client, KEY), sent(client, f"{KEY}-2"), keyless(client), keyless(client)]
    assert len({answer.get_json()["id"] for answer in answers}) == 4


def test_a_key_belongs_to_who_sends_it(shop: House) -> None:
    machine = shop.visitor()
    ids = [
        sent(shop.person("merchandiser", name="Zoé"), KEY).get_json()["id"],
        sent(shop.person("merchandiser", name="Luc"), KEY).get_json()["id"],
        sent(machine, KEY, **shop.machine("merchandiser")).get_json()["id"],
    ]
    assert len(set(ids)) == 3


def test_a_discarded_import_does_not_come_back_by_a_late_repetition(shop: House) -> None:
    client = shop.person("merchandiser")
    first = sent(client, KEY).get_json()
    client.delete(f"/api/v1/imports/{first['id']}")
    assert sent(client, KEY).status_code == 404
    assert shop.rows(Import) == []


def test_a_key_is_forgotten_when_its_time_is_over(shop: House) -> None:
    client = shop.person("merchandiser")
    first = sent(client, KEY).get_json()
    with shop.app.app_context():
        db.session.execute(sa.update(ImportKey).values(created_at=now() - once.KEPT - timedelta(seconds=1)))
        db.session.commit()
    assert sent(client, KEY, COUNT).get_json()["id"] != first["id"]
    assert len(shop.rows(ImportKey)) == 1


@pytest.mark.parametrize("key", ["a b", "é", "x" * 129, '"open', '""', ""])
def test_what_is_no_key_is_said_so(shop: House, key: str) -> None:
    answer = sent(shop.person("merchandiser"), key)
    assert answer.status_code == 422
    assert [one["field"] for one in answer.get_json()["errors"]] == ["Idempotency-Key"]
    assert shop.rows(Import) == []


def test_of_two_sendings_at_once_one_makes_the_import_and_both_find_it(shop: House) -> None:
    person = shop.person("merchandiser")
    cookies = [shop.app.test_client() for _ in range(4)]
    for client in cookies:
        client._cookies = dict(person._cookies)  # one person in several windows
    start, found = threading.Barrier(len(cookies)), list[tuple[int, str]]()

    def send(client: FlaskClient) -> None:
        start.wait()
        answer = sent(client, KEY)
        found.append((answer.status_code, answer.get_json().get("id", "")))

    threads = [threading.Thread(target=send, args=(client,)) for client in cookies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    [row] = shop.rows(Import)
    assert {import_id for _, import_id in found} == {row.id}
    assert [status for status, _ in found] == [202] * len(cookies)
