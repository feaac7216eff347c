"""The catalogue taken away as a file, and dropped again."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema_rs
import openpyxl
import orjson
import pytest

from catalog.feeds.out import google, shopify
from server.audit.models import AuditEntry

from .conftest import House
from .small_range import SHELL, SHELL_L

OWN = "/api/v1/exports/own"
RSS = {"g": google.NAMESPACE}


def table(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("query", ["format=csv&lang=fr", "format=csv&lang=en", "format=xlsx"])
def test_what_was_taken_away_changes_nothing_when_it_is_dropped(one_shop: House, query: str) -> None:
    person = one_shop.person("merchandiser")
    taken = person.get(f"{OWN}?{query}")
    assert taken.status_code == 200
    disposition = taken.headers["Content-Disposition"]
    assert re.match(r"attachment; filename=cordee-catalogue-\d{4}-\d\d-\d\d-r1\.", disposition)
    name = disposition.rsplit("=", 1)[1]
    dropped = person.post("/api/v1/imports", data={"file": (io.BytesIO(taken.data), name)})
    assert dropped.status_code == 201
    assert not [one for one in dropped.json["findings"] if one["severity"] == "error"]
    assert not any(dropped.json["changes"]["counts"].values())


def test_the_whole_source_comes_back_as_json(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    taken = person.get("/api/v1/exports/json")
    assert orjson.loads(taken.data)["products"]["trilogy-shell"]["name"] == "Trilogy Shell"
    dropped = person.post("/api/v1/imports", data={"file": (io.BytesIO(taken.data), "catalogue.json")})
    assert not any(dropped.json["changes"]["counts"].values())


def test_the_json_is_described(one_shop: House) -> None:
    described: Any = one_shop.visitor().get("/api/v1/exports/json/schema").json
    whole = orjson.loads(one_shop.person("merchandiser").get("/api/v1/exports/json").data)
    validator = jsonschema_rs.validator_for(described)
    validator.validate(whole)
    assert not validator.is_valid({**whole, "customers": {}})


def test_an_empty_template_explains_itself_in_the_reader_s_language(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    for lang, sheet in (("fr", "Lisez-moi"), ("en", "Read me")):
        taken = person.get(f"{OWN}?format=xlsx&empty=true", headers={"Accept-Language": lang})
        book = openpyxl.load_workbook(io.BytesIO(taken.data), read_only=True)
        assert book.sheetnames[0] == sheet
        name = {"fr": "modele", "en": "template"}[lang]
        assert taken.headers["Content-Disposition"].endswith(f"cordee-{name}.xlsx")


def test_one_table_alone_is_a_plain_csv(one_shop: House) -> None:
    taken = one_shop.person("merchandiser").get(f"{OWN}?only=prices&shop=miramas&lang=fr")
    rows = table(taken.data, ";")
    assert {row["gtin"]: (row["price"], row["reference_price"]) for row in rows}[SHELL] == ("349,90", "499,90")
    assert {row["shop"] for row in rows} == {"miramas"}
    assert taken.mimetype == "text/csv"


def test_a_category_or_group_narrows_the_range(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    for wanted, refs in (("fleece", {"grid-fleece", "paper-only"}), ("pack", {"day-pack"})):
        rows = table(person.get(f"{OWN}?only=products&lang=en&category={wanted}").data)
        assert {row["ref"] for row in rows} == refs
    assert person.get(f"{OWN}?category=cheese").status_code == 404


def test_a_shop_takes_only_what_it_sells(one_shop: House) -> None:
    with zipfile.ZipFile(io.BytesIO(one_shop.person("merchandiser").get(f"{OWN}?shop=annecy&lang=en").data)) as archive:
        assert {row["ref"] for row in table(archive.read("products.csv"))} == {"day-pack"}
        assert {row["shop"] for row in table(archive.read("shops.csv"))} == {"annecy"}


def test_shopify_gets_its_own_columns(one_shop: House) -> None:
    taken = one_shop.person("merchandiser").get("/api/v1/exports/shopify?shop=miramas&lang=fr")
    header = taken.data.decode().split("\r\n", 1)[0]
    assert header.split(",") == list(shopify.COLUMNS)
    assert len(shopify.COLUMNS) == 57
    rows = [row for row in table(taken.data) if row["URL handle"] == "trilogy-shell"]
    assert [row["Title"] for row in rows] == ["Trilogy Shell", ""]
    assert [row["Option1 value"] for row in rows] == ["M", "L"]
    assert rows[0]["Price"] == "349.90"
    assert rows[0]["Compare-at price"] == "499.90"
    assert [row["Inventory quantity"] for row in rows] == ["2", ""]
    assert rows[0]["Weight value (grams)"] == "420"


def test_google_gets_offers_with_prices_and_identity(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    channel = ET.fromstring(person.get("/api/v1/exports/google?shop=miramas&lang=en").data)  # noqa: S314
    offers = {item.findtext("g:id", namespaces=RSS): item for item in channel.iter("item")}
    shell = offers[SHELL]
    told = {name: shell.findtext(f"g:{name}", namespaces=RSS) for name in google.COLUMNS}
    assert told["price"] == "499.90 EUR"
    assert told["sale_price"] == "349.90 EUR"
    assert told["item_group_id"] == "trilogy-shell"
    assert (told["gender"], told["age_group"], told["size"], told["color"]) == ("female", "adult", "M", "Red")
    assert told["link"] == f"https://cordee.example/01/{SHELL}"
    assert told["identifier_exists"] == "yes"  # brand and MPN name it; a number for inside one shop would not
    assert offers[SHELL_L].findtext("g:availability", namespaces=RSS) == "out_of_stock"  # nobody has counted it
    rows = table(person.get("/api/v1/exports/google?shop=miramas&lang=en&format=tsv").data, "\t")
    assert {row["id"] for row in rows} == set(offers)
    assert list(rows[0]) == list(google.COLUMNS)


def test_a_feed_without_a_shop_is_refused(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    assert person.get("/api/v1/exports/google").status_code == 422
    assert person.get("/api/v1/exports/google?shop=nowhere").status_code == 404


def test_what_one_has_is_not_sent_again(one_shop: House) -> None:
    person = one_shop.person("merchandiser")
    first = person.get(f"{OWN}?format=xlsx&lang=fr")
    again = person.get(f"{OWN}?format=xlsx&lang=fr", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = person.get(f"{OWN}?format=xlsx&lang=en", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_who_took_what_is_written_down_once(one_shop: House) -> None:
    person = one_shop.person("merchandiser", name="Camille")
    taken = person.get(f"{OWN}?only=prices&lang=fr")
    person.get(f"{OWN}?only=prices&lang=fr", headers={"If-None-Match": taken.headers["ETag"]})
    deeds = [deed for deed in one_shop.rows(AuditEntry) if deed.action == "export-taken"]
    assert [(deed.subject, deed.details["tables"], deed.details["revision"]) for deed in deeds] == [
        ("own", ["prices"], 1)
    ]
    assert "Camille" in deeds[0].author


def test_a_manager_takes_the_own_shop_only(one_shop: House) -> None:
    manager = one_shop.person("manager", "annecy")
    rows = table(manager.get(f"{OWN}?only=prices&lang=en").data)
    assert {row["shop"] for row in rows} == {"annecy"}
    assert manager.get(f"{OWN}?shop=miramas").status_code == 403
    assert manager.get("/api/v1/exports/json").status_code == 403
    assert one_shop.person("seller").get(OWN).status_code == 403
    assert one_shop.visitor().get(OWN).status_code == 401


def test_each_column_of_the_template_is_explained(one_shop: House) -> None:
    tables = {
        one["name"]: one for one in one_shop.person("manager").get("/api/v1/exports/template?lang=fr").json["tables"]
    }
    columns = {one["name"]: one for one in tables["products"]["columns"]}
    assert columns["ref"]["needed"]
    assert columns["audience"]["takes"] == "men, women, unisex, kids"
    assert columns["weight_g"] == {
        "name": "weight_g", "what": "Poids", "unit": "g", "takes": "nombre entier", "example": "5", "needed": False,
    }  # fmt: skip
