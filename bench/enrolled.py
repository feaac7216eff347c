"""A demonstration shop and a phone that a seller has been let in on, for what is measured in the whole application."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests import chromium
from tests.e2e.conftest import PHONE
from tests.e2e.seller import Seller
from tests.e2e.serving import ShopServer, free_port

THROTTLE = 4
PATIENCE_MS = 60_000


@dataclass
class Enrolled:
    """A phone with everything on it; ``port`` is where other tools reach its browser."""

    shop: ShopServer
    context: BrowserContext
    port: int
    launch: Callable[[], BrowserContext]
    pages: list[Page] = field(default_factory=list)

    def restart(self) -> None:
        """Close the browser and open it again with all that it keeps; no page before has left a trace in its memory."""
        self.context.close()
        self.context = self.launch()

    def open(self, route: str, *, throttle: int = 1) -> Page:
        """Open the application in a new window, its processor slowed down."""
        page = self.context.new_page()
        self.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        page.goto(f"{self.shop.url}/app/#{route}")
        expect(page.get_by_role("heading", level=1).first).to_be_attached()
        return page


@contextmanager
def enrolled() -> Iterator[Enrolled]:
    """Open the shop, let a seller in, and wait until the phone needs nobody any more."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder, port = Path(name), free_port()
        shop = ShopServer(folder)
        shop.open()
        shop.start()

        def launch() -> BrowserContext:
            context = playwright.chromium.launch_persistent_context(
                folder / "profile",
                executable_path=chromium.executable(),
                args=[*chromium.FLAGS, f"--remote-debugging-port={port}"],
                **PHONE,
            )
            context.set_default_timeout(PATIENCE_MS)
            return context

        expect.set_options(timeout=PATIENCE_MS)
        phone = Enrolled(shop, launch(), port, launch)
        try:
            let_in(shop, phone.context)
            yield phone
        finally:
            phone.context.close()
            shop.kill()


def let_in(shop: ShopServer, context: BrowserContext) -> None:
    assert context.request.post(f"{shop.url}/api/v1/demonstration/entries", data={"role": "seller"}).ok
    page = context.new_page()
    page.goto(f"{shop.url}/app/#/advice")
    expect(page.get_by_role("button", name="Randonnée", exact=True)).to_be_visible()
    Seller(page).wait_until_kept()
    page.close()
