# ruff: noqa: E501  a row of a file is one line
"""Shopify and Google in their odder forms: options in any language, gift cards, several barcodes, reductions with dates."""

from __future__ import annotations

import pytest

from catalog.feeds.batch import Batch

from .foreign_files import gtin, read, taken, told

HEAD = "Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Gift Card,Variant Weight Unit,Status"


def export(*names: str, values: tuple[tuple[str, str, str], ...]) -> dict[str, bytes]:
    """Return an export of one jacket, whose options have these names and values by variant."""
    lines = [HEAD]
    for number, (one, two, three) in enumerate(values, start=1):
        first = number == 1
        product = '"<p>Une veste<br>\nde montagne.</p>",Millet,Veste hardshell,homme' if first else ",,,"
        title = "Trilogy" if first else ""
        said = [name if first else "" for name in (*names, "", "", "")[:3]]
        lines.append(
            f"trilogy,{title},{product},{said[0]},{one},{said[1]},{two},{said[2]},{three},T-{number},485.0,649.90,699.90,'{gtin(number)},https://x.example/{number}.jpg,false,kg,active"
        )
    lines.append("trilogy" + "," * 17 + "https://x.example/9.jpg" + "," * 3)  # a picture alone
    return {"products_export.csv": ("\n".join(lines) + "\n").encode()}


def looks(batch: Batch) -> list[tuple[str, str]]:
    return sorted((one.size, one.colour.name["fr"]) for one in batch.variants)


@pytest.mark.parametrize(
    ("size", "colour"),
    [
        ("Taille", "Couleur"), ("Size", "Color"), ("Größe", "Farbe"), ("Maat", "Kleur"), ("Størrelse", "Farve"), ("Koko", "Väri"),
        ("サイズ", "カラー"), ("尺码", "颜色"), ("사이즈", "색상"), ("Размер", "Цвет"), ("Velikost", "Barva"), ("Beden", "Renk"),
        ("Whatever", "Finition du tissu"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("turned", [False, True])
def test_options_are_known_in_any_language_and_order(size: str, colour: str, *, turned: bool) -> None:
    values = (("M", "Noir", ""), ("L", "Noir", ""), ("M", "Rouge", ""))
    names = (colour, size) if turned else (size, colour)
    batch, findings = read(export(*names, values=tuple((two, one, "") for one, two, _ in values) if turned else values))
    assert looks(batch) == [("L", "Noir"), ("M", "Noir"), ("M", "Rouge")]
    assert told(findings, "error", "warning") == []


def test_a_third_option_stands_with_the_size_and_is_told() -> None:
    values = (("M", "Noir", "Normal"), ("M", "Noir", "Long"), ("L", "Noir", "Normal"))
    batch, findings = read(export("Taille", "Couleur", "Jambe", values=values))
    assert looks(batch) == [("L Normal", "Noir"), ("M Long", "Noir"), ("M Normal", "Noir")]
    assert told(findings, "warning") == [(2, "Option3 Name", "option-joined")]


def test_a_third_option_that_never_changes_says_nothing() -> None:
    batch, findings = read(
        export("Taille", "Couleur", "Coupe", values=(("M", "Noir", "Homme"), ("L", "Noir", "Homme")))
    )
    assert looks(batch) == [("L", "Noir"), ("M", "Noir")]
    assert told(findings, "error", "warning") == []


def test_the_default_title_is_no_size_and_one_colour_is_said_to_be_assumed() -> None:
    batch, findings = read(export("Title", values=(("Default Title", "", ""),)))
    assert [(one.size, dict(one.colour.name)) for one in batch.variants] == [
        ("TU", {"fr": "Unique", "en": "One colour"})
    ]
    assert (2, "colour_fr", "colour-assumed") in told(findings, "warning")
    assert taken(batch).products["trilogy"].use["fr"] == "Une veste de montagne."


def test_a_gift_card_is_money_and_stays_out() -> None:
    files = export("Taille", "Couleur", values=(("M", "Noir", ""),))
    card = "carte,Carte cadeau,,Boutique,Carte,,Montant,50 €,,,,,,0,50,,,,true,,active\ncarte,,,,,,,100 €,,,,,,0,100,,,,,,\n"
    batch, findings = read({name: data + card.encode() for name, data in files.items()})
    assert [product.ref for product in batch.products] == ["trilogy"]
    assert [(one.line, one.value) for one in findings if one.code == "gift-card-left"] == [(5, "Carte cadeau")]


TSV = "id\ttitle\tdescription\tlink\tavailability\tprice\tsale price\tsale price effective date\tbrand\tgtin\tcolor\tsize\tgender\titem group id\tgoogle product category\tproduct type"


def google(price: str, sale: str, dates: str, code: str, head: str = TSV) -> dict[str, bytes]:
    row = f"A1\tMillet Trilogy, Noir, M\tUne veste de montagne.\thttps://x.example/a\tin stock\t{price}\t{sale}\t{dates}\tMillet\t{code}\tNoir\tM\tmale\tG1\t5598\tVeste hardshell"
    return {"flux.tsv": f"{head}\n{row}\n".encode()}


@pytest.mark.parametrize(
    ("dates", "cents"),
    [
        ("2020-01-01T00:00+0100/2099-02-01T00:00+0100", (49990, 64990)),
        ("2020-01-01T00:00+0100/2020-02-01T00:00+0100", (64990, None)),
        ("2099-01-01T00:00-0800/2099-02-01T00:00-0800", (64990, None)),
        ("", (49990, 64990)),
    ],
)
def test_a_sale_price_counts_while_it_is_in_force(dates: str, cents: tuple[int, int | None]) -> None:
    batch, findings = read(google("649.90 EUR", "499.90 EUR", dates, gtin(1)))
    assert [(one.price.price_cents, one.price.reference_price_cents) for one in batch.prices] == [cents]
    assert [one.code for one in findings if one.code.startswith("sale")] == ([] if cents[1] else ["sale-not-now"])


@pytest.mark.parametrize("codes", [f"{gtin(1)},{gtin(2)}", f"0000, {gtin(1)}"])
def test_of_several_barcodes_a_good_one_is_taken_and_the_choice_told(codes: str) -> None:
    batch, findings = read(google("649,90 EUR", "", "", codes))
    assert [one.gtin for one in batch.variants] == [f"0{gtin(1)}"]
    assert [(one.line, one.column, one.value) for one in findings if one.code == "gtin-several"] == [(2, "gtin", codes)]


@pytest.mark.parametrize("prefix", ["g", "google", "c", "merchant"])
def test_a_prefix_may_be_any(prefix: str) -> None:
    titles = "\t".join(f"{prefix}:{title.replace(' ', '_')}" for title in TSV.split("\t"))
    assert looks(read(google("649.90 EUR", "", "", gtin(1), titles))[0]) == [("M", "Noir")]
    items = {
        "id": "A1",
        "title": "Trilogy",
        "price": "649.90 EUR",
        "brand": "Millet",
        "color": "Noir",
        "size": "M",
        "gender": "male",
        "product_type": "Veste hardshell",
        "link": "https://x.example/a",
    }
    said = "".join(f"<{prefix}:{name}>{text}</{prefix}:{name}>" for name, text in items.items())
    both = "".join(f"<{prefix}:gtin>{gtin(n)}</{prefix}:gtin>" for n in (1, 2))
    nested = f"<{prefix}:shipping><{prefix}:price>4.90 EUR</{prefix}:price></{prefix}:shipping>"
    feed = f'<rss version="2.0" xmlns:{prefix}="http://base.google.com/ns/1.0"><channel><item>{nested}{said}{both}</item></channel></rss>'
    batch, findings = read({"flux.xml": feed.encode()})
    assert looks(batch) == [("M", "Noir")]
    assert {one.price.price_cents for one in batch.prices} == {64990}
    assert "gtin-several" in {one.code for one in findings}
