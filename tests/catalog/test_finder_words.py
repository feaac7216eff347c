"""What is said: with the piece's own figures, hedged where it is estimated, in one language, in few words."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any

import pytest

from catalog.finder import sentences, shelf
from catalog.finder.shelf import _KEPT_SHELVES
from catalog.model import LANGUAGES
from tests.catalog.finder_real import SHOP, ask, document, knowledge, reference

Json = dict[str, Any]
GUESS = {
    "fr": "D’après notre estimation, ",
    "en": "By our estimate, ",
    "de": "So schätzen wir es ein.",
    "it": "Secondo la nostra stima, ",
    "es": "Según nuestra estimación, ",
}
SEASON: list[Json] = [
    {"wanted": wanted, "activity": activity, "weather": weather, "temperature_c": cold}
    for wanted, activity, weather, cold in [
        ("shell", "ski-touring", "snow", -8),
        ("shell", "hiking", "rain", 8),
        ("shell", "mountaineering", "storm", -5),
        ("insulation", "everyday", "wet-snow", 0),
        ("midlayer", "winter-hiking", "dry", -3),
        ("baselayer", "trekking", "showers", 6),
        ("skiwear", "alpine-skiing", "snow", -10),
        ("pants", "hiking", "rain", 12),
        ("pack", "freeride", "snow", -5),
        ("footwear", "hiking", "dry", 22),
        ("hands", "snowshoeing", "snow", -12),
        ("sleep", "camping", "rain", 4),
        ("rope", "ice-climbing", "dry", -8),
        ("head", "nordic-skiing", "dry", -6),
        ("accessory", "snowshoeing", "snow", -5),
    ]
]


def said(advice: Json) -> list[str]:
    return [text for each in advice["results"] for text in each["say"].values()]


def piece(ref: str, category: str, **properties: Any) -> Json:
    return {"ref": ref, "category": category, "properties": properties}


def hood(value: str) -> str:
    asked = {"wanted": "shell", "activity": "ski-touring"}
    found = ask(asked, candidates=[piece("a", "hardshell-jacket", hood=value)])["results"][0]
    return next(line["text"] for line in found["cautions"] if line["code"] == "shell-hood-helmet")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answers", SEASON, ids=lambda each: f"{each['wanted']}-{each['activity']}")
def test_a_card_is_one_sentence_with_one_colon_and_no_hole(answers: Json, lang: str) -> None:
    for text in said(ask(answers, lang=lang)):
        assert text.strip()
        assert len(re.findall(r"[\u202f\u00a0 ]?: ", text)) <= 1, text
        assert "?" not in text, text
        assert "{" not in text, text
        assert len(text) <= 200, text


def test_the_weather_that_the_activity_tells_is_not_said_again() -> None:
    snow = ask({"wanted": "shell", "activity": "alpine-skiing", "weather": "snow"})["results"][0]["say"]["benefit"]
    rain = ask({"wanted": "shell", "activity": "hiking", "weather": "rain"})["results"][0]["say"]["benefit"]
    assert snow.startswith("Sur les pistes, ")
    assert rain.startswith("En randonnée sous la pluie, ")


def test_two_shells_are_told_apart_by_their_own_figures() -> None:
    pieces = [
        piece("a", "hardshell-jacket", waterproof_mm=20000, weight_g=390),
        piece("b", "hardshell-jacket", waterproof_mm=28000, weight_g=470),
    ]
    found = ask({"wanted": "shell", "activity": "hiking", "weather": "rain"}, candidates=pieces)["results"]
    assert len({each["say"]["benefit"] for each in found}) == 2
    assert "390\u00a0g" in next(each["say"]["benefit"] for each in found if each["ref"] == "a")


def test_what_sets_a_piece_apart_is_said_first() -> None:
    pieces = [
        piece("airy", "hardshell-jacket", waterproof_mm=20000, ret=4),
        *(piece(f"close-{each}", "hardshell-jacket", waterproof_mm=20000, ret=15) for each in range(3)),
    ]
    found = ask({"wanted": "shell", "activity": "ski-touring", "effort": "high"}, candidates=pieces)["results"]
    assert found[0]["ref"] == "airy"
    assert found[0]["reasons"][0]["code"] == "shell-breathe-need-4"
    assert "RET de 4" in found[0]["say"]["benefit"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_rests_on_an_estimate_is_said_to(lang: str) -> None:
    asked = {"wanted": "shell", "activity": "trail-running", "weather": "rain", "effort": "high"}
    guessed = ask(asked, candidates=[piece("a", "rain-jacket")], lang=lang)["results"][0]
    stated = ask(asked, candidates=[piece("a", "rain-jacket", ret=16)], lang=lang)["results"][0]
    for found, hedged in ((guessed, True), (stated, False)):
        text = next(line["text"] for line in found["cautions"] if line["code"] == "shell-breathe-need-5")
        assert (GUESS[lang] in text) is hedged
    assert GUESS[lang] not in guessed["say"]["benefit"]


def test_an_estimated_figure_is_about() -> None:
    finder = document()["finder"]
    index = next(i for i, each in enumerate(finder["criteria"]) if each["id"] == "pack-litres-20")
    product = next(each for each in document()["products"] if each["category"] == "hiking-pack")
    for provenance, words in (("maker", "Avec 44\u00a0l,"), ("estimate", "Avec environ 44\u00a0l,")):
        made = {**product, "properties": {"volume_l": {"value": 44, "provenance": provenance, "source": None}}}
        lines = sentences(finder, made, {"reasons": [], "cautions": [index], "unknown": []}, {}, "fr")["cautions"]
        assert lines[0]["text"].startswith(words)
        assert not lines[0]["text"].startswith(GUESS["fr"])


def test_a_hood_that_is_only_there_is_to_be_tried_with_the_helmet() -> None:
    assert hood("yes") == hood("detachable") == "Vérifiez avec votre casque : rien ne dit que la capuche passe dessus."
    assert hood("none").startswith("Sans capuche")


def test_a_general_remark_is_not_the_honest_limit() -> None:
    made_for_town = {
        **piece("a", "hardshell-jacket", hood="helmet", pit_zips=True, weight_g=300),
        "activities": ["travel"],
    }
    found = ask({"wanted": "shell", "activity": "ski-touring"}, candidates=[made_for_town])["results"][0]
    quiet = [line["text"] for line in found["cautions"] if line["code"].startswith(("declared", "calls"))]
    assert quiet
    assert found["say"]["limit"] not in quiet


def test_a_piece_in_a_request_that_leaves_something_out_may_have_it() -> None:
    named = {name: families for name, families in knowledge().wishes["named"].items() if name != "hood"}
    for category in ("gloves", "hiking-pack", "ski-pants", "hiking-shoes", "sleeping-bag"):
        properties = ask({}, candidates=[piece("a", category)])["results"][0]["properties"]
        family = reference().categories[category].family
        silent = [name for name, families in named.items() if family in (families or [family])]
        assert not [name for name in silent if properties.get(name, {}).get("value") is False], category


def test_many_threads_find_the_same_shelves() -> None:
    papers = [{**document(), "content_hash": f"other-{number}"} for number in range(3 * _KEPT_SHELVES)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda paper: len(shelf(paper, SHOP)), papers * 3))
    assert len(set(found)) == 1


def test_it_asks_what_for_then_how_much_then_what_matters() -> None:
    stages = {each["id"]: each["stage"] for each in document()["finder"]["questions"]}
    asked: Json = {"activity": "ski-touring"}
    found = []
    answers = {"wanted": "shell", "weather": "snow", "effort": "high", "audience": "women", "duration": "day"}
    figures = {"temperature_c": -8, "wind_kmh": 20, "humid": False, "size": "M", "budget_cents": 60000}
    while (question := ask(asked)["next_question"]) and question in {**answers, **figures}:
        found.append(stages[question])
        asked = {**asked, question: {**answers, **figures}[question]}
    assert len(found) >= 4
    assert all(before <= after for before, after in pairwise(found))
