"""The customer's page beyond the piece itself: its size by a form, what goes with it, and what machines read."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from defusedxml import ElementTree

from server.catalogue.service import current
from server.customer import finding, pages, related
from server.customer.icons import PATHS, icon_of
from server.customer.words import MESSAGES, SPOKEN

from .conftest import House, opened
from .small_range import SHELL, SHELL_L

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkzeug.test import TestResponse

WHILE_OPEN = datetime(2026, 12, 5, 9, 30, tzinfo=UTC)
AFTER_CLOSING = datetime(2027, 3, 20, 9, 30, tzinfo=UTC)
XML = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(autouse=True)
def _while_open(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pages, finding):
        monkeypatch.setattr(module, "now", lambda: WHILE_OPEN)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The server with the whole range of the demonstration."""
    with opened(f"sqlite:///{tmp_path_factory.mktemp('whole') / 'cordee.db'}") as app:
        assert "is published" in app.test_cli_runner().invoke(args=["first-run"]).output
        yield House(app)


def get(house: House, path: str, **headers: str) -> TestResponse:
    sent = {"Accept": "text/html"} | {key.replace("_", "-"): value for key, value in headers.items()}
    return house.app.test_client().get(path, headers=sent)


def ref_of(house: House, category: str) -> str:
    with house.app.app_context():
        return str(next(p["ref"] for p in current().document["products"] if p["category"] == category))


def test_the_size_is_told_for_measures_in_the_customer_s_own_units(whole: House) -> None:
    ref = ref_of(whole, "hardshell-jacket")
    page = get(whole, f"/p/{ref}?lang=fr").text
    assert f'href="/p/{ref}/size?lang=fr"' in page
    sizes = {
        raw: re.search(r'class="amount"><b>([^<]+)', get(whole, f"/p/{ref}/size?lang=fr&chest_mm={raw}").text)
        for raw in ("98", "98,0 cm", "980 mm", "38.6%22", "38.6in")
    }
    assert len({found[1] for found in sizes.values() if found}) == 1
    assert all(sizes.values())


@pytest.mark.parametrize(
    ("query", "says"),
    [("chest_mm=large", "en centimètres"), ("chest_mm=-4", "en centimètres"), ("chest_mm=1e9", "en centimètres"),
     ("chest_mm=nan", "en centimètres"), ("chest_mm=", "au moins une"), ("chest_mm=400", "en centimètres")],
)  # fmt: skip
def test_a_measure_that_cannot_be_is_said_and_kept(whole: House, query: str, says: str) -> None:
    answer = get(whole, f"/p/{ref_of(whole, 'hardshell-jacket')}/size?lang=fr&{query}")
    assert answer.status_code == 200
    alert = re.search(r'role="alert">([^<]+)', answer.text)
    assert alert is not None
    assert says in alert[1]
    assert f'value="{query.partition("=")[2]}"' in answer.text


def test_a_peer_s_chart_is_called_a_guide_on_the_form_too(whole: House) -> None:
    assert "Repère" in get(whole, f"/p/{ref_of(whole, 'hardshell-jacket')}/size?lang=fr").text


def test_a_piece_of_one_size_asks_nothing(one_shop: House) -> None:
    page = get(one_shop, "/p/day-pack/size?lang=fr")
    assert page.status_code == 200
    assert "<input" not in page.text
    assert get(one_shop, "/p/no-such-piece/size").status_code == 404


def test_what_goes_with_it_is_another_layer_and_what_is_like_it_the_same_category(whole: House) -> None:
    with whole.app.app_context():
        published = current()
        families = {category["id"]: category["family"] for category in published.document["categories"]}
        shown = 0
        for product in published.document["products"]:
            beside = related.goes_with(published, product, "miramas", "fr")
            for link in beside:
                other = published.products_by_ref[link["path"].split("/")[2].partition("?")[0]]
                assert families[other["category"]] != families[product["category"]]
            for link in related.like(published, product, "miramas", "fr"):
                other = published.products_by_ref[link["path"].split("/")[2].partition("?")[0]]
                assert other["category"] == product["category"]
                assert other["ref"] != product["ref"]
                assert (
                    "kids" not in {product["audience"], other["audience"]} or product["audience"] == other["audience"]
                )
            shown += len(beside) > 0
        assert shown > len(published.document["products"]) * 0.9


def test_after_the_shop_the_page_offers_nothing_to_buy(one_shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "now", lambda: AFTER_CLOSING)
    page = get(one_shop, "/p/trilogy-shell?lang=en").text
    assert "What goes with it" not in page
    assert "/guide" not in page
    assert "/review" not in page
    assert json_ld(page)["@type"] == "Product"


def json_ld(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_machines_read_every_variant_with_its_offer(one_shop: House) -> None:
    data = json_ld(get(one_shop, "/p/trilogy-shell?lang=en").text)
    assert data["@type"] == "ProductGroup"
    assert data["variesBy"] == ["https://schema.org/size"]
    offers = {each["hasGS1DigitalLink"].rpartition("/")[2]: each["offers"] for each in data["hasVariant"]}
    assert offers.keys() == {SHELL, SHELL_L}
    assert offers[SHELL]["price"] == "349.90"
    assert offers[SHELL]["availability"] == "https://schema.org/InStoreOnly"
    assert "availability" not in offers[SHELL_L]
    assert all("gtin14" not in each for each in data["hasVariant"])


def test_every_kind_of_care_has_a_drawing(whole: House) -> None:
    with whole.app.app_context():
        kinds = {step["kind"] for way in current().document["care"] for step in way["steps"]}
    assert all(icon_of(kind) for kind in kinds)
    assert kinds >= PATHS.keys()
    page = get(whole, f"/p/{ref_of(whole, 'hardshell-jacket')}").text
    used = set(re.findall(r'<use href="#(i-[a-z]+)"', page))
    assert used == set(re.findall(r'<symbol id="(i-[a-z]+)"', page))
    assert used


def test_search_engines_find_a_real_open_shop_and_nothing_after(
    one_shop: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    robots = get(one_shop, "/robots.txt").text
    assert "Disallow: /app/" in robots
    assert "Sitemap: https://cordee.example/sitemap.xml" in robots
    listed = located(one_shop)
    assert "https://cordee.example/p/day-pack?lang=de" in listed
    assert not any("trilogy-shell" in address for address in listed), "only a made-up shop sells it"
    assert len(listed) == 2 * len(SPOKEN)
    monkeypatch.setattr(finding, "now", lambda: AFTER_CLOSING)
    assert located(one_shop) == []
    assert "Sitemap" not in get(one_shop, "/robots.txt").text


def located(house: House) -> list[str]:
    root = ElementTree.fromstring(get(house, "/sitemap.xml").data)
    return [str(found.text) for found in root.findall("map:url/map:loc", XML)]


def test_every_language_knows_every_sentence() -> None:
    def keys(node: Any, path: str = "") -> set[str]:
        if not isinstance(node, dict):
            return {path}
        return {key for name, inner in node.items() for key in keys(inner, f"{path}.{name}")}

    known = {lang: keys(json.loads((MESSAGES / f"{lang}.json").read_text("utf-8"))) for lang in SPOKEN}
    for lang in SPOKEN:
        assert known[lang] == known["fr"], lang
