"""The range and the demonstration shop as they are kept in the house."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from catalog import DATA
from catalog.catalogue import Catalogue, merge
from catalog.feeds.batch import Batch
from catalog.feeds.own import files_in, read
from catalog.gtin import check_digit, is_restricted
from catalog.model import LANGUAGES, Product
from catalog.reference import Reference, load_reference

SHELLS = {"hardshell-jacket", "rain-jacket", "ski-jacket"}


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="module")
def batch(reference: Reference) -> Batch:
    found, findings = read(files_in(DATA / "range", DATA / "shops" / "miramas"), reference)
    assert findings == ()
    return found


@pytest.fixture(scope="module")
def catalogue(batch: Batch) -> Catalogue:
    return merge(Catalogue(), batch)


@pytest.fixture(scope="module")
def real(batch: Batch) -> list[Product]:
    return [product for product in batch.products if not product.demonstration]


@pytest.fixture(scope="module")
def demonstration(batch: Batch) -> list[Product]:
    return [product for product in batch.products if product.demonstration]


def test_it_holds_at_least_150_real_products(real: list[Product]) -> None:
    assert len(real) >= 150


def test_it_is_about_nine_tenths_millet(real: list[Product]) -> None:
    brands = Counter(product.brand for product in real)
    assert set(brands) == {"Millet", "Lafuma"}
    assert 0.85 <= brands["Millet"] / len(real) <= 0.93


def test_each_category_has_a_piece_to_show(batch: Batch, reference: Reference) -> None:
    assert {product.category for product in batch.products} == set(reference.categories)


def test_each_family_dresses_women_men_and_children(batch: Batch) -> None:
    for category in ("ski-jacket", "ski-pants", "gloves", "baselayer-top", "hiking-boots"):
        audiences = {product.audience for product in batch.products if product.category == category}
        assert audiences & {"women", "unisex"}, category
    assert {product.category for product in batch.products if product.audience == "kids"} >= {
        "ski-jacket", "ski-pants", "ski-suit", "gloves", "mittens", "hat", "kids-pack",
    }  # fmt: skip


def test_the_japanese_line_only_fills_families_that_are_otherwise_empty(real: list[Product]) -> None:
    european = {product.category for product in real if product.market == "eu"}
    for product in real:
        assert product.market in ("eu", "jp")
        assert product.market == "eu" or product.category not in european, product.ref


def test_at_most_twenty_articles_are_made_up_and_say_so(demonstration: list[Product]) -> None:
    assert 0 < len(demonstration) <= 20
    for product in demonstration:
        assert product.brand == "Démonstration"
        assert product.demonstration  # the mark stands beside the name, on every screen and page
        assert {value.provenance for value in product.properties.values()} <= {"demonstration"}


def test_each_real_product_names_its_sources(real: list[Product]) -> None:
    for product in real:
        assert product.sources, product.ref
        assert all(source.startswith(("http://", "https://")) for source in product.sources)


def test_each_value_has_a_provenance_and_a_source(real: list[Product]) -> None:
    for product in real:
        for name, value in product.properties.items():
            assert value.provenance in ("maker", "test"), (product.ref, name)
            assert value.source in product.sources, (product.ref, name)


def test_what_sources_contradict_is_set_aside_with_a_reason(real: list[Product]) -> None:
    entries = [(product, entry) for product in real for entry in product.set_aside]
    assert len(entries) >= 15
    for product, entry in entries:
        assert entry.reason, product.ref
        assert entry.source in product.sources, product.ref
        kept = product.properties.get(entry.property)
        assert kept is None or kept.value != entry.value, (product.ref, entry.property)


def test_footwear_is_weighed_by_the_shoe(batch: Batch, reference: Reference, real: list[Product]) -> None:
    footwear = [product for product in real if reference.categories[product.category].family in ("boots", "footwear")]
    weights = [value for product in footwear for name, value in product.properties.items() if name == "weight_g"]
    asides = [entry for product in footwear for entry in product.set_aside if entry.property == "weight_g"]
    assert len(weights) >= 10
    assert [value for value in weights if not value.note.startswith("par chaussure")] == []
    assert [entry for entry in asides if not entry.reason.startswith("par chaussure")] == []


def test_each_product_says_in_one_short_sentence_of_its_own_what_it_is_for(batch: Batch) -> None:
    for lang in ("fr", "en"):
        sentences = [product.use[lang] for product in batch.products]
        assert len(set(sentences)) == len(sentences)
        for sentence in sentences:
            assert 5 <= len(sentence.split()) <= 20, sentence
            assert sentence.endswith("."), sentence


def test_sentences_have_their_typography(batch: Batch) -> None:
    for product in batch.products:
        assert not re.search(r" [;:!?»]|« |'", product.use["fr"]), product.use["fr"]
        assert "'" not in product.use["en"], product.use["en"]


def test_each_product_has_an_activity(batch: Batch) -> None:
    assert all(product.activities for product in batch.products)


def test_barcodes_are_of_the_restricted_range_with_right_check_digits(batch: Batch) -> None:
    for variant in batch.variants:
        assert re.fullmatch(r"0290\d{10}", variant.gtin)
        assert is_restricted(variant.gtin)
        assert int(variant.gtin[-1]) == check_digit(variant.gtin[:-1])
        assert variant.demonstration


def test_each_variant_has_its_own_sku(batch: Batch) -> None:
    skus = Counter(variant.sku for variant in batch.variants)
    assert [sku for sku, count in skus.items() if count > 1] == []


def test_each_product_of_the_range_is_sold_at_miramas(catalogue: Catalogue) -> None:
    shop = catalogue.shops["miramas"]
    assert {variant.ref for variant in catalogue.variants.values()} == set(catalogue.products)
    assert set(shop.assortment) == set(catalogue.variants)


def test_the_shop_is_a_demonstration_with_its_season(catalogue: Catalogue) -> None:
    shop = catalogue.shops["miramas"]
    assert shop.demonstration
    assert (shop.opens_on, shop.closes_on, shop.currency) == ("2026-11-14", "2027-02-27", "EUR")
    assert shop.languages == ("fr", "en", "de", "it", "es")


def test_outlet_prices_lie_below_their_reference(catalogue: Catalogue) -> None:
    for price in catalogue.shops["miramas"].assortment.values():
        assert price.reference_price_cents is not None
        share = price.price_cents / price.reference_price_cents
        assert 0.58 <= share <= 0.76
        assert price.price_cents % 100 in (0, 90, 95)


def test_colours_are_named_and_have_a_value(batch: Batch) -> None:
    for variant in batch.variants:
        assert set(variant.colour.name) == set(LANGUAGES)
        assert re.fullmatch(r"#[0-9a-f]{6}", variant.colour.hex)


def test_stock_has_holes_and_pieces_that_nobody_counted(batch: Batch) -> None:
    counts = {count.gtin: count.quantity for count in batch.stock}
    out = sum(quantity == 0 for quantity in counts.values()) / len(counts)
    uncounted = 1 - len(counts) / len(batch.variants)
    assert 0.15 <= out <= 0.4
    assert 0.01 <= uncounted <= 0.1
    assert max(counts.values()) <= 5
    assert all(count.counted_at and count.counted_at.startswith("2026-11-2") for count in batch.stock)


def test_ends_of_the_size_curve_are_out_of_stock_more_often(batch: Batch) -> None:
    counts = {count.gtin: count.quantity for count in batch.stock}
    empty: dict[str, list[bool]] = {"M": [], "XXL": []}
    for variant in batch.variants:
        if variant.size in empty and variant.gtin in counts:
            empty[variant.size].append(counts[variant.gtin] == 0)
    share = {size: sum(found) / len(found) for size, found in empty.items()}
    assert share["XXL"] > share["M"]


def test_a_woman_of_size_m_finds_three_real_shells_for_ski_touring_under_400_euros(
    catalogue: Catalogue, batch: Batch
) -> None:
    counts = {count.gtin: count.quantity for count in batch.stock}
    prices = catalogue.shops["miramas"].assortment
    found = {
        variant.ref
        for gtin, variant in catalogue.variants.items()
        if _is_touring_shell(catalogue.products[variant.ref])
        and variant.size == "M"
        and counts.get(gtin, 0) > 0
        and prices[gtin].price_cents <= 40_000
    }
    assert len(found) >= 3, found


def _is_touring_shell(product: Product) -> bool:
    return (
        not product.demonstration
        and product.category in SHELLS
        and product.audience in ("women", "unisex")
        and "ski-touring" in product.activities
    )
