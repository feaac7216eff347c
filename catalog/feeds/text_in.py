"""Bytes to text: UTF-8, UTF-16, Windows-1252 and old Mac files told apart."""

from __future__ import annotations

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_IN_CP1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
_MAC_LETTERS = frozenset(b"\x88\x8e\x8f\x8d\x90\x99\x9e")
_WINDOWS_LETTERS = frozenset(b"\xe0\xe8\xe9\xea\xe7\xf4\xfb\xc9")


def decode(data: bytes) -> str | None:
    """Return the text of a file, or ``None`` where it is not text."""
    text = _decoded(data)
    return None if text is None or "\0" in text else text


def _decoded(data: bytes) -> str | None:
    encoding = _marked(data) or _unmarked_utf16(data)
    if encoding:
        return _try(data, encoding)
    text = _try(data, "utf-8")
    return text if text is not None else _try(data, _eight_bits(data))


def _marked(data: bytes) -> str | None:
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without its mark: nearly every second byte of Western text is then zero."""
    head = data[:2_000]
    if len(head) < 4 or len(data) % 2:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > half * 0.7 else None


def _eight_bits(data: bytes) -> str:
    """Choose between Windows and Mac by the bytes that French letters have in each."""
    found = set(data)
    if found & _NOT_IN_CP1252:
        return "mac-roman"
    mac = sum(data.count(byte) for byte in _MAC_LETTERS)
    windows = sum(data.count(byte) for byte in _WINDOWS_LETTERS)
    return "mac-roman" if mac > windows else "cp1252"


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
