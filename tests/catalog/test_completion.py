"""Filling what nobody stated, and never touching what somebody did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import DATA
from catalog.completion import _point, complete, weakest
from catalog.feeds.own import files_in, read
from catalog.model import PROVENANCES, Product, Scalar, SetAside, Value
from catalog.reference import Attribute, is_value, load_reference
from catalog.reference.checks import ACTIVITIES

REFERENCE = load_reference()


def product(category: str, properties: Mapping[str, Value] | None = None, **more: Any) -> Product:
    fields = {"audience": "unisex"} | more
    return Product(
        ref="p",
        name="P",
        brand="Millet",
        category=category,
        use={"fr": "Essai."},
        properties=properties or {},
        **fields,
    )


def completed(category: str, known: Mapping[str, Scalar] | None = None, **more: Any) -> Mapping[str, Value]:
    values = {name: Value(value, "maker", "https://maker.example/") for name, value in (known or {}).items()}
    return complete(product(category, values, **more), REFERENCE).properties


def value_of(attribute: Attribute) -> st.SearchStrategy[Scalar]:
    if attribute.kind == "bool":
        return st.booleans()
    if attribute.kind == "enum":
        return st.sampled_from(attribute.value_ids)
    return st.integers(attribute.min, attribute.max)


def some_of(ids: Any, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(ids)), max_size=most, unique=True).map(tuple)


@st.composite
def products(draw: st.DrawFn) -> Product:
    values = {
        name: Value(
            draw(value_of(REFERENCE.attributes[name])), draw(st.sampled_from(PROVENANCES)), "https://a.example/"
        )
        for name in draw(some_of(REFERENCE.attributes, 12))
    }
    return product(
        draw(st.sampled_from(sorted(REFERENCE.categories))),
        values,
        audience=draw(st.sampled_from(["men", "women", "unisex", "kids"])),
        activities=draw(some_of(ACTIVITIES, 3)),
        technologies=draw(some_of(REFERENCE.technologies, 5)),
    )


@pytest.fixture(scope="module")
def the_range() -> tuple[Product, ...]:
    batch, _ = read(files_in(DATA / "range", DATA / "shops" / "miramas"), REFERENCE)
    return batch.products


@settings(max_examples=300, deadline=None)
@given(products())
def test_it_never_overwrites_a_fact(before: Product) -> None:
    after = complete(before, REFERENCE)
    assert {name: after.properties[name] for name in before.properties} == dict(before.properties)


@settings(max_examples=300, deadline=None)
@given(products())
def test_it_changes_nothing_the_second_time(before: Product) -> None:
    once = complete(before, REFERENCE)
    assert complete(once, REFERENCE) == once


@settings(max_examples=100, deadline=None)
@given(products())
def test_it_gives_the_same_whatever_the_order_of_what_is_known(before: Product) -> None:
    turned = product(
        before.category,
        dict(reversed(before.properties.items())),
        audience=before.audience,
        activities=before.activities[::-1],
        technologies=before.technologies[::-1],
    )
    assert complete(turned, REFERENCE).properties == complete(before, REFERENCE).properties


@settings(max_examples=300, deadline=None)
@given(products())
def test_each_filled_value_fits_its_attribute_and_says_where_it_comes_from(before: Product) -> None:
    rules = {rule.id for rule in REFERENCE.estimates}
    after = complete(before, REFERENCE)
    for name in after.properties.keys() - before.properties.keys():
        value = after.properties[name]
        assert is_value(REFERENCE.attributes[name], value.value), (name, value)
        assert value.source in rules or (value.provenance, value.source in REFERENCE.technologies) == (
            "technology",
            True,
        )
        assert value.note


def test_it_fills_nine_tenths_of_what_decides_in_each_category_of_the_range(the_range: tuple[Product, ...]) -> None:
    cells: defaultdict[str, list[bool]] = defaultdict(list)
    for one in the_range:
        known = complete(one, REFERENCE).properties
        cells[one.category] += [name in known for name in REFERENCE.categories[one.category].decisive]
    shares = {category: sum(filled) / len(filled) for category, filled in cells.items()}
    assert set(shares) == set(REFERENCE.categories)
    assert {category: share for category, share in shares.items() if share < 0.9} == {}


def test_it_keeps_everything_the_sources_said_of_the_range(the_range: tuple[Product, ...]) -> None:
    for one in the_range:
        after = complete(one, REFERENCE)
        assert after.properties.items() >= one.properties.items()
        assert after.set_aside[: len(one.set_aside)] == one.set_aside


def test_a_documented_technology_implies_its_values() -> None:
    known = completed("hardshell-jacket", technologies=("gore-pro",))
    assert known["waterproof_mm"] == Value(
        28000, "technology", "gore-pro", "Colonne d’eau donnée pour une veste Millet en Gore-Tex Pro."
    )
    assert (known["ret"].value, known["layers"].value) == (6, "3")
    assert known["layers"].provenance == "estimate"


def test_a_technology_implies_nothing_where_it_cannot() -> None:
    assert "waterproof_mm" not in completed("hiking-boots", technologies=("gore-pro",))
    assert completed("hiking-boots", technologies=("gore-pro",))["waterproof"].value is True


@pytest.mark.parametrize("words", ["gore-pro", "Gore-Tex Pro", "GORE TEX PRO", "gtx pro"])
def test_a_membrane_is_recognised_by_its_name(words: str) -> None:
    after = complete(product("rain-jacket", {"membrane": Value(words, "maker")}), REFERENCE)
    assert after.technologies == ("gore-pro",)
    assert after.properties["ret"].source == "gore-pro"
    assert after.properties["membrane"].value == words


@pytest.mark.parametrize("words", ["none", "other", "Hydro-Super 3000", "neo"])
def test_a_membrane_that_nobody_documents_is_left_as_it_is(words: str) -> None:
    assert complete(product("rain-jacket", {"membrane": Value(words, "maker")}), REFERENCE).technologies == ()


def test_the_more_precise_technology_wins_and_the_other_is_set_aside() -> None:
    after = complete(product("trail-shoes", technologies=("vibram", "megagrip")), REFERENCE)
    assert after.properties["sole"].value == "vibram-megagrip"
    assert after.set_aside == (
        SetAside("sole", "vibram", "technology", "vibram", "La technologie megagrip est plus précise."),
    )


def test_down_is_never_hidden_behind_a_synthetic_share() -> None:
    for mixed in (("kdry", "dry-microloft"), ("primaloft-gold", "primaloft-down"), ("down", "sorona")):
        assert completed("vest", technologies=mixed)["insulation_type"].value == "down"


def test_a_fact_wins_over_a_technology_and_says_so() -> None:
    values = {"waterproof_mm": Value(20000, "test", "https://test.example/")}
    after = complete(product("hardshell-jacket", values, technologies=("gore-pro",)), REFERENCE)
    assert after.properties["waterproof_mm"].value == 20000
    assert [(item.property, item.value, item.source) for item in after.set_aside] == [
        ("waterproof_mm", 28000, "gore-pro")
    ]


def test_a_name_without_documents_fills_nothing_by_itself() -> None:
    assert all(value.source != "dryedge" for value in completed("rain-jacket", technologies=("dryedge",)).values())


@pytest.mark.parametrize(
    ("ret", "level"), [(0, 5), (5, 5), (6, 4), (9, 4), (12, 3), (13, 2), (20, 2), (21, 1), (40, 1), (41, 0), (90, 0)]
)
def test_breathability_follows_the_bands_of_ret(ret: int, level: int) -> None:
    assert completed("rain-jacket", {"ret": ret})["breathability"].value == level


def test_breathability_keeps_the_provenance_of_its_figure() -> None:
    values = {"ret": Value(4, "test", "https://test.example/")}
    filled = complete(product("rain-jacket", values), REFERENCE).properties["breathability"]
    assert (filled.provenance, filled.source) == ("test", "breathability-from-ret")


def test_each_test_method_has_its_own_bands() -> None:
    levels = {
        method: completed("rain-jacket", {"mvtr_g_m2_24h": 10000, "mvtr_method": method})["breathability"].value
        for method in REFERENCE.attributes["mvtr_method"].value_ids
    }
    assert levels["jis-l1099-a1"] > levels["jis-l1099-b2"] > levels["jis-l1099-b1"]
    assert levels["astm-e96"] == 5


def test_a_figure_without_its_method_gives_only_an_estimate() -> None:
    filled = completed("rain-jacket", {"mvtr_g_m2_24h": 20000})["breathability"]
    assert (filled.value, filled.provenance) == (4, "estimate")


def test_ret_is_preferred_to_a_figure_of_another_method() -> None:
    known = {"ret": 25, "mvtr_g_m2_24h": 40000, "mvtr_method": "jis-l1099-b1"}
    assert completed("rain-jacket", known)["breathability"].value == 1


def test_warmth_compares_down_jackets_by_fill_power_times_grams() -> None:
    light = completed("down-jacket", {"fill_power_cuin": 900, "down_fill_g": 90})["warmth"]
    heavy = completed("down-jacket", {"fill_power_cuin": 550, "down_fill_g": 280})["warmth"]
    assert light.value < heavy.value
    assert light.provenance == "maker"


@pytest.mark.parametrize(("grams", "level"), [(40, 2), (60, 2), (80, 3), (100, 3), (133, 4), (200, 5), (300, 5)])
def test_warmth_follows_the_bands_of_fill_weight(grams: int, level: int) -> None:
    assert completed("synthetic-jacket", {"insulation_g_m2": grams})["warmth"].value == level


def test_a_hardshell_keeps_water_and_wind_out_by_its_nature() -> None:
    known = completed("hardshell-jacket", {"layers": "3"})
    assert [known[name].value for name in ("waterproof", "windproof", "seams_taped")] == [True, True, True]
    assert known["waterproof_mm"].value == 20000
    assert {known[name].provenance for name in ("waterproof", "waterproof_mm")} == {"estimate"}


@pytest.mark.parametrize("category", ["hardshell-jacket", "softshell-jacket", "ski-jacket", "down-jacket", "fleece"])
def test_a_hood_that_nobody_speaks_of_stays_unknown_where_a_helmet_is_worn(category: str) -> None:
    assert "hood" not in completed(category, activities=("mountaineering", "ski-touring", "alpine-skiing"))


def test_a_jacket_for_walking_in_the_rain_has_a_hood() -> None:
    hood = completed("rain-jacket", activities=("hiking",))["hood"]
    assert (hood.value, hood.provenance) == ("yes", "estimate")


def test_bare_seams_are_not_waterproof() -> None:
    assert completed("touring-pants", {"waterproof_mm": 20000, "seams_taped": False})["waterproof"].value is False
    assert completed("touring-pants", {"waterproof_mm": 20000, "seams_taped": True})["waterproof"].value is True


@pytest.mark.parametrize(("crampon", "rating", "stiffness"), [("C1", "B1", 3), ("C2", "B2", 4), ("C3", "B3", 5)])
def test_the_crampon_tells_class_and_stiffness(crampon: str, rating: str, stiffness: int) -> None:
    known = completed("mountaineering-boots", {"crampon": crampon})
    assert (known["boot_rating"].value, known["boot_stiffness"].value) == (rating, stiffness)
    assert known["boot_rating"].provenance == "maker"


def test_no_crampon_beyond_straps_is_promised_without_a_fact() -> None:
    promised = {
        completed(category)["crampon"].value for category in ("mountaineering-boots", "hiking-boots", "hiking-shoes")
    }
    assert promised <= {"none", "C1"}


def test_the_comfort_of_a_sleeping_bag_follows_its_limit_and_back() -> None:
    assert completed("sleeping-bag", {"limit_temp_c": -4})["comfort_temp_c"].value == 2
    assert completed("sleeping-bag", {"comfort_temp_c": 2})["limit_temp_c"].value == -4


def test_the_load_of_a_pack_follows_its_volume() -> None:
    loads = [completed("hiking-pack", {"volume_l": litres})["load_max_kg"].value for litres in (10, 20, 40, 60)]
    assert loads == [3, 5, 10, 15]


def test_warmer_gloves_are_less_precise() -> None:
    levels = [completed("gloves", {"warmth": warmth})["dexterity"].value for warmth in range(6)]
    assert levels == sorted(levels, reverse=True)
    assert completed("glove-liners")["dexterity"].value == 5


def test_a_product_gets_the_care_of_what_it_is_made_of() -> None:
    def care(category: str, known: Mapping[str, Value] | None = None, **more: Any) -> tuple[str, ...]:
        return complete(product(category, known, **more), REFERENCE).care

    assert care("down-jacket") == ("down",)
    assert care("vest") == ("synthetic-insulation",)
    assert care("t-shirt", technologies=("merino",)) == ("merino",)
    assert care("rain-jacket", technologies=("gore-shakedry",)) == ("shakedry",)
    assert care("hiking-boots", {"material": Value("leather", "maker")}) == ("leather-footwear",)
    assert care("vest", care=("down",)) == ("down",)


def test_the_weakest_provenance_is_the_least_trusted() -> None:
    assert weakest(["maker", "estimate", "technology"]) == "estimate"
    assert weakest(["estimate", "demonstration"]) == "demonstration"


def test_no_line_leaves_the_range_of_its_attribute() -> None:
    wrong: list[tuple[str, Scalar]] = []
    for rule in REFERENCE.estimates:
        if rule.line is None:
            continue
        read, filled = (REFERENCE.attributes[name] for name in (rule.line.of, rule.line.property))
        for end in (read.min, read.max):
            assert end is not None, rule.id
            point = _point(rule.line, {rule.line.of: Value(end, "maker", "x", "")})
            if point is None or not is_value(filled, point):
                wrong.append((rule.id, end))
    assert wrong == []
