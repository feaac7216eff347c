"""A table as the supplier wrote it: named columns, rows with their line, cells as stripped text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

TABLES = ("products", "facts", "variants", "prices", "stock", "shops", "size_charts", "photos", "knowledge")

_TABLE_WORDS = {
    "product": "products", "produit": "products", "produits": "products", "articles": "products",
    "fact": "facts", "faits": "facts", "caracteristiques": "facts",
    "variant": "variants", "variantes": "variants", "declinaisons": "variants",
    "price": "prices", "prix": "prices", "tarifs": "prices",
    "stocks": "stock", "inventaire": "stock",
    "chart": "size_charts", "charts": "size_charts", "tableaux": "size_charts", "grille": "size_charts",
    "grilles": "size_charts", "guide": "size_charts",
    "photo": "photos", "images": "photos",
    "conseil": "knowledge",
    "shop": "shops", "boutique": "shops", "boutiques": "shops",
    **{name: name for name in TABLES},
}  # fmt: skip

_COLUMN_WORDS = {
    "reference": "ref", "modele": "ref", "nom": "name", "designation": "name", "marque": "brand",
    "categorie": "category", "public": "audience", "genre": "audience", "activites": "activities",
    "usage_fr": "use_fr", "usage_en": "use_en", "marche": "market", "saison": "season", "entretien": "care",
    "propriete": "property", "valeur": "value", "provenance": "provenance", "statut": "status",
    "ean": "gtin", "ean13": "gtin", "code_barres": "gtin", "barcode": "gtin", "taille": "size",
    "couleur": "colour_fr", "couleur_fr": "colour_fr", "color_fr": "colour_fr", "couleur_en": "colour_en",
    "color_en": "colour_en", "couleur_hex": "colour_hex", "color_hex": "colour_hex",
    "boutique": "shop", "prix": "price", "prix_de_reference": "reference_price", "prix_reference": "reference_price",
    "tableau": "chart", "grille": "chart", "chart_id": "chart", "size_chart_id": "chart", "vetement": "garment",
    "kind": "garment", "regle_fr": "rule_fr", "regle_en": "rule_en", "libelle_fr": "label_fr", "libelle_en": "label_en",
    "quantite": "quantity", "compte_le": "counted_at", "supprimer": "remove", "delete": "remove",
}  # fmt: skip

_SIGNATURES = (
    ("size_charts", {"chart", "size"}),
    ("facts", {"ref", "property", "value"}),
    ("stock", {"gtin", "quantity"}),
    ("prices", {"gtin", "price"}),
    ("prices", {"gtin", "price_cents"}),
    ("variants", {"gtin", "ref"}),
    ("photos", {"ref", "photo"}),
    ("knowledge", {"part", "field", "value"}),
    ("shops", {"shop", "opens_on"}),
    ("products", {"ref"}),
)
_ASIDE = frozenset({"lisez_moi", "read_me", "listes", "lists"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written: the file (with the sheet after ``#``) and the line, counted from 1.

    A translated line has ``titles``, the file's own title by column of the own format, and ``lines``, for the cells
    that stood on another line than the rest.
    """

    file: str
    line: int | None = None
    titles: Mapping[str, str] | None = field(default=None, compare=False, repr=False)
    lines: Mapping[str, int] | None = field(default=None, compare=False, repr=False)

    def of(self, column: str | None) -> tuple[int | None, str | None]:
        """Return the line and the title, as the file has them, of a column of the own format."""
        if column is None:
            return self.line, None
        return (self.lines or {}).get(column, self.line), (self.titles or {}).get(column, column)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; ``cells`` holds only the cells that are not empty."""

    place: Place
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose kind is known; ``columns`` are canonical names in the order of the file."""

    kind: str
    place: Place
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def column_name(header: str) -> str:
    """Return the canonical name of a header: no accents, no case, ``_`` between words, French synonyms known."""
    plain = unicodedata.normalize("NFKD", header.strip().casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    name = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
    return _COLUMN_WORDS.get(name, name)


def table_kind(name: str, columns: tuple[str, ...]) -> str | None:
    """Tell which table this is: by the words of the file or sheet name, else by its columns, else ``None``."""
    for word in column_name_words(name):
        if word in _TABLE_WORDS:
            return _TABLE_WORDS[word]
    present = set(columns)
    for kind, needed in _SIGNATURES:
        if needed <= present:
            return kind
    return None


def is_aside(sheet: str) -> bool:
    """Tell whether a sheet of a workbook only explains the others, as those of our template do."""
    return column_name(sheet) in _ASIDE


def column_name_words(name: str) -> list[str]:
    """Split a file or sheet name into plain words, without folders and extension."""
    stem = re.split(r"[/\\#]", name)[-1].rsplit(".", 1)[0] if "#" not in name else name.rsplit("#", 1)[1]
    plain = unicodedata.normalize("NFKD", stem.casefold())
    return [word for word in re.split(r"[^a-z0-9]+", plain.encode("ascii", "ignore").decode()) if word]
