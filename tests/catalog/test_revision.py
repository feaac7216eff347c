"""The document of a revision, and what one shop's phones get of it."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from catalog import DATA
from catalog.canonical import content_hash
from catalog.catalogue import Catalogue, merge
from catalog.feeds.own import files_in, read
from catalog.finder import Knowledge, load_knowledge
from catalog.model import LANGUAGES, Variant
from catalog.reference import Reference, load_reference
from catalog.revision import build
from catalog.snapshot import snapshot

PUBLISHED = "2026-11-22T08:00:00Z"
TYPES: dict[str, dict[str, type | tuple[type, ...]]] = {
    "snapshot": {
        "format": int, "revision": int, "content_hash": str, "published_at": str, "lang": str, "shop": dict,
        "attributes": list, "categories": list, "groups": list, "gauges": list, "technologies": list, "care": list,
        "size_charts": list, "finder": dict, "products": list,
    },
    "shop": {
        "id": str, "name": str, "place": str, "opens_on": str, "closes_on": str, "currency": str, "languages": list,
        "demonstration": bool,
    },
    "attributes": {
        "id": str, "label": str, "kind": str, "unit": (str, type(None)), "better": (str, type(None)),
        "explanation": str,
    },
    "categories": {"id": str, "label": str, "plural": str, "family": str, "gauges": list, "silhouette": str},
    "groups": {"id": str, "label": str, "categories": list},
    "gauges": {"id": str, "label": str, "words": list},
    "technologies": {
        "id": str, "name": str, "kind": str, "line": str, "explanation": str, "limits": str, "source": str,
    },
    "care": {"id": str, "title": str, "steps": list},
    "size_charts": {
        "id": str, "label": str, "status": str, "audience": str, "garment": str, "measures": list, "rows": list,
        "rule": str, "source": str,
    },
    "products": {
        "ref": str, "name": str, "brand": str, "category": str, "audience": str, "market": str, "season": str,
        "use": str, "activities": list, "technologies": list, "properties": dict, "gauges": dict, "set_aside": list,
        "care": list, "size_chart": str, "fit_note": str, "sources": list, "demonstration": bool, "verdicts": list,
        "colours": list, "variants": list,
    },
    "variants": {
        "gtin": str, "sku": str, "size": str, "colour": int, "price_cents": int,
        "reference_price_cents": (int, type(None)),
    },
}  # fmt: skip
"""The fields of ``pwa/src/catalogue/types.ts``."""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="module")
def knowledge(reference: Reference) -> Knowledge:
    return load_knowledge(DATA, reference)


@pytest.fixture(scope="module")
def catalogue(reference: Reference) -> Catalogue:
    batch, _ = read(files_in(DATA / "range", DATA / "shops" / "miramas"), reference)
    return merge(Catalogue(), batch)


@pytest.fixture(scope="module")
def document(catalogue: Catalogue, reference: Reference, knowledge: Knowledge) -> dict[str, Any]:
    return build(catalogue, reference, knowledge)


@pytest.fixture(scope="module")
def french(document: dict[str, Any]) -> dict[str, Any]:
    return snapshot(document, "miramas", "fr", 7, PUBLISHED)


def agree(kind: str, item: dict[str, Any]) -> None:
    for name, expected in TYPES[kind].items():
        assert isinstance(item[name], expected), (kind, name, item[name])


def test_the_snapshot_has_the_shape_the_phone_expects(french: dict[str, Any]) -> None:
    agree("snapshot", french)
    agree("shop", french["shop"])
    for kind in ("attributes", "categories", "groups", "gauges", "technologies", "care", "size_charts", "products"):
        assert french[kind], kind
        for item in french[kind]:
            agree(kind, item)
    for product in french["products"]:
        for variant in product["variants"]:
            agree("variants", variant)


def test_names_inside_a_snapshot_lead_somewhere(french: dict[str, Any]) -> None:
    ids = {kind: {item["id"] for item in french[kind]} for kind in ("attributes", "categories", "technologies", "care")}
    charts = {chart["id"] for chart in french["size_charts"]} | {""}
    for product in french["products"]:
        assert product["category"] in ids["categories"]
        assert set(product["technologies"]) <= ids["technologies"]
        assert set(product["properties"]) <= ids["attributes"]
        assert set(product["care"]) <= ids["care"]
        assert product["size_chart"] in charts
        assert len(product["verdicts"]) == len(french["finder"]["criteria"])
        assert {variant["colour"] for variant in product["variants"]} == set(range(len(product["colours"])))


def test_each_gauge_of_a_category_stands_on_its_products(french: dict[str, Any]) -> None:
    gauges = {category["id"]: set(category["gauges"]) for category in french["categories"]}
    for product in french["products"]:
        assert set(product["gauges"]) == gauges[product["category"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_by_language_is_left_in_a_snapshot(document: dict[str, Any], lang: str) -> None:
    def walk(node: Any) -> None:
        if isinstance(node, dict):
            assert "fr" not in node
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    whole = snapshot(document, "miramas", lang, 1, PUBLISHED)
    rows = [chart.pop("rows") for chart in whole["size_charts"]]
    assert rows == [chart["rows"] for chart in document["size_charts"]]  # there "fr" is a size system
    walk(whole)


def test_a_snapshot_speaks_its_language(document: dict[str, Any], french: dict[str, Any]) -> None:
    english = snapshot(document, "miramas", "en", 7, PUBLISHED)
    assert french["products"][0]["use"] != english["products"][0]["use"]
    assert (english["lang"], english["revision"], english["content_hash"]) == ("en", 7, document["content_hash"])


def test_prices_are_those_of_the_shop(document: dict[str, Any], french: dict[str, Any]) -> None:
    assortment = document["shops"][0]["assortment"]
    seen = 0
    for product in french["products"]:
        for variant in product["variants"]:
            assert [variant["price_cents"], variant["reference_price_cents"]] == assortment[variant["gtin"]]
            seen += 1
    assert seen == len(assortment)


def test_what_a_source_once_paid_is_no_property_of_the_piece(document: dict[str, Any]) -> None:
    assert all("price_cents" not in product["properties"] for product in document["products"])


def test_a_shop_gets_only_what_it_sells(catalogue: Catalogue, reference: Reference, knowledge: Knowledge) -> None:
    gtin, variant = next(iter(catalogue.variants.items()))
    shop = catalogue.shops["miramas"]
    small = replace(shop, id="petite", assortment={gtin: shop.assortment[gtin]})
    document = build(replace(catalogue, shops={"petite": small}), reference, knowledge)
    products = snapshot(document, "petite", "fr", 1, PUBLISHED)["products"]
    assert [product["ref"] for product in products] == [variant.ref]
    assert [one["gtin"] for one in products[0]["variants"]] == [gtin]
    assert [colour["name"] for colour in products[0]["colours"]] == [variant.colour.name["fr"]]


def test_a_shop_nobody_knows_is_an_error(document: dict[str, Any]) -> None:
    with pytest.raises(KeyError, match="ailleurs"):
        snapshot(document, "ailleurs", "fr", 1, PUBLISHED)


def test_the_same_facts_give_the_same_hash(
    catalogue: Catalogue, reference: Reference, knowledge: Knowledge, document: dict[str, Any]
) -> None:
    turned = Catalogue(
        dict(reversed(catalogue.products.items())), dict(reversed(catalogue.variants.items())), catalogue.shops
    )
    assert build(turned, reference, knowledge) == document
    rest = {name: value for name, value in document.items() if name != "content_hash"}
    assert document["content_hash"] == content_hash(rest)


def test_another_fact_gives_another_hash(
    catalogue: Catalogue, reference: Reference, knowledge: Knowledge, document: dict[str, Any]
) -> None:
    ref, product = next(iter(catalogue.products.items()))
    other = replace(catalogue, products={**catalogue.products, ref: replace(product, name="Autre")})
    assert build(other, reference, knowledge)["content_hash"] != document["content_hash"]


def test_a_large_range_is_built_in_time(catalogue: Catalogue, reference: Reference, knowledge: Knowledge) -> None:
    variants: dict[str, Variant] = {}
    for copy in range(6):
        for gtin, variant in catalogue.variants.items():
            variants[f"{copy}{gtin[1:]}"] = replace(variant, gtin=f"{copy}{gtin[1:]}")
    assert len(variants) > 10_000
    start = time.process_time()
    build(replace(catalogue, variants=variants), reference, knowledge)
    assert time.process_time() - start < 4  # a generous multiple of what an idle machine takes
