"""For what a piece is said to be made, and for what not, on the real range."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalog.catalogue import Catalogue, merge
from catalog.feeds.own import read
from catalog.finder import load_knowledge
from catalog.reference import load_reference
from catalog.revision import build
from server.customer.conditions import MOST_LIMITS, conditions
from server.customer.facts import care, figures, host, technologies
from server.customer.shades import drawn, shades
from server.customer.sizes import size_table
from server.customer.words import SPOKEN, words

DATA = Path(__file__).parents[2] / "catalog" / "data"


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    reference = load_reference(DATA)
    files = {
        f"{folder}/{file.name}": file.read_bytes()
        for folder in ("range", "shops/miramas")
        for file in sorted((DATA / folder).iterdir())
        if file.suffix in (".csv", ".yaml")
    }
    batch, findings = read(files, reference)
    assert [finding for finding in findings if finding.severity == "error"] == []
    return build(merge(Catalogue({}, {}, {}), batch), reference, load_knowledge(DATA, reference))


def piece(document: dict[str, Any], category: str, **gauges: int | None) -> dict[str, Any]:
    """A product of the range with its gauges set by hand."""
    product = next(one for one in document["products"] if one["category"] == category)
    levels = {
        name: {"level": level, "provenance": "maker" if level is not None else None} for name, level in gauges.items()
    }
    return {**product, "gauges": levels, "properties": {}, "activities": ["hiking"]}


def test_a_tight_shell_suits_any_weather_and_is_no_warm_layer(document: dict[str, Any]) -> None:
    said = conditions(piece(document, "hardshell-jacket", dry=5, warm=0), document, words("en"))
    assert said.suits[1] == "showers, cold snow, rain, wet snow and storm"
    assert said.suits_not == ("the cold, without a warm layer below",)


def test_a_down_jacket_is_never_called_made_for_rain(document: dict[str, Any]) -> None:
    said = conditions(piece(document, "down-jacket", dry=2, warm=4), document, words("fr"))
    assert not any("pluie" in phrase for phrase in said.suits)
    assert any("pluie" in phrase and "l’eau finit par passer" in phrase for phrase in said.suits_not)


def test_what_is_unknown_is_neither_promised_nor_denied(document: dict[str, Any]) -> None:
    said = conditions(piece(document, "hardshell-jacket", dry=None, warm=None), document, words("fr"))
    assert (len(said.suits), said.suits_not, said.partly_unknown) == (1, (), True)


def test_a_phrase_made_from_an_estimate_says_so(document: dict[str, Any]) -> None:
    product = piece(document, "hardshell-jacket", dry=5)
    product["gauges"]["dry"]["provenance"] = "estimate"
    assert conditions(product, document, words("fr")).suits[1].endswith("(estimation)")


def test_a_small_pack_is_too_small_for_days(document: dict[str, Any]) -> None:
    said = conditions(piece(document, "hiking-pack", volume=1), document, words("en"))
    assert any(phrase.endswith("too small") for phrase in said.suits_not)


@pytest.mark.parametrize("lang", SPOKEN)
def test_every_piece_can_be_told_in_every_language(document: dict[str, Any], lang: str) -> None:
    speak = words(lang)
    for product in document["products"]:
        said = conditions(product, document, speak)
        assert len(said.suits_not) <= MOST_LIMITS
        assert all("{" not in phrase for phrase in (*said.suits, *said.suits_not))
        assert len(figures(product, document, speak)) == sum(
            attribute["id"] in product["properties"] for attribute in document["attributes"]
        )
        assert len(technologies(product, document, speak)) == len(product["technologies"])
        assert len(care(product, document, speak)) == len(product["care"])
        table = size_table(product, document, speak)
        assert table is None or all(len(row) == len(table.columns) for row in table.rows)


def test_an_estimated_figure_is_marked(document: dict[str, Any]) -> None:
    product = next(
        one
        for one in document["products"]
        if any(held["provenance"] == "estimate" for held in one["properties"].values())
    )
    marked = [figure for figure in figures(product, document, words("fr")) if figure.estimate]
    assert marked
    assert all(figure.provenance == "estimation" for figure in marked)


def test_only_web_addresses_become_links() -> None:
    assert host("https://www.millet.com/a") == "millet.com"
    assert host("javascript:alert(1)") == ""
    assert host("gore-pro") == ""


def test_a_drawing_takes_the_colour_of_the_cloth() -> None:
    drawing = drawn('<svg viewBox="0 0 96 96"><path fill="var(--c1)" stroke="var(--c3)"/></svg>', "#1c4e9c")
    assert drawing == f'<path fill="#1c4e9c" stroke="{shades("#1c4e9c")[2]}"/>'


def test_dark_cloth_takes_light_seams_and_light_cloth_dark_ones() -> None:
    def light(colour: str) -> int:
        return sum(int(colour[at : at + 2], 16) for at in (1, 3, 5))

    assert light(shades("#101010")[2]) > light("#101010")
    assert light(shades("#f0f0f0")[2]) < light("#f0f0f0")
    assert shades("no colour") == shades("#8a8f94")
