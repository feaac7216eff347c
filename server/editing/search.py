"""Which models a merchandiser's words name: by name, colour, code or SKU, through a slip of the keyboard too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.text import plain
from server.catalogue import products
from server.catalogue.service import Published

Product = Mapping[str, Any]
LEAST_DIGITS = 6
"""Fewer digits stand in too many barcodes: they are a size, a volume, a year."""
LEAST_SKU = 4
ONE_SLIP, TWO_SLIPS = 4, 8
"""Letters from which on a word may be one slip, or two, away from the one that is meant; shorter ones are others."""
_MOST_NEAR = 12
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: each word with the ways in which it may stand; the whole as a code."""

    published: Published
    words: Mapping[str, tuple[str, ...]]
    code: str

    def finds(self, product: Product) -> bool:
        """Tell whether every word stands in the model's texts, or the whole is the code of one of its variants."""
        told = text_of(self.published, product)
        return all(any(way in told for way in ways) for ways in self.words.values()) or self._is_code_of(product)

    def _is_code_of(self, product: Product) -> bool:
        digits = re.sub(r"[\s.-]", "", self.code)
        is_gtin = digits.isdigit() and len(digits) >= LEAST_DIGITS
        return any(
            (is_gtin and digits in each["gtin"]) or _is_sku(self.code, each["sku"].casefold())
            for each in product["variants"]
        )

    @property
    def instead(self) -> list[dict[str, Any]]:
        """Return the words that stand nowhere, each with those that are shown for it."""
        return [{"word": word, "found": list(ways)} for word, ways in self.words.items() if ways and ways != (word,)]


def search(published: Published, text: str) -> Search:
    """Read what somebody typed. A word that stands nowhere in the range stands for those that are a slip away."""
    words = {word: _ways(published, word) for word in plain(text).split()}
    return Search(published, words, text.strip().casefold())


def text_of(published: Published, product: Product) -> str:
    """Return name, brand, category, reference and colours of a model in plain letters, worked out once a revision."""
    texts: dict[str, str] = published.memory.setdefault(("desk texts",), {})
    ref = product["ref"]
    if ref not in texts:
        colours = (name for colour in product["colours"] for name in colour["name"].values())
        texts[ref] = f"{products.searchable(product, published)} {plain(' '.join(colours))}"
    return texts[ref]


def _is_sku(code: str, sku: str) -> bool:
    return bool(sku) and (code == sku or (len(code) >= LEAST_SKU and sku.startswith(code)))


def _ways(published: Published, word: str) -> tuple[str, ...]:
    known = _vocabulary(published)
    if any(word in each for each in known):
        return (word,)
    slips = 2 if len(word) >= TWO_SLIPS else 1 if len(word) >= ONE_SLIP else 0
    for most in range(1, slips + 1):
        near = sorted(each for each in known if is_near(word, each, most))
        if near:
            return tuple(near[:_MOST_NEAR])
    return (word,)


def _vocabulary(published: Published) -> frozenset[str]:
    known: frozenset[str] | None = published.memory.get(("desk words",))
    if known is None:
        every = published.products_by_ref.values()
        known = frozenset(word for product in every for word in _WORD.findall(text_of(published, product)))
        published.memory[("desk words",)] = known
    return known


def is_near(one: str, other: str, most: int) -> bool:
    """Tell whether two words differ by at most so many letters added, left out, changed or swapped with the next."""
    if abs(len(one) - len(other)) > most or len(other) < ONE_SLIP:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most
