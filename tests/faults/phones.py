"""A phone with the application's storage and sender in a real browser, without a screen. It can die at any moment."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as BrowserError


class Phone:
    """One device of one seller."""

    def __init__(self, context: BrowserContext, url: str, name: str) -> None:
        self.context = context
        self.url = url
        self.name = name
        self.session: dict[str, Any] = {}
        self.used = 0
        """Marks up to this one may have been used."""
        self.kills = 0
        self.page: Page | None = None
        self.dead = False

    def enrol(self) -> None:
        """Enter the demonstration and open the page."""
        answer = self.context.request.post(
            f"{self.url}/api/v1/demonstration/entries", data={"role": "seller"}, headers={"Origin": self.url}
        )
        assert answer.ok, answer.text()
        self.session = answer.json()
        self.open()

    def open(self) -> Page:
        """Open the page and let it find what its storage holds."""
        self.page = page = self.context.new_page()
        self.dead = False
        page.on("crash", self._died)
        page.goto(f"{self.url}/faults/phone.html")
        page.wait_for_function("window.phone !== undefined")
        page.evaluate("session => phone.start(session)", self.session)
        return page

    def _died(self, _page: Page) -> None:
        self.dead = True

    @property
    def here(self) -> Page:
        assert self.page is not None
        return self.page

    def work(self, count: int, pause_ms: float = 0) -> None:
        """Begin to record; does not wait."""
        start, self.used = self.used, self.used + count
        words = [self.name, start, self.used, pause_ms]
        self.here.evaluate("words => { window.work = phone.work(...words); window.work.catch(() => {}); }", words)

    def finish(self) -> None:
        self.here.evaluate("window.work")

    def stop(self) -> None:
        """End the work after the note that is being written."""
        self.here.evaluate("() => { phone.enough = true; return window.work.then(phone.tellRest); }")

    def recorded(self) -> int:
        """Return the number of notes that this page has made."""
        return int(self.here.evaluate("phone.notes"))

    def waiting(self) -> int:
        return int(self.here.evaluate("phone.waiting()"))

    def aside(self) -> list[str]:
        found: list[str] = self.here.evaluate("phone.aside()")
        return found

    def device(self) -> dict[str, Any]:
        """Return the device's id and the last number that it gave out."""
        found: dict[str, Any] = self.here.evaluate("phone.device()")
        return found

    def forget(self, id_: str) -> None:
        """Lose an event that waits, past the application."""
        self.here.evaluate("id => phone.forget(id)", id_)

    def wipe(self) -> None:
        """Lose the whole storage, as a browser that needs the room takes it; the cookie stays."""
        session = self.context.new_cdp_session(self.here)
        session.send("Storage.clearDataForOrigin", {"origin": self.url, "storageTypes": "indexeddb,local_storage"})
        self.close()

    def close(self) -> None:
        """End the page without a goodbye."""
        with suppress(BrowserError):
            self.here.close()

    def come_back(self) -> None:
        """Open the page again after its death: what it knows is what its storage kept."""
        self.kills += 1
        self.close()
        self.open()

    def drains(self, seconds: float) -> float:
        """Wait, without a touch, until nothing waits; return after how many seconds."""
        begun = time.monotonic()
        while time.monotonic() < begun + seconds:
            if self.waiting() == 0:
                return time.monotonic() - begun
            time.sleep(0.2)
        raise AssertionError(f"{self.waiting()} events still wait after {seconds} s of silence")


def kill_pages(browser: Browser, phones: list[Phone], chance: random.Random) -> list[Phone]:
    """Kill -9 the process of a page drawn at random and open it again; return the phones that it was."""
    session = browser.new_browser_cdp_session()
    running = session.send("SystemInfo.getProcessInfo")["processInfo"]
    victim = chance.choice([process["id"] for process in running if process["type"] == "renderer"])
    os.kill(victim, signal.SIGKILL)
    deadline = time.monotonic() + 2
    while time.monotonic() < deadline and not any(phone.dead for phone in phones):
        session.send("SystemInfo.getProcessInfo")  # lets the news of the death arrive
    session.detach()
    dead = [phone for phone in phones if phone.dead]
    for phone in dead:
        phone.come_back()
    return dead
