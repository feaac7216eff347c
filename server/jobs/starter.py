"""A thread of each web worker that starts a keeper when something waits, and again when the keeper has died."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import timedelta

import sqlalchemy as sa
import structlog
from flask import Flask

from server.imports import queue
from server.prices import due as price_changes
from server.settings import ROOT

log = structlog.get_logger("cordee.jobs")
LOOK_EVERY_SECONDS = 5.0
LEFT_ALONE = timedelta(seconds=5)
"""What waits that long has no keeper: its own web worker, or its machine, is gone."""


class Starter:
    """Starts a keeper as a child process: it ends when this process ends, or when nothing has come for a while."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._wake = threading.Event()
        self._keeper: subprocess.Popen[bytes] | None = None
        self._nudged = False

    def start(self) -> None:
        """Begin to look after what waits."""
        threading.Thread(target=self._look_after, name="cordee-jobs", daemon=True).start()

    def nudge(self) -> None:
        """Say that something waits."""
        self._nudged = True
        self._wake.set()

    def _look_after(self) -> None:
        while True:
            self._wake.wait(LOOK_EVERY_SECONDS)
            self._wake.clear()
            try:
                nudged = self._was_nudged()
                if not self._runs() and (nudged or self._something_waits()):
                    self._begin()
            except (sa.exc.SQLAlchemyError, OSError) as error:
                log.warning("keeper-not-started", reason=str(error))

    def _was_nudged(self) -> bool:
        nudged, self._nudged = self._nudged, False
        return nudged

    def _something_waits(self) -> bool:
        with self._app.app_context():
            return queue.is_waiting(LEFT_ALONE) or price_changes.is_due()

    def _runs(self) -> bool:
        return self._keeper is not None and self._keeper.poll() is None

    def _begin(self) -> None:
        self._keeper = subprocess.Popen(
            [sys.executable, "-m", "server.jobs", "--beside-web"], cwd=ROOT, stdin=subprocess.PIPE
        )
        log.info("keeper-started", pid=self._keeper.pid)


class Elsewhere:
    """A keeper of its own looks after what waits: nothing is to be started here."""

    def nudge(self) -> None:
        """Say nothing: the keeper looks by itself."""
