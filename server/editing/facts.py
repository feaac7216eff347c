"""What a revision states of each model, before anything is implied: its own facts, and the tag that names them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import orjson
import sqlalchemy as sa

from catalog.catalogue import Catalogue, from_json
from server.catalogue.models import Revision
from server.catalogue.service import Published
from server.database import db

Prices = Mapping[str, Mapping[str, list[int | None]]]
_TAG = 20
"""Hexadecimal digits of a tag: eighty bits, so that two states of one model never share one."""
_NOBODY: Any = None
_SHOP = {"name": "", "opens_on": "", "closes_on": "", "currency": "", "demonstration": False, "place": {}}


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one model as the catalogue's JSON writes them.

    ``variants`` by GTIN of fourteen digits; ``prices`` by shop, then by GTIN: price and reference price in cents.
    """

    ref: str
    product: Mapping[str, Any]
    variants: Mapping[str, Mapping[str, Any]]
    prices: Prices
    photos: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By their key; no part of the tag, for no form changes them."""

    def catalogue(self, size_charts: Mapping[str, Any] | None = None) -> Catalogue:
        """Return a catalogue that holds this model alone, with the shops that sell it."""
        shops = {
            shop: {**_SHOP, "id": shop, "languages": [], "assortment": prices} for shop, prices in self.prices.items()
        }
        return from_json(
            {
                "products": {self.ref: self.product},
                "variants": self.variants,
                "shops": shops,
                "size_charts": size_charts or {},
                "photos": self.photos,
            }
        )


@dataclass(frozen=True)
class FactsOf:
    """All models of a revision, each as bytes: a large range is read once and unpacked one model at a time."""

    packed: Mapping[str, bytes]
    owners: Mapping[str, str]
    """The ref of each variant, by GTIN."""
    shops: tuple[str, ...]
    size_charts: Mapping[str, Any]
    photos: Mapping[str, Mapping[str, Mapping[str, Any]]]
    """By ref, then by key."""

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """Return the tag of each model's own facts: equal facts have equal tags, in any revision."""
        return {ref: hashlib.sha256(each).hexdigest()[:_TAG] for ref, each in self.packed.items()}

    def names(self) -> Catalogue:
        """Return a catalogue that knows who is there and nothing of them: what ``check`` asks for."""
        kinds: tuple[Iterable[str], ...] = (self.packed, self.owners, self.shops)
        products, variants, shops = (dict.fromkeys(kind, _NOBODY) for kind in kinds)
        return Catalogue(products=products, variants=variants, shops=shops, size_charts=self.size_charts)

    def get(self, ref: str) -> Facts | None:
        """Return the facts of a model, or ``None`` where there is no such model."""
        each = self.packed.get(ref)
        return None if each is None else Facts(ref, **orjson.loads(each), photos=self.photos.get(ref, {}))


def of_published(published: Published) -> FactsOf:
    """Return the facts of the revision in use, read once and kept as long as it lives."""
    kept: FactsOf | None = published.memory.get(("facts",))
    if kept is None:
        kept = published.memory[("facts",)] = of_revision(published.revision)
    return kept


def of_revision(number: int) -> FactsOf:
    """Return the facts of a revision; none for one that does not exist."""
    source = db.session.scalar(sa.select(Revision.source).where(Revision.number == number))
    return of_source(orjson.loads(source)) if source else FactsOf({}, {}, (), {}, {})


def of_source(source: Mapping[str, Any]) -> FactsOf:
    """Return the facts that a catalogue's JSON holds, model by model."""
    variants: dict[str, dict[str, Any]] = defaultdict(dict)
    for gtin, variant in source["variants"].items():
        variants[variant["ref"]][gtin] = variant
    owners = {gtin: variant["ref"] for gtin, variant in source["variants"].items()}
    prices = _prices(source["shops"].values(), owners)
    packed = {
        ref: orjson.dumps(
            {"product": product, "variants": variants.get(ref, {}), "prices": prices.get(ref, {})},
            option=orjson.OPT_SORT_KEYS,
        )
        for ref, product in source["products"].items()
    }
    photos: dict[str, dict[str, Any]] = defaultdict(dict)
    for key, photo in source.get("photos", {}).items():
        photos[photo["ref"]][key] = photo
    return FactsOf(packed, owners, tuple(sorted(source["shops"])), source.get("size_charts", {}), photos)


def _prices(shops: Iterable[Mapping[str, Any]], owners: Mapping[str, str]) -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for shop in shops:
        for gtin, amounts in shop["assortment"].items():
            if gtin in owners:
                found[owners[gtin]][shop["id"]][gtin] = amounts
    return found
