"""Which kind of picture a file is, by its first bytes: its name and what a browser says of it prove nothing."""

from __future__ import annotations

_FTYP = {b"avif": "avif", b"avis": "avif", b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"msf1": "heic"}


def kind_of(data: bytes) -> str | None:
    """Return ``jpeg``, ``png``, ``webp``, ``avif`` or ``heic``; ``None`` for everything else, drawings (SVG) too."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return _FTYP.get(data[8:12]) if data[4:8] == b"ftyp" else None
