"""Texts by language, and one document in one language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from .model import LANGUAGES

_CODES = frozenset(LANGUAGES)


def is_text(node: object) -> bool:
    """Tell whether a mapping is a text by language: every key a language code, French among them."""
    return isinstance(node, Mapping) and "fr" in node and _CODES.issuperset(node)


def localise(node: Any, lang: str) -> Any:
    """Return the JSON tree with each text replaced by its words in ``lang``, else in English, else in French."""
    if isinstance(node, Mapping):
        if is_text(node):
            return node.get(lang) or node.get("en") or node["fr"]
        return {key: localise(value, lang) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [localise(value, lang) for value in node]
    return node


def plain(text: str) -> str:
    """Return the text without case and accents, so that « gilet léger » finds "Leger"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
