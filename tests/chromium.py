"""Where Chromium is, and how it is started for tests."""

from __future__ import annotations

import shutil

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def executable() -> str:
    """Return the path of the browser; raise ``RuntimeError`` with what to do where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise RuntimeError("there is no Chromium on this machine: run scripts/browser")
