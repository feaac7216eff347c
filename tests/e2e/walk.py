"""Every page of the application, one after the other, as its own table names them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request, expect

from .serving import ROOT

TABLE = ROOT / "pwa" / "src" / "pages.ts"
LEAST_LETTERS = 30
FAILED = re.compile("n’a pas pu s’ouvrir|n’existe pas")


def routes(values: dict[str, str]) -> list[str]:
    """Return the address of each page, its ``:names`` replaced by values; ``KeyError`` for a name without one."""
    patterns = re.findall(r'\{ pattern: "([^"]+)"', TABLE.read_text("utf-8"))
    assert len(patterns) > len(values)
    return [re.sub(r":(\w+)", lambda name: values[name[1]], pattern) for pattern in patterns]


@dataclass
class Walk:
    """Somebody who opens pages where there is no server, and notes what a person would call broken."""

    page: Page
    address: str
    broken: list[str] = field(default_factory=list)
    at: str = ""

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.note(str(error)))
        self.page.on("console", self._said)
        self.page.on("requestfailed", self._failed)

    def note(self, what: str) -> None:
        self.broken.append(f"{self.at}: {what}")

    def _said(self, message: ConsoleMessage) -> None:
        # The browser's own line about a request: those that matter are noted by _failed.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.note(message.text)

    def _failed(self, request: Request) -> None:
        aborted = "ERR_ABORTED" in (request.failure or "")
        if "/api/" not in request.url and not aborted:
            self.note(f"{request.url} {request.failure}")

    def start_at(self, route: str) -> None:
        """Start the application anew at a page, and hold it to showing something finished."""
        self.at = route
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}/app/#{route}")
        try:
            expect(self.page.get_by_role("heading", level=1).first).to_be_attached()
            expect(self.page.locator("[aria-busy=true]")).to_have_count(0)
        except AssertionError as unfinished:
            self.note(str(unfinished).splitlines()[0])
        said = self.page.locator("body").inner_text()
        if FAILED.search(said) or len(self.page.get_by_role("main").inner_text()) < LEAST_LETTERS:
            self.note(f"shows {said!r}")
