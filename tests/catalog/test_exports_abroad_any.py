"""Whatever the range is called, what leaves for Shopify and Google changes nothing when it comes back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import IO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.catalogue import Catalogue, check, merge
from catalog.changes import difference
from catalog.feeds import cells, own
from catalog.feeds.house import House
from catalog.feeds.out import google, shopify
from catalog.feeds.out.abroad import Abroad
from catalog.feeds.own import has_errors
from catalog.gtin import check_digit
from catalog.model import AUDIENCES, Colour, Price, Product, Shop, Value, Variant
from catalog.reference import load_reference

from . import test_exports_any

REFERENCE = load_reference()
SHOP = "miramas"
WRITERS: dict[str, Callable[[Abroad, IO[bytes]], None]] = {
    "shopify.csv": shopify.write,
    "google.tsv": google.write_tsv,
    "google.xml": google.write_xml,
}
CATEGORIES = st.sampled_from(("hardshell-jacket", "fleece", "hiking-boots", "rope", "airbag-pack"))
SIZES = ("XS", "M", "3XL", "42 2/3", "10-12", "TU", "38-40", "6 ans", "S/M", "60 m")


def texts(most: int) -> st.SearchStrategy[str]:
    """Draw texts but for the errors of spreadsheets: in a feed of XML nothing tells those from a word."""
    return test_exports_any.texts(most).filter(lambda text: not cells.is_spreadsheet_error(text))


def gtin(number: int) -> str:
    body = f"0351234567{number:03d}"
    return body + str(check_digit(body))


def priced(cents: int, more: int) -> st.SearchStrategy[tuple[int, int | None]]:
    return st.just((cents, None)) | st.just((cents, cents + more))


@st.composite
def ranges(draw: st.DrawFn) -> Catalogue:
    """Draw a house with some models in sizes and colours, each with a price."""
    refs = draw(st.lists(st.sampled_from(("millet-kamet", "lafuma-1", "0", "a-b-c")), min_size=1, unique=True))
    products, variants, prices, number = {}, {}, {}, 0
    for ref in sorted(refs):
        weight = draw(st.integers(100, 900))
        products[ref] = Product(
            ref, draw(texts(100)), draw(texts(40)), draw(CATEGORIES), draw(st.sampled_from(AUDIENCES)),
            {"fr": draw(texts(250)), "en": draw(texts(60))}, season=draw(st.just("") | texts(20)),
            properties={"weight_g": Value(weight, "maker", "https://example.org")},
        )  # fmt: skip
        colour = Colour({"fr": draw(texts(40)), "en": draw(texts(40))}, f"#{draw(st.integers(0, 0xFFFFFF)):06x}")
        for size in draw(st.lists(st.sampled_from(SIZES), min_size=1, max_size=3, unique=True)):
            number += 1
            code = gtin(number)
            variants[code] = Variant(code, draw(st.just("") | texts(40)), ref, size, colour)
            cents, before = draw(priced(draw(st.integers(100, 99_999)), draw(st.integers(1, 9_999))))
            prices[code] = Price(code, cents, before)
    shop = Shop(SHOP, "Miramas", {"fr": "M"}, "2026-11-14", "2027-02-27", "EUR", ("fr",), False, prices)
    return Catalogue(products=products, variants=variants, shops={SHOP: shop})


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(catalogue=ranges(), lang=st.sampled_from(("fr", "en")))
def test_what_went_abroad_changes_nothing_at_home(name: str, catalogue: Catalogue, lang: str) -> None:
    out = io.BytesIO()
    WRITERS[name](Abroad(catalogue, REFERENCE, lang, SHOP, "https://shop.example"), out)
    house = House(catalogue.products, catalogue.variants, catalogue.shops)
    batch, findings = own.read({name: out.getvalue()}, REFERENCE, house=house)
    assert not has_errors(findings), [str(one) for one in findings]
    assert check(catalogue, batch) == ()
    changes = difference(catalogue, merge(catalogue, batch))
    assert changes.is_empty, changes


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(catalogue=ranges(), lang=st.sampled_from(("fr", "en")))
def test_no_cell_that_goes_abroad_is_calculated(catalogue: Catalogue, lang: str) -> None:
    for write, separator in ((shopify.write, ","), (google.write_tsv, "\t")):
        out = io.StringIO(newline="")
        raw = io.BytesIO()
        write(Abroad(catalogue, REFERENCE, lang, SHOP, "https://shop.example"), raw)
        out.write(raw.getvalue().decode())
        out.seek(0)
        for row in csv.reader(out, delimiter=separator):
            assert not [cell for cell in row if cell[:1] in cells.FORMULA_STARTS and cell]
