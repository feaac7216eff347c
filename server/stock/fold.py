"""What a shop has of one variant: the fold of all that was said of it. Pure; its twin is ``pwa/src/stock/fold.ts``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

SOLD, RECEIVED = "sold", "received"
REASONS = (SOLD, RECEIVED, "returned", "moved", "correction")
"""Why a number changed without anybody counting."""


@dataclass(frozen=True, slots=True)
class Move:
    """One thing said of a variant: a count (``why`` None) or a difference.

    ``seq`` is the place in the device's own order; 0 where a file said it, which has none.
    """

    id: str
    device: str
    seq: int
    at: datetime
    amount: int
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """The last count with its moment, and what became of it since: ``sold`` left, ``moved`` is all else, up or down."""

    counted: int
    counted_at: datetime
    sold: int = 0
    moved: int = 0
    moved_at: datetime | None = None

    @property
    def quantity(self) -> int:
        """Pieces that should be here. More sold than counted is a wrong count, not a debt of the shelf."""
        return max(0, self.counted - self.sold + self.moved)


def fold(level: Level | None, moves: Iterable[Move]) -> Level | None:
    """Return what is known after the moves, whatever the order they come in; None while nobody counted.

    A count takes the place of all before it; a difference counts where it happened at or after the count.
    """
    for move in ordered(list(moves)):
        level = _after(level, move)
    return level


def ordered(moves: Sequence[Move]) -> list[Move]:
    """Return the moves as they happened, the same for any order of arrival.

    By time, and within a device by its own numbers: a clock set back lets no later deed fall before an earlier one.
    """
    latest: dict[str, datetime] = {}
    placed: list[tuple[datetime, str, int, str, Move]] = []
    for move in sorted(moves, key=lambda each: (each.device, each.seq, each.id)):
        at = move.at
        if move.seq > 0:
            at = latest[move.device] = max(at, latest.get(move.device, at))
        placed.append((at, move.device, move.seq, move.id, replace(move, at=at)))
    return [each[-1] for each in sorted(placed, key=lambda each: each[:-1])]


def _after(level: Level | None, move: Move) -> Level | None:
    if move.why is None:
        return Level(move.amount, move.at) if level is None or move.at >= level.counted_at else level
    if level is None or move.at < level.counted_at:
        return level
    moved_at = max(move.at, level.moved_at or move.at)
    if move.why == SOLD:
        return replace(level, sold=level.sold - move.amount, moved_at=moved_at)
    return replace(level, moved=level.moved + move.amount, moved_at=moved_at)
