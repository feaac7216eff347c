"""The guide: the seller's questions and ranking on plain pages, by addresses that can be shared."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from server.catalogue.service import current
from server.customer.words import SPOKEN, words
from server.guide import asked, routes
from server.guide.questions import as_form

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from .conftest import House

NEED = "/guide?lang=en&shop=miramas&activity=ski-touring&wanted=shell"


@pytest.fixture(autouse=True)
def _while_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "now", lambda: datetime(2026, 12, 5, 9, 30, tzinfo=UTC))


def get(house: House, path: str, **headers: str) -> TestResponse:
    return house.app.test_client().get(path, headers={key.replace("_", "-"): value for key, value in headers.items()})


def page(house: House, path: str) -> str:
    answer = get(house, path)
    assert answer.status_code == 200
    return answer.text


def names(text: str) -> list[str]:
    return re.findall(r'<h3><a href="/p/[^"]+">([^<]+)</a>', text)


def links(text: str, group: str) -> list[tuple[str, str]]:
    """Return the addresses and words of the links of a list."""
    found = re.search(rf'<ul class="{group}".*?</ul>', text, re.DOTALL)
    pairs = re.findall(r'<a (?:class="\w+" )?href="([^"]+)"[^>]*>([^<]+)', found[0]) if found else []
    return [(unescape(href), label) for href, label in pairs]


@pytest.mark.parametrize("lang", SPOKEN)
def test_it_begins_with_a_question_in_the_customer_s_language(one_shop: House, lang: str) -> None:
    answer = get(one_shop, "/guide", Accept_Language=lang)
    assert answer.headers["Content-Language"] == lang
    assert "Set-Cookie" not in answer.headers
    assert "<script" not in answer.text
    assert 'name="activity"' in answer.text
    assert names(answer.text) == []


def test_it_ranks_as_the_seller_s_finder_does(one_shop: House) -> None:
    answers = {"activity": "ski-touring", "wanted": "shell", "temperature_c": -8}
    asked_for = {"shop": "miramas", "lang": "en", "answers": answers, "limit": 8}
    told = one_shop.app.test_client().post("/api/v1/finder", json=asked_for).get_json()
    text = page(one_shop, f"{NEED}&temperature_c=-8")
    assert names(text) == [result["name"] for result in told["results"]]
    for reason in told["results"][0]["reasons"][:3]:
        assert reason["text"] in unescape(text)


def test_each_answer_can_be_taken_back_and_the_address_says_it_all(one_shop: House) -> None:
    chips = links(page(one_shop, f"{NEED}&prefer=light&prefer=warm"), "chips")
    assert [label for _, label in chips] == ["Ski touring", "Against rain and wind", "Light", "Warm", "Start again"]
    without_light = next(href for href, label in chips if label == "Light")
    left = parse_qsl(urlsplit(without_light).query)
    assert ("prefer", "warm") in left
    assert ("prefer", "light") not in left
    assert ("activity", "ski-touring") in left
    assert names(page(one_shop, without_light)) == ["Trilogy Shell"]


def test_every_form_carries_what_was_said(one_shop: House) -> None:
    text = page(one_shop, f"{NEED}&size=M&skip=effort")
    for form in re.findall(r'<form action="/guide".*?</form>', text, re.DOTALL):
        for name, value in (("activity", "ski-touring"), ("wanted", "shell"), ("size", "M"), ("skip", "effort")):
            assert f'<input type="hidden" name="{name}" value="{value}">' in form


def test_a_question_that_was_passed_over_is_not_asked_again(one_shop: House) -> None:
    path, seen = NEED.replace("&wanted=shell", ""), set()
    for _ in range(20):
        text = page(one_shop, path)
        question = re.search(r'<h2 id="question">([^<]+)</h2>', text)
        skip = re.search(r'class="skip-link" href="([^"]+)">Skip', text)
        if question is None or skip is None:
            break
        assert question[1] not in seen
        seen.add(question[1])
        path = unescape(skip[1])
    else:
        pytest.fail("the questions never end")
    assert seen


def test_nothing_found_shows_what_to_let_go(one_shop: House) -> None:
    text = page(one_shop, f"{NEED}&size=M&budget=50")
    assert names(text) == []
    assert "Nothing here has all of that." in text
    (href, label), *_ = links(text, "ways")
    assert "up to €50" in label
    assert names(page(one_shop, href)) == ["Trilogy Shell"]


def test_what_is_not_understood_is_left_aside_and_named(one_shop: House) -> None:
    text = page(one_shop, f"{NEED}&weather=lava&temperature_c=cold&must=%3Cb%3E&budget=-5&unknown=1")
    alert = re.search(r'role="alert">([^<]+)<', text)
    assert alert is not None
    for word in ("lava", "cold", "&lt;b&gt;"):
        assert word in alert[1]
    assert "<b>E" not in text
    assert names(text) == ["Trilogy Shell"]


@pytest.mark.parametrize(("raw", "cents"), [("200", 20_000), ("199,90", 19_990), ("200 €", 20_000), ("99.5", 9_950)])
def test_a_budget_is_read_as_people_write_it(raw: str, cents: int, one_shop: House) -> None:
    assert _read(one_shop, ("budget", raw)).answers == {"budget_cents": cents}


@pytest.mark.parametrize(("raw", "degrees"), [("-8", -8), ("−8", -8), ("−7,6 °C", -8), ("5", 5)])
def test_a_temperature_is_read_as_people_write_it(raw: str, degrees: int, one_shop: House) -> None:
    assert _read(one_shop, ("temperature_c", raw)).answers == {"temperature_c": degrees}


@pytest.mark.parametrize("raw", ["nan", "inf", "1e999", "٣", "--8"])
def test_what_is_no_number_is_refused(raw: str, one_shop: House) -> None:
    found = _read(one_shop, ("temperature_c", raw))
    assert found.answers in ({}, {"temperature_c": 3})
    assert found.answers or found.refused


def _read(house: House, *pairs: tuple[str, str]) -> asked.Asked:
    with house.app.app_context():
        return asked.read(list(pairs), _finder(house))


def _finder(house: House) -> Any:
    return current().document["finder"]


def test_contradictions_never_break_the_page(one_shop: House) -> None:
    text = page(one_shop, f"{NEED}&must=pit_zips&must_not=pit_zips")
    assert names(text) == ["Trilogy Shell"]


def test_it_tells_the_size_and_the_time_of_the_count(one_shop: House) -> None:
    text = page(one_shop, f"{NEED}&size=M")
    assert "Size M: 2 here, counted on 20 Nov, 11:12." in text
    assert "€349.90" in text
    assert "M</button>" in page(one_shop, NEED)


def test_where_there_are_several_shops_the_address_names_one(one_shop: House) -> None:
    everywhere = page(one_shop, NEED.replace("&shop=miramas", ""))
    assert names(everywhere) == ["Trilogy Shell"]
    assert "€349.90" not in everywhere
    assert "has closed" not in everywhere
    assert names(page(one_shop, NEED.replace("miramas", "annecy"))) == []


def test_it_says_that_the_shop_is_made_up_and_stays_out_of_search(one_shop: House) -> None:
    text = page(one_shop, "/guide?lang=en&shop=miramas")
    assert "Demonstration shop" in text
    assert 'name="robots" content="noindex"' in text
    assert 'name="robots"' not in page(one_shop, "/guide?lang=en&shop=annecy")
    assert 'name="robots" content="noindex"' in page(one_shop, "/guide?lang=en&shop=annecy&activity=hiking")


def test_after_the_shop_it_still_advises_without_price_and_stock(
    one_shop: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes, "now", lambda: datetime(2027, 3, 20, 9, 30, tzinfo=UTC))
    text = page(one_shop, f"{NEED}")
    assert names(text) == ["Trilogy Shell"]
    assert "has closed" in text
    assert "€" not in text.partition("</article>")[0]
    assert "here, counted" not in text


def test_it_is_revalidated_and_a_new_count_makes_a_new_page(one_shop: House) -> None:
    first = get(one_shop, f"{NEED}")
    known = {"If_None_Match": first.headers["ETag"]}
    assert get(one_shop, f"{NEED}", **known).status_code == 304
    assert get(one_shop, f"{NEED}&size=M", **known).status_code == 200


def test_a_question_of_each_kind_has_something_to_press_or_to_type(one_shop: House) -> None:
    with one_shop.app.app_context():
        for question in _finder(one_shop)["questions"]:
            wishes = {wish: {"fr": wish} for wish in question["probe"] if isinstance(wish, str)}
            form = as_form(question, words("fr"), ["M"], wishes)
            assert form.buttons or form.typed or question["id"] in ("must", "must_not"), question["id"]


def test_an_endless_address_is_only_an_address(one_shop: House) -> None:
    assert get(one_shop, f"{NEED}&" + "&".join(f"must=x{number}" for number in range(500))).status_code == 200
    assert get(one_shop, f"{NEED}&size={'M' * 3_000}").status_code == 200
