"""A real shop, a real browser in a phone's viewport."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .serving import ROOT, ShopServer

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
def dist() -> Path:
    built = ROOT / "pwa" / "dist" / "index.html"
    assert built.exists(), "the phone's application is not built: run make build"
    return built.parent


@pytest.fixture(scope="session")
def open_shop(tmp_path_factory: pytest.TempPathFactory, dist: Path) -> Iterator[ShopServer]:
    server = ShopServer(tmp_path_factory.mktemp("shop"))
    server.open()
    yield server
    server.kill()


@pytest.fixture
def shop(open_shop: ShopServer) -> ShopServer:
    if open_shop.process is None:
        open_shop.start()
    return open_shop


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(**PHONE)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    return watched(phone.new_page())


def watched(page: Page) -> Page:
    """Fail on what a person would only see in the console: errors of the page's own script."""
    page.on("pageerror", lambda error: pytest.fail(f"the page's script failed: {error}"))
    return page
