"""What is said of a file that cannot be opened at all, in French and English."""

ROWS: dict[str, tuple[str, str]] = {
    "bad-json": (
        "Ce fichier JSON n’est pas un catalogue « {value} » entier. Exportez-le de nouveau, ou déposez un CSV.",
        "This JSON file is not a whole “{value}” catalogue. Export it again, or drop a CSV.",
    ),
    "bad-workbook": (
        "Le classeur ne s’ouvre pas. Enregistrez-le de nouveau au format Excel (.xlsx), sans mot de passe.",
        "The workbook does not open. Save it again as Excel (.xlsx), without a password.",
    ),
    "mixed-encodings": (
        "Ce fichier mélange deux encodages : des lettres se perdent à cette ligne. Enregistrez-le en UTF-8.",
        "This file mixes two encodings: letters are lost in this line. Save it as UTF-8.",
    ),
    "bad-zip": (
        "L’archive ne s’ouvre pas : elle est abîmée, chiffrée ou d’un type inconnu. Refaites-la au format ZIP simple.",
        "The archive does not open: it is damaged, encrypted or of an unknown kind. Make it again as a plain ZIP.",
    ),
}
"""Code → French, English."""
