"""Without a server, behind a portal, on a line that hangs: what the phone once held, it shows at once and keeps."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import PATIENCE_MS, start_phone
from .network import captive_portal, held_line, silence
from .seller import Seller
from .serving import ShopServer, free_port
from .speech import Speech
from .walk import Walk, routes

JACKET = "millet-ld-trilogy-gtx-jacket"
AT_ONCE_MS = 10_000
"""Less than the phone waits for an answer before it gives the question up: nothing that is known may wait for that."""
COMES_MS = 60_000
"""A phone that has given a question up asks again within half a minute."""


@pytest.fixture(scope="module")
def carried(browser: Browser, new_shop: Callable[..., ShopServer], tmp_path_factory: pytest.TempPathFactory) -> Carried:
    """Enrol a phone, let it take everything with it, and close it. The server is dead from then on."""
    shop = new_shop()
    shop.start()
    carried = Carried(browser, shop, tmp_path_factory.mktemp("profile"), Speech(shop, "fr"))
    assert carried.speech.snapshot
    phone = carried.switch_on()
    seller = Seller(phone.pages[0])
    seller.enrol(shop.invitation())
    seller.wait_until_kept()
    stock = go(phone.pages[0], "Boutique").get_by_role("definition").filter(has_text=re.compile("^dernier comptage"))
    expect(stock).to_be_visible()
    phone.close()
    shop.kill()
    return carried


class Carried:
    """A phone that somebody carries about: its storage outlives the browser, and its shop may be away."""

    def __init__(self, browser: Browser, shop: ShopServer, profile: Path, speech: Speech) -> None:
        self.browser, self.shop, self.profile, self.speech = browser, shop, profile, speech

    def switch_on(self) -> BrowserContext:
        return start_phone(self.browser, self.profile)

    def open(self, page: Page, route: str) -> None:
        page.goto(f"{self.shop.url}/app/#{route}")
        expect(page.get_by_role("heading", level=1).first).to_be_attached()


@pytest.fixture(scope="module")
def far_away(carried: Carried) -> Iterator[BrowserContext]:
    """Give the phone after a reboot, where there is no server."""
    phone = carried.switch_on()
    phone.set_default_timeout(AT_ONCE_MS)
    expect.set_options(timeout=AT_ONCE_MS)
    yield phone
    expect.set_options(timeout=PATIENCE_MS)
    phone.close()


@pytest.fixture
def rebooted(far_away: BrowserContext) -> Iterator[Page]:
    page = far_away.new_page()
    yield page
    page.close()


def describe_hiker(seller: Seller) -> None:
    expect(seller.page.get_by_role("heading", name="Le besoin")).to_be_visible()
    if seller.page.get_by_role("button", name="Client suivant").is_visible():
        seller.tap("Client suivant")
    seller.tap("Randonnée")
    seller.ask("Pièce", "Qu’est-ce que vous cherchez ?")
    seller.tap("Protection")


def test_every_page_opens_after_a_reboot(carried: Carried, rebooted: Page) -> None:
    walk = Walk(rebooted, carried.shop.url)
    for route in routes({"ref": JACKET, "mode": "show", "token": "used-up", "room": "import", "id": "1"}):
        # The desk is a laptop's: a seller's phone does not carry it, and its rooms ask the server.
        if not route.startswith("/desk"):
            walk.start_at(route)
    assert walk.broken == []


def test_it_advises_after_a_reboot(carried: Carried, rebooted: Page) -> None:
    carried.open(rebooted, "/")
    seller = Seller(go(rebooted, "Conseil"))
    describe_hiker(seller)
    first = seller.open_list().first
    assert re.search(r"«.{20,}»", first.inner_text(), re.DOTALL)
    expect(first.get_by_role("list", name="Ses qualités").get_by_role("listitem").first).to_be_visible()
    expect(rebooted.get_by_role("status").filter(has_text="Hors ligne")).to_be_visible()


def test_it_tells_a_piece_and_a_size_after_a_reboot(carried: Carried, rebooted: Page) -> None:
    carried.open(rebooted, f"/product/{JACKET}")
    expect(rebooted.get_by_role("heading", level=1)).to_contain_text("Trilogy")
    rebooted.get_by_text("Quelle taille lui faut-il").click()
    rebooted.get_by_label("Système").select_option("it")
    rebooted.get_by_role("group", name="Taille habituelle").get_by_role("button", name="44", exact=True).click()
    expect(rebooted.get_by_role("button", name=re.compile("^Retenir"))).to_be_visible()


def test_it_compares_and_shows_after_a_reboot(carried: Carried, rebooted: Page) -> None:
    other = carried.speech.product_of("down-jacket")
    carried.open(rebooted, f"/compare?refs={JACKET},{other['ref']}")
    expect(rebooted.get_by_role("link", name=other["name"])).to_be_visible()
    carried.open(rebooted, f"/show/{JACKET}")
    expect(rebooted.get_by_role("heading", level=1)).to_contain_text("Trilogy")


def test_it_finds_by_name_and_by_code_after_a_reboot(carried: Carried, rebooted: Page) -> None:
    carried.open(rebooted, "/search")
    field = rebooted.get_by_role("textbox", name="Chercher un produit ou un code")
    field.fill("goretex")
    expect(rebooted.get_by_role("main").get_by_role("link").first).to_be_visible()
    bag = carried.speech.product_of("sleeping-bag")
    field.fill(bag["variants"][0]["gtin"])
    expect(rebooted.get_by_role("main").get_by_text(bag["name"])).to_be_visible()


@pytest.mark.parametrize("route", ["/advice", f"/product/{JACKET}", f"/show/{JACKET}", "/compare", "/search", "/shop"])
def test_it_says_demonstration_on(carried: Carried, rebooted: Page, route: str) -> None:
    carried.open(rebooted, route)
    expect(rebooted.get_by_role("banner").get_by_text("Démonstration")).to_be_in_viewport()


def test_it_says_how_old_its_figures_are(carried: Carried, rebooted: Page) -> None:
    rebooted.clock.set_fixed_time(dt.datetime.now(dt.UTC) + dt.timedelta(days=3, minutes=1))
    carried.open(rebooted, "/shop")
    expect(rebooted.get_by_role("definition").filter(has_text="à vérifier")).to_be_visible()
    carried.open(rebooted, f"/product/{JACKET}")
    expect(rebooted.get_by_text(re.compile(r"^Stock\b.*\b\d+ \w+\."))).to_be_visible()
    expect(rebooted.get_by_role("button", name=re.compile(r"M : .* compté .*\d+ \w+"))).to_be_visible()


def test_a_portal_replaces_nothing(carried: Carried, rebooted: Page) -> None:
    with captive_portal(carried.shop.port):
        carried.open(rebooted, "/shop")
        rebooted.get_by_role("button", name="Vérifier maintenant").click()
        expect(rebooted.get_by_text("Le Wi-Fi demande de se connecter").first).to_be_visible()
        rebooted.reload()
        describe_hiker(Seller(go(rebooted, "Conseil")))
        expect(rebooted.get_by_role("button", name=re.compile("Voir la liste"))).to_contain_text(re.compile(r"\d"))
        kept = rebooted.evaluate(PAGES_KEPT_AS_FILES)
    carried.open(rebooted, f"/product/{JACKET}")
    expect(rebooted.get_by_role("heading", level=1)).to_contain_text("Trilogy")
    assert kept == [], "the portal's page is kept under the name of a file"


PAGES_KEPT_AS_FILES = """
async () => {
  const asked = ["/app/assets/archivo-vietnamese.woff2", "/app/assets/lazy-abc.js"];
  await Promise.allSettled(asked.map((file) => fetch(file)));
  const kept = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) {
      const answer = await (await caches.open(name)).match(request);
      const page = (answer.headers.get("content-type") ?? "").includes("text/html");
      if (page && !new URL(request.url).pathname.endsWith("index.html")) kept.push(`${name} ${request.url}`);
    }
  return kept;
}
"""


def go(page: Page, place: str) -> Page:
    page.get_by_role("navigation").get_by_role("link", name=place).click()
    return page


def test_it_is_online_again_by_itself(carried: Carried, rebooted: Page) -> None:
    carried.open(rebooted, "/advice")
    offline = rebooted.get_by_role("status").filter(has_text="Hors ligne")
    expect(offline).to_be_visible()
    carried.shop.start()
    rebooted.context.set_offline(True)
    rebooted.context.set_offline(False)
    expect(offline).to_have_count(0)
    carried.shop.kill()


def test_a_server_that_never_answers_holds_nothing_up(carried: Carried, rebooted: Page) -> None:
    with silence(carried.shop.port):
        carried.open(rebooted, f"/product/{JACKET}")
        expect(rebooted.get_by_role("heading", level=1)).to_contain_text("Trilogy")
        carried.open(rebooted, "/search")
        expect(rebooted.get_by_role("textbox", name="Chercher un produit ou un code")).to_be_visible()


def test_back_closes_the_list_before_it_leaves_the_page(carried: Carried, rebooted: Page) -> None:
    carried.open(rebooted, "/search")
    seller = Seller(go(rebooted, "Conseil"))
    describe_hiker(seller)
    seller.open_list()
    lower = rebooted.get_by_role("button", expanded=True).filter(has_text="Réduire la liste")
    expect(lower).to_be_visible()
    rebooted.go_back()
    expect(lower).to_have_count(0)
    expect(rebooted).to_have_url(re.compile("#/advice"))
    rebooted.go_back()
    expect(rebooted).to_have_url(re.compile("#/search"))


def test_a_line_that_hangs_holds_nothing_up(
    browser: Browser, new_shop: Callable[..., ShopServer], tmp_path: Path
) -> None:
    port = free_port()
    shop = new_shop(public_url=f"http://127.0.0.1:{port}")
    shop.start()
    with held_line(port, shop.port) as line:
        line.set()
        phone = start_phone(browser, tmp_path)
        seller = Seller(phone.pages[0])
        seller.enrol(shop.invitation())
        seller.wait_until_kept()
        phone.close()
    with held_line(port, shop.port) as line:
        phone = start_phone(browser, tmp_path)
        page = phone.pages[0]
        answered: list[str] = []
        page.on("response", lambda response: answered.append(response.url) if "/api/" in response.url else None)
        page.goto(f"{shop.url}/app/#/product/{JACKET}", wait_until="commit")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Trilogy")
        describe_hiker(Seller(go(page, "Conseil")))
        expect(Seller(page).open_list().first).to_be_visible()
        assert answered == [], "the screens waited for the network"
        with page.expect_event("response", lambda response: "/api/" in response.url, timeout=COMES_MS):
            line.set()
        phone.close()
    shop.kill()
