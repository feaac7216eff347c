"""What a seller does with the thumb, in the words that stand on the screen."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLate

PATIENCE_MS = 3_000


def open_panel(panel: Locator, offer: Locator) -> None:
    """Tap the chip of a question; where the finder asks it at the same moment, the chip goes and the panel is there."""
    try:
        offer.first.click(timeout=PATIENCE_MS)
    except TooLate:
        expect(panel).to_be_visible()


class Seller:
    """Somebody with a phone in the hand."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def enrol(self, invitation: str, name: str = "Camille") -> None:
        self.page.goto(invitation)
        self.page.get_by_role("textbox", name="Votre prénom").fill(name)
        self.tap("Relier ce téléphone")
        expect(self.page.get_by_role("heading", name="Le besoin")).to_be_visible()

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
        """Raise the sheet and return its rows."""
        self.tap("Voir la liste", exact=False)
        rows = self.page.get_by_role("article")
        expect(rows.first).to_be_visible()
        return rows

    def wait_until_kept(self) -> None:
        """Wait until the worker holds the page and the catalogue is on the phone."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        self.page.wait_for_function("navigator.serviceWorker.controller !== null")
