"""The sentences of the room of advice's refusals, by code, in French and English: (title, what to do)."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "knowledge-not-found": {
        "fr": (
            "Règle inconnue",
            "Le conseil n’a pas cette règle : elle a changé de nom, ou ce programme est plus récent.",
        ),
        "en": ("Unknown rule", "The advice has no such rule: it has another name now, or this program is newer."),
    },
    "knowledge-outdated": {
        "fr": (
            "Modifié entre-temps",
            "Quelqu’un a publié une autre valeur depuis. Rien n’a été écrasé : choisissez, puis proposez.",
        ),
        "en": (
            "Changed meanwhile",
            "Somebody has published another value since. Nothing was overwritten: choose, then propose.",
        ),
    },
}
