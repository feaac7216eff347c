"""What a seller does with the thumb, in the words that stand on the screen."""

from __future__ import annotations

import time

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLate

PATIENCE_MS = 3_000
POLL_MS, UNTIL_SECONDS = 50, 20


def open_panel(panel: Locator, offer: Locator) -> None:
    """Tap the chip of a question; where the finder asks it at the same moment, the chip goes and the panel is there."""
    try:
        offer.first.click(timeout=PATIENCE_MS)
    except TooLate:
        expect(panel).to_be_visible()


def until(page: Page, expression: str) -> None:
    """Wait until a script's expression, or the promise that it gives, is true.

    Playwright's own ``wait_for_function`` takes the promise itself for true, and needs an ``eval`` that pages forbid.
    """
    deadline = time.monotonic() + UNTIL_SECONDS
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, f"still not true: {expression}"
        page.wait_for_timeout(POLL_MS)


ROWS_STAND = """
() => new Promise((resolve) => {
  let last = -1, same = 0;
  const look = () => {
    const rows = document.querySelectorAll("article").length;
    same = rows === last ? same + 1 : 0;
    last = rows;
    if (same < 6) requestAnimationFrame(look); else resolve();
  };
  look();
})
"""


class Seller:
    """Somebody with a phone in the hand."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def enrol(self, invitation: str, name: str = "Camille") -> None:
        self.page.goto(invitation)
        self.page.get_by_role("textbox", name="Votre prénom").fill(name)
        self.tap("Relier ce téléphone")
        self.begin()

    def begin(self) -> None:
        """Go from the home page to the first question."""
        self.page.get_by_role("link", name="Nouveau client").click()
        self.taps += 1
        expect(self.page.get_by_role("heading", name="Le besoin")).to_be_visible()

    def go_home(self) -> None:
        self.page.get_by_role("navigation").get_by_role("link", name="Accueil").click()
        expect(self.page.get_by_role("link", name="Nouveau client")).to_be_visible()

    def tap(self, name: str, *, exact: bool = True) -> None:
        self.page.get_by_role("button", name=name, exact=exact).first.click()
        self.taps += 1

    def ask(self, chip: str, question: str) -> None:
        """Bring a question up; the finder may already have chosen it as the next one, or be about to."""
        panel = self.page.get_by_role("region", name=question)
        offer = self.page.get_by_role("button", name=chip, exact=True)
        expect(panel.or_(offer).first).to_be_visible()
        if not panel.is_visible():
            open_panel(panel, offer)
            self.taps += 1
        expect(panel).to_be_visible()

    def slide(self, name: str, value: int) -> None:
        self.page.get_by_role("slider", name=name).fill(str(value))
        self.taps += 1

    def open_list(self) -> Locator:
        """Raise the sheet and return its rows, once all of the first screens are drawn: they come a few a frame."""
        self.tap("Voir la liste", exact=False)
        rows = self.page.get_by_role("article")
        expect(rows.first).to_be_visible()
        self.page.evaluate(ROWS_STAND)
        return rows

    def wait_until_kept(self) -> None:
        """Wait until the worker holds the page and the catalogue is on the phone."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        until(self.page, "navigator.serviceWorker.controller !== null")
