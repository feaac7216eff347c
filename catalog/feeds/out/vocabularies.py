"""The closed vocabularies of the own format: the words a cell may hold, each with its label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from catalog.catalogue import Catalogue
from catalog.feeds.size_charts_in import PROVENANCES as CHART_PROVENANCES
from catalog.feeds.vocabulary import ACTIVITIES, KEPT, MARKETS, SET_ASIDE
from catalog.finder.overrides import PARTS
from catalog.model import AUDIENCES, LANGUAGES, PROVENANCES
from catalog.reference import Attribute, Reference
from catalog.sizing.tables import tables

YES = {"fr": ("oui", "non"), "en": ("yes", "no")}
CURRENCIES = ("EUR",)
Words = Mapping[str, str]


def vocabularies(reference: Reference, catalogue: Catalogue, lang: str) -> dict[str, Words]:
    """Return each vocabulary by name: word to label; ``""`` where a word speaks for itself."""
    return {
        "categories": {key: _said(each.label, lang) for key, each in reference.categories.items()},
        "properties": {key: _said(each.label, lang) for key, each in reference.attributes.items()},
        "technologies": {key: _said(each.name, lang) for key, each in reference.technologies.items()},
        "care": {key: _said(each.title, lang) for key, each in reference.care.items()},
        "size_charts": {key: _said(chart.get("label", {}), lang) for key, chart in reference.size_charts.items()},
        "shops": {key: shop.name for key, shop in catalogue.shops.items()},
        "audiences": _bare(AUDIENCES),
        "parts": _bare(PARTS),
        "activities": _bare(ACTIVITIES),
        "markets": _bare(MARKETS),
        "provenances": _bare(PROVENANCES),
        "statuses": _bare((KEPT, SET_ASIDE)),
        "garments": _bare(tables()["garments"]["names"]),
        "chart_provenances": _bare(CHART_PROVENANCES),
        "currencies": _bare(CURRENCIES),
        "languages": _bare(LANGUAGES),
        "yes": _bare(YES["fr" if lang == "fr" else "en"]),
    }


def of_attribute(attribute: Attribute, lang: str) -> Words:
    """Return the words that an attribute of closed choice takes."""
    return {value.id: _said(value.label, lang) for value in attribute.values}


def _bare(words: Iterable[str]) -> Words:
    return dict.fromkeys(words, "")


def _said(text: Mapping[str, str], lang: str) -> str:
    return text.get(lang) or text.get("en") or text.get("fr", "")
