# ruff: noqa: E501  a row of a file is one line
"""What a spreadsheet spoiled, what deceives the eye, what cannot weigh that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.catalogue import Catalogue
from catalog.feeds import amounts, barcodes, cells
from catalog.feeds.html_text import shortened, text_of
from catalog.feeds.plausible import odd_character
from catalog.model import Product, Value

from .foreign_files import EMPTY, asked, gtin, mapped, read, told
from .shop_files import read_texts


@pytest.mark.parametrize(
    "text", ["38-oct", "22 mai", "mai-22", "oct.-40", "2026-10-12", "08/10/2026", "10 sept.", "42-déc"]
)
def test_a_size_made_a_date_is_an_error_that_names_it(text: str) -> None:
    assert cells.is_size_made_date(text)
    _, findings = read_texts({"variants.csv": f"gtin,size\n{gtin(1)},{text}\n"})
    assert [(one.code, one.line, one.column, one.severity) for one in findings] == [("size-date", 2, "size", "error")]
    assert text in findings[0].message["fr"]


@pytest.mark.parametrize("text", ["38-40", "42 2/3", "S/M", "3XL", "6 ans", "25 L", "TU", "10-12", "38 décolleté"])
def test_a_size_is_no_date(text: str) -> None:
    assert not cells.is_size_made_date(text)


@pytest.mark.parametrize("text", ["3,51572E+12", "3.51572e12", "9,00952E+12", "3515720000001"])
def test_a_code_that_lost_digits_is_never_guessed(text: str) -> None:
    assert barcodes.is_scientific(text) or barcodes.known(text) is None
    _, findings = read_texts({"variants.csv": f'gtin,size\n"{text}",M\n'})
    assert {one.severity for one in findings} == {"error"}


@pytest.mark.parametrize(
    ("text", "unit", "into", "expected"),
    [
        ("0,42", "kg", "g", "420"), ("420", "", "g", "420"), ("420 g", "kg", "g", "420"), ("1 lb", "", "g", "454"),
        ("14.8", "oz", "g", "420"), ("1,250", "", "g", None), ("1,250", "kg", "g", "1250"), ("1 250 g", "", "g", "1250"),
        ("32", "ml", "l", "0"), ("12 parsec", "", "mm", None), ("abc", "", "g", None), ("2.5", "cm", "mm", "25"),
    ],
)  # fmt: skip
def test_measures_are_converted_and_an_ambiguous_one_is_refused(
    text: str, unit: str, into: str, expected: str | None
) -> None:
    assert amounts.converted(text, unit, into) == expected


def jackets(*grams: int) -> Catalogue:
    pieces = {
        f"m-{n}": Product(f"m-{n}", f"M {n}", "Millet", "hardshell-jacket", "men", {"fr": "x"}, properties={"weight_g": Value(g, "maker", "x")})
        for n, g in enumerate(grams)
    }  # fmt: skip
    return replace(EMPTY, products=pieces)


@pytest.mark.parametrize(("grams", "unit"), [("14", "oz"), ("4000", ""), ("400", None), ("700", None)])
def test_an_implausible_weight_is_a_warning_with_the_likely_unit(grams: str, unit: str | None) -> None:
    files = {"products.csv": f"ref,weight_g,sources\nm-1,{grams},https://example.org\n".encode()}
    _, findings = read(files, jackets(350, 390, 402, 450, 520))
    if unit is None:
        assert findings == []
        return
    [finding] = findings
    assert (finding.code, finding.severity, finding.line, finding.column) == (
        "weight-implausible",
        "warning",
        2,
        "weight_g",
    )
    assert (f"en {unit}" in finding.message["fr"]) is bool(unit)


def test_a_weight_of_a_supplier_is_doubted_at_its_own_column() -> None:
    text = f"EAN;Modèle;Désignation;Poids\n{gtin(1)};m-1;M 1;15\n"
    table = {"liste.csv": text.encode()}
    one = asked(table)
    _, findings = read(table, jackets(350, 390, 402, 450, 520), {one.shape: one.proposal.mapping()})
    assert (2, "Poids", "weight-implausible") in told(findings, "warning")


@pytest.mark.parametrize("sku", ["MIV-Ж1", "MIV\u202e1", "MI\u200bV1", "ΜIV1", "ＭIV1"])
def test_a_letter_that_only_looks_like_another_is_flagged(sku: str) -> None:
    assert odd_character(sku)
    _, findings = read_texts({"variants.csv": f"gtin,sku\n{gtin(1)},{sku}\n"})
    assert [(one.code, one.severity, one.column) for one in findings] == [("odd-characters", "warning", "sku")]
    assert "U+" in findings[0].message["fr"]


@pytest.mark.parametrize("sku", ["MIV-1234", "ÉTÉ-12", "K/3.1", ""])
def test_plain_letters_with_accents_are_fine(sku: str) -> None:
    assert odd_character(sku) is None


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Une</p><p>deux</p>", "Une deux"), ("a<br/>b", "a b"), ("5 < 6 & 7", "5 < 6 & 7"),
        ("<style>x</style>&eacute;t&eacute;", "été"), ("<svg><script>x</script></svg>ok", "ok"),
        ("&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;ok", "ok"),
    ],
)  # fmt: skip
def test_html_is_read_as_a_person_would(markup: str, text: str) -> None:
    assert text_of(markup) == text


def test_a_text_is_shortened_at_a_sentence_else_at_a_word() -> None:
    assert shortened("Une. Deux. Trois.", 11) == ("Une. Deux.", True)
    assert shortened("un deux trois", 9) == ("un deux…", True)
    assert shortened("court", 9) == ("court", False)


def test_errors_are_shown_before_remarks() -> None:
    rows = "".join(f"{gtin(n)};Gilet {n};Noir;M;Homme;Gilet\n" for n in range(1_200))
    text = f"EAN;Désignation;Couleur;Taille;Genre;Type\n{rows}{gtin(1_200)[:-1]}x;Gilet;Noir;M;Homme;Gilet\n"
    _, findings = mapped({"liste.csv": text.encode()}, brand="X")
    assert "gtin-characters" in {one.code for one in findings if one.severity == "error"}


def test_half_a_kilogram_among_grams_is_no_half_gram() -> None:
    rows = "".join(
        f"{gtin(n)};m-{n};Veste {n};{weight};Noir\n" for n, weight in enumerate(("485", "0,485", "450 g", "0.5 kg"))
    )
    _, findings = mapped({"liste.csv": f"EAN;Modèle;Désignation;Poids;Couleur\n{rows}".encode()}, brand="X")
    assert [(one.line, one.column, one.value) for one in findings if one.code == "bad-unit"] == [(3, "Poids", "0,485")]


def test_markup_in_a_colour_or_a_size_is_text() -> None:
    row = f'{gtin(1)};Gilet;"<b onclick=x()>Noir</b> &amp; blanc";<i>M</i>;Homme;Gilet\n'
    batch, _ = mapped({"liste.csv": f"EAN;Désignation;Couleur;Taille;Genre;Type\n{row}".encode()}, brand="X")
    assert [(one.colour.name["fr"], one.size) for one in batch.variants] == [("Noir & blanc", "M")]
