"""Reading the merchandiser's files, in every shape in which they come."""

from __future__ import annotations

import codecs
import re

import pytest

from catalog import DATA
from catalog.feeds import cells
from catalog.feeds.facts_in import COLUMNS as FACT_COLUMNS
from catalog.feeds.own import files_in, read
from catalog.feeds.products_in import COLUMNS as PRODUCT_COLUMNS
from catalog.feeds.shop_in import PRICE_COLUMNS, SHOP_COLUMNS, STOCK_COLUMNS
from catalog.feeds.variants_in import COLUMNS as VARIANT_COLUMNS

from .shop_files import (
    FACTS,
    FILES,
    KAMET,
    PRICES,
    PRODUCTS,
    REFERENCE,
    SHOPS,
    STOCK,
    VARIANTS,
    cells_of,
    good_batch,
    read_texts,
    workbook,
    zipped,
)  # fmt: skip

WORDS = "Été : forêt à l'épreuve dès 3000 m, garçon."
ACCENTED = PRODUCTS.replace("Pour la pluie.", f'"{WORDS}"')


def test_it_reads_a_folder_of_files() -> None:
    batch = good_batch(FILES)
    product = batch.products[0]
    assert (product.ref, product.category, product.audience) == ("millet-kamet", "hardshell-jacket", "women")
    assert product.use == {"fr": "Pour la pluie.", "en": "For rain."}
    assert product.activities == ("hiking", "ski-touring")
    assert product.properties["weight_g"].value == 402
    assert product.properties["weight_g"].source == "https://example.org/test"
    assert [(entry.value, entry.reason) for entry in product.set_aside] == [(430, "autre taille")]


def test_it_reads_variants_prices_and_counts() -> None:
    batch = good_batch(FILES)
    assert [(variant.gtin, variant.size, variant.colour.hex) for variant in batch.variants] == [
        (KAMET, "M", "#1c1d20"),
        ("02900000000025", "L", "#1c1d20"),
    ]
    prices = [(entry.price.price_cents, entry.price.reference_price_cents) for entry in batch.prices]
    assert prices == [(24995, 34995), (24995, None)]
    assert batch.stock[0].counted_at == "2026-11-21T10:12:00Z"
    assert (batch.shops[0].opens_on, batch.shops[0].languages) == ("2026-11-14", ("fr", "en"))


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8"),
        lambda text: codecs.BOM_UTF8 + text.encode("utf-8"),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("mac-roman"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "windows", "mac", "utf-16", "utf-16 little", "utf-16 big"],
)
def test_it_reads_every_usual_encoding(encode) -> None:  # type: ignore[no-untyped-def]
    batch = good_batch({"products.csv": encode(ACCENTED)})
    assert batch.products[0].use["fr"] == WORDS


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_it_finds_the_separator(separator: str) -> None:
    batch = good_batch({"variants.csv": VARIANTS.replace(",", separator)})
    assert [variant.sku for variant in batch.variants] == ["K-M", "K-L"]


def test_it_takes_the_separator_that_excel_announces() -> None:
    batch = good_batch({"variants.csv": "sep=|\n" + VARIANTS.replace(",", "|")})
    assert len(batch.variants) == 2


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_it_reads_every_kind_of_line_end(newline: str) -> None:
    assert len(good_batch({"variants.csv": VARIANTS.replace("\n", newline)}).variants) == 2


def test_it_reads_an_archive_with_folders_and_skips_what_macs_add() -> None:
    data = zipped({**{f"lot/{name}": text for name, text in FILES.items()}, "__MACOSX/lot/._products.csv": b"\0\1\2"})
    assert {product.ref for product in good_batch({"lot.zip": data}).products} == {"millet-kamet"}


def test_it_reads_a_workbook_whose_sheets_are_tables() -> None:
    data = workbook({"Produits": cells_of(PRODUCTS), "Variantes": cells_of(VARIANTS), "Faits": cells_of(FACTS)})
    batch = good_batch({"printemps.xlsx": data})
    assert len(batch.products) == 1
    assert len(batch.variants) == 2
    assert batch.products[0].properties["weight_g"].value == 402


def test_it_reads_numbers_of_a_workbook_as_numbers() -> None:
    rows: list[list[object]] = [["shop", "gtin", "price"], ["miramas", 2900000000018, 249.95]]
    batch = good_batch({"prix.xlsx": workbook({"prix": rows})})
    assert (batch.prices[0].price.gtin, batch.prices[0].price.price_cents) == (KAMET, 24995)


def test_it_reads_a_workbook_inside_an_archive() -> None:
    data = zipped({"lot/produits.xlsx": workbook({"Produits": cells_of(PRODUCTS)})})
    assert len(good_batch({"lot.zip": data}).products) == 1


def test_it_knows_a_table_by_its_columns_where_the_name_says_nothing() -> None:
    assert len(good_batch({"export-2026.csv": STOCK}).stock) == 1
    assert len(good_batch({"a.csv": VARIANTS}).variants) == 2
    assert len(good_batch({"b.csv": PRICES}).prices) == 2
    assert len(good_batch({"c.csv": SHOPS}).shops) == 1


def test_it_knows_french_titles() -> None:
    text = VARIANTS.replace("gtin", "EAN", 1).replace("size", "Taille", 1).replace("colour_fr", "Couleur", 1)
    assert good_batch({"x.csv": text}).variants[0].size == "M"


def test_it_takes_any_attribute_as_a_column_of_products() -> None:
    text = "ref;weight_g;hood;pit_zips;provenance;sources\nmillet-kamet;1 402 g;helmet;non;test;https://example.org/t\n"
    product = good_batch({"products.csv": text}).products[0]
    assert {name: value.value for name, value in product.properties.items()} == {
        "weight_g": 1402,
        "hood": "helmet",
        "pit_zips": False,
    }
    assert product.properties["hood"].provenance == "test"
    assert product.properties["hood"].source == "https://example.org/t"


def test_it_says_which_cells_were_given() -> None:
    text = "ref,name,season\nmillet-kamet,Kamet II,\n"
    batch = good_batch({"products.csv": text})
    assert batch.given_products["millet-kamet"] == {"name"}
    assert batch.columns["products"] == {"ref", "name", "season"}


def test_it_keeps_quotes_line_breaks_and_separators_inside_cells() -> None:
    text = 'ref;name;use_fr\nmillet-kamet;"Veste; ""K"" ";"Deux\nlignes"\nmillet-autre;Autre;Bien\n'
    first, second = sorted(good_batch({"products.csv": text}).products, key=lambda each: each.ref, reverse=True)
    assert (first.name, first.use["fr"]) == ('Veste; "K"', "Deux\nlignes")
    assert second.name == "Autre"


def test_it_takes_the_apostrophe_off_that_excel_puts_before_barcodes() -> None:
    assert good_batch({"v.csv": VARIANTS.replace("2900000000018", "'2900000000018")}).variants[0].gtin == KAMET


def test_it_reads_the_files_of_a_folder(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "variants.csv").write_text(VARIANTS, encoding="utf-8")
    (tmp_path / "notes.md").write_text("rien", encoding="utf-8")
    files = files_in(tmp_path)
    assert list(files) == [f"{tmp_path.name}/variants.csv"]
    batch, findings = read(files, REFERENCE)
    assert findings == ()
    assert len(batch.variants) == 2


def test_it_reads_the_file_of_a_shop() -> None:
    text = (
        "id: miramas\nname: Miramas\nplace: {fr: Provence}\nopens_on: 2026-11-14\ncloses_on: 2027-02-27\n"
        "currency: EUR\nlanguages: [fr, en]\ndemonstration: true\n"
    )
    shop = good_batch({"shop.yaml": text}).shops[0]
    assert (shop.id, shop.opens_on, shop.demonstration) == ("miramas", "2026-11-14", True)


def test_it_names_file_and_line_of_a_wrong_shop_file() -> None:
    _, findings = read_texts({"shop.yaml": "id: miramas\nname: M\nopens_on: demain\n"})
    assert ("shop.yaml", 3, "opens_on") in {(each.file, each.line, each.column) for each in findings}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("349,95 €", 34995),
        ("349.95", 34995),
        ("1 054,95 €", 105495),
        ("1\u202f054,95\u00a0€", 105495),
        ("1.054,95", 105495),
        ("1,054.95", 105495),
        ("EUR 79", 7900),
        ("79,9", 7990),
        ("0,5", 50),
    ],
)
def test_it_reads_prices_as_people_write_them(text: str, amount: int) -> None:
    assert cells.cents(text) == amount


@pytest.mark.parametrize("text", ["1.054", "1,054", "gratuit", "", "12,345,6", "-5", "5 %", "1,2,3"])
def test_it_refuses_what_is_no_clear_price(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        cells.cents(text)


@pytest.mark.parametrize(
    ("text", "number"), [("20 000", 20000), ("20\u202f000", 20000), ("365 g", 365), ("12,0", 12), ("-5", -5)]
)
def test_it_reads_whole_numbers_with_their_unit(text: str, number: int) -> None:
    assert cells.integer(text, "g") == number


@pytest.mark.parametrize("text", ["20,000", "2,5", "365 kg", "abc", "", "1e4", "22 mai"])
def test_it_refuses_what_could_be_two_numbers(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        cells.integer(text, "g")


def test_the_readme_names_every_column() -> None:
    text = (DATA.parent / "feeds" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+)`", text))
    plain = {column for column in PRODUCT_COLUMNS if not column.endswith(("_de", "_it", "_es"))}
    places = {"place_en", "place_de", "place_it"}
    for known in (plain, FACT_COLUMNS, VARIANT_COLUMNS, PRICE_COLUMNS, STOCK_COLUMNS, set(SHOP_COLUMNS) - places):
        assert set(known) <= named
