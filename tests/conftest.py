"""What every storey of tests shares: one real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from . import chromium

settings.register_profile("repeatable", derandomize=True, deadline=None)
if os.environ.get("SEARCH") != "1":
    # The same code has the same verdict on every machine, however slow. `SEARCH=1 make test` looks for new cases.
    settings.load_profile("repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what is slow and whole: last, it would keep one worker busy while the others have nothing left."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.FLAGS)
    yield launched
    launched.close()
