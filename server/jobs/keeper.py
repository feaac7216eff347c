"""Takes one import after the other, each in a forked process; shows signs of life for it, and ends it when it must.

It keeps the knowledge of the program in memory, so that the next import begins at once. It has one thread: only such a
process can fork safely.
"""

from __future__ import annotations

import os
import select
import signal
import time
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
import structlog
from flask import Flask

from server import knowledge
from server.database import db
from server.imports import queue, work
from server.imports.queue import Turn
from server.prices import due as price_changes

from . import apart
from .apart import Limits

log = structlog.get_logger("cordee.jobs")
LOOK_EVERY_SECONDS = 0.25
BEAT_EVERY_SECONDS = 1.0
PIPE_BYTES = 64 * 1024


@dataclass
class Keeper:
    """``idle_seconds``: after which time without work it ends; ``parent``: a pipe that closes when its parent ends."""

    app: Flask
    limits: Limits
    idle_seconds: float | None = None
    parent: int | None = None
    stopping: bool = False

    def stop(self, *_: object) -> None:
        """End soon, and leave what is being worked on to the next keeper."""
        self.stopping = True

    def run(self) -> None:
        """Work until stopped, orphaned or idle for long."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        quiet = time.monotonic()
        while not self.stopping and not self.is_orphan():
            if self.look():
                quiet = time.monotonic()
            elif self.idle_seconds is not None and time.monotonic() - quiet > self.idle_seconds:
                return
            else:
                time.sleep(LOOK_EVERY_SECONDS)

    def look(self) -> bool:
        """Take one import that waits and see it to its end. False where none waits, or the database is away.

        Changes of prices whose hour has come go first: they only wait for their dry runs, which are imports.
        """
        try:
            with self.app.app_context():
                price_changes.publish_due(leave=True)
                turn = queue.claim()
            if turn is None:
                return False
            self._warm()
            self._see_to(turn)
        except sa.exc.DBAPIError as error:
            log.warning("database-unavailable", reason=str(error.orig))
            time.sleep(BEAT_EVERY_SECONDS)
            return False
        return True

    @staticmethod
    def _warm() -> None:
        """Read once, for every later import, what none of them changes."""
        knowledge.told_of_pieces({})

    def _see_to(self, turn: Turn) -> None:
        with self.app.app_context():
            db.session.remove()
            db.engine.dispose()  # no connection is open while the process is doubled
        pid, pipe = apart.fork(lambda: self._carry_out(turn), self.limits)
        watch = _Watch(self, turn, pid, pipe)
        try:
            watch.until_ended()
        finally:
            watch.leave()

    def _carry_out(self, turn: Turn) -> None:
        with self.app.app_context():
            work.carry_out(turn)

    def is_orphan(self) -> bool:
        if self.parent is None:
            return False
        ready, _, _ = select.select([self.parent], [], [], 0)
        return bool(ready) and os.read(self.parent, 1) == b""


@dataclass
class _Watch:
    """The keeper's eye on one process."""

    keeper: Keeper
    turn: Turn
    pid: int
    pipe: int
    ended: bool = False
    heard: bytes = b""
    progress: dict[str, Any] | None = None

    def until_ended(self) -> None:
        """Show signs of life until the process ends, or end it: out of time, cancelled, or the keeper must go."""
        started = beaten = time.monotonic()
        while (status := self._ended()) is None:
            self._listen()
            moment = time.monotonic()
            if self.keeper.stopping or self.keeper.is_orphan():
                self._kill()
                self._say(queue.release)
                return
            if moment - started > self.keeper.limits.seconds:
                self._kill()
                self._say(lambda turn: queue.fail(turn, "import-slow"))
                return
            if moment - beaten >= BEAT_EVERY_SECONDS:
                beaten = moment
                if not self._beat():
                    self._kill()
                    return
        self._conclude(status)

    def _conclude(self, status: int) -> None:
        code = os.waitstatus_to_exitcode(status)
        if code == apart.OUT_OF_MEMORY:
            self._say(lambda turn: queue.fail(turn, "import-memory"))
        elif code == -signal.SIGXCPU:
            self._say(lambda turn: queue.fail(turn, "import-slow"))
        elif code != apart.DONE:
            log.error("job-died", import_id=self.turn.import_id, code=code)
            self._say(queue.release)

    def _beat(self) -> bool:
        """Show that the work goes on. A database that is away or busy is no reason to end it: the next may be heard."""
        try:
            return self._say(lambda turn: queue.beat(turn, self.progress))
        except sa.exc.DBAPIError as error:
            log.warning("sign-of-life-unheard", import_id=self.turn.import_id, reason=str(error.orig))
            return True

    def leave(self) -> None:
        """Leave nothing behind: no process, no pipe."""
        if not self.ended:
            self._kill()
        os.close(self.pipe)

    def _say(self, word: Any) -> bool:
        with self.keeper.app.app_context():
            return bool(word(self.turn))

    def _listen(self) -> None:
        ready, _, _ = select.select([self.pipe], [], [], LOOK_EVERY_SECONDS)
        if not ready:
            return
        read = os.read(self.pipe, PIPE_BYTES)
        if not read:  # it has closed its end and is about to be gone
            time.sleep(0.01)
            return
        *lines, self.heard = (self.heard + read).split(b"\n")
        if lines:
            self.progress = orjson.loads(lines[-1])

    def _ended(self) -> int | None:
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        self.ended = bool(pid)
        return status if pid else None

    def _kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.ended = True
