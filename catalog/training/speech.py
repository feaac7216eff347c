"""Sentences of cards: templates filled in every language of sellers, with the typography of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from catalog.typography import NARROW, french

from .card import SPOKEN, Text

_PLACE = re.compile(r"\{([a-z_]+)\}")
_THOUSANDS = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")
_PERCENT = re.compile(r"(?<=[0-9]) (?=%)")
_UNIT = re.compile(r"(?<=[0-9]) (?=(?:°C|km/h|mm|cm|km|kg|g|l|litres?|cuin|microns|€|%)(?![a-zé]))")


def put(template: Mapping[str, str], **words: Mapping[str, str]) -> Text:
    """Fill words into a template by language."""
    return {lang: _filled(template[lang], {name: each[lang] for name, each in words.items()}, lang) for lang in SPOKEN}


def typeset(words: Mapping[str, str]) -> Text:
    """Return a written text in the languages of cards, each with its own spaces and signs."""
    return {lang: _set(words[lang], lang) for lang in SPOKEN}


def same(words: Any) -> Text:
    """Return words that are no language's own: a name, a figure."""
    return dict.fromkeys(SPOKEN, str(words))


def name_of(product: Mapping[str, Any]) -> Text:
    """Return the name of a piece, with the apostrophe of each language."""
    return {lang: _set(str(product["name"]), lang) for lang in SPOKEN}


def _filled(template: str, words: Mapping[str, str], lang: str) -> str:
    return _set(_PLACE.sub(lambda found: words[found[1]], template), lang)


def _set(text: str, lang: str) -> str:
    """Curl apostrophes, set no-break spaces before units; in French also in thousands and around its signs."""
    text = text.replace("'", "’")
    if lang == "fr":
        text = _THOUSANDS.sub(NARROW, french(text))
        return _UNIT.sub("\u00a0", text)
    return _UNIT.sub("\u00a0", _PERCENT.sub("", text))
