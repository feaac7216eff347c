"""What differs between two states of the catalogue, as JSON for people: every count, lists as far as they are read."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from catalog.catalogue import Catalogue
from catalog.changes import Change, Changes, Difference
from catalog.removals import counts as counted
from catalog.removals import removals
from server.knowledge import house_fields, house_names, house_situations

from .paging import PARTS, WHATS, Reader, entries, matching, only
from .sides import Json, Side, compared, revision

PAGED: Final = (*PARTS, "prices")
_one_at_a_time = threading.Lock()


def between(before: int, after: int, part: str | None, start: int, limit: int, words: str = "") -> Json:
    """Return what differs from one revision to another, in either direction; 0 is the empty catalogue.

    Raises ``NotFound``.
    """
    told = page_of(revision(before), revision(after), part, start, limit, words)
    return {"before": before, "after": after, **told}


def page_of(old: Side, new: Side, part: str | None, start: int, limit: int, words: str = "") -> Json:
    """Return what differs from one side to another: with ``part`` a page of it, else the first of each list.

    A page has the entries from ``start`` on in which all ``words`` are found, at most ``limit``, how many there are and
    where the next begins.
    """
    with _one_at_a_time:  # two catalogues in memory are enough
        changes, before, after = compared(old, new)
    gone = {name: count for name, count in counted(list(removals(before, changes))).items() if name != "listed"}
    told: Json = {"counts": changes.counts, "removals": gone, "found": None, "next_cursor": None}
    if part is None:
        return {**shown(changes, before, after, limit), **told}
    listed = matching(entries(changes, part), part, words, Reader(before, after))
    end = start + limit
    told |= {"found": len(listed), "next_cursor": str(end) if end < len(listed) else None}
    return {**shown(only(listed[start:end], part), before, after, limit), **told}


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
    names |= _situations(lists["knowledge"]["changed"])
    return {
        "counts": changes.counts,
        **lists,
        "prices": prices,
        "names": names,
        "pieces": pieces,
        "pictures": _pictures(_ids(lists["photos"]), before, after),
    }


def _situations(changes: Iterable[Change]) -> Json:
    """Return for which situation each changed line of a need is: its number tells nobody anything."""
    keys = (f"{change.id}/{one.field}" for change in changes for one in change.fields)
    return {key: house_situations()[key] for key in keys if key in house_situations()}


def touched(changes: Difference, before: Catalogue, after: Catalogue) -> list[str]:
    """Return the references of all pieces of which anything differs, and the ids of all rules of the advice."""
    refs = {*_changed(changes.products), *_changed(changes.knowledge), *(price.ref for price in changes.prices)}
    refs |= {(after.variants.get(gtin) or before.variants[gtin]).ref for gtin in _changed(changes.variants)}
    return sorted(refs | {photo.partition("/")[0] for photo in _changed(changes.photos)})


def _changed(part: Changes) -> Iterable[str]:
    return (*part.added, *part.removed, *(one.id for one in part.changed))


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
