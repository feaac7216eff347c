"""What differs between two states of the catalogue, as JSON for people: every count, lists as far as they are read."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sa

from catalog.catalogue import Catalogue, from_json
from catalog.changes import Change, Changes, Difference, difference
from catalog.removals import counts as counted
from catalog.removals import removals
from server.database import db
from server.errors import NotFound
from server.knowledge import house_fields, house_names

from .large import parse
from .models import Revision

PARTS: Final = ("products", "variants", "shops", "size_charts", "photos", "knowledge")
WHATS: Final = ("added", "removed", "changed")
PAGED: Final = (*PARTS, "prices")
LARGEST: Final = 2**31 - 1
_KEPT = 4
"""Comparisons kept in a worker: somebody pages through one or two of them."""
_one_at_a_time = threading.Lock()
Json = dict[str, Any]


def between(before: int, after: int, part: str | None, start: int, limit: int) -> Json:
    """Return what differs from one revision to another, in either direction; 0 is the empty catalogue.

    With ``part`` its entries from ``start`` on, at most ``limit``, and where the next begin; else the first of each
    list. Raises ``NotFound``.
    """
    with _one_at_a_time:  # two catalogues in memory are enough
        found = _compared(before, after, _hash(before), _hash(after))
    changes, old, new = found
    gone = {name: count for name, count in counted(list(removals(old, changes))).items() if name != "listed"}
    chosen, following = (changes, None) if part is None else _page(changes, part, start, limit)
    return {
        "before": before,
        "after": after,
        **shown(chosen, old, new, limit),
        "counts": changes.counts,
        "removals": gone,
        "next_cursor": None if following is None else str(following),
    }


def shown(changes: Difference, before: Catalogue, after: Catalogue, limit: int) -> Json:
    """Return what differs as JSON: every count, at most ``limit`` of each list, what its pieces and photos are."""
    lists: Json = {name: {what: getattr(getattr(changes, name), what)[:limit] for what in WHATS} for name in PARTS}
    lists["knowledge"]["changed"] = tuple(map(_beside_house, lists["knowledge"]["changed"]))
    prices = changes.prices[:limit]
    gtins = set(_ids(lists["variants"])) | {price.gtin for price in prices}
    found = (after.variants.get(gtin) or before.variants[gtin] for gtin in sorted(gtins))
    pieces = {one.gtin: {"ref": one.ref, "size": one.size, "colour": dict(one.colour.name)} for one in found}
    refs = {*_ids(lists["products"]), *(str(piece["ref"]) for piece in pieces.values())}
    refs |= {photo.partition("/")[0] for photo in _ids(lists["photos"])}
    names: Json = {**_names(refs, after, before)}
    names |= {one: house_names().get(one, one) for one in _ids(lists["knowledge"])}
    return {
        "counts": changes.counts,
        **lists,
        "prices": prices,
        "names": names,
        "pieces": pieces,
        "pictures": _pictures(_ids(lists["photos"]), before, after),
    }


def _pictures(keys: Iterable[str], before: Catalogue, after: Catalogue) -> Json:
    """Return how each photo is shown, by ``ref/photo``: its colour by language, and where to look; as it will stand."""
    photos = {key: after.photos.get(key) or before.photos[key] for key in sorted(set(keys))}
    wanted = {(photo.ref, photo.colour) for photo in photos.values() if photo.colour}
    names: dict[tuple[str, str], Mapping[str, str]] = {}
    for variant in (*before.variants.values(), *after.variants.values()) if wanted else ():
        if (key := (variant.ref, variant.colour.name.get("fr", ""))) in wanted:
            names[key] = variant.colour.name
    return {
        key: {
            "photo": photo.photo,
            "colour": dict(names.get((photo.ref, photo.colour), {"fr": photo.colour})) if photo.colour else None,
            "focus": [photo.focus_x, photo.focus_y],
        }
        for key, photo in photos.items()
    }


def _beside_house(change: Change) -> Change:
    """Return a change of the knowledge with what the house says where nothing else did."""
    house = house_fields().get(change.id, {})
    return replace(
        change,
        fields=tuple(
            replace(
                one,
                before=house.get(one.field.replace(".", "_")) if one.before is None else one.before,
                after=house.get(one.field.replace(".", "_")) if one.after is None else one.after,
            )
            for one in change.fields
        ),
    )


def _ids(part: Mapping[str, Iterable[Any]]) -> list[str]:
    return [one if isinstance(one, str) else one.id for what in WHATS for one in part[what]]


def _names(refs: Iterable[str], *catalogues: Catalogue) -> dict[str, str]:
    """Return the name of each piece, as the first catalogue that has it writes it."""
    return {
        ref: next((known.products[ref].name for known in catalogues if ref in known.products), ref)
        for ref in sorted(refs)
    }


def _page(changes: Difference, part: str, start: int, limit: int) -> tuple[Difference, int | None]:
    """Return the difference with nothing but one page of one part, and where the next page begins."""
    empty = {name: Changes((), (), ()) for name in PARTS}
    if part == "prices":
        page, total = changes.prices[start : start + limit], len(changes.prices)
        chosen = Difference(**empty, prices=page)
    else:
        entries = [(what, one) for what in WHATS for one in getattr(getattr(changes, part), what)]
        page, total = entries[start : start + limit], len(entries)  # type: ignore[assignment]
        told = Changes(**{what: tuple(one for kind, one in page if kind == what) for what in WHATS})  # type: ignore[misc,has-type]
        chosen = Difference(**{**empty, part: told}, prices=())
    return chosen, start + limit if start + limit < total else None


@lru_cache(maxsize=_KEPT)
def _compared(before: int, after: int, *_hashes: str) -> tuple[Difference, Catalogue, Catalogue]:
    """Compare two revisions. What both have alike is left out before anything is made of it."""
    old, new = _source(before), _source(after)
    _forget_alike(old, new)
    first, second = from_json(old), from_json(new)
    return difference(first, second), first, second


def _forget_alike(old: Json, new: Json) -> None:
    """Take out of two trees what is the same in both, but what the names of changed things need."""
    for shop in old["shops"].keys() & new["shops"].keys():
        _forget(old["shops"][shop]["assortment"], new["shops"][shop]["assortment"], frozenset())
    priced = {gtin for tree in (old, new) for shop in tree["shops"].values() for gtin in shop["assortment"]}
    _forget(old["variants"], new["variants"], priced)
    refs = {variant["ref"] for tree in (old, new) for variant in tree["variants"].values()}
    refs |= {photo.partition("/")[0] for tree in (old, new) for photo in tree.get("photos", {})}
    _forget(old["products"], new["products"], refs)


def _forget(old: Json, new: Json, needed: Iterable[str]) -> None:
    for key in (old.keys() & new.keys()) - set(needed):
        if old[key] == new[key]:
            del old[key], new[key]


def _source(number: int) -> Json:
    if number == 0:
        return {"products": {}, "variants": {}, "shops": {}}
    tree: Json = parse(db.session.scalars(sa.select(Revision.source).where(Revision.number == number)).one())
    return tree


def _hash(number: int) -> str:
    """Return the content hash of a revision, by which a database put back from a copy is told from the one before."""
    if number == 0:
        return ""
    found = db.session.scalar(sa.select(Revision.content_hash).where(Revision.number == min(number, LARGEST)))
    if found is None or number > LARGEST:
        raise NotFound("revision-not-found")
    return found
