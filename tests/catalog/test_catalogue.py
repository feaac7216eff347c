"""How a batch changes the catalogue, and what it must leave alone."""

from __future__ import annotations

import pytest

from catalog.canonical import content_hash
from catalog.catalogue import Catalogue, check, from_json, merge, to_json
from catalog.errors import DataError

from .shop_files import FILES, KAMET, PRODUCTS, VARIANTS, good_batch, small_catalogue

OTHER = "02900000000025"


def after(**tables: str) -> Catalogue:
    return merge(small_catalogue(), good_batch({f"{name}.csv": text for name, text in tables.items()}))


def test_an_absent_column_changes_nothing() -> None:
    before = small_catalogue()
    product = after(products="ref,name\nmillet-kamet,Kamet II\n").products["millet-kamet"]
    old = before.products["millet-kamet"]
    assert product.name == "Kamet II"
    assert (product.use, product.properties, product.sources) == (old.use, old.properties, old.sources)
    assert (product.activities, product.set_aside, product.audience) == (old.activities, old.set_aside, old.audience)


def test_an_empty_cell_changes_nothing() -> None:
    product = after(products="ref,name,brand,activities\nmillet-kamet,,,\n").products["millet-kamet"]
    assert product == small_catalogue().products["millet-kamet"]


def test_a_dash_empties_a_field() -> None:
    product = after(products="ref,activities,use_en,season\nmillet-kamet,-,-,-\n").products["millet-kamet"]
    assert product.activities == ()
    assert product.use == {"fr": "Pour la pluie."}


def test_a_dash_takes_a_property_away() -> None:
    facts = "ref,property,value,provenance\nmillet-kamet,weight_g,-,maker\n"
    product = after(facts=facts).products["millet-kamet"]
    assert product.properties == {}
    assert product.set_aside == ()


def test_a_fact_replaces_the_one_before_it() -> None:
    facts = "ref,property,value,provenance,source\nmillet-kamet,weight_g,390,maker,https://e.org\n"
    product = after(facts=facts).products["millet-kamet"]
    assert (product.properties["weight_g"].value, product.properties["weight_g"].provenance) == (390, "maker")
    assert [entry.value for entry in product.set_aside] == [430]


def test_values_set_aside_replace_those_of_the_same_property_only() -> None:
    facts = (
        "ref,property,value,provenance,source,status,note\n"
        "millet-kamet,weight_g,415,test,https://e.org,set-aside,a\n"
        "millet-kamet,waterproof_mm,10000,test,https://e.org,set-aside,b\n"
    )
    entries = after(facts=facts).products["millet-kamet"].set_aside
    assert [(entry.property, entry.value) for entry in entries] == [("weight_g", 415), ("waterproof_mm", 10000)]


def test_one_language_of_a_text_leaves_the_others() -> None:
    product = after(products="ref,use_fr,use_de\nmillet-kamet,Pour la neige.,Für Schnee.\n").products["millet-kamet"]
    assert product.use == {"de": "Für Schnee.", "en": "For rain.", "fr": "Pour la neige."}


def test_a_new_price_keeps_the_reference_price_that_no_column_names() -> None:
    prices = after(prices='shop,gtin,price\nmiramas,2900000000018,"199,95"\n').shops["miramas"].assortment
    assert (prices[KAMET].price_cents, prices[KAMET].reference_price_cents) == (19995, 34995)
    assert prices[OTHER].price_cents == 24995


def test_a_dash_takes_the_reference_price_away() -> None:
    text = "shop,gtin,price,reference_price\nmiramas,2900000000018,199,-\n"
    assert after(prices=text).shops["miramas"].assortment[KAMET].reference_price_cents is None


def test_a_variant_may_change_one_field() -> None:
    variant = after(variants="gtin,colour_hex\n2900000000018,#ff0000\n").variants[KAMET]
    assert (variant.colour.hex, variant.size, variant.sku) == ("#ff0000", "M", "K-M")
    assert variant.colour.name == {"en": "Black", "fr": "Noir"}


def test_removing_is_explicit_and_takes_along_what_hangs_on_it() -> None:
    catalogue = after(products="ref,remove\nmillet-kamet,oui\n")
    assert (dict(catalogue.products), dict(catalogue.variants)) == ({}, {})
    assert dict(catalogue.shops["miramas"].assortment) == {}


def test_a_variant_and_a_price_can_be_removed() -> None:
    catalogue = after(variants="gtin,remove\n2900000000018,oui\n")
    assert set(catalogue.variants) == {OTHER}
    assert set(catalogue.shops["miramas"].assortment) == {OTHER}
    catalogue = after(prices="shop,gtin,price,remove\nmiramas,2900000000018,,oui\n")
    assert set(catalogue.shops["miramas"].assortment) == {OTHER}
    assert set(catalogue.variants) == {KAMET, OTHER}


@pytest.mark.parametrize(
    ("files", "code", "column"),
    [
        ({"products.csv": "ref,name\nmillet-neuf,Neuf\n"}, "incomplete-product", "brand"),
        (
            {"facts.csv": "ref,property,value,provenance\nnulle-part,weight_g,3,estimate\n"},
            "incomplete-product",
            "name",
        ),
        ({"variants.csv": VARIANTS.replace("millet-kamet", "millet-absent")}, "unknown-product", "ref"),
        ({"variants.csv": "gtin,ref,demonstration\n2900000000032,millet-kamet,oui\n"}, "incomplete-variant", "size"),
        ({"prices.csv": "shop,gtin,price\nmiramas,2900000000049,10\n"}, "unknown-gtin", "gtin"),
        ({"prices.csv": "shop,gtin,price\nailleurs,2900000000018,10\n"}, "unknown-shop", "shop"),
        ({"stock.csv": "shop,gtin,quantity\nmiramas,2900000000049,1\n"}, "unknown-gtin", "gtin"),
        ({"shops.csv": "shop,opens_on,name\nneuve,2026-11-14,Neuve\n"}, "incomplete-shop", "place_fr"),
    ],
)
def test_it_refuses_what_the_catalogue_does_not_know(files: dict[str, str], code: str, column: str | None) -> None:
    before, batch = small_catalogue(), good_batch(files)
    findings = check(before, batch)
    assert {(finding.code, finding.column) for finding in findings} == {(code, column)}
    assert {(finding.file, finding.line) for finding in findings} <= {(next(iter(files)), 2), (next(iter(files)), 3)}
    with pytest.raises(DataError, match=r":2"):
        merge(before, batch)


def test_it_says_what_a_new_product_lacks() -> None:
    finding = check(Catalogue(), good_batch({"products.csv": "ref,name\nmillet-neuf,Neuf\n"}))[0]
    assert "brand, category, audience, use_fr" in finding.message["fr"]


def test_it_leaves_the_old_catalogue_as_it_was() -> None:
    before = small_catalogue()
    written = content_hash(to_json(before))
    merge(before, good_batch({"products.csv": PRODUCTS.replace("Kamet,", "Autre,")}))
    assert content_hash(to_json(before)) == written


def test_the_same_batch_twice_changes_nothing() -> None:
    once = small_catalogue()
    assert merge(once, good_batch(FILES)) == once


def test_json_brings_back_the_same_catalogue() -> None:
    before = small_catalogue()
    assert from_json(to_json(before)) == before
    assert content_hash(to_json(from_json(to_json(before)))) == content_hash(to_json(before))


def test_the_hash_does_not_depend_on_the_order_of_rows() -> None:
    lines = VARIANTS.splitlines()
    turned = "\n".join([lines[0], *reversed(lines[1:])]) + "\n"
    other = merge(Catalogue(), good_batch({**FILES, "variants.csv": turned}))
    assert content_hash(to_json(other)) == content_hash(to_json(small_catalogue()))
