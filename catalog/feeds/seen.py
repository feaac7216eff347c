"""What the values of a column look like: codes with a check digit, money, sizes, colours, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from catalog import gtin as gtins

from . import standing
from .colours import is_colour
from .families import KINDS
from .fields import Field, plain

_MONEY = re.compile(
    r"(?:€|EUR|CHF|Fr\.?)?\s?\d{1,3}(?:[\s\u00a0\u202f.,’']?\d{3})*(?:[.,](?:\d{1,2}|\d{2}0{2,4}|[-–]{1,2}))?\s?(?:€|EUR|euros?|CHF)?"
    r"(?:\s?TTC)?",
    re.IGNORECASE,
)
_MONEY_SIGN = re.compile(r"€|EUR|\d[.,]\d{2}\b", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,7}(?:[.,]\d{1,3})?\s?[a-zµ]{0,5}", re.IGNORECASE)
_SIZE = re.compile(
    r"(?:\d?X{0,4}[SL]|XS|M|(?:\d?X{0,3}[SML])\s?[/-]\s?(?:\d?X{0,3}[SML])|TU|OS|U|T\.?U\.?|UNIQUE|ONE SIZE"
    r"|TAILLE UNIQUE|\d{2}(?:[.,]5| [12]/[23])?(?:\s?(?:EU|FR))?|\d{1,2}\s?(?:ANS|A|Y)|\d{1,3}\s?(?:L|CM))",
    re.IGNORECASE,
)
_HEX = re.compile(r"#?[0-9a-f]{6}", re.IGNORECASE)
_LINK = re.compile(r"https?://\S+")
_WHOLE = re.compile(r"\d{1,6}(?:[.,]0{1,6})?")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")
_AUDIENCE = re.compile(
    r"h|f|m|w|homme|femme|hommes|femmes|men|women|male|female|unisex|unisexe|mixte|kids?|enfants?|junior|herren|damen"
    r"|man|woman|uomo|donna|hombre|mujer",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Look:
    """The filled cells of a column, the first of them, and how many of a hundred are what."""

    values: tuple[str, ...]
    first: str
    shares: dict[str, int]

    def speaks_for(self, field: Field) -> int:
        """Return 0…100 how much the values look like a field; −1 where they contradict it; 0 for no values."""
        if not self.values:
            return 0
        if field.choices:
            return -1 if _share(self.values, lambda text: plain(text) in field.choices) < _CHOICES else _CHOICES
        test = field.id if field.id in self.shares else field.kind
        share = self.shares.get(test)
        if share is None:
            return 0
        if share < _CONTRADICTS.get(test, 0):
            return -1
        return share if test in _TELLING else share // 3

    def letters(self) -> int:
        """Return how many of a hundred cells are no mere figures."""
        return _share(self.values, lambda text: not text.strip().isdigit())

    def commonest(self) -> str:
        """Return the cell that stands there most often."""
        return max(set(self.values), key=self.values.count, default="")

    def divided_by(self, separator: str) -> bool:
        """Tell whether nearly every cell has exactly two parts."""
        return _share(self.values, lambda text: len(text.split(separator)) == 2) >= 80


def look(values: Sequence[str]) -> Look:
    """Look at the filled cells of a column."""
    shares = {name: _share(values, test) for name, test in _TESTS.items()}
    return Look(tuple(values), values[0] if values else "", shares)


def _share(values: Sequence[str], test: Callable[[str], bool]) -> int:
    return 100 * sum(1 for value in values if test(value)) // len(values) if values else 0


def is_size(text: str) -> bool:
    """Tell whether a cell is a size: letters, figures of clothes and shoes, ages, litres, one size."""
    return bool(_SIZE.fullmatch(text.strip()))


def _is_gtin(text: str) -> bool:
    bare = text.lstrip("'")
    if len(bare.strip()) < 12 and not bare.isdigit():
        return False
    try:
        return len(gtins.normalise(bare).lstrip("0")) > 7
    except gtins.GtinError:
        return False


def _is_kind_of_row(text: str) -> bool:
    return plain(text.partition(",")[0]) in KINDS


def _is_money(text: str) -> bool:
    return bool(_MONEY.fullmatch(text.strip())) and not _is_gtin(text)


_TESTS: dict[str, Callable[[str], bool]] = {
    "gtin": _is_gtin,
    "hex": lambda text: bool(_HEX.fullmatch(text.strip())) and (text.startswith("#") or not text.isdigit()),
    "link": lambda text: bool(_LINK.fullmatch(text.strip())),
    "money": _is_money,
    "price": lambda text: _is_money(text) and bool(_MONEY_SIGN.search(text)),
    "number": lambda text: bool(_NUMBER.fullmatch(text.strip())) and not _is_gtin(text),
    "quantity": lambda text: bool(_WHOLE.fullmatch(text.strip())) and not _is_gtin(text),
    "size": is_size,
    "active": standing.is_word,
    "colour": lambda text: is_colour(text) and len(text.split()) <= _COLOUR_WORDS and not _SLUG.fullmatch(text.strip()),
    "category": lambda text: not _is_kind_of_row(text),
    "row_kind": _is_kind_of_row,
    "audience": lambda text: bool(_AUDIENCE.fullmatch(text.strip())),
}
_TELLING = frozenset({"gtin", "hex", "link", "size", "colour", "audience", "row_kind"})
"""What values alone can tell. A number may be a weight, a price or a count: there the title decides."""
_COLOUR_WORDS = 4
"""A sentence with the name of a colour in it is no colour."""
_CHOICES = 50
"""Hundredths of the cells that must be choices of a property: a length in centimetres is no "length: short, long"."""
_CONTRADICTS = {
    "active": 90,
    "category": 50,
    "hex": 20,
    "link": 20,
    "money": 30,
    "number": 30,
    "quantity": 50,
    "row_kind": 80,
}
"""The share, in hundredths, below which values cannot be what the title says."""
