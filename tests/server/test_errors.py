from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import server
from server.errors import Problem
from server.sentences import BY_STATUS, FIELD_SENTENCES, SENTENCES, field_sentence, sentence
from server.sentences_abroad import sentence_abroad

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from .conftest import House

SOURCES = Path(server.__file__).parent


def problem(answer: TestResponse, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    document: dict[str, Any] = answer.get_json(force=True)
    assert document.keys() == {"type", "title", "status", "detail", "code", "instance", "errors"}
    assert document["status"] == status
    assert document["code"] == code
    assert document["instance"].startswith("urn:uuid:")
    return document


def test_it_answers_an_unknown_address(one_house: House) -> None:
    problem(one_house.visitor().get("/api/v1/nothing"), 404, "not-found")


def test_it_says_which_methods_an_address_knows(one_house: House) -> None:
    answer = one_house.visitor().put("/api/v1/products")
    problem(answer, 405, "method-not-allowed")
    assert "GET" in answer.headers["Allow"]


def test_it_refuses_a_body_that_is_not_json(one_house: House) -> None:
    client = one_house.visitor()
    problem(client.post("/api/v1/finder", data="{", content_type="application/json"), 400, "bad-request")
    problem(client.post("/api/v1/finder", data="", content_type="application/json"), 400, "bad-request")
    problem(client.post("/api/v1/finder", data=b"\xff", content_type="application/json"), 400, "bad-request")
    deep = "[" * 100_000 + "]" * 100_000
    problem(client.post("/api/v1/finder", data=deep, content_type="application/json"), 400, "bad-request")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_it_refuses_the_content_types_of_a_form(one_house: House, kind: str) -> None:
    answer = one_house.visitor().post("/api/v1/finder", data="{}", content_type=kind)
    problem(answer, 415, "unsupported-media-type")


def test_it_refuses_a_body_that_is_too_large(one_house: House) -> None:
    body = b'{"lang": "' + b"x" * 1024 * 1024 + b'"}'
    answer = one_house.visitor().post("/api/v1/finder", data=body, content_type="application/json")
    problem(answer, 413, "too-large")


def test_it_refuses_a_file_that_is_too_large(one_house: House) -> None:
    body, kind = b"x" * (11 * 1024 * 1024), "multipart/form-data; boundary=x"
    answer = one_house.person("merchandiser").post("/api/v1/imports", data=body, content_type=kind)
    problem(answer, 413, "too-large")


def test_it_names_each_wrong_field_in_the_readers_language(one_house: House) -> None:
    body = {"invitation": "", "role": "queen"}
    client = one_house.visitor()
    french = problem(client.post("/api/v1/enrolments", json=body), 422, "invalid")
    english = problem(
        client.post("/api/v1/enrolments", json=body, headers={"Accept-Language": "en-GB"}), 422, "invalid"
    )
    assert french["title"] == "Valeurs à corriger"
    assert english["title"] == "Values to correct"
    assert {"field": "role", "message": "Ce champ n’existe pas ici."} in french["errors"]
    assert {"field": "role", "message": "There is no such field here."} in english["errors"]
    assert {error["field"] for error in english["errors"]} == {"role", "invitation"}


def test_it_speaks_french_to_whoever_asks_for_neither(one_house: House) -> None:
    answer = one_house.visitor().get("/api/v1/nothing", headers={"Accept-Language": "ja"})
    assert problem(answer, 404, "not-found")["title"] == "Introuvable"
    assert answer.headers["Content-Language"] == "fr"


def test_it_shows_a_page_to_a_person_who_typed_an_address(one_house: House) -> None:
    answer = one_house.visitor().get("/nothing", headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.status_code == 404
    assert answer.mimetype == "text/html"
    assert "Il n’y a rien à cette adresse" in answer.text


@pytest.mark.parametrize(
    ("lang", "says"),
    [("de-AT", "Unter dieser Adresse ist nichts"), ("it", "non c’è nulla"), ("es", "No hay nada"), ("nl", "Il n’y a")],
)
def test_it_speaks_the_languages_of_visitors(one_house: House, lang: str, says: str) -> None:
    browser = {"Accept": "text/html,*/*;q=0.8"}
    answer = one_house.visitor().get("/guide/x", headers={**browser, "Accept-Language": lang})
    assert says in answer.text
    assert f'<html lang="{answer.headers["Content-Language"]}"' in answer.text
    assert says in one_house.visitor().get(f"/guide/x?lang={lang[:2]}", headers=browser).text


def test_what_it_has_no_words_for_abroad_is_said_in_english() -> None:
    assert sentence_abroad("forbidden", "de")[0] == "en"
    assert {code for code in BY_STATUS.values() if sentence_abroad(code, "de")[0] == "de"} >= {"not-found", "internal"}


def test_a_page_gives_the_number_that_support_asks_for(one_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def explode() -> None:
        raise RuntimeError("the password is swordfish")

    monkeypatch.setitem(one_house.app.view_functions, "health.alive", explode)
    explode.access_rule = server.access.PUBLIC  # type: ignore[attr-defined]
    answer = one_house.visitor().get("/healthz", headers={"Accept": "text/html"})
    assert answer.status_code == 500
    assert answer.headers["X-Request-Id"] in answer.text
    assert "swordfish" not in answer.text


def test_it_keeps_the_reason_of_a_fault_to_itself(one_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def explode() -> None:
        raise RuntimeError("the password is swordfish")

    monkeypatch.setitem(one_house.app.view_functions, "health.alive", explode)
    explode.access_rule = server.access.PUBLIC  # type: ignore[attr-defined]
    answer = one_house.visitor().get("/healthz")
    problem(answer, 500, "internal")
    assert "swordfish" not in answer.text


def test_it_says_that_nothing_is_published_yet(one_house: House) -> None:
    answer = one_house.visitor().get("/api/v1/products")
    problem(answer, 503, "nothing-published")
    assert int(answer.headers["Retry-After"]) > 0


def test_it_has_a_french_and_an_english_sentence_for_each_code() -> None:
    assert set(BY_STATUS.values()) <= SENTENCES.keys()
    for code, languages in SENTENCES.items():
        assert languages.keys() == {"fr", "en"}, code
        for title, detail in languages.values():
            assert title, code
            assert detail.endswith((".", "?", "!")), code


def test_its_french_is_set_as_french_is() -> None:
    said = [part for code in SENTENCES for part in sentence(code, "fr")]
    said += [field_sentence("kebab-case", "fr"), field_sentence("Must be one of: a, b.", "fr")]
    assert [one for one in said if re.search(r" [;:!?»]|« |'", one)] == []


def test_it_raises_only_codes_that_have_a_sentence() -> None:
    names = "|".join(cls.__name__ for cls in all_problems())
    raised = re.compile(rf'(?:{names})\(\s*"([a-z-]+)"|code="([a-z-]+)"')
    codes = {a or b for path in SOURCES.rglob("*.py") for a, b in raised.findall(path.read_text())}
    assert len(codes) > 10
    assert codes <= SENTENCES.keys()


def all_problems() -> list[type[Problem]]:
    return [Problem, *Problem.__subclasses__()]


def test_it_translates_what_validators_say() -> None:
    assert field_sentence("Must be one of: a, b.", "fr") == "Une de ces valeurs est attendue\u202f: a, b."
    assert field_sentence("product-not-found", "en").startswith("This product is not")
    for pattern, french, english in FIELD_SENTENCES:
        groups = re.compile(pattern).groups
        assert french.count("{") == english.count("{") == groups, pattern
