"""Which pieces get a label."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from server.catalogue.service import Published
from server.prices import announced

ALL, DUE, CHANGED_PRICES, NEW = "all", "due", "changed-prices", "new"
WHICH = (ALL, DUE, CHANGED_PRICES, NEW)
Prices = Mapping[str, Any]
"""What a variant costs in a shop, by GTIN: price and reference price in cents."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A variant that the shop sells, with its price and reference price in cents."""

    product: Mapping[str, Any]
    variant: Mapping[str, Any]
    price: int
    reference: int | None

    @property
    def gtin(self) -> str:
        return str(self.variant["gtin"])

    @property
    def announced(self) -> int | None:
        """The reference price that stands on the label: only one above the price does."""
        return self.reference if self.reference is not None and self.reference > self.price else None


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen; an empty collection leaves everything in. ``before`` are the prices of the older revision.

    Which labels are due is told by what they say, so that ``DUE`` leaves them in as well (``printed.py``).
    """

    categories: Collection[str] = ()
    refs: Collection[str] = ()
    gtins: Collection[str] = ()
    only: str = ALL
    before: Prices | None = None

    def takes(self, piece: Piece) -> bool:
        """Tell whether a piece is chosen."""
        named = (
            (not self.categories or piece.product["category"] in self.categories)
            and (not self.refs or piece.product["ref"] in self.refs)
            and (not self.gtins or piece.gtin in self.gtins)
        )
        return named and self._is_asked_for(piece)

    def _is_asked_for(self, piece: Piece) -> bool:
        if self.only in (ALL, DUE) or self.before is None:
            return self.only in (ALL, DUE)
        old = self.before.get(piece.gtin)
        if self.only == NEW:
            return old is None
        return old is not None and tuple(old) != (piece.price, piece.reference)


def pieces(published: Published, shop_id: str, choice: Choice) -> list[Piece]:
    """Return the chosen pieces of a shop in the order of the catalogue, which keeps a piece's sizes together.

    What stands beside a price is what may be announced of it: never a reference above what the record knows.
    """
    taken = [piece for piece in _sold(published, shop_id) if choice.takes(piece)]
    known = announced.of_shop(published, shop_id)
    return [replace(piece, reference=known[piece.gtin].reference) if piece.gtin in known else piece for piece in taken]


def _sold(published: Published, shop_id: str) -> Iterator[Piece]:
    prices = published.shops[shop_id]["assortment"]
    for product in published.document["products"]:
        for variant in product["variants"]:
            if variant["gtin"] in prices:
                price, reference = prices[variant["gtin"]]
                yield Piece(product, variant, price, reference)
