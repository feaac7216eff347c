"""The process of one import: forked from the keeper, limited, never to return into the keeper's code."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass

import orjson
import structlog

from catalog import progress

log = structlog.get_logger("cordee.jobs")
DONE, CRASHED, OUT_OF_MEMORY = 0, 1, 3
TELL_EVERY_SECONDS = 0.2
MEGABYTE = 1024 * 1024
_GRACE_SECONDS = 5
"""Between the signal that may still be logged and the one that may not."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one import may use: seconds by the clock and by the processor, megabytes of private memory."""

    seconds: int
    megabytes: int


def fork(work: Callable[[], object], limits: Limits) -> tuple[int, int]:
    """Start work in a process of its own. Return its id and the file descriptor that its progress is read from.

    The caller has a single thread and no open connection to the database.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        os.set_blocking(reading, False)
        return pid, reading
    os.close(reading)
    code = CRASHED
    try:
        _limit(limits)
        code = _done(work, _Teller(writing))
    finally:
        os._exit(code)
    raise AssertionError  # nothing comes after the exit


def _limit(limits: Limits) -> None:
    """Bound memory and processor time. ``RLIMIT_DATA`` counts what is private, not the libraries mapped by all."""
    memory = limits.megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + _GRACE_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _done(work: Callable[[], object], teller: _Teller) -> int:
    try:
        with progress.heard_by(teller.tell):
            work()
    except MemoryError:
        return OUT_OF_MEMORY
    except BrokenPipeError:  # the keeper is gone: so is the turn
        return CRASHED
    except Exception:
        log.exception("job-crashed")
        return CRASHED
    return DONE


class _Teller:
    """Writes progress to the keeper, a line at a time, not oftener than anybody looks."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._stage = ""
        self._next = 0.0

    def tell(self, stage: str, done: int, total: int) -> None:
        moment = time.monotonic()
        if stage == self._stage and moment < self._next:
            return
        self._stage, self._next = stage, moment + TELL_EVERY_SECONDS
        os.write(self._pipe, orjson.dumps({"stage": stage, "done": done, "total": total}) + b"\n")
