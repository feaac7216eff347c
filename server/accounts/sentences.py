"""What people are told at the door: (title, what to do), and what can be wrong with a code."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "session-revoked": {
        "fr": (
            "Appareil déconnecté",
            "Cet appareil a été déconnecté. Demandez une nouvelle invitation à votre responsable.",
        ),
        "en": ("Device signed out", "This device was signed out. Ask your manager for a new invitation."),
    },
    "phone-unknown": {
        "fr": ("Téléphone non partagé", "Ce téléphone n’est pas un téléphone partagé de la boutique."),
        "en": ("Not a shared phone", "This phone is not a shared phone of the shop."),
    },
    "phone-revoked": {
        "fr": ("Téléphone retiré", "Ce téléphone n’est plus en service dans la boutique. Voyez votre responsable."),
        "en": ("Phone out of service", "This phone is no longer in service in the shop. See your manager."),
    },
    "phone-not-found": {
        "fr": ("Téléphone introuvable", "Ce téléphone n’est pas ou plus en service."),
        "en": ("Unknown phone", "This phone is not, or no longer, in service."),
    },
    "phone-elsewhere": {
        "fr": (
            "Téléphone d’une autre boutique",
            "Ce téléphone est celui d’une autre boutique. Ouvrez l’invitation sur un téléphone de la vôtre.",
        ),
        "en": (
            "Phone of another shop",
            "This phone belongs to another shop. Open the invitation on a phone of yours.",
        ),
    },
    "person-not-found": {
        "fr": ("Personne introuvable", "Cette personne n’est pas ou plus enregistrée ici."),
        "en": ("Unknown person", "This person is not, or no longer, enrolled here."),
    },
    "pin-needed": {
        "fr": ("Code à choisir", "Ce téléphone est partagé\u202f: choisissez un code d’au moins six chiffres."),
        "en": ("Choose a code", "This phone is shared: choose a code of at least six digits."),
    },
    "pin-obvious": {
        "fr": ("Code trop facile", "Ce code est parmi les premiers que l’on essaie. Choisissez-en un autre."),
        "en": ("Code too easy", "This code is among the first that people try. Choose another one."),
    },
    "pin-wrong": {
        "fr": ("Code faux", "Ce n’est pas le bon code."),
        "en": ("Wrong code", "This is not the right code."),
    },
    "pin-blocked": {
        "fr": ("Code bloqué", "Cinq essais faux\u202f: votre responsable peut débloquer votre code sur ce téléphone."),
        "en": ("Code blocked", "Five wrong tries: your manager can unblock your code on this phone."),
    },
}

FIELD_SENTENCES: Final[tuple[tuple[str, str, str], ...]] = (
    (r"pin-form", "De six à douze chiffres.", "Six to twelve digits."),
    (
        r"pin-wrong 1",
        "Ce n’est pas le bon code. Il reste un seul essai\u202f; après, votre responsable devra le débloquer.",
        "This is not the right code. One try is left; after that your manager has to unblock it.",
    ),
    (
        r"pin-wrong (\d+)",
        "Ce n’est pas le bon code. Il reste {0} essais.",
        "This is not the right code. {0} tries are left.",
    ),
)
