"""A cell as a person meant it: without control characters, outer spaces and marks of spreadsheets."""

from __future__ import annotations

import re

from . import cells

_QUOTED = re.compile(r'="([^"\n]*)"')
"""A formula that is nothing but a text: how many programs keep the zeros of a code through a spreadsheet."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def clean(text: str) -> str:
    """Strip a cell: control characters out, line ends as one, outer spaces off, the apostrophe of a text off."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    bare = _CONTROL.sub("", lines).strip().strip("\u00a0\u202f\ufeff").strip()
    quoted = _QUOTED.fullmatch(bare) if bare.startswith("=") else None
    return quoted.group(1).strip() if quoted else cells.bared(bare)
