"""The QR code of a label: a GS1 Digital Link, drawn as lines."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

import segno

from .formats import QUIET_MODULES


@dataclass(frozen=True, slots=True)
class Code:
    """A drawn code: ``svg`` with its quiet zone, and ``modules`` a side without it."""

    svg: str
    modules: int


@lru_cache(maxsize=4096)
def code(link: str) -> Code:
    """Return the code of an address, with error correction M or better where that costs no room.

    M mends 15 % of the code and is what GS1 takes by default; a stronger level would make the modules smaller.
    """
    drawn = segno.make_qr(link, error="m", boost_error=True)
    out = io.BytesIO()
    drawn.save(out, kind="svg", border=QUIET_MODULES, dark="#000", light=None, xmldecl=False, omitsize=True)
    return Code(out.getvalue().decode(), len(drawn.matrix))
