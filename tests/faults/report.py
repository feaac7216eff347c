"""What each run met and what came of it, printed at the end of the tests with the seed."""

from __future__ import annotations

import os
import random
import time

FULL = os.environ.get("FAULTS") == "full"
"""True under ``make faults``."""
_lines: list[str] = []


def seed() -> int:
    """Return the seed of this run: FAULTS_SEED where it is given, else another one each time."""
    given = os.environ.get("FAULTS_SEED")
    return int(given) if given else random.SystemRandom().randrange(2**31)


def tell(test: str, **figures: object) -> None:
    """Keep a line of the report."""
    said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items())
    _lines.append(f"{time.strftime('%H:%M:%S')} {test}: {said}")


def lines() -> list[str]:
    return _lines
