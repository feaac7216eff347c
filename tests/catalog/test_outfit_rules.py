"""The rules of outfits: refused with file, line and sentence where they are wrong; every situation is decided."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import pytest

from catalog import DATA
from catalog.errors import DataError
from catalog.finder import load_knowledge
from catalog.finder.outfit.plan import places
from tests.catalog.finder_real import document, knowledge, reference

DAMAGE = {
    "an unknown category": ("categories: [hat]", "categories: [hats]"),
    "an unknown activity": ("when: {activity: [snowshoeing]}", "when: {activity: [moonwalking]}"),
    "an unknown condition": ("when: {nights_in: [tent]}", "when: {nights: [tent]}"),
    "an unknown slot that is filled": ("fills: [legs]", "fills: [legz]"),
    "a slot filled from two sides": ("fills: [gaiters]", "fills: [insulation]"),
    "a source that is not listed": ("source: [kit_hut]", "source: [my_uncle]"),
    "a need that is none": ("need: required", "need: must"),
    "a needed place without a weight": ("        weight: 7\n", ""),
    "a weight above ten": ("weight: 7", "weight: 70"),
    "an unknown wish": ("wanted: jacket", "wanted: jakcet"),
    "an unknown gauge of a cover": ("level: 3", "level: 30"),
    "a missing language": ('why: {fr: "Pas de nuit dehors."', 'why: {de: "Keine Nacht draussen."'),
    "an activity assumed that does not exist": ("assume: everyday", "assume: sleeping"),
    "pieces of two systems of sizes": ("categories: [hat]", "categories: [hat, gloves]"),
    "a situation that nothing decides": (
        '- need: none\n        why: {fr: "Pas de nuit',
        '- when: {effort: [low]}\n        need: none\n        why: {fr: "Pas de nuit',
    ),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_it_refuses_with_file_line_and_sentence(what: str, tmp_path: Path) -> None:
    right, wrong = DAMAGE[what]
    shutil.copytree(DATA / "finder", tmp_path / "finder")
    path = tmp_path / "finder" / "outfits.yaml"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(DataError) as refused:
        load_knowledge(tmp_path, reference())
    first = refused.value.findings[0]
    assert first.file == "outfits.yaml"
    assert first.line
    assert first.message["fr"]
    assert first.message["en"]


def test_every_activity_and_cold_decides_every_slot() -> None:
    finder = document()["finder"]
    choices = {question["id"]: [each["id"] for each in question["answers"]] for question in finder["questions"]}
    for activity, weather, celsius in product(choices["activity"], choices["weather"], (-20, -5, 3, 12, 25)):
        found = places(finder, {"activity": activity, "weather": weather, "temperature_c": celsius})
        assert len(found) == len(finder["outfits"]["slots"])
        for place in found:
            assert (place.needed == "none") == (place.weight == 0) == (not place.categories)


def test_every_row_counts_in_some_situation() -> None:
    """A row that nothing reaches is a mistake in the order: the rows above take everything from it."""
    finder = document()["finder"]
    reached: set[tuple[str, int]] = set()
    choices = {question["id"]: [each["id"] for each in question["answers"]] for question in finder["questions"]}
    nights = [None, *choices["nights_in"]]
    for activity, weather, celsius, night in product(
        [None, *choices["activity"]], [None, *choices["weather"]], (None, -20, -5, 3, 12, 25), nights
    ):
        said = {"activity": activity, "weather": weather, "temperature_c": celsius, "nights_in": night}
        answers = {key: value for key, value in said.items() if value is not None}
        reached |= {(place.id, place.row) for place in places(finder, answers)}
    rows = {(slot["id"], row) for slot in finder["outfits"]["slots"] for row in range(len(slot["rows"]))}
    assert rows - reached == set()


def test_every_wish_can_be_asked_of_some_family() -> None:
    finder = document()["finder"]
    assert len(finder["outfits"]["can"]) == len(finder["wishes"])
    families = set(reference().families)
    for wish, can in zip(finder["wishes"], finder["outfits"]["can"], strict=True):
        assert set(can) <= families, wish["id"]
    by_id = dict(zip((wish["id"] for wish in finder["wishes"]), finder["outfits"]["can"], strict=True))
    assert "hands" not in by_id["hood:helmet"]
    assert "shell" in by_id["hood:helmet"]
    assert knowledge().outfits["slots"]
