"""What stands between two snapshots of a shop, and the digest by which a phone knows that it has put it in rightly.

The twin of ``pwa/src/catalogue/delta.ts``; ``tests/vectors/delta.json`` holds both to the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, TypeGuard

from .canonical import to_bytes

Snapshot = dict[str, Any]
Patch = dict[str, Any]
"""What to ``set`` at which key or position, what to ``drop``, and patches to go ``into``; each only where needed."""

PIECE = 64
"""Products hashed at once: few enough for a phone to do in a frame, many enough to wait for few hashes."""
_NAMED = ("format", "revision", "content_hash", "published_at", "lang")


def delta(before: Snapshot, after: Snapshot) -> dict[str, Any]:
    """Return what makes ``after`` out of ``before``, both of one shop and language, and the digest of ``after``."""
    changes = _difference(_by_ref(before), _by_ref(after))
    named = {name: after[name] for name in _NAMED}
    return {**named, "from": before["revision"], "digest": digest(after), "changes": changes}


def applied(before: Snapshot, given: dict[str, Any]) -> Snapshot:
    """Return the snapshot that a delta makes out of the one it builds on. Whether that one was meant, the digest tells.

    What did not change stays the very same object. Raises KeyError, IndexError or TypeError on a patch for another one.
    """
    after = _patched(_by_ref(before), given["changes"])
    products = after["products"]
    return {**after, "products": [products[ref] for ref in sorted(products)]}


def digest(snapshot: Snapshot) -> str:
    """Return the SHA-256, in hexadecimal, of the SHA-256s of a snapshot's pieces.

    The first piece is the snapshot without products, then come the products, ``PIECE`` by ``PIECE``; each as canonical
    JSON. A browser cannot hash bit by bit, and all at once would hold up the seller's thumb.
    """
    return hashlib.sha256(b"".join(hashlib.sha256(to_bytes(piece)).digest() for piece in _pieces(snapshot))).hexdigest()


def _pieces(snapshot: Snapshot) -> Iterator[Any]:
    products = snapshot["products"]
    yield {name: part for name, part in snapshot.items() if name != "products"}
    for start in range(0, len(products), PIECE):
        yield products[start : start + PIECE]


def _by_ref(snapshot: Snapshot) -> Snapshot:
    """Name products by their references: one more or one less does not move the others."""
    return {**snapshot, "products": {product["ref"]: product for product in snapshot["products"]}}


def _difference(before: Any, after: Any) -> Patch:
    """Return the patch from one dict to another, or between lists of the same length."""
    old, new = _places(before), _places(after)
    found: Patch = {"set": {}, "drop": [place for place in old if place not in new], "into": {}}
    for place, value in new.items():
        if place not in old:
            found["set"][place] = value
        elif not _same(old[place], value):
            inner = _inner(old[place], value)
            found["set" if inner is None else "into"][place] = value if inner is None else inner
    return {name: part for name, part in found.items() if part}


def _inner(before: Any, after: Any) -> Patch | None:
    """Return a patch where one is possible and shorter than the value itself."""
    if not _is_alike(before, after):
        return None
    patch = _difference(before, after)
    return patch if len(to_bytes(patch)) < len(to_bytes(after)) else None


def _is_alike(before: Any, after: Any) -> TypeGuard[dict[str, Any] | list[Any]]:
    if isinstance(before, dict):
        return isinstance(after, dict)
    return isinstance(before, list) and isinstance(after, list) and len(before) == len(after)


def _places(node: dict[str, Any] | list[Any]) -> dict[str, Any]:
    return node if isinstance(node, dict) else {str(at): value for at, value in enumerate(node)}


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values are written alike. Python takes ``1`` for ``True``; a phone does not."""
    return to_bytes([one]) == to_bytes([other])


def _patched(node: Any, patch: Patch) -> Any:
    copy = dict(node) if isinstance(node, dict) else list(node)
    for place, value in patch.get("set", {}).items():
        copy[_key(copy, place)] = value
    for place, inner in patch.get("into", {}).items():
        key = _key(copy, place)
        copy[key] = _patched(copy[key], inner)
    for place in patch.get("drop", ()):
        del copy[place]
    return copy


def _key(node: Any, place: str) -> Any:
    return place if isinstance(node, dict) else int(place)
