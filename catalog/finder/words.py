"""What sentences are made of: their figures, and the languages in which all of them are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from catalog.model import LANGUAGES

from .estimates import ESTIMATE

if TYPE_CHECKING:
    from .knowledge import Knowledge

PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")
"""A property's value in a sentence."""
MUTE = ("none", "other")
"""Values that say nothing in a sentence."""


def spoken_in(knowledge: Knowledge) -> frozenset[str]:
    """Return the languages in which every criterion can be said, for or against."""
    texts = [criterion[kind] for criterion in knowledge.criteria for kind in ("reason", "caution")]
    return frozenset(LANGUAGES).intersection(*texts)


def upper(text: str) -> str:
    """Return the text with a capital."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """Lower the first letter, unless the word is a name or a figure: GORE-TEX stays."""
    return text if len(text) > 1 and text[1].isupper() else text[:1].lower() + text[1:]


def stated(text: str, product: Mapping[str, Any]) -> bool:
    """Tell whether the product has a value that says something, and is no estimate, for each figure of the text."""
    values = (product["properties"].get(name) for name in PLACEHOLDER.findall(text))
    return all(each is not None and each["provenance"] != ESTIMATE and each["value"] not in MUTE for each in values)
