"""What Shopify and Google get comes back as what it was: the real range dropped on itself changes nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO

import pytest

from catalog import DATA
from catalog.catalogue import Catalogue, merge
from catalog.changes import difference
from catalog.feeds import own
from catalog.feeds.house import House
from catalog.feeds.out import google, shopify
from catalog.feeds.out.abroad import Abroad, allocated
from catalog.feeds.own import has_errors
from catalog.feeds.taxonomy import google_numbers, google_path, path_of
from catalog.reference import load_reference

REFERENCE = load_reference()
SHOP = "miramas"
WRITERS: dict[str, Callable[[Abroad, IO[bytes]], None]] = {
    "shopify.csv": shopify.write,
    "google.tsv": google.write_tsv,
    "google.xml": google.write_xml,
}


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    batch, findings = own.read(own.files_in(DATA / "range", DATA / "shops" / SHOP), REFERENCE)
    assert not has_errors(findings)
    return merge(Catalogue(), batch)


def written(name: str, catalogue: Catalogue, lang: str) -> bytes:
    out = io.BytesIO()
    WRITERS[name](Abroad(catalogue, REFERENCE, lang, SHOP, "https://cordee.example"), out)
    return out.getvalue()


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", WRITERS)
def test_the_real_range_dropped_on_itself_changes_nothing(whole: Catalogue, name: str, lang: str) -> None:
    house = House(whole.products, whole.variants, whole.shops)
    batch, findings = own.read({name: written(name, whole, lang)}, REFERENCE, house=house)
    assert not has_errors(findings), [str(one) for one in findings][:5]
    changes = difference(whole, merge(whole, batch))
    assert changes.is_empty, changes.counts


@pytest.mark.parametrize("name", WRITERS)
def test_an_empty_house_learns_what_the_form_carries(whole: Catalogue, name: str) -> None:
    bare = Catalogue(shops={SHOP: whole.shops[SHOP]})
    house = House(shops=bare.shops)
    data = written(name, whole, "fr").replace(b",Draft,", b",Active,")  # demonstration pieces leave as drafts
    batch, findings = own.read({name: data}, REFERENCE, house=house)
    assert not has_errors(findings), [str(one) for one in findings][:5]
    again = merge(bare, batch)
    sold = {variant.ref for variant in whole.variants.values()}
    assert sold <= set(again.products)
    for ref in sold:
        old, new = whole.products[ref], again.products[ref]
        assert (new.name, new.brand, new.category, new.audience) == (old.name, old.brand, old.category, old.audience)
        assert new.use["fr"] == " ".join(old.use["fr"].split())  # HTML and feeds keep no kinds of spaces
        if "weight_g" in old.properties:
            assert new.properties["weight_g"].value == old.properties["weight_g"].value
    for gtin, variant in whole.variants.items():
        back = again.variants[gtin]
        assert (back.sku, back.ref, back.size) == (variant.sku, variant.ref, variant.size)
        assert back.colour.name["fr"] == variant.colour.name["fr"]
    assert again.shops[SHOP].assortment == whole.shops[SHOP].assortment


def test_every_category_has_its_path() -> None:
    assert set(google_numbers()) == set(REFERENCE.categories)
    paths = {category: google_path(category) for category in google_numbers()}
    assert all(" > " in path for path in paths.values())  # each number has its path
    assert paths["vest"] == path_of("1831") == "Apparel & Accessories > Clothing > Outerwear > Vests"
    assert path_of("Vestes") == "Vestes"


def test_a_barcode_is_written_with_the_digits_that_were_allocated() -> None:
    shown = ["03515729876546", "00012345678905", "00000012345670", "13515729876543"]
    assert [allocated(gtin) for gtin in shown] == ["3515729876546", "012345678905", "12345670", "13515729876543"]
