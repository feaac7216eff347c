"""Drawings for the steps of care: our own, beside the words. The sewn-in label keeps its own signs."""

from __future__ import annotations

from collections.abc import Iterable

PATHS = {
    "wash": "M3 8l2 12h14l2-12M3 8c2 2 4 2 6 0s4-2 6 0 4 2 6 0",
    "dry": "M5 4h14v16H5zM12 8v7M9 12l3 3 3-3",
    "never": "M12 3a9 9 0 100 18 9 9 0 000-18M6 6l12 12",
    "often": "M5 5h14v15H5zM5 9h14M9 3v4M15 3v4",
    "before": "M8 3v18M16 3v18M8 7h8M8 12h8M8 17h8",
    "iron": "M3 18h18l-2-8H9c-3 0-5 3-6 8zM9 10l1-4h7",
    "professional": "M12 3a9 9 0 100 18 9 9 0 000-18M9.5 16v-8h3a2.5 2.5 0 010 5h-3",
    "proof": "M12 3c4 5 6 7.5 6 11a6 6 0 01-12 0c0-3.5 2-6 6-11",
    "repair": "M4 20L20 4M7 17l3 3M4 14l3 3M14 4l6 6M12 6l6 6",
    "store": "M12 9V7a2 2 0 112-2M12 9l9 7H3zM3 16h18",
}


def icon_of(kind: str) -> str:
    """Return the id of the drawing of a kind of care, "" where there is none."""
    return f"i-{kind}" if kind in PATHS else ""


def drawings(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return id and path of each drawing once."""
    return [(name, PATHS[name.removeprefix("i-")]) for name in dict.fromkeys(names) if name]
