"""What a wrong cell is answered: the place, and a sentence that says what to do."""

from __future__ import annotations

import string

import pytest

from catalog.errors import Finding
from catalog.feeds.own import has_errors
from catalog.feeds.sentences import SENTENCES, WARNINGS

from .shop_files import FACTS, FILES, PRICES, PRODUCTS, SHOPS, STOCK, VARIANTS, cells_of, read_texts, workbook


def found(name: str, text: str) -> list[Finding]:
    return list(read_texts({name: text})[1])


def only(name: str, text: str) -> Finding:
    findings = found(name, text)
    assert len(findings) == 1, [str(finding) for finding in findings]
    return findings[0]


@pytest.mark.parametrize(
    ("name", "text", "code", "line", "column"),
    [
        ("products.csv", PRODUCTS.replace("hardshell-jacket", "hardshell"), "unknown-category", 2, "category"),
        ("products.csv", PRODUCTS.replace("women", "dames"), "bad-audience", 2, "audience"),
        ("products.csv", PRODUCTS.replace("gore-pro", "gore-proo"), "unknown-technology", 2, "technologies"),
        ("products.csv", PRODUCTS.replace("ski-touring", "ski-rando"), "unknown-activity", 2, "activities"),
        ("products.csv", PRODUCTS.replace("millet-kamet,", "Millet Kamet,"), "bad-ref", 2, "ref"),
        ("products.csv", PRODUCTS.replace("millet-kamet,", ",", 1), "required", 2, "ref"),
        ("products.csv", PRODUCTS.replace("Kamet,", "K" * 130 + ",", 1), "too-long", 2, "name"),
        ("products.csv", "ref,weight_g,sources\na,lourd,https://e.org\n", "bad-number", 2, "weight_g"),
        ("products.csv", 'ref,weight_g,sources\na,"20,000",https://e.org\n', "bad-number", 2, "weight_g"),
        ("products.csv", "ref,weight_g,sources\na,2026-05-22,https://e.org\n", "spreadsheet-date", 2, "weight_g"),
        ("products.csv", "ref,weight_g,sources\na,402000,https://e.org\n", "out-of-range", 2, "weight_g"),
        ("products.csv", "ref,pit_zips,sources\na,peut-être,https://e.org\n", "bad-boolean", 2, "pit_zips"),
        ("products.csv", "ref,hood,sources\na,grande,https://e.org\n", "unknown-choice", 2, "hood"),
        ("products.csv", "ref,hood\na,helmet\n", "no-source", 2, "sources"),
        (
            "products.csv",
            "ref,hood,provenance,sources\na,yes,rumeur,b\n",
            "bad-provenance",
            2,
            "provenance",
        ),
        ("products.csv", "ref,market\na,mars\n", "bad-market", 2, "market"),
        ("products.csv", "ref,size_chart\na,men\n", "unknown-size-chart", 2, "size_chart"),
        ("products.csv", "ref,care\na,laver\n", "unknown-care", 2, "care"),
        ("products.csv", "name,brand\nKamet,Millet\n", "header-missing", 1, "ref"),
        ("facts.csv", FACTS.replace("weight_g,402", "poids,402"), "unknown-property", 2, "property"),
        ("facts.csv", FACTS.replace("set-aside", "peut-être"), "bad-status", 3, "status"),
        ("facts.csv", FACTS.replace("set-aside", "kept"), "duplicate-fact", 3, "property"),
        ("facts.csv", FACTS.replace(",https://example.org/test", ","), "no-source", 2, "source"),
        ("facts.csv", FACTS.replace("402,test", "402,avis"), "bad-provenance", 2, "provenance"),
        ("facts.csv", FACTS.replace("402,test", "402,"), "required", 2, "provenance"),
        ("facts.csv", FACTS.replace("weight_g,402", "weight_g,"), "required", 2, "value"),
        ("facts.csv", "ref,property\na,weight_g\n", "header-missing", 1, "value"),
        ("variants.csv", VARIANTS.replace("2900000000018", "2900000000011"), "gtin-check-digit", 2, "gtin"),
        ("variants.csv", VARIANTS.replace("2900000000018", '"2,9E+12"'), "gtin-scientific", 2, "gtin"),
        ("variants.csv", VARIANTS.replace("2900000000018", "2.9E+12"), "gtin-scientific", 2, "gtin"),
        ("variants.csv", VARIANTS.replace("2900000000018", "12345"), "gtin-length", 2, "gtin"),
        ("variants.csv", VARIANTS.replace("2900000000018", "290000000001X"), "gtin-characters", 2, "gtin"),
        ("variants.csv", VARIANTS.replace("2900000000025", "2900000000018"), "duplicate-gtin", 3, "gtin"),
        ("variants.csv", VARIANTS.replace(",L,", ",M,"), "duplicate-size", 3, "size"),
        ("variants.csv", VARIANTS.replace("#1C1D20", "noir"), "bad-colour", 2, "colour_hex"),
        ("variants.csv", "ref,size\na,M\n", "header-missing", 1, "gtin"),
        ("variants.csv", VARIANTS.replace("K-M,millet-kamet", "K-M,Kamet !"), "bad-ref", 2, "ref"),
        ("prices.csv", PRICES.replace("249,95 €", "gratuit", 1), "bad-price", 2, "price"),
        ("prices.csv", PRICES.replace("249,95 €", "$249", 1), "bad-currency", 2, "price"),
        ("prices.csv", PRICES.replace("249,95 €", "1.249", 1), "bad-price", 2, "price"),
        ("prices.csv", PRICES.replace("249,95 €", "0", 1), "bad-price", 2, "price"),
        ("prices.csv", PRICES.replace("249,95 €", "", 1), "required", 2, "price"),
        ("prices.csv", PRICES.replace("349,95 €", "199,95", 1), "reference-below-price", 2, "reference_price"),
        ("prices.csv", PRICES.replace("miramas;", ";", 1), "required", 2, "shop"),
        ("prices.csv", "shop,gtin,price,price_cents\na,2900000000018,10,2000\n", "price-and-cents", 2, "price"),
        ("stock.csv", STOCK.replace(",2,", ",-1,"), "bad-quantity", 2, "quantity"),
        ("stock.csv", STOCK.replace(",2,", ",,"), "required", 2, "quantity"),
        ("stock.csv", STOCK.replace("+01:00", ""), "bad-moment", 2, "counted_at"),
        ("stock.csv", STOCK.replace("miramas", "Mira mas"), "bad-ref", 2, "shop"),
        ("shops.csv", SHOPS.replace("14/11/2026", "31/02/2026"), "bad-date", 2, "opens_on"),
        ("shops.csv", SHOPS.replace("2027-02-27", "2026-02-27"), "closes-before-opening", 2, "closes_on"),
        ("shops.csv", SHOPS.replace("fr|en", "fr|xx"), "unknown-language", 2, "languages"),
        ("shops.csv", SHOPS.replace("EUR", "USD"), "bad-currency", 2, "currency"),
        ("divers.csv", "jour,temps\nlundi,beau\n", "mapping-needed", 1, None),
        ("products.csv", "ref,name,name\na,b,c\n", "column-twice", 1, "name"),
        ("products.csv", "ref,name,\na,b,c\n", "no-header-name", 2, None),
        ("products.csv", "ref,name\na,b,c\n", "too-many-cells", 2, None),
        ("products.csv", 'ref,name\na,"b\n', "unclosed-quote", 2, None),
    ],
)
def test_it_names_the_place_of_what_is_wrong(name: str, text: str, code: str, line: int, column: str | None) -> None:
    finding = only(name, text)
    assert (finding.code, finding.file, finding.line, finding.column) == (code, name, line, column)
    assert finding.severity == "error"


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("products", PRODUCTS),
        ("variants", VARIANTS),
        ("shops", SHOPS),
        ("prices", PRICES),
        ("stock", STOCK),
    ],
)
def test_it_refuses_the_same_thing_in_two_files(name: str, second: str) -> None:
    findings = read_texts({f"{name}-a.csv": second, f"{name}-b.csv": second})[1]
    assert {finding.code.split("-")[0] for finding in findings} == {"duplicate"}
    assert all(finding.file == f"{name}-b.csv" for finding in findings)
    assert f"({name}-a.csv)" in findings[0].message["fr"]


def test_it_refuses_a_fact_that_repeats_a_column() -> None:
    products = "ref,weight_g,sources\nmillet-kamet,402,https://e.org\n"
    findings = read_texts({"products.csv": products, "facts.csv": FACTS})[1]
    assert [finding.code for finding in findings] == ["duplicate-fact"]


def test_it_suggests_the_nearest_known_word() -> None:
    finding = only("products.csv", PRODUCTS.replace("hardshell-jacket", "hardshell-jackets"))
    assert "«\u202fhardshell-jacket\u202f»" in finding.message["fr"]
    assert "“hardshell-jacket”" in finding.message["en"]


def test_it_suggests_nothing_where_nothing_is_near() -> None:
    finding = only("products.csv", PRODUCTS.replace("hardshell-jacket", "zzz"))
    assert "Vouliez-vous" not in finding.message["fr"]


def test_it_says_which_digit_a_barcode_should_end_with() -> None:
    finding = only("variants.csv", VARIANTS.replace("2900000000018", "2900000000011"))
    assert "8" in finding.message["fr"]


def test_it_goes_on_after_the_first_wrong_row() -> None:
    text = "ref,category\na,x\nb,hardshell-jacket\nc,y\n"
    batch, findings = read_texts({"products.csv": text})
    assert [finding.line for finding in findings] == [2, 4]
    assert {product.ref: product.category for product in batch.products}["b"] == "hardshell-jacket"


def test_it_only_warns_about_a_column_it_does_not_know() -> None:
    finding = only("products.csv", "ref,name,colour\na,b,rouge\n")
    assert (finding.code, finding.severity, finding.column) == ("unknown-column", "warning", "colour")
    assert not has_errors([finding])


def test_it_warns_about_a_shop_internal_barcode_that_is_not_marked_demonstration() -> None:
    finding = only("variants.csv", VARIANTS.replace("#1C1D20,oui", "#1C1D20,non"))
    assert (finding.code, finding.severity, finding.line) == ("gtin-restricted", "warning", 2)


def test_it_names_the_cell_of_a_workbook() -> None:
    rows = cells_of(PRODUCTS.replace("women", "dames"))
    finding = read_texts({"lot.xlsx": workbook({"Produits": rows})})[1][0]
    assert (finding.file, finding.line, finding.column) == ("lot.xlsx#Produits", 2, "audience")


def test_it_names_a_calculation_error_of_a_workbook() -> None:
    finding = read_texts({"lot.xlsx": workbook({"Produits": [["ref", "name"], ["a", "#N/A"]]})})[1][0]
    assert (finding.code, finding.line) == ("cell-error", 2)


def test_it_says_that_a_table_is_empty() -> None:
    finding = only("products.csv", PRODUCTS.splitlines()[0] + "\n")
    assert (finding.code, finding.severity) == ("no-rows", "warning")


def test_it_says_that_nothing_came() -> None:
    assert [finding.code for finding in read_texts({})[1]] == ["empty-batch"]


def test_a_good_batch_has_no_findings() -> None:
    assert read_texts(FILES)[1] == ()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_sentence_stands_in_french_and_english_with_the_same_words(code: str) -> None:
    fields = {
        lang: {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for lang, text in SENTENCES[code].items()
    }
    assert set(fields) == {"fr", "en"}
    assert fields["fr"] == fields["en"]


def test_warnings_are_known_sentences() -> None:
    assert set(SENTENCES) >= WARNINGS


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_french_sentences_have_their_narrow_spaces(code: str) -> None:
    text = SENTENCES[code]["fr"]
    for mark in ";:!?»":
        assert f" {mark}" not in text
    assert "'" not in text
