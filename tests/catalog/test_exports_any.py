"""Any catalogue goes out and comes back, whatever its texts look like to a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import IO, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.catalogue import Catalogue, merge, to_json
from catalog.changes import difference
from catalog.feeds import own
from catalog.feeds.out import own_csv, own_xlsx, source_json
from catalog.feeds.out.layout import Own
from catalog.feeds.tables import clean
from catalog.feeds.vocabulary import ACTIVITIES
from catalog.gtin import check_digit
from catalog.model import AUDIENCES, LANGUAGES, Colour, Photo, Price, Product, SetAside, Shop, Value, Variant

from . import shop_files

REFERENCE = replace(
    shop_files.REFERENCE,
    technologies={
        key: replace(each, name=shop_files.both(str(each.name)))
        for key, each in shop_files.REFERENCE.technologies.items()
    },
)

NASTY = (
    "-", "'-", "''-", "=1+1", "+33", "@SUM(A1)", "-5", "'=x", "''", "'", "'007", "007", "#N/A", "'#REF!", "_x0041_",
    'a "b"', "a;b,c\td", "zwei\nZeilen", "\u200fעברית", "👩\u200d🚀", "＝1", "true", "oui", "2026-01-02", "&lt;", "é",
    "e\u0301", "sep=;", "</script>", "1,5", "########", "Err:502", "#VALEUR!", '="00123"', "A=1, B:2",
    "2026-10-12", "12-oct",
)  # fmt: skip


def readable(text: str, most: int) -> bool:
    """What a cell can hold: nothing that a reader strips, no bar, which parts a list."""
    bare = text.replace("\r\n", "\n").replace("\r", "\n")
    return (
        bool(text)
        and len(text) <= most
        and bare == text
        and clean(f"a{text}a") == f"a{text}a"
        and (text.strip().strip("\u00a0\u202f\ufeff").strip() == text)
    )


def texts(most: int = 60) -> st.SearchStrategy[str]:
    return (st.sampled_from(NASTY) | st.text(min_size=1, max_size=most)).filter(lambda text: readable(text, most))


def by_language(most: int = 60) -> st.SearchStrategy[dict[str, str]]:
    others = st.dictionaries(st.sampled_from(LANGUAGES[1:]), texts(most), max_size=2)
    return st.tuples(texts(most), others).map(lambda both: {"fr": both[0], **both[1]})


def lists(of: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=most, unique=True).map(tuple)


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "weight_g": st.integers(0, 9_000),
    "waterproof_mm": st.integers(0, 60_000),
    "pit_zips": st.booleans(),
    "hood": st.sampled_from(("none", "yes", "helmet")),
}
PROVENANCES = st.sampled_from(("maker", "test", "technology", "estimate", "demonstration"))


@st.composite
def values(draw: st.DrawFn) -> dict[str, Value]:
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True))
    return {
        name: Value(draw(VALUES[name]), draw(PROVENANCES), draw(texts()), draw(st.just("") | texts())) for name in names
    }


@st.composite
def set_aside(draw: st.DrawFn) -> tuple[SetAside, ...]:
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=3))
    return tuple(
        SetAside(name, draw(VALUES[name]), draw(PROVENANCES), draw(texts()), draw(st.just("") | texts()))
        for name in names
    )


@st.composite
def products(draw: st.DrawFn, ref: str) -> Product:
    link = st.text(st.sampled_from("https:/.é?=&"), min_size=1, max_size=20).filter(lambda text: readable(text, 20))
    return Product(
        ref=ref,
        name=draw(texts()),
        brand=draw(texts()),
        category="hardshell-jacket",
        audience=draw(st.sampled_from(AUDIENCES)),
        use=draw(by_language()),
        activities=draw(lists(st.sampled_from(ACTIVITIES))),
        technologies=draw(lists(st.just("gore-pro"))),
        properties=draw(values()),
        set_aside=draw(set_aside()),
        market=draw(st.sampled_from(("eu", "jp", "kr"))),
        season=draw(st.just("") | texts()),
        size_chart=draw(st.sampled_from(("", "women-clothes"))),
        fit_note=draw(st.just({}) | by_language()),
        care=draw(lists(st.just("membrane"))),
        sources=draw(lists(link)),
        demonstration=draw(st.booleans()),
    )


def gtin(number: int) -> str:
    body = f"0290{number:09d}"
    return body + str(check_digit(body))


@st.composite
def variants(draw: st.DrawFn, number: int, ref: str) -> Variant:
    colour = Colour(draw(by_language()), f"#{draw(st.integers(0, 0xFFFFFF)):06x}")
    size = draw(texts(16)) + f"/{number}"
    return Variant(gtin(number), draw(st.just("") | texts()), ref, size, colour, demonstration=True)


@st.composite
def shops(draw: st.DrawFn, key: str, gtins: list[str]) -> Shop:
    sold = draw(st.lists(st.sampled_from(gtins), unique=True)) if gtins else []
    cents = {each: draw(st.integers(1, 999_999)) for each in sold}
    more = {each: draw(st.none() | st.integers(cents[each], 1_000_000)) for each in sold}
    languages = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True))
    assortment = {each: Price(each, cents[each], more[each]) for each in sold}
    name, place = draw(texts()), draw(by_language())
    return Shop(key, name, place, "2026-11-14", "2027-02-27", "EUR", tuple(languages), draw(st.booleans()), assortment)


FIGURES = st.integers(700, 1_300) | st.sampled_from((885.5, 962.25))
ENDS = st.tuples(st.integers(700, 900), st.integers(901, 1_300)).map(list)
OPEN = st.integers(700, 1_300).flatmap(lambda end: st.sampled_from(([None, end], [end, None])))


@st.composite
def charts(draw: st.DrawFn, key: str) -> dict[str, Any]:
    sizes = draw(st.lists(texts(8), min_size=1, max_size=4, unique=True))
    measures = draw(st.lists(st.sampled_from(("chest_mm", "waist_mm")), min_size=1, unique=True))
    rows = [{"size": size, **{name: draw(FIGURES | ENDS | OPEN) for name in measures}} for size in sizes]
    systems = draw(st.dictionaries(st.sampled_from(("eu", "fr", "uk")), texts(8), max_size=2))
    rows[0] |= {"systems": systems} if systems else {}
    label, rule = draw(by_language()), draw(by_language() | st.just({"fr": "", "en": ""}))
    return {
        "id": key, "label": {"en": label["fr"], **label}, "rule": {"en": rule["fr"], **rule}, "status": "demonstration",
        "audience": "men", "garment": "top", "source": "", "note": draw(st.just("") | texts()), "evidence": "read",
        "measures": [name for name in ("chest_mm", "waist_mm") if name in measures], "rows": rows,
    }  # fmt: skip


OVERRIDES = st.dictionaries(st.sampled_from(("criterion/dry/weight", "question/weather/label_fr")), texts())


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    refs = draw(st.lists(st.sampled_from(("millet-kamet", "lafuma-1", "0")), unique=True))
    found = {ref: draw(products(ref)) for ref in sorted(refs)}
    sold = [draw(variants(number, ref)) for number, ref in enumerate(sorted(refs) * 2)]
    gtins = [variant.gtin for variant in sold]
    photos = [Photo(ref, "ab" * 32, "", 1, 200, 300, 50, 40, draw(by_language())) for ref in refs[:1]]
    return Catalogue(
        products=found,
        variants={variant.gtin: variant for variant in sold},
        shops={key: draw(shops(key, gtins)) for key in draw(st.sampled_from(((), ("miramas",), ("a", "b"))))},
        size_charts={key: draw(charts(key)) for key in draw(st.sampled_from(((), ("mine",))))},
        photos={photo.key: photo for photo in photos},
        knowledge=dict(sorted(draw(OVERRIDES).items())),
    )


WRITERS: dict[str, Callable[[Own, IO[bytes]], None]] = {
    "zip": own_csv.write_zip,
    "xlsx": own_xlsx.write,
    "json": lambda wanted, out: source_json.write(wanted.catalogue, out),
}


@pytest.mark.parametrize("ending", WRITERS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(catalogue=catalogues(), lang=st.sampled_from(("fr", "en")))
def test_any_catalogue_comes_back(ending: str, catalogue: Catalogue, lang: str) -> None:
    out = io.BytesIO()
    WRITERS[ending](Own(catalogue, REFERENCE, lang), out)
    batch, findings = own.read({f"own.{ending}": out.getvalue()}, REFERENCE)
    assert [str(one) for one in findings if one.severity == "error" and one.code != "empty-batch"] == []
    assert to_json(merge(Catalogue(), batch)) == to_json(catalogue)
    assert difference(catalogue, merge(catalogue, batch)).is_empty
