"""One way to write a document as bytes, so that equal documents have equal hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson


def to_bytes(document: Any) -> bytes:
    """Return the document as UTF-8 JSON with sorted keys and no spaces.

    Raises TypeError on a float that is not a whole number of quarters behind a whole: every language writes ``1.5``
    alike, but not ``2.0`` or ``0.1 + 0.2``.
    """
    _refuse_floats(document)
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def content_hash(document: Any) -> str:
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(to_bytes(document)).hexdigest()


def _refuse_floats(node: Any) -> None:
    """Raise TypeError where Python and a browser could write a number differently, and the hashes would part."""
    if isinstance(node, float) and (node.is_integer() or not (node * 4).is_integer()):
        raise TypeError(f"a document holds integers, not {node!r}")
    if isinstance(node, Mapping):
        for value in node.values():
            _refuse_floats(value)
    elif isinstance(node, list | tuple):
        for value in node:
            _refuse_floats(value)
