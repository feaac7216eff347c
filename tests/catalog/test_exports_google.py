"""The feed of offers against Google's product data specification (support.google.com/merchants/answer/7052112)."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from catalog import DATA
from catalog.catalogue import Catalogue, merge
from catalog.feeds import own
from catalog.feeds.out import google
from catalog.feeds.out.abroad import Abroad
from catalog.gtin import is_coupon, is_restricted, normalise
from catalog.model import Price
from catalog.reference import load_reference

REFERENCE = load_reference()
SHOP = "miramas"
REQUIRED = ("id", "title", "description", "link", "availability", "price", "brand", "condition", "item_group_id")
APPAREL = ("color", "size", "gender", "age_group")
MONEY = re.compile(r"\d+\.\d{2} [A-Z]{3}")
OFFERS = {
    "availability": {"in_stock", "out_of_stock"},
    "gender": {"male", "female", "unisex"},
    "age_group": {"adult", "kids"},
    "condition": {"new"},
}
MADE_UP = ("02000000000015", "00400000000015", "00000020000004", "09912345678908")
"""For use inside one shop, and a coupon."""


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    batch, _ = own.read(own.files_in(DATA / "range", DATA / "shops" / SHOP), REFERENCE)
    return merge(Catalogue(), batch)


def offers(catalogue: Catalogue, lang: str = "fr", **more: Any) -> list[dict[str, str]]:
    abroad = Abroad(catalogue, REFERENCE, lang, SHOP, "https://shop.example", **more)
    return list(google.items(abroad))


@pytest.mark.parametrize("lang", ["fr", "en", "de"])
def test_each_offer_has_what_google_requires(whole: Catalogue, lang: str) -> None:
    found = offers(whole, lang, pictures={(ref, ""): ["https://shop.example/a.jpg"] for ref in whole.products})
    assert len(found) > 200
    assert len({one["id"] for one in found}) == len(found)
    for one in found:
        assert all(one[name] for name in (*REQUIRED, *APPAREL, "image_link")), one
        assert (len(one["id"]) <= 50, len(one["title"]) <= 150, len(one["description"]) <= 5_000) == (True,) * 3
        assert one["link"].startswith("https://shop.example/01/")
        assert all(one[name] in known for name, known in OFFERS.items())
        assert one["google_product_category"].isdigit()
        assert MONEY.fullmatch(one["price"])


def test_a_sale_price_is_below_the_price_before_it(whole: Catalogue) -> None:
    reduced = [one for one in offers(whole) if one["sale_price"]]
    assert reduced
    for one in reduced:
        assert MONEY.fullmatch(one["sale_price"])
        assert float(one["sale_price"].split()[0]) < float(one["price"].split()[0])


def test_a_gtin_is_sent_only_where_it_names_something_in_the_world(whole: Catalogue) -> None:
    for one in offers(whole):
        gtin14 = one["id"]
        made_up = is_restricted(gtin14) or is_coupon(gtin14)
        assert bool(one["gtin"]) != made_up
        assert made_up or normalise(one["gtin"]) == gtin14
        # Brand and MPN name it instead; "no" is for what neither names.
        assert one["identifier_exists"] == ("yes" if one["gtin"] or (one["brand"] and one["mpn"]) else "no")


@pytest.mark.parametrize("gtin", MADE_UP)
def test_a_number_of_inside_one_shop_never_leaves_it(whole: Catalogue, gtin: str) -> None:
    variant = replace(next(iter(whole.variants.values())), gtin=gtin, sku="")
    shop = replace(whole.shops[SHOP], assortment={gtin: Price(gtin, 9_900, None)})
    [one] = offers(replace(whole, variants={gtin: variant}, shops={SHOP: shop}))
    assert (one["gtin"], one["mpn"], one["identifier_exists"]) == ("", "", "no")


def test_both_forms_say_the_same(whole: Catalogue) -> None:
    abroad = Abroad(whole, REFERENCE, "fr", SHOP, "https://shop.example")
    text, tree = io.BytesIO(), io.BytesIO()
    google.write_tsv(abroad, text)
    google.write_xml(abroad, tree)
    lines = list(csv.DictReader(io.StringIO(text.getvalue().decode(), newline=""), delimiter="\t"))
    tag = f"{{{google.NAMESPACE}}}"
    rss = ET.fromstring(tree.getvalue())  # noqa: S314  the feed just written
    said = [{each.tag.removeprefix(tag): each.text for each in item} for item in rss.findall(".//item")]
    assert [{name: value for name, value in line.items() if value} for line in lines] == said
    assert rss.find("channel/description").text
