"""Figures and sums of money as a sentence writes them, in any of the languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

MINUS = "\u2212"
_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
_GROUPS = re.compile(r"(?<=[0-9])(?=(?:[0-9]{3})+$)")


def in_language(text: Any, lang: str) -> str:
    """Return a text in a language, else in English, else in French; a text that is in one language already stays."""
    if isinstance(text, str):
        return text
    return str(text.get(lang) or text.get("en") or text["fr"])


def grouped(finder: Mapping[str, Any], value: int, lang: str) -> str:
    """Write a whole number with the language's sign between thousands, and the true minus sign."""
    digits = _GROUPS.sub(in_language(finder["speech"]["thousands"], lang), str(abs(value)))
    return f"{MINUS}{digits}" if value < 0 else digits


def money(finder: Mapping[str, Any], cents: int, lang: str, currency: str) -> str:
    """Write a sum; whole units lose their zeros."""
    words = finder["comparing"]["words"]
    whole, rest = divmod(cents, 100)
    value = grouped(finder, whole, lang)
    if rest:
        value += f"{in_language(words['decimal'], lang)}{rest:02}"
    template = in_language(words["money"], lang)
    apart = "\u00a0" if template.startswith("{unit}") else ""
    return template.replace("{value}", value).replace("{unit}", _SIGNS.get(currency, currency + apart))
