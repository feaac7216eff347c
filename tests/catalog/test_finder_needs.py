"""Needs: wind chill in its validity range, the clo rule, and levels that move the right way."""

from __future__ import annotations

import pytest

from catalog.finder.needs import clo_tenths, family_needs, felt, situation, wind_powers
from tests.catalog.finder_real import document

WIND = {"from_kmh": 5, "to_c": 10, "powers": wind_powers(150)}

# Rounded from the table of Environment Canada that the formula was published with.
TABLE = {
    5: (3, 1, 0, -1, -2),
    0: (-3, -5, -6, -7, -9),
    -5: (-9, -12, -13, -14, -16),
    -10: (-15, -18, -20, -21, -23),
    -15: (-21, -24, -26, -27, -30),
    -20: (-27, -30, -33, -34, -36),
    -25: (-33, -37, -39, -41, -43),
    -30: (-39, -43, -46, -48, -50),
}


@pytest.mark.parametrize(("temperature", "felt_at"), TABLE.items())
def test_the_wind_chill_is_the_official_table(temperature: int, felt_at: tuple[int, ...]) -> None:
    assert tuple(felt(WIND, temperature, wind) for wind in (10, 20, 30, 40, 60)) == felt_at


@pytest.mark.parametrize(("temperature", "wind"), [(11, 50), (25, 90), (-5, 4), (-20, 0), (-5, None)])
def test_outside_its_validity_the_air_temperature_is_felt(temperature: int, wind: int | None) -> None:
    assert felt(WIND, temperature, wind) == temperature


@pytest.mark.parametrize("temperature", range(-40, 11))
def test_more_wind_never_feels_warmer(temperature: int) -> None:
    speeds = [felt(WIND, temperature, speed) for speed in range(160)]
    assert speeds == sorted(speeds, reverse=True)


def test_the_exact_integers_are_the_formula_rounded() -> None:
    for temperature in range(-50, 11):
        for speed in range(5, 151):
            power = speed**0.16
            exact = 13.12 + 0.6215 * temperature - 11.37 * power + 0.3965 * temperature * power
            assert abs(felt(WIND, temperature, speed) - min(exact, temperature)) <= 0.501


@pytest.mark.parametrize(
    ("temperature", "met", "clo"),
    [(0, 12, 3.5), (-10, 12, 4.7), (0, 25, 1.4), (-10, 40, 1.1), (-20, 69, 0.6), (33, 20, 0)],
)
def test_insulation_follows_the_rule_of_the_clo(temperature: int, met: int, clo: float) -> None:
    assert abs(clo_tenths(temperature, met) - clo * 10) <= 1


def level(gauge: str, family: str, **answers: object) -> int:
    tables = document()["finder"]["needs"]
    found: int = family_needs(tables, situation(tables, answers), family)[gauge]
    return found


@pytest.mark.parametrize(
    "family", ["insulation", "midlayer", "baselayer", "skiwear", "pants", "hands", "head", "sleep"]
)
@pytest.mark.parametrize("effort", ["low", "moderate", "high"])
def test_colder_never_needs_less_warmth(family: str, effort: str) -> None:
    found = [level("warm", family, temperature_c=cold, effort=effort) for cold in range(20, -31, -1)]
    assert found == sorted(found)
    assert found[0] < found[-1]


@pytest.mark.parametrize("family", ["insulation", "midlayer", "baselayer", "skiwear", "pants", "hands", "head"])
@pytest.mark.parametrize("cold", [5, -5, -15])
def test_more_effort_never_needs_more_warmth(family: str, cold: int) -> None:
    found = [level("warm", family, temperature_c=cold, effort=effort) for effort in ("low", "moderate", "high")]
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize("activity", ["hiking", "mountaineering", "everyday", "trekking"])
def test_worse_weather_never_needs_less_dryness(activity: str) -> None:
    found = [level("dry", "shell", activity=activity, weather=each) for each in ("dry", "showers", "rain", "storm")]
    assert found == sorted(found)


@pytest.mark.parametrize("nights_in", ["hut", "tent"])
def test_more_days_never_need_fewer_litres(nights_in: str) -> None:
    days = ("half-day", "day", "overnight", "multi-day", "expedition")
    found = [level("litres", "pack", activity="hiking", duration=each, nights_in=nights_in) for each in days]
    assert found == sorted(found)


def test_a_temperature_that_was_not_given_is_assumed_but_not_told() -> None:
    tables = document()["finder"]["needs"]
    now = situation(tables, {"activity": "ski-touring"})
    assert now.figures["felt_c"] == -5
    assert now.felt_c is None
