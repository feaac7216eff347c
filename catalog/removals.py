"""What a change takes away, thing by thing: nobody publishes a removal without having seen its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .catalogue import Catalogue
from .changes import Change, Changes, Difference

KINDS = ("product", "variant", "photo", "shop", "size_chart", "price", "value")
_INSIDE = "set_aside"
"""What was set aside is bookkeeping beside the values, no value itself."""


@dataclass(frozen=True, slots=True)
class Removal:
    """One thing that goes: ``id`` is a ref, GTIN, shop, chart or ``ref/photo``, ``of`` the piece it belongs to, if any.

    A price names its ``shop``, an emptied value its ``field`` as the difference does.
    """

    kind: str
    id: str
    of: str = ""
    shop: str = ""
    field: str = ""


def removals(before: Catalogue, changes: Difference) -> Iterator[Removal]:
    """Yield what a difference takes away from the catalogue ``before``, the largest things first.

    What goes with something larger is not told again: no variant's price, and no photo or value of a piece that goes.
    """
    yield from (Removal("product", ref, ref) for ref in changes.products.removed)
    gone = frozenset(changes.products.removed)
    alone = [gtin for gtin in changes.variants.removed if before.variants[gtin].ref not in gone]
    yield from (Removal("variant", gtin, before.variants[gtin].ref) for gtin in alone)
    of = {key: before.photos[key].ref for key in changes.photos.removed}
    yield from (Removal("photo", key, ref) for key, ref in of.items() if ref not in gone)
    yield from (Removal("shop", shop) for shop in changes.shops.removed)
    yield from (Removal("size_chart", chart) for chart in changes.size_charts.removed)
    lost, closed = frozenset(changes.variants.removed), frozenset(changes.shops.removed)
    for price in changes.prices:
        if price.after is None and price.gtin not in lost and price.shop not in closed:
            yield Removal("price", price.gtin, price.ref, shop=price.shop)
    yield from _emptied(changes.products, {})
    yield from _emptied(changes.variants, {gtin: variant.ref for gtin, variant in before.variants.items()})
    yield from _emptied(changes.shops, {})


def counts(found: list[Removal]) -> dict[str, int]:
    """Return how many of each kind go, and ``count``: all of them."""
    by_kind = Counter(removal.kind for removal in found)
    return {"count": len(found), **{kind: by_kind[kind] for kind in KINDS}}


def _emptied(changes: Changes, refs: Mapping[str, str]) -> Iterator[Removal]:
    for change in changes.changed:
        for name in _emptied_fields(change):
            yield Removal("value", change.id, refs.get(change.id, change.id), field=name)


def _emptied_fields(change: Change) -> list[str]:
    return [
        field.field
        for field in change.fields
        if field.field != _INSIDE and not _is_nothing(field.before) and _is_nothing(field.after)
    ]


def _is_nothing(value: Any) -> bool:
    """Tell whether a field holds nothing; false and zero are values."""
    return value is None or value in ("", [])
