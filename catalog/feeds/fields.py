"""What a row of a foreign table can say: the fields that a mapping fills, and how each is called in the trade."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from catalog.model import Text
from catalog.reference import Reference


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row: what it is called, what it is read as, and whether it may be one constant for all rows.

    ``kind`` is ``text``, ``number``, ``money``, ``gtin``, ``hex``, ``choice``, ``yes`` or ``link``. ``units`` are those
    it is read in, its own first.
    """

    id: str
    label: Text
    kind: str = "text"
    units: tuple[str, ...] = ()
    constant: bool = False
    choices: frozenset[str] = frozenset()
    """The plain words that a cell of kind ``choice`` may be."""


_ROWS: tuple[tuple[str, str, str, str, bool], ...] = (
    ("ref", "Modèle (référence, groupe)", "Model (reference, group)", "text", False),
    ("name", "Nom du modèle", "Name of the model", "text", False),
    ("brand", "Marque", "Brand", "text", True),
    ("category", "Catégorie ou type", "Category or type", "text", True),
    ("audience", "Public", "Audience", "text", True),
    ("description", "Description", "Description", "text", False),
    ("activities", "Activités", "Activities", "text", True),
    ("technologies", "Technologies", "Technologies", "text", False),
    ("tags", "Étiquettes", "Tags", "text", False),
    ("season", "Saison", "Season", "text", True),
    ("link", "Page du produit", "Page of the product", "link", False),
    ("gtin", "Code-barres", "Barcode", "gtin", False),
    ("sku", "Référence de la variante (SKU)", "Reference of the variant (SKU)", "text", False),
    ("size", "Taille", "Size", "text", True),
    ("colour", "Couleur", "Colour", "text", True),
    ("colour_hex", "Couleur en #rrggbb", "Colour as #rrggbb", "hex", False),
    ("shop", "Boutique", "Shop", "text", True),
    ("price", "Prix", "Price", "money", False),
    ("reference_price", "Prix de référence", "Reference price", "money", False),
    ("weight_unit", "Unité de poids", "Unit of weight", "text", False),
    ("quantity", "Quantité en stock", "Quantity in stock", "number", False),
    ("row_kind", "Type de ligne (modèle, variante)", "Kind of line (model, variant)", "text", False),
    ("active", "En vente (oui, non)", "For sale (yes, no)", "text", False),
    ("currency", "Monnaie", "Currency", "text", False),
    ("sale_from", "Début de la promotion", "Beginning of the reduction", "text", False),
    ("sale_until", "Fin de la promotion", "End of the reduction", "text", False),
)
MASSES = ("g", "kg", "oz", "lb")
LENGTHS = ("mm", "cm", "m", "in")
OPTIONS = ("language", "without_gtin")
"""Constants that say how to read, and fill no cell: the descriptions' language; ``skip`` rows without a barcode."""

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Not the joiners of zero width: emoji and some alphabets are written with them."""
_WORDS: Mapping[str, str] = {
    "ref": "ref reference|ref modele|ref model|modele|model|code modele|style|style code|style number|handle|url handle"
    "|reference modele|item group id|parent|parent sku|product reference|reference produit|ref produit|product code"
    "|code article|article"
    "|code produit|id produit|product id"
    "|ugs parente|artikelnummer|modell|codice modello|modelo|referencia|riferimento|codice articolo"
    "|codigo articulo|codigo de articulo|groupe|product ref|product",
    "name": "name|nom|title|titre|designation|libelle|product name|nom du produit|nom produit|description courte"
    "|item name|item|item description|artikelbezeichnung|produktname|description article|nom du modele|model name"
    "|bezeichnung|nome|nombre|titolo|libelle produit|nom article|libelle article|intitule",
    "brand": "brand|marque|vendor|fournisseur|fabricant|manufacturer|hersteller|marca|marke|brands|marques",
    "category": "category|categorie|categories|type|product type|type de produit|product category|famille|family|rayon"
    "|sous famille|sous categorie|google product category|kategorie|categoria|warengruppe|product group",
    "audience": "audience|public|genre|gender|sexe|sex|target|cible|geschlecht|genere|genero|sexo|h f|homme femme"
    "|target gender",
    "description": "description|body html|body|long description|description longue|texte|usage|beschreibung|descrizione"
    "|descripcion|use|use fr|argumentaire|descriptif",
    "activities": "activities|activites|activite|activity|sport|sports|pratique|utilisation|discipline",
    "technologies": "technologies|technologie|technology|techno|technos|membrane technologie",
    "tags": "tags|etiquettes|mots cles|keywords|labels",
    "season": "season|saison|collection|temporada|stagione",
    "active": "active|enabled|published|status|statut|actif|active 0 1|publie|en ligne|online|etat|attivo|activo|aktiv"
    "|visible|en vente|for sale|product status|state|stato|estado",
    "currency": "currency|devise|monnaie|waehrung|wahrung|valuta|moneda|divisa|dev|currency code|code devise"
    "|price currency",
    "row_kind": "type|product type|type de produit|kind",
    "sale_from": "date sale price starts|special price from date|sale price from|debut promo|date debut promo"
    "|date de debut de promo|sale from|promo from|date de debut de promotion",
    "sale_until": "date sale price ends|special price to date|sale price to|fin promo|date fin promo"
    "|date de fin de promo|sale until|promo to|date de fin de promotion",
    "link": "link|lien|url|product url|page|permalink|url produit|page produit",
    "gtin": "gtin|ean|ean13|ean 13|ean code|code ean|upc|barcode|code barres|code barre|codebarre|variant barcode"
    "|ean upc|gencod|gencode|gtin 13|gtin upc ean or isbn|code a barres"
    "|strichcode|codice a barre|codigo de barras|codice ean|codigo ean|codebarres",
    "sku": "sku|variant sku|ugs|ref variante|reference variante|reference sku|item number|code sku|reference|mpn"
    "|reference article|ref article|code article variante|variant code|id variante|manufacturer part number mpn",
    "size": "size|taille|pointure|tailles|groesse|grosse|taglia|talla|shoe size|variant size|dimension|size label",
    "colour": "colour|color|couleur|coloris|couleurs|farbe|colore|colour name|color name|nom couleur|couleur fr"
    "|libelle couleur|libelle coloris|colour fr",
    "colour_hex": "colour hex|color hex|hex|code hex|code couleur hex|couleur hex|hexa|rgb|colour code hex",
    "shop": "shop|boutique|magasin|store|point de vente|store code|filiale|negozio|tienda",
    "price": "price|prix",
    "reference_price": "reference price|prix de reference|compare at price",
    "quantity": "quantity|quantite|stock|qte|qty|variant inventory qty|inventory quantity|stock disponible|available"
    "|disponible|en stock|stock quantity|bestand|giacenza|existencias|inventaire|nb pieces"
    "|on hand|stock reel|qte stock|stock physique",
    "weight_g": "weight|poids|grams|poids net|net weight|variant grams|weight g|poids g|gewicht|peso|poids kg|weight kg"
    "|weight value|shipping weight|product weight|item weight|masse",
    "weight_unit": "weight unit|unite de poids|unite poids|variant weight unit|gewichtseinheit",
    "volume_l": "volume|volume l|litres|contenance|litrage|capacity|capacite|volumen|volume litres",
    "waterproof_mm": "waterproof|waterproof mm|colonne d eau|water column|impermeabilite|schmerber|wassersaule"
    "|hydrostatic head",
    "fill_power_cuin": "fill power|cuin|pouvoir gonflant|fillpower",
    "drop_mm": "drop|drop mm",
    "hood": "hood|capuche",
    "material": "material|matiere|materiau|fabric|composition|matiere principale",
    "membrane": "membrane",
}  # fmt: skip


def unseen(text: str) -> str:
    """Return a text without what no eye sees: soft hyphens, spaces of no width, marks of direction."""
    return text if text.isascii() else _UNSEEN.sub("", text)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return words without accents, case and punctuation, one space between them."""
    letters = unicodedata.normalize("NFKD", unseen(text).replace("œ", "oe").replace("ß", "ss").casefold())
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9#]+", " ", bare).strip()


HEADERS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split("|")) | {name.replace("_", " ")} for name, words in _WORDS.items()
}
"""Field → its titles in the trade, plain: of spreadsheets in five languages, of Akeneo, PrestaShop, WooCommerce."""

_UNITS = {"g": MASSES, "mm": LENGTHS, "l": ("l", "ml"), "ml": ("ml", "l"), "kg": ("kg", "g")}
_KINDS = {"bool": "yes", "integer": "number", "enum": "choice"}
_DERIVED = frozenset({"price_cents"})


def fields(reference: Reference) -> dict[str, Field]:
    """Return the fields by id: those of every table, then each property a supplier can state."""
    found = {name: Field(name, {"fr": fr, "en": en}, kind, constant=constant) for name, fr, en, kind, constant in _ROWS}
    for name, each in reference.attributes.items():
        if name not in _DERIVED and not each.derived:
            units = _UNITS.get(each.unit or "", (each.unit,) if each.unit else ())
            choices = frozenset(plain(word) for one in each.values for word in (one.id, *one.label.values()))
            found[name] = Field(name, each.label, _KINDS[each.kind], units, choices=choices)
    return found
