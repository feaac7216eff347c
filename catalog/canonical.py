"""One way to write a document as bytes, so that equal documents have equal hashes."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import orjson


def to_bytes(document: Any) -> bytes:
    """Return the document as UTF-8 JSON with sorted keys and no spaces.

    Raises TypeError on a float that is not a whole number of quarters behind a whole: every language writes ``1.5``
    alike, but not ``2.0`` or ``0.1 + 0.2``.
    """
    _refuse_floats((document,))
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def pieces(document: Any) -> Iterator[bytes]:
    """Give the canonical bytes piece by piece: of a large document they are never there all at once."""
    yield from _cut(document, depth=2)


def content_hash(document: Any) -> str:
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    digest = hashlib.sha256()
    for piece in pieces(document):
        digest.update(piece)
    return digest.hexdigest()


def deflated(document: Any, level: int = 6) -> bytes:
    """Return the canonical bytes deflated, as ``zlib.compress`` would deflate them."""
    packer = zlib.compressobj(level)
    return b"".join([*(packer.compress(piece) for piece in pieces(document)), packer.flush()])


def _cut(node: Any, depth: int) -> Iterator[bytes]:
    """Take containers apart down to ``depth`` and write what is below in one go."""
    if depth and type(node) in _INNER and node:
        yield from (_cut_mapping if isinstance(node, Mapping) else _cut_list)(node, depth - 1)
    else:
        yield to_bytes(node)


def _cut_mapping(node: Mapping[str, Any], depth: int) -> Iterator[bytes]:
    mark = b"{"
    for key in sorted(node):
        yield mark + to_bytes({key: None})[1:-5]  # with its colon, as ``orjson`` writes a key
        yield from _cut(node[key], depth)
        mark = b","
    yield b"}"


def _cut_list(node: Any, depth: int) -> Iterator[bytes]:
    mark = b"["
    for item in node:
        yield mark
        yield from _cut(item, depth)
        mark = b","
    yield b"]"


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
