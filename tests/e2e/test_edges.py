"""Each page at each edge: no range, the longest names, no network, nothing yet, a server that fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from .conftest import PHONE
from .edges import EDGES, WITHOUT_CATALOGUE, at_edge, make_edges, open_at
from .looking import LARGE_TEXT, runs_sideways, shut_out, small_targets
from .scenes import ADDRESSES
from .serving import ShopServer

NARROW = [(320, 16), (360, LARGE_TEXT)]


@pytest.fixture(scope="module")
def edge_shop(new_shop: Callable[..., ShopServer]) -> ShopServer:
    shop = new_shop()
    make_edges(shop, shop.folder)
    shop.start()
    return shop


@pytest.mark.parametrize("edge", EDGES)
def test_each_page_suits_everybody(browser: Browser, edge_shop: ShopServer, edge: str) -> None:
    page = at_edge(browser, edge_shop, edge, {**PHONE, "reduced_motion": "reduce"})
    found: list[str] = []
    for pattern, address in ADDRESSES.items():
        open_at(page, edge_shop, address)
        found += [f"{pattern}: {one}" for one in wrong_on(page, edge)]
    page.context.close()
    assert found == []


def wrong_on(page: Page, edge: str) -> list[str]:
    found = [*shut_out(page), *small_targets(page)]
    # What has no catalogue to show is as wide as ever.
    if edge not in WITHOUT_CATALOGUE:
        for width, letters in NARROW:
            found += runs_sideways(page, width, letters)
    if edge != "loading" and page.locator("main [aria-busy=true]").count():
        found.append("it waits for what will not come, and says nothing")
    return found
