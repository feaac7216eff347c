"""The knowledge: refused with file, line and sentence where it is wrong; and no corner of the vocabulary is empty."""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path

import pytest

from catalog import DATA
from catalog.errors import DataError
from catalog.finder import load_knowledge, needs
from catalog.finder.needs import family_needs, holds, situation
from tests.catalog.finder_real import document, knowledge, reference

DAMAGE = {
    "an unknown category": (
        "criteria/shell.yaml",
        "{categories: {hardshell-jacket: ",
        "{categories: {hardshel-jacket: ",
    ),
    "a band of colours of no family": ("colours.yaml", "{family: white,", "{family: whitish,"),
    "a band of colours with one bound": ("colours.yaml", "chroma: [0, 31]", "chroma: [31]"),
    "an unknown property": ("criteria/shell.yaml", "{property: hood, degrees", "{property: hod, degrees"),
    "a value the property cannot have": (
        "criteria/pack.yaml",
        '{property: ski_carry, degrees: {"true"',
        '{property: ski_carry, degrees: {"yes"',
    ),
    "a degree above 100": ("criteria/shell.yaml", "wind-jacket: 5}", "wind-jacket: 500}"),
    "an unknown answer": ("criteria/feet.yaml", "when: {ground: [ice, glacier]}", "when: {ground: [ice, lava]}"),
    "an unknown condition": ("criteria/feet.yaml", "when: {ground: [ice, glacier]}", "when: {floor: [ice]}"),
    "a source that is not listed": ("criteria/shell.yaml", "source: [ins_weight]", "source: [my_uncle]"),
    "a curve that falls back": ("criteria/pack.yaml", "[[35, 0], [55, 25]", "[[55, 0], [35, 25]"),
    "two measures at once": (
        "criteria/shell.yaml",
        "{property: hood, degrees",
        "{property: hood, curve: [[1, 1]], degrees",
    ),
    "a missing language": ("criteria/hands.yaml", 'reason: {fr: "Le vent ne passe pas', 'reason: {de: "Kein Wind'),
    "a need that does not exist": ("criteria/sleep-rope.yaml", "need: night", "need: nights"),
    "a criterion written twice": ("criteria/hands.yaml", "id: hands-touch", "id: hands-kids"),
    "a weight of nothing": ("criteria/hands.yaml", "weight: 24", "weight: 0"),
    "a field that does not exist": ("parameters.yaml", "stock_weight: 4", "stock_wait: 4"),
    "a category that nobody speaks for": ("speech.yaml", "  rope:\n", "  ropes:\n"),
    "an unknown gauge": ("wishes.yaml", "test: {gauge: warm", "test: {gauge: hot"),
    "a need in an unknown family": ("needs.yaml", "  rope:\n", "  ropes:\n"),
    "an activity near an unknown one": ("parameters.yaml", "{freeride: 85", "{freerid: 85"),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_it_refuses_with_file_line_and_sentence(what: str, tmp_path: Path) -> None:
    name, right, wrong = DAMAGE[what]
    shutil.copytree(DATA / "finder", tmp_path / "finder")
    path = tmp_path / "finder" / name
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(DataError) as refused:
        load_knowledge(tmp_path, reference())
    first = refused.value.findings[0]
    assert first.file == Path(name).name
    assert first.line
    assert first.message["fr"]
    assert first.message["en"]


def test_every_activity_weather_and_group_has_knowledge_behind_it() -> None:
    finder = document()["finder"]
    choices = {each["id"]: [answer["id"] for answer in each["answers"]] for each in finder["questions"]}
    parameters, criteria = finder["parameters"], finder["criteria"]
    for wanted, activity, weather in product(choices["wanted"], choices["activity"], choices["weather"]):
        now = situation(finder["needs"], {"wanted": wanted, "activity": activity, "weather": weather})
        for family in {parameters["families"][each] for each in parameters["groups"][wanted]}:
            values = family_needs(finder["needs"], now, family)
            context = {**now.context, **{f"need.{name}": value for name, value in values.items()}}
            active = [index for index in parameters["active"][family] if holds(criteria[index]["when"], context)]
            assert len(active) >= 2, (wanted, activity, weather, family)


def test_every_jacket_question_has_one_rule_for_the_kind_of_jacket() -> None:
    finder = document()["finder"]
    choices = {each["id"]: [answer["id"] for answer in each["answers"]] for each in finder["questions"]}
    kinds = [each for each in finder["criteria"] if each["id"].startswith("shell-")]
    roles = [each for each in kinds if {"slot", "protection"} <= set(each["when"])]
    for activity, weather in product(choices["activity"], choices["weather"]):
        now = situation(finder["needs"], {"wanted": "shell", "activity": activity, "weather": weather})
        assert len([each for each in roles if holds(each["when"], now.context)]) == 1, (activity, weather)


def test_every_criterion_names_its_source_and_both_sides_of_its_story() -> None:
    for criterion in knowledge().criteria:
        assert criterion["source"], criterion["id"]
        assert set(criterion["reason"]) >= {"fr", "en"}, criterion["id"]
        assert set(criterion["caution"]) >= {"fr", "en"}, criterion["id"]


def test_every_sentence_is_short_and_ends_like_a_sentence() -> None:
    for criterion in document()["finder"]["criteria"]:
        for text in (criterion["reason"], criterion["caution"]):
            for words in text.values():
                assert len(words) <= 110, words
                assert re.search(r"[.!?]$", words), words


def test_placeholders_are_properties_that_decide_the_criterion() -> None:
    for criterion in document()["finder"]["criteria"]:
        for words in (*criterion["reason"].values(), *criterion["caution"].values()):
            for name in re.findall(r"\{(\w+)\}", words):
                assert name in criterion["properties"] or criterion["gauge"], (criterion["id"], name)


def test_each_word_of_the_vocabulary_can_be_wished_for() -> None:
    known = {name for wish in document()["finder"]["wishes"] for name in (wish["id"], *wish["aliases"])}
    soft = {"light", "warm", "breathable", "durable", "cheap", "packable", "eco"}
    listed = "hood-helmet down hood insulation_type:down hood:helmet material:merino boot_rating:B3 crampon:C2 layers:3"
    switches = {each.id for each in reference().attributes.values() if each.kind == "bool"}
    assert known >= soft | set(listed.split()) | switches


def test_a_wish_has_one_meaning() -> None:
    names = [name for wish in document()["finder"]["wishes"] for name in (wish["id"], *wish["aliases"])]
    assert sorted(names) == sorted(set(names))


def test_the_gauges_of_a_family_are_those_of_its_categories() -> None:
    for category in reference().categories.values():
        levels = needs(document()["finder"]["needs"], {}, category.family)["levels"]
        assert set(levels) <= set(reference().gauges)
