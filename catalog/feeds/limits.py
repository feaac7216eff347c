"""How much a supplier's file may hold before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings for one batch; sizes in bytes, ``cell_characters`` in characters.

    ``unpacked_bytes`` counts what really comes out of an archive, never what its directory claims.
    """

    file_bytes: int = 50 * 1024 * 1024
    unpacked_bytes: int = 200 * 1024 * 1024
    files: int = 500
    rows: int = 250_000
    columns: int = 200
    cell_characters: int = 5_000


LIMITS = Limits()
