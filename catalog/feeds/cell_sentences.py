"""What a reader of own tables says about a wrong cell, in French and English: what is wrong, and what to do."""

ROWS: dict[str, tuple[str, str]] = {
    "bad-audience": (
        "Le public « {value} » n’existe pas. Écrivez men, women, unisex ou kids.",
        "The audience “{value}” does not exist. Write men, women, unisex or kids.",
    ),
    "bad-boolean": (
        "« {value} » ne dit ni oui ni non. Écrivez oui ou non.",
        "“{value}” says neither yes nor no. Write yes or no.",
    ),
    "bad-chart-provenance": (
        "L’origine « {value} » n’existe pas. Écrivez maker (la marque), peer (une autre marque) ou demonstration.",
        "The origin “{value}” does not exist. Write maker (the brand), peer (another brand) or demonstration.",
    ),
    "bad-colour": (
        "« {value} » n’est pas une couleur. Écrivez-la sous la forme #1f3a5c.",
        "“{value}” is not a colour. Write it like #1f3a5c.",
    ),
    "bad-currency": (
        "Le prix « {value} » n’est pas en euros. Donnez le prix en euros.",
        "The price “{value}” is not in euros. Give the price in euros.",
    ),
    "bad-date": (
        "« {value} » n’est pas une date. Écrivez l’année, le mois et le jour : 2026-11-14.",
        "“{value}” is not a date. Write year, month and day: 2026-11-14.",
    ),
    "bad-market": (
        "Le marché « {value} » n’est pas connu. Écrivez eu, jp ou kr.",
        "The market “{value}” is not known. Write eu, jp or kr.",
    ),
    "bad-measure": (
        "« {value} » n’est pas une mesure. Écrivez un nombre ou un intervalle : 96,5 ou 96-102.",
        "“{value}” is not a measure. Write a number or a range: 96.5 or 96-102.",
    ),
    "bad-moment": (
        "« {value} » n’est pas un moment complet. Écrivez-le avec son fuseau : 2026-11-21T10:12:00Z.",
        "“{value}” is not a complete moment. Write it with its zone: 2026-11-21T10:12:00Z.",
    ),
    "bad-number": (
        "« {value} » n’est pas un nombre entier. Écrivez les chiffres seuls, dans l’unité {unit}.",
        "“{value}” is not a whole number. Write the digits alone, in the unit {unit}.",
    ),
    "bad-price": (
        "« {value} » n’est pas un prix. Écrivez par exemple 349,95.",
        "“{value}” is not a price. Write for example 349.95.",
    ),
    "bad-provenance": (
        "La provenance « {value} » n’existe pas. Écrivez maker, test, technology, estimate ou demonstration.",
        "The provenance “{value}” does not exist. Write maker, test, technology, estimate or demonstration.",
    ),
    "bad-quantity": (
        "« {value} » n’est pas une quantité. Écrivez un nombre entier, zéro ou plus.",
        "“{value}” is not a quantity. Write a whole number, zero or more.",
    ),
    "bad-ref": (
        "La référence « {value} » ne convient pas. Écrivez-la en minuscules avec des tirets, par exemple « {near} ».",
        "The reference “{value}” does not fit. Write it in small letters with hyphens, for example “{near}”.",
    ),
    "bad-status": (
        "Le statut « {value} » n’existe pas. Écrivez kept (valeur retenue) ou set-aside (valeur écartée).",
        "The status “{value}” does not exist. Write kept (the value stands) or set-aside (it does not).",
    ),
    "cell-error": (
        "La cellule contient une erreur de calcul ({value}). Corrigez la formule ou écrivez la valeur.",
        "The cell holds a calculation error ({value}). Mend the formula or write the value.",
    ),
    "chart-differs": (
        "« {value} » contredit « {first} », écrit plus haut pour le même tableau. Gardez une seule valeur.",
        "“{value}” contradicts “{first}”, written above for the same chart. Keep one value.",
    ),
    "chart-without-figures": (
        "Le tableau de tailles « {ref} » n’a aucune mesure. Ajoutez une colonne, par exemple chest_cm.",
        "The size chart “{ref}” has no measure and no other system. Add a column, for example chest_cm.",
    ),
    "closes-before-opening": (
        "La boutique ferme le {value}, avant d’ouvrir. Corrigez l’une des deux dates.",
        "The shop closes on {value}, before it opens. Mend one of the two dates.",
    ),
    "column-twice": (
        "La colonne « {value} » est là deux fois. N’en gardez qu’une.",
        "The column “{value}” is there twice. Keep only one.",
    ),
    "duplicate-chart-size": (
        "La taille « {value} » est deux fois dans le tableau « {chart} ». Gardez une seule ligne.",
        "The size “{value}” is twice in the chart “{chart}”. Keep one line.",
    ),
    "duplicate-fact": (
        "« {value} » a déjà une valeur retenue, ligne {first}. Marquez l’une des deux set-aside.",
        "“{value}” already has a value that stands, line {first}. Mark one of the two set-aside.",
    ),
    "duplicate-gtin": (
        "Le code-barres {value} est déjà pris, ligne {first}. Donnez à chaque taille et couleur le sien.",
        "The barcode {value} is already taken, line {first}. Give each size and colour its own.",
    ),
    "duplicate-price": (
        "Le code-barres {value} a déjà un prix pour cette boutique, ligne {first}. N’en gardez qu’un.",
        "The barcode {value} already has a price for this shop, line {first}. Keep only one.",
    ),
    "duplicate-ref": (
        "La référence « {value} » est déjà là, ligne {first}. Gardez une ligne par produit.",
        "The reference “{value}” is already there, line {first}. Keep one line for each product.",
    ),
    "duplicate-shop": (
        "La boutique « {value} » est déjà là, ligne {first}. Gardez une ligne par boutique.",
        "The shop “{value}” is already there, line {first}. Keep one line for each shop.",
    ),
    "duplicate-size": (
        "La taille {size} de « {value} » dans ce coloris est déjà là, ligne {first}. Supprimez l’une des deux.",
        "The size {size} of “{value}” in this colour is already there, line {first}. Remove one of the two.",
    ),
    "duplicate-stock": (
        "Le code-barres {value} est déjà compté dans cette boutique, ligne {first}. N’en gardez qu’un compte.",
        "The barcode {value} is already counted in this shop, line {first}. Keep only one count.",
    ),
    "empty-batch": (
        "Il n’y a rien à lire ici. Donnez des fichiers CSV, une archive ZIP ou un classeur Excel (.xlsx).",
        "There is nothing to read here. Give CSV files, a ZIP archive or an Excel workbook (.xlsx).",
    ),
    "formula-without-value": (
        "La formule en {value} n’a pas été calculée. Enregistrez le classeur dans un tableur, puis redéposez-le.",
        "The formula in {value} was never calculated. Save the workbook in a spreadsheet, then drop it again.",
    ),
    "gtin-scientific": (
        "Le tableur a perdu des chiffres du code-barres ({value}). Mettez la colonne en texte et recopiez les codes.",
        "The spreadsheet has lost digits of the barcode ({value}). Make the column text and copy the codes again.",
    ),
    "gtin-zeros": (
        "Le tableur a ôté les zéros du début de {value} : sans doute {near}. Mettez la colonne en texte et recopiez.",
        "The spreadsheet took the first zeros off {value}: probably {near}. Make the column text and copy it again.",
    ),
    "gtin-restricted": (
        "Le code-barres {value} est réservé à l’usage interne d’un magasin. Marquez la ligne demonstration.",
        "The barcode {value} is reserved for use inside one shop. Mark the line demonstration.",
    ),
    "header-missing": (
        "Il manque la colonne {value}. Ajoutez-la à la première ligne.",
        "The column {value} is missing. Add it to the first line.",
    ),
    "incomplete-chart": (
        "Le tableau de tailles « {ref} » doit dire : {value}. Complétez une de ses lignes.",
        "The size chart “{ref}” must say: {value}. Complete one of its lines.",
    ),
    "incomplete-product": (
        "Le produit « {ref} » est nouveau et il lui manque : {value}. Complétez la ligne.",
        "The product “{ref}” is new and lacks: {value}. Complete the line.",
    ),
    "incomplete-shop": (
        "La boutique « {ref} » est nouvelle et il lui manque : {value}. Complétez la ligne.",
        "The shop “{ref}” is new and lacks: {value}. Complete the line.",
    ),
    "incomplete-variant": (
        "Le code-barres {ref} est nouveau et il lui manque : {value}. Complétez la ligne.",
        "The barcode {ref} is new and lacks: {value}. Complete the line.",
    ),
    "more-findings": (
        "Il y a encore {value} remarques. Corrigez d’abord celles-ci, puis relisez le fichier.",
        "There are {value} more remarks. Mend these first, then read the file again.",
    ),
    "no-header-name": (
        "La colonne {value} n’a pas de titre. Donnez-lui un titre ou videz-la.",
        "Column {value} has no title. Give it one or empty it.",
    ),
    "no-titles": (
        "La première ligne contient déjà des données. Ajoutez une ligne de titres : EAN, taille, couleur…",
        "The first line already holds data. Add a line of titles above it: EAN, size, colour…",
    ),
    "no-rows": (
        "Le tableau n’a que sa ligne de titres. Ajoutez des lignes, ou retirez le fichier.",
        "The table has only its line of titles. Add lines, or leave the file out.",
    ),
    "not-text": (
        "Ce fichier n’est pas du texte. Donnez un CSV, un ZIP ou un classeur Excel (.xlsx).",
        "This file is not text. Give a CSV, a ZIP or an Excel workbook (.xlsx).",
    ),
    "no-source": (
        "Une valeur de provenance {value} a besoin d’une source. Donnez l’adresse de la page.",
        "A value of provenance {value} needs a source. Give the address of the page.",
    ),
    "out-of-range": (
        "{value} n’est pas possible ici : entre {least} et {most}. Vérifiez l’unité, {unit}.",
        "{value} is not possible here: between {least} and {most}. Check the unit, {unit}.",
    ),
    "price-and-cents": (
        "« {value} » et la colonne en centimes se contredisent. N’en remplissez qu’une.",
        "“{value}” and the column in cents contradict each other. Fill in only one.",
    ),
    "reference-below-price": (
        "Le prix de référence {value} est plus bas que le prix. Videz-le, ou donnez le prix d’avant la baisse.",
        "The reference price {value} is below the price. Empty it, or give the price before the reduction.",
    ),
    "required": (
        "Cette cellule est vide et il la faut. Remplissez-la.",
        "This cell is empty and it is needed. Fill it in.",
    ),
    "spreadsheet-date": (
        "Le tableur a changé le nombre en date ({value}). Mettez la cellule en texte et écrivez le nombre.",
        "The spreadsheet has turned the number into a date ({value}). Make the cell text and write the number.",
    ),
    "too-large": (
        "Le fichier est trop gros ({value} Mo au plus). Partagez-le en plusieurs.",
        "The file is too large (at most {value} MB). Split it.",
    ),
    "too-long": (
        "Ce texte est trop long : {value} caractères au plus. Raccourcissez-le.",
        "This text is too long: at most {value} characters. Shorten it.",
    ),
    "too-many-cells": (
        "La ligne a plus de cellules que de titres. Retirez le séparateur en trop ou fermez les guillemets.",
        "The line has more cells than titles. Take the extra separator out or close the quotes.",
    ),
    "too-many-columns": (
        "Il y a plus de {value} colonnes. Retirez celles qui ne servent pas.",
        "There are more than {value} columns. Remove those of no use.",
    ),
    "too-many-files": (
        "Il y a plus de {value} fichiers. Partagez-les en plusieurs envois.",
        "There are more than {value} files. Send them in several batches.",
    ),
    "too-many-rows": (
        "Il y a plus de {value} lignes. Partagez le fichier en plusieurs.",
        "There are more than {value} lines. Split the file.",
    ),
    "unclosed-quote": (
        "Des guillemets s’ouvrent ici et ne se ferment pas. Fermez-les ou retirez-les.",
        "A quote opens here and does not close. Close it or remove it.",
    ),
    "unknown-activity": (
        "L’activité « {value} » n’existe pas.{near}",
        "The activity “{value}” does not exist.{near}",
    ),
    "unknown-care": (
        "Le conseil d’entretien « {value} » n’existe pas.{near}",
        "The care advice “{value}” does not exist.{near}",
    ),
    "unknown-category": (
        "La catégorie « {value} » n’existe pas.{near}",
        "The category “{value}” does not exist.{near}",
    ),
    "unknown-choice": (
        "« {value} » n’est pas un choix possible. Choisissez parmi : {near}.",
        "“{value}” is not a possible choice. Choose among: {near}.",
    ),
    "unknown-column": (
        "La colonne « {value} » n’est pas connue et n’est pas lue.{near}",
        "The column “{value}” is not known and is not read.{near}",
    ),
    "unknown-garment": (
        "Le genre de pièce « {value} » n’existe pas.{near}",
        "The kind of piece “{value}” does not exist.{near}",
    ),
    "unknown-gtin": (
        "Aucun article ne porte le code-barres {value}. Ajoutez-le au tableau des variantes.",
        "No article carries the barcode {value}. Add it to the table of variants.",
    ),
    "unknown-language": (
        "La langue « {value} » n’est pas connue. Choisissez parmi : {near}.",
        "The language “{value}” is not known. Choose among: {near}.",
    ),
    "unknown-product": (
        "Aucun produit ne porte la référence « {value} ». Ajoutez-le au tableau des produits.",
        "No product carries the reference “{value}”. Add it to the table of products.",
    ),
    "unknown-property": (
        "La caractéristique « {value} » n’existe pas.{near}",
        "The attribute “{value}” does not exist.{near}",
    ),
    "unknown-shop": (
        "La boutique « {value} » n’existe pas. Ajoutez-la, ou corrigez son nom.",
        "The shop “{value}” does not exist. Add it, or mend its name.",
    ),
    "unknown-size-chart": (
        "Le tableau de tailles « {value} » n’existe pas.{near}",
        "The size chart “{value}” does not exist.{near}",
    ),
    "unknown-table": (
        "On ne sait pas ce que contient ce tableau. Nommez-le products, facts, variants, prices, stock ou shops.",
        "It is not clear what this table holds. Name it products, facts, variants, prices, stock or shops.",
    ),
    "unknown-technology": (
        "La technologie « {value} » n’existe pas.{near}",
        "The technology “{value}” does not exist.{near}",
    ),
    "variant-twin": (
        "{value} et {first} sont la même pièce : {ref}, {size}, {colour}. Retirez l’ancien code, ou corrigez la ligne.",
        "{value} and {first} are the same piece: {ref}, {size}, {colour}. Remove the old code, or correct the line.",
    ),
}  # fmt: skip
"""Code → French, English."""
