"""French typography: the narrow no-break space where it belongs."""

from __future__ import annotations

import re

NARROW = "\u202f"
_BEFORE = re.compile(r" ([;:!?»])")
_AFTER = re.compile("« ")


def french(text: str) -> str:
    """Put the narrow no-break space before ``; : ! ? »`` and after ``«``, and curl the apostrophe."""
    spaced = _AFTER.sub(f"«{NARROW}", _BEFORE.sub(rf"{NARROW}\1", text))
    return spaced.replace("'", "’")
