"""What other shops' systems ask of a piece, in their words: gender, age, barcode as allocated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from catalog.catalogue import Catalogue
from catalog.model import Price, Product, Text, Variant
from catalog.reference import Reference

from .selection import by_ref

GENDERS = {"men": "male", "women": "female", "unisex": "unisex", "kids": "unisex"}
_SHORTER = (("000000", 8), ("00", 12), ("0", 13))


@dataclass(frozen=True, slots=True)
class Abroad:
    """What a feed is written from: the pieces, one shop's prices and counts, and where pages and pictures lie.

    ``counts`` are pieces by GTIN, absent where nobody counted. ``pictures`` are addresses by ref and French colour
    name, ``""`` for any colour. ``site`` is the address that customers' pages begin with.
    """

    catalogue: Catalogue
    reference: Reference
    lang: str
    shop: str | None = None
    site: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    pictures: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)

    def prices(self) -> Mapping[str, Price]:
        """Return what the shop asks, by GTIN; without a shop nothing has a price."""
        return self.catalogue.shops[self.shop].assortment if self.shop else {}

    def pieces(self) -> Iterator[tuple[Product, list[Variant]]]:
        """Yield the products with their variants, in order."""
        variants = by_ref(self.catalogue)
        for ref, product in self.catalogue.products.items():
            yield product, variants[ref]

    def said(self, text: Text) -> str:
        """Return a text in the language of the feed, else English, else French."""
        return text.get(self.lang) or text.get("en") or text.get("fr", "")

    def kind(self, product: Product) -> str:
        """Return what the category is called."""
        return self.said(self.reference.categories[product.category].label)

    def shown(self, product: Product, variant: Variant | None = None) -> Sequence[str]:
        """Return the addresses of the pictures of a variant's colour, else of the product."""
        colour = variant.colour.name.get("fr", "") if variant else ""
        return self.pictures.get((product.ref, colour)) or self.pictures.get((product.ref, ""), ())


def age_group(product: Product) -> str:
    """Return Google's age group."""
    return "kids" if product.audience == "kids" else "adult"


def allocated(gtin: str) -> str:
    """Return the digits that were allocated: 8, 12 or 13 of them where the rest is padding."""
    return next((gtin[-length:] for zeros, length in _SHORTER if gtin.startswith(zeros)), gtin)
