"""A real shop, a real browser in a phone's viewport."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import chromium

from .builds import BROKEN_VERSION, NEXT_VERSION, build
from .serving import ShopServer

PATIENCE_MS = 20_000
"""Playwright's own five seconds are short on a machine that does other work; what waits in vain says so later."""
expect.set_options(timeout=PATIENCE_MS)

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "fr-FR",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def new_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., ShopServer]]:
    """Make shops that begin alike, each on a database file of its own; none is started."""
    first = ShopServer(tmp_path_factory.mktemp("first-shop"))
    first.open()
    made: list[ShopServer] = []

    def make(**how: Any) -> ShopServer:
        shop = ShopServer(tmp_path_factory.mktemp("shop"), **how)
        shop.open_like(first)
        made.append(shop)
        return shop

    yield make
    for shop in made:
        shop.kill()


@pytest.fixture(scope="session")
def open_shop(new_shop: Callable[..., ShopServer]) -> ShopServer:
    return new_shop()


@pytest.fixture
def shop(open_shop: ShopServer) -> ShopServer:
    """Give the shop that all tests share; one that a test has killed is open again."""
    if open_shop.process is None:
        open_shop.start()
    return open_shop


@pytest.fixture
def own_shop(new_shop: Callable[..., ShopServer]) -> Iterator[ShopServer]:
    """Give a shop whose catalogue and accounts no other test sees."""
    shop = new_shop()
    shop.start()
    yield shop
    shop.kill()


@pytest.fixture(scope="session")
def next_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the application again under another version, as the next deployment would."""
    return build(tmp_path_factory.mktemp("next") / "dist", NEXT_VERSION)


@pytest.fixture(scope="session")
def broken_dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a version that throws before it shows anything."""
    return build(tmp_path_factory.mktemp("broken") / "dist", BROKEN_VERSION, broken=True)


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(**PHONE)
    yield context
    context.close()


@pytest.fixture
def other_phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(**PHONE)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    page = phone.new_page()
    failures = script_failures(page)
    yield page
    assert failures == [], "the page's script failed"


def script_failures(page: Page) -> list[str]:
    """Return a list that fills with what a person would only see in the console: errors of the page's own script."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def start_phone(browser: Browser, profile: Path) -> BrowserContext:
    """Start a browser that keeps its storage in a folder: closed and started again, it is the same phone rebooted."""
    return browser.browser_type.launch_persistent_context(
        profile, executable_path=chromium.executable(), args=chromium.FLAGS, **PHONE
    )
