"""Keyboard, large and spaced letters, firm colours, stillness, a reader's voice: measured on each page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import PHONE
from .looking import FOCUS, LARGE_TEXT, PHONE_SIZE, runs_sideways, set_letters, small_targets
from .scenes import ADDRESSES, SCENES
from .serving import ShopServer
from .speech import Speech
from .visit import Visit

THUMB_PX = 44
MOST_TABS = 40
SMALL_SIZES = [(360, 740), (740, 360), (320, 480)]
FROM_320_BY_256 = {"width": 320, "height": 256}
"""A laptop at 400 % zoom (WCAG 2.2, 1.4.10)."""

SPACED = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}
"""
UNSPACED = "() => { document.adoptedStyleSheets = []; }"
CUT = """
() => [...document.querySelectorAll("main :is(button, a, h1, h2, h3, p, li, label, summary, dt, dd)")]
  .filter((one) => {
    const style = getComputedStyle(one);
    const shown = one.offsetWidth > 1 && one.offsetHeight > 1 && style.clipPath === "none";
    return shown && style.overflowY === "hidden" && one.scrollHeight > one.clientHeight + 2;
  })
  .map((one) => `cut: ${one.textContent.trim().slice(0, 50)}`)
"""
ODD_ORDER = '() => document.querySelectorAll(\'[tabindex]:not([tabindex="0"], [tabindex="-1"])\').length'
LANDMARKS = """
() => ({
  mains: document.querySelectorAll("main").length,
  headings: document.querySelectorAll("h1").length,
  unnamed: [...document.querySelectorAll("nav, dialog[open], section[role=region]")]
    .filter((one) => !one.getAttribute("aria-label") && !one.getAttribute("aria-labelledby")).length,
})
"""
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
MOVING = "() => document.getAnimations().filter((one) => one.playState === 'running').length"
WITHOUT_EDGE = """
() => [...document.querySelectorAll("button")]
  .filter((one) => one.offsetWidth > 1 && getComputedStyle(one).clipPath === "none")
  .filter((one) => getComputedStyle(one).outlineStyle === "none" && getComputedStyle(one).borderTopStyle === "none")
  .map((one) => one.textContent.trim().slice(0, 40))
"""


@pytest.fixture(scope="module")
def running(open_shop: ShopServer) -> ShopServer:
    if open_shop.process is None:
        open_shop.start()
    return open_shop


@pytest.fixture(scope="module")
def visit(browser: Browser, running: ShopServer) -> Iterator[Visit]:
    context = browser.new_context(**PHONE, reduced_motion="reduce")
    answer = context.request.post(f"{running.url}/api/v1/demonstration/entries", data={"role": "manager"})
    assert answer.ok
    visit = Visit(context.new_page(), running, Speech(running, "fr"))
    visit.look("light", "fr")
    yield visit
    context.close()


@pytest.fixture(autouse=True)
def as_it_was(visit: Visit) -> Iterator[None]:
    yield
    page = visit.page
    page.set_viewport_size(PHONE_SIZE)  # type: ignore[arg-type]
    page.emulate_media(forced_colors="none", contrast="no-preference", reduced_motion="reduce")
    set_letters(page, 16)


def at(visit: Visit, address: str) -> Page:
    """Go to an address and wait until what it shows is there."""
    visit.go(f"/app/#{address}")
    expect(visit.page.get_by_role("heading", level=1).first).to_be_attached()
    expect(visit.page.locator("main [aria-busy=true], .screen-wait")).to_have_count(0)
    expect(visit.page).to_have_title(re.compile(" · Millet"))
    return visit.page


def test_each_page_has_its_landmarks_and_a_title_of_its_own(visit: Visit) -> None:
    titles: dict[str, str] = {}
    for pattern, address in ADDRESSES.items():
        page = at(visit, address)
        found = page.evaluate(LANDMARKS)
        assert found == {"mains": 1, "headings": 1, "unnamed": 0}, pattern
        assert page.evaluate(ODD_ORDER) == 0, pattern
        titles[pattern] = page.title()
    assert all(title.endswith(" · Millet · Lafuma, Miramas") for title in titles.values()), titles
    same = [pattern for pattern in titles if pattern not in {"/outfit", "/show/:ref"}]
    assert len({titles[pattern] for pattern in same}) == len(same), titles
    assert titles["/product/:ref"].startswith("LD Trilogy GTX Jacket · ")


def test_letters_may_be_spaced_and_large_on_the_smallest_screen(visit: Visit) -> None:
    found: list[str] = []
    for pattern, address in ADDRESSES.items():
        page = at(visit, address)
        page.evaluate(SPACED)
        spaced = [*runs_sideways(page, 360), *page.evaluate(CUT)]
        page.evaluate(UNSPACED)
        page.set_viewport_size(FROM_320_BY_256)  # type: ignore[arg-type]
        small = page.evaluate("() => document.documentElement.scrollWidth")
        spaced += [f"{small} px wide at 320"] if small > FROM_320_BY_256["width"] else []
        found += [f"{pattern}: {one}" for one in [*spaced, *runs_sideways(page, 320, LARGE_TEXT)]]
    assert found == []


@pytest.mark.parametrize("size", SMALL_SIZES, ids=str)
def test_nothing_that_floats_hides_the_focus(visit: Visit, size: tuple[int, int]) -> None:
    page = visit.page
    hidden: list[str] = []
    for pattern, address in ADDRESSES.items():
        at(visit, address)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        seen: set[str] = set()
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            page.evaluate(NEXT_FRAME)
            here = page.evaluate(FOCUS)
            if here is None or here["key"] in seen:
                break
            seen.add(here["key"])
            if not here["shown"]:
                hidden.append(f"{pattern}: {here['name'][:60]}")
    assert hidden == []


def test_everything_to_tap_is_as_large_as_a_thumb(visit: Visit) -> None:
    found: list[str] = []
    for scene, go in SCENES.items():
        go(visit)
        found += [f"{scene}: {one}" for one in small_targets(visit.page, THUMB_PX)]
    assert found == []


def test_a_dialog_keeps_the_focus_and_gives_it_back(visit: Visit) -> None:
    page = visit.page
    visit.outfit()
    pieces = page.get_by_role("list", name=visit.speech.seen("outfit.figure")).get_by_role("button")
    # By its name: the list is drawn part by part, and its last one is another a moment later.
    opener = page.get_by_role("button", name=pieces.last.get_attribute("aria-label"), exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    for _ in range(25):
        page.keyboard.press("Tab")
        outside = page.evaluate(
            "() => document.activeElement !== document.body && !document.activeElement.closest('dialog')"
        )
        assert not outside
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_nothing_moves_for_who_wants_it_still(visit: Visit) -> None:
    page = visit.page
    for scene in ("advice-list", "jacket", "outfit"):
        SCENES[scene](visit)
        assert page.evaluate(MOVING) == 0, scene


def test_controls_keep_their_edges_in_colours_of_ones_own(visit: Visit) -> None:
    page = visit.page
    for scene in ("advice-question", "advice-list", "jacket", "search-results"):
        SCENES[scene](visit)
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        assert page.evaluate(WITHOUT_EDGE) == [], scene
        page.emulate_media(forced_colors="none", reduced_motion="reduce")


def test_more_contrast_makes_lines_and_words_firmer(visit: Visit) -> None:
    page = at(visit, "/advice")
    said = "() => getComputedStyle(document.documentElement).getPropertyValue('--ink-3')"
    usual = page.evaluate(said)
    page.emulate_media(contrast="more", reduced_motion="reduce")
    assert page.evaluate(said) == page.evaluate(said.replace("--ink-3", "--ink")) != usual


def test_a_row_is_read_as_a_person_would_say_it(visit: Visit) -> None:
    visit.list()
    row = visit.page.get_by_role("article").first
    spoken = row.aria_snapshot()
    lines = [
        r"- heading \".+\" \[level=3\]",
        r"- list \"Ses qualités\":",
        r"img \"Chaud : .+\"",
        r"- list \"Tailles\":",
        r"button \"\w+ : .+\"",
        r"button \"Montrer|link \"Montrer",
    ]
    assert [line for line in lines if not re.search(line, spoken.replace("\u202f", " "))] == [], spoken


def test_the_customer_s_screen_says_its_language(visit: Visit) -> None:
    visit.show()
    page = visit.page
    page.get_by_role("button", name=re.compile("^Deutsch|^DE", re.IGNORECASE)).first.click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("translate", "no")
    page.get_by_role("button", name=re.compile("^Français|^FR", re.IGNORECASE)).first.click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
