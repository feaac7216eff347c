"""WebKit, where the machine has it: the engine of Safari, driven by the W3C protocol that its own driver speaks."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.serving import free_port

DRIVER = "WebKitWebDriver"
NEEDED = (DRIVER, "Xvfb")
"""Debian: webkit2gtk-driver and xvfb."""
START_SECONDS = 40
SCRIPT_MS = 300_000


def missing() -> list[str]:
    """Return which programs the machine does not have."""
    return [name for name in NEEDED if shutil.which(name) is None]


class WebKitPage:
    """One window of WebKit."""

    def __init__(self, driver: str) -> None:
        self.driver = driver
        self.browser = ""
        binary = next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), reverse=True)), None)
        options = {"binary": str(binary), "args": ["--automation"]} if binary else {}
        answer = self._call(
            "POST", "/session", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        )
        self.session = f"/session/{answer['sessionId']}"
        self.browser = " ".join(str(answer["capabilities"][name]) for name in ("browserName", "browserVersion"))
        self._call("POST", f"{self.session}/timeouts", {"script": SCRIPT_MS})

    def goto(self, url: str) -> None:
        self._call("POST", f"{self.session}/url", {"url": url})

    def evaluate(self, expression: str) -> Any:
        """Return what an expression, or the promise that it gives, comes to."""
        script = (
            "const done = arguments[arguments.length - 1];"
            f"Promise.resolve({expression})"
            ".then((value) => done({value}), (error) => done({error: String(error)}));"
        )
        found = self._call("POST", f"{self.session}/execute/async", {"script": script, "args": []})
        assert "error" not in found, found["error"]
        return found.get("value")

    def quit(self) -> None:
        self._call("DELETE", self.session)

    def _call(self, method: str, path: str, body: object | None = None) -> Any:
        request = urllib.request.Request(f"{self.driver}{path}", method=method)
        if body is not None:
            request.data = json.dumps(body).encode()
        with urllib.request.urlopen(request, timeout=SCRIPT_MS / 1000 + 60) as answer:
            return json.load(answer)["value"]


@contextmanager
def opened(folder: Path) -> Iterator[WebKitPage]:
    """Open WebKit on a screen that nobody sees, with a home of its own."""
    port = free_port()
    display = f":{1000 + port % 30_000}"
    environment = {**os.environ, "DISPLAY": display, "HOME": str(folder), "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    processes = [
        subprocess.Popen(["Xvfb", display, "-screen", "0", "800x600x24"], **quiet),
        subprocess.Popen([DRIVER, f"--port={port}"], env=environment, **quiet),
    ]
    try:
        yield _first_page(f"http://127.0.0.1:{port}")
    finally:
        for process in processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)


def _first_page(driver: str) -> WebKitPage:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return WebKitPage(driver)
        except OSError:
            assert time.monotonic() < deadline, "WebKit does not start"
            time.sleep(0.3)
