"""The rules of outfits as they travel with the finder: places, what fills them, and which wish can be asked of what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.finder.entries import Entry
from catalog.reference import Reference

PUBLIC = ("id", "zone", "wanted", "drawing", "label")


def outfit_rules(
    data: Mapping[str, Any], wishes: Iterable[Entry], reference: Reference, addresses: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the rules with addresses instead of the names of sources.

    ``can`` holds, for each wish of the finder in its order, the families of which a piece can have it: a hooded helmet
    is no wish to gloves.
    """
    known = {**addresses, **data["sources"]}
    return {
        "floors": data["floors"],
        "assume": data["assume"],
        "covers": [{key: value for key, value in cover.items() if key != "source"} for cover in data["covers"]],
        "slots": [
            {**{key: slot[key] for key in PUBLIC}, "rows": [_row(row, known) for row in slot["rows"]]}
            for slot in data["slots"]
        ],
        "can": [_families(wish, reference) for wish in wishes],
    }


def _row(row: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    addresses = [known[name]["address"] or name if name in known else name for name in row["source"]]
    return {**row, "source": addresses}


def _families(wish: Entry, reference: Reference) -> list[str]:
    """Return the families that a wish applies to: those that the finder knows it of, or those that have the gauge."""
    if wish.unknown_in is not None:
        return sorted(wish.unknown_in)
    gauge = wish.public["gauge"]
    return sorted({each.family for each in reference.categories.values() if gauge is None or gauge in each.gauges})
