"""All cards of a shop, made from its published document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.finder.shelf import shelf

from .card import Card
from .contrasts import Contrasts
from .knowledge import Training
from .told import Told


def deck(document: Mapping[str, Any], shop: str, training: Training) -> list[Card]:
    """Return the cards of a shop by id. Raises KeyError where the document has no such shop.

    The same document gives the same cards, whatever the order of its products.
    """
    products = sorted(shelf(document, shop), key=lambda each: str(each["ref"]))
    told = Told(document)
    cards = [*Contrasts(document["finder"], products, training).cards(told)]
    return sorted(cards, key=lambda card: card.id)
