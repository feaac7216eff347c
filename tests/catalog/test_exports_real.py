"""The whole real range goes out and comes back: every format of our own, without one difference."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import IO

import openpyxl
import pytest

from catalog import DATA
from catalog.catalogue import Catalogue, merge, to_json
from catalog.changes import difference
from catalog.feeds import facts_in, knowledge_in, own, photos_in, products_in, shop_in, size_charts_in, variants_in
from catalog.feeds.out import own_csv, own_xlsx, source_json
from catalog.feeds.out.layout import Own
from catalog.feeds.out.template import forms
from catalog.feeds.own import has_errors
from catalog.feeds.table import TABLES, table_kind
from catalog.reference import load_reference

REFERENCE = load_reference()
Writer = Callable[[Own, IO[bytes]], None]
WRITERS: dict[str, Writer] = {
    "zip": own_csv.write_zip,
    "xlsx": own_xlsx.write,
    "json": lambda wanted, out: source_json.write(wanted.catalogue, out),
}


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    batch, findings = own.read(own.files_in(DATA / "range", *(DATA / "shops").iterdir()), REFERENCE)
    assert not has_errors(findings)
    return merge(Catalogue(), batch)


def written(wanted: Own, ending: str) -> bytes:
    out = io.BytesIO()
    WRITERS[ending](wanted, out)
    return out.getvalue()


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("ending", WRITERS)
def test_the_real_range_comes_back(whole: Catalogue, ending: str, lang: str) -> None:
    data = written(Own(whole, REFERENCE, lang), ending)
    batch, findings = own.read({f"own.{ending}": data}, REFERENCE)
    assert [str(finding) for finding in findings] == []
    assert to_json(merge(Catalogue(), batch)) == to_json(whole)
    assert difference(whole, merge(whole, batch)).is_empty


@pytest.mark.parametrize("ending", ["zip", "xlsx"])
def test_an_empty_template_has_every_table_and_changes_nothing(whole: Catalogue, ending: str) -> None:
    data = written(Own(whole, REFERENCE, "fr", filled=False), ending)
    batch, findings = own.read({f"own.{ending}": data}, REFERENCE)
    assert {finding.code for finding in findings} == {"no-rows"}
    assert len(findings) == len(TABLES)
    assert difference(whole, merge(whole, batch)).is_empty


def test_the_same_facts_give_the_same_bytes(whole: Catalogue) -> None:
    assert written(Own(whole, REFERENCE, "fr"), "zip") == written(Own(whole, REFERENCE, "fr"), "zip")


def test_a_workbook_holds_barcodes_as_text_and_lists_to_choose_from(whole: Catalogue) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(Own(whole, REFERENCE, "fr"), "xlsx")))
    assert book.sheetnames[0] == "Lisez-moi"
    variants = book["Tailles et couleurs"]
    assert variants["A2"].number_format == "@"
    assert isinstance(variants["A2"].value, str)
    assert len(variants["A2"].value) == 14
    assert variants.freeze_panes == "B2"
    models = book["Modèles"]
    lists = [rule for rule in models.data_validations.dataValidation if rule.type == "list"]
    assert {models[str(rule.sqref).split(":")[0][0] + "1"].value for rule in lists} >= {
        "category",
        "audience",
        "market",
    }
    words = [cell.value for cell in book["Listes"][1]]
    column = words.index("categories") + 1
    shown = [row[0] for row in book["Listes"].iter_rows(min_row=2, min_col=column, max_col=column, values_only=True)]
    assert [word for word in shown if word] == list(REFERENCE.categories)


def test_no_cell_of_a_workbook_is_a_formula(whole: Catalogue) -> None:
    ref, product = next(iter(whole.products.items()))
    poisoned = replace(whole, products={ref: replace(product, name="=HYPERLINK(0)", season="#REF!")}, variants={})
    book = openpyxl.load_workbook(io.BytesIO(written(Own(poisoned, REFERENCE, "en"), "xlsx")))
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert not types & {"f", "e"}
    assert book["Models"]["B2"].value == "'=HYPERLINK(0)"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_sheet_is_known_by_its_title_or_its_columns(lang: str) -> None:
    for name, form in forms().items():
        columns = tuple(column.name for column in form.columns)
        assert table_kind(f"own.xlsx#{form.title[lang]}", columns) == name


def test_the_page_beside_the_tables_explains_every_column_and_property(whole: Catalogue) -> None:
    with zipfile.ZipFile(io.BytesIO(written(Own(whole, REFERENCE, "fr", filled=False), "zip"))) as archive:
        page = archive.read("lisez-moi.html").decode()
    for form in forms().values():
        assert all(f"<td>{column.name}</td>" in page for column in form.columns)
    assert all(f"<td>{name}</td>" in page for name in REFERENCE.attributes)


READ = {
    "products": products_in.COLUMNS,
    "facts": facts_in.COLUMNS,
    "variants": variants_in.COLUMNS,
    "prices": [name for name in shop_in.PRICE_COLUMNS if not name.endswith("_cents")],
    "stock": shop_in.STOCK_COLUMNS,
    "shops": shop_in.SHOP_COLUMNS,
    "size_charts": size_charts_in.COLUMNS,
    "photos": photos_in.COLUMNS,
    "knowledge": knowledge_in.COLUMNS,
}


def test_the_template_has_every_column_that_is_read_and_no_other() -> None:
    assert {name: {column.name for column in form.columns} for name, form in forms().items()} == {
        name: set(columns) for name, columns in READ.items()
    }
