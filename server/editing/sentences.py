"""What the desk says of a change that cannot be taken, in French and English."""

from __future__ import annotations

from typing import Any

from catalog.typography import french
from server.knowledge import reference
from server.language import spoken

from .conflicts import Meanwhile

_ROWS = {
    "no-change": (
        "Rien ne change : tout est déjà ainsi.",
        "Nothing changes: everything is so already.",
    ),
    "ref-taken": (
        "Un modèle « {value} » existe déjà. Choisissez une autre référence, ou ouvrez ce modèle.",
        "A product “{value}” exists already. Choose another reference, or open that product.",
    ),
    "gtin-taken": (
        "Ce code est déjà celui d’une variante de « {value} ». Relisez l’étiquette.",
        "This code already belongs to a variant of “{value}”. Read the label again.",
    ),
    "variant-twin": (
        "La taille {size} en {colour} existe déjà pour ce modèle.",
        "Size {size} in {colour} exists already for this product.",
    ),
    "changed-long-ago": (
        "Ce modèle a changé plusieurs fois depuis, ou n’existe plus. Rouvrez-le, puis reportez vos changements.",
        "This product has changed several times since, or is gone. Open it again, then make your changes again.",
    ),
    "meanwhile": (
        "{author}, révision {revision} : {field}, {before} → {after}.",
        "{author}, revision {revision}: {field}, {before} → {after}.",
    ),
    "bulk-reference": (
        "Ce mot n’existe pas dans le catalogue. Choisissez-le dans la liste.",
        "The catalogue has no such word. Choose it from the list.",
    ),
    "cursor": (
        "Cette page n’existe plus. Recommencez au début de la liste.",
        "This page is gone. Begin the list again.",
    ),
}
_FIELDS = {
    "ref": ("modèle", "product"),
    "name": ("nom", "name"),
    "brand": ("marque", "brand"),
    "category": ("catégorie", "category"),
    "audience": ("public", "audience"),
    "market": ("marché", "market"),
    "season": ("saison", "season"),
    "size_chart": ("grille de tailles", "size chart"),
    "activities": ("activités", "activities"),
    "technologies": ("technologies", "technologies"),
    "care": ("entretien", "care"),
    "sources": ("sources", "sources"),
    "demonstration": ("démonstration", "demonstration"),
    "set_aside": ("valeurs écartées", "values set aside"),
    "use": ("usage", "use"),
    "fit_note": ("conseil de coupe", "fit note"),
    "variants": ("variante", "variant"),
    "prices": ("prix", "price"),
}


def say(key: str, **words: Any) -> str:
    """Return a sentence in the reader's language."""
    fr, en = _ROWS[key]
    return french(fr.format(**words)) if spoken() == "fr" else en.format(**words)


def happened(one: Meanwhile) -> str:
    """Return what somebody changed meanwhile, in one sentence."""
    change = one.change
    return say(
        "meanwhile",
        author=one.author,
        revision=one.revision,
        field=field_name(change.field),
        before=_shown(change.before),
        after=_shown(change.after),
    )


def field_name(field: str) -> str:
    """Return the name of a field of a product as people say it."""
    lang = spoken()
    head, _, rest = field.partition(".")
    if head == "properties" and rest in reference().attributes:
        return reference().attributes[rest].label[lang]
    name = _FIELDS[head][0 if lang == "fr" else 1] if head in _FIELDS else head
    return f"{name} {rest}" if rest else name


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return _shown(value.get("value"))
    if value is None or value == "" or value == [] or value == ():
        return "–"
    if isinstance(value, bool):
        return {True: ("oui", "yes"), False: ("non", "no")}[value][0 if spoken() == "fr" else 1]
    if isinstance(value, list | tuple):
        return ", ".join(_shown(one) for one in value)
    return str(value)
