"""Sentences of cards: templates filled in every language of sellers, with the typography of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from catalog.finder.words import lower
from catalog.typography import french

from .card import SPOKEN, Text

_PLACE = re.compile(r"\{([a-z_]+)\}")
_AFTER_COLON = re.compile(r": \{([a-z_]+)\}")


def put(template: Mapping[str, str], **words: Mapping[str, str]) -> Text:
    """Fill words into a template by language; after a colon they begin with a small letter, unless with a name."""
    return {lang: _filled(template[lang], {name: each[lang] for name, each in words.items()}, lang) for lang in SPOKEN}


def same(words: Any) -> Text:
    """Return words that are no language's own: a name, a figure."""
    return dict.fromkeys(SPOKEN, str(words))


def name_of(product: Mapping[str, Any]) -> Text:
    """Return the name of a piece, with the apostrophe of each language."""
    return {lang: _set(str(product["name"]), lang) for lang in SPOKEN}


def _filled(template: str, words: Mapping[str, str], lang: str) -> str:
    lowered = _AFTER_COLON.sub(lambda found: f": {lower(words[found[1]])}", template)
    return _set(_PLACE.sub(lambda found: words[found[1]], lowered), lang)


def _set(text: str, lang: str) -> str:
    return french(text) if lang == "fr" else text
