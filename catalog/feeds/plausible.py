"""What a whole batch makes doubtful: weights beside the range's own, and letters that only look like others."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal

from catalog.model import Product
from catalog.reference import Reference
from catalog.typography import french

from .batch import Batch
from .findings import Findings
from .house import House
from .sizes_said import several
from .table import Place

_ENOUGH = 4
"""Pieces of one kind whose weights say what is usual."""
_BEYOND = 3
"""How many times the lightest or the heaviest a piece may weigh: a new ultralight jacket is no error, a unit is."""
_UNITS: Mapping[str, Decimal] = {"kg": Decimal(1000), "oz": Decimal("28.35"), "lb": Decimal("453.6")}
_HIDDEN = frozenset({"Cf", "Cc", "Co", "Cs", "Cn", "Zl", "Zp"})
_ALIKE = ("GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "MATHEMATICAL")
_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL")


def doubts(batch: Batch, house: House, reference: Reference, findings: Findings) -> None:
    """Add what is doubtful in a batch; nothing is changed."""
    _weights(batch, house, reference, findings)
    for variant in batch.variants:
        place = batch.places.get(("variant", variant.gtin), Place(""))
        for column, text, odd in (
            ("sku", variant.sku, odd_character(variant.sku)),
            ("size", variant.size, lookalike(variant.size)),
        ):
            if odd:
                findings.add("odd-characters", place, column, value=shown(text), near=odd)
        code = None if variant.gtin in house.variants else several(variant.size)
        if code:
            findings.add(code, place, "size", value=variant.size)


def odd_character(text: str) -> str | None:
    """Return the name of a character that deceives the eye: hidden, turning the direction, or of another alphabet."""
    if text.isascii():
        return None
    found = set()
    for char in text:
        if unicodedata.category(char) in _HIDDEN:
            return _named(char)
        if char.isalpha():
            found.add(next((one for one in _ALPHABETS if unicodedata.name(char, "").startswith(one)), "OTHER"))
    if found <= {"LATIN"}:
        return None
    foreign = next(char for char in text if char.isalpha() and not unicodedata.name(char, "").startswith("LATIN"))
    return _named(foreign)


def turned(text: str) -> str | None:
    """Return the name of a character that turns the direction of those behind it: what is read is not what is there."""
    found = next((char for char in text if "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"), None)
    return _named(found) if found else None


def lookalike(text: str) -> str | None:
    """Return the name of a character that is hidden or looks like a Latin one; other alphabets deceive nobody."""
    if text.isascii():
        return None
    for char in text:
        said = unicodedata.name(char, "")
        if unicodedata.category(char) in _HIDDEN or (char.isalpha() and said.startswith(_ALIKE)):
            return _named(char)
    return None


def usual_weights(batch: Batch, house: House) -> dict[str, tuple[int, int]]:
    """Return the lightest and heaviest weight in grams of each category that has enough pieces.

    The house's own pieces say it; where it has too few, those of the batch itself do, by their middle half.
    """
    own: dict[str, list[int]] = {}
    for product in house.products.values():
        for grams in _grams(product):
            own.setdefault(product.category, []).append(grams)
    dropped: dict[str, list[int]] = {}
    for product in batch.products:
        for grams in _grams(product):
            dropped.setdefault(_category(product, house), []).append(grams)
    found = {name: _middle(sorted(several)) for name, several in dropped.items() if len(several) >= _ENOUGH}
    return found | {name: (min(several), max(several)) for name, several in own.items() if len(several) >= _ENOUGH}


def _weights(batch: Batch, house: House, reference: Reference, findings: Findings) -> None:
    usual = usual_weights(batch, house)
    for product in batch.products:
        category = _category(product, house)
        for grams in _grams(product):
            if category not in usual:
                continue
            least, most = usual[category]
            if least <= grams * _BEYOND and grams <= most * _BEYOND:
                continue
            known = reference.categories.get(category)
            findings.add(
                "weight-implausible",
                batch.places.get(("weight", product.ref)) or batch.places.get(("product", product.ref), Place("")),
                "weight_g",
                value=grams,
                category=known.label if known else category,
                least=least,
                most=most,
                near=_likely(grams, least, most),
            )


def _likely(grams: int, least: int, most: int) -> Mapping[str, str]:
    """Return the unit in which the figure would be usual, as words to be added."""
    low, high = least * Decimal("0.7"), most * Decimal("1.4")
    unit = next((name for name, factor in _UNITS.items() if low <= grams * factor <= high), "")
    said = {"fr": french(f" ; c’est sans doute en {unit}"), "en": f"; it is probably in {unit}"}
    return said if unit else {"fr": "", "en": ""}


def _grams(product: Product) -> Iterator[int]:
    held = product.properties.get("weight_g")
    if held is not None and isinstance(held.value, int):
        yield held.value


def _category(product: Product, house: House) -> str:
    old = house.products.get(product.ref)
    return product.category or (old.category if old else "")


def _middle(values: list[int]) -> tuple[int, int]:
    return values[len(values) // 4], values[(3 * len(values)) // 4]


def _named(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def shown(text: str) -> str:
    """Return a text in which hidden characters can be seen."""
    return "".join(f"⟨U+{ord(c):04X}⟩" if unicodedata.category(c) in _HIDDEN else c for c in text)
