"""The sentences of every error, by code, in French and English: (title, what to do)."""

from __future__ import annotations

import re
from typing import Final

from catalog.typography import french

from .accounts import sentences as accounts
from .editing.problems import SENTENCES as EDITING
from .expertise.problems import SENTENCES as EXPERTISE
from .exports.sentences import SENTENCES as EXPORTS
from .imports import sentences as imports
from .photos.sentences import SENTENCES as PHOTOS
from .prices import sentences as prices
from .stock import sentences as stock
from .suppliers import sentences as suppliers

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "bad-request": {
        "fr": ("Demande illisible", "Cette demande ne peut pas être lue. Vérifiez sa forme, puis renvoyez-la."),
        "en": ("Unreadable request", "This request cannot be read. Check its form, then send it again."),
    },
    "unauthenticated": {
        "fr": (
            "Appareil non reconnu",
            "Ouvrez une invitation de votre responsable sur cet appareil, ou donnez un jeton valable.",
        ),
        "en": ("Device not recognised", "Open an invitation from your manager on this device, or give a valid token."),
    },
    "forbidden": {
        "fr": ("Accès réservé", "Votre rôle ne permet pas cette action. Demandez à une personne qui en a le droit."),
        "en": ("Not allowed", "Your role does not allow this. Ask a person who may do it."),
    },
    "cross-site": {
        "fr": ("Demande venue d’ailleurs", "Cette demande vient d’un autre site. Refaites-la depuis Cordée."),
        "en": ("Request from elsewhere", "This request comes from another site. Make it again from Cordée."),
    },
    "not-found": {
        "fr": ("Introuvable", "Il n’y a rien à cette adresse. Vérifiez-la."),
        "en": ("Not found", "There is nothing at this address. Check it."),
    },
    "product-not-found": {
        "fr": ("Modèle inconnu", "Ce modèle n’est pas dans le catalogue publié. Vérifiez sa référence."),
        "en": ("Unknown product", "This product is not in the published catalogue. Check its reference."),
    },
    "gtin-not-found": {
        "fr": ("Code inconnu", "Ce code-barres n’est pas dans le catalogue publié. Cherchez le modèle par son nom."),
        "en": ("Unknown code", "This barcode is not in the published catalogue. Search the product by its name."),
    },
    "gtin-invalid": {
        "fr": (
            "Code mal lu",
            "Ce code n’est pas un code-barres : son chiffre de contrôle ne convient pas. Scannez-le de nouveau.",
        ),
        "en": ("Code misread", "This code is not a barcode: its check digit does not fit. Scan it again."),
    },
    "shop-not-found": {
        "fr": ("Magasin inconnu", "Ce magasin n’existe pas. Vérifiez son identifiant."),
        "en": ("Unknown shop", "There is no such shop. Check its identifier."),
    },
    "label-none": {
        "fr": ("Aucune étiquette", "Aucune pièce ne correspond à ce choix. Choisissez-en plus."),
        "en": ("No label", "No piece matches this choice. Choose more."),
    },
    "label-part": {
        "fr": ("Fichier introuvable", "Il n’y a pas tant de fichiers. Donnez un numéro plus petit."),
        "en": ("No such file", "There are not so many files. Give a smaller number."),
    },
    "label-outdated": {
        "fr": ("Prix changés entre-temps", "Les prix ont changé depuis. Regardez la nouvelle feuille, puis imprimez."),
        "en": ("Prices changed meanwhile", "The prices have changed since. Look at the new sheet, then print."),
    },
    "label-run-not-found": {
        "fr": ("Impression introuvable", "Ces étiquettes ont été imprimées de nouveau depuis. Rechargez la page."),
        "en": ("No such printing", "These labels have been printed again since. Load the page again."),
    },
    "label-skip": {
        "fr": ("Feuille pleine", "La feuille n’a pas tant d’étiquettes. Donnez un nombre plus petit."),
        "en": ("Sheet is full", "The sheet has not so many labels. Give a smaller number."),
    },
    "label-code-small": {
        "fr": (
            "Code trop serré",
            "L’adresse de la boutique est trop longue pour un code lisible ici. Choisissez un format plus grand.",
        ),
        "en": (
            "Code too dense",
            "The shop’s address is too long for a readable code of this size. Choose a larger format.",
        ),
    },
    "revision-unknown": {
        "fr": (
            "Révision inconnue",
            "Cette révision n’existe pas avant celle d’aujourd’hui. Choisissez-en une plus ancienne.",
        ),
        "en": ("Unknown revision", "There is no such revision before today’s. Choose an older one."),
    },
    "revision-not-found": {
        "fr": ("Révision inconnue", "Cette révision du catalogue n’existe pas. Vérifiez son numéro."),
        "en": ("Unknown revision", "There is no such revision of the catalogue. Check its number."),
    },
    "session-not-found": {
        "fr": ("Appareil introuvable", "Cet appareil n’est pas ou plus enregistré."),
        "en": ("Unknown device", "This device is not, or no longer, enrolled."),
    },
    "device-not-found": {
        "fr": ("Téléphone inconnu", "Aucun téléphone ne porte ce nom. Vérifiez-le."),
        "en": ("Unknown phone", "No phone has this name. Check it."),
    },
    "question-not-found": {
        "fr": ("Question introuvable", "Ce magasin n’a pas cette question. Rechargez la liste."),
        "en": ("Unknown question", "This shop has no such question. Reload the list."),
    },
    "token-not-found": {
        "fr": ("Jeton introuvable", "Ce jeton n’existe pas ou est déjà retiré."),
        "en": ("Unknown token", "This token does not exist or is already revoked."),
    },
    "invitation-refused": {
        "fr": (
            "Invitation non valable",
            "Cette invitation a déjà servi ou n’est plus valable. Demandez-en une autre à votre responsable.",
        ),
        "en": (
            "Invitation not valid",
            "This invitation was used already or is no longer valid. Ask your manager for another one.",
        ),
    },
    "method-not-allowed": {
        "fr": ("Action impossible ici", "Cette adresse ne connaît pas cette action."),
        "en": ("Method not allowed", "This address does not know this action."),
    },
    "not-acceptable": {
        "fr": ("Forme non disponible", "La réponse n’existe pas sous la forme demandée."),
        "en": ("Not acceptable", "The answer does not exist in the form asked for."),
    },
    "conflict": {
        "fr": ("État dépassé", "L’état a changé entre-temps. Rechargez, puis recommencez."),
        "en": ("Conflict", "The state has changed meanwhile. Reload, then try again."),
    },
    "too-large": {
        "fr": ("Trop volumineux", "Le fichier ou la demande est trop volumineux. Partagez-le en plusieurs envois."),
        "en": ("Too large", "The file or request is too large. Split it into several."),
    },
    "unsupported-media-type": {
        "fr": (
            "Type de contenu inattendu",
            "Envoyez du JSON (« application/json ») ; pour un import, un fichier (« multipart/form-data »).",
        ),
        "en": (
            "Unexpected content type",
            "Send JSON (“application/json”); for an import, a file (“multipart/form-data”).",
        ),
    },
    "invalid": {
        "fr": ("Valeurs à corriger", "Certaines valeurs ne conviennent pas. Corrigez les champs indiqués."),
        "en": ("Values to correct", "Some values do not fit. Correct the fields named."),
    },
    "too-many-requests": {
        "fr": ("Trop de demandes", "Trop de demandes en peu de temps. Attendez un instant, puis recommencez."),
        "en": ("Too many requests", "Too many requests in a short time. Wait a moment, then try again."),
    },
    "internal": {
        "fr": (
            "Panne de notre côté",
            "Quelque chose s’est mal passé chez nous. Réessayez ; si cela dure, donnez le numéro indiqué au support.",
        ),
        "en": (
            "A fault on our side",
            "Something went wrong on our side. Try again; if it lasts, give the number shown to support.",
        ),
    },
    "nothing-published": {
        "fr": (
            "Catalogue pas encore publié",
            "Aucune révision du catalogue n’est publiée. Importez la gamme avec « flask --app server first-run ».",
        ),
        "en": (
            "Catalogue not published yet",
            "No revision of the catalogue is published. Import the range with “flask --app server first-run”.",
        ),
    },
    "unavailable": {
        "fr": ("Momentanément indisponible", "Le service revient dans un instant. Réessayez."),
        "en": ("Unavailable for a moment", "The service will be back in a moment. Try again."),
    },
    "interface-not-built": {
        "fr": (
            "Application pas encore construite",
            "L’application du téléphone n’est pas construite. Lancez « make build », puis redémarrez le serveur.",
        ),
        "en": (
            "Application not built yet",
            "The phone’s application is not built. Run “make build”, then restart the server.",
        ),
    },
    **accounts.SENTENCES,
    **EXPORTS,
    **EDITING,
    **EXPERTISE,
    **PHOTOS,
    **imports.SENTENCES,
    **prices.SENTENCES,
    **stock.SENTENCES,
    **suppliers.SENTENCES,
}

BY_STATUS: Final[dict[int, str]] = {
    400: "bad-request",
    401: "unauthenticated",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    409: "conflict",
    413: "too-large",
    415: "unsupported-media-type",
    422: "invalid",
    429: "too-many-requests",
    500: "internal",
    503: "unavailable",
}
"""The code of an error that nothing more precise is known of."""


def sentence(code: str, lang: str) -> tuple[str, str]:
    """Return title and detail of an error code in ``fr`` or ``en``."""
    title, detail = SENTENCES[code][lang]
    return (french(title), french(detail)) if lang == "fr" else (title, detail)


FIELD_SENTENCES: Final[tuple[tuple[str, str, str], ...]] = (
    *accounts.FIELD_SENTENCES,
    *imports.FIELD_SENTENCES,
    (r"Missing data for required field\.", "Ce champ est nécessaire.", "This field is needed."),
    (r"Field may not be null\.", "Ce champ ne peut pas être vide.", "This field may not be empty."),
    (
        r"Unknown measure\. Known: (.+)\.",
        "Cette mesure n’est pas connue. Choisissez parmi\u202f: {0}.",
        "This measure is not known. Choose one of: {0}.",
    ),
    (r"Unknown field\.", "Ce champ n’existe pas ici.", "There is no such field here."),
    (r"Not a valid string\.", "Un texte est attendu.", "A text is expected."),
    (r"Not a valid integer\.", "Un nombre entier est attendu.", "A whole number is expected."),
    (r"Not a valid number\.", "Un nombre est attendu.", "A number is expected."),
    (r"Not a valid boolean\.", "true ou false est attendu.", "true or false is expected."),
    (r"Not a valid list\.", "Une liste est attendue.", "A list is expected."),
    (
        r"Not a valid (?:mapping type|dict)\.|Invalid (?:input )?type\.",
        "Un objet est attendu.",
        "An object is expected.",
    ),
    (r"Must be one of: (.+)\.", "Une de ces valeurs est attendue : {0}.", "One of these values is expected: {0}."),
    (
        r"Must be greater than or equal to (\S+) and less than or equal to (\S+)\.",
        "Une valeur de {0} à {1} est attendue.",
        "A value from {0} to {1} is expected.",
    ),
    (r"Must be greater than or equal to (\S+)\.", "Au moins {0} est attendu.", "At least {0} is expected."),
    (r"Must be less than or equal to (\S+)\.", "Au plus {0} est attendu.", "At most {0} is expected."),
    (r"Shorter than minimum length (\d+)\.", "Au moins {0} sont attendus.", "At least {0} are expected."),
    (r"Longer than maximum length (\d+)\.", "Au plus {0} sont possibles.", "At most {0} are possible."),
    (r"Length must be between (\d+) and (\d+)\.", "De {0} à {1} sont attendus.", "From {0} to {1} are expected."),
    (r"no-controls", "Pas de caractères de contrôle ici.", "No control characters here."),
    (
        r"kebab-case",
        "Un identifiant : minuscules, chiffres et tirets.",
        "An identifier: lower case, digits and hyphens.",
    ),
    (
        r"scalar",
        "Un nombre entier, un mot ou true/false est attendu.",
        "A whole number, a word or true/false is expected.",
    ),
    (r"duplicates", "Chaque valeur une seule fois.", "Each value only once."),
    (r"digits", "Des chiffres seulement.", "Digits only."),
    (r"day", "Un jour : 2026-11-23.", "A day: 2026-11-23."),
    (r"gtin", "Ce n’est pas un code article juste.", "This is not a right article number."),
    (
        r"stock-sign",
        "Une vente retire des pièces, une livraison ou un retour en ajoute.",
        "A sale takes pieces away, a delivery or a return adds some.",
    ),
)
"""What can be wrong with one field: the validator's own words (a pattern), the French and the English sentence."""


def field_sentence(message: str, lang: str) -> str:
    """Return what a validator says of a field in ``fr`` or ``en``; an error code becomes its detail."""
    if message in SENTENCES:
        return sentence(message, lang)[1]
    for pattern, in_french, in_english in FIELD_SENTENCES:
        if match := re.fullmatch(pattern, message):
            return (french(in_french) if lang == "fr" else in_english).format(*match.groups())
    return message
