"""Which piece and colour a photo shows, as far as its file's name tells; with how sure that is, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from catalog.gtin import LENGTHS, GtinError, normalise

from .folding import has_run, stem, words
from .views import position_of

SURE, LIKELY, NONE, DECIDED = "sure", "likely", "none", "decided"
LEAST_CODE = 4
"""A shorter stock number is a word like others."""
LEAST_STEM = 6
"""A number that lost its size is less of a number: cameras count their pictures with four digits."""
NAMED = 0.6
"""How much of a model's name must stand in a file's name before it is proposed at all."""
_AUDIENCES = {
    "women": {"women", "woman", "w", "femme", "femmes", "damen", "donna", "mujer", "ladies"},
    "men": {"men", "man", "m", "homme", "hommes", "herren", "uomo", "hombre", "mens"},
    "kids": {"kids", "kid", "junior", "enfant", "enfants", "kinder", "bambino", "nino"},
}
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Match:
    """What is proposed. ``colour`` is its French name, "" for none in particular; ``because`` are codes of reasons."""

    ref: str | None = None
    colour: str = ""
    position: int | None = None
    confidence: str = NONE
    because: tuple[str, ...] = ()


class Names:
    """The names of a range, made ready once for many photos."""

    def __init__(self, products: Iterable[Json], families: Iterable[Json]) -> None:
        self._products = {product["ref"]: product for product in products}
        self._families = {
            each["id"]: {word for text in each["label"].values() for word in words(text)}.union(
                *(words(word) for listed in each.get("words", {}).values() for word in listed)
            )
            for each in families
        }

    def match(self, name: str) -> Match:
        """Return what a file's name tells."""
        said = words(stem(name))
        ref, colour, sure, why = self._by_code(name, said) or self._by_name(said)
        if ref is None:
            return Match(position=position_of(said, frozenset()))
        product = self._products[ref]
        own = frozenset((*words(product["name"]), *words(ref)))
        because = [why]
        if not colour:
            colour, colour_sure, told = self._colour(product, self._rest(said, own))
            sure = sure and colour_sure
            because += [told] if told else []
        position = position_of(said, own)
        return Match(ref, colour, position, SURE if sure else LIKELY, tuple(because))

    def of_piece(self, ref: str, name: str) -> Match:
        """Return what a file's name tells of a piece that a person has named."""
        product, said = self._products.get(ref), words(stem(name))
        if product is None:
            return Match(position=position_of(said, frozenset()))
        own = frozenset((*words(product["name"]), *words(ref)))
        found = self.match(name)
        colour = found.colour if found.ref == ref else self._colour(product, self._rest(said, own))[0]
        return Match(ref, colour, position_of(said, own), DECIDED)

    @staticmethod
    def _rest(said: tuple[str, ...], own: frozenset[str]) -> tuple[str, ...]:
        """Return the words that are not the piece's own name."""
        return tuple(word for word in said if word not in own)

    def _by_code(self, name: str, said: tuple[str, ...]) -> tuple[str, str, bool, str] | None:
        """Find a barcode, a stock number or a reference: each names one piece."""
        for word in said:
            if (found := self._gtin(word)) is not None:
                product, variant = found
                return product["ref"], _name(product["colours"][variant["colour"]]), True, "gtin"
        packed = "".join(said)
        runs = {"".join(said[at:end]) for at in range(len(said)) for end in range(at + 1, len(said) + 1)}
        for known in (self._skus, self._stems):
            for code in sorted(runs & known.keys(), key=lambda one: (-len(one), one)):
                return (*known[code], True, "sku")
        for ref in sorted(self._refs.keys() & runs, key=lambda one: (-len(one), one)):
            return self._refs[ref], "", len(ref) >= LEAST_CODE or ref == packed, "ref"
        return None

    def _gtin(self, word: str) -> tuple[Json, Json] | None:
        if not word.isdigit() or len(word) not in LENGTHS:
            return None
        try:
            return self._gtins.get(normalise(word))
        except GtinError:
            return None

    def _by_name(self, said: tuple[str, ...]) -> tuple[str | None, str, bool, str]:
        """Find the model whose name stands in the file's name; of several, the one with most words of it."""
        spoken, scored = set(said), []
        for ref in {ref for word in spoken for ref in self._by_word.get(word, ())}:
            name = self._own_words[ref]
            part = len(spoken.intersection(name)) / len(name)
            if part >= NAMED:
                whole = has_run(said, name)
                scored.append((whole, len(spoken.intersection(name)), part, self._for(ref, spoken), ref))
        if not scored:
            return None, "", False, ""
        scored.sort(reverse=True)
        best = scored[0]
        alone = len(scored) == 1 or scored[1][:4] < best[:4]
        return (best[4], "", best[0] and alone, "name") if alone or best[0] else (None, "", False, "")

    def _for(self, ref: str, spoken: set[str]) -> int:
        """Return 1 where the file says for whom the piece is, −1 where it names others, else 0."""
        audience = self._products[ref]["audience"]
        named = {who for who, said in _AUDIENCES.items() if said & spoken}
        return 0 if not named else (1 if audience in named else -1)

    def _colour(self, product: Json, said: tuple[str, ...]) -> tuple[str, bool, str]:
        """Return a colour of the piece, whether that is sure, and by what it was told."""
        colours = product["colours"]
        if len(colours) == 1:
            return _name(colours[0]), True, "only-colour"
        spoken = set(said)
        for colour in sorted(colours, key=lambda one: -max(len(words(name)) for name in one["name"].values())):
            if any(set(words(name)) <= spoken for name in colour["name"].values() if words(name)):
                return _name(colour), True, "colour"
        families = {family for family, known in self._families.items() if known & spoken}
        near = [colour for colour in colours if colour.get("family") in families]
        return (_name(near[0]), False, "colour-family") if len(near) == 1 else ("", not colours, "")

    @cached_property
    def _gtins(self) -> dict[str, tuple[Json, Json]]:
        return {
            variant["gtin"]: (product, variant)
            for product in self._products.values()
            for variant in product["variants"]
        }

    @cached_property
    def _skus(self) -> dict[str, tuple[str, str]]:
        """Return piece and colour by stock number, run together; one that several pieces share names none."""
        found: dict[str, set[tuple[str, str]]] = {}
        for product, variant in self._gtins.values():
            code = "".join(words(variant["sku"]))
            if len(code) >= LEAST_CODE and any(char.isdigit() for char in code):
                found.setdefault(code, set()).add((product["ref"], _name(product["colours"][variant["colour"]])))
        return {
            code: (min(uses)[0], min(uses)[1] if len(uses) == 1 else "")
            for code, uses in found.items()
            if len({ref for ref, _ in uses}) == 1
        }

    @cached_property
    def _stems(self) -> dict[str, tuple[str, str]]:
        """Return piece and colour by what the stock numbers of a colour's sizes begin with, where they end in the size.

        Suppliers name photos by model and colour: ``MIV10119-0247_1.jpg`` shows what ``MIV10119-0247-M`` is a size of.
        """
        found: dict[str, set[tuple[str, str]]] = {}
        for product, variant in self._gtins.values():
            code, size = words(variant["sku"]), words(variant["size"])
            if size and len(code) > len(size) and code[-len(size) :] == size:
                begins = "".join(code[: -len(size)])
                if len(begins) >= LEAST_STEM and any(char.isdigit() for char in begins):
                    found.setdefault(begins, set()).add((product["ref"], _name(product["colours"][variant["colour"]])))
        return {
            code: (min(uses)[0], min(uses)[1] if len(uses) == 1 else "")
            for code, uses in found.items()
            if len({ref for ref, _ in uses}) == 1
        }

    @cached_property
    def _refs(self) -> dict[str, str]:
        return {"".join(words(ref)): ref for ref in self._products}

    @cached_property
    def _own_words(self) -> dict[str, tuple[str, ...]]:
        return {ref: words(product["name"]) for ref, product in self._products.items() if words(product["name"])}

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for ref, name in self._own_words.items():
            for word in set(name):
                found.setdefault(word, []).append(ref)
        return found


def _name(colour: Json) -> str:
    return str(colour["name"]["fr"])
