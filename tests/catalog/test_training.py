"""Every card of the demonstration shop is held against the facts and the finder, one by one."""

from __future__ import annotations

import copy
import random
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalog import DATA
from catalog.errors import DataError
from catalog.finder.evaluate import Standing
from catalog.finder.judged import Judged, judge
from catalog.finder.shelf import shelf
from catalog.training import Answered, Card, Demand, Training, answer_cards, deck, load_training, weigh
from catalog.training.__main__ import main
from catalog.training.card import SPOKEN, About
from catalog.training.deck import bounded
from tests.catalog.finder_real import SHOP, document, knowledge, reference

NARROW, FIXED = "\u202f", "\u00a0"


@cache
def training() -> Training:
    return load_training(DATA, knowledge(), reference())


@cache
def cards() -> dict[str, Card]:
    return {card.id: card for card in deck(document(), SHOP, training())}


@cache
def products() -> dict[str, dict[str, Any]]:
    return {product["ref"]: product for product in shelf(document(), SHOP)}


@contextmanager
def named(card: Card) -> Iterator[None]:
    """Let a failure say which card it is about."""
    try:
        yield
    except AssertionError as error:
        error.add_note(f"{card.id}: {card.question['fr']} → {card.reason['fr']}")
        raise


def of_kind(kind: str) -> list[Card]:
    return [card for card in cards().values() if card.kind == kind]


def texts(card: Card) -> list[dict[str, str]]:
    return [card.question, card.reason, *(choice.text for choice in card.choices), *(fact.text for fact in card.facts)]


def test_there_are_enough_to_learn_for_a_season_and_no_more() -> None:
    assert 150 <= len(cards()) <= 400
    assert {card.kind for card in cards().values()} == {"contrast", "fact", "rule"}


def test_they_are_spread_over_activities_conditions_and_families() -> None:
    contrasts = of_kind("contrast")
    assert {card.about.family for card in contrasts} >= {
        "shell", "insulation", "midlayer", "skiwear", "pants", "pack", "footwear", "boots", "hands", "sleep",
    }  # fmt: skip
    assert len({card.about.activity for card in contrasts}) >= 14
    assert {card.about.condition for card in contrasts} >= {"dry", "showers", "rain", "snow", "wet-snow", "storm"}
    per_piece = [sum(ref in card.id for card in contrasts) for ref in products()]
    assert max(per_piece) <= len(contrasts) // 6  # no piece is in every question


def test_a_card_has_one_right_answer_all_its_words_and_its_grounds() -> None:
    for card in cards().values():
        with named(card):
            is_well_made(card)


def is_well_made(card: Card) -> None:
    ids = [choice.id for choice in card.choices]
    assert 2 <= len(ids) <= 4
    assert len(set(ids)) == len(ids)
    assert ids.count(card.right) == 1
    for lang in SPOKEN:
        shown = [choice.text[lang] for choice in card.choices]
        assert len(set(shown)) == len(shown), "two answers read the same"
    assert card.facts
    for fact in card.facts:
        assert fact.source
        assert fact.provenance != "estimate"
        if fact.ref is not None and fact.attribute not in ("category", "activities"):
            stated = products()[fact.ref]["properties"][fact.attribute]
            assert (stated["value"], stated["provenance"]) == (fact.value, fact.provenance)
    assert re.fullmatch(r"[0-9a-f]{12}", card.version)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", card.id)
    assert len(card.id) <= 240
    family = document()["finder"]["parameters"]["families"]
    assert card.about.family in set(family.values())


def test_a_card_is_set_as_each_language_sets_it() -> None:
    for card in cards().values():
        with named(card):
            is_well_set(card)


def is_well_set(card: Card) -> None:
    for text in texts(card):
        assert set(text) == set(SPOKEN)
        for lang, words in text.items():
            assert words.strip() == words != ""
            assert not re.search(r"[{}]|\?\?|  |'", words), words
            assert not re.search(r"\d (?:°C|mm|g|l|litres|cuin|km/h|%)(?!\w)", words), words
            if lang == "fr":
                assert not re.search(rf"(?<![{NARROW}{FIXED}])[;:!?»](?!//)", words.replace("https:", "")), words
                assert not re.search(rf"«(?!{NARROW})|\d \d{{3}}(?!\d)", words), words
            else:
                assert "«" not in words
                assert not re.search(r"[\s\u202f\u00a0][;:!?]", words), words


def test_the_finder_itself_decides_a_contrast() -> None:
    for card in of_kind("contrast"):
        with named(card):
            is_decided_by_the_finder(card)


def is_decided_by_the_finder(card: Card) -> None:
    need = next(each for each in training().needs if card.id.startswith(f"contrast-{each['id']}-"))
    right, wrong = (products()[ref] for ref in sorted((c.id for c in card.choices), key=lambda ref: ref != card.right))
    kinds = [kind for kind in need["kinds"] if kind in groups_of(right) and kind in groups_of(wrong)]
    found = [judged(need["id"], kind) for kind in kinds]
    assert any(
        each.place(right["ref"]) is not None
        and each.found[right["ref"]].score >= each.found[wrong["ref"]].score + 12
        and each.found[right["ref"]].score >= 75
        and not weighs_against(each.found[right["ref"]])
        for each in found
    )
    assert {fact.ref for fact in card.facts} == {right["ref"], wrong["ref"]}
    assert "kids" not in (right["audience"], wrong["audience"])
    for lang, sign in (("fr", "estimation"), ("en", "estimate")):
        assert sign not in card.reason[lang]


def weighs_against(standing: Standing) -> list[str]:
    criteria = document()["finder"]["criteria"]
    return [
        criteria[index]["id"]
        for index, weight, degree in standing.terms
        if index >= 0 and 0 <= degree < 40 and weight >= 10 and not criteria[index]["quiet"]
    ]


@cache
def judged(need: str, kind: str) -> Judged:
    answers = next(each["answers"] for each in training().needs if each["id"] == need)
    return judge(document()["finder"], list(products().values()), {**answers, "wanted": kind}, None)


def groups_of(product: dict[str, Any]) -> set[str]:
    groups = document()["finder"]["parameters"]["groups"]
    return {product["category"]} | {name for name, inside in groups.items() if product["category"] in inside}


def test_what_is_too_much_is_asked_as_well_as_what_is_too_little() -> None:
    def dearest(ref: str) -> int:
        return max(variant["price_cents"] for variant in products()[ref]["variants"])

    def plain(card: Card) -> bool:
        other = next(choice.id for choice in card.choices if choice.id != card.right)
        kinds = (products()[card.right]["category"], products()[other]["category"])
        return kinds == ("softshell-jacket", "hardshell-jacket") and dearest(card.right) < dearest(other)

    assert sum(plain(card) for card in of_kind("contrast") if card.about.condition == "dry") >= 2


def test_the_facts_decide_a_fact_question() -> None:
    for card in of_kind("fact"):
        if not card.id.startswith("technology-"):
            with named(card):
                is_decided_by_facts(card)


def is_decided_by_facts(card: Card) -> None:
    template = next(each for each in training().facts if card.id.startswith(f"fact-{each['id']}-"))
    values = {choice.id: stated(choice.ref, template["attribute"]) for choice in card.choices if choice.ref}
    if template["mode"] == "value":
        (fact,) = card.facts
        assert str(fact.value) == card.right
        assert fact.text == next(choice.text for choice in card.choices if choice.id == card.right)
    elif template["mode"] == "has":
        assert [ref for ref, value in values.items() if value == template["is_"]] == [card.right]
        assert all(value in template["others"] for ref, value in values.items() if ref != card.right)
    else:
        best = min(values.values()) if template["most"] == "low" else max(values.values())
        assert [ref for ref, value in values.items() if value == best] == [card.right]
    if values:
        assert {fact.ref for fact in card.facts} == set(values)


def stated(ref: str, attribute: str) -> Any:
    value = products()[ref]["properties"][attribute]
    assert value["provenance"] != "estimate"
    return value["value"]


def test_methods_that_do_not_compare_are_not_compared() -> None:
    """A figure with a method is asked about only within it; none of the templates mixes two."""
    methods = {each["id"]: each["method"] for each in document()["attributes"] if each["method"]}
    assert methods
    assert not {each["attribute"] for each in training().facts} & set(methods)


def test_the_order_of_the_products_changes_nothing() -> None:
    turned = copy.deepcopy(document())
    random.Random(7).shuffle(turned["products"])
    turned["content_hash"] = "turned"
    again = deck(turned, SHOP, training())
    assert [(card.id, card.version) for card in again] == [(card.id, card.version) for card in cards().values()]
    assert [card.choices for card in again] == [card.choices for card in cards().values()]


def test_the_right_answer_has_no_favourite_place() -> None:
    places = [[choice.id for choice in card.choices].index(card.right) for card in cards().values()]
    threes = [place for place, card in zip(places, cards().values(), strict=True) if len(card.choices) == 3]
    assert all(threes.count(place) >= len(threes) // 5 for place in (0, 1, 2))


def changed(ref: str, attribute: str, value: Any) -> dict[str, Card]:
    """The cards after one fact of one piece is another."""
    other = copy.deepcopy(document())
    product = next(each for each in other["products"] if each["ref"] == ref)
    product["properties"][attribute]["value"] = value
    other["content_hash"] = f"{ref} {attribute} {value}"
    return {card.id: card for card in deck(other, SHOP, training())}


def test_a_card_is_renewed_when_its_fact_changes() -> None:
    card = next(card for card in of_kind("fact") if card.id.startswith("fact-lightest-"))
    fact = next(fact for fact in card.facts if fact.ref == card.right)
    after = changed(card.right, fact.attribute, int(fact.value) - 1)
    assert after[card.id].version != card.version
    same = [one for one in cards().values() if all(each.ref != card.right for each in one.facts) and one.id in after]
    assert len(same) > 100
    assert all(after[one.id].version == one.version for one in same)


def test_a_card_is_dropped_when_its_facts_no_longer_decide() -> None:
    card = next(card for card in of_kind("fact") if card.id.startswith("fact-lightest-"))
    second = sorted(int(fact.value) for fact in card.facts)[1]
    assert card.id not in changed(card.right, "weight_g", second)


def test_another_answer_is_right_when_the_facts_turn() -> None:
    card = next(card for card in of_kind("fact") if card.id.startswith("fact-lightest-"))
    last = max(card.facts, key=lambda fact: int(fact.value))
    assert last.ref is not None
    after = changed(last.ref, "weight_g", int(min(int(fact.value) for fact in card.facts) * 0.6))
    assert card.id not in after or (after[card.id].right == last.ref and after[card.id].version != card.version)


def test_a_card_disappears_with_its_piece_and_hardly_any_other_does() -> None:
    ref = of_kind("contrast")[0].right
    other = copy.deepcopy(document())
    other["products"] = [product for product in other["products"] if product["ref"] != ref]
    other["content_hash"] = f"without {ref}"
    after = {card.id for card in deck(other, SHOP, training())}
    gone = {card_id for card_id in cards() if card_id not in after}
    with_it = {card.id for card in cards().values() if any(choice.ref == ref for choice in card.choices)}
    assert with_it <= gone
    assert len(gone - with_it) <= 20


def test_an_estimate_never_becomes_a_fact() -> None:
    card = next(card for card in of_kind("fact") if card.id.startswith("fact-lightest-"))
    other = copy.deepcopy(document())
    product = next(each for each in other["products"] if each["ref"] == card.right)
    product["properties"]["weight_g"]["provenance"] = "estimate"
    other["content_hash"] = "estimated"
    after = deck(other, SHOP, training())
    assert card.id not in {one.id for one in after}
    assert not any(fact.ref == card.right and fact.attribute == "weight_g" for one in after for fact in one.facts)


def test_a_rule_is_taught_only_where_the_shop_has_what_it_is_about() -> None:
    other = copy.deepcopy(document())
    families = other["finder"]["parameters"]["families"]
    other["products"] = [each for each in other["products"] if families[each["category"]] == "pack"]
    other["content_hash"] = "packs"
    assert {card.about.family for card in deck(other, SHOP, training())} == {"pack"}


def test_an_answered_question_is_a_card_in_its_own_words() -> None:
    told = Answered(
        "id-1", "La capuche passe sur un casque ?", "Oui, jusqu’au 58.", "manager", "millet-trilogy-gtx-pro-jacket"
    )
    (card,) = answer_cards(document(), [told], training())
    assert card.about == About("shell", None, None)
    assert "Trilogy GTX Pro Jacket" in card.question["fr"]
    assert told.question.removesuffix(" ?") in card.question["en"]
    assert card.reason == dict.fromkeys(SPOKEN, told.answer)
    assert [choice.id for choice in card.choices] == ["known", "new"]
    (better,) = answer_cards(document(), [Answered("id-1", told.question, "Non.", "manager", told.ref)], training())
    assert (better.id, better.version != card.version) == (card.id, True)


def test_an_answer_without_a_piece_stands_where_its_need_does() -> None:
    need = {"activity": "hiking", "weather": "rain", "wanted": "rain-jacket", "odd": 1}
    (card,) = answer_cards(document(), [Answered("x", "?", "!", "merchandiser", "gone", need)], training())
    assert card.about == About("shell", "hiking", "rain")
    (card,) = answer_cards(
        document(), [Answered("x", "?", "!", "manager", None, {"activity": "bobsleigh"})], training()
    )
    assert card.about == About(None, None, None)


def card_about(card_id: str, *about: str | None) -> Card:
    return Card(card_id, "rule", About(*about), {}, (), "a", {}, ())  # type: ignore[arg-type]


def test_what_customers_ask_for_weighs_more_than_what_was_expected() -> None:
    expected = Demand({"hiking": 9, "ski-touring": 1}, {"shell": 5, "pack": 5})
    known = [card_about("walk", "shell", "hiking"), card_about("ski", "shell", "ski-touring"), card_about("any", None)]
    before = weigh(known, Demand(), expected)
    assert before["walk"] == 100
    assert before["walk"] > before["ski"]
    after = weigh(known, Demand({"ski-touring": 300}, {"shell": 300}), expected)
    assert after["ski"] == 100
    assert after["walk"] < after["ski"]
    assert all(1 <= weight <= 100 for weight in (*before.values(), *after.values()))


def test_one_customer_does_not_turn_the_weights() -> None:
    expected = Demand({"hiking": 90, "ski-touring": 10}, {"shell": 1})
    known = [card_about("walk", "shell", "hiking"), card_about("ski", "shell", "ski-touring")]
    after = weigh(known, Demand({"ski-touring": 1}, {"shell": 1}), expected)
    assert after["walk"] > after["ski"]


def test_no_place_is_lost_where_there_are_too_many() -> None:
    many = [card_about(f"a-{index}", "shell") for index in range(50)] + [card_about("b-1", "pack")]
    kept = bounded(many, 10)
    assert len(kept) == 10
    assert "b-1" in {card.id for card in kept}
    assert bounded(list(reversed(many)), 10) == kept


WRONG = {
    "needs.yaml": [
        ("kinds: [shell, midlayer,", "kinds: [shelll, midlayer,", "shelll"),
        ("effort: high, duration", "effort: huge, duration", "effort"),
    ],
    "facts.yaml": [("attribute: ret", "attribute: rett", "rett"), ("[trail-shoes]]", "[trail-boots]]", "trail-boots")],
    "rules.yaml": [
        ('["rule:clo_low"]', '["rule:clo_high"]', "rule:clo_high"),
        ('["care:pack/never",', '["care:pack/ever",', "care:pack/ever"),
        ("wind_kmh: 40}", "wind_kmh: 4}", "Wind"),
        ("activity: alpine-skiing", "activity: alpine-sking", "alpine-sking"),
    ],
    "technologies.yaml": [
        ("technology: recco", "technology: reco", "reco"),
        ("technology: recco", "technology: boa", "boa"),
    ],
    "words.yaml": [
        ("criterion: shell-showers", "criterion: shell-shower", "shell-shower"),
        ("  rope: {", "  ropes: {", "ropes"),
    ],
}


@pytest.mark.parametrize(
    ("name", "right", "wrong", "said"), [(name, *each) for name, changes in WRONG.items() for each in changes]
)
def test_what_cannot_be_meant_is_found_with_its_line(
    tmp_path: Path, name: str, right: str, wrong: str, said: str
) -> None:
    shutil.copytree(DATA / "training", tmp_path / "training")
    file = tmp_path / "training" / name
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(DataError) as caught:
        load_training(tmp_path, knowledge(), reference())
    assert any(said in str(finding) and finding.line for finding in caught.value.findings), caught.value


def test_cards_can_be_read_aloud(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "--kind", "contrast", "--some", "2"]) == 0
    said = capsys.readouterr().out
    assert said.endswith("2 cards\n")
    assert said.count("✓") == 2


def test_a_range_of_many_pieces_gives_no_more_cards_and_keeps_time() -> None:
    """Pairs and trios grow with powers of the range; what is compared does not."""
    many = copy.deepcopy(document())
    twins = [
        {**product, "ref": f"{product['ref']}-{twin}", "name": f"{product['name']} {twin}"}
        for twin in range(5)
        for product in document()["products"]
    ]
    many["products"], many["content_hash"] = twins, "many"
    began = time.process_time()
    found = deck(many, SHOP, training())
    assert len(found) <= 400
    assert time.process_time() - began < 30  # 3 s on a quiet machine


def test_sizes_that_cards_teach_are_those_that_the_shop_advises() -> None:
    numbers = yaml.safe_load((DATA / "sizing" / "conversions.yaml").read_text("utf-8"))["numbers"]
    women, trousers = numbers["women"], numbers["men-bottom"]

    def answer(name: str) -> str:
        card = cards()[f"rule-size-{name}"]
        return next(choice.text["en"] for choice in card.choices if choice.id == card.right)

    for name, system, worn in (("german-woman", "de", 38), ("italian-woman", "it", 44), ("british-woman", "uk", 12)):
        assert answer(name) == f"{worn - women[system] + women['fr']}."
    assert answer("inch-trousers") == f"{32 - trousers['us'] + trousers['fr']}."
