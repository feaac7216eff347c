"""What each run met and what came of it, printed at the end of the tests with the seed."""

from __future__ import annotations

import os
import random
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .proxy import Network
    from .shops import Taken

FULL = os.environ.get("FAULTS") == "full"
"""True under ``make faults``."""
_lines: list[str] = []


def seed() -> int:
    """Return the seed of this run: FAULTS_SEED where it is given, else another one each time."""
    given = os.environ.get("FAULTS_SEED")
    return int(given) if given else random.SystemRandom().randrange(2**31)


def figures(seed: int, net: Network, taken: Taken) -> dict[str, Any]:
    """Return what each run through a network reports: nothing that a phone called saved may be lost or doubled."""
    marks = taken.marks
    return {
        "seed": seed,
        "events": len(marks),
        "saved": len(net.saved),
        "lost": len(set(net.saved) - set(marks)),
        "doubled": len(marks) - len(set(marks)),
        "longest_stall": f"{longest_stall(net, taken):.1f} s",
        "requests": net.weather.requests,
        "faults": net.weather.faults,
        "by_kind": dict(sorted(net.weather.count.items())),
    }


def longest_stall(net: Network, taken: Taken) -> float:
    """Return the longest time in seconds that an event waited, from "saved" on a phone to its row in the database."""
    waits = (row.received - net.saved[row.mark] for row in taken.events if row.mark in net.saved)
    return max(waits, default=0.0)


def tell(test: str, **figures: object) -> None:
    """Keep a line of the report."""
    said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items())
    _lines.append(f"{time.strftime('%H:%M:%S')} {test}: {said}")


def lines() -> list[str]:
    return _lines
