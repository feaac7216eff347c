"""The explanation that goes with a template: each column, what it is, its unit, what it takes, an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from catalog.model import Text
from catalog.reference import Attribute

from .layout import Own
from .template import Column
from .vocabularies import Words

MOST_NAMED = 12
"""Words of a vocabulary that are written out; longer ones stand in the sheet of lists."""
HEAD: Mapping[str, tuple[str, ...]] = {
    "fr": ("Table", "Colonne", "Ce que c’est", "Unité", "Valeurs admises", "Exemple", "Nécessaire"),
    "en": ("Table", "Column", "What it is", "Unit", "What it takes", "Example", "Needed"),
}
TITLE: Text = {"fr": "Le modèle de fichier de Cordée", "en": "Cordée’s file template"}
RULES: Mapping[str, tuple[str, ...]] = {
    "fr": (
        "Une colonne absente et une cellule vide ne changent rien. Un tiret seul vide le champ.",
        "« remove » à oui retire ; rien d’autre n’est jamais effacé.",
        "Une liste s’écrit avec | entre ses mots.",
        "Une apostrophe devant un texte dit au tableur de n’y rien calculer : elle est retirée à la lecture.",
        "Déposez le fichier au bureau : on voit d’abord tout ce qui changerait, rien n’est publié sans vous.",
    ),
    "en": (
        "A column that is absent and an empty cell change nothing. A lone dash empties the field.",
        "“remove” set to yes takes away; nothing else is ever deleted.",
        "A list is written with | between its words.",
        "An apostrophe before a text tells the spreadsheet to calculate nothing: it is taken off on reading.",
        "Drop the file at the desk: you first see all that would change, nothing is published without you.",
    ),
}
_KINDS: Mapping[str, tuple[str, ...]] = {
    "fr": (
        "text|texte", "id|minuscules, chiffres, tirets", "gtin|8, 12, 13 ou 14 chiffres, en texte",
        "number|nombre entier", "price|euros", "yes|oui, non", "day|2026-11-14 ou 14/11/2026",
        "moment|date, heure et fuseau", "colour|# et six caractères de 0 à f", "measure|nombre ou intervalle",
    ),
    "en": (
        "text|text", "id|lower case, digits, hyphens", "gtin|8, 12, 13 or 14 digits, as text",
        "number|whole number", "price|euros", "yes|yes, no", "day|2026-11-14 or 14/11/2026",
        "moment|date, time and zone", "colour|# and six characters 0 to f", "measure|figure or range",
    ),
}  # fmt: skip
_MORE: Text = {"fr": "{count} mots, voir « {sheet} » : {few}…", "en": "{count} words, see “{sheet}”: {few}…"}
_YES: Text = {"fr": "oui", "en": "yes"}
_LISTS: Text = {"fr": "Listes", "en": "Lists"}


def lines(own: Own) -> Iterator[tuple[str, ...]]:
    """Yield a line a column, then one a property that ``facts`` may name, as ``HEAD`` titles them."""
    words = own.words()
    for form in own.layout():
        for column in form.columns:
            yield _line(form.name, column, words, own.lang)
    for attribute in own.reference.attributes.values():
        yield _property(attribute, words, own.lang)


def html(own: Own) -> str:
    """Return the explanation as a page that stands alone; it goes with CSV files, which have no room for it."""
    lang = own.lang
    head = "".join(f"<th>{escape(title)}</th>" for title in HEAD[lang])
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>\n" for line in lines(own))
    rules = "".join(f"<li>{escape(rule)}</li>" for rule in RULES[lang])
    lists = "".join(_list(name, words) for name, words in own.words().items() if len(words) > MOST_NAMED)
    return (
        f'<!doctype html>\n<html lang="{lang}"><meta charset="utf-8"><title>{escape(TITLE[lang])}</title>'
        f"<style>{_STYLE}</style>\n<h1>{escape(TITLE[lang])}</h1>\n<ul>{rules}</ul>\n"
        f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>\n{lists}</html>\n"
    )


_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:76rem;padding:0 1rem;color:#22262b}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;"
    "border-bottom:1px solid #d9d6d0}td:nth-child(2){font-family:ui-monospace,monospace}dt{font-family:ui-monospace,"
    "monospace;float:left;clear:left;margin-right:1rem}"
)


def _list(name: str, words: Words) -> str:
    entries = "".join(f"<dt>{escape(word)}</dt><dd>{escape(label)}</dd>" for word, label in words.items())
    return f"<h2>{escape(name)}</h2><dl>{entries}</dl>\n"


def takes(column: Column, words: Mapping[str, Words], lang: str) -> str:
    """Say what a column takes: its words where they are few, else how many and where they stand."""
    if not column.of:
        return dict(each.split("|", 1) for each in _KINDS[lang]).get(column.kind, "")
    known = list(words.get(column.of, {}))
    if len(known) <= MOST_NAMED:
        return ", ".join(known)
    return _MORE[lang].format(count=len(known), sheet=_LISTS[lang], few=", ".join(known[:3]))


def _line(table: str, column: Column, words: Mapping[str, Words], lang: str) -> tuple[str, ...]:
    needed = _YES[lang] if column.needed else ""
    example = column.example.get(lang, "")
    return table, column.name, column.what[lang], column.unit, takes(column, words, lang), example, needed


def _property(attribute: Attribute, words: Mapping[str, Words], lang: str) -> tuple[str, ...]:
    told = attribute.explanation.get(lang) or attribute.explanation["fr"]
    label = attribute.label.get(lang) or attribute.label["fr"]
    known = ", ".join(words[attribute.id]) if attribute.kind == "enum" else _span(attribute, lang)
    return "facts", attribute.id, f"{label}. {told}", attribute.unit or "", known, "", ""


def _span(attribute: Attribute, lang: str) -> str:
    if attribute.kind == "bool":
        return dict(each.split("|", 1) for each in _KINDS[lang])["yes"]
    return f"{attribute.min}–{attribute.max}" if attribute.min is not None else ""
