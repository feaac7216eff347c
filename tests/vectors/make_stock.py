"""Make the cases that hold the fold of stock to the same numbers in Python and on the phone.

Run as ``python tests/vectors/make_stock.py``. One file, ``stock.json``: what was known, what was said since, in an
order of arrival drawn at random, and the level that follows. Times are milliseconds.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from server.stock.fold import REASONS, Level, Move, fold

HERE = Path(__file__).resolve().parent
START = datetime(2026, 11, 21, 9, tzinfo=UTC)
CASES, DEVICES = 240, ("", "01a2-phone", "01a2-tablet", "zz")

Json = dict[str, Any]


def files() -> dict[str, str]:
    """Return the content of each file by name."""
    random = Random(20261121)
    cases = [_case(random, number) for number in range(CASES)]
    return {"stock.json": json.dumps(cases, ensure_ascii=False, separators=(",", ":")) + "\n"}


def _case(random: Random, number: int) -> Json:
    level = Level(random.randrange(9), _moment(random)) if number % 3 == 0 else None
    moves = [_move(random, place) for place in range(random.randrange(1 + number % 12))]
    random.shuffle(moves)
    return {"level": plain(level), "moves": [_plain_move(each) for each in moves], "then": plain(fold(level, moves))}


def _move(random: Random, place: int) -> Move:
    """Return a count or a difference; moments are few, so that many fall together, and clocks go back."""
    device = random.choice(DEVICES)
    seq = 0 if device == "" else 1 + random.randrange(6)
    why = random.choice(REASONS) if device and random.random() < 0.7 else None
    amount = random.randrange(9) if why is None else _difference(random, why)
    return Move(f"id-{random.randrange(20):02}-{place:02}", device, seq, _moment(random), amount, why)


def _difference(random: Random, why: str) -> int:
    size = 1 + random.randrange(3)
    return -size if why == "sold" or (why in ("moved", "correction") and random.random() < 0.5) else size


def _moment(random: Random) -> datetime:
    return START + timedelta(milliseconds=500 * random.randrange(12))


def plain(level: Level | None) -> Json | None:
    """Return a level as the files hold it."""
    if level is None:
        return None
    moved_at = None if level.moved_at is None else milliseconds(level.moved_at)
    numbers = {"counted": level.counted, "counted_at": milliseconds(level.counted_at)}
    return {**numbers, "sold": level.sold, "moved": level.moved, "moved_at": moved_at, "quantity": level.quantity}


def _plain_move(move: Move) -> Json:
    named = {"id": move.id, "device": move.device, "seq": move.seq}
    return {**named, "at": milliseconds(move.at), "amount": move.amount, "why": move.why}


def milliseconds(moment: datetime) -> int:
    """Return a moment as the phone counts it."""
    return round(moment.timestamp() * 1000)


if __name__ == "__main__":
    for name, content in files().items():
        (HERE / name).write_text(content, "utf-8")
