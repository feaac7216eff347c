"""Gauges: what a product has of each quality, read from what is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import DATA
from catalog.completion import complete
from catalog.feeds.own import files_in, read
from catalog.gauges import GaugeLevel, gauge_levels
from catalog.model import Product, Scalar, Value
from catalog.reference import load_reference

REFERENCE = load_reference()


def levels(category: str, known: Mapping[str, Scalar], fill: bool = False, **more: Any) -> dict[str, GaugeLevel]:
    values = {name: Value(value, "maker", "https://maker.example/") for name, value in known.items()}
    one = Product("p", "P", "Millet", category, "unisex", {"fr": "Essai."}, properties=values, **more)
    return gauge_levels(complete(one, REFERENCE) if fill else one, REFERENCE)


def level(gauge: str, category: str, fill: bool = False, **known: Scalar) -> int | None:
    return levels(category, known, fill)[gauge].level


def tenths(gauge: str, category: str, **known: Scalar) -> int | None:
    return levels(category, known, fill=True)[gauge].tenths


@pytest.mark.parametrize(
    ("gauge", "category", "known", "expected"),
    [
        ("light", "hardshell-jacket", {"weight_g": 380}, 40),
        ("light", "hardshell-jacket", {"weight_g": 340}, 45),
        ("light", "hardshell-jacket", {"weight_g": 301}, 49),
        ("light", "hardshell-jacket", {"weight_g": 300}, 50),
        ("light", "hardshell-jacket", {"weight_g": 100}, 59),
        ("light", "hardshell-jacket", {"weight_g": 701}, 9),
        ("light", "hardshell-jacket", {"weight_g": 5000}, 0),
        ("volume", "hiking-pack", {"volume_l": 150}, 59),
        ("dry", "hardshell-jacket", {"waterproof_mm": 28000, "waterproof": True}, 50),
        ("warm", "sleeping-bag", {"comfort_temp_c": -30}, 59),
        # Inside the bands of its own test method: 9000 is high in one and low in the other.
        ("breathe", "rain-jacket", {"ret": 6}, 49),
        ("breathe", "rain-jacket", {"ret": 9}, 42),
        ("breathe", "rain-jacket", {"mvtr_g_m2_24h": 10000}, 35),
        ("breathe", "rain-jacket", {"mvtr_g_m2_24h": 9000, "mvtr_method": "jis-l1099-a1"}, 42),
        ("breathe", "rain-jacket", {"mvtr_g_m2_24h": 9000, "mvtr_method": "jis-l1099-b1"}, 22),
    ],
)
def test_tenths_tell_how_far_a_figure_is_to_the_next_level(
    gauge: str, category: str, known: Mapping[str, Scalar], expected: int
) -> None:
    assert tenths(gauge, category, **known) == expected


@given(st.sampled_from([("light", "weight_g"), ("warm", "down_fill_g")]), st.integers(50, 900), st.integers(0, 400))
def test_tenths_agree_with_the_level_and_never_turn_back(which: tuple[str, str], figure: int, more: int) -> None:
    gauge, attribute = which
    light, heavy = (levels("down-jacket", {attribute: one}, fill=True)[gauge] for one in (figure, figure + more))
    assert all(one.tenths is not None and one.tenths // 10 == one.level for one in (light, heavy))
    assert (
        (light.tenths or 0) >= (heavy.tenths or 0) if gauge == "light" else (light.tenths or 0) <= (heavy.tenths or 0)
    )


# What more of an attribute may do to a gauge: +1 never lowers it, -1 never raises it.
DIRECTIONS = [
    ("dry", "hardshell-jacket", "waterproof_mm", 1),
    ("dry", "softshell-jacket", "waterproof_mm", 1),
    ("dry", "ski-pants", "waterproof_mm", 1),
    ("dry", "gloves", "waterproof_mm", 1),
    ("warm", "down-jacket", "warmth", 1),
    ("warm", "down-jacket", "down_fill_g", 1),
    ("warm", "synthetic-jacket", "insulation_g_m2", 1),
    ("warm", "fleece", "weight_g", 1),
    ("warm", "sleeping-bag", "comfort_temp_c", -1),
    ("warm", "gloves", "insulation_g_m2", 1),
    ("breathe", "rain-jacket", "ret", -1),
    ("breathe", "rain-jacket", "mvtr_g_m2_24h", 1),
    ("light", "hardshell-jacket", "weight_g", -1),
    ("light", "hiking-pack", "weight_g", -1),
    ("light", "rope", "rope_diameter_um", -1),
    ("volume", "hiking-pack", "volume_l", 1),
    ("carry", "hiking-pack", "load_max_kg", 1),
    ("hold", "hiking-boots", "boot_stiffness", 1),
    ("hold", "climbing-shoes", "boot_stiffness", 1),
    ("dexterity", "gloves", "warmth", -1),
    ("compact", "sleeping-bag", "packed_volume_ml", -1),
]


@pytest.mark.parametrize(("gauge", "category", "attribute", "direction"), DIRECTIONS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_more_of_an_attribute_never_moves_its_gauge_the_wrong_way(
    gauge: str, category: str, attribute: str, direction: int, data: st.DataObject
) -> None:
    bounds = REFERENCE.attributes[attribute]
    numbers = st.integers(bounds.min, bounds.max)
    less, more = sorted((data.draw(numbers), data.draw(numbers)))
    others = {"down_fill_g": {"fill_power_cuin": 700}, "weight_g": {"volume_l": 30}}.get(attribute, {})
    low = level(gauge, category, True, **{attribute: less}, **others)
    high = level(gauge, category, True, **{attribute: more}, **others)
    assert low is not None
    assert high is not None
    assert (high - low) * direction >= 0


@pytest.mark.parametrize(
    ("millimetres", "expected"), [(3000, 2), (5000, 3), (9999, 3), (10000, 4), (19999, 4), (20000, 5), (28000, 5)]
)
def test_dry_follows_the_water_column(millimetres: int, expected: int) -> None:
    assert level("dry", "hardshell-jacket", waterproof=True, seams_taped=True, waterproof_mm=millimetres) == expected


def test_bare_seams_spoil_any_water_column() -> None:
    assert level("dry", "hardshell-jacket", waterproof=True, seams_taped=False, waterproof_mm=28000) == 3
    assert level("dry", "softshell-jacket", waterproof=False, waterproof_mm=28000) == 2


def test_without_waterproofness_finish_and_wind_stop_count() -> None:
    assert level("dry", "wind-jacket", waterproof=False, dwr=True, windproof=True) == 2
    assert level("dry", "fleece", waterproof=False, windproof=True) == 1
    assert level("dry", "fleece", waterproof=False) == 0


def test_a_higher_boot_keeps_drier() -> None:
    heights = [level("dry", "hiking-shoes", waterproof=True, boot_cut=cut) for cut in ("low", "mid", "high")]
    assert heights == [3, 4, 5]


def test_light_is_judged_within_the_category() -> None:
    assert level("light", "hardshell-jacket", weight_g=300) == 5
    assert level("light", "wind-jacket", weight_g=300) == 1
    assert level("light", "ski-suit", weight_g=3000) == 0


def test_the_weight_of_a_pack_is_judged_by_its_litres() -> None:
    assert level("light", "hiking-pack", weight_g=1200, volume_l=60) == 5
    assert level("light", "hiking-pack", weight_g=1200, volume_l=20) == 0
    assert level("light", "hiking-pack", weight_g=1200) is None


@pytest.mark.parametrize(("litres", "expected"), [(8, 0), (12, 1), (20, 2), (30, 3), (45, 4), (60, 5)])
def test_volume_follows_the_bands_of_days_and_huts(litres: int, expected: int) -> None:
    assert level("volume", "hiking-pack", volume_l=litres) == expected


def test_carry_needs_load_belt_and_frame_together() -> None:
    assert level("carry", "hiking-pack", load_max_kg=18, hip_belt="padded", back_system="framed") == 5
    assert level("carry", "hiking-pack", load_max_kg=18, hip_belt="padded", back_system="contact") == 4
    assert level("carry", "hiking-pack", load_max_kg=18, hip_belt="none") == 2


@pytest.mark.parametrize(("celsius", "expected"), [(12, 0), (8, 1), (5, 2), (0, 3), (-5, 4), (-12, 5)])
def test_a_sleeping_bag_warms_by_its_comfort_temperature(celsius: int, expected: int) -> None:
    assert level("warm", "sleeping-bag", comfort_temp_c=celsius) == expected


def test_synthetic_bags_stand_damp_better_than_down() -> None:
    synthetic = level("damp", "sleeping-bag", insulation_type="synthetic")
    treated = level("damp", "sleeping-bag", insulation_type="down", down_treated=True)
    plain = level("damp", "sleeping-bag", insulation_type="down", down_treated=False)
    assert synthetic is not None
    assert treated is not None
    assert plain is not None
    assert synthetic > treated > plain


def test_what_is_not_known_has_no_level() -> None:
    assert set(levels("hardshell-jacket", {}).values()) == {GaugeLevel(None, None)}


def test_a_gauge_is_trusted_like_the_weakest_value_it_was_made_from() -> None:
    values = {
        "waterproof": Value(True, "estimate"),
        "seams_taped": Value(True, "maker"),
        "waterproof_mm": Value(20000, "test"),
        "weight_g": Value(400, "maker"),
    }
    one = Product("p", "P", "Millet", "hardshell-jacket", "men", {"fr": "Essai."}, properties=values)
    found = gauge_levels(one, REFERENCE)
    assert found["dry"] == GaugeLevel(5, "estimate")
    assert found["light"] == GaugeLevel(3, "maker")


def test_each_product_of_the_range_shows_its_gauges() -> None:
    batch, _ = read(files_in(DATA / "range", DATA / "shops" / "miramas"), REFERENCE)
    shown = unknown = 0
    for one in batch.products:
        found = gauge_levels(complete(one, REFERENCE), REFERENCE)
        assert tuple(found) == REFERENCE.categories[one.category].gauges
        assert all((gauge.level is None) == (gauge.provenance is None) for gauge in found.values())
        shown += len(found)
        unknown += sum(gauge.level is None for gauge in found.values())
    assert unknown <= shown // 50
