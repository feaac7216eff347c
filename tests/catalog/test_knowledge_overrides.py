"""What is said otherwise than the house's knowledge: laid over it, checked, compiled, and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog import DATA
from catalog.catalogue import Catalogue, check, check_knowledge, from_json, merge, to_json
from catalog.changes import difference
from catalog.feeds import own
from catalog.feeds.batch import Batch
from catalog.finder import compile_finder, load_knowledge, with_overrides
from catalog.finder.needs import holds, situation
from catalog.finder.overrides import RefusedOverrideError, items, refused, values
from catalog.reference import load_reference
from catalog.revision import build

REFERENCE = load_reference()
KNOWLEDGE = load_knowledge(DATA, REFERENCE)
EVERY = {(part, name): node for part, name, node in items(KNOWLEDGE)}
ROLE = "criterion/baselayer-role-cold"


def table(*lines: str) -> tuple[Batch, list[str]]:
    text = "\n".join(("part,id,field,value,remove", *lines))
    batch, findings = own.read({"knowledge.csv": text.encode()}, REFERENCE)
    return batch, [finding.code for finding in findings]


def criterion(overrides: dict[str, str], name: str) -> dict[str, object]:
    finder = compile_finder(with_overrides(KNOWLEDGE, overrides), REFERENCE)
    return next(each for each in finder["criteria"] if each["id"] == name)


def test_without_overrides_the_knowledge_is_the_house_s_own() -> None:
    assert with_overrides(KNOWLEDGE, {}) is KNOWLEDGE


def test_all_that_is_shown_can_be_said_again_and_changes_nothing() -> None:
    said = {
        f"{part}/{name}/{field}": value
        for (part, name), node in EVERY.items()
        for field, value in values(part, node).items()
    }
    for key, value in said.items():
        refused(KNOWLEDGE, key, value)
    same = with_overrides(KNOWLEDGE, said)
    assert len(said) > 1_000
    assert same.criteria == KNOWLEDGE.criteria
    assert same.questions == KNOWLEDGE.questions
    assert same.needs == KNOWLEDGE.needs


def test_a_weight_a_scale_and_a_text_are_said_otherwise() -> None:
    found = with_overrides(
        KNOWLEDGE,
        {
            f"{ROLE}/weight": "20",
            f"{ROLE}/scale_1": "baselayer-top: 100 | t-shirt: 10",
            f"{ROLE}/reason_fr": "Une vraie première couche.",
            "question/weather/label_fr": "Quel temps fait-il ?",
        },
    )
    changed = next(each for each in found.criteria if each["id"] == "baselayer-role-cold")
    assert changed["weight"] == 20
    assert changed["test"]["categories"]["t-shirt"] == 10
    assert changed["reason"]["fr"] == "Une vraie première couche."
    assert changed["reason"]["en"] == EVERY["criterion", "baselayer-role-cold"]["reason"]["en"]
    assert next(each for each in found.questions if each["id"] == "weather")["label"]["fr"] == "Quel temps fait-il ?"
    assert EVERY["criterion", "baselayer-role-cold"]["weight"] == 14  # the house's own is untouched


def test_a_criterion_that_is_off_keeps_its_place_and_never_holds() -> None:
    before, after = compile_finder(KNOWLEDGE, REFERENCE), None
    after = compile_finder(with_overrides(KNOWLEDGE, {f"{ROLE}/on": "no"}), REFERENCE)
    assert [each["id"] for each in after["criteria"]] == [each["id"] for each in before["criteria"]]
    assert criterion({f"{ROLE}/on": "no"}, "baselayer-role-cold")["when"]["off"] == []  # type: ignore[index]


def test_a_criterion_counts_when_it_is_told_to_and_stays_off_where_it_is_off() -> None:
    found = with_overrides(KNOWLEDGE, {f"{ROLE}/when": "slot: any | windy: true", f"{ROLE}/on": "no"})
    changed = next(each for each in found.criteria if each["id"] == "baselayer-role-cold")
    assert changed["when"] == {"slot": ["any"], "windy": [True], "off": []}
    assert values("criterion", changed)["when"] == "slot: any | windy: true"
    assert values("criterion", changed)["on"] == "no"
    always = with_overrides(KNOWLEDGE, {f"{ROLE}/when": "Toujours"})
    assert next(each for each in always.criteria if each["id"] == "baselayer-role-cold")["when"] == {}


def test_conditions_in_another_order_are_the_same_conditions() -> None:
    same = with_overrides(KNOWLEDGE, {f"{ROLE}/when": "slot: any, baselayer | cold: 5, 4, 3, 2"})
    assert same.criteria == KNOWLEDGE.criteria


def test_a_criterion_is_judged_in_its_new_situation_alone() -> None:
    finder = compile_finder(with_overrides(KNOWLEDGE, {f"{ROLE}/when": "slot: baselayer | windy: true"}), REFERENCE)
    entry = next(each for each in finder["criteria"] if each["id"] == "baselayer-role-cold")
    assert holds(entry["when"], {"slot": "baselayer", "windy": True})
    assert not holds(entry["when"], {"slot": "baselayer", "windy": False})
    assert not holds(entry["when"], {"slot": "any", "windy": True})


def test_a_question_that_is_off_is_never_asked_and_what_opens_the_advice_stays() -> None:
    off = compile_finder(with_overrides(KNOWLEDGE, {"question/weather/on": "no"}), REFERENCE)
    asked, skipped = {"wanted": "shell", "activity": "hiking"}, {"weather"}
    for finder in (compile_finder(KNOWLEDGE, REFERENCE), off):
        context = situation(finder["needs"], asked).context
        open_ones = {each["id"] for each in finder["questions"] if holds(each["when"], context)}
        assert ("weather" in open_ones) == (finder is not off)
        assert open_ones >= {each["id"] for each in KNOWLEDGE.questions} - skipped - {"nights_in"}
    assert "on" not in values("question", EVERY["question", "wanted"])


def test_what_an_older_program_said_of_a_field_that_is_gone_is_passed_over() -> None:
    kept = with_overrides(KNOWLEDGE, {f"{ROLE}/scale_9": "a: 1", f"{ROLE}/weight": "20"})
    changed = next(each for each in kept.criteria if each["id"] == "baselayer-role-cold")
    assert changed["weight"] == 20


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("criterion/nothing/weight", "3", "knowledge-unknown"),
        (f"{ROLE}/weight", "0", "knowledge-weight"),
        (f"{ROLE}/weight", "heavy", "knowledge-weight"),
        (f"{ROLE}/colour", "red", "knowledge-field"),
        (f"{ROLE}/scale_9", "a: 1", "knowledge-field"),
        (f"{ROLE}/scale_1", "baselayer-top: 100", "knowledge-scale"),
        (f"{ROLE}/scale_1", "baselayer-top: 100 | t-shirt: 101", "knowledge-scale"),
        (f"{ROLE}/reason_fr", "Avec {weight_g} g.", "knowledge-holes"),
        ("question/weather/phrase_fr", "x", "knowledge-field"),
        ("answer/weather.rain/label_xx", "x", "knowledge-field"),
        (f"{ROLE}/on", "perhaps", "bad-boolean"),
        ("question/weather/on", "perhaps", "bad-boolean"),
        ("question/wanted/on", "no", "knowledge-essential"),
        ("answer/weather.rain/on", "no", "knowledge-field"),
        ("question/weather/when", "always", "knowledge-field"),
        ("question/weather/stage", "1", "knowledge-figure"),
        ("question/wanted/stage", "2", "knowledge-essential"),
        ("need/pack.nothing/value_1", "3", "knowledge-unknown"),
        ("need/pack.litres/value_99", "3", "knowledge-field"),
        ("need/pack.litres/steps", "3", "knowledge-field"),
        ("need/pack.litres/value_1", "4", "knowledge-figure"),
        ("need/pack.litres/value_1", "101", "knowledge-figure"),
        ("need/pack.litres/value_1", "2,5", "knowledge-figure"),
        ("need/shell.dry/add_1", "9", "knowledge-figure"),
        ("need/pack.volume/steps", "12 | 20", "knowledge-steps"),
        ("need/pack.volume/steps", "12 | 20 | 20 | 42 | 58", "knowledge-steps"),
        ("need/bands.cold/steps", "1 | 2 | 3 | 4 | 5", "knowledge-steps"),
        ("need/bands.cold/steps", "15 | 6 | warm | -9 | -17", "knowledge-figure"),
        ("need/assumed.effort/value_1", "often", "knowledge-condition"),
        ("need/met.move/value_1", "4", "knowledge-figure"),
        (f"{ROLE}/when", "moon: full", "knowledge-condition"),
        (f"{ROLE}/when", "slot: any, moon", "knowledge-condition"),
        (f"{ROLE}/when", "cold: 9", "knowledge-condition"),
        (f"{ROLE}/when", "slot", "knowledge-when"),
        (f"{ROLE}/when", "slot: any | slot: shell", "knowledge-when"),
        (f"{ROLE}/when", "off: 1", "knowledge-condition"),
    ],
)
def test_what_cannot_stand_is_refused(key: str, value: str, code: str) -> None:
    with pytest.raises(RefusedOverrideError) as error:
        refused(KNOWLEDGE, key, value)
    assert error.value.code == code


def test_a_need_is_said_otherwise_and_its_criteria_are_compiled_for_it() -> None:
    last = len(EVERY["need", "pack.litres"]["rows"])
    said = {f"need/pack.litres/value_{last}": "28", "need/bands.cold/steps": "15 | 6 | \u22121 | -9 | -17"}
    finder = compile_finder(with_overrides(KNOWLEDGE, said), REFERENCE)
    assert finder["needs"]["families"]["pack"][0]["rows"][-1]["value"] == 28
    assert finder["needs"]["bands"]["cold"]["below"] == [15, 6, -1, -9, -17]
    assert "pack-litres-28" in [each["id"] for each in finder["criteria"]]
    whole = compile_finder(KNOWLEDGE, REFERENCE)
    assert whole["needs"]["bands"]["cold"]["below"][0] == 16  # the house's own is untouched


def test_a_curve_must_rise() -> None:
    name, number = next(
        (name, field)
        for (part, name), node in sorted(EVERY.items())
        if part == "criterion"
        for field, value in values(part, node).items()
        if field.startswith("scale") and value.count("|") > 1 and value.split(":")[0].strip("-").isdigit()
    )
    refused(KNOWLEDGE, f"criterion/{name}/{number}", "0: 0 | 5: 100")
    with pytest.raises(RefusedOverrideError):
        refused(KNOWLEDGE, f"criterion/{name}/{number}", "5: 0 | 0: 100")


def test_lines_of_the_table_come_in_go_out_and_are_put_back() -> None:
    batch, codes = table(
        "criterion,baselayer-role-cold,weight,20,",
        "criterion,baselayer-role-cold,on,non,",
        "question,weather,label_fr,Temps ?,",
    )
    assert codes == []
    once = merge(Catalogue(), batch)
    assert dict(once.knowledge) == {f"{ROLE}/on": "no", f"{ROLE}/weight": "20", "question/weather/label_fr": "Temps ?"}
    assert [finding.code for finding in check_knowledge(KNOWLEDGE, Catalogue(), batch)] == ["knowledge-languages"]
    assert from_json(to_json(once)) == once
    back, _ = table("criterion,baselayer-role-cold,weight,-,", "criterion,baselayer-role-cold,on,,oui")
    after = merge(once, back)
    assert list(after.knowledge) == ["question/weather/label_fr"]
    told = difference(once, after).knowledge.changed
    assert [(each.id, [field.field for field in each.fields]) for each in told] == [(ROLE, ["on", "weight"])]
    assert check(once, back) == ()
    assert [one.code for one in check_knowledge(KNOWLEDGE, Catalogue(), back)] == ["knowledge-kept", "knowledge-kept"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("wish,light,weight,3,", "bad-knowledge-part"),
        ("criterion,,weight,3,", "required"),
        ("criterion,a/b,weight,3,", "knowledge-unknown"),
        ("criterion,a,weight,,", "required"),
    ],
)
def test_a_wrong_line_says_where_and_what(line: str, code: str) -> None:
    assert table(line)[1] == [code]


def test_a_line_said_twice_is_refused() -> None:
    line = "criterion,baselayer-role-cold,weight,20,"
    assert table(line, line)[1] == ["duplicate-knowledge"]


def test_the_document_says_with_what_it_was_compiled() -> None:
    plain = build(Catalogue(), REFERENCE, KNOWLEDGE)
    changed = build(replace(Catalogue(), knowledge={f"{ROLE}/weight": "20"}), REFERENCE, KNOWLEDGE)
    assert "knowledge" not in plain
    assert changed["knowledge"] == {f"{ROLE}/weight": "20"}
    assert changed["content_hash"] != plain["content_hash"]
