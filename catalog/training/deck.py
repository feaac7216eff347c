"""All cards of a shop, made from its published document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from catalog.finder.shelf import shelf

from .card import Card, lot
from .contrasts import Contrasts
from .facts import FactCards
from .grounds import Grounds
from .knowledge import Training
from .rules import chill_cards, rule_cards, technology_cards
from .told import Told

MOST = 400
"""What a team can learn in a season, at fifteen new cards a day for a month; a larger range gives no more."""


def deck(document: Mapping[str, Any], shop: str, training: Training) -> list[Card]:
    """Return the cards of a shop by id. Raises KeyError where the document has no such shop.

    The same document gives the same cards, whatever the order of its products.
    """
    products = sorted(shelf(document, shop), key=lambda each: str(each["ref"]))
    finder, told = document["finder"], Told(document)
    grounds = Grounds(document, training.sources, training.words["labels"])
    written = [
        *technology_cards(training, finder, products, grounds),
        *rule_cards(training, finder, products, grounds),
        *chill_cards(training, finder, products),
    ]
    made = [
        *Contrasts(finder, products, training, told).cards(),
        *FactCards(finder["parameters"]["families"], products, training, told).cards(),
    ]
    return sorted([*written, *bounded(made, MOST - len(written))], key=lambda card: card.id)


def bounded(cards: Iterable[Card], most: int) -> list[Card]:
    """Keep so many, drawn by lot, and of every place of the map as many as of any other, as far as it has them."""
    seen: Counter[object] = Counter()
    ranked: list[tuple[int, str, Card]] = []
    for card in sorted(cards, key=lambda each: lot(each.id)):
        seen[card.about] += 1
        ranked.append((seen[card.about], lot(card.id), card))
    return [card for _, _, card in sorted(ranked, key=lambda each: each[:2])[: max(0, most)]]
