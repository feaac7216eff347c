"""What is said of counts and deliveries, by language."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "stock-future": {
        "fr": ("Moment à venir", "Un comptage ne peut pas être à venir. Donnez un moment passé."),
        "en": ("Time to come", "A count cannot lie ahead. Give a time that has passed."),
    },
}

FINDINGS: Final[dict[str, dict[str, str]]] = {
    "paper-unknown": {
        "fr": "Aucune pièce publiée ne porte le code {gtin}. Importez d’abord la pièce, ou retirez la ligne.",
        "en": "No published piece has the code {gtin}. Import the piece first, or take the line out.",
    },
    "paper-other-shop": {
        "fr": "Cette ligne est pour le magasin « {shop} ». Choisissez ce magasin, ou retirez la ligne.",
        "en": "This line is for the shop “{shop}”. Choose that shop, or take the line out.",
    },
    "paper-twice": {
        "fr": "Le code {gtin} est compté deux fois. Gardez une seule ligne.",
        "en": "The code {gtin} is counted twice. Keep one line only.",
    },
    "paper-long": {
        "fr": "Le fichier a plus de {most} articles. Partagez-le.",
        "en": "The file has more than {most} articles. Split it.",
    },
}
