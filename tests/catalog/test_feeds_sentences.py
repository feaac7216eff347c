# ruff: noqa: E501  a row of a file is one line
"""Every finding: where it stands, what stands there, and a sentence in both languages that says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from catalog.catalogue import check
from catalog.errors import Finding
from catalog.feeds.limits import Limits
from catalog.feeds.sentences import AMONG, NEAR, SENTENCES

from . import foreign_files
from .foreign_files import gtin, mapped, read, sample
from .shop_files import (
    FACTS,
    FILES,
    PRICES,
    PRODUCTS,
    SHOPS,
    STOCK,
    VARIANTS,
    read_texts,
    small_catalogue,
    workbook,
    zipped,
)
from .test_feeds_shops_abroad import export, google
from .test_feeds_strangers import PRESTASHOP, WOO

Files = Mapping[str, str | bytes]
SMALL = Limits(file_bytes=20_000, unpacked_bytes=50_000, rows=20, columns=30, cell_characters=400, files=3)
ONE = "a" * 64
PHOTO = "ref,photo,colour_fr,position,width,height\n"
CHART = "chart,label_fr,audience,provenance,source,garment,size,chest_cm\n"
PARTS = "part,id,field,value\n"
LIST = "EAN;Désignation;Couleur;Taille;Genre;Type;Stock;Description\n"


def changed(table: str, old: str, new: str) -> str:
    assert old in table
    return table.replace(old, new, 1)


OWN: list[Files] = [
    *({"products.csv": changed(PRODUCTS, *one)} for one in (
        ("hardshell-jacket", "xyz"), ("women", "dames"), ("gore-pro", "gore-proo"), ("ski-touring", "zzz"), ("Kamet,", "K" * 130 + ","),
    )),
    *({"products.csv": f"ref,{column},sources\na,{value},https://e.org\n"} for column, value in (
        ("weight_g", "lourd"), ("weight_g", "2026-05-22"), ("weight_g", "402000"), ("pit_zips", "peut-être"), ("hood", "grande"), ("name", "#N/A"),
        ("market", "mars"), ("size_chart", "men"), ("care", "laver"), ("couleurs", "x"),
    )),
    {"products.csv": "ref,hood\na,helmet\n"}, {"products.csv": "ref,hood,provenance,sources\na,yes,rumeur,b\n"}, {"products.csv": "name\nA\n"},
    {"products.csv": PRODUCTS + PRODUCTS.splitlines()[1] + "\n"}, {"products.csv": "ref,name,name\na,b,c\n"}, {"products.csv": "ref,name,\na,b,c\n"},
    {"products.csv": "ref,name\na,b,c\n"}, {"products.csv": 'ref,name\na,"b\n'}, {"products.csv": "ref\nA b\n"}, {"products.csv": "ref,name\n,b\n"},
    {"products.csv": "ref,name\n"}, {"products.csv": b"ref,name\n" + "été\n".encode() * 9 + b"\xe9\n"}, {"products.csv": "a\0b"},
    {"products.csv": "ref,name\na,b\ufffdc\n"}, {"products.csv": "ref,name\na,VÃªtement\n"},
    *({"facts.csv": changed(FACTS, *one)} for one in (("weight_g,402", "poids,402"), ("set-aside", "peut-être"), ("set-aside", "kept"))),
    *({"variants.csv": changed(VARIANTS, *one)} for one in ((",L,", ",M,"), ("#1C1D20", "noir"), (",M,", ",12-oct,"))),
    *({"variants.csv": f"gtin,sku\n{code},A\n"} for code in ("3.6E+12", "12345678905", "2900000000019", "290000000001x", "29000")),
    {"variants.csv": f"gtin,sku\n{gtin(1)},MI\u200bV\n{gtin(1)},B\n"}, {"variants.csv": VARIANTS.replace(",oui", ",")},
    *({"prices.csv": changed(PRICES, *one)} for one in (("249,95 €", "gratuit"), ("249,95 €", "$249"), ("349,95 €", "199,95"))),
    {"prices.csv": "shop,gtin,price,price_cents\na,2900000000018,10,2000\n"}, {"prices.csv": PRICES + PRICES.splitlines()[1] + "\n"},
    *({"stock.csv": changed(STOCK, *one)} for one in ((",2,", ",-1,"), ("+01:00", ""))), {"stock.csv": STOCK + STOCK.splitlines()[1] + "\n"},
    *({"shops.csv": changed(SHOPS, *one)} for one in (("14/11/2026", "31/02/2026"), ("2027-02-27", "2026-02-27"), ("fr|en", "fr|xx"))),
    {"shops.csv": SHOPS + SHOPS.splitlines()[1] + "\n"}, {"divers.csv": "jour,temps\nlundi,beau\n"}, {"divers.csv": "jour\nlundi\n"}, {"vide.csv": ""},
    {"photos.csv": PHOTO + "millet-kamet,beau,,1,9,9\n"}, {"photos.csv": PHOTO + f"millet-kamet,{ONE},,0,9,9\n" * 2},
    *({"size_charts.csv": CHART + line} for line in ("x-y,A,men,avis,https://e.org,top,M,96\n", "x-y,A,men,maker,https://e.org,truc,M,beaucoup\n", "x-y,A,men,maker,,,M,\n", "x-y,A,men,demonstration,,,M,96\nx-y,B,,,,,M,97\n")),
    *({"knowledge.csv": PARTS + line} for line in ("autre,a,on,yes\n", "criterion,a!,on,yes\n", "criterion,a,on,yes\ncriterion,a,on,no\n")),
    {"a.xlsx": zipped({"xl/workbook.xml": "<x", "[Content_Types].xml": "<T/>"})}, {"a.xlsx": zipped({"xl/workbook.xml": "<x/>", "xl/vbaProject.bin": "x"})},
    {"a.zip": zipped(FILES)[:-30]}, {"a.zip": zipped({"b.ods": "x"})}, {"a.csv": zipped(FILES)}, {"a.xls": "<html><table>"}, {"a.json": "{}"},
    {"a.xml": "<?xml version='1.0'?><products/>"}, {"a.xml": "<rss><channel/></rss>"}, {"a.xml": "<rss>" + "<a>" * 30}, {"a.xml": "<rss><!DOCTYPE"},
    {"a.xlsx": workbook({"products": [["ref", "name"], ["a", "=1+1"]], "b": [["ref", "name"], ["c", "d"]]})},
]  # fmt: skip
CHECKED: list[Files] = [
    {"products.csv": "ref,name\nneuf,Neuf\n"}, {"variants.csv": VARIANTS.replace("millet-kamet", "absent")}, {"variants.csv": "gtin,ref,demonstration\n2900000000032,millet-kamet,oui\n"},
    {"prices.csv": "shop,gtin,price\nmiramas,2900000000049,10\n"}, {"prices.csv": "shop,gtin,price\nailleurs,2900000000018,10\n"}, {"shops.csv": "shop,opens_on\nneuve,2026-11-14\n"},
    {"photos.csv": PHOTO + f"millet-kamet,{ONE},Mauve,1,,\n"}, {"photos.csv": f"ref,photo,remove\nmillet-kamet,{ONE},oui\n"},
]  # fmt: skip
LIMITED: list[Files] = [
    {"products.csv": "ref,name\na," + "b" * 500 + "\n"}, {"products.csv": "x" * 30_000}, {"products.csv": "ref\n" + "r\n" * 30},
    {"products.csv": "ref," + ",".join(map(str, range(40))) + "\na\n"}, {f"{n}.csv": "ref\n" for n in range(5)},
]  # fmt: skip
FOREIGN: list[dict[str, bytes]] = [
    {"a.csv": f"{LIST}{rows}".encode()} for rows in (
        f"{gtin(1)};Chose;Noir;M;;Machin;-3;\n", f";Gilet;Noir;M;Homme;Gilet;;\n{gtin(2)};Gilet;Zorglub;L;Homme;Gilet;;{'mot ' * 99}\n",
        f"9999999999999;Gilet;Noir;M;Homme;Gilet;;\n{gtin(2)};Gilet;Noir;L;Homme;Gilet;;\n{gtin(2)};Gilet;Noir;L;Homme;Gilet;;\n", f"{gtin(1)};Gilet;;M;Homme;Gilet;;\n{gtin(2)};Gilet;Noir;L;Homme;Gilet;;",
        f"{gtin(1)};Sac à dos 30 L;Noir;TU;;Sac à dos de randonnée;;The pack for the mountain and the hike with all of it.\n",
    )
] + [{"a.csv": PRESTASHOP.encode()}, {"a.csv": WOO.replace("15.00", "25.00").encode()}]  # fmt: skip
SHOPS_ABROAD: list[dict[str, bytes]] = [
    {"a.csv": f"{gtin(1)};Veste\n{gtin(2)};Veste\n".encode()}, export("Taille", "Couleur", "Jambe", values=(("M", "Noir", "A"), ("M", "Noir", "B"))),
    google("9 EUR", "8 EUR", "2099-01-01/2099-02-01", f"{gtin(1)},{gtin(2)}"), google("9 EUR", "8 EUR", "demain/", gtin(1)), google("9 EUR", "9 EUR", "", gtin(1)),
    google("9 EUR", "9.50 EUR", "", gtin(1)), {name: data.replace(b"in stock", b"peut-etre") for name, data in google("9 EUR", "", "", gtin(1)).items()}, sample("shopify-export.csv"), sample("google.tsv"),
]  # fmt: skip
ELSEWHERE = frozenset(
    {
        "gift-card-left", "json-crowded", "line-too-long", "matches-two", "missing-picture", "more-findings", "price-without-tax", "shop-unnamed",
        "hidden-sheet", "formula-without-value", "weight-implausible", "gtin-skipped", "gtin-in-sku", "words-left", "bad-unit", "markets-left",
        "description-kept", "nothing-recognised", "other-size-system", "unknown-size-chart", "unknown-garment", "duplicate-row", "sale-not-now",
        "variant-twin", "hidden-lines", "not-for-sale", "not-for-sale-kept", "size-several", "size-span", "price-tax-unsaid", "sum-left",
        "titles-again",
    }
)  # fmt: skip
"""Met by the tests of what they are about."""
WHOLE = re.compile(r"bad-(json|workbook|xml|zip)|empty-|too-(large|many)|wrong-type|not-text|web-page|unread|macros|no-feed|deep-xml|more-|hidden|json-|line-too|no-titles|no-rows|unknown-table|mixed|lost-char|twice|mapping|unclosed|nothing-|duplicate-row|gift|markets")  # fmt: skip
"""About a file, a table or a line, and no cell of it."""
ABSENT = re.compile(r"required|-missing|incomplete|header|without-figures|assumed|audience-unknown|category-unknown|no-source|no-header|description-|size-chart|column-twice|knowledge-")  # fmt: skip
"""About what is not there, or about more than one cell."""
TOLD_BY_VALUE = frozenset({"too-long"})
"""Whose sentence says a ceiling, while the value beside it is too long to be repeated."""


def findings() -> Iterator[Finding]:
    for files in OWN:
        yield from read_texts(files)[1]
    for files in LIMITED:
        yield from read_texts(files, SMALL)[1]
    for files in CHECKED:
        yield from check(small_catalogue(), read_texts(files)[0])
    for table in FOREIGN:
        batch, found = mapped(table)
        yield from (*found, *check(foreign_files.EMPTY, batch))
    for table in SHOPS_ABROAD:
        yield from read(table)[1]


@pytest.fixture(scope="module")
def met() -> list[Finding]:
    return list(findings())


def test_nearly_every_code_is_met(met: list[Finding]) -> None:
    knowledge = {code for code in SENTENCES if code.startswith("knowledge-")} - {"knowledge-unknown"}
    assert SENTENCES.keys() - {one.code for one in met} - ELSEWHERE - knowledge == set()


def lacks(one: Finding) -> str:
    """Return what a finding does not name; empty where it names all that it can."""
    if WHOLE.search(one.code):
        return "" if one.file or one.code == "empty-batch" else "file"
    if one.line is None:
        return "line"
    if one.code == "too-many-cells" or ABSENT.search(one.code):
        return ""
    if one.column is None or not one.value:
        return "value" if one.column else "column"
    parts = [part.strip().lstrip("0") for part in re.split(r"[|,]", one.value)]  # of a list, the part that is wrong
    said = one.code in TOLD_BY_VALUE or any(part in text for part in parts for text in one.message.values())
    return "" if said else "the value in its sentence"


def test_each_names_its_place_and_what_stands_there(met: list[Finding]) -> None:
    assert {(one.code, missing) for one in met if (missing := lacks(one))} == set()


FRENCH = re.compile(r"\b\w+(?:ez|ites)\b|Rien à faire")
ENGLISH = re.compile(
    r"(?i)(?:^|[.:;,?] )(?:then |or |first |else )?(?:Write|Give|Add|Mend|Check|Choose|Make|Remove|Save|Split|Drop|Keep|Put|Complete|Empty|Export|Take|Translate"
    r"|Close|Count|Type|Say|say|Name|Mark|Read|read|Correct|Open|open|Show|Part|Fill|Each|One line|you are asked|Nothing to do|Did you mean|Shorten|Send|Leave)\b"
)  # fmt: skip


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_sentence_says_what_to_do_in_both_languages(code: str) -> None:
    for lang, verbs in (("fr", FRENCH), ("en", ENGLISH)):
        text = SENTENCES[code][lang]
        whole = text.replace("{near}", AMONG[lang]) if text.endswith("{near}") else text
        assert verbs.search(whole), whole
        assert len(whole) <= 240, whole
        assert NEAR[lang] != AMONG[lang]
    assert SENTENCES[code]["fr"] != SENTENCES[code]["en"]
    assert "'" not in SENTENCES[code]["fr"]
