"""What is said of a supplier's columns when they cannot be taken, by code: (title, what to do)."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "supplier-mapping-not-found": {
        "fr": ("Colonnes inconnues", "Ces colonnes ne sont pas ou plus mémorisées. Rechargez la liste."),
        "en": ("Unknown columns", "These columns are not, or no longer, remembered. Load the list again."),
    },
    "too-many-mappings": {
        "fr": ("Trop de tableaux mémorisés", "Oubliez ceux qui ne servent plus, puis recommencez."),
        "en": ("Too many tables remembered", "Forget those no longer used, then try again."),
    },
    "unknown-shape": {
        "fr": ("Tableau inconnu", "Cet import n’a pas ce tableau. Rechargez la proposition."),
        "en": ("Unknown table", "This import has no such table. Load the proposal again."),
    },
    "unknown-field": {
        "fr": ("Champ inconnu", "Cela ne peut pas être rempli ainsi. Choisissez dans la liste proposée."),
        "en": ("Unknown field", "This cannot be filled like that. Choose from the list proposed."),
    },
    "unknown-title": {
        "fr": ("Colonne inconnue", "Le tableau n’a pas cette colonne. Choisissez-en une de ses colonnes."),
        "en": ("Unknown column", "The table has no such column. Choose one of its columns."),
    },
}
