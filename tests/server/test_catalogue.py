from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import brotli
import pytest

from server.catalogue import history
from server.catalogue import service as catalogue
from server.catalogue.models import Revision
from server.database import db

from .small_range import FLEECE, PACK, SHELL

if TYPE_CHECKING:
    from server.imports.service import Trial

    from .conftest import House


def get(house: House, address: str, **headers: str) -> Any:
    answer = house.visitor().get(f"/api/v1{address}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json


def refs(house: House, query: str) -> list[str]:
    return [item["ref"] for item in get(house, f"/products?{query}")["items"]]


def test_it_lists_the_products_by_reference(shop: House) -> None:
    page = get(shop, "/products?lang=fr")
    assert [item["ref"] for item in page["items"]] == ["day-pack", "grid-fleece", "paper-only", "trilogy-shell"]
    assert page["next_cursor"] is None
    assert page["items"][1]["use"] == "Polaire pour l’effort."
    assert page["items"][1]["colours"] == [{"name": "Bleu", "hex": "#224488", "family": "blue"}]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=leger", ["grid-fleece"]),
        ("q=POLAIRE", ["grid-fleece", "paper-only"]),
        ("q=lafuma%20access", ["day-pack"]),
        ("q=trilogy%20lafuma", []),
        ("category=fleece", ["grid-fleece", "paper-only"]),
        ("audience=women", ["trilogy-shell"]),
        ("brand=millet", ["grid-fleece", "trilogy-shell"]),
        ("shop=miramas", ["grid-fleece", "trilogy-shell"]),
        ("shop=annecy", ["day-pack"]),
        ("category=fleece&brand=Lafuma", ["paper-only"]),
        ("category=nothing-like-it", []),
    ],
)
def test_it_finds_products(one_shop: House, query: str, found: list[str]) -> None:
    assert refs(one_shop, query) == found


def test_it_gives_the_list_page_by_page_without_losing_or_doubling(one_shop: House) -> None:
    seen: list[str] = []
    cursor = ""
    for _ in range(4):
        page = get(one_shop, f"/products?limit=1&cursor={cursor}")
        seen += [item["ref"] for item in page["items"]]
        cursor = page["next_cursor"] or ""
    assert seen == ["day-pack", "grid-fleece", "paper-only", "trilogy-shell"]
    assert cursor == ""


@pytest.mark.parametrize(
    ("query", "field"),
    [("limit=0", "limit"), ("limit=201", "limit"), ("limit=x", "limit"), ("lang=xx", "lang"),
     ("cursor=%07", "cursor"), ("audience=dogs", "audience"), ("q=%00", "q")],
)  # fmt: skip
def test_it_refuses_a_bad_query(one_shop: House, query: str, field: str) -> None:
    answer = one_shop.visitor().get(f"/api/v1/products?{query}")
    assert answer.status_code == 422
    assert answer.json is not None
    assert [error["field"] for error in answer.json["errors"]] == [field]


def test_it_shows_a_product_with_the_prices_of_a_shop(shop: House) -> None:
    product = get(shop, "/products/trilogy-shell?shop=miramas&lang=en")
    assert product["category"] == "hardshell-jacket"
    assert product["properties"]["waterproof_mm"] == {"value": 20000, "provenance": "demonstration", "source": ""}
    assert product["price_from_cents"] == 34990
    sizes = {variant["size"]: variant for variant in product["variants"]}
    assert sizes["M"] == {
        "gtin": SHELL,
        "sku": "TS-M",
        "size": "M",
        "colour": {"name": "Red", "hex": "#c8102e", "family": "red"},
        "price_cents": 34990,
        "reference_price_cents": 49990,
        "reference_proven": False,  # the record of a new shop is too short
    }


def test_it_invents_no_price(one_shop: House) -> None:
    assert get(one_shop, "/products/trilogy-shell?shop=annecy")["variants"][0]["price_cents"] is None
    assert get(one_shop, "/products/trilogy-shell")["variants"][0]["price_cents"] is None  # two shops: which one?
    assert get(one_shop, "/products/grid-fleece?shop=miramas")["variants"][0]["reference_price_cents"] is None


@pytest.mark.parametrize(
    "address", ["/products/nothing", "/products/trilogy-shell?shop=nowhere", f"/gtins/{PACK[:-2]}00"]
)
def test_it_knows_no_other_products(one_shop: House, address: str) -> None:
    answer = one_shop.visitor().get(f"/api/v1{address}")
    assert answer.status_code in {404, 422}


@pytest.mark.parametrize("written", [FLEECE, FLEECE[1:], f"{FLEECE[1:7]} {FLEECE[7:]}"])
def test_it_knows_a_barcode_however_it_is_written(one_shop: House, written: str) -> None:
    found = get(one_shop, f"/gtins/{written}?shop=miramas")
    assert found["gtin"] == FLEECE
    assert found["product"]["ref"] == "grid-fleece"
    assert found["variant"]["price_cents"] == 8990


def test_it_says_what_is_wrong_with_a_misread_barcode(one_shop: House) -> None:
    answer = one_shop.visitor().get(f"/api/v1/gtins/{FLEECE[:-1]}8", headers={"Accept-Language": "en"})
    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["code"] == "gtin-invalid"
    assert "check digit" in answer.json["errors"][0]["message"]


def test_it_gives_a_phone_the_assortment_of_its_shop(shop: House) -> None:
    document = get(shop, "/shops/miramas/snapshot?lang=en")
    assert document["revision"] == 1
    assert document["lang"] == "en"
    assert document["shop"]["id"] == "miramas"
    assert [product["ref"] for product in document["products"]] == ["grid-fleece", "trilogy-shell"]
    assert document["content_hash"] == shop.rows(Revision)[0].content_hash
    assert len(document["products"][0]["verdicts"]) == len(document["finder"]["criteria"])


@pytest.mark.parametrize(
    ("accepted", "coding", "unpack"),
    [("br, gzip", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("identity", None, bytes),
     ("br;q=0, gzip", "gzip", gzip.decompress)],
)  # fmt: skip
def test_it_sends_the_same_document_in_each_coding(
    one_shop: House, accepted: str, coding: str | None, unpack: Any
) -> None:
    client = one_shop.visitor()
    plain = client.get("/api/v1/shops/miramas/snapshot?lang=fr", headers={"Accept-Encoding": "identity"})
    coded = client.get("/api/v1/shops/miramas/snapshot?lang=fr", headers={"Accept-Encoding": accepted})
    assert coded.headers.get("Content-Encoding") == coding
    assert unpack(coded.data) == plain.data
    assert "Accept-Encoding" in coded.headers["Vary"]
    assert (coded.headers["ETag"] == plain.headers["ETag"]) == (coding is None)
    assert not coded.headers["ETag"].startswith("W/")


def test_it_sends_nothing_to_who_has_it(shop: House) -> None:
    client = shop.visitor()
    for address in ("/api/v1/shops/miramas/snapshot?lang=fr", "/api/v1/finder?lang=fr", "/api/v1/vocabulary"):
        tag = client.get(address).headers["ETag"]
        again = client.get(address, headers={"If-None-Match": tag})
        assert again.status_code == 304
        assert again.data == b""
        assert again.headers["ETag"] == tag


def test_it_tags_languages_and_shops_apart(one_shop: House) -> None:
    client = one_shop.visitor()
    addresses = [
        f"/api/v1/shops/{shop}/snapshot?lang={lang}" for shop in ("miramas", "annecy") for lang in ("fr", "de")
    ]
    assert len({client.get(address).headers["ETag"] for address in addresses}) == 4


def test_it_serves_a_new_revision_at_once(shop: House, content: Trial) -> None:
    client = shop.visitor()
    tag = client.get("/api/v1/shops/miramas/snapshot").headers["ETag"]
    shop.publish(content)
    answer = client.get("/api/v1/shops/miramas/snapshot", headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["revision"] == 2


def test_it_keeps_one_revision_in_memory(one_shop: House, content: Trial) -> None:
    with one_shop.app.app_context():
        first = catalogue.current()
    with one_shop.app.app_context():
        assert catalogue.current() is first
    one_shop.publish(content)
    with one_shop.app.app_context():
        assert catalogue.current() is not first


def test_it_notices_a_database_put_back_from_a_copy(one_shop: House, content: Trial) -> None:
    with one_shop.app.app_context():
        first = catalogue.current()
        db.session.query(Revision).delete()
        db.session.commit()
        assert history.newest() == 0
    one_shop.publish(content)
    with one_shop.app.app_context():
        again = catalogue.current()
        assert (again.revision, again is first) == (1, False)


def test_it_speaks_the_language_of_the_phone(one_shop: House) -> None:
    assert (
        get(one_shop, "/products/grid-fleece", **{"Accept-Language": "en-GB,fr;q=0.5"})["use"] == "Fleece for effort."
    )
    assert get(one_shop, "/products/grid-fleece", **{"Accept-Language": "ja"})["use"] == "Polaire pour l’effort."


def test_it_lists_the_shops(shop: House) -> None:
    shops = get(shop, "/shops?lang=fr")["items"]
    assert [(one["id"], one["variants"], one["demonstration"]) for one in shops] == [
        ("annecy", 1, False),
        ("miramas", 3, True),
    ]
    assert get(shop, "/shops/miramas")["opens_on"] == "2026-11-14"
    assert shop.visitor().get("/api/v1/shops/nowhere").status_code == 404
