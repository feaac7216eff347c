"""What is said of a photo that cannot be taken: (title, what to do)."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "photo-kind": {
        "fr": (
            "Ce n’est pas une photo",
            "Ce fichier n’est ni JPEG, ni PNG, WebP, AVIF ou HEIC. Exportez la photo en JPEG, puis déposez-la.",
        ),
        "en": (
            "Not a photo",
            "This file is neither JPEG nor PNG, WebP, AVIF or HEIC. Export the photo as JPEG, then drop it.",
        ),
    },
    "photo-unreadable": {
        "fr": ("Photo illisible", "Cette photo ne s’ouvre pas\u202f: elle est abîmée. Exportez-la de nouveau en JPEG."),
        "en": ("Unreadable photo", "This photo does not open: it is damaged. Export it again as JPEG."),
    },
    "photo-too-many-pixels": {
        "fr": ("Photo trop grande", "Cette photo a plus de 50 millions de pixels. Réduisez-la à 2400 pixels de haut."),
        "en": ("Photo too large", "This photo has more than 50 million pixels. Reduce it to 2400 pixels in height."),
    },
    "photo-too-small": {
        "fr": ("Photo trop petite", "Un côté de cette photo a moins de 320 pixels. Il en faut au moins 640 de large."),
        "en": ("Photo too small", "One side of this photo has less than 320 pixels. Give one at least 640 wide."),
    },
    "photo-too-long": {
        "fr": ("Photo trop étirée", "Un côté est plus de quatre fois plus long que l’autre. Recadrez la photo."),
        "en": ("Photo too long", "One side is more than four times as long as the other. Crop the photo."),
    },
    "photo-not-found": {
        "fr": ("Photo introuvable", "Cette photo n’est pas, ou plus, en attente. Rechargez la liste."),
        "en": ("Photo not found", "This photo is not waiting, or no longer. Load the list again."),
    },
    "photo-without-piece": {
        "fr": ("Pièce à choisir", "Dites de quelle pièce est cette photo avant de l’essayer."),
        "en": ("Choose a piece", "Say which piece this photo is of before you try it out."),
    },
    "photo-colour-unknown": {
        "fr": ("Coloris inconnu", "Cette pièce n’existe pas dans ce coloris. Choisissez un des siens."),
        "en": ("Unknown colour", "This piece does not come in this colour. Choose one of its own."),
    },
    "photo-nothing-to-try": {
        "fr": ("Rien à essayer", "Choisissez au moins une photo, ou changez-en une."),
        "en": ("Nothing to try", "Choose at least one photo, or change one."),
    },
}
