"""One page of one part of a difference, of all of it or of what some words are found in."""

from __future__ import annotations

from typing import Any, Final

from catalog.catalogue import Catalogue
from catalog.changes import Change, Changes, Difference
from catalog.text import plain
from server.knowledge import house_names

PARTS: Final = ("products", "variants", "shops", "size_charts", "photos", "knowledge")
WHATS: Final = ("added", "removed", "changed")
SHORT = 2
Entry = tuple[str, Any]
"""What happens to a thing, and the change or the id that the difference has of it."""


class Reader:
    """Tells in words what the entries of a difference are about."""

    def __init__(self, before: Catalogue, after: Catalogue) -> None:
        self._before, self._after = before, after
        self._folded: dict[str, str] = {}

    def about(self, part: str, one: Any) -> str:
        """Return the words, without case and accents, that an entry is found by."""
        if part == "prices":
            return f"{plain(one.shop)} {self._piece(one.gtin)}"
        key = one.id if isinstance(one, Change) else one
        if part == "variants":
            return self._piece(key)
        if part == "knowledge":
            return plain(f"{key} {house_names().get(key, '')}")
        return self._product(key.partition("/")[0] if part == "photos" else key)

    def _product(self, ref: str) -> str:
        if ref not in self._folded:
            found = self._after.products.get(ref) or self._before.products.get(ref)
            self._folded[ref] = plain(f"{ref} {found.name} {found.brand}" if found else ref)
        return self._folded[ref]

    def _piece(self, gtin: str) -> str:
        one = self._after.variants.get(gtin) or self._before.variants[gtin]
        colours = " ".join(one.colour.name.values())
        return f"{self._product(one.ref)} {plain(f'{gtin} {one.sku} {one.size} {colours}')}"


def entries(changes: Difference, part: str) -> list[Entry]:
    """Return the entries of a part in the order of its pages."""
    if part == "prices":
        return [("changed", price) for price in changes.prices]
    return [(what, one) for what in WHATS for one in getattr(getattr(changes, part), what)]


def matching(listed: list[Entry], part: str, words: str, reader: Reader) -> list[Entry]:
    """Return the entries in which all words are found."""
    wanted = plain(words).split()
    if not wanted:
        return listed
    return [entry for entry in listed if _has(reader.about(part, entry[1]), wanted)]


def _has(text: str, wanted: list[str]) -> bool:
    """Tell whether all words are in a text; one as short as a size ("M", "42") is a word of it and no part of one."""
    return all(word in (text if len(word) > SHORT else text.split()) for word in wanted)


def only(listed: list[Entry], part: str) -> Difference:
    """Return a difference that has nothing but these entries of one part."""
    parts = {name: Changes((), (), ()) for name in PARTS}
    if part == "prices":
        return Difference(**parts, prices=tuple(one for _, one in listed))
    told = {what: tuple(one for kind, one in listed if kind == what) for what in WHATS}
    return Difference(**{**parts, part: Changes(**told)}, prices=())
