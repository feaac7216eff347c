"""What a browser is told of an error in the languages of visitors, which a program's caller is not."""

from __future__ import annotations

from typing import Final

from .sentences import sentence

_SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "bad-request": {
        "de": (
            "Unlesbare Anfrage",
            "Diese Anfrage ist nicht zu lesen. Prüfen Sie die Adresse und versuchen Sie es neu.",
        ),
        "it": ("Richiesta illeggibile", "Questa richiesta non si legge. Controlli l’indirizzo e riprovi."),
        "es": ("Petición ilegible", "Esta petición no se puede leer. Compruebe la dirección e inténtelo de nuevo."),
    },
    "not-found": {
        "de": ("Nicht gefunden", "Unter dieser Adresse ist nichts. Prüfen Sie sie."),
        "it": ("Non trovato", "A questo indirizzo non c’è nulla. Lo controlli."),
        "es": ("No encontrado", "No hay nada en esta dirección. Compruébela."),
    },
    "method-not-allowed": {
        "de": ("Hier nicht möglich", "Diese Adresse kennt diese Aktion nicht."),
        "it": ("Qui non è possibile", "Questo indirizzo non conosce questa azione."),
        "es": ("Aquí no es posible", "Esta dirección no conoce esta acción."),
    },
    "too-large": {
        "de": ("Zu groß", "Die Anfrage ist zu groß."),
        "it": ("Troppo grande", "La richiesta è troppo grande."),
        "es": ("Demasiado grande", "La petición es demasiado grande."),
    },
    "too-many-requests": {
        "de": ("Zu viele Anfragen", "Zu viele Anfragen in kurzer Zeit. Warten Sie kurz und versuchen Sie es dann neu."),
        "it": ("Troppe richieste", "Troppe richieste in poco tempo. Attenda un attimo, poi riprovi."),
        "es": (
            "Demasiadas peticiones",
            "Demasiadas peticiones en poco tiempo. Espere un momento y vuelva a intentarlo.",
        ),
    },
    "internal": {
        "de": (
            "Ein Fehler bei uns",
            "Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; sonst nennen Sie diese Nummer.",
        ),
        "it": (
            "Un guasto da parte nostra",
            "Qualcosa è andato storto da noi. Riprovi; se continua, indichi questo numero.",
        ),
        "es": (
            "Un fallo nuestro",
            "Algo ha ido mal por nuestra parte. Inténtelo de nuevo; si sigue, indique este número.",
        ),
    },
    "unavailable": {
        "de": ("Gerade nicht erreichbar", "Der Dienst ist gleich zurück. Versuchen Sie es noch einmal."),
        "it": ("Per un momento non disponibile", "Il servizio torna tra un istante. Riprovi."),
        "es": ("No disponible por un momento", "El servicio vuelve en un instante. Inténtelo de nuevo."),
    },
}
"""Errors that somebody without an account can meet; what only the team meets is said in French and English."""

HOME: Final = {"fr": "Accueil", "en": "Home", "de": "Startseite", "it": "Pagina iniziale", "es": "Inicio"}


def sentence_abroad(code: str, lang: str) -> tuple[str, str, str]:
    """Return the language that an error is told in, its title and its detail: English where ``lang`` has no words."""
    if lang in ("fr", "en"):
        return lang, *sentence(code, lang)
    found = _SENTENCES.get(code, {}).get(lang)
    return (lang, *found) if found else ("en", *sentence(code, "en"))
