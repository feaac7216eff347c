"""Workbooks as people keep them: headings, merged cells, hidden sheets, notes, formulas, what a spreadsheet spoiled."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest

from catalog import progress
from catalog.feeds import barcodes, cells
from catalog.gtin import check_digit

from .foreign_files import asked, gtin, mapped, read, taken, told
from .shop_files import read_texts

HEAD = [
    "EAN",
    "Désignation",
    "Marque",
    "Famille",
    "Genre",
    "Coloris",
    "Taille",
    "Prix TTC",
    "Livraison",
    "Poids (g)",
    "Descriptif",
]
LOOK = ["Veste Alpha", "Millet", "Softshell", "Homme", "Noir"]


def book(fill: Callable[[Any], None]) -> dict[str, bytes]:
    made = openpyxl.Workbook()
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return {"Tarif.xlsx": out.getvalue()}


def sheet(*rows: Sequence[object]) -> dict[str, bytes]:
    def fill(made: Any) -> None:
        for one in rows:
            made.active.append(one)

    return book(fill)


def row(code: object, size: object, price: object = 99.9, arrives: object = None) -> list[object]:
    return [code, *LOOK, size, price, arrives, 485, "Une veste souple."]


def headed(made: Any) -> None:
    tariff = made.active
    tariff.title = "Catalogue"
    tariff.append(["Millet – Tarif hiver 2026"])
    tariff.merge_cells("A1:J1")
    tariff.append([])
    tariff.append(["Identification", None, None, None, None, "Variante", None, "Prix"])
    tariff.merge_cells("A3:E3")
    tariff.append(HEAD)
    tariff.append(row(int(gtin(1)), 42, 1299.9, datetime(2026, 11, 1, tzinfo=UTC).replace(tzinfo=None)))
    tariff.append(row(float(gtin(2)), "L", 1299, date(2026, 11, 1)))
    hidden = made.create_sheet("Achats")
    hidden.sheet_state = "hidden"
    hidden.append(HEAD)
    hidden.append(row(gtin(9), "M", 1))
    notes = made.create_sheet("Notes")
    notes.append(["Conditions générales"])
    notes.append(["Livraison sous trois semaines"])
    made.create_sheet("Feuil3")


def test_the_table_is_found_below_its_headings_and_hidden_sheets_stay_hidden() -> None:
    files = book(headed)
    assert asked(files).line == 4
    batch, findings = mapped(files)
    assert {(one.gtin[1:], one.size) for one in batch.variants} == {(gtin(1), "42"), (gtin(2), "L")}
    assert {one.price.price_cents for one in batch.prices} == {129990, 129900}
    assert [(one.file, one.code, one.value) for one in findings if one.code == "hidden-sheet"] == [
        ("Tarif.xlsx#Achats", "hidden-sheet", "Achats")
    ]
    assert told(findings, "error") == []
    assert len(taken(batch).variants) == 2


def test_what_a_merged_cell_says_is_said_in_each_of_its_lines() -> None:
    def fill(made: Any) -> None:
        table = made.active
        table.append(["Modèle", "Désignation", "Marque", "Famille", "Genre", "Coloris", "Taille", "EAN", "Prix TTC"])
        table.append(["M1", *LOOK, "S", gtin(1), 99.9])
        table.append([None, None, None, None, None, None, "M", gtin(2), 99.9])
        table.append([None, None, None, None, None, "Rouge", "S", gtin(3), 99.9])
        for area in ("A2:A4", "B2:B4", "C2:C4", "D2:D4", "E2:E4", "F2:F3"):
            table.merge_cells(area)

    batch, findings = mapped(book(fill))
    assert told(findings, "error") == []
    assert [product.ref for product in batch.products] == ["m1"]
    assert [(one.size, one.colour.name["fr"]) for one in batch.variants] == [
        ("S", "Noir"),
        ("M", "Noir"),
        ("S", "Rouge"),
    ]


def test_a_formula_is_never_calculated_here_and_one_without_a_result_is_an_error() -> None:
    _, findings = mapped(sheet(list(HEAD), row(gtin(1), "M", "=100*1.2")))
    [finding] = [one for one in findings if one.severity == "error"]
    assert (finding.code, finding.line, finding.column, finding.value) == ("formula-without-value", 2, "H", "H2")


def test_reading_a_sheet_tells_how_far_it_is() -> None:
    def fill(made: Any) -> None:
        for name in ("Un", "Deux"):
            written = made.create_sheet(name)
            written.append(HEAD)
            for number in range(3_000):
                written.append(row(gtin(number), "M"))

    heard: list[tuple[int, int]] = []
    with progress.heard_by(lambda stage, done, total: heard.append((done, total)) if stage == "read" else None):
        read(book(fill))
    shares = [done / total for done, total in heard]
    assert shares == sorted(shares)
    assert len({share for share in shares if 0 < share < 1}) >= 4  # within both sheets, not only between them


@pytest.mark.parametrize(
    "what", ["########", "#N/A", "#REF!", "#VALEUR!", "#NOM?", "#DIV/0!", "Err:502", "#SPILL!", "#WERT!", "#NV"]
)
def test_what_a_spreadsheet_writes_for_an_error_is_no_value(what: str) -> None:
    assert cells.is_spreadsheet_error(what)
    text = f"EAN;Désignation;Marque;Famille;Genre;Coloris;Taille\n{gtin(1)};Veste;Millet;Softshell;Homme;{what};M\n"
    for batch, findings in (
        mapped({"liste.csv": text.encode()}),
        mapped(sheet(*(list(line.split(";")) for line in text.splitlines()))),
    ):
        assert [(one.code, one.line, one.column, one.value) for one in findings if one.code == "cell-error"] == [
            ("cell-error", 2, "Coloris", what)
        ]
        assert what not in {name for one in batch.variants for name in one.colour.name.values()}
    [own] = [one for one in read_texts({"products.csv": f"ref,name\nmillet-a,{what}\n"})[1] if one.severity == "error"]
    assert (own.code, own.column, own.value) == ("cell-error", "name", what)
    assert (
        read_texts({"products.csv": f"ref,name\nmillet-a,'{what}\n"})[0].products[0].name == what
    )  # said to be a word


@pytest.mark.parametrize("size", ["12-avr", "10-déc", "2024-10-12", "oct-12", "12/10/2024", "45576"])
def test_a_size_that_became_a_day_is_an_error(size: str) -> None:
    _, findings = mapped(sheet(list(HEAD), row(gtin(1), size)))
    assert [(one.code, one.line, one.column, one.value) for one in findings if one.severity == "error"] == [
        ("size-date", 2, "Taille", size)
    ]


def full(digits: str) -> str:
    return digits + str(check_digit(digits))


@pytest.mark.parametrize("code", [full("0" + "7843209" * 2)[-13:], full("06423987654"), full("0123456")])
def test_a_code_without_its_zeros_is_explained_and_never_guessed(code: str) -> None:
    digits = full("0034239876541"[:11]) if len(code) == 13 else code
    cut = digits.lstrip("0")
    assert barcodes.zeros_lost(cut) is not None
    batch, findings = mapped(sheet(list(HEAD), row(int(cut), "M")))
    assert batch.variants == ()
    [finding] = [one for one in findings if one.severity == "error"]
    assert (finding.code, finding.column, finding.value) == ("gtin-zeros", "EAN", cut)
    assert cut.zfill(len(digits)) in finding.message["fr"]


@pytest.mark.parametrize("written", ['="{}"', "'{}", "{}.0", "{}\u00a0", " {} ", "{},00"])
def test_a_code_with_all_its_digits_is_read_whatever_stands_around_it(written: str) -> None:
    code = written.format(gtin(1)).replace('"', '""')
    text = f'EAN;Désignation;Marque;Famille;Genre;Coloris;Taille\n"{code}";Veste;Millet;Softshell;Homme;Noir;M\n'
    batch, findings = mapped({"liste.csv": text.encode()})
    assert [one.gtin for one in batch.variants] == [f"0{gtin(1)}"]
    assert told(findings, "error") == []
