"""What is said of an export that cannot be made: (title, what to do)."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "category-not-found": {
        "fr": ("Catégorie inconnue", "Cette catégorie n’existe pas. Choisissez-en une de la liste, ou aucune."),
        "en": ("Unknown category", "There is no such category. Choose one of the list, or none."),
    },
}
