"""The resolver behind the tags, held to GS1-Conformant Resolver 1.2 the way GS1's own test suite asks."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from server.customer import pages

from .small_range import PACK, SHELL

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from .conftest import House

SCHEMA = json.loads((Path(__file__).parent.parent / "vectors" / "linkset.schema.json").read_text("utf-8"))
VOCABULARY = "https://ref.gs1.org/voc/"
OURS = "https://cordee.example"
ITEM = f"/01/{SHELL}"
PAGE = f"{OURS}/p/trilogy-shell/{SHELL}"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
LINKSET = "application/linkset+json"


@pytest.fixture(autouse=True)
def _while_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "now", lambda: datetime(2026, 12, 5, 9, 30, tzinfo=UTC))


def ask(house: House, path: str, **headers: str) -> TestResponse:
    sent = {key.replace("_", "-"): value for key, value in headers.items()}
    return house.app.test_client().get(path, headers=sent)


def linkset(house: House) -> dict[str, Any]:
    body: dict[str, Any] = ask(house, f"{ITEM}?linkType=linkset").get_json(force=True)
    return body


def test_a_scan_is_sent_on_to_the_default_link(one_shop: House) -> None:
    answer = ask(one_shop, ITEM)
    assert (answer.status_code, answer.headers["Location"]) == (307, PAGE)
    assert answer.headers["Link"] == f'<{OURS}{ITEM}?linkType=linkset>; rel="linkset"; type="{LINKSET}"'
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert {"Accept", "Accept-Language", "Sec-Fetch-Mode"} <= set(re.split(", ?", answer.headers["Vary"]))


@pytest.mark.parametrize("headers", [BROWSER, {"Accept": "text/html", "Sec-Fetch-Mode": "navigate"}])
def test_a_browser_gets_the_page_at_once(one_shop: House, headers: dict[str, str]) -> None:
    answer = one_shop.app.test_client().get(ITEM, headers=headers)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    followed = ask(one_shop, PAGE.removeprefix(OURS))
    assert followed.text == answer.text


@pytest.mark.parametrize("accept", ["text/html", "*/*", "text/html;q=0.9,*/*;q=0.1"])
def test_a_tool_that_accepts_html_is_sent_on(one_shop: House, accept: str) -> None:
    assert ask(one_shop, ITEM, Accept=accept).status_code == 307


@pytest.mark.parametrize("path", ["/10/KL8G", "/22/A/10/B%2FC/21/9%25", "/235/XY"])
def test_unknown_qualifiers_walk_up_to_the_item(one_shop: House, path: str) -> None:
    answer = ask(one_shop, ITEM + path)
    assert (answer.status_code, answer.headers["Location"]) == (307, PAGE)
    assert answer.headers["Link"].startswith(f"<{OURS}{ITEM}{path}?linkType=linkset>")


@pytest.mark.parametrize(
    "query",
    ["foo=bar", "flag", "a=%2F%2f&b=+&c=", "utm_source=tag;x=1", "lang=de&lang=fr", "3103=000195", "q=a%20b%C3%A9"],
)
def test_the_query_is_passed_on_byte_for_byte(one_shop: House, query: str) -> None:
    assert ask(one_shop, f"{ITEM}?{query}").headers["Location"] == f"{PAGE}?{query}"


def test_the_query_stands_before_the_place_in_the_page(one_shop: House) -> None:
    kind = "linkType=gs1:consumerHandlingStorageInfo&foo=bar"
    answer = ask(one_shop, f"{ITEM}?{kind}", Accept_Language="de-AT,de;q=0.9,en;q=0.5")
    assert answer.headers["Location"] == f"{PAGE}?lang=de&{kind}#care"


def test_a_trailing_slash_changes_nothing(one_shop: House) -> None:
    answer = ask(one_shop, f"{ITEM}/")
    assert (answer.status_code, answer.headers["Location"]) == (307, PAGE)


def test_a_shorter_number_is_taken_and_the_canonical_one_given(one_shop: House) -> None:
    answer = ask(one_shop, f"/01/{SHELL.lstrip('0')}")
    assert answer.headers["Location"] == PAGE
    assert f"{OURS}{ITEM}?" in answer.headers["Link"]


@pytest.mark.parametrize("name", ["linkset", "all"])
@pytest.mark.parametrize("accept", ["*/*", LINKSET, "application/json"])
def test_all_links_come_as_one_document(one_shop: House, name: str, accept: str) -> None:
    answer = ask(one_shop, f"{ITEM}?linkType={name}", Accept=accept)
    assert answer.status_code == 200
    assert answer.mimetype == ("application/json" if accept == "application/json" else LINKSET)
    assert 'rel="http://www.w3.org/ns/json-ld#context"' in ", ".join(answer.headers.getlist("Link"))
    assert jsonschema_rs.validator_for(SCHEMA).is_valid(answer.get_json(force=True))


def test_who_accepts_a_linkset_gets_it_without_asking(one_shop: House) -> None:
    answer = ask(one_shop, f"{ITEM}/10/KL8G", Accept=f"{LINKSET}, text/html;q=0.5")
    assert answer.mimetype == LINKSET
    assert answer.get_json(force=True)["linkset"][0]["anchor"] == f"{OURS}{ITEM}"


@pytest.mark.parametrize("more", ['; profile="https://ref.gs1.org/voc/"', ";charset=utf-8", "; charset=utf-8;q=0.9"])
@pytest.mark.parametrize("kind", [LINKSET, "application/json", "application/ld+json"])
def test_what_narrows_a_media_type_does_not_hide_it(one_shop: House, kind: str, more: str) -> None:
    answer = ask(one_shop, ITEM, Accept=f"{kind}{more}, */*;q=0.1")
    assert (answer.status_code, answer.mimetype) == (200, kind)


def test_json_ld_has_its_context_and_the_schema_s_form_has_none(one_shop: House) -> None:
    answer = ask(one_shop, ITEM, Accept="application/ld+json")
    assert answer.mimetype == "application/ld+json"
    assert answer.get_json(force=True)["@context"] == "https://ref.gs1.org/standards/resolver/linkset-context"
    assert "@context" not in linkset(one_shop)


def test_a_browser_that_asks_for_the_links_gets_a_list_with_the_data_in_it(one_shop: House) -> None:
    page = one_shop.app.test_client().get(f"{ITEM}?linkType=linkset&lang=en", headers=BROWSER).text
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["linkset"] == linkset(one_shop)["linkset"]
    assert f'href="{PAGE}?lang=en"' in page


def test_there_is_exactly_one_default_link_and_it_stands_again_under_its_type(one_shop: House) -> None:
    (item,) = linkset(one_shop)["linkset"]
    assert item[f"{VOCABULARY}defaultLink"] == [{"href": PAGE, "title": item[f"{VOCABULARY}defaultLink"][0]["title"]}]
    assert all(link["href"].startswith(f"{PAGE}?lang=") for link in item[f"{VOCABULARY}pip"])


def test_every_link_leads_where_it_says_by_its_type_and_language(one_shop: House) -> None:
    (item,) = linkset(one_shop)["linkset"]
    kinds = [key for key in item if key.startswith(VOCABULARY) and not key.endswith("defaultLink")]
    assert len(kinds) == 3
    for kind in kinds:
        for link in item[kind]:
            name = kind.removeprefix(VOCABULARY)
            for asked in (f"gs1:{name}", kind, f"https://gs1.org/voc/{name}", f"https://www.gs1.org/voc/{name}"):
                query = f"linkType={asked}"
                answer = ask(one_shop, f"{ITEM}?{query}", Accept=link["type"], Accept_Language=link["hreflang"][0])
                address, mark, place = link["href"].partition("#")
                assert (answer.status_code, answer.headers["Location"]) == (307, f"{address}&{query}{mark}{place}")
            assert ask(one_shop, link["href"].removeprefix(OURS)).status_code == 200


@pytest.mark.parametrize("kind", ["gs1:nosuchlt", "gs1:recallStatus", "pip", "https://example.com/voc/pip", "%00"])
def test_a_link_that_is_not_there_is_not_found(one_shop: House, kind: str) -> None:
    answer = ask(one_shop, f"{ITEM}?linkType={kind}", Accept_Language="en")
    assert answer.status_code == 404
    assert "gs1:pip" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/foo", "/10", "/10/%0AX:y", "/21/1/10/A", "/10/A/10/B", "//10/A", "/10/A%2", "/17/261231", "?17=1&17=2", "?10=A",
     "?77=1", "/10/%C3%A9", "/10/" + "A" * 21],
)  # fmt: skip
def test_what_is_no_link_is_a_bad_request(one_shop: House, path: str) -> None:
    for accept in ("*/*", "text/html", LINKSET):
        answer = ask(one_shop, ITEM + path, Accept=accept)
        assert answer.status_code == 400
        assert answer.mimetype == ("application/problem+json" if accept == LINKSET else "text/html")
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_a_good_link_to_an_unknown_item_is_not_found(one_shop: House) -> None:
    answer = ask(one_shop, "/01/09506000134352", Accept="application/json")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.get_json()["status"] == 404
    assert "Link" not in answer.headers, "there are no links of what is not known"


@pytest.mark.parametrize(
    "path", ["/eh2W2WxiAAAAAAAAA", "/ex8004", "/gtin/09506000134352", "/8006/0", "/.well-known/other"]
)
def test_what_is_not_resolved_here_is_said_to_be_absent(one_shop: House, path: str) -> None:
    assert ask(one_shop, path).status_code in (400, 404)


def test_options_tells_what_may_be_done_and_where_the_links_are(one_shop: House) -> None:
    headers = {"Origin": "https://ref.gs1.org", "Access-Control-Request-Method": "GET,HEAD,OPTIONS"}
    answer = one_shop.app.test_client().options(ITEM, headers=headers)
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert set(answer.headers["Access-Control-Allow-Methods"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert 'rel="linkset"' in answer.headers["Link"]
    assert "gs1:" not in answer.headers["Link"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_changes_nothing(one_shop: House, method: str) -> None:
    answer = getattr(one_shop.app.test_client(), method)(ITEM)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_head_says_the_same_without_a_body(one_shop: House) -> None:
    for path in (ITEM, f"{ITEM}?linkType=linkset"):
        got, head = ask(one_shop, path), one_shop.app.test_client().head(path)
        assert (head.status_code, head.data) == (got.status_code, b"")
        assert head.headers.get("Location") == got.headers.get("Location")


@pytest.mark.parametrize("path", ["/.well-known/gs1resolver", PAGE.removeprefix(OURS), "/guide", f"{ITEM}/foo"])
def test_every_site_may_ask_what_it_may_do(one_shop: House, path: str) -> None:
    answer = one_shop.app.test_client().options(path, headers={"Origin": "https://ref.gs1.org"})
    assert answer.status_code in (200, 204)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert {"GET", "HEAD", "OPTIONS"} <= set(answer.headers["Allow"].split(", "))


def test_it_describes_itself(one_shop: House) -> None:
    answer = ask(one_shop, "/.well-known/gs1resolver")
    body = answer.get_json()
    assert (body["resolverRoot"], body["supportedPrimaryKeys"]) == (OURS, ["01"])
    assert body["linkTypeDefaultCanBeLinkset"] is False
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_after_the_shop_nobody_is_asked_for_an_opinion(one_shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "now", lambda: datetime(2027, 3, 20, 9, 30, tzinfo=UTC))
    (item,) = linkset(one_shop)["linkset"]
    assert f"{VOCABULARY}leaveReview" not in item
    assert f"{VOCABULARY}consumerHandlingStorageInfo" in item
    assert ask(one_shop, f"{ITEM}?linkType=gs1:leaveReview").status_code == 404


def test_a_variant_stands_only_under_its_own_piece(one_shop: House) -> None:
    assert ask(one_shop, f"/p/trilogy-shell/{PACK}").status_code == 404
    assert ask(one_shop, "/p/trilogy-shell/123").status_code == 400
    assert ask(one_shop, f"/p/no-such-piece/{SHELL}").status_code == 404
