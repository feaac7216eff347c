"""The sentences of the desk's refusals, by code, in French and English: (title, what to do)."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "edit-conflict": {
        "fr": (
            "Modifié entre-temps",
            "Quelqu’un a publié d’autres changements de ce modèle. Rien n’a été écrasé : relisez-les, puis proposez.",
        ),
        "en": (
            "Changed meanwhile",
            "Somebody published other changes to this product. Nothing was overwritten: read them, then propose.",
        ),
    },
    "bulk-stale": {
        "fr": (
            "Aperçu dépassé",
            "Ce qui changerait n’est plus ce que vous avez vu. Regardez l’aperçu de nouveau.",
        ),
        "en": ("Preview out of date", "What would change is no longer what you saw. Look at the preview again."),
    },
    "no-change": {
        "fr": ("Rien ne change", "Tout est déjà ainsi. Il n’y a rien à proposer."),
        "en": ("Nothing changes", "Everything is so already. There is nothing to propose."),
    },
}
