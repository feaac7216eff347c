"""Long work beside the web workers: a keeper takes one import after the other, each in a process of its own.

    web worker ── nudge ──▶ keeper (server/jobs/keeper.py) ── fork ──▶ one import (server/jobs/apart.py)
         │                    signs of life, cancel, time            limits of memory and processor
         └──────────── the row in the database says whose turn it is ──────────┘

Without a keeper (a command, a test) the work is done where it is asked for: such a process is one of its own already.
"""

from __future__ import annotations

from typing import Protocol

from flask import Flask, current_app

_NAME = "cordee-jobs"


class Keepers(Protocol):
    """Whoever sees to it that queued work is taken up."""

    def nudge(self) -> None:
        """Say that something waits."""


def attach(app: Flask, keepers: Keepers) -> None:
    """Let an application leave its long work to keepers."""
    app.extensions[_NAME] = keepers


def runs_apart() -> bool:
    """Tell whether long work is done beside this process."""
    return _NAME in current_app.extensions


def nudge() -> None:
    """Say that something waits, where somebody beside this process takes it up."""
    if runs_apart():
        keepers: Keepers = current_app.extensions[_NAME]
        keepers.nudge()
