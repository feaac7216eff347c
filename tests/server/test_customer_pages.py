"""The customer's page through the server: what a phone gets when a tag is scanned."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import brotli
import pytest
from markupsafe import escape

from catalog.gtin import check_digit
from server.catalogue.service import current
from server.customer import pages as customer_pages
from server.customer.assets import ASSETS
from server.customer.style import LOADER, PAGE
from server.customer.words import MESSAGES, SPOKEN
from server.database import db
from server.stock import service as stock

from .small_range import FLEECE, PACK, SHELL, SHELL_L

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from .conftest import House

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
WHILE_OPEN = datetime(2026, 12, 5, 9, 30, tzinfo=UTC)
AFTER_CLOSING = datetime(2027, 3, 20, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _while_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(customer_pages, "now", lambda: WHILE_OPEN)


@pytest.fixture
def pieces(one_shop: House) -> list[dict[str, Any]]:
    """The published products that have variants."""
    with one_shop.app.app_context():
        return [dict(product) for product in current().document["products"] if product["variants"]]


def get(house: House, path: str, **headers: str) -> TestResponse:
    """Open an address as a phone's browser does."""
    sent = {"Accept": BROWSER} | {key.replace("_", "-"): value for key, value in headers.items()}
    return house.app.test_client().get(path, headers=sent)


def tag(piece: dict[str, Any], at: int = 0) -> str:
    return str(piece["variants"][at]["gtin"])


def sizes(page: str) -> dict[str, str]:
    """Return what the page says about each size, by GTIN."""
    return dict(re.findall(r'<a href="/01/(\d{14})[^>]*><b>[^<]*</b> <span>([^<]*)</span>', page))


def json_ld(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


class Headings(HTMLParser):
    """Collects heading levels and open elements, to see that the page is well formed."""

    VOID = frozenset({"meta", "link", "br", "img", "path", "circle", "rect", "ellipse", "line", "polyline", "polygon"})

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


def test_it_answers_a_scan_with_the_piece(one_shop: House, pieces: list[dict[str, Any]]) -> None:
    for piece in pieces:
        answer = get(one_shop, f"/01/{tag(piece)}")
        assert answer.status_code == 200
        assert f"<h1>{escape(piece['name'])}</h1>" in answer.text
        assert "Set-Cookie" not in answer.headers


def test_it_is_well_formed_and_its_headings_descend_step_by_step(one_shop: House, pieces: list[Any]) -> None:
    for piece in pieces:
        reader = Headings()
        reader.feed(get(one_shop, f"/p/{piece['ref']}").text)
        assert reader.open == []
        assert reader.levels.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(reader.levels, reader.levels[1:], strict=False))


def test_it_holds_no_script_but_data_and_one_that_it_does_not_wait_for(one_shop: House, pieces: list[Any]) -> None:
    page = get(one_shop, f"/01/{tag(pieces[0])}").text
    compare = ASSETS["compare.js"]
    assert re.findall(r"<script(?![^>]*application/ld\+json).*", page) == [f"<script>{LOADER}</script>"]
    assert compare.address in LOADER
    assert LOADER.startswith("addEventListener('load',")
    assert len(compare.bodies["gzip"]) < 1600
    assert re.search(r'<section id="compare"[^>]* hidden></section>', page), "without script nothing is to be compared"
    assert re.findall(r"\s(on\w+|style)=", page) == []


def test_its_policy_lets_in_exactly_its_style(one_shop: House, pieces: list[Any]) -> None:
    answer = get(one_shop, f"/01/{tag(pieces[0])}")
    assert answer.headers["Content-Security-Policy"] == PAGE.policy
    assert "unsafe" not in PAGE.policy
    assert f"<style>{PAGE.text}</style>" in answer.text
    digest = base64.b64encode(hashlib.sha256(LOADER.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}'" in PAGE.policy


def test_it_fits_into_the_first_flight(one_shop: House, pieces: list[Any]) -> None:
    for piece in pieces:
        answer = get(one_shop, f"/01/{tag(piece)}", Accept_Encoding="gzip")
        assert answer.headers["Content-Encoding"] == "gzip"
        assert len(answer.data) < 14 * 1024, piece["ref"]


def test_each_coding_holds_the_same_page(one_shop: House, pieces: list[Any]) -> None:
    path = f"/01/{tag(pieces[0])}"
    plain = get(one_shop, path)
    zipped = get(one_shop, path, Accept_Encoding="gzip")
    brotlied = get(one_shop, path, Accept_Encoding="br, gzip")
    assert gzip.decompress(zipped.data) == plain.data
    assert brotli.decompress(brotlied.data) == plain.data
    assert len({plain.headers["ETag"], zipped.headers["ETag"], brotlied.headers["ETag"]}) == 3


@pytest.mark.parametrize("lang", SPOKEN)
def test_it_speaks_the_language_of_the_phone(one_shop: House, pieces: list[Any], lang: str) -> None:
    answer = get(one_shop, f"/01/{tag(pieces[0])}", Accept_Language=f"{lang}-XX,{lang};q=0.9,ja;q=0.5")
    assert answer.headers["Content-Language"] == lang
    assert f'<html lang="{lang}">' in answer.text
    assert {"Accept-Language", "Accept-Encoding"} <= set(answer.vary)


def test_the_address_may_choose_the_language(one_shop: House, pieces: list[Any]) -> None:
    answer = get(one_shop, f"/01/{tag(pieces[0])}?lang=en", Accept_Language="fr")
    assert '<html lang="en">' in answer.text
    assert "Sizes here" in answer.text
    assert get(one_shop, f"/01/{tag(pieces[0])}?lang=xx", Accept_Language="ja").headers["Content-Language"] == "fr"


def test_it_offers_every_language_by_name(one_shop: House, pieces: list[Any]) -> None:
    page = get(one_shop, f"/01/{tag(pieces[0])}").text
    for lang in SPOKEN:
        path = f"/p/{pieces[0]['ref']}/{tag(pieces[0])}?lang={lang}"
        assert f'href="{path}" hreflang="{lang}" lang="{lang}"' in page


def test_every_language_says_the_same_things() -> None:
    def paths(node: Any, way: str = "") -> set[str]:
        if not isinstance(node, dict):
            return {way}
        return {path for key, value in node.items() for path in paths(value, f"{way}.{key}")}

    files = [json.loads((MESSAGES / f"{lang}.json").read_text("utf-8")) for lang in SPOKEN]
    assert all(paths(file) == paths(files[0]) for file in files)


def test_it_is_revalidated_without_being_drawn(one_shop: House, pieces: list[Any]) -> None:
    first = get(one_shop, f"/01/{tag(pieces[0])}", Accept_Encoding="gzip")
    assert first.headers["Cache-Control"].startswith("public, max-age=60")
    again = get(one_shop, f"/01/{tag(pieces[0])}", Accept_Encoding="gzip", If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.data) == (304, b"")
    other = get(one_shop, f"/01/{tag(pieces[0])}?lang=en", If_None_Match=first.headers["ETag"])
    assert other.status_code == 200


@pytest.mark.parametrize("more", ["/", "/10/LOT-1", "/22/A/10/B%2FC/21/9", "?utm_source=tag", "/10/01/21/12345678"])
def test_qualifiers_and_queries_lead_to_the_same_piece(one_shop: House, pieces: list[Any], more: str) -> None:
    answer = get(one_shop, f"/01/{tag(pieces[0])}{more}")
    assert answer.status_code == 200
    assert f'<p class="small">Code article (GTIN) {tag(pieces[0])}' in answer.text


def test_a_shorter_number_is_answered_in_the_canonical_form(one_shop: House, pieces: list[Any]) -> None:
    answer = get(one_shop, f"/01/{tag(pieces[0]).lstrip('0')}")
    assert answer.status_code == 200
    assert f"<https://cordee.example/01/{tag(pieces[0])}?linkType=linkset>" in answer.headers["Link"]


@pytest.mark.parametrize(
    "path",
    ["/01/", "/01/123", "/01/0950600013435X", "/01/{gtin}/foo", "/01/{gtin}/21/1/10/A", "/01/{gtin}//10/A",
     "/01/{gtin}/10/A%2", "/01/{gtin}?17=1&17=2", "/01/{gtin}/17/261231"],
)  # fmt: skip
def test_a_malformed_link_is_refused_in_words(one_shop: House, pieces: list[Any], path: str) -> None:
    answer = get(one_shop, path.format(gtin=tag(pieces[0])), Accept_Language="en")
    assert answer.status_code == 400
    assert "This code cannot be read" in answer.text


def test_a_wrong_check_digit_is_named(one_shop: House, pieces: list[Any]) -> None:
    good = tag(pieces[0])
    wrong = good[:-1] + str((int(good[-1]) + 1) % 10)
    answer = get(one_shop, f"/01/{wrong}")
    assert answer.status_code == 400
    assert f"devrait être {good[-1]}" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_unknown_piece_is_not_found_with_help(one_shop: House) -> None:
    unknown = f"0950600099{999}"
    answer = get(one_shop, f"/01/{unknown}{check_digit(unknown)}", Accept_Language="en")
    assert answer.status_code == 404
    assert "Show the tag to the team" in answer.text
    assert get(one_shop, "/p/no-such-piece").status_code == 404


def test_the_address_cannot_put_markup_into_the_page(one_shop: House) -> None:
    for path in ("/01/%3Cscript%3E", "/01/<script>alert(1)</script>", "/p/<script>"):
        answer = get(one_shop, path)
        assert answer.status_code in (400, 404)
        assert "<script>" not in answer.text


def test_any_site_may_read_it(one_shop: House, pieces: list[Any]) -> None:
    path = f"/01/{tag(pieces[0])}"
    answer = one_shop.app.test_client().options(path, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert set(answer.headers["Access-Control-Allow-Methods"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    head = one_shop.app.test_client().head(path, headers={"Accept": BROWSER})
    assert (head.status_code, head.data) == (200, b"")


def test_sizes_carry_their_count_and_its_time(one_shop: House) -> None:
    page = get(one_shop, f"/01/{SHELL}", Accept_Language="en").text
    assert sizes(page) == {SHELL: "2 here", SHELL_L: "not counted"}
    assert "Counted on 20 Nov, 11:12." in page


def test_a_new_count_makes_a_new_page(one_shop: House) -> None:
    before = get(one_shop, f"/01/{SHELL}", Accept_Language="en").headers["ETag"]
    with one_shop.app.app_context():
        stock.count("miramas", [(SHELL, 0, WHILE_OPEN), (SHELL_L, 3, WHILE_OPEN)])
        db.session.commit()
    answer = get(one_shop, f"/01/{SHELL}", Accept_Language="en", If_None_Match=before)
    assert answer.status_code == 200
    assert sizes(answer.text) == {SHELL: "not here", SHELL_L: "3 here"}
    assert "Counted on 5 Dec, 10:30." in answer.text


def test_a_piece_without_any_size_left_says_so(one_shop: House) -> None:
    assert "No size left here" in get(one_shop, f"/01/{FLEECE}", Accept_Language="en").text


def test_a_reduced_price_stands_beside_its_reference(one_shop: House) -> None:
    page = get(one_shop, f"/01/{SHELL}").text
    assert "349,90\xa0€</b> <s>499,90\xa0€</s>" in page
    assert re.search(r"−30\s%", page)
    assert "−30%" in get(one_shop, f"/01/{SHELL}?lang=en").text
    assert "indiqué par la boutique" in page  # nothing proves it in a shop whose record begins with the reduction
    assert "L112-1-1" not in page
    assert "indiqué par la boutique" not in get(one_shop, f"/01/{FLEECE}").text


def test_a_piece_that_no_shop_sells_has_no_size_and_no_price(one_shop: House) -> None:
    page = get(one_shop, "/p/paper-only", Accept_Language="en").text
    assert "not sold here" in page
    assert "€" not in page


def test_a_made_up_shop_is_called_so_and_kept_out_of_search(one_shop: House) -> None:
    page = get(one_shop, f"/01/{SHELL}").text
    assert "Boutique de démonstration" in page
    assert 'content="noindex"' in page
    real = get(one_shop, f"/01/{PACK}").text
    assert "Boutique de démonstration" not in real
    assert "noindex" not in real


def test_a_closed_shop_tells_neither_stock_nor_price(
    one_shop: House, pieces: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customer_pages, "now", lambda: AFTER_CLOSING)
    page = get(one_shop, f"/01/{tag(pieces[0])}", Accept_Language="en").text
    assert "closed on" in page
    assert "to the team" not in page, "there is nobody left to ask"
    assert "Sizes here" not in page
    assert "€" not in page
    assert 'content="noindex"' in page
    assert "offers" not in json.dumps(json_ld(page))


def test_a_closed_shop_sends_nobody_to_its_team_for_a_piece_it_never_had(
    one_shop: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "to the team" in get(one_shop, "/p/no-such-piece", Accept_Language="en").text
    monkeypatch.setattr(customer_pages, "now", lambda: AFTER_CLOSING)
    page = get(one_shop, "/p/no-such-piece", Accept_Language="en").text
    assert "to the team" not in page
    assert "customer service" in page


def test_its_data_for_machines_claims_no_number_that_the_shop_made_up(one_shop: House, pieces: list[Any]) -> None:
    for piece in pieces:
        data = json_ld(get(one_shop, f"/01/{tag(piece)}").text)
        assert data["name"] == piece["name"]
        for variant in data.get("hasVariant", ()):
            assert variant["hasGS1DigitalLink"].startswith("https://cordee.example/01/")
            assert "gtin14" not in variant or not variant["gtin14"].startswith("02")


def test_unknown_is_hatched_and_estimates_are_marked(one_shop: House, pieces: list[Any]) -> None:
    for piece in pieces:
        page = get(one_shop, f"/p/{piece['ref']}", Accept_Language="fr").text
        gauges = piece["gauges"].values()
        assert page.count(' unk">') == sum(gauge["level"] is None for gauge in gauges)
        assert page.count(' est">') == sum(gauge["provenance"] == "estimate" for gauge in gauges)
        assert ("Hachures" in page) == any(gauge["level"] is None for gauge in gauges)


def test_peer_charts_are_called_a_guide(one_shop: House, pieces: list[Any]) -> None:
    piece = next(one for one in pieces if one["category"] == "hardshell-jacket")
    page = get(one_shop, f"/p/{piece['ref']}", Accept_Language="fr").text
    assert "Repère\u202f: tableau" in page
