"""Run a keeper: ``python -m server.jobs`` beside the web workers, as the line ``worker`` of the Procfile does.

``--beside-web`` is how a web worker starts its own: politely, until nothing comes for a while or the web worker ends.
"""

from __future__ import annotations

import os
import sys

from server import create_app
from server.settings import from_environment

from .apart import Limits
from .keeper import Keeper

IDLE_SECONDS = 120.0
POLITE = 10
"""How far it stands back for the web workers, as ``nice`` counts."""


def main() -> None:
    """Keep until the end."""
    beside = sys.argv[1:] == ["--beside-web"]
    settings = from_environment()
    keeper = Keeper(create_app(settings), Limits(settings.job_seconds, settings.job_megabytes))
    if beside:
        os.nice(POLITE)
        keeper.idle_seconds, keeper.parent = IDLE_SECONDS, sys.stdin.fileno()
    keeper.run()


if __name__ == "__main__":
    main()
