"""The nouns of the catalogue: values with their provenance, products, variants, assortments, shops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Scalar = bool | int | str
Text = Mapping[str, str]
"""A text by language code, ``{"fr": …, "en": …}``; French is always there."""

Provenance = Literal["maker", "test", "technology", "estimate", "demonstration"]
PROVENANCES: tuple[Provenance, ...] = ("maker", "test", "technology", "estimate", "demonstration")
LANGUAGES = ("fr", "en", "de", "it", "es")
AUDIENCES = ("men", "women", "unisex", "kids")


@dataclass(frozen=True, slots=True)
class Value:
    """One attribute value and why we believe it.

    ``value`` is in the attribute's own unit (see ``attributes.yaml``); numbers are integers. ``source`` is an address
    for ``maker`` and ``test``, a technology id for ``technology``, an estimate rule id for ``estimate``, else empty.
    """

    value: Scalar
    provenance: Provenance
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A contradicting value that a source gave and that was not kept, with the reason."""

    property: str
    value: Scalar
    provenance: Provenance
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Product:
    """A model as the brand names it; sizes and colours are its variants."""

    ref: str
    name: str
    brand: str
    category: str
    audience: str
    use: Text
    activities: tuple[str, ...] = ()
    technologies: tuple[str, ...] = ()
    properties: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    set_aside: tuple[SetAside, ...] = ()
    market: str = "eu"
    season: str = ""
    size_chart: str = ""
    fit_note: Text = field(default_factory=lambda: MappingProxyType({}))
    care: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour name by language and its value as ``#rrggbb``."""

    name: Text
    hex: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One size and colour of a product, with its own GTIN (14 digits, zero-padded)."""

    gtin: str
    sku: str
    ref: str
    size: str
    colour: Colour
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of a product. The bytes lie elsewhere, under ``photo``: the SHA-256 of the kept master, in hexadecimal.

    ``colour`` is the French name of the colour that it shows, "" where it is good for all of them. Size in pixels of
    the master; ``focus`` is where to look, in hundredths of width and height from the upper left.
    """

    ref: str
    photo: str
    colour: str
    position: int
    width: int
    height: int
    focus_x: int
    focus_y: int
    alt: Text = field(default_factory=lambda: MappingProxyType({}))

    @property
    def key(self) -> str:
        """Return what names this use of a picture: one picture may show several products."""
        return f"{self.ref}/{self.photo}"


@dataclass(frozen=True, slots=True)
class Price:
    """What a shop asks for a variant, in cents of the shop's currency.

    ``reference_price_cents`` is the lowest price of the thirty days before a reduction (Code de la consommation,
    art. L112-1-1), or ``None`` where no reduction is announced.
    """

    gtin: str
    price_cents: int
    reference_price_cents: int | None = None


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop with its dates (ISO days, closing day included), languages and assortment."""

    id: str
    name: str
    place: Text
    opens_on: str
    closes_on: str
    currency: str
    languages: tuple[str, ...]
    demonstration: bool = False
    assortment: Mapping[str, Price] = field(default_factory=lambda: MappingProxyType({}))
