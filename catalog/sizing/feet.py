"""Room for the toes: by use, by socks, and whether a chart gives the foot or the inside of the shoe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .request import Request
from .rules import Rule
from .tables import tables

FOOT = "foot_length_mm"
TOES = ("toe_room", "toe_snug")


@dataclass(frozen=True, slots=True)
class Room:
    """Millimetres looked up on top of the foot, and the sentences about it with their words."""

    extra_mm: int
    said: tuple[tuple[str, dict[str, str]], ...]


def room_for(asked: Request, kind: str, rule: Rule, *, kids: bool) -> Room:
    """Return the room for one pair; none for what is no shoe."""
    if kind not in ("footwear", "climbing"):
        return Room(0, ())
    table: dict[str, Any] = tables()["conversions"]
    use = "kids" if kids else table["toe_room"]["names"].get(asked.garment, "")
    room = table["toe_room"]["kinds"].get(use)
    extra = 0
    said: list[tuple[str, dict[str, str]]] = []
    if asked.layering == "thick":
        extra += table["thick_socks"]["mm"]
        said.append(("socks", {"room": str(table["thick_socks"]["mm"])}))
    if rule.inside:
        least = (room or table["toe_room"]["kinds"]["light"])["least_mm"]
        extra += least
        said.append(("inside", {"room": str(least)}))
    if room:
        said.append(("toe_room", {"room": room["shown"]}) if room["shown"] else ("toe_snug", {}))
    return Room(extra, tuple(said))
