"""Why an event was not taken, in the words of the person whose phone it is."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, dict[str, str]]] = {
    "invalid": {
        "fr": "Cet enregistrement est incomplet ou mal formé\u202f; il reste sur le téléphone.",
        "en": "This record is incomplete or malformed; it stays on the phone.",
    },
    "other-shop": {
        "fr": "Cet enregistrement vient d’un autre magasin que le vôtre\u202f; il reste sur le téléphone.",
        "en": "This record comes from another shop than yours; it stays on the phone.",
    },
    "other-author": {
        "fr": "Cet enregistrement est d’une autre personne\u202f; il partira quand elle se reconnectera.",
        "en": "This record is another person’s; it will be sent when they sign in again.",
    },
    "author-unknown": {
        "fr": "Personne n’est connu ici sous ce nom d’auteur\u202f; l’enregistrement reste sur le téléphone.",
        "en": "Nobody is known here as this record’s author; it stays on the phone.",
    },
    "shop-not-found": {
        "fr": "Ce magasin n’est pas dans le catalogue publié.",
        "en": "This shop is not in the published catalogue.",
    },
    "kind-unknown": {
        "fr": "Le serveur ne connaît pas ce genre d’enregistrement\u202f; il reste sur le téléphone.",
        "en": "The server does not know this kind of record; it stays on the phone.",
    },
    "format-unknown": {
        "fr": "Le serveur ne connaît pas cette version\u202f; l’enregistrement reste sur le téléphone en attendant.",
        "en": "The server does not know this version; the record stays on the phone until it is updated.",
    },
    "conflict": {
        "fr": "Un autre enregistrement porte déjà ce numéro\u202f; celui-ci est mis de côté pour être examiné.",
        "en": "Another record already has this number; this one is kept aside to be looked at.",
    },
    "not-stored": {
        "fr": "L’enregistrement n’a pas pu être rangé\u202f; il reste sur le téléphone et pourra être renvoyé.",
        "en": "The record could not be stored; it stays on the phone and can be sent again.",
    },
}
