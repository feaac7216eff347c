"""What a reader of photo tables says about a wrong cell, in French and English."""

ROWS: dict[str, tuple[str, str]] = {
    "bad-photo": (
        "« {value} » ne désigne aucune photo. Déposez l’image dans la salle des photos : elle y reçoit son empreinte.",
        "“{value}” names no photo. Drop the picture in the photo room: there it gets its fingerprint.",
    ),
    "bad-photo-number": (
        "« {value} » ne convient pas. Écrivez un nombre entier de {least} à {most}.",
        "“{value}” does not fit. Write a whole number from {least} to {most}.",
    ),
    "duplicate-photo": (
        "La photo « {value} » est déjà donnée à cette pièce, ligne {first}. Supprimez l’une des deux.",
        "The photo “{value}” is already given to this piece, line {first}. Remove one of the two.",
    ),
    "incomplete-photo": (
        "La photo de « {ref} » est nouvelle et il lui manque : {value}. Complétez la ligne.",
        "The photo of “{ref}” is new and lacks: {value}. Complete the line.",
    ),
    "missing-picture": (
        "Aucune image d’empreinte « {value} » n’est ici. Déposez-la dans la salle des photos, ou ôtez la ligne.",
        "No picture with the fingerprint “{value}” is here. Drop it in the photo room first, or remove the line.",
    ),
    "unknown-photo": (
        "Cette pièce n’a pas la photo « {value} » : il n’y a rien à retirer. Supprimez la ligne.",
        "This piece has no photo “{value}”: there is nothing to take away. Remove the line.",
    ),
    "unknown-photo-colour": (
        "« {ref} » n’existe pas en « {value} ». Écrivez un de ses coloris ({known}), ou laissez vide pour tous.",
        "“{ref}” does not come in “{value}”. Write one of its colours ({known}), or leave it empty for all.",
    ),
}
"""Code → French, English."""
