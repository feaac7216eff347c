"""Why an advice changes: what the import does to the pieces that come, go or change places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.catalogue import Catalogue
from catalog.changes import Difference

Cause = dict[str, Any]
MOST_FIELDS = 6
"""Fields named of one piece: more would be no reason any more but the difference itself."""


class Causes:
    """What a difference does to each piece: added, removed, its facts, its sizes and colours, its price in a shop."""

    def __init__(self, changes: Difference, before: Catalogue, after: Catalogue) -> None:
        self._by_ref: dict[str, list[Cause]] = {}
        self._priced: dict[tuple[str, str], Cause] = {}
        for what in ("added", "removed"):
            for ref in getattr(changes.products, what):
                self._add(ref, {"what": what})
        for change in changes.products.changed:
            fields = [field.field for field in change.fields]
            self._add(change.id, {"what": "facts", "fields": fields[:MOST_FIELDS]})
        self._add_variants(changes, before, after)
        for price in changes.prices:
            asked = [None if amounts is None else amounts[0] for amounts in (price.before, price.after)]
            said = {"what": "price", "before": asked[0], "after": asked[1]}
            self._priced.setdefault((price.shop, price.ref), said)

    def of(self, change: Mapping[str, Any]) -> list[Cause]:
        """Return what happens to the pieces of one changed advice, in the order a reader meets them."""
        first, then = ([each["ref"] for each in change[side]] for side in ("before", "after"))
        names = {each["ref"]: each["name"] for each in (*change["before"], *change["after"])}
        moved = [ref for ref in names if ref not in first or ref not in then or first.index(ref) != then.index(ref)]
        return [{"ref": ref, "name": names[ref], **cause} for ref in moved for cause in self._of(ref, change["shop"])]

    def _of(self, ref: str, shop: str | None) -> Iterable[Cause]:
        known = self._by_ref.get(ref, [])
        whole = any(cause["what"] in ("added", "removed") for cause in known)
        priced = None if shop is None or whole else self._priced.get((shop, ref))
        return [*known, priced] if priced else known

    def _add(self, ref: str, cause: Cause) -> None:
        self._by_ref.setdefault(ref, []).append(cause)

    def _add_variants(self, changes: Difference, before: Catalogue, after: Catalogue) -> None:
        known = {**before.variants, **after.variants} if changes.variants.removed else after.variants
        touched = (*changes.variants.added, *changes.variants.removed, *(one.id for one in changes.variants.changed))
        refs = dict.fromkeys(known[gtin].ref for gtin in touched)
        for ref in refs:
            if not any(cause["what"] in ("added", "removed") for cause in self._by_ref.get(ref, ())):
                self._add(ref, {"what": "variants"})
