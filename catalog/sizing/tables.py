"""The tables behind size advice: garments, words, conversions, sentences. The phone carries the same as JSON."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[1] / "data" / "sizing"
PARTS = ("garments", "words", "conversions", "messages")


@cache
def tables() -> dict[str, Any]:
    """Return the four tables by name, read once."""
    return {part: yaml.safe_load((DATA / f"{part}.yaml").read_text("utf-8")) for part in PARTS}


def as_json() -> str:
    """Return the tables as the phone's copy holds them: one line of JSON, keys in file order."""
    return json.dumps(tables(), ensure_ascii=False, separators=(",", ":")) + "\n"
