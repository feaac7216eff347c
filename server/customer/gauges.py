"""A gauge as customers read it: ticks, words, and the mark of an estimate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .words import Words

TICKS = 5
TONES = {"warm": "warm", "dry": "dry"}


def gauge(name: str, held: Mapping[str, Any] | None, document: Mapping[str, Any], speak: Words) -> dict[str, Any]:
    """Return a gauge of a piece; ``held`` is its level with its provenance, None where nobody knows it."""
    described = next(each for each in document["gauges"] if each["id"] == name)
    level = held["level"] if held else None
    known = level is not None
    return {
        "label": speak.plain(described["label"]),
        "tone": TONES.get(name, "plain"),
        "known": known,
        "estimate": bool(held and held["provenance"] == "estimate"),
        "ticks": [level is not None and at < level for at in range(TICKS)],
        "words": speak.plain(described["words"][level]) if known else speak.say("unknown"),
        "level": speak.say("level", level=level) if known else "",
    }
