"""Any flat table: what its columns seem to be, and what it says once somebody has agreed."""

from __future__ import annotations

import pytest

from catalog.feeds.mapping import ColumnMapping, Source
from catalog.feeds.propose import propose
from catalog.feeds.sheet import shape

from .foreign_files import REFERENCE, asked, gtin, mapped, read, sample, taken, told


def chosen(name: str) -> dict[str, str]:
    return {field: one.source.column for field, one in asked(sample(name)).proposal.guesses.items()}


def test_a_table_that_nobody_explained_is_asked_about_and_takes_nothing() -> None:
    batch, findings = read(sample("grossiste.csv"))
    assert told(findings) == [(2, None, "mapping-needed")]
    assert (batch.products, batch.variants) == ((), ())


def test_a_french_tariff_of_an_old_mac() -> None:
    table = asked(sample("grossiste.csv"))
    guesses = table.proposal.guesses
    assert table.line == 2
    assert (guesses["colour"].source, guesses["size"].source) == (
        Source("Coloris / Taille", "", " / ", 1),
        Source("Coloris / Taille", "", " / ", 2),
    )
    assert {name: guesses[name].source.column for name in ("gtin", "ref", "name", "price", "audience", "category")} == {
        "gtin": "Code EAN", "ref": "Réf modèle", "name": "Désignation", "price": "PV TTC", "audience": "Genre",
        "category": "Famille",
    }  # fmt: skip
    assert "Observations" not in {one.source.column for one in guesses.values()}
    assert table.proposal.constants == {"shop": "miramas"}
    batch, findings = mapped(sample("grossiste.csv"), brand="Millet")
    assert told(findings, "error") == []
    catalogue = taken(batch)
    jacket = catalogue.products["vst-1"]
    assert (jacket.name, jacket.brand, jacket.category, jacket.audience) == (
        "Veste Orage",
        "Millet",
        "rain-jacket",
        "men",
    )
    assert jacket.properties["weight_g"].value == 420
    assert {one.price_cents for one in catalogue.shops["miramas"].assortment.values()} == {105495}
    assert {(one.size, one.colour.name["fr"]) for one in catalogue.variants.values()} == {
        ("M", "Bleu nuit"),
        ("L", "Bleu nuit"),
    }


def test_woocommerce_names_its_attributes_in_cells() -> None:
    columns = chosen("woocommerce.csv")
    assert (columns["size"], columns["colour"]) == ("Valeur(s)\u00a0de l’attribut 1", "Valeur(s)\u00a0de l’attribut 2")
    assert (columns["price"], columns["reference_price"]) == ("Tarif promo", "Tarif régulier")
    assert (columns["sku"], columns["ref"], columns["category"]) == ("UGS", "Parent", "Catégories")
    batch, _ = mapped(sample("woocommerce.csv"))
    prices = {one.price.gtin: (one.price.price_cents, one.price.reference_price_cents) for one in batch.prices}
    assert prices == {f"0{gtin(40)}": (17995, None), f"0{gtin(41)}": (14995, 17995)}
    assert batch.products[0].properties["weight_g"].value == 430


def test_akeneo_has_weights_in_two_columns_and_codes_for_values() -> None:
    columns = chosen("akeneo.csv")
    assert (columns["name"], columns["price"], columns["ref"]) == ("name-fr_FR", "price-EUR", "parent")
    batch, findings = mapped(sample("akeneo.csv"))
    assert {one.size for one in batch.variants} == {"M", "L"}
    assert batch.products[0].properties["weight_g"].value == 310
    assert {one[1:] for one in told(findings, "error")} == {
        ("family", "category-unknown"),
        ("audience", "audience-unknown"),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac-roman"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_encodings_and_separators(encoding: str, separator: str) -> None:
    rows = (
        ("Code barre", "Désignation", "Couleur", "Taille", "Genre", "Type"),
        (gtin(1), "Été indien", "Vert foncé", "XL", "Femme", "Gilet"),
    )
    text = "\r\n".join(separator.join(row) + separator for row in rows)
    batch, findings = mapped({"liste.csv": text.encode(encoding)}, brand="Lafuma")
    assert told(findings, "error") == []
    assert batch.products[0].name == "Été indien"
    assert batch.variants[0].colour.name["fr"] == "Vert foncé"


def test_values_alone_tell_codes_links_and_colours() -> None:
    lines = [
        [gtin(n), "https://example.org/a", ("Noir", "Bleu marine")[n % 2], "#1b2a4a", ("XS", "M", "3XL")[n % 3]]
        for n in range(9)
    ]
    guesses = propose(["A1", "B2", "C3", "D4", "E5"], lines, REFERENCE).guesses
    assert {name: one.source.column for name, one in guesses.items()} == {
        "gtin": "A1", "link": "B2", "colour": "C3", "colour_hex": "D4", "size": "E5",
    }  # fmt: skip
    assert all(0 < one.confidence < 100 and set(one.why) == {"fr", "en"} for one in guesses.values())


def test_values_that_contradict_a_title_are_believed() -> None:
    guesses = propose(["Prix", "Prix public"], [["sur demande", "99,90 €"]] * 5, REFERENCE).guesses
    assert guesses["price"].source.column == "Prix public"


def test_the_shape_of_titles_knows_no_order_and_no_accents() -> None:
    assert shape(["Réf", "Prix €", ""]) == shape(["prix", "REF"])
    assert shape(["Réf", "Prix"]) != shape(["Réf", "Prix", "Taille"])


def test_a_mapping_comes_back_from_json() -> None:
    mapping = ColumnMapping(
        {"size": Source("Taille", "", "/", 2), "weight_g": Source("Poids", "kg")}, {"brand": "Millet"}
    )
    assert ColumnMapping.from_json(mapping.to_json()) == mapping


def test_ragged_rows_and_repeated_rows_are_told() -> None:
    head = "EAN;Désignation;Couleur;Taille;Genre;Type\n"
    row = f"{gtin(1)};Gilet;Noir;M;Homme;Gilet"
    _, findings = mapped(
        {"liste.csv": f"{head}{row};;\n{row}\n{gtin(2)};Gilet;Noir;L;Homme;Gilet;note\n".encode()}, brand="X"
    )
    assert (3, None, "duplicate-row") in told(findings, "info")
    assert told(findings, "error") == [(4, None, "too-many-cells")]


def test_html_of_any_cell_becomes_text() -> None:
    text = (
        "EAN;Désignation;Description;Couleur;Taille;Genre;Type\n"
        f'{gtin(1)};<b onclick=x()>Gilet</b>;"<p>Un gilet &lt;script&gt;alert(1)&lt;/script&gt; pour l’automne.</p>'
        '<img src=x onerror=alert(1)>";Noir;M;Homme;Gilet\n'
    )
    product = mapped({"liste.csv": text.encode()}, brand="X")[0].products[0]
    assert (product.name, product.use["fr"]) == ("Gilet", "Un gilet pour l’automne.")


def test_a_formula_stays_text() -> None:
    text = f"EAN;Désignation;Couleur;Taille;Genre;Type\n{gtin(1)};=1+2;Noir;M;Homme;Gilet\n"
    assert mapped({"liste.csv": text.encode()}, brand="X")[0].products[0].name == "=1+2"


def test_lines_without_a_code_can_be_left_out_on_demand() -> None:
    text = f"EAN;Désignation;Couleur;Taille;Genre;Type\n{gtin(1)};Gilet;Noir;M;Homme;Gilet\n;Gilet;Noir;L;Homme;Gilet\n"
    files = {"liste.csv": text.encode()}
    assert told(mapped(files, brand="X")[1], "error") == [(3, "EAN", "gtin-missing")]
    batch, findings = mapped(files, brand="X", without_gtin="skip")
    assert (3, "EAN", "gtin-skipped") in told(findings, "warning")
    assert [one.size for one in batch.variants] == ["M"]
