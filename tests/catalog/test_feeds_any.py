# ruff: noqa: E501  a row of a file is one line
"""Any bytes at all: an answer in findings, never an exception; and what is read twice is the same."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.catalogue import check, merge
from catalog.changes import difference
from catalog.feeds import own
from catalog.feeds.amounts import converted
from catalog.feeds.html_text import text_of
from catalog.feeds.limits import LIMITS
from catalog.feeds.survey import survey

from .foreign_files import EMPTY, REFERENCE, SAMPLES, gtin, house, read

SMALL = replace(LIMITS, file_bytes=20_000, unpacked_bytes=50_000, rows=40, columns=60, cell_characters=400, files=8)
NAMES = st.sampled_from(["a.csv", "a.tsv", "a.xml", "a.xlsx", "a.zip", "a", "a.json", "flux.rss", "produits.txt"])
KNOWN = [path.read_bytes() for path in sorted(SAMPLES.iterdir())]
WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "-", "0", "M", "Noir", "Default Title", "349,95 €", "1e9", "=1+1", "'-", gtin(1), gtin(2), "<b>", "oui"]
    ),
)
usual = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def tried(name: str, data: bytes) -> None:
    _, findings = own.read({name: data}, REFERENCE, SMALL, house())
    for one in findings:
        assert one.severity in {"error", "warning", "info"}
        assert one.message["fr"].strip()
        assert one.message["en"].strip()
    table = next(iter(survey({name: data}, REFERENCE, house(), SMALL)), None)
    if table is not None:
        mapping = {table.shape: table.proposal.mapping()}
        own.read({name: data}, REFERENCE, SMALL, house(mappings=mapping))


@usual
@given(st.binary(max_size=500), NAMES)
def test_any_bytes_are_answered(data: bytes, name: str) -> None:
    tried(name, data)
    tried(name, b"PK\x03\x04" + data)
    tried(name, b"<?xml version='1.0'?><rss>" + data)


@usual
@given(st.sampled_from(KNOWN), st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), max_size=12), NAMES)
def test_a_damaged_file_is_answered(data: bytes, wounds: list[tuple[int, int]], name: str) -> None:
    hurt = bytearray(data)
    for place, value in wounds:
        hurt[place % len(hurt)] = value
    tried(name, bytes(hurt))


@usual
@given(
    st.sampled_from([
        ["Handle", "Title", "Body (HTML)", "Type", "Tags", "Option1 Name", "Option1 Value", "Variant SKU", "Variant Grams",
         "Variant Inventory Qty", "Variant Price", "Variant Compare At Price", "Variant Barcode"],
        ["id", "title", "link", "price", "sale_price", "availability", "gtin", "item_group_id", "size", "color", "gender"],
        ["EAN", "Désignation", "Couleur / Taille", "Prix", "Stock", "Poids", "Genre", "Famille"],
    ]),
    st.data(),
)  # fmt: skip
def test_any_cells_under_known_titles_are_answered(titles: list[str], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.lists(WORDS, max_size=len(titles) + 1), max_size=6))
    out = io.StringIO()
    csv.writer(out).writerows([titles, *rows])
    tried("export.csv", out.getvalue().encode("utf-8", "replace"))


PRICES = st.integers(1, 999_999)


@usual
@given(
    st.lists(
        st.tuples(PRICES, st.integers(-2, 9), st.sampled_from("SML"), st.integers(5, 9_000)), min_size=1, max_size=6
    )
)
def test_what_is_read_twice_changes_nothing(pieces: list[tuple[int, int, str, int]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Option1 Name", "Option1 Value", "Option2 Name",
                     "Option2 Value", "Variant SKU", "Variant Grams", "Variant Inventory Qty", "Variant Price", "Variant Barcode"])  # fmt: skip
    for number, (price, count, size, grams) in enumerate(pieces):
        writer.writerow([f"m-{number}", f"Veste {number}", "Une veste.", "Millet", "Veste hardshell", "Homme", "Taille", size, "Couleur",
                         "Noir", f"S{number}", grams, count, f"{price / 100:.2f}", gtin(number)])  # fmt: skip
    files = {"export.csv": out.getvalue().encode()}
    batch, findings = read(files)
    assert [str(one) for one in findings if one.severity == "error"] == []
    assert check(EMPTY, batch) == ()
    catalogue = merge(EMPTY, batch)
    assert {one.price_cents for one in catalogue.shops["miramas"].assortment.values()} == {
        price for price, *_ in pieces
    }
    again, _ = read(files, catalogue)
    assert not any(difference(catalogue, merge(catalogue, again)).counts.values())


@given(st.text(max_size=200))
def test_text_out_of_html_has_no_tag_of_a_program(markup: str) -> None:
    text = text_of(f"{markup}<script>x</script>").casefold()
    assert "<script" not in text


@given(st.integers(0, 9_000_000))
def test_kilograms_and_grams_say_the_same(grams: int) -> None:
    assert converted(f"{grams / 1000:.3f}".replace(".", ","), "kg", "g") == str(grams)
