"""The pieces of a question: whether one customer could hesitate between them, and what to call them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .card import SPOKEN, Text
from .speech import put

Product = Mapping[str, Any]


def comparable(products: Sequence[Product]) -> bool:
    """Tell whether pieces are for one customer, a grown-up, and can be told apart by name."""
    audiences = {product["audience"] for product in products} - {"unisex"}
    names = {product["name"] for product in products}
    return len(audiences) <= 1 and "kids" not in audiences and len(names) == len(products)


def which(words: Mapping[str, Any], products: Sequence[Product], *, rivals_only: bool = False) -> Text | None:
    """Return how to ask for one of them, ``Laquelle de ces trois vestes``; ``None`` where nothing holds them together.

    Pieces of one kind have their own words. Of several kinds, only rivals do the same job.
    """
    template = _template(words, products, rivals_only)
    number = words["numbers"].get(str(len(products)))
    if template is None or number is None:
        return None
    return put({lang: template[lang] for lang in SPOKEN}, n=number)


def belong(words: Mapping[str, Any], products: Sequence[Product], *, rivals_only: bool = False) -> bool:
    """Tell whether there is a way to ask for one of them, without saying it."""
    return str(len(products)) in words["numbers"] and _template(words, products, rivals_only) is not None


def _template(words: Mapping[str, Any], products: Sequence[Product], rivals_only: bool) -> Mapping[str, str] | None:
    kinds = {product["category"] for product in products}
    if len(kinds) == 1:
        found: Mapping[str, str] = words["which"][next(iter(kinds))]
        return found
    lists = words["rivals"] if rivals_only else (*words["rivals"], *words["together"])
    return next((each["which"] for each in lists if kinds <= {*each["categories"]}), None)
