# ruff: noqa: E501  a row of a file is one line
"""Shopify's product CSV of both generations, as shops really export it."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from catalog.catalogue import Catalogue
from catalog.changes import difference
from catalog.model import Price

from .foreign_files import EMPTY, MIRAMAS, gtin, read, sample, taken, told

EXPORT = "shopify-export.csv"


def of(text: str) -> dict[str, bytes]:
    return {"products_export.csv": text.encode()}


def test_an_export_of_before_is_read_with_all_its_habits() -> None:
    batch, findings = read(sample(EXPORT))
    assert told(findings, "error") == []
    catalogue = taken(batch)
    kamet = catalogue.products["kamet-light-gtx"]
    assert (kamet.category, kamet.audience, kamet.brand) == ("hardshell-jacket", "men", "Millet")
    assert kamet.use["fr"] == "Une veste imperméable pour l'alpinisme. Capuche compatible casque"
    assert kamet.activities == ("mountaineering",)
    assert (kamet.properties["weight_g"].value, kamet.properties["weight_g"].provenance) == (412, "maker")
    sizes = {one.gtin: (one.size, one.colour.name["fr"]) for one in catalogue.variants.values() if one.ref == kamet.ref}
    assert sizes == {
        f"0{gtin(1)}": ("S", "Noir"),
        f"0{gtin(2)}": ("M", "Noir"),
        f"0{gtin(3)}": ("M", "Bleu saphir"),
    }
    assortment = catalogue.shops["miramas"].assortment
    assert assortment[f"0{gtin(1)}"] == Price(f"0{gtin(1)}", 34995, 39995)
    assert assortment[f"0{gtin(3)}"].reference_price_cents is None
    assert {(one.gtin, one.quantity) for one in batch.stock} == {
        (f"0{gtin(1)}", 2),
        (f"0{gtin(2)}", 0),
        (f"0{gtin(4)}", 5),
    }


def test_a_default_title_is_no_size_and_a_metafield_in_any_language_is_a_colour() -> None:
    batch, findings = read(sample(EXPORT))
    hat = taken(batch).variants[f"0{gtin(4)}"]
    assert (hat.size, hat.colour.name["fr"], hat.colour.hex) == ("TU", "rouge", "#c8202f")
    assert (7, "Variant SKU", "gtin-in-sku") in told(findings, "warning")
    assert (2, "Variant SKU", "shared-sku") in told(findings, "warning")
    assert (5, "Variant Inventory Qty", "stock-negative") in told(findings, "warning")


def test_the_template_of_today_is_read_in_english() -> None:
    batch, findings = read(sample("shopify-template.csv"))
    catalogue = taken(batch)
    pack = catalogue.products["prolighter-30"]
    assert (pack.category, pack.audience) == ("climbing-pack", "unisex")
    assert pack.use["en"].startswith("The pack for climbing days")
    assert (2, "Description", "description-foreign") in told(findings, "warning")
    assert (3, "Option1 value", "colour-unknown") in told(findings, "warning")
    assert {one.size for one in catalogue.variants.values()} == {"TU"}


def test_the_same_file_again_changes_nothing() -> None:
    catalogue = taken(read(sample(EXPORT))[0])
    again, findings = read(sample(EXPORT), catalogue)
    assert told(findings, "error") == []
    assert not any(difference(catalogue, taken(again, catalogue)).counts.values())


def test_an_update_asks_for_nothing_that_the_house_knows() -> None:
    catalogue = taken(read(sample(EXPORT))[0])
    text = f"Handle,Title,Variant Barcode,Variant Price\nother-handle,,{gtin(1)},299.95\n"
    batch, findings = read(of(text), catalogue)
    assert findings == []
    after = taken(batch, catalogue)
    counts = {name: count for name, count in difference(catalogue, after).counts.items() if count}
    assert counts == {"prices": 1}
    assert after.shops["miramas"].assortment[f"0{gtin(1)}"] == Price(f"0{gtin(1)}", 29995, 39995)


def test_a_former_price_that_is_no_longer_above_the_price_goes() -> None:
    catalogue = taken(read(sample(EXPORT))[0])
    text = f"Handle,Title,Variant Barcode,Variant Price,Variant Compare At Price\nx,,{gtin(1)},399.95,\n"
    after = taken(read(of(text), catalogue)[0], catalogue)
    assert after.shops["miramas"].assortment[f"0{gtin(1)}"] == Price(f"0{gtin(1)}", 39995, None)


def test_a_long_description_does_not_replace_the_sentence_of_use() -> None:
    catalogue = taken(read(sample(EXPORT))[0])
    long = "Une veste pour la montagne. " * 40
    batch, findings = read(
        of(f"Handle,Title,Body (HTML)\nkamet-light-gtx,Kamet Light GTX Jacket M,{long}\n"), catalogue
    )
    assert told(findings) == [(2, "Body (HTML)", "description-kept")]
    assert taken(batch, catalogue).products == catalogue.products


def test_without_a_barcode_a_variant_is_known_by_sku_or_by_size_and_colour() -> None:
    catalogue = taken(read(sample("shopify-template.csv"))[0])
    head = "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price\n"
    batch, findings = read(
        of(head + "prolighter-30,,Farbe,Black,Größe,TU,,99\nprolighter-30,,,,,,PRO-30-S,98\n"), catalogue
    )
    assert findings == []
    assert {(one.price.gtin, one.price.price_cents) for one in batch.prices} == {
        (f"0{gtin(10)}", 9900),
        (f"0{gtin(11)}", 9800),
    }


@pytest.mark.parametrize(
    ("barcode", "code"),
    [("", "gtin-missing"), ("9999999999999", "gtin-filler"), ("2900000000019", "gtin-check-digit"),
     ("2,90000E+12", "gtin-scientific"), ("2900000000000", "gtin-scientific"), ("3515720000007", "gtin-check-digit"),
     ("3515700000000", "gtin-scientific")],
)  # fmt: skip
def test_a_new_variant_without_a_good_barcode_is_an_error_at_its_cell(barcode: str, code: str) -> None:
    text = (
        "Handle,Title,Vendor,Type,Tags,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Barcode\n"
        f'gant,Gant,Millet,Gants,Femme,Taille,M,Couleur,Noir,"{barcode}"\n'
    )
    _, findings = read(of(text))
    assert told(findings, "error") == [(2, "Variant Barcode", code)]


def test_what_a_new_product_is_must_be_decidable() -> None:
    text = f"Handle,Title,Vendor,Type,Variant Barcode,Option1 Name,Option1 Value\nx,Zephyr,Millet,Textile,{gtin(70)},Couleur,Noir\n"
    _, findings = read(of(text))
    assert told(findings, "error") == [(2, "Type", "category-unknown"), (2, "audience", "audience-unknown")]
    for finding in findings:
        assert finding.message["fr"] != finding.message["en"]


def test_codes_of_two_products_under_one_handle_are_refused() -> None:
    both = taken(read(sample("shopify-template.csv"))[0], taken(read(sample(EXPORT))[0]))
    _, findings = read(of(f"Handle,Title,Variant Barcode\nz,Z,{gtin(1)}\nz,,{gtin(10)}\n"), both)
    assert (2, "Handle", "matches-two") in told(findings, "error")


def test_several_shops_must_be_told_apart_and_a_file_name_does() -> None:
    two = Catalogue(shops={"miramas": MIRAMAS, "annecy": replace(MIRAMAS, id="annecy", name="Annecy")})
    catalogue = taken(read(sample(EXPORT))[0])
    catalogue = replace(catalogue, shops={**two.shops, "miramas": catalogue.shops["miramas"]})
    text = f"Handle,Title,Variant Barcode,Variant Price\nx,,{gtin(1)},10\n".encode()
    assert [one[2] for one in told(read({"export.csv": text}, catalogue)[1])] == ["shop-unnamed"]
    assert [one.shop for one in read({"export-annecy.csv": text}, catalogue)[0].prices] == ["annecy"]


def test_five_thousand_rows_are_translated_in_five_seconds() -> None:
    head = "Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Barcode\n"
    rows = [
        f"m-{number // 5},{f'Veste {number // 5},<p>Une veste.</p>,Millet,Veste hardshell,Homme' if number % 5 == 0 else ',,,,'},"
        f"Taille,{['S', 'M', 'L', 'XL', 'XXL'][number % 5]},Couleur,Noir,K{number},420,3,349.95,{gtin(number)}"
        for number in range(5_000)
    ]
    started = time.process_time()
    batch, findings = read(of(head + "\n".join(rows)), EMPTY)
    assert time.process_time() - started < 5
    assert (len(batch.products), len(batch.variants)) == (1_000, 5_000)
    assert not [one for one in findings if one.severity == "error"]
