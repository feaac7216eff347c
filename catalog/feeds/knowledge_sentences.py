"""What a reader of knowledge tables says about a wrong cell, in French and English."""

ROWS: dict[str, tuple[str, str]] = {
    "bad-knowledge-part": (
        "« {value} » n’est pas une partie du conseil. Écrivez criterion, question, answer ou need.",
        "“{value}” is no part of the advice. Write criterion, question, answer or need.",
    ),
    "duplicate-knowledge": (
        "« {value} » est déjà dit ligne {first}. Gardez une seule des deux lignes.",
        "“{value}” is said already in line {first}. Keep one of the two lines.",
    ),
    "knowledge-condition": (
        "Le conseil ne connaît pas « {value} » dans une condition. Prenez parmi : {near}.",
        "The advice does not know “{value}” in a condition. Take one of: {near}.",
    ),
    "knowledge-essential": (
        "La question « {value} » ouvre le conseil : elle ne s’éteint pas. Supprimez la ligne.",
        "The question “{value}” opens the advice: it cannot be switched off. Remove the line.",
    ),
    "knowledge-field": (
        "On ne peut pas changer « {value} » ici. Prenez un des champs que montre la salle du conseil.",
        "“{value}” cannot be changed here. Take one of the fields that the room of advice shows.",
    ),
    "knowledge-figure": (
        "« {value} » ne convient pas. Écrivez un nombre entier, de {near}.",
        "“{value}” does not fit. Write a whole number, from {near}.",
    ),
    "knowledge-holes": (
        "Les valeurs à insérer ne sont plus celles de la phrase d’origine. Gardez-les : {near}.",
        "The values to fill in are no longer those of the original sentence. Keep them: {near}.",
    ),
    "knowledge-kept": (
        "« {value} » n’est pas changé : il n’y a rien à remettre. Supprimez la ligne.",
        "“{value}” is not changed: there is nothing to put back. Remove the line.",
    ),
    "knowledge-languages": (
        "Le texte change en {value}. En {near}, le client entend encore l’ancien : relisez ces langues.",
        "The text changes in {value}. In {near} customers still hear the old one: read these languages again.",
    ),
    "knowledge-scale": (
        "« {value} » ne se lit pas. Écrivez valeur: degré de 0 à 100, séparés par |, comme « {near} ».",
        "“{value}” cannot be read. Write value: degree from 0 to 100, divided by |, like “{near}”.",
    ),
    "knowledge-steps": (
        "« {value} » ne se lit pas. Écrivez autant de seuils, dans le même sens, séparés par |, comme « {near} ».",
        "“{value}” cannot be read. Write as many thresholds, in the same direction, divided by |, like “{near}”.",
    ),
    "knowledge-unknown": (
        "« {value} » n’existe pas dans le conseil. Corrigez l’identifiant.",
        "“{value}” does not exist in the advice. Correct the id.",
    ),
    "knowledge-when": (
        "« {value} » ne se lit pas. Écrivez clé: valeur, valeur, séparées par |, comme « {near} », ou always.",
        "“{value}” cannot be read. Write key: value, value, divided by |, like “{near}”, or always.",
    ),
    "knowledge-weight": (
        "Le poids « {value} » ne convient pas. Écrivez un nombre entier de 1 à 100.",
        "The weight “{value}” does not fit. Write a whole number from 1 to 100.",
    ),
}
"""Code → French, English."""
