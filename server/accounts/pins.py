"""The codes of shared phones: which are refused, what is stored of them, how one is checked."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from itertools import pairwise
from typing import Final

from flask import current_app

LEAST_DIGITS: Final = 6
MOST_DIGITS: Final = 12
COST, BLOCK, LANES = 2**14, 8, 5
"""scrypt at the strength that OWASP's password storage cheat sheet gives for 16 MiB: several workers can pay for it."""
MEMORY_BYTES: Final = 64 * 1024 * 1024
SALT_BYTES: Final = 16
FREQUENT: Final = frozenset(
    {
        "112233",
        "123321",
        "102030",
        "142536",
        "147258",
        "147369",
        "159357",
        "159753",
        "246810",
        "258456",
        "789456",
        "456789",
        "963852",
        "131415",
        "101010",
        "112211",
        "696969",
        "314159",
        "007007",
        "420420",
    }
)
"""What people choose first, beyond the patterns below: lines and corners of the pad, counting by two or ten."""


def is_obvious(pin: str) -> bool:
    """Tell whether a colleague would try this code among the first: the patterns that docs/operations.md lists."""
    return pin in FREQUENT or _is_run(pin) or _repeats(pin)


def _is_run(pin: str) -> bool:
    """Tell whether each digit follows the one before by the same step of −1, 0 or 1: 000000, 345678, 987654, 890123."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return len(steps) == 1 and steps <= {0, 1, 9}


def _repeats(pin: str) -> bool:
    """Tell whether the code is one short block over and over: 121212, 123123, 20202020."""
    blocks = (pin[:length] for length in range(1, len(pin) // 2 + 1) if len(pin) % length == 0)
    return any(block * (len(pin) // len(block)) == pin for block in blocks)


def stored(pin: str) -> str:
    """Return what the database keeps of a code. It can be tested with the server's key only."""
    salt = secrets.token_bytes(SALT_BYTES)
    return f"scrypt${_text(salt)}${_text(_derive(pin, salt))}"


def matches(pin: str, kept: str) -> bool:
    """Tell whether this is the code. It takes the same time whatever is wrong."""
    _, salt, derived = kept.split("$")
    return hmac.compare_digest(_derive(pin, base64.b64decode(salt)), base64.b64decode(derived))


def _derive(pin: str, salt: bytes) -> bytes:
    """Harden a code. A million codes are soon tried where the hash alone was stolen, so the server's key goes first."""
    key: str = current_app.config["SECRET_KEY"]
    keyed = hmac.new(key.encode(), b"pin:" + pin.encode(), hashlib.sha256).digest()
    return hashlib.scrypt(keyed, salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MEMORY_BYTES)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
