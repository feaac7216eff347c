"""What a customer says unasked: a colour, litres, and sizes for each kind of thing."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.finder import colour_family, parse, rank, shelf
from catalog.finder.colours import oklch
from catalog.finder.needs import needs
from tests.catalog.finder_real import SHOP, ask, document, knowledge, stock

COLOURS = knowledge().colours


@pytest.mark.parametrize(
    ("value", "expected"),
    [("#ffffff", (1000, 0)), ("#000000", (0, 0)), ("#ff0000", (628, 258)), ("#0000ff", (452, 313))],
)
def test_a_value_is_read_as_the_published_figures_of_oklch(value: str, expected: tuple[int, int]) -> None:
    assert oklch(value)[:2] == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [  # CSS colour names with the values of https://www.w3.org/TR/css-color-4/#named-colors
        ("black", "#000000"), ("white", "#ffffff"), ("white", "#fffff0"), ("grey", "#808080"), ("grey", "#708090"),
        ("grey", "#c0c0c0"), ("red", "#ff0000"), ("red", "#800000"), ("red", "#dc143c"), ("blue", "#000080"),
        ("blue", "#87ceeb"), ("blue", "#008080"), ("blue", "#40e0d0"), ("green", "#008000"), ("green", "#808000"),
        ("green", "#00ff00"), ("yellow", "#ffff00"), ("yellow", "#ffd700"), ("orange", "#ffa500"),
        ("orange", "#d2691e"), ("purple", "#800080"), ("purple", "#4b0082"), ("pink", "#ffc0cb"),
        ("pink", "#ff1493"), ("brown", "#8b4513"), ("beige", "#f5f5dc"), ("beige", "#d2b48c"),
    ],
)  # fmt: skip
def test_a_colour_without_a_plain_name_is_judged_by_its_value(name: str, value: str) -> None:
    assert colour_family({"fr": "Orion"}, value, COLOURS) == name


@pytest.mark.parametrize(
    ("fr", "en", "family"),
    [
        ("Bleu nuit", "Midnight blue", "blue"),
        ("Noir et vert", "Black and green", "black"),
        ("", "Orange red / black", "red"),
        ("Kaki", "", "green"),
        ("Gris-bleu", "", "grey"),
        ("Orion", "Orion", None),
    ],
)
def test_the_name_decides_where_it_names_a_colour(fr: str, en: str, family: str | None) -> None:
    assert colour_family({"fr": fr, "en": en}, "", COLOURS) == family


def test_every_colour_of_the_shop_has_a_family() -> None:
    known = {family["id"] for family in COLOURS["families"]}
    found = {colour["family"] for product in document()["products"] for colour in product["colours"]}
    assert found <= known
    assert len(found) > 6


def test_every_value_that_can_be_shown_has_a_family() -> None:
    steps = [f"{step:02x}" for step in range(0, 256, 15)]
    values = (f"#{red}{green}{blue}" for red in steps for green in steps for blue in steps)
    assert [value for value in values if colour_family({}, value, COLOURS) is None] == []


def colours_of(ref: str, sizes: list[str]) -> set[str]:
    product = next(each for each in shelf(document(), SHOP) if each["ref"] == ref)
    return {
        product["colours"][variant["colour"]]["family"]
        for variant in product["variants"]
        if not sizes or variant["size"] in sizes
    }


def test_a_colour_sorts_but_excludes_nothing() -> None:
    answers = {"wanted": "jacket", "size": "M"}
    plain, red = ask(answers, 100), ask({**answers, "colour": "red"}, 100)
    assert red["remaining"] == plain["remaining"]
    scores = {each["ref"]: each["score"] for each in plain["results"]}
    for each in red["results"]:
        codes = {line["code"] for line in (*each["reasons"], *each["cautions"])}
        if "red" in colours_of(each["ref"], each["size"]["fits"]):
            assert each["score"] >= scores[each["ref"]]
        else:
            assert each["score"] <= scores[each["ref"]]
            assert "colour-red" not in codes or "colour-red" in {line["code"] for line in each["cautions"]}
    assert any("colour-red" in {line["code"] for line in each["reasons"]} for each in red["results"])


def test_a_piece_without_variants_has_no_known_colour() -> None:
    [piece] = ask({"colour": "blue"}, candidates=[{"ref": "a", "category": "fleece"}])["results"]
    assert "colour-blue" not in {line["code"] for line in (*piece["reasons"], *piece["cautions"])}


def litres(asked: int, **answers: Any) -> int | None:
    level = needs(document()["finder"]["needs"], {**answers, "volume_l": asked}, "pack")["levels"]["volume"]
    return None if level is None else int(level)


def test_the_litres_that_are_asked_for_count_instead_of_those_computed() -> None:
    found = ask({"wanted": "pack", "activity": "hiking", "duration": "day", "volume_l": 60})
    sizes = [each["properties"]["volume_l"]["value"] for each in found["results"][:3]]
    assert all(45 <= volume <= 75 for volume in sizes), sizes
    levels = [litres(asked, activity="hiking", duration="day") for asked in (1, 15, 25, 35, 50, 80, 200)]
    assert levels == sorted(levels) == [0, 1, 2, 3, 4, 5, 5]
    assert litres(60) == 5


def test_every_number_of_litres_has_its_criterion() -> None:
    finder = document()["finder"]
    pack = {"ref": "p", "category": "hiking-pack", "audience": "unisex", "properties": {}, "gauges": {},
            "verdicts": [-1] * len(finder["criteria"]), "colours": [], "variants": []}  # fmt: skip
    for asked in range(1, 201):
        [found] = rank(finder, [pack], {"wanted": "pack", "volume_l": asked})["results"]
        assert found["unknown"] == ["volume_l"], asked


def test_each_kind_of_thing_is_held_against_its_own_size() -> None:
    shop, levels = shelf(document(), SHOP), stock()
    sizes = {"garment": "M", "shoe": "EU 43"}
    kinds = document()["finder"]["parameters"]["size_kinds"]
    families = document()["finder"]["parameters"]["families"]
    by_ref = {product["ref"]: product for product in shop}
    fits: dict[str, set[str]] = {}
    for each in rank(document()["finder"], shop, {"sizes": sizes}, levels)["results"]:
        kind = kinds[families[by_ref[each["ref"]]["category"]]]
        fits.setdefault(kind, set()).update(each["fits"])
    assert "M" in fits["garment"]
    assert not fits["garment"] & {"S", "L", "XL"}
    assert any(size.startswith("43") for size in fits["shoe"])
    assert fits["pack"] == set()


def test_the_size_counts_before_those_by_kind_where_it_is_meant() -> None:
    shop = shelf(document(), SHOP)

    def first(answers: dict[str, Any]) -> list[str]:
        return list(rank(document()["finder"], shop, answers, stock(), 1)["results"][0]["fits"])

    assert first({"wanted": "fleece", "size": "L", "sizes": {"garment": "M"}}) == ["L"]
    assert first({"wanted": "fleece", "sizes": {"garment": "M", "shoe": "42"}}) == ["M"]


def test_sizes_come_out_whole_and_in_order() -> None:
    found = parse({"sizes": {"shoe": 43, "garment": " M ", "hand": "8"}}, document()["finder"])
    assert found == {"sizes": {"garment": "M", "hand": "8", "shoe": "43"}}
    assert parse({"sizes": {}}, document()["finder"]) == {}
