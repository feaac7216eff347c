"""Somebody who opens one screen after the other, in one light and language, by the words that stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, expect

from .seller import open_panel
from .serving import ShopServer
from .speech import Speech

QUESTIONS = {"budget": "budget_cents"}
"""The question of a panel, where it is called otherwise."""
SENTENCES = {
    "fr": "une doudoune chaude pour la rando en hiver, taille M, sans duvet, pour le 12 décembre",
    "en": "a warm jacket for winter hiking, size M, no down, for december 12th",
}


@dataclass
class Visit:
    """Somebody who looks at one screen after the other, in one light and language."""

    page: Page
    shop: ShopServer
    speech: Speech
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.said.append(f"{message.text} {message.location.get('url', '')}")

    def go(self, path: str) -> None:
        self.page.goto(f"{self.shop.url}{path}")

    def open(self, route: str, title: str) -> None:
        """Open a page of the application and wait until its title says so and nothing is awaited any more."""
        self._open(route, self.speech.seen(title).pattern)

    def _open(self, route: str, title: str) -> None:
        """``title`` is a pattern."""
        self.go(f"/app/#{route}")
        expect(self.page).to_have_title(re.compile(f"^{title} · "))
        expect(self.page.get_by_role("heading", level=1).first).to_be_attached()
        expect(self.page.locator("[aria-busy=true]")).to_have_count(0)

    def look(self, theme: str, lang: str) -> None:
        self.go("/app/#/shop")
        for name, value in (("theme", theme), ("lang", lang)):
            self.page.locator(f"label:has(input[name={name}][value={value}])").click()
        expect(self.page.locator(f"html[lang={lang}][data-theme={theme}]")).to_have_count(1)

    def tap(self, words: str | re.Pattern[str]) -> None:
        self.page.get_by_role("button", name=words, exact=isinstance(words, str)).first.click()

    def next_customer(self) -> None:
        self.open("/advice", "nav.advice")
        self.page.keyboard.press("Escape")  # lowers the list, where the last visit left it up
        button = self.page.get_by_role("button", name=self.speech.say("advice.next_customer"))
        if button.is_visible():
            button.click()
        expect(button).to_have_count(0)

    def describe(self) -> None:
        """Say what the customer wants, so that a question and results stand on the screen."""
        self.next_customer()
        self.tap(self.speech.answer("activity", "ski-touring"))
        self.ask("wanted")
        self.tap(self.speech.answer("wanted", "shell"))
        expect(self.page.get_by_role("button", name=self.speech.say("advice.next_customer"))).to_be_visible()
        # The next question comes a moment after the answer.
        expect(self.page.get_by_role("region", name=self.speech.label("wanted"))).to_have_count(0)

    def ask(self, panel: str) -> None:
        """Bring the panel of a question up, where the finder has not chosen it itself."""
        heading = self.speech.messages.get(f"advice.panel.{panel}") or self.speech.label(QUESTIONS.get(panel, panel))
        region = self.page.get_by_role("region", name=heading)
        offer = self.page.get_by_role("button", name=self.speech.say(f"advice.chip.{panel}"), exact=True)
        expect(region.or_(offer).first).to_be_visible()
        if not region.is_visible():
            open_panel(region, offer)
        expect(region).to_be_visible()

    def list(self) -> None:
        self.describe()
        self.tap(re.compile(self.speech.say("advice.sheet.raise")))
        expect(self.page.get_by_role("article").first).to_be_visible()

    def nothing_fits(self) -> None:
        self.describe()
        self.ask("budget")
        self.page.get_by_role("slider", name=self.speech.say("advice.budget.other")).fill("1000")
        self.tap(re.compile(self.speech.say("advice.sheet.raise")))
        ways = self.page.get_by_role("group", name=self.speech.seen("advice.relax.label"))
        expect(ways.last.get_by_role("button").first).to_be_visible()

    def piece(self, product: dict[str, Any], page: str = "product", query: str = "") -> None:
        """Open a page about a piece, which has its name for a title."""
        self._open(f"/{page}/{product['ref']}{query}", re.escape(product["name"]))

    def product(self, *categories: str) -> None:
        self.piece(self.speech.product_of(*categories))

    def unfolded(self, *categories: str) -> None:
        self.product(*categories)
        self.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    def compare(self) -> None:
        refs = [self.speech.product_of(category)["ref"] for category in ("hardshell-jacket", "down-jacket")]
        self.open(f"/compare?refs={','.join(refs)}", "title.compare")

    def show(self) -> None:
        self.piece(self.speech.product_of("hardshell-jacket"), "show")

    def pair(self) -> None:
        """Show two pieces side by side."""
        one, other = (self.speech.product_of(category) for category in ("hardshell-jacket", "down-jacket"))
        self.piece(one, "show", f"?with={other['ref']}")
        expect(self.page.get_by_role("heading", level=2)).to_have_count(2)

    def words(self) -> None:
        """Type a sentence of which something is understood, something refused, and something not understood."""
        self.next_customer()
        field = self.page.get_by_role("textbox", name=self.speech.say("words.label"))
        field.fill(SENTENCES[self.speech.lang])
        field.press("Enter")
        understood = self.page.get_by_role("group", name=self.speech.say("words.understood"), exact=True)
        expect(understood.get_by_role("button").first).to_be_visible()
        expect(self.page.get_by_text(self.speech.say("words.rest"), exact=True)).to_be_visible()

    def wishes(self) -> None:
        """Give three wishes a strength each."""
        self.describe()
        self.ask("wishes")
        rows = self.page.get_by_role("list", name=self.speech.seen("advice.panel.wishes")).get_by_role("listitem")
        for at in range(3):
            rows.nth(at).get_by_role("button").nth(at).click()
        need = self.page.get_by_role("list", name=self.speech.seen("advice.sentence"))
        for strength in ("prefer", "must", "must_not"):
            expect(need.get_by_role("button", name=self.speech.seen(f"need.{strength}"))).to_have_count(1)

    def steps(self) -> None:
        """Go from a piece of the list to cheaper ones."""
        self.list()
        self.tap(self.speech.say("refine.open"))
        self.tap(self.speech.say("refine.cheaper"))
        expect(self.page.get_by_role("button", name=self.speech.say("refine.stop"))).to_be_visible()

    def why_not(self) -> None:
        """Ask of a pack why it does not answer a need for a jacket."""
        self.describe()
        self.piece(self.speech.product_of("hiking-pack"), query="?why=1")
        expect(self.page.get_by_role("heading", name=self.speech.seen("why.against"))).to_be_visible()

    def outfit(self) -> None:
        """Dress a woman for ski touring, for less than all of it costs, and open a place."""
        self.next_customer()
        self.tap(self.speech.answer("activity", "ski-touring"))
        self.open("/outfit", "title.outfit")
        self.page.get_by_role("combobox").first.select_option("women")
        budget = self.page.get_by_role("slider", name=self.speech.say("outfit.budget"))
        expect(budget).to_be_visible()
        budget.fill("60000")
        expect(self.page.get_by_role("button", name=self.speech.seen("outfit.complete"))).to_be_visible()

    def swap(self) -> None:
        self.outfit()
        self.page.get_by_role("list", name=self.speech.seen("outfit.figure")).get_by_role("button").last.click()
        expect(self.page.get_by_role("dialog")).to_be_visible()

    def worn(self) -> None:
        self.outfit()
        self.open("/outfit/show", "title.outfit")

    def scan(self) -> None:
        """Open the scanner on a device without a camera."""
        self.open("/scan", "nav.scan")
        expect(self.page.get_by_role("alert")).to_be_visible()

    def found(self, words: str) -> None:
        self.open(f"/search?q={words}", "nav.search")
        expect(self.page.get_by_role("main").get_by_role("listitem").first).to_be_visible()

    def invite(self) -> None:
        self.open("/shop", "nav.shop")
        self.tap(self.speech.say("shop.invite.seller"))
        expect(self.page.get_by_role("img", name=self.speech.seen("shop.invite.code"))).to_be_visible()
