"""The words of a shop's snapshot in one more language, to be laid over the snapshot that a phone has already.

A seller's phone holds one whole snapshot; the customer in front of it may speak another language. Only the texts differ
between two languages, and only those of the screen that is turned to the customer are needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .snapshot import parts
from .text import is_text, localise

SPOKEN = ("attributes", "categories", "groups", "gauges", "finder")
"""The parts of which something is said to a customer; products are laid over by their reference."""
_UNSAID = frozenset({"explanation", "source", "sources", "fit_note", "aliases"})


def speech(document: dict[str, Any], shop: str, lang: str, revision: int) -> dict[str, Any]:
    """Return the words of a shop in ``lang``. Raises KeyError where the shop is unknown.

    ``words`` has the shape of the snapshot with texts alone: in an object by key, in a list by position (as a string),
    products by ``ref``. It belongs to the snapshot of the same ``content_hash`` and to no other.
    """
    held = parts(document, shop)
    products = {product["ref"]: _overlay(product, lang) for product in held["products"]}
    words = {name: _overlay(held[name], lang) for name in SPOKEN}
    return {
        "format": document["format"],
        "revision": revision,
        "content_hash": document["content_hash"],
        "lang": lang,
        "words": {
            **{name: each for name, each in words.items() if each is not None},
            "products": {ref: each for ref, each in products.items() if each is not None},
        },
    }


def _overlay(node: Any, lang: str) -> Any:
    """Return the tree with nothing but its texts in one language; ``None`` where it has none, or one for all."""
    if is_text(node):
        return None if len(set(node.values())) == 1 else localise(node, lang)
    if isinstance(node, Mapping):
        found = {key: _overlay(each, lang) for key, each in node.items() if key not in _UNSAID}
    elif isinstance(node, list):
        found = {str(index): _overlay(each, lang) for index, each in enumerate(node)}
    else:
        return None
    return {key: each for key, each in found.items() if each is not None} or None
