"""What is said of prices: refusals with a title, findings of a dry run, by language."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "price-change-not-found": {
        "fr": (
            "Changement introuvable",
            "Ce changement de prix n’existe pas ou n’est plus gardé. Essayez-le de nouveau.",
        ),
        "en": ("Unknown change", "This change of prices does not exist or is no longer kept. Try it out again."),
    },
    "price-change-decided": {
        "fr": (
            "Déjà décidé",
            "Ce changement de prix n’attend plus : il est publié, annulé ou en cours. Rechargez la liste.",
        ),
        "en": (
            "Already decided",
            "This change is no longer waiting: it is published, cancelled or under way. Reload the list.",
        ),
    },
    "price-change-date": {
        "fr": ("Date impossible", "Choisissez une heure à venir, dans les 400 jours."),
        "en": ("Impossible date", "Choose an hour to come, within 400 days."),
    },
    "price-change-hour": {
        "fr": (
            "Heure inexistante",
            "Cette nuit-là, les horloges avancent : cette heure n’existe pas. Choisissez-en une autre.",
        ),
        "en": ("No such hour", "The clocks go forward that night: there is no such hour. Choose another one."),
    },
    "price-change-overtaken": {
        "fr": (
            "Prix changés entre-temps",
            (
                "Quelqu’un a changé ces prix depuis que ce changement est prévu : rien n’a été publié. "
                "Regardez-les, puis essayez de nouveau."
            ),
        ),
        "en": (
            "Prices changed meanwhile",
            (
                "Somebody changed these prices since this change was planned: nothing was published. "
                "Look at them, then try it out again."
            ),
        ),
    },
    "price-change-refused": {
        "fr": (
            "Changement devenu impossible",
            "Le catalogue a changé et ce changement ne tient plus : rien n’a été publié. Ouvrez l’essai.",
        ),
        "en": (
            "Change no longer possible",
            "The catalogue has changed and this change no longer stands: nothing was published. Open the trial.",
        ),
    },
    "price-change-busy": {
        "fr": (
            "Catalogue trop occupé",
            "D’autres publications passaient sans cesse : rien n’a été publié. Essayez de nouveau.",
        ),
        "en": ("Catalogue too busy", "Other publications kept coming: nothing was published. Try it out again."),
    },
    "price-change-crashed": {
        "fr": ("Panne de notre côté", "Ce changement n’a pas pu être publié : rien n’a changé. Essayez-le de nouveau."),
        "en": ("A fault on our side", "This change could not be published: nothing has changed. Try it out again."),
    },
    "price-change-empty": {
        "fr": (
            "Rien à changer",
            "Ce choix et cette règle ne changent aucun prix. Choisissez d’autres pièces ou une autre règle.",
        ),
        "en": ("Nothing to change", "This choice and this rule change no price. Choose other pieces or another rule."),
    },
    "price-change-many": {
        "fr": ("Trop de lignes", "C’est plus que ce qu’une demande peut porter. Déposez un fichier de prix."),
        "en": ("Too many lines", "This is more than one request can carry. Drop a file of prices."),
    },
    "price-file-other": {
        "fr": ("Pas seulement des prix", "Ce fichier contient autre chose que des prix. Déposez-le dans Import."),
        "en": ("Not only prices", "This file holds more than prices. Drop it in Import."),
    },
}

FINDINGS: Final[dict[str, tuple[str, str]]] = {
    "reference-above-lowest": (
        (
            "Le prix de référence {reference} dépasse le prix le plus bas des 30 jours avant la réduction, {lowest}. "
            "Écrivez {lowest}, ou « - » pour n’annoncer aucune réduction."
        ),
        (
            "The reference price {reference} is above the lowest price of the 30 days before the reduction, {lowest}. "
            "Write {lowest}, or “-” to announce no reduction."
        ),
    ),
    "reference-above-lowest-more": (
        "Prix de référence au-dessus du plus bas des 30 jours avant la réduction, en plus de ceux-ci : {count}.",
        "Reference prices above the lowest of the 30 days before the reduction, besides these: {count}.",
    ),
    "reference-record-short": (
        (
            "{shop} : réductions dont les prix ne sont connus que depuis le {day}, moins de 30 jours : {count}. "
            "Vérifiez vous-même que le prix de référence était le plus bas."
        ),
        (
            "{shop}: reductions whose prices are known only since {day}, less than 30 days: {count}. "
            "Make sure yourself that the reference price was the lowest."
        ),
    ),
    "reference-record-none": (
        (
            "{shop} : réductions sur des pièces que ce magasin ne vendait pas dans les 30 jours avant : {count}. "
            "Gardez la preuve du prix de référence."
        ),
        (
            "{shop}: reductions of pieces that this shop did not sell in the 30 days before: {count}. "
            "Keep the proof of the reference price."
        ),
    ),
}
