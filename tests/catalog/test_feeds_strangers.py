# ruff: noqa: E501  a row of a file is one line
"""Files of shop programs that nobody here has met: what they say comes in, what they do not say is not made up."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from catalog.catalogue import Catalogue
from catalog.feeds import price_titles
from catalog.feeds.packed import parts_of
from catalog.feeds.propose import propose

from .foreign_files import REFERENCE, asked, gtin, mapped, read, taken, told

Looks = list[tuple[str, str]]


def rows_of(name: str, text: str, **constants: str) -> tuple[Catalogue, list[str]]:
    """Return the catalogue that a file makes by what is proposed for it, and the codes of what was said of it."""
    batch, findings = mapped({name: text.encode()}, **constants)
    return taken(batch), sorted({one.code for one in findings if one.severity != "info"})


def looks(catalogue: Catalogue) -> Looks:
    return sorted((one.size, one.colour.name["fr"]) for one in catalogue.variants.values())


PRESTASHOP = f"""ID;Nom;Référence;Marque;Catégorie;Prix TTC;Description;Déclinaison;EAN-13;Quantité;Genre
12;Gilet Polaire Alpin;GIL-1;Lafuma;Polaires;79,90 €;Chaud;Couleur:Rouge, Taille:M;{gtin(1)};10;Homme
12;Gilet Polaire Alpin;GIL-1;Lafuma;Polaires;79,90 €;Chaud;Couleur:Rouge, Taille:L;{gtin(2)};4;Homme
12;Gilet Polaire Alpin;GIL-1;Lafuma;Polaires;79,90 €;Chaud;Taille:XL, Couleur:Bleu marine;{gtin(3)};4;Homme
"""
THREE = [("L", "Rouge"), ("M", "Rouge"), ("XL", "Bleu marine")]


@pytest.mark.parametrize("written", [r"\1:\2, \3:\4", r"\1 : \2 - \3 : \4", r"\1=\2;\3=\4", r"\1: \2 | \3: \4"])
def test_packed_cells_are_taken_apart(written: str) -> None:
    text = re.sub(r"(Couleur|Taille):([^,;]+), (Couleur|Taille):([^;]+)", written, PRESTASHOP)
    text = "\n".join(re.sub(r"(Chaud;)(.*?)(;\d{13})", r'\1"\2"\3', line) for line in text.splitlines()) + "\n"
    catalogue, _ = rows_of("declinaisons-presta.csv", text)
    assert looks(catalogue) == THREE


def test_a_sentence_is_no_packed_cell() -> None:
    for text in ("https://example.org/a=1,b=2", "12:30", "sku=A,size=S|sku=B,size=M"):
        assert parts_of(text) == {}
    noted = PRESTASHOP.replace(";Chaud;", ";Note : chaud, et cela : léger;")
    assert asked({"presta.csv": noted.encode()}).proposal.guesses["description"].source.column == "Description"
    assert parts_of("color=Black,gender=Men,size=XS") == {"color": "Black", "gender": "Men", "size": "XS"}


def test_prestashop_names_attributes_in_one_column_and_values_in_the_next() -> None:
    text = f"""Product Reference;Product ID*;Attribute (Name:Type:Position)*;Value (Value:Position)*;Reference;EAN13;Wholesale price;Impact on price;Quantity;Minimal quantity;Impact on weight
GIL-1;1;Couleur:color:0, Taille:select:1;Rouge:0, M:0;GIL-1-RM;{gtin(1)};40;0;10;1;0
GIL-1;1;Couleur:color:0, Taille:select:1;Rouge:0, L:1;GIL-1-RL;{gtin(2)};40;0;5;1;0
"""
    guesses = asked({"combinations.csv": text.encode()}).proposal.guesses
    columns = {name: one.source.column for name, one in guesses.items()}
    assert columns == {
        "colour": "Value (Value:Position)* › Couleur",
        "size": "Value (Value:Position)* › Taille",
        "gtin": "EAN13",
        "quantity": "Quantity",
        "ref": "Product Reference",
        "sku": "Reference",
    }  # neither the price of purchase nor what an option adds to it


WOO = f"""ID,Type,SKU,Name,Description,"Date sale price starts","Date sale price ends","In stock?",Stock,"Low stock amount","Weight (kg)","Length (cm)","Sale price","Regular price",Categories,Images,Parent,"GTIN, UPC, EAN, or ISBN",Brands,"Attribute 1 name","Attribute 1 value(s)","Attribute 2 name","Attribute 2 value(s)"
45,variation,V-RM,"V-Neck Fleece Men - Red, M",,,,1,5,2,0.5,24,15.00,20.00,,https://x.example/r.jpg,V-NECK,{gtin(1)},,Color,Red,Size,M
44,variable,V-NECK,"V-Neck Fleece Men","<p>A warm fleece.</p>",,,1,,,0.5,24,,,"Clothing > Fleece",https://x.example/v.jpg,,,Millet,Color,"Red, Green",Size,"M, L"
46,variation,V-GL,"V-Neck Fleece Men - Green, L",,,,1,0,2,0.5,24,,20.00,,https://x.example/g.jpg,V-NECK,{gtin(2)},,Size,L,Color,Green
47,"simple, virtual",ROPE,"Corde 60 m","Une corde.",,,1,5,2,3.9,,,120.00,Cordes,,,{gtin(3)},Petzl,,,,
"""


def test_woocommerce_has_a_line_for_the_model_and_attributes_in_any_order() -> None:
    catalogue, codes = rows_of("wc-export.csv", WOO)
    assert looks(catalogue) == [("L", "Green"), ("M", "Red"), ("TU", "Unique")]
    fleece = catalogue.products["v-neck"]
    assert (fleece.name, fleece.brand, fleece.category, fleece.use["fr"]) == (
        "V-Neck Fleece Men",
        "Millet",
        "fleece",
        "A warm fleece.",
    )
    assert fleece.properties["weight_g"].value == 500
    assert {price.gtin[-3:]: (price.price_cents, price.reference_price_cents) for price in catalogue.shops["miramas"].assortment.values()} == {
        gtin(1)[-3:]: (1500, 2000),
        gtin(2)[-3:]: (2000, None),
        gtin(3)[-3:]: (12000, None),
    }  # fmt: skip
    assert codes == ["audience-assumed", "colour-assumed", "size-assumed"]


@pytest.mark.parametrize(
    ("start", "end", "cents", "code"),
    [
        ("2020-01-01", "2099-12-31", (1500, 2000), None),
        ("2020-01-01", "2020-02-01", (2000, None), "sale-not-now"),
        ("01/01/2099", "", (2000, None), "sale-not-now"),
        ("bientôt", "", (2000, None), "sale-unread"),
    ],
)
def test_a_reduction_counts_on_its_days_alone(
    start: str, end: str, cents: tuple[int, int | None], code: str | None
) -> None:
    text = WOO.replace('Men - Red, M",,,', f'Men - Red, M",,{start},{end}')
    batch, findings = mapped({"wc.csv": text.encode()})
    first = next(one.price for one in batch.prices if one.price.gtin.endswith(gtin(1)))
    assert (first.price_cents, first.reference_price_cents) == cents
    assert [one.code for one in findings if one.code.startswith("sale-")] == ([code] if code else [])


def test_magento_names_the_children_in_the_line_of_the_model() -> None:
    text = f"""sku,product_type,categories,name,description,weight,price,special_price,url_key,qty,is_in_stock,additional_attributes,configurable_variations,gtin,manufacturer
MH01-XS-Black,simple,"Default Category/Men/Tops/Fleece","Chaz Fleece-XS-Black",Une polaire pour le ski et les randonnées.,0.43,52.000000,45.000000,chaz-xs-black,100.0000,1,"color=Black,gender=Men,size=XS",,{gtin(1)},Millet
MH01-S-Black,simple,"Default Category/Men/Tops/Fleece","Chaz Fleece-S-Black",Une polaire pour le ski et les randonnées.,0.43,52.000000,,chaz-s-black,3.0000,1,"color=Black,gender=Men,size=S",,{gtin(2)},Millet
MH01,configurable,"Default Category/Men/Tops/Fleece","Chaz Fleece",Une polaire pour le ski et les randonnées.,0.43,52.000000,,chaz,0.0000,1,"gender=Men","sku=MH01-XS-Black,size=XS,color=Black|sku=MH01-S-Black,size=S,color=Black",,Millet
"""
    batch, findings = mapped({"magento.csv": text.encode()})
    catalogue = taken(batch)
    assert told(findings, "error", "warning") == []
    assert {ref: product.name for ref, product in catalogue.products.items()} == {"mh01": "Chaz Fleece"}
    assert looks(catalogue) == [("S", "Black"), ("XS", "Black")]
    assert catalogue.products["mh01"].properties["weight_g"].value == 430
    assert {one.price.price_cents for one in batch.prices} == {4500, 5200}
    assert {one.quantity for one in batch.stock} == {3, 100}


@pytest.mark.parametrize(
    "title",
    ["PVC TTC", "P.V.C. TTC €", "Prix conseillé TTC", "PPI", "RRP incl. VAT", "PVP TTC", "UVP inkl. MwSt", "SRP", "PVTTC", "Prix net TTC", "Verkaufspreis"],
)  # fmt: skip
def test_what_a_customer_pays_is_the_price(title: str) -> None:
    assert propose([title], [["1 299,00 €"]] * 3, REFERENCE).guesses["price"].source.column == title


BEFORE_TAX = (
    "Prix HT", "PA HT", "PAHT", "Prix d'achat", "Tarif HT", "Prix net HT", "Wholesale price", "EK-Preis", "Prix de cession",
    "Cost price", "Prix public HT", "Price excl. VAT", "Prix revendeur",
)  # fmt: skip


@pytest.mark.parametrize("title", BEFORE_TAX)
def test_what_no_customer_pays_is_no_price_unless_somebody_says_so(title: str) -> None:
    assert price_titles.is_before_tax(title)
    assert not {"price", "reference_price"} & propose([title], [["649,50"]] * 3, REFERENCE).guesses.keys()


def test_a_price_before_tax_that_somebody_chose_is_taken_with_a_warning() -> None:
    files = {"liste.csv": PRESTASHOP.replace("Prix TTC", "Prix HT").encode()}
    table = asked(files)
    mapping = table.proposal.mapping()
    chosen = replace(mapping, columns={**mapping.columns, "price": replace(mapping.columns["name"], column="Prix HT")}, constants={"shop": "miramas"})  # fmt: skip
    _, findings = read(files, mappings={table.shape: chosen})
    assert (1, "Prix HT", "price-without-tax") in told(findings, "warning")


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("Prix HT", "Prix TTC", "Prix barré"), {"price": "Prix TTC", "reference_price": "Prix barré"}),
        (("price", "special_price"), {"price": "special_price", "reference_price": "price"}),
        (("PVC", "Prix boutique"), {"price": "Prix boutique"}),
        (("Prix livraison", "Eco-participation", "Marge"), {}),
    ],
)
def test_of_several_prices_each_has_its_part(titles: tuple[str, ...], expected: dict[str, str]) -> None:
    assert price_titles.chosen(titles, dict.fromkeys(titles, 3)) == expected


@pytest.mark.parametrize(
    "price",
    ["1 299,00 €", "1\u00a0299,00\u00a0€", "1\u202f299,00 €", "1'299.00", "1’299,00", "1.299,00", "1299", "€ 1.299,-", "1299.0000", "1 299 € TTC"],
)  # fmt: skip
def test_amounts_as_they_are_written(price: str) -> None:
    batch, _ = mapped({"liste.csv": PRESTASHOP.replace("79,90 €", price).encode()})
    assert {one.price.price_cents for one in batch.prices} == {129900}


@pytest.mark.parametrize(("price", "code"), [("CHF 1'299.00", "bad-currency"), ("1.299", "bad-price"), ("gratuit", "bad-price"), ("79,90 $", "bad-currency")])  # fmt: skip
def test_amounts_that_could_be_two_or_are_of_another_money_are_errors(price: str, code: str) -> None:
    _, findings = mapped({"liste.csv": PRESTASHOP.replace("79,90 €", price, 1).encode()})
    assert [(one.line, one.column, one.code, one.value) for one in findings if one.severity == "error"] == [
        (2, "Prix TTC", code, price)
    ]


def test_lines_above_the_titles_and_references_of_each_size() -> None:
    rows = "".join(
        f"TRI-{size};Veste Trilogy;Millet;Softshell;Homme;Noir;{size};{gtin(n)};Une veste.\r\n"
        for n, size in enumerate("SML")
    )
    head = "Tarif 2026;;;;;;;;\r\nÉdité le 12/11;par JD;;;;;;;\r\n\r\n"
    titles = "Réf. article;Désignation;Marque;Famille;Genre;Coloris;Taille;EAN;Descriptif\r\n"
    catalogue, _ = rows_of("tarif.csv", head + titles + rows)
    assert list(catalogue.products) == ["millet-veste-trilogy"]
    assert {one.sku for one in catalogue.variants.values()} == {"TRI-S", "TRI-M", "TRI-L"}


def test_a_table_without_titles_is_asked_for_them() -> None:
    _, findings = read({"liste.csv": f"{gtin(1)};Veste;Noir;M\n{gtin(2)};Veste;Noir;L\n".encode()})
    assert told(findings) == [(1, None, "no-titles")]


@pytest.mark.parametrize(
    "titles",
    [
        "EAN-Code;Artikelnummer;Bezeichnung;Hersteller;Warengruppe;Geschlecht;Farbe;Größe;UVP inkl. MwSt.;EK netto",
        "Codice EAN;Codice articolo;Descrizione;Marca;Categoria;Genere;Colore;Taglia;Prezzo IVA inclusa;Prezzo di acquisto",
        "Código EAN;Referencia;Nombre;Marca;Categoría;Género;Color;Talla;PVP;Precio de coste",
        "Barcode;Style;Product Name;Brand;Product Type;Gender;Colour;Size;RRP;Trade Price",
    ],
)
def test_titles_in_five_languages(titles: str) -> None:
    text = f"{titles}\n{gtin(1)};A1;Fusion;Millet;Softshell;Unisex;Nero;M;349,95;150,00\n"
    catalogue, _ = rows_of("liste.csv", text)
    assert (catalogue.products["a1"].name, catalogue.products["a1"].brand) == ("Fusion", "Millet")
    assert [price.price_cents for price in catalogue.shops["miramas"].assortment.values()] == [34995]
