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
    "lost-characters": (
        "Des lettres se sont perdues avant l’envoi (« {value} »). Exportez de nouveau le fichier, en UTF-8.",
        "Letters were lost before the file was sent (“{value}”). Export it again, as UTF-8.",
    ),
    "twice-encoded": (
        "Des accents sont abîmés (« {value} »). Exportez de nouveau le fichier, en UTF-8.",
        "Accents are spoilt (“{value}”). Export the file again, as UTF-8.",
    ),
    "mixed-encodings": (
        "Ce fichier mélange deux encodages : des lettres se perdent à cette ligne. Enregistrez-le en UTF-8.",
        "This file mixes two encodings: letters are lost in this line. Save it as UTF-8.",
    ),
    "unread-file": (
        "« {value} » n’est pas d’un type qui se lit. Enregistrez-le en .xlsx ou en CSV, ou déposez ce qu’il contient.",
        "“{value}” is of no type that is read. Save it as .xlsx or CSV, or drop what is in it.",
    ),
    "json-crowded": (
        "Ce fichier JSON contient plus de {value} valeurs. Déposez plutôt les tableaux, en CSV ou en classeur.",
        "This JSON file holds more than {value} values. Drop the tables instead, as CSV or as a workbook.",
    ),
    "web-page": (
        "Ce fichier est une page web, pas un tableau. Ouvrez-le dans un tableur et enregistrez-le en .xlsx ou CSV.",
        "This file is a web page and no table. Open it in a spreadsheet and save it as .xlsx or CSV.",
    ),
    "bad-zip": (
        "L’archive ne s’ouvre pas : elle est abîmée, chiffrée ou d’un type inconnu. Refaites-la au format ZIP simple.",
        "The archive does not open: it is damaged, encrypted or of an unknown kind. Make it again as a plain ZIP.",
    ),
}
"""Code → French, English."""
