"""What the translator of suppliers' files says about a wrong cell, in French and English."""

from __future__ import annotations

ROWS: dict[str, tuple[str, str]] = {
    "audience-assumed": (
        "Le fichier ne dit pas pour qui est « {ref} » : pris pour unisexe. Corrigez-le dans la fiche si besoin.",
        "The file does not say whom “{ref}” is for: taken as unisex. Mend it in the product's form if needed.",
    ),
    "audience-unknown": (
        "Le fichier ne dit pas pour qui est « {ref} ». Ajoutez une colonne genre : homme, femme, unisexe ou enfant.",
        "The file does not say whom “{ref}” is for. Add a column gender: men, women, unisex or kids.",
    ),
    "bad-availability": (
        "« {value} » n’est pas une disponibilité. Écrivez in_stock, out_of_stock, preorder ou backorder.",
        "“{value}” is no availability. Write in_stock, out_of_stock, preorder or backorder.",
    ),
    "bad-unit": (
        "« {value} » n’est pas une mesure dans une unité connue. Écrivez un nombre et son unité, par exemple 420 g.",
        "“{value}” is not a measure in a known unit. Write a number and its unit, for example 420 g.",
    ),
    "bad-xml": (
        "Le fichier XML ne se lit pas : {value}. Exportez le flux de nouveau.",
        "The XML file cannot be read: {value}. Export the feed again.",
    ),
    "category-proposed": (
        "« {ref} » est nouveau : catégorie proposée « {category} » d’après « {value} ». Vérifiez-la avant de publier.",
        "“{ref}” is new: the category “{category}” is proposed from “{value}”. Check it before publishing.",
    ),
    "category-unknown": (
        "Impossible de savoir ce qu’est « {ref} » d’après « {value} ». Ajoutez une colonne category avec : {near}.",
        "What “{ref}” is cannot be told from “{value}”. Add a column category with: {near}.",
    ),
    "colour-unknown": (
        "La couleur « {value} » n’est pas connue : dessinée en gris. Ajoutez une colonne colour_hex (#1f3a5c).",
        "The colour “{value}” is not known: the piece will be drawn in grey. Add a column colour_hex (#1f3a5c).",
    ),
    "colour-assumed": (
        "Le fichier ne donne aucune couleur à « {ref} » : « Unique », dessinée en gris. Corrigez-la dans la fiche.",
        "The file gives “{ref}” no colour at all: “One colour”, drawn in grey. Mend it in the product's form.",
    ),
    "size-assumed": (
        "Le fichier ne donne pas de taille à cet article de « {ref} » : taille unique. Corrigez-la dans la fiche.",
        "The file gives this article of “{ref}” no size: one size. Mend it in the product's form.",
    ),
    "colour-missing": (
        "Ce nouvel article n’a pas de couleur. Remplissez sa couleur.",
        "This new article has no colour. Fill in its colour.",
    ),
    "compare-at-dropped": (
        "Le prix barré {value} n’est pas plus haut que le prix : il n’est pas pris. Corrigez-le s’il y a une baisse.",
        "The former price {value} is not above the price: it is not taken. Mend it if there is a reduction.",
    ),
    "deep-xml": (
        "Ce XML est emboîté trop profond ({value} niveaux au plus). Exportez le flux de nouveau.",
        "This XML is nested too deep (at most {value} levels). Export the feed again.",
    ),
    "description-kept": (
        "La longue description n’a pas remplacé la phrase d’usage de « {ref} ». Pour la changer, ouvrez sa fiche.",
        "The long description did not replace the sentence of use of “{ref}”. To change it, open its form.",
    ),
    "description-missing": (
        "« {ref} » est nouveau et n’a pas de description : son nom en tient lieu. Écrivez son usage dans la fiche.",
        "“{ref}” is new and has no description: its name stands in. Write its use in the form.",
    ),
    "description-foreign": (
        "La description de « {ref} » n’est pas en français ({value}) et en tient lieu. Traduisez-la dans la fiche.",
        "The description of “{ref}” is not in French ({value}) and stands in for it. Translate it in the form.",
    ),
    "duplicate-row": (
        "La ligne répète la ligne {first} mot pour mot et n’est lue qu’une fois. Retirez-la.",
        "The line repeats line {first} word for word and is read once. Remove it.",
    ),
    "empty-feed": (
        "Ce flux XML ne contient aucun article (item ou entry). Exportez-le de nouveau.",
        "This XML feed holds no article (item or entry). Export it again.",
    ),
    "hidden-sheet": (
        "La feuille « {value} » est masquée : elle n’est pas lue. Affichez-la s’il la faut, puis redéposez le fichier.",
        "The sheet “{value}” is hidden: it is not read. Show it if it is needed, then drop the workbook again.",
    ),
    "gtin-filler": (
        "« {value} » est un code de remplissage, pas un code-barres. Mettez le vrai code de l’article.",
        "“{value}” is filler and no barcode. Put in the article's real code.",
    ),
    "gtin-in-sku": (
        "Le code-barres est dans la colonne du SKU ({value}) : il a été pris là. Mettez-le dans sa colonne.",
        "The barcode stands in the column of the SKU ({value}): it was taken from there. Put it in its own column.",
    ),
    "gtin-missing": (
        "Ce nouvel article n’a pas de code-barres. Ajoutez son code (GTIN, EAN), ou retirez la ligne.",
        "This new article has no barcode. Add its code (GTIN, EAN), or remove the line.",
    ),
    "gift-card-left": (
        "« {value} » est une carte cadeau : elle n’entre pas au catalogue. Rien à faire.",
        "“{value}” is a gift card: it does not enter the catalogue. Nothing to do.",
    ),
    "gtin-several": (
        "Plusieurs codes-barres pour un article ({value}) : {near} est pris. Vérifiez que c’est celui de l’étiquette.",
        "Several barcodes for one article ({value}): {near} is taken. Check that it is the one on the tag.",
    ),
    "gtin-skipped": (
        "Cette ligne n’a pas de code-barres ({value}) : pas prise, comme demandé pour ce fichier. Ajoutez le code.",
        "This line has no barcode ({value}): it is not taken, as asked for this file. Add the code.",
    ),
    "line-too-long": (
        "Une ligne a plus de {value} caractères : ce n’est pas un tableau. Exportez le fichier de nouveau.",
        "A line has more than {value} characters: this is no table. Export the file again.",
    ),
    "mapping-needed": (
        "Les colonnes de ce tableau ne sont pas connues. Dites ce que chacune contient : c’est demandé une seule fois.",
        "The columns of this table are not known. Say what each one holds: you are asked only once.",
    ),
    "markets-left": (
        "Les colonnes par marché ({value}) ne sont pas lues : seul le prix de base compte. Rien à faire.",
        "The columns by market ({value}) are not read: the base price alone counts. Nothing to do.",
    ),
    "matches-two": (
        "Les codes de « {value} » sont ceux de plusieurs produits ({near}). Séparez-les, ou corrigez les codes.",
        "The codes of “{value}” belong to several products ({near}). Part them, or mend the codes.",
    ),
    "no-feed": (
        "Ce XML n’est ni un flux ni une liste d’articles (il commence par « {value} »). Donnez un flux RSS ou un CSV.",
        "This XML is no feed and no list of articles (it begins with “{value}”). Give an RSS feed or a CSV.",
    ),
    "nothing-recognised": (
        "Ce fichier n’apporte rien : pas une ligne avec un code-barres ou un nom de modèle. Vérifiez les colonnes.",
        "This file brings nothing: no line has a barcode or the name of a model. Check the columns chosen.",
    ),
    "not-for-sale": (
        "« {ref} » n’est pas en vente (« {value} ») : pas pris. S’il le faut, corrigez ce mot ou retirez la colonne.",
        "“{ref}” is not for sale (“{value}”): it is not taken. If it should be, mend that word or take the column out.",
    ),
    "not-for-sale-kept": (
        "Dits « {value} » et déjà au catalogue, {count} en tout : {near}. Ils restent ; retirez-les dans leur fiche.",
        "Said to be “{value}” and in the catalogue already, {count} in all: {near}. They stay; remove them by form.",
    ),
    "hidden-lines": (
        "{value} lignes masquées de cette feuille sont lues aussi. Supprimez-les si elles ne comptent pas.",
        "{value} hidden lines of this sheet are read too. Remove them if they do not count.",
    ),
    "size-several": (
        "« {value} » donne plusieurs tailles pour un seul code-barres. Écrivez une ligne, avec son code, par taille.",
        "“{value}” gives several sizes for one barcode. Write a line, with its own code, for each size.",
    ),
    "size-span": (
        "« {value} » joint deux tailles éloignées. Si c’est une gamme, écrivez une ligne, avec son code, par taille.",
        "“{value}” spans sizes that are far apart. If it is a whole range, write one line for each size.",
    ),
    "price-tax-unsaid": (
        "Il y a une colonne « {value} » et le prix ne dit pas s’il est TTC. Vérifiez que le client paie bien ce prix.",
        "There is a column “{value}” and the price does not say if tax is in. Check that customers pay this price.",
    ),
    "sum-left": (
        "« {value} » : une ligne de total, qui n’est pas lue. Rien à faire.",
        "“{value}”: a line of sums, which is not read. Nothing to do.",
    ),
    "titles-again": (
        "Cette ligne répète les titres : elle n’est pas lue. Rien à faire.",
        "This line repeats the titles: it is not read. Nothing to do.",
    ),
    "odd-characters": (
        "« {value} » contient un caractère trompeur ({near}). Retapez-le avec des lettres et chiffres simples.",
        "“{value}” holds a misleading character ({near}). Type it again in plain letters and digits.",
    ),
    "option-joined": (
        "L’option « {value} » n’est ni taille ni couleur : elle est écrite avec la taille (« {near} »). Vérifiez.",
        "The option “{value}” is neither size nor colour: it is written with the size (“{near}”). Check it.",
    ),
    "other-size-system": (
        "Les tailles sont dans le système {value}, pas celui de la maison (EU, FR). Donnez la taille européenne.",
        "The sizes are in the system {value}, not the house's (EU, FR). Give the European size.",
    ),
    "sale-not-now": (
        "La promotion ne vaut pas aujourd’hui ({value}) : prix habituel. Redéposez le fichier le moment venu.",
        "The reduction does not hold today ({value}): the usual price is taken. Drop the file again when it does.",
    ),
    "sale-unread": (
        "Dates de promotion illisibles ({value}) : prix habituel. Écrivez-les comme 2026-01-31.",
        "The dates of the reduction ({value}) cannot be read: the usual price is taken. Write them like 2026-01-31.",
    ),
    "price-without-tax": (
        "« {value} » est un prix hors taxe ou d’achat, pris comme prix de vente. Choisissez la colonne des prix TTC.",
        "“{value}” is a price before tax or of purchase, taken as the shop's. Choose the column of prices with tax.",
    ),
    "shared-sku": (
        "Le SKU « {value} » sert pour {count} articles : chacun est reconnu à son code-barres. Donnez un SKU à chacun.",
        "The SKU “{value}” serves {count} articles: each is known by its barcode. Give each its own SKU.",
    ),
    "shop-unnamed": (
        "Prix et stock ne sont pas pris : quelle boutique ? Ajoutez une colonne boutique ({near}) ou dites-la ici.",
        "Prices and stock are not taken: of which shop? Add a column shop ({near}), or say it here.",
    ),
    "size-date": (
        "Le tableur a changé la taille en date ({value}). Mettez la colonne en texte et écrivez la taille (38-40).",
        "The spreadsheet has turned the size into a date ({value}). Make the column text and write the size (38-40).",
    ),
    "stock-negative": (
        "Le stock est négatif ({value}) : il n’est pas pris. Recomptez l’article.",
        "The stock is below zero ({value}): it is not taken. Count the article again.",
    ),
    "words-left": (
        "« {value} » n’est pas connu et n’est pas pris. Écrivez-le comme au catalogue, ou ajoutez-le dans la fiche.",
        "“{value}” is not known and is not taken. Write it as in the catalogue, or add it in the product's form.",
    ),
    "wrong-type": (
        "Le contenu de ce fichier n’est pas celui d’un fichier {value}. Enregistrez-le de nouveau dans le bon format.",
        "The content of this file is not that of a {value} file. Save it again in the right format.",
    ),
    "macros": (
        "Ce classeur contient des macros. Enregistrez-le au format Excel simple (.xlsx).",
        "This workbook holds macros. Save it as a plain Excel workbook (.xlsx).",
    ),
    "weight-implausible": (
        "{value} g est invraisemblable pour « {category} » (ici de {least} à {most} g){near}. Vérifiez l’unité.",
        "{value} g is implausible for “{category}” (here {least} to {most} g){near}. Check the unit.",
    ),
}  # fmt: skip
"""Code → French, English."""

REMARKS = frozenset(
    {
        "category-proposed", "not-for-sale-kept", "sum-left", "titles-again",
        "description-kept", "duplicate-row", "gift-card-left", "hidden-sheet", "markets-left",
        "sale-not-now",
    }
)  # fmt: skip
"""What a person may like to know; nothing has to be done."""
WARNINGS = frozenset(
    {
        "audience-assumed", "size-assumed", "bad-availability", "colour-assumed", "colour-unknown",
        "gtin-several", "option-joined",
        "price-without-tax", "sale-unread", "compare-at-dropped", "description-foreign",
        "description-missing", "gtin-in-sku", "gtin-skipped", "nothing-recognised", "odd-characters",
        "other-size-system", "not-for-sale", "hidden-lines", "size-span", "price-tax-unsaid",
        "shared-sku", "shop-unnamed", "stock-negative", "variant-twin", "weight-implausible",
        "words-left",
    }
)  # fmt: skip
"""What should be looked at; the batch is taken all the same."""
