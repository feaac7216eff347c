"""One way to write a document as bytes, so that equal documents have equal hashes."""

from __future__ import annotations

import hashlib
from typing import Any

import orjson


def to_bytes(document: Any) -> bytes:
    """Return the document as UTF-8 JSON with sorted keys and no spaces.

    Raises TypeError on a float that is not a whole number of quarters behind a whole: every language writes ``1.5``
    alike, but not ``2.0`` or ``0.1 + 0.2``.
    """
    _refuse_floats((document,))
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def content_hash(document: Any) -> str:
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(to_bytes(document)).hexdigest()


def _refuse_floats(node: Any) -> None:
    """Raise TypeError where Python and a browser could write a number differently, and the hashes would part."""
    values = node.values() if isinstance(node, dict) else node
    for value in values:
        kind = type(value)
        if kind in _INNER:
            _refuse_floats(value)
        elif kind is float and (value.is_integer() or not (value * 4).is_integer()):
            raise TypeError(f"a document holds integers, not {value!r}")


_INNER = frozenset({dict, list, tuple})
"""By exact type: a large document has millions of leaves, and ``isinstance`` would take most of the time."""
