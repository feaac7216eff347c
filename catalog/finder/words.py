"""What sentences are made of: their figures, their capitals, and the languages in which they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from catalog.model import LANGUAGES

from .estimates import ESTIMATE
from .languages import texts_of

PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")
"""A property's value in a sentence."""
MUTE = ("none", "other")
"""Values that say nothing in a sentence."""


def spoken_in(node: Any) -> tuple[str, ...]:
    """Return the languages in which every text of a tree of the knowledge is written."""
    return tuple(code for code in LANGUAGES if all(code in text for text in texts_of(node)))


def upper(text: str) -> str:
    """Return the text with a capital."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """Lower the first letter, unless the first word is a name: GORE-TEX, Gore-Tex and RECCO stay."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    is_name = any(letter.isupper() or letter.isdecimal() for letter in word[1:])
    return text if is_name else text[:1].lower() + text[1:]


def put(template: str, name: str, words: str) -> str:
    """Fill words into a template: in small letters for ``{name}``, as they are for ``{Name}``."""
    return template.replace(f"{{{name}}}", lower(words)).replace(f"{{{name.capitalize()}}}", words)


def leads(finder: Mapping[str, Any], index: int) -> bool:
    """Tell whether a criterion may open a sentence alone: neither quiet nor a mere detail, such as a hood."""
    criterion = finder["criteria"][index]
    return not criterion["quiet"] and bool(criterion["weight"] >= finder["parameters"]["lead_weight"])


def stated(text: str, product: Mapping[str, Any]) -> bool:
    """Tell whether the product has a value that says something, and is no estimate, for each figure of the text."""
    values = (product["properties"].get(name) for name in PLACEHOLDER.findall(text))
    return all(each is not None and each["provenance"] != ESTIMATE and each["value"] not in MUTE for each in values)
