"""What imports say when they cannot be done, by code: (title, what to do)."""

from __future__ import annotations

from typing import Final

from catalog.errors import Finding
from catalog.typography import french

SENTENCES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "import-not-found": {
        "fr": ("Import introuvable", "Cet import n’existe pas ou n’est plus gardé. Déposez le fichier de nouveau."),
        "en": ("Unknown import", "This import does not exist or is no longer kept. Drop the file again."),
    },
    "import-outdated": {
        "fr": (
            "Catalogue changé entre-temps",
            "Une autre révision a été publiée depuis cet essai. Relancez l’essai sur la dernière, puis publiez.",
        ),
        "en": (
            "Catalogue changed meanwhile",
            "Another revision was published since this trial. Run it again on the newest one, then publish.",
        ),
    },
    "import-refused": {
        "fr": (
            "Fichier à corriger",
            "Le fichier contient des erreurs : rien n’a été pris. Corrigez les lignes signalées.",
        ),
        "en": ("File to be corrected", "The file has errors: nothing was taken. Correct the lines named."),
    },
    "import-published": {
        "fr": ("Déjà publié", "Cet import est déjà publié."),
        "en": ("Already published", "This import is already published."),
    },
    "import-running": {
        "fr": ("Essai en cours", "Cet import est encore à l’essai. Attendez la fin, ou arrêtez-le."),
        "en": ("Trial under way", "This import is still being tried out. Wait for the end, or cancel it."),
    },
    "import-done": {
        "fr": ("Essai déjà fini", "Cet essai est déjà fini : il n’y a plus rien à arrêter."),
        "en": ("Trial already over", "This trial is already over: there is nothing left to cancel."),
    },
    "import-not-ready": {
        "fr": ("Essai inachevé", "Cet essai n’est pas allé au bout. Relancez-le, puis publiez."),
        "en": ("Trial not finished", "This trial did not come to its end. Run it again, then publish."),
    },
    "import-removals": {
        "fr": (
            "Retraits à confirmer",
            "Cet import retire des éléments du catalogue. Relisez la liste, puis confirmez leur nombre exact.",
        ),
        "en": (
            "Removals to confirm",
            "This import takes things out of the catalogue. Read the list, then confirm their exact number.",
        ),
    },
    "import-files-gone": {
        "fr": ("Fichier non gardé", "Le fichier de cet import n’est plus gardé. Déposez-le de nouveau."),
        "en": ("File no longer kept", "The file of this import is no longer kept. Drop it again."),
    },
    "import-key-reused": {
        "fr": (
            "Clé déjà employée",
            "Cette clé a déjà servi à envoyer un autre contenu. Donnez à chaque envoi une clé neuve.",
        ),
        "en": ("Key already used", "This key was already sent with another content. Give each sending a new key."),
    },
    "import-slow": {
        "fr": (
            "Essai trop long",
            "L’essai a pris trop de temps et a été arrêté. Partagez le fichier en plusieurs, puis recommencez.",
        ),
        "en": ("Trial took too long", "The trial took too long and was stopped. Split the file, then try again."),
    },
    "import-memory": {
        "fr": (
            "Fichier trop lourd",
            "L’essai demandait plus de mémoire que permis. Partagez le fichier en plusieurs, puis recommencez.",
        ),
        "en": (
            "File too heavy",
            "The trial needed more memory than it may use. Split the file into several, then try again.",
        ),
    },
    "import-crashed": {
        "fr": (
            "Essai interrompu",
            "L’essai s’est arrêté plusieurs fois. Relancez-le ; si cela dure, transmettez le fichier au support.",
        ),
        "en": (
            "Trial broken off",
            "The trial stopped several times without an end. Run it again; if it lasts, give the file to support.",
        ),
    },
}

UNSEEN: Final = Finding(
    "",
    None,
    None,
    "info",
    "phones-unchanged",
    {
        "fr": french(
            "Rien ne change pour les téléphones ni pour les clients : seules des notes internes changent. Publiées, "
            "elles entrent dans l’historique comme le reste."
        ),
        "en": "Nothing changes for phones or customers: only notes of the house change. Published, they are in the "
        "history like all the rest.",
    },
)
"""What is said of a change that no phone will show."""

FIELD_SENTENCES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        r"import-key-form",
        "De 1 à 128 signes visibles, sans espace ni accent.",
        "1 to 128 visible signs, without spaces or accents.",
    ),
    (
        r"removals (\d+)",
        "Nombre d’éléments retirés : {0}. Donnez ce nombre pour confirmer.",
        "Things taken away: {0}. Give this number to confirm.",
    ),
)
