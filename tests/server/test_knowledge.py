"""The finder's knowledge at the desk: read, changed by a dry run, published, and undone."""

from __future__ import annotations

import io
from typing import Any

from flask.testing import FlaskClient

from .conftest import House

ROLE = {"part": "criterion", "id": "baselayer-role-cold"}


def shown(person: FlaskClient) -> dict[str, Any]:
    answer = person.get("/api/v1/knowledge?lang=fr")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json
    return found


def known(person: FlaskClient, part: str, name: str) -> dict[str, Any]:
    answer = person.get(f"/api/v1/knowledge/{part}/{name}?lang=fr")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json
    return found


def criterion(person: FlaskClient, name: str = "baselayer-role-cold") -> dict[str, Any]:
    return known(person, "criterion", name)


def propose(person: FlaskClient, *changes: dict[str, Any]) -> Any:
    return person.post("/api/v1/knowledge/changes", json={"changes": [ROLE | change for change in changes]})


def fields(thing: dict[str, Any]) -> dict[str, tuple[str, str | None]]:
    return {one["field"]: (one["value"], one["house"]) for one in thing["fields"]}


def test_it_is_read_in_words(one_shop: House) -> None:
    manager = one_shop.person("manager")
    role = criterion(manager)
    assert role["on"]
    assert role["weight"] == 14
    assert "température ressentie" in role["when"]
    assert fields(role)["reason_fr"] == ("C’est une vraie première couche, près du corps.", None)
    assert role["sources"][-1]["address"].startswith("https://")
    weather = known(manager, "question", "weather")
    assert "weather.rain" in [one["id"] for one in weather["answers"]]


def test_a_change_is_tried_out_published_exported_and_undone(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    dry_run = propose(person, {"field": "weight", "value": "20"}, {"field": "on", "value": "no"})
    assert dry_run.status_code == 201, dry_run.text
    assert dry_run.json["kind"] == "knowledge"
    changes = dry_run.json["changes"]
    assert changes["counts"]["knowledge_changed"] == 1
    told = changes["knowledge"]["changed"][0]
    assert [(one["field"], one["before"], one["after"]) for one in told["fields"]] == [
        ("on", "yes", "no"),
        ("weight", "14", "20"),
    ]
    assert changes["names"][told["id"]] == "C’est une vraie première couche, près du corps."
    assert dry_run.json["advice"]["customers"] > 0
    assert criterion(person)["weight"] == 14  # nothing is written yet

    published = person.post(f"/api/v1/imports/{dry_run.json['id']}/publish")
    assert published.status_code == 200, published.text
    role = criterion(person)
    assert (role["weight"], role["on"]) == (20, False)
    assert fields(role)["weight"] == ("20", "14")

    taken = person.get("/api/v1/exports/own?format=csv&lang=en")
    again = person.post("/api/v1/imports", data={"file": (io.BytesIO(taken.data), "catalogue.zip")})
    assert not any(again.json["changes"]["counts"].values())

    assert person.post("/api/v1/revisions/1/restore").status_code == 201
    assert fields(criterion(person))["weight"] == ("14", None)


def test_what_the_house_says_can_be_put_back_field_by_field(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    for change in ({"field": "weight", "value": "20"}, {"field": "weight", "value": None}):
        dry_run = propose(person, change)
        assert person.post(f"/api/v1/imports/{dry_run.json['id']}/publish").status_code == 200
    assert fields(criterion(person))["weight"] == ("14", None)


def test_what_cannot_stand_is_said_at_its_field_and_nothing_is_tried(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    refused = propose(
        person,
        {"field": "weight", "value": "many"},
        {"field": "when", "value": "slot: moon"},
        {"part": "question", "id": "wanted", "field": "on", "value": "no"},
        {"field": "on", "value": "no"},
        {"part": "answer", "id": "nobody.knows", "field": "label", "value": None},
    )
    assert refused.status_code == 422
    told = {one["field"]: one["message"] for one in refused.json["errors"]}
    assert list(told) == ["changes.0.value", "changes.1.value", "changes.2.value", "changes.4.value"]
    assert "nobody.knows" in told["changes.4.value"]
    assert "baselayer" in told["changes.1.value"]
    assert person.get("/api/v1/imports").json["items"] == []


def test_a_file_that_cannot_stand_is_a_finding(one_shop: House) -> None:
    lines = "part,id,field,value\ncriterion,baselayer-role-cold,when,slot: moon\nquestion,wanted,on,non\n"
    person = one_shop.person("merchandiser")
    tried = person.post("/api/v1/imports", data={"file": (io.BytesIO(lines.encode()), "knowledge.csv")})
    assert tried.json["state"] == "refused"
    assert [one["code"] for one in tried.json["findings"]] == ["knowledge-condition", "knowledge-essential"]
    assert [one["line"] for one in tried.json["findings"]] == [2, 3]


def test_a_condition_is_read_in_words_and_changed(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    slot = next(one for one in shown(person)["conditions"] if one["key"] == "slot")
    assert {"value": "any", "label": "rien de précis"} in slot["values"]
    assert fields(criterion(person))["when"][0].startswith("cold: 2, 3, 4, 5 | slot:")
    dry_run = propose(person, {"field": "when", "value": "cold: 4, 5"})
    assert dry_run.status_code == 201, dry_run.text
    person.post(f"/api/v1/imports/{dry_run.json['id']}/publish")
    assert criterion(person)["when"].startswith("température ressentie")
    assert fields(criterion(person))["when"] == ("cold: 4, 5", "cold: 2, 3, 4, 5 | slot: baselayer, any")


def test_a_question_that_is_switched_off_is_asked_of_nobody(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    weather = {"part": "question", "id": "weather", "field": "on", "value": "no"}
    dry_run = propose(person, weather)
    assert person.post(f"/api/v1/imports/{dry_run.json['id']}/publish").status_code == 200
    assert not next(one for one in shown(person)["lines"] if one["id"] == "weather")["on"]
    phone: Any = one_shop.visitor().get("/api/v1/shops/miramas/snapshot?lang=fr").json
    whens = {one["id"]: one["when"] for one in phone["finder"]["questions"]}
    assert (whens["weather"], whens["effort"]) == ({"off": []}, {})
    page: Any = one_shop.visitor().post("/api/v1/finder", json={"answers": {"weather": "rain"}, "lang": "fr"})
    assert page.status_code == 200  # who says it is still understood


def test_what_somebody_else_published_meanwhile_is_not_overwritten(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    first = propose(person, {"field": "weight", "value": "20", "was": "14"})
    assert person.post(f"/api/v1/imports/{first.json['id']}/publish").status_code == 200
    late = propose(person, {"field": "weight", "value": "16", "was": "14"})
    assert late.status_code == 409
    assert late.json["errors"][0]["field"] == "changes.0.value"
    assert "20" in late.json["errors"][0]["message"]
    assert propose(person, {"field": "weight", "value": "16", "was": "20"}).status_code == 201


def test_the_other_pieces_of_a_question_are_judged_by_the_same_knowledge(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    dry_run = propose(person, {"field": "on", "value": "no"})
    person.post(f"/api/v1/imports/{dry_run.json['id']}/publish")
    piece = {"ref": "mine", "category": "baselayer-top", "audience": "men", "properties": {"material": "merino"}}
    asked = {"answers": {"wanted": "baselayer", "temperature_c": -8}, "candidates": [piece], "lang": "en"}
    answer = one_shop.visitor().post("/api/v1/finder", json=asked)
    assert answer.status_code == 200, answer.text
    codes = {reason["code"] for result in answer.json["results"] for reason in result["reasons"]}
    assert "baselayer-role-cold" not in codes


def test_only_whoever_keeps_the_range_may_change_it(one_shop: House) -> None:
    assert propose(one_shop.person("manager"), {"field": "weight", "value": "20"}).status_code == 403
    assert one_shop.person("seller").get("/api/v1/knowledge").status_code == 403
    assert one_shop.visitor().get("/api/v1/knowledge").status_code == 401


def test_what_nobody_changed_is_not_sent_again(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    for path in ("/api/v1/knowledge?lang=en", "/api/v1/knowledge/need/pack.litres?lang=en"):
        first = person.get(path)
        assert first.headers["Cache-Control"] == "private, no-cache"
        again = person.get(path, headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
    whole = person.get("/api/v1/knowledge?lang=fr", headers={"Accept-Encoding": "br"})
    assert whole.headers["Content-Encoding"] == "br"
    assert len(whole.data) < 30_000


def test_a_threshold_tells_its_source_and_whom_it_decides_for(one_shop: House) -> None:
    litres = known(one_shop.person("manager"), "need", "pack.litres")
    assert litres["sources"][0]["address"].startswith("https://")
    assert {"part": "criterion", "id": "pack-litres"} in [
        {"part": one["part"], "id": one["id"]} for one in litres["related"]
    ]
    day = next(one for one in litres["fields"] if one["label"] == "durée\u202f: journée")
    assert (day["value"], day["unit"], day["low"], day["high"]) == ("20", "l", 5, 100)
    touches: Any = one_shop.person("manager").get("/api/v1/knowledge/need/pack.litres/touches?lang=fr").json
    decided = {one["field"]: one["customers"] for one in touches["lines"]}
    assert 0 < decided[day["field"]] < touches["customers_count"] < touches["customers_all"]
    assert any("day" in one["id"] for one in touches["customers"])


def test_a_threshold_is_changed_and_the_phone_asks_for_other_litres(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    field = next(
        one["field"] for one in known(person, "need", "pack.litres")["fields"] if one["label"] == "durée\u202f: journée"
    )
    change = {"part": "need", "id": "pack.litres", "field": field, "value": "28", "was": "20"}
    dry_run = propose(person, change)
    assert dry_run.status_code == 201, dry_run.text
    assert dry_run.json["advice"]["changed_count"] > 0
    told = dry_run.json["changes"]["knowledge"]["changed"][0]
    assert dry_run.json["changes"]["names"][told["id"]].startswith("Sacs")
    assert [(one["before"], one["after"]) for one in told["fields"]] == [("20", "28")]
    assert dry_run.json["changes"]["names"][f"{told['id']}/{told['fields'][0]['field']}"] == "durée\u202f: journée"
    person.post(f"/api/v1/imports/{dry_run.json['id']}/publish")
    tables = one_shop.visitor().get("/api/v1/shops/miramas/snapshot?lang=fr").json["finder"]
    litres = next(one for one in tables["needs"]["families"]["pack"] if one["id"] == "litres")
    assert litres["rows"][int(field.split("_")[1]) - 1]["value"] == 28
    assert any(one["id"] == "pack-litres-28" for one in tables["criteria"])
    assert next(one for one in shown(person)["lines"] if one["id"] == "pack.litres")["otherwise"]


def test_the_range_is_held_against_a_scale_before_anything_is_tried(one_shop: House) -> None:
    person = one_shop.person("manager")
    url = "/api/v1/knowledge/criterion/pack-litres/preview"
    scale = "35: 0 | 100: 100 | 120: 0"
    seen = person.post(url, json={"fields": [{"field": "scale_1", "value": scale}], "level": 20})
    assert seen.status_code == 200, seen.text
    assert seen.json["level"] == 20
    piece = seen.json["pieces"][0]
    assert (piece["ref"], piece["property"], piece["value"]) == ("day-pack", "volume_l", 25)
    assert piece["before"] > piece["after"] == 0
    assert (seen.json["better"], seen.json["worse"]) == (0, 1)
    wrong = person.post(url, json={"fields": [{"field": "scale_1", "value": "35"}]})
    assert (wrong.status_code, wrong.json["errors"][0]["field"]) == (422, "fields.0.value")
    assert person.post(url.replace("pack-litres", "nothing"), json={"fields": []}).status_code == 404


def test_a_sentence_said_in_one_language_asks_for_the_others(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    dry_run = propose(person, {"field": "reason_fr", "value": "Elle colle à la peau, et c’est voulu."})
    warned = next(one for one in dry_run.json["findings"] if one["code"] == "knowledge-languages")
    assert "en, de, it, es" in warned["message"]
    person.post(f"/api/v1/imports/{dry_run.json['id']}/publish")
    assert criterion(person)["behind"] == ["en", "de", "it", "es"]
    german = one_shop.visitor().get("/api/v1/shops/miramas/snapshot?lang=de").json["finder"]["criteria"]
    said = next(one for one in german if one["id"] == "baselayer-role-cold")["reason"]
    assert said == fields(criterion(person))["reason_de"][0]  # the phone says the old sentence until it is read again


def test_a_question_comes_later(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    dry_run = propose(person, {"part": "question", "id": "effort", "field": "stage", "value": "4"})
    assert dry_run.status_code == 201, dry_run.text
    person.post(f"/api/v1/imports/{dry_run.json['id']}/publish")
    phone: Any = one_shop.visitor().get("/api/v1/shops/miramas/snapshot?lang=fr").json
    assert {one["id"]: one["stage"] for one in phone["finder"]["questions"]}["effort"] == 4


def test_there_is_no_such_rule(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    for name in ("criterion/nothing", "need/pack.nothing", "question/pack.litres", "answer/weather.rain"):
        assert person.get(f"/api/v1/knowledge/{name}").status_code == 404
