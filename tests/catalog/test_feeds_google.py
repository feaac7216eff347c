# ruff: noqa: E501  a row of a file is one line
"""Google Merchant feeds, as tables and as XML."""

from __future__ import annotations

import pytest

from catalog.model import Price

from .foreign_files import gtin, read, sample, taken, told


def test_a_table_in_utf_16_is_read_with_its_apparel_attributes() -> None:
    batch, findings = read(sample("google.tsv"))
    assert told(findings, "error") == [(4, "price", "bad-currency")]
    assert told(findings, "warning") == [
        (4, "availability", "bad-availability"),
        (4, "size_system", "other-size-system"),
    ]
    products = {one.ref: one for one in batch.products}
    hoodie, gloves = products["trilogy-icon-down"], products["k-9"]
    assert (hoodie.category, hoodie.audience) == ("down-jacket", "women")
    assert hoodie.sources == ("https://shop.example/trilogy?v=1",)
    assert (gloves.category, gloves.audience) == ("gloves", "kids")
    variants = {one.gtin: one for one in batch.variants}
    assert (variants[f"0{gtin(20)}"].size, variants[f"0{gtin(20)}"].sku) == ("S", "TI-S")
    assert variants[f"0{gtin(22)}"].size == "6 ans"
    assert [one.price for one in batch.prices] == [
        Price(f"0{gtin(20)}", 23995, 29995),
        Price(f"0{gtin(21)}", 29995, None),
    ]
    assert batch.stock == ()


@pytest.mark.parametrize("name", ["google-rss.xml", "google-atom.xml"])
def test_rss_and_atom_say_the_same(name: str) -> None:
    batch, findings = read(sample(name))
    assert told(findings, "error", "warning") == []
    catalogue = taken(batch)
    fleece = catalogue.products["wanaka-fleece"]
    assert (fleece.category, fleece.audience, fleece.use["fr"]) == (
        "fleece",
        "women",
        "Une polaire douce pour la randonnée.",
    )
    assert fleece.sources == ("https://shop.example/w",)
    assert catalogue.shops["miramas"].assortment[f"0{gtin(30)}"].price_cents == 8995


def test_a_finding_names_the_line_of_the_item() -> None:
    text = sample("google-rss.xml")["google-rss.xml"].decode().replace("89.95 EUR", "90,9,9").replace("UTF-8", "UTF-16")
    _, findings = read({"feed.xml": text.encode("utf-16")})
    assert told(findings, "error") == [(3, "price", "bad-price")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaa'>]><rss><channel><item><id>&a;</id></item></channel></rss>", "bad-xml"),
        ("<?xml version='1.0'?><!DOCTYPE r SYSTEM 'http://example.org/x.dtd'><rss/>", "bad-xml"),
        ("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss>&x;</rss>", "bad-xml"),
        ("<rss>" + "<a>" * 100_000, "deep-xml"),
        ("<rss><channel><item><id>" + "a" * 40_000 + "</id></item></channel></rss>", "too-long"),
        ("<rss><channel><item>", "bad-xml"),
        ("<rss><channel></channel></rss>", "empty-feed"),
        ("<?xml version='1.0'?><html><body/></html>", "no-feed"),
    ],
)  # fmt: skip
def test_a_hostile_or_broken_feed_is_refused_with_a_sentence(text: str, code: str) -> None:
    batch, findings = read({"feed.xml": text.encode()})
    assert [one.code for one in findings] == [code]
    assert batch.products == ()
