"""One way to write a document as bytes, so that equal documents have equal hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson


def to_bytes(document: Any) -> bytes:
    """Return the document as UTF-8 JSON with sorted keys and no spaces. Raises TypeError on a float."""
    _refuse_floats(document)
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def content_hash(document: Any) -> str:
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(to_bytes(document)).hexdigest()


def _refuse_floats(node: Any) -> None:
    """Raise TypeError on a float: Python and a browser write it differently, and the hashes would part."""
    if isinstance(node, float):
        raise TypeError(f"a document holds integers only, not {node!r}")
    if isinstance(node, Mapping):
        for value in node.values():
            _refuse_floats(value)
    elif isinstance(node, list | tuple):
        for value in node:
            _refuse_floats(value)
