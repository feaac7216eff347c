"""Hand a picture to the encoder, a program of its own, and take back what it made."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import structlog

from server.errors import Invalid, Unavailable

from .kinds import kind_of

log = structlog.get_logger("cordee.photos")
PROGRAM = Path(__file__).with_name("encoder.py")
SECONDS = 60
"""The wall's clock; the encoder itself is also bound by the processor's."""
WAIT_SECONDS = 45
_turn = threading.Semaphore(1)
"""One picture at a time in each worker: each may need hundreds of megabytes."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A photo as it is kept: files by ending and width; ``("master", 0)`` is what ``photo`` is the SHA-256 of."""

    photo: str
    width: int
    height: int
    focus: tuple[int, int]
    files: dict[tuple[str, int], bytes]


def encode(data: bytes) -> Encoded:
    """Return what the encoder makes of a picture. Raises ``Invalid`` with a sentence, ``Unavailable`` when too busy."""
    if kind_of(data) is None:
        raise refused("photo-kind")
    if not _turn.acquire(timeout=WAIT_SECONDS):
        raise Unavailable
    try:
        # -I: neither the environment nor the present folder can put another module under it.
        done = subprocess.run(  # noqa: S603  our own program, no shell, no argument from outside
            [sys.executable, "-I", str(PROGRAM)], input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise refused("photo-unreadable") from None
    finally:
        _turn.release()
    if done.returncode:
        log.warning("photo-encoder-ended", code=done.returncode, bytes=len(data))
        raise refused("photo-unreadable")
    return _unpacked(done.stdout)


def refused(code: str) -> Invalid:
    """Return the refusal of a picture, its sentence at the field that holds it."""
    return Invalid([("file", code)], code)


def _unpacked(answer: bytes) -> Encoded:
    head, _, rest = answer.partition(b"\n")
    about: dict[str, Any] = orjson.loads(head)
    if "refused" in about:
        raise refused(about["refused"])
    files, at = {}, 0
    for ending, width, length in about["files"]:
        files[ending, width] = rest[at : at + length]
        at += length
    x, y = about["focus"]
    return Encoded(about["photo"], about["width"], about["height"], (x, y), files)
