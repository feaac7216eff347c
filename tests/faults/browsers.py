"""A whole Chromium of its own on a profile that outlives it: killed with −9, and started again on what it left."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, Playwright

from tests import chromium

START_SECONDS = 40
ALONE = [
    *chromium.FLAGS,
    "--headless=new",
    "--no-sandbox",
    "--password-store=basic",
    "--disable-background-timer-throttling",
    "--remote-debugging-port=0",
]


class KillableBrowser:
    """Chromium in a process group of its own. Playwright only speaks to it, so that it never waits for its end."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        self.playwright = playwright
        self.profile = profile
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> BrowserContext:
        """Start on the profile and return its one context."""
        # The file of the browser before would name a door that nobody opens any more.
        port_file = self.profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [chromium.executable(), *ALONE, f"--user-data-dir={self.profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        browser = self.playwright.chromium.connect_over_cdp(self._door(port_file))
        return browser.contexts[0]

    def _door(self, port_file: Path) -> str:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                address = f"http://127.0.0.1:{int(port_file.read_text().splitlines()[0])}"
                with urlopen(f"{address}/json/version", timeout=2):
                    return address
            except (FileNotFoundError, IndexError, ValueError, URLError, TimeoutError, ConnectionError):
                time.sleep(0.05)
        raise AssertionError("Chromium does not start on its profile")

    def quit(self, context: BrowserContext) -> None:
        """Let it end in order, its cookies written down: Chromium keeps new ones in memory for half a minute."""
        assert context.browser is not None
        context.browser.new_browser_cdp_session().send("Browser.close")
        assert self.process is not None
        self.process.wait(timeout=START_SECONDS)
        self.process = None

    def kill(self) -> None:
        """Kill -9 every process of it."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(timeout=10)
            self.process = None
