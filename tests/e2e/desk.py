"""The desk as a merchandiser opens it: on a laptop, in French, by keyboard."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page, expect

from .serving import ShopServer

LAPTOP = {"width": 1280, "height": 800}
LONG_MS = 60_000
"""A dry run asks hundreds of sample customers, on a machine that may be busy."""


def laptop(browser: Browser, shop: ShopServer, role: str = "merchandiser") -> BrowserContext:
    """Open a laptop that somebody with this role has entered the shop with; the caller closes it."""
    context = browser.new_context(viewport=LAPTOP, locale="fr-FR", reduced_motion="reduce")  # type: ignore[arg-type]
    entered = context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": role})
    assert entered.ok
    return context


def go_to(page: Page, letter: str, heading: str) -> None:
    """Go to a room by its letter, from wherever the keyboard is."""
    page.locator("main").focus()
    page.keyboard.press("g")
    page.keyboard.press(letter)
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
