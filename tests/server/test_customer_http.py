"""The customers' pages as HTTP (RFC 9110) has it, and GS1's syntax over the wire: whatever comes, no server error."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from server.customer import pages
from server.customer.assets import ASSETS
from server.customer.words import SPOKEN

from .small_range import SHELL

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from .conftest import House

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "gtin.json").read_text("utf-8"))
PAGES = ("/p/trilogy-shell", f"/p/trilogy-shell/{SHELL}", "/guide", "/p/trilogy-shell/size", "/p/trilogy-shell/review")
KEPT = PAGES[:3]
TAG = f"/01/{SHELL}"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Mode": "navigate"}


@pytest.fixture(autouse=True)
def _while_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "now", lambda: datetime(2026, 12, 5, 9, 30, tzinfo=UTC))


def ask(house: House, path: str, method: str = "GET", **headers: str) -> TestResponse:
    sent = {key.replace("_", "-"): value for key, value in headers.items()}
    return house.app.test_client().open(path, method=method, headers=sent)


@pytest.mark.parametrize("path", [*PAGES, "/robots.txt", "/sitemap.xml", "/.well-known/gs1resolver", TAG])
def test_head_tells_what_get_would(one_shop: House, path: str) -> None:
    head, get = ask(one_shop, path, "HEAD"), ask(one_shop, path)
    assert head.status_code == get.status_code
    assert head.data == b""
    own = ("Set-Cookie", "X-Request-Id")
    described = [
        {name: value for name, value in answer.headers.items() if name not in (*own, "Content-Length")}
        for answer in (head, get)
    ]
    assert described[0] == described[1]
    assert "review" in path or head.headers["Content-Length"] == get.headers["Content-Length"]


@pytest.mark.parametrize("path", [*PAGES, TAG])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "PROPFIND", "TRACE", "FOO"])
def test_other_methods_are_told_which_ones_there_are(one_shop: House, path: str, method: str) -> None:
    answer = ask(one_shop, path, method)
    assert answer.status_code == 405
    assert {"GET", "HEAD", "OPTIONS"} <= set(answer.headers["Allow"].split(", "))


@pytest.mark.parametrize("path", KEPT)
def test_a_page_is_revalidated_by_any_list_of_tags(one_shop: House, path: str) -> None:
    tag = ask(one_shop, path).headers["ETag"]
    for known in (tag, f"W/{tag}", f'"x", {tag} , "y"', "*"):
        answer = ask(one_shop, path, If_None_Match=known)
        assert (answer.status_code, answer.data) == (304, b"")
        assert answer.headers["ETag"] == tag
        assert {"Cache-Control", "Vary", "Content-Security-Policy"} <= set(answer.headers.keys())
    for other in ('"x", W/"y"', ""):
        assert ask(one_shop, path, If_None_Match=other).status_code == 200


@pytest.mark.parametrize("path", KEPT)
def test_each_language_and_coding_has_a_tag_of_its_own(one_shop: House, path: str) -> None:
    tags = [
        ask(one_shop, path, Accept_Language=lang, Accept_Encoding=coding).headers["ETag"]
        for lang in ("fr", "en", "de", "it", "es")
        for coding in ("identity", "gzip", "br")
    ]
    assert len(set(tags)) == len(tags)


def test_a_cache_is_told_what_an_answer_depends_on(one_shop: House) -> None:
    varies = {path: set(ask(one_shop, path).headers["Vary"].split(", ")) for path in (*PAGES, f"{PAGES[0]}?lang=de")}
    assert varies[f"{PAGES[0]}?lang=de"] == {"Accept-Encoding"}
    assert varies[PAGES[0]] == {"Accept-Encoding", "Accept-Language"}
    tag = set(one_shop.app.test_client().get(TAG, headers=BROWSER).headers["Vary"].split(", "))
    assert tag == {"Accept-Encoding", "Accept-Language", "Accept", "Sec-Fetch-Mode"}


@pytest.mark.parametrize(
    ("asked", "lang"),
    [
        ("de-CH;q=0.8, it;q=0.9, fr;q=0", "it"),
        ("fr-CA, en;q=0.5", "fr"),
        ("en-US,en;q=0.9,es;q=0.8", "en"),
        ("pt, es;q=0.4, en;q=0.3", "es"),
        ("ja, zh;q=0.9", "fr"),
        ("*", "fr"),
        ("", "fr"),
        (";;;q=1,,", "fr"),
        ("de;q=nonsense", "fr"),
        ("x" * 5000, "fr"),
    ],
)
def test_the_language_is_weighed_as_the_phone_asks(one_shop: House, asked: str, lang: str) -> None:
    assert ask(one_shop, PAGES[0], Accept_Language=asked).headers["Content-Language"] == lang


@pytest.mark.parametrize("accept", ["image/png", "text/html;q=0", ";;;", "application/pdf, */*;q=0"])
def test_a_page_has_one_form_and_sends_it(one_shop: House, accept: str) -> None:
    answer = ask(one_shop, PAGES[0], Accept=accept)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")


def test_a_part_of_a_page_is_the_whole_of_it(one_shop: House) -> None:
    answer = ask(one_shop, PAGES[0], Range="bytes=0-10", If_Range='"x"')
    assert answer.status_code == 200
    assert "Content-Range" not in answer.headers


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("path", ["/01/123", "/01/09506000134353", "/01/0950600013435X", f"{TAG}/foo", "/p/no-such"])
def test_what_is_wrong_is_said_in_the_language_of_the_phone(one_shop: House, path: str, lang: str) -> None:
    page = one_shop.app.test_client().get(path, headers={**BROWSER, "Accept-Language": lang}).text
    assert f'<html lang="{lang}">' in page
    assert '<p class="purpose">' in page, "no sentence stands in another language"
    for other in SPOKEN:
        assert f'href="{path}?lang={other}"' in page
    assert f'href="/guide?lang={lang}"' in page


def test_the_languages_of_a_page_never_lead_to_another_host(one_shop: House) -> None:
    raw = {"RAW_URI": "//01/123?x=%22><&lang=de&y=1"}  # as gunicorn hands it on
    page = one_shop.app.test_client().get("/01/123", environ_overrides=raw).text
    assert 'href="/01/123?x=%22&gt;&lt;&amp;y=1&amp;lang=fr"' in page
    assert 'href="//' not in page


@pytest.mark.parametrize("path", [*PAGES, "/p/trilogy-shell?lang=de"])
def test_a_slash_at_the_end_changes_nothing(one_shop: House, path: str) -> None:
    address, _, query = path.partition("?")
    more, plain = ask(one_shop, f"{address}/?{query}"), ask(one_shop, path)
    assert more.status_code == 200
    assert "review" in path or more.data == plain.data


@pytest.mark.parametrize("path", KEPT)
def test_a_new_day_makes_a_new_page(one_shop: House, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    tag = ask(one_shop, path).headers["ETag"]
    monkeypatch.setattr(pages, "now", lambda: datetime(2026, 12, 6, 9, 30, tzinfo=UTC))
    assert ask(one_shop, path, If_None_Match=tag).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/01/%", "/01/%zz", "/01/%00", "/01//" + SHELL, "/01/", "/01", "/01/%0a", "/p/%00", "/p/%ff%fe", "/p/%", "/p//",
     "/p/" + "a" * 5000, "/01/" + "9" * 5000, "/guide?" + "a" * 5000, "/guide?%", "/page/x", f"/01/{SHELL}%0d%0a",
     "/guide?lang=%ff&shop=%00&size=%f0%9f", "/p/trilogy-shell?lang=%00", "/p/trilogy-shell/%2e%2e", "/guide?=&&;=",
     "/p/trilogy-shell/size?chest_mm=%00", "/p/trilogy-shell/size?chest_mm=" + "9" * 500, f"/01/{SHELL}?linkType=%",
     "/guide?temperature_c=" + "9" * 400, f"/01/{SHELL}?linkType=gs1:pip&linkType=gs1:nosuch",
     f"/01/{SHELL}%2F10%2FA", f"/01/{SHELL}/10/%e2%82"],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_no_address_breaks_it(one_shop: House, path: str, method: str) -> None:
    for headers in ({}, BROWSER, {"Accept": "application/linkset+json"}):
        assert one_shop.app.test_client().open(path, method=method, headers=headers).status_code < 500


@pytest.mark.parametrize(("link", "gtin", "_qualifiers"), VECTORS["links"])
def test_a_well_formed_link_to_an_unknown_item_is_not_found(
    one_shop: House, link: str, gtin: str, _qualifiers: object
) -> None:
    assert gtin
    assert ask(one_shop, link[link.index("/01/") :] if "faux" not in link else f"/01/{gtin}").status_code == 404


@pytest.mark.parametrize("link", [link for link in VECTORS["links_refused"] if link.startswith("/01/")])
def test_a_malformed_link_is_a_bad_request(one_shop: House, link: str) -> None:
    for headers in ({}, BROWSER, {"Accept": "application/linkset+json"}):
        assert one_shop.app.test_client().get(link, headers=headers).status_code == 400


@pytest.mark.parametrize("link", [link for link in VECTORS["links_refused"] if link[:4] in ("/00/", "/414", "/800")])
def test_keys_of_other_things_are_not_resolved_here(one_shop: House, link: str) -> None:
    assert ask(one_shop, link).status_code == 404


def test_a_page_says_of_itself_which_address_is_its_own(one_shop: House) -> None:
    follows, named = ask(one_shop, PAGES[0]).text, ask(one_shop, f"{PAGES[0]}?lang=fr").text
    address = "https://cordee.example/p/trilogy-shell"
    assert f'<link rel="canonical" href="{address}">' in follows
    assert f'<link rel="canonical" href="{address}?lang=fr">' in named
    for page in (follows, named):
        assert f'hreflang="x-default" href="{address}"' in page
        assert page.count('rel="alternate"') == 6


@pytest.mark.parametrize("name", ASSETS)
def test_what_stands_beside_a_page_is_fetched_once(one_shop: House, name: str) -> None:
    asset = ASSETS[name]
    answer = ask(one_shop, asset.address, Accept_Encoding="br")
    assert (answer.status_code, answer.data) == (200, asset.bodies["br"])
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Security-Policy"]
    assert ask(one_shop, asset.address.replace("-", "-0")).status_code == 404
