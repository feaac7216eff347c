from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from server import knowledge
from server.catalogue import history
from server.catalogue.models import Revision
from server.database import db, now
from server.errors import Conflict
from server.imports import service
from server.imports.models import Import
from server.stock.models import StockLevel

from . import small_range
from .small_range import SHELL

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from server.imports.service import Trial

    from .conftest import House

CHEAPER = f"shop,gtin,price_cents\nmiramas,{SHELL},29990\n"
COUNT = f"shop,gtin,quantity\nmiramas,{SHELL},7\n"


def drop(client: FlaskClient, text: str, name: str = "prices.csv") -> TestResponse:
    return client.post("/api/v1/imports", data={"file": (io.BytesIO(text.encode()), name)})


def dropped(client: FlaskClient, text: str, name: str = "prices.csv") -> Any:
    answer = drop(client, text, name)
    assert answer.status_code == 201, answer.text
    return answer.get_json()


def zipped(files: dict[str, str]) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    packed.seek(0)
    return packed


def price(house: House) -> int:
    product = house.visitor().get("/api/v1/products/trilogy-shell?shop=miramas").get_json()
    return int(next(one["price_cents"] for one in product["variants"] if one["gtin"] == SHELL))


def test_it_shows_what_would_change_and_changes_nothing(shop: House) -> None:
    trial = dropped(shop.person("merchandiser", name="Zoé"), CHEAPER)
    assert trial["state"] == "ready"
    assert trial["author"] == "Zoé"
    assert trial["base_revision"] == 1
    assert trial["changes"]["counts"]["prices"] == 1
    assert trial["changes"]["prices"] == [
        {"shop": "miramas", "gtin": SHELL, "ref": "trilogy-shell", "before": [34990, 49990], "after": [29990, 49990]}
    ]
    assert price(shop) == 34990
    assert [row.number for row in shop.rows(Revision)] == [1]


def test_it_publishes_what_was_shown(shop: House) -> None:
    client = shop.person("merchandiser", name="Zoé")
    trial = dropped(client, CHEAPER)
    answer = client.post(f"/api/v1/imports/{trial['id']}/publish")
    assert answer.status_code == 200
    assert answer.get_json()["published_revision"] == 2
    assert price(shop) == 29990
    rows = {row.number: row for row in shop.rows(Revision)}
    assert rows[2].author == "Zoé"
    assert rows[1].content_hash != rows[2].content_hash
    assert shop.rows(Import)[0].state == "published"


def test_it_publishes_once(shop: House) -> None:
    client = shop.person("merchandiser")
    address = f"/api/v1/imports/{dropped(client, CHEAPER)['id']}/publish"
    assert client.post(address).status_code == 200
    again = client.post(address)
    assert (again.status_code, again.get_json()["code"]) == (409, "import-published")
    assert len(shop.rows(Revision)) == 2


def test_it_takes_nothing_of_a_file_with_an_error(shop: House) -> None:
    client = shop.person("merchandiser")
    trial = dropped(client, CHEAPER + "miramas,20000000000012,990\n")
    assert trial["state"] == "refused"
    [finding] = [one for one in trial["findings"] if one["severity"] == "error"]
    assert (finding["file"], finding["line"], finding["column"]) == ("prices.csv", 3, "gtin")
    answer = client.post(f"/api/v1/imports/{trial['id']}/publish")
    assert (answer.status_code, answer.get_json()["code"]) == (409, "import-refused")
    assert price(shop) == 34990


def test_it_says_what_is_wrong_in_the_readers_language(shop: House) -> None:
    client = shop.person("merchandiser")
    trial = dropped(client, "shop,gtin,price_cents\nmiramas,nonsense,1\n")
    french = trial["findings"][0]["message"]
    english = client.get(f"/api/v1/imports/{trial['id']}", headers={"Accept-Language": "en"}).get_json()
    assert english["findings"][0]["message"] != french


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.csv", b"\x00\xff\xfe\x01"),
        ("x.xlsx", b"PK\x03\x04broken"),
        ("../../etc/passwd", b"a,b\n1,2\n"),
    ],
)
def test_it_refuses_what_is_no_range(shop: House, name: str, data: bytes) -> None:
    answer = shop.person("merchandiser").post("/api/v1/imports", data={"file": (io.BytesIO(data), name)})
    assert answer.status_code == 201
    trial = answer.get_json()
    assert trial["state"] == "refused"
    assert trial["findings"]


def test_it_takes_a_zip_of_tables(house: House) -> None:
    packed = zipped({name: data.decode() for name, data in small_range.files().items()})
    client = house.person("merchandiser")
    trial = client.post("/api/v1/imports", data={"file": (packed, "range.zip")}).get_json()
    assert trial["changes"]["counts"]["products_added"] == 4
    assert client.post(f"/api/v1/imports/{trial['id']}/publish").status_code == 200
    assert {row.gtin: row.quantity for row in house.rows(StockLevel)}[SHELL] == 2


def test_it_refuses_a_trial_that_another_publication_overtook(shop: House) -> None:
    client = shop.person("merchandiser")
    first, second = dropped(client, CHEAPER), dropped(client, CHEAPER.replace("29990", "19990"))
    assert client.post(f"/api/v1/imports/{second['id']}/publish").status_code == 200
    answer = client.post(f"/api/v1/imports/{first['id']}/publish")
    assert (answer.status_code, answer.get_json()["code"]) == (409, "import-outdated")
    assert price(shop) == 19990


def test_of_two_publications_at_once_one_is_refused(shop: House, content: Trial) -> None:
    assert content.content is not None
    with shop.app.app_context():
        history.publish(content.content, 1, "first", "")
        db.session.commit()
        with pytest.raises(Conflict):
            history.publish(content.content, 1, "second", "")
    assert {row.number: row.author for row in shop.rows(Revision)} == {1: "test", 2: "first"}


def test_it_publishes_revision_and_counts_together_or_not_at_all(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    client = shop.person("merchandiser")
    packed = zipped({"prices.csv": CHEAPER, "stock.csv": COUNT})
    trial = client.post("/api/v1/imports", data={"file": (packed, "x.zip")}).get_json()

    def crash(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(service.stock, "count", crash)
    assert client.post(f"/api/v1/imports/{trial['id']}/publish").status_code == 500
    assert len(shop.rows(Revision)) == 1
    assert shop.rows(Import)[0].state == "ready"
    monkeypatch.undo()
    assert client.post(f"/api/v1/imports/{trial['id']}/publish").status_code == 200
    assert len(shop.rows(Revision)) == 2
    assert {row.gtin: row.quantity for row in shop.rows(StockLevel)}[SHELL] == 7


def test_counts_alone_make_no_revision(shop: House) -> None:
    client = shop.person("merchandiser")
    trial = dropped(client, COUNT, "stock.csv")
    assert not any(trial["changes"]["counts"].values())
    assert trial["stock"] == 1
    answer = client.post(f"/api/v1/imports/{trial['id']}/publish")
    assert answer.get_json()["published_revision"] == 1
    assert len(shop.rows(Revision)) == 1
    assert {row.gtin: row.quantity for row in shop.rows(StockLevel)}[SHELL] == 7


def test_it_goes_back_to_a_revision_to_the_byte(shop: House) -> None:
    client = shop.person("merchandiser", name="Zoé")
    client.post(f"/api/v1/imports/{dropped(client, CHEAPER)['id']}/publish")
    answer = client.post("/api/v1/revisions/1/restore")
    assert answer.status_code == 201
    assert answer.get_json()["number"] == 3
    rows = {row.number: row for row in shop.rows(Revision)}
    assert rows[3].content_hash == rows[1].content_hash
    assert price(shop) == 34990
    listed = client.get("/api/v1/revisions").get_json()["items"]
    assert [one["number"] for one in listed] == [3, 2, 1]


@pytest.mark.parametrize("number", ["9", "0", str(2**31), str(2**80)])
def test_it_knows_no_other_revision(shop: House, number: str) -> None:
    assert shop.person("merchandiser").post(f"/api/v1/revisions/{number}/restore").status_code == 404


@pytest.mark.parametrize("unknown", ["nonsense", "%00", "01a2059a-fdbd-7423-939c-a4427c6918a0"])
def test_it_knows_no_other_import(shop: House, unknown: str) -> None:
    client = shop.person("merchandiser")
    assert client.get(f"/api/v1/imports/{unknown}").status_code == 404
    assert client.post(f"/api/v1/imports/{unknown}/publish").status_code == 404


@pytest.mark.parametrize("role", ["seller", "manager"])
def test_it_is_for_the_brand_alone(shop: House, role: str) -> None:
    assert drop(shop.person(role), CHEAPER).status_code == 403
    assert shop.rows(Import) == []


def test_it_wants_a_file(shop: House) -> None:
    client = shop.person("merchandiser")
    assert client.post("/api/v1/imports", data={"other": "x"}, content_type="multipart/form-data").status_code == 422
    assert client.post("/api/v1/imports", json={}).status_code == 415


def test_it_forgets_old_trials_that_nobody_published(shop: House) -> None:
    client = shop.person("merchandiser")
    old = dropped(client, CHEAPER)
    with shop.app.app_context():
        db.session.execute(sa.update(Import).values(created_at=now() - timedelta(days=31)))
        db.session.commit()
    dropped(client, CHEAPER)
    assert client.get(f"/api/v1/imports/{old['id']}").status_code == 404


def test_it_asks_the_sample_customers_and_says_who_would_hear_something_else(shop: House) -> None:
    client = shop.person("merchandiser")
    unchanged = dropped(client, CHEAPER)["advice"]
    own_pieces = sum("candidates" in sample for sample in knowledge.samples())
    assert unchanged["customers"] == own_pieces + 2 * (len(knowledge.samples()) - own_pieces), "asked in both shops"
    assert unchanged["agree"] == unchanged["agreed_before"] < unchanged["customers"]
    assert unchanged["changed"] == []
    dearer = dropped(client, "ref,category\ntrilogy-shell,rain-jacket\n", "products.csv")["advice"]
    assert dearer["changed_count"] == len(dearer["changed"]) > 0
    assert any(one["before"] != one["after"] and one["says"] for one in dearer["changed"])
    order = [one["verdict"] for one in dearer["changed"]]
    assert order == sorted(order, key=("lost", "won", "other").index)


def test_a_restored_revision_is_compared_by_its_own_advice(shop: House) -> None:
    client = shop.person("merchandiser")
    first = dropped(client, CHEAPER)["advice"]
    trial = dropped(client, "ref,category\ntrilogy-shell,rain-jacket\n", "products.csv")
    assert client.post(f"/api/v1/imports/{trial['id']}/publish").status_code == 200
    other = dropped(client, CHEAPER)["advice"]
    assert client.post("/api/v1/revisions/1/restore").status_code == 201
    back = dropped(client, CHEAPER)["advice"]
    assert (back["agreed_before"], back["changed"]) == (first["agreed_before"], [])
    assert other["changed"] == []


def test_a_revision_whose_customers_nobody_asked_is_no_comparison(shop: House) -> None:
    with shop.app.app_context():
        db.session.execute(sa.update(Revision).values(samples=None))
        db.session.commit()
    trial = dropped(shop.person("merchandiser"), CHEAPER)
    assert trial["advice"]["agreed_before"] is None
    assert trial["advice"]["changed"] == []


def test_a_note_alone_is_published_and_said_to_change_nothing_for_phones(shop: House) -> None:
    client = shop.person("merchandiser")
    noted = (
        "ref,property,value,provenance,source,status,note\n"
        "grid-fleece,weight_g,280,demonstration,,kept,Pesée en réserve\n"
    )
    trial = dropped(client, noted, "facts.csv")
    assert trial["changes"]["counts"]["products_changed"] == 1
    [said] = [one for one in trial["findings"] if one["code"] == "phones-unchanged"]
    assert (said["severity"], "téléphones" in said["message"]) == ("info", True)
    published = client.post(f"/api/v1/imports/{trial['id']}/publish").get_json()
    assert published["published_revision"] == 2
    first, second = shop.rows(Revision)
    assert first.content_hash == second.content_hash
    with shop.app.app_context():
        assert history.facts(2).products["grid-fleece"].properties["weight_g"].note == "Pesée en réserve"
    again = dropped(client, noted, "facts.csv")
    assert not any(again["changes"]["counts"].values())
    assert "phones-unchanged" not in {one["code"] for one in again["findings"]}
    assert client.post(f"/api/v1/imports/{again['id']}/publish").get_json()["published_revision"] == 2


def twins(trial: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in trial["findings"] if one["code"] == "variant-twin"]


def test_a_second_barcode_of_one_piece_is_named_whichever_batch_brought_the_first(shop: House) -> None:
    client = shop.person("merchandiser")
    head = "gtin,sku,ref,size,colour_fr,colour_en,colour_hex\n"
    twin = f"{head}02000000000053,TS-M2,trilogy-shell,m,rouge,Red,#c8102e\n"
    trial = dropped(client, twin, "variants.csv")
    [said] = twins(trial)
    assert (said["code"], said["severity"], said["line"], said["column"]) == ("variant-twin", "warning", 2, "gtin")
    assert SHELL in said["message"]
    assert trial["state"] == "ready"
    both = f"{twin}02000000000060,TS-M3,trilogy-shell,XL,Rouge,Red,#c8102e\n"
    both += "02000000000077,TS-M4,trilogy-shell,xl,Rouge,Red,#c8102e\n"
    assert [one["line"] for one in twins(dropped(client, both, "variants.csv"))] == [2, 3]
    other = twin.replace("rouge,Red,#c8102e", "Vert,Green,#00aa00")
    assert twins(dropped(client, other, "variants.csv")) == []
    replaced = f"{twin[:-1]},\n{SHELL},,,,,,,oui\n".replace("colour_hex\n", "colour_hex,remove\n")
    assert twins(dropped(client, replaced, "variants.csv")) == []
