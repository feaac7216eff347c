"""The photo room's road: dropped, matched, decided on, tried out, published, undone, collected."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from server.catalogue import history
from server.database import db, now
from server.photos import store
from server.photos.models import Photo, PhotoDraft, PhotoFile, RevisionPhoto

from . import pictures
from .conftest import House
from .small_range import SHELL

PHOTOS = "/api/v1/photos"
DRAFTS = f"{PHOTOS}/drafts"


def dropped(desk: FlaskClient, name: str, data: bytes | None = None) -> dict[str, Any]:
    file = (io.BytesIO(pictures.photo() if data is None else data), name)
    answer = desk.post(DRAFTS, data={"file": file}, content_type="multipart/form-data")
    assert answer.status_code == 201, answer.text
    return dict(answer.json)


def tried(desk: FlaskClient, **asked: Any) -> dict[str, Any]:
    answer = desk.post(f"{PHOTOS}/trials", json=asked)
    assert answer.status_code == 201, answer.text
    return dict(desk.get(f"/api/v1/imports/{answer.json['import_id']}").json)


def published(desk: FlaskClient, confirm_removals: int = 0, **asked: Any) -> dict[str, Any]:
    trial = tried(desk, **asked)
    assert trial["state"] == "ready", trial["findings"]
    answer = desk.post(f"/api/v1/imports/{trial['id']}/publish", json={"confirm_removals": confirm_removals})
    assert answer.status_code == 200, answer.text
    return trial


def of_shell(desk: FlaskClient) -> list[dict[str, Any]]:
    snapshot = desk.get("/api/v1/shops/miramas/snapshot?lang=fr").json
    return list(next(one for one in snapshot["products"] if one["ref"] == "trilogy-shell").get("photos", []))


def test_a_photo_finds_its_piece_and_reaches_the_phones(shop: House) -> None:
    desk = shop.person("merchandiser")
    draft = dropped(desk, f"{SHELL}_2.jpg")
    assert (draft["ref"], draft["colour"], draft["position"]) == ("trilogy-shell", "Rouge", 2)
    assert (draft["confidence"], draft["because"]) == ("sure", ["gtin"])
    assert draft["alt"]["fr"].endswith("Trilogy Shell, Rouge")
    trial = published(desk, drafts=[draft["id"]])
    assert (trial["kind"], trial["changes"]["counts"]["photos_added"]) == ("photos", 1)
    assert trial["changes"]["photos"]["added"] == [f"trilogy-shell/{draft['photo']}"]
    assert of_shell(desk) == [
        {
            "photo": draft["photo"],
            "colour": 0,
            "width": 800,
            "height": 1000,
            "focus": [draft["focus_x"], draft["focus_y"]],
            "alt": draft["alt"]["fr"],
        }
    ]
    assert desk.get(DRAFTS).json == {"items": []}


def test_undo_takes_it_back_and_the_file_stays(shop: House) -> None:
    desk = shop.person("merchandiser")
    draft = dropped(desk, "trilogy-shell.jpg")
    published(desk, drafts=[draft["id"]])
    assert desk.post("/api/v1/revisions/1/restore", json={}).status_code == 201
    assert of_shell(desk) == []
    with shop.app.app_context():
        assert store.collect() == 0
    assert shop.visitor().get(f"/media/{draft['photo']}/320.webp").status_code == 200


def test_a_published_photo_is_changed_and_taken_away(one_shop: House) -> None:
    desk = one_shop.person("merchandiser")
    draft = dropped(desk, "trilogy-shell.jpg")
    published(desk, drafts=[draft["id"]])
    use = {"ref": "trilogy-shell", "photo": draft["photo"]}
    trial = published(desk, changes=[{**use, "focus_x": 10, "alt": {"fr": "De près"}}])
    fields = {each["field"]: each["after"] for each in trial["changes"]["photos"]["changed"][0]["fields"]}
    assert fields == {"focus_x": 10, "alt.fr": "De près"}
    assert of_shell(desk)[0]["alt"] == "De près"
    gone = published(desk, changes=[{**use, "remove": True}], confirm_removals=1)
    assert gone["changes"]["counts"]["photos_removed"] == 1
    assert of_shell(desk) == []


def test_a_photo_goes_only_when_its_number_is_confirmed(one_shop: House) -> None:
    desk = one_shop.person("merchandiser")
    draft = dropped(desk, "trilogy-shell.jpg")
    published(desk, drafts=[draft["id"]])
    use = {"ref": "trilogy-shell", "photo": draft["photo"]}
    trial = tried(desk, changes=[{**use, "remove": True}])
    key = f"trilogy-shell/{draft['photo']}"
    assert (trial["removals"]["count"], trial["removals"]["photo"]) == (1, 1)
    assert [(one["kind"], one["id"]) for one in trial["removals"]["listed"]] == [("photo", key)]
    assert trial["changes"]["pictures"] == {
        key: {"photo": draft["photo"], "colour": "Rouge", "focus": [draft["focus_x"], draft["focus_y"]]}
    }
    assert desk.post(f"/api/v1/imports/{trial['id']}/publish", json={}).status_code == 409
    assert len(of_shell(desk)) == 1


def test_the_same_photo_waits_once(one_shop: House) -> None:
    desk = one_shop.person("merchandiser")
    assert dropped(desk, "one.jpg")["id"] == dropped(desk, "two.jpg")["id"]
    assert len(one_shop.rows(Photo)) == 1


def test_a_person_decides_and_another_piece_forgets_the_rest(one_shop: House) -> None:
    desk = one_shop.person("merchandiser")
    draft = dropped(desk, "IMG_2034.jpg")
    assert (draft["ref"], draft["confidence"], draft["alt"]) == (None, "none", {})
    place = f"{DRAFTS}/{draft['id']}"
    given = {"ref": "trilogy-shell", "colour": "Rouge", "position": 3, "focus_x": 20, "alt": {"fr": "Capuche"}}
    told = desk.patch(place, json=given).json
    assert {name: told[name] for name in given} == given
    assert (told["confidence"], told["focus_y"]) == ("decided", draft["focus_y"])
    other = desk.patch(place, json={"ref": "grid-fleece"}).json
    assert (other["ref"], other["colour"], other["position"]) == ("grid-fleece", "Bleu", 3)
    assert "Polaire Léger" in other["alt"]["fr"]
    assert desk.get(DRAFTS).json["items"] == [other]
    assert desk.delete(place).status_code == 204
    assert desk.get(DRAFTS).json["items"] == []


@pytest.mark.parametrize(
    ("given", "status", "field"),
    [
        ({"ref": "nobody"}, 422, "ref"),
        ({"ref": "trilogy-shell", "colour": "Vert"}, 422, "colour"),
        ({"focus_x": 101}, 422, "focus_x"),
        ({"position": 0}, 422, "position"),
        ({"alt": {"xx": "?"}}, 422, "alt.xx.key"),
        ({"ref": "Not A Ref"}, 422, "ref"),
        ({"else": 1}, 422, "else"),
    ],
)
def test_a_wrong_decision_is_named_and_changes_nothing(
    one_shop: House, given: dict[str, Any], status: int, field: str
) -> None:
    desk = one_shop.person("merchandiser")
    draft = dropped(desk, "IMG_1.jpg")
    answer = desk.patch(f"{DRAFTS}/{draft['id']}", json=given)
    assert (answer.status_code, answer.json["errors"][0]["field"]) == (status, field)
    assert desk.get(DRAFTS).json["items"] == [draft]


def test_what_cannot_be_tried_out_is_said(one_shop: House) -> None:
    desk = one_shop.person("merchandiser")
    without = dropped(desk, "IMG_1.jpg")
    for asked, code in (
        ({"drafts": [without["id"]]}, "Dites de quelle pièce"),
        ({"drafts": ["01890000-0000-7000-8000-000000000000"]}, "n’est pas, ou plus, en attente"),
        ({}, "au moins une photo"),
    ):
        answer = desk.post(f"{PHOTOS}/trials", json=asked)
        assert answer.status_code == 422
        assert code in answer.json["errors"][0]["message"]


def test_a_refusal_speaks_both_languages(one_shop: House) -> None:
    desk = one_shop.person("merchandiser")
    for lang, words in (("fr", "ni JPEG"), ("en", "neither JPEG")):
        answer = desk.post(
            DRAFTS,
            data={"file": (io.BytesIO(b"%PDF-1.7"), "a.jpg")},
            content_type="multipart/form-data",
            headers={"Accept-Language": lang},
        )
        assert answer.status_code == 422
        assert words in answer.json["errors"][0]["message"]
    assert one_shop.rows(Photo) == []


def test_names_are_read_for_their_words_alone(one_shop: House) -> None:
    draft = dropped(one_shop.person("merchandiser"), "..\\..\\etc/trilogy\u202eshell\x00.jpg")
    assert draft["name"] == "trilogyshell.jpg"


@pytest.mark.parametrize("role", ["seller", "manager"])
def test_only_merchandisers_bring_photos(one_shop: House, role: str) -> None:
    person = one_shop.person(role)
    answer = person.post(DRAFTS, data={"file": (io.BytesIO(b""), "a.jpg")}, content_type="multipart/form-data")
    assert answer.status_code == 403
    assert person.get(DRAFTS).status_code == (200 if role == "manager" else 403)
    assert person.post(f"{PHOTOS}/trials", json={}).status_code == 403


def test_it_tells_which_pieces_lack_a_photo(one_shop: House) -> None:
    desk = one_shop.person("merchandiser")
    draft = dropped(desk, "trilogy-shell.jpg")
    published(desk, drafts=[draft["id"]])
    told = desk.get(f"{PHOTOS}/pieces?lang=fr&without=true").json
    assert [one["ref"] for one in told["items"]] == ["day-pack", "grid-fleece"]
    assert (told["pieces"], told["without_any"], told["photos"]) == (4, 3, 1)
    whole = desk.get(f"{PHOTOS}/pieces?lang=fr&q=trilogy").json["items"]
    assert [(one["ref"], one["missing"], one["photos"][0]["colour"]) for one in whole] == [
        ("trilogy-shell", [], "Rouge")
    ]
    first = desk.get(f"{PHOTOS}/pieces?limit=1").json
    assert desk.get(f"{PHOTOS}/pieces?limit=1&cursor={first['next_cursor']}").json["items"][0]["ref"] == "grid-fleece"


def test_what_nothing_names_is_collected_after_a_while(house: House, content: Any) -> None:
    house.publish(content)
    desk = house.person("merchandiser")
    named, idle, young = (
        dropped(desk, name, pictures.photo((at, 0, 0)))
        for at, name in ((90, "trilogy-shell.jpg"), (150, "b.jpg"), (210, "c.jpg"))
    )
    published(desk, drafts=[named["id"]])
    with house.app.app_context():
        long_ago = now() - store.KEPT - timedelta(days=1)
        for photo in (named["photo"], idle["photo"]):
            db.session.execute(sa.update(Photo).where(Photo.photo == photo).values(brought_at=long_ago))
            db.session.execute(sa.update(PhotoDraft).where(PhotoDraft.photo == photo).values(created_at=long_ago))
        db.session.commit()
        assert store.collect() == 1
    assert {one.photo for one in house.rows(Photo)} == {named["photo"], young["photo"]}
    assert {one.photo for one in house.rows(PhotoFile)} == {named["photo"], young["photo"]}
    with house.app.app_context():  # so many revisions later nobody goes back to it
        db.session.execute(sa.update(RevisionPhoto).values(revision=history.newest()))
        older = history.newest() - store.KEPT_REVISIONS
        db.session.execute(sa.delete(RevisionPhoto).where(RevisionPhoto.revision > older))
        db.session.commit()
        assert store.collect() == 1
    assert {one.photo for one in house.rows(Photo)} == {young["photo"]}
