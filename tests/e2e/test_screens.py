"""Each screen in its lights and languages: it shuts nobody out, fits every width, and can be hit, read and typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from .conftest import PHONE
from .locks import LOCKS, shared_phone
from .looking import LARGE_TEXT, focused, looks_focused, pale, runs_sideways, shut_out, small_targets
from .scenes import ADDRESSES, FOR_STRANGERS, SCENES, patterns
from .serving import ShopServer
from .speech import Speech
from .visit import Visit

LOOKS = [("light", "fr"), ("dark", "en")]
"""Colours differ by light, words by language: these two hold both, and the first is then put in the bright light."""
WIDTHS = [(320, 16), (390, 16), (1280, 16), (390, LARGE_TEXT), (1280, LARGE_TEXT)]
THUMB = (40, 44)
"""Least width and height of what is tapped all day; six sizes share a row of the phone."""


@pytest.fixture(scope="module")
def running(open_shop: ShopServer) -> ShopServer:
    if open_shop.process is None:
        open_shop.start()
    return open_shop


@pytest.fixture(scope="module", params=LOOKS, ids="-".join)
def visit(request: pytest.FixtureRequest, browser: Browser, running: ShopServer) -> Iterator[Visit]:
    theme, lang = request.param
    # Without movement a screen is at rest as soon as it is there.
    context = browser.new_context(**PHONE, reduced_motion="reduce")
    visit = Visit(context.new_page(), running, Speech(running, lang))
    answer = context.request.post(f"{running.url}/api/v1/demonstration/entries", data={"role": "manager"})
    assert answer.ok
    visit.look(theme, lang)
    yield visit
    context.close()


def test_each_page_has_a_scene() -> None:
    assert set(patterns()) == ADDRESSES.keys() | FOR_STRANGERS


@pytest.mark.parametrize("scene", SCENES)
def test_it_suits_everybody_on(visit: Visit, scene: str) -> None:
    visit.said.clear()

    SCENES[scene](visit)

    assert [*wrong_on(visit), *visit.said] == []


def wrong_on(visit: Visit) -> list[str]:
    """Return what does not suit everybody on what stands on the screen now."""
    page = visit.page
    # Scenes for the customer are in the customer's language.
    expect(page.locator("html")).to_have_attribute("lang", re.compile(f"{visit.speech.lang}|de"))
    found = [*shut_out(page), *small_targets(page)]
    if visit.speech.lang == "fr":
        found += pale(page, "bright")
    for width, letters in WIDTHS:
        found += runs_sideways(page, width, letters)
    return found


@pytest.mark.parametrize(("theme", "lang"), LOOKS)
def test_a_shared_phone_suits_everybody(browser: Browser, own_shop: ShopServer, theme: str, lang: str) -> None:
    context, visit = shared_phone(browser, own_shop, theme, lang)
    found: list[str] = []
    for scene, go in LOCKS.items():
        go(visit)
        found += [f"{scene}: {one}" for one in wrong_on(visit)]
    context.close()
    assert found == []


@pytest.mark.parametrize(("scheme", "lang"), [("light", "fr"), ("dark", "en")])
def test_it_suits_a_stranger(browser: Browser, running: ShopServer, scheme: str, lang: str) -> None:
    context = browser.new_context(**PHONE, reduced_motion="reduce", color_scheme=scheme)
    visit = Visit(context.new_page(), running, Speech(running, lang))
    visit.go("/app/")
    if lang == "en":
        visit.tap("English")
    found: list[str] = []
    for route, title in (("/welcome", "welcome"), ("/invitation", "invitation"), ("/invitation/abc", "invitation")):
        visit.open(route, f"title.{title}")
        found += [*shut_out(visit.page), *small_targets(visit.page)]
        for width, letters in WIDTHS:
            found += runs_sideways(visit.page, width, letters)
    expect(visit.page.locator("html")).to_have_attribute("lang", lang)
    context.close()
    # A stranger is one to whom the server says 401, an invitation that is none is a 403, and Chromium writes both down.
    expected = ("401", "/enrolments/look")
    assert [*found, *(line for line in visit.said if not any(one in line for one in expected))] == []


@pytest.mark.parametrize(("scheme", "lang"), [("light", "fr"), ("dark", "en")])
def test_the_server_s_own_pages_suit_everybody(browser: Browser, running: ShopServer, scheme: str, lang: str) -> None:
    context = browser.new_context(**PHONE, color_scheme=scheme, bypass_csp=True)
    visit = Visit(context.new_page(), running, Speech(running, lang))
    jacket = visit.speech.product_of("hardshell-jacket")
    titles: set[str] = set()
    found: list[str] = []
    paths = ("/", f"/p/{jacket['ref']}", f"/01/{jacket['variants'][0]['gtin']}", "/p/no-such-piece")
    for path in paths:
        visit.go(f"{path}?lang={lang}")
        expect(visit.page.locator("html")).to_have_attribute("lang", lang)
        titles.add(visit.page.title())
        found += [*shut_out(visit.page), *small_targets(visit.page)]
        for width, letters in WIDTHS:
            found += runs_sideways(visit.page, width, letters)
    context.close()
    assert [*found, *(line for line in visit.said if "404" not in line)] == []
    assert len(titles) >= len(paths) - 1, "pages of different things have the same title"


@pytest.mark.parametrize("visit", LOOKS[:1], indirect=True, ids="-".join)
def test_main_actions_are_as_large_as_a_thumb(visit: Visit) -> None:
    speech, page = visit.speech, visit.page
    visit.describe()
    actions = [
        *page.get_by_role("navigation").get_by_role("link").all(),
        *page.get_by_role("region").first.get_by_role("button").all(),
        page.get_by_role("button", name=re.compile(speech.say("advice.sheet.raise"))),
        page.get_by_role("button", name=speech.say("advice.next_customer")),
    ]
    sizes = [(action.inner_text(), action.bounding_box()) for action in actions]
    visit.product("hardshell-jacket")
    foot = page.get_by_role("link", name=speech.say("show.open"))
    sizes.append((foot.inner_text(), foot.bounding_box()))
    assert [one for one in sizes if one[1] is None or one[1]["width"] < THUMB[0] or one[1]["height"] < THUMB[1]] == []


@pytest.mark.parametrize("visit", LOOKS[:1], indirect=True, ids="-".join)
def test_the_keyboard_alone_leads_to_a_piece(visit: Visit) -> None:
    speech = visit.speech
    visit.next_customer()

    typed(visit, speech.answer("activity", "hiking"))
    # The next question takes the focus where the answer that led to it is gone.
    expect(visit.page.get_by_role("region", name=speech.label("wanted"))).to_be_visible()
    typed(visit, speech.answer("wanted", "shell"))
    typed(visit, speech.say("advice.sheet.raise"))
    expect(visit.page.get_by_role("article").first).to_be_visible()
    typed(visit, visit.page.get_by_role("article").first.get_by_role("heading").inner_text())

    expect(visit.page).to_have_url(re.compile("#/product/"))


def typed(visit: Visit, words: str, most: int = 60) -> None:
    """Press Tab until what has these words has the focus, then Enter; on the way each focus must be seen."""
    for _ in range(most):
        visit.page.keyboard.press("Tab")
        at = focused(visit.page)
        if at is None:
            continue
        assert at["ring"] >= 2 or looks_focused(visit.page), f"no ring around {at}"
        assert at["shown"], f"{at['name']!r} has the focus and is hidden"
        if words in at["name"]:
            visit.page.keyboard.press("Enter")
            return
    raise AssertionError(f"{most} times Tab did not lead to {words!r}")
