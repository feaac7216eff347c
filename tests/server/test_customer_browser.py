"""The customer's page in a real browser: it shuts nobody out, never runs sideways, fetches nothing from elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from server.customer.words import SPOKEN

from .small_range import FLEECE, SHELL

if TYPE_CHECKING:
    from .conftest import House

pytestmark = pytest.mark.browser
NEED = "/guide?shop=miramas&activity=ski-touring&wanted=shell"
PATHS = (
    f"/01/{SHELL}",
    f"/01/{FLEECE}?lang=de",
    "/p/day-pack?lang=en",
    "/01/04006381333931",
    "/p/trilogy-shell/size?lang=de&chest_mm=96",
    "/p/trilogy-shell/review?lang=es",
    "/guide?lang=en",
    f"{NEED}&lang=de&size=M&weather=lava",
    f"{NEED}&lang=it&budget=20",
    f"/01/{SHELL}?linkType=linkset",
    "/01/123?lang=es",
    "/p/trilogy-shell/review?lang=fr&thanks",
)
CUT_WORDS = """() => {
  const cut = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (walk.currentNode.parentElement.closest(".trap, .vh")) continue;
    for (const word of walk.currentNode.data.matchAll(/\\p{L}{3,}/gu)) {
      const range = document.createRange();
      range.setStart(walk.currentNode, word.index);
      range.setEnd(walk.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) cut.push(word[0]);
    }
  }
  return cut;
}"""
FEWEST_LINES = 3
"""On a sheet of paper, so that none is spent on what is left of a paragraph."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def address(one_shop: House) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, one_shop.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_shuts_nobody_out(browser: Browser, address: str, scheme: str) -> None:
    # The checker is a script: it alone is let past the content policy.
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for path in PATHS:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        result = Axe().run(page, options={"runOnly": RULES})
        assert result.violations_count == 0, result.generate_report()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
@pytest.mark.parametrize("text", ["100%", "200%"])
def test_it_never_runs_sideways(browser: Browser, address: str, width: int, text: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700}, bypass_csp=True)
    page = context.new_page()
    for path in PATHS:
        page.goto(address + path)
        page.add_style_tag(content=f"html {{ font-size: {text} }}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


@pytest.mark.parametrize("lang", SPOKEN)
def test_no_word_is_cut_on_a_phone(browser: Browser, address: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    page = context.new_page()
    for path in (f"/01/{SHELL}", f"/01/{FLEECE}", NEED, "/guide", "/p/trilogy-shell/review", "/01/123"):
        page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={lang}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate(CUT_WORDS) == [], path
    context.close()


def test_paper_holds_whole_parts_only(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    for path, most in ((f"/01/{SHELL}", 2), ("/p/day-pack?lang=de", 2), (f"{NEED}&lang=en", 1), ("/guide", 1)):
        page.goto(address + path)
        paper = pypdfium2.PdfDocument(page.pdf(format="A4"))
        lines = [each.get_textpage().get_text_range().split("\r\n") for each in paper]
        assert len(lines) <= most, path
        assert all(len(each) >= FEWEST_LINES for each in lines), path
    context.close()


def test_it_needs_nothing_but_itself(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}/01/{SHELL}")
    assert [url for url in asked if not url.startswith(address)] == []
    assert said == []
    assert page.locator("h1").inner_text() == "Trilogy Shell"
    assert context.cookies() == []
    context.close()


def test_its_first_screen_shows_piece_gauges_price_and_sizes(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR")
    page = context.new_page()
    page.goto(f"{address}/01/{SHELL}")
    for selector in (".piece", "h1", ".purpose", ".gauge >> nth=3", ".amount", ".sizes"):
        box = page.locator(selector).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 844, selector
    context.close()


def test_targets_are_large_enough_for_a_thumb(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    targets = "nav a, .sizes a, .colours a, summary"
    pressed = "button, .chips a, .ways a, .choice, form input:not([type=hidden]):not([name=website]), article h3 a"
    for path, selector in ((f"/01/{SHELL}", targets), (NEED, pressed), ("/p/trilogy-shell/review", pressed)):
        page.goto(address + path)
        for target in page.locator(selector).locator("visible=true").all():
            box = target.bounding_box()
            assert box is not None
            # A radio button's target is the whole row around it.
            if target.get_attribute("type") != "radio":
                assert min(box["width"], box["height"]) >= 42, target.inner_text()
    context.close()


def test_a_customer_is_advised_and_answers_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/guide?shop=miramas")
    page.get_by_role("button", name="Ski touring").click()
    page.get_by_role("link", name="Remove: Ski touring").wait_for()
    page.get_by_role("link", name="Trilogy Shell").click()
    assert page.locator("h1").inner_text() == "Trilogy Shell"
    page.get_by_role("link", name="Three questions").click()
    page.get_by_label("Partly").first.check()
    page.get_by_label("What was missing?").fill("A red one in S")
    page.get_by_role("button", name="Send").click()
    assert page.locator("h1").inner_text() == "Thank you!"
    page.reload()  # sends nothing again
    page.get_by_role("link", name="Back to Trilogy Shell").click()
    assert context.cookies() == []
    context.close()


def test_a_piece_is_compared_with_the_one_before_only_where_somebody_asks(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR")
    page = context.new_page()
    page.goto(f"{address}/01/{SHELL}")
    page.get_by_role("button", name="Comparer avec une autre pièce").wait_for()
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Comparer avec une autre pièce").click()
    page.get_by_text("Cette pièce est retenue").wait_for()
    page.goto(f"{address}/01/{FLEECE}")
    table = page.get_by_role("region", name="Comparée à la pièce d’avant")
    table.wait_for()
    assert [cell.inner_text() for cell in table.get_by_role("columnheader").all()] == ["Trilogy Shell", "Polaire Léger"]
    assert table.get_by_role("row", name="Prix").get_by_role("cell").all_inner_texts() == [
        "349,90\u00a0€",
        "89,90\u00a0€",
    ]
    page.get_by_role("button", name="Ne plus comparer").click()
    page.get_by_role("button", name="Comparer avec une autre pièce").wait_for()
    assert page.evaluate("localStorage.length") == 0
    context.close()
