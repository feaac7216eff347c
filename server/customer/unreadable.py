"""Why a code cannot be read, in the languages that the catalogue's own findings do not speak."""

from __future__ import annotations

from catalog.gtin import GtinError

_SENTENCES = {
    "de": {
        "gtin-length": "Die Nummer eines Artikels hat 8, 12, 13 oder 14 Ziffern: Hier fehlt eine oder ist zu viel.",
        "gtin-check-digit": "Eine Ziffer stimmt nicht: Die letzte, die Prüfziffer, passt nicht zu den anderen.",
        "gtin-characters": "Die Nummer eines Artikels besteht nur aus Ziffern.",
        "digital-link": "Die Adresse ist nicht so gebaut wie auf einem Etikett.",
    },
    "it": {
        "gtin-length": "Il numero di un articolo ha 8, 12, 13 o 14 cifre: qui ne mancano o sono troppe.",
        "gtin-check-digit": "Una cifra del numero è sbagliata: l’ultima, di controllo, non corrisponde alle altre.",
        "gtin-characters": "Il numero di un articolo è fatto solo di cifre.",
        "digital-link": "L’indirizzo non è fatto come quello di un’etichetta.",
    },
    "es": {
        "gtin-length": "El número de un artículo tiene 8, 12, 13 o 14 cifras: aquí faltan o sobran.",
        "gtin-check-digit": "Una cifra del número está mal: la última, de control, no corresponde a las demás.",
        "gtin-characters": "El número de un artículo solo lleva cifras.",
        "digital-link": "La dirección no es como la de una etiqueta.",
    },
}


def unreadable(error: GtinError) -> dict[str, str]:
    """Return what is wrong with a code in every language of the pages."""
    return {**error.message, **{lang: sentences[error.code] for lang, sentences in _SENTENCES.items()}}
