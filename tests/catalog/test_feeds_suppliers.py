# ruff: noqa: E501  a row of a file is one line
"""Files as programs and people make them: each is right, asked about, or refused with its place; none is wrong silently."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from catalog.catalogue import check, merge
from catalog.feeds import own
from catalog.feeds.batch import Batch
from catalog.feeds.mapping import ColumnMapping
from catalog.feeds.sizes_said import LIST, SPAN, several
from catalog.feeds.survey import survey

from .foreign_files import EMPTY, IN_HOUSE, REFERENCE, gtin, house, mapped, read, taken, told

SUPPLIERS = Path(__file__).parent / "suppliers"
OUTCOMES: dict[str, dict[str, Any]] = yaml.safe_load((SUPPLIERS / "outcomes.yaml").read_text("utf-8"))
USUAL = frozenset({"category-proposed", "description-missing", IN_HOUSE})
"""Said of nearly every new piece."""


def by_proposal(files: dict[str, bytes]) -> dict[str, ColumnMapping]:
    tables = survey(files, REFERENCE, house())
    return {one.shape: one.proposal.mapping() for one in tables if one.format not in ("shopify", "google")}


def pieces(batch: Batch) -> list[dict[str, Any]]:
    """Return what a batch says of each piece, in the words of ``outcomes.yaml``."""
    products = {one.ref: one for one in batch.products}
    prices = {one.price.gtin: one.price for one in batch.prices}
    counts = {one.gtin: one.quantity for one in batch.stock}
    found = []
    for variant in batch.variants:
        product, price = products[variant.ref], prices.get(variant.gtin)
        weight, dry = (product.properties.get(name) for name in ("weight_g", "waterproof"))
        said = {
            "gtin": variant.gtin[1:],
            "name": product.name,
            "brand": product.brand,
            "category": product.category,
            "audience": product.audience,
            "size": variant.size,
            "colour": variant.colour.name["fr"],
            "price_cents": price.price_cents if price else None,
            "reference_price_cents": price.reference_price_cents if price else None,
            "weight_g": weight.value if weight else None,
            "quantity": counts.get(variant.gtin),
            "waterproof": dry.value if dry else None,
        }
        found.append({name: value for name, value in said.items() if value is not None})
    return found


@pytest.mark.parametrize("name", sorted(OUTCOMES))
def test_each_file_has_its_outcome(name: str) -> None:
    files = {name: (SUPPLIERS / name).read_bytes()}
    batch, findings = own.read(files, REFERENCE, house=house(mappings=by_proposal(files)))
    refused = own.has_errors(findings)
    found = [*findings, *(() if refused else check(EMPTY, batch))]
    said = [
        (one.line or "-", (one.column or "-").replace("\n", " "), one.code) for one in found if one.code not in USUAL
    ]
    assert [f"{line} {column} {code}" for line, column, code in said] == OUTCOMES[name]["told"]
    assert ([] if own.has_errors(found) else pieces(batch)) == OUTCOMES[name].get("pieces", [])


def test_every_file_is_tried() -> None:
    assert {path.name for path in SUPPLIERS.iterdir()} - {"outcomes.yaml"} == set(OUTCOMES)


SHOPIFY = "Handle,Title,Vendor,Type,Tags,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Price,Variant Barcode,Status\n"


@pytest.mark.parametrize("status", ["draft", "archived", "Draft", "ARCHIVED"])
def test_what_the_house_has_stays_when_another_program_takes_it_off(status: str) -> None:
    line = f"duo,Duo,Millet,Softshell,homme,Taille,M,Couleur,Noir,149.90,{gtin(1)},"
    batch, _ = read({"export.csv": f"{SHOPIFY}{line}active\n".encode()})
    catalogue = taken(batch)
    again, findings = read({"export.csv": f"{SHOPIFY}{line}{status}\n".replace("149.90", "139.90").encode()}, catalogue)
    assert told(findings, "info") == [(2, "Status", "not-for-sale-kept")]
    after = merge(catalogue, again)
    assert set(after.variants) == set(catalogue.variants)
    assert [one.price_cents for one in after.shops["miramas"].assortment.values()] == [13990]


@pytest.mark.parametrize("status", ["active", "unlisted", ""])
def test_what_is_for_sale_comes_in(status: str) -> None:
    line = f"duo,Duo,Millet,Softshell,homme,Taille,M,Couleur,Noir,149.90,{gtin(1)},{status}\n"
    batch, findings = read({"export.csv": f"{SHOPIFY}{line}".encode()})
    assert len(batch.variants) == 1
    assert not [one for one in findings if one.code.startswith("not-for-sale")]


@pytest.mark.parametrize(
    ("size", "found"),
    [
        ("S, M, L", LIST), ("S;M", LIST), ("S/M/L/XL", LIST), ("36, 38, 40", LIST), ("M et L", LIST), ("S-XXL", SPAN), ("XS/XL", SPAN),
        ("du 36 au 46", SPAN), ("36-46", SPAN), ("S/M", None), ("L-XL", None), ("39-42", None), ("38,5", None), ("42 2/3", None),
        ("EU 42 / UK 8", None), ("6-8 ans", None), ("TU", None), ("110 x 70", None), ("3-4", None), ("2XL/3XL", None),
    ],
)  # fmt: skip
def test_a_cell_of_several_sizes_is_told_from_a_size_that_is_made_so(size: str, found: str | None) -> None:
    assert several(size) == found


FORM = "Réf;Modèle;Marque;Catégorie;Genre;Coloris;S;M;L;Prix TTC\n"


def test_a_cell_of_an_order_form_keeps_its_place() -> None:
    good, bad = gtin(1), gtin(2)[:-1] + "x"
    _, findings = mapped(
        {"commande.csv": f"{FORM}D1;Duo;Millet;Softshell;Homme;Noir;{good};{bad};{gtin(3)};99\n".encode()}
    )
    assert told(findings, "error") == [(2, "M", "gtin-characters")]


def test_an_order_is_never_taken_for_a_count() -> None:
    batch, findings = mapped({"commande.csv": f"{FORM}D1;Duo;Millet;Softshell;Homme;Noir;2;4;3;99\n".encode()})
    assert batch.stock == ()
    assert told(findings, "error") == [(2, size, "gtin-missing") for size in "SML"]


NESTED = f"""<catalogue version="2"><marque>Millet</marque>
 <produit ref="D1"><nom>Duo</nom><categorie>Softshell homme</categorie><prix devise="EUR">99.90</prix><declinaisons>
   <declinaison><taille>M</taille><couleur>Noir</couleur><ean>{gtin(1)}</ean></declinaison>
   <declinaison><taille>L</taille><couleur>Noir</couleur><ean>{gtin(2)}</ean></declinaison>
 </declinaisons></produit>
 <produit ref="B1"><nom>Bonnet</nom><categorie>Bonnet mixte</categorie><prix devise="EUR">29.90</prix><declinaisons>
   <declinaison><taille>TU</taille><couleur>Rouge</couleur><ean>{gtin(3)}</ean></declinaison></declinaisons></produit>
</catalogue>"""


def test_a_list_in_xml_gives_each_size_what_its_model_says() -> None:
    batch, findings = mapped({"flux.xml": NESTED.encode()})
    assert told(findings, "error") == []
    assert [(one["name"], one["size"], one["price_cents"]) for one in pieces(batch)] == [
        ("Duo", "M", 9990),
        ("Duo", "L", 9990),
        ("Bonnet", "TU", 2990),
    ]
    _, findings = mapped({"flux.xml": NESTED.replace('"EUR"', '"CHF"').encode()})
    assert {one.code for one in findings if one.severity == "error"} == {"bad-currency"}


def test_xml_of_no_list_is_refused_with_what_to_give_instead() -> None:
    for text in ("<svg><path d='M0 0'/></svg>", "<?xml version='1.0'?><note>Bonjour</note>"):
        _, findings = read({"a.xml": text.encode()})
        assert told(findings) == [(1, None, "no-feed")]
