"""From answers to needs: felt temperature, insulation, and per family the level that each gauge has to reach.

All arithmetic is on integers and all tables travel with the finder document, so that the phone gets the same levels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

ANY = "any"
"""The slot of the body where the customer did not say what they are looking for, or wants a whole outfit."""

_FIGURES = ("volume_l", "age_years")
"""Answers that stand among the figures: in place of what a dimension computes, or to tell a band."""
_CHOICES = ("activity", "weather", "effort", "duration", "nights_in", "audience", "humid")


@dataclass(frozen=True, slots=True)
class Situation:
    """Answers with what may be assumed from them, and the figures made from both.

    ``context`` maps condition keys to values; ``figures`` are integers: temperatures in °C, insulation in tenths of a
    clo, or ``None`` where the answers do not tell. ``felt_c`` is told only from a temperature that was given; the
    figure of that name is lower for somebody who feels the cold.
    """

    context: Mapping[str, Any]
    figures: Mapping[str, int | None]
    felt_c: int | None


def holds(condition: Mapping[str, Sequence[Any]], context: Mapping[str, Any]) -> bool:
    """Tell whether every key of the condition has one of its values in the context."""
    for key, values in condition.items():  # noqa: SIM110 - a generator in it takes half of the ranking's time
        if key not in context or context[key] not in values:
            return False
    return True


def wind_powers(up_to_kmh: int) -> list[int]:
    """Return V^0.16 in millionths for each whole km/h from 0: the only irrational part of the wind chill formula."""
    return [round(speed**0.16 * 1_000_000) for speed in range(up_to_kmh + 1)]


def felt(wind: Mapping[str, Any], temperature_c: int, wind_kmh: int | None) -> int:
    """Return the wind chill in whole °C; outside the formula's validity, the air temperature itself."""
    if wind_kmh is None or wind_kmh < wind["from_kmh"] or temperature_c > wind["to_c"]:
        return temperature_c
    powers = wind["powers"]
    power = powers[min(wind_kmh, len(powers) - 1)]
    # 13.12 + 0.6215 T - 11.37 V^0.16 + 0.3965 T V^0.16, scaled by 10^10 so that every term is an integer
    scaled = 131_200_000_000 + 6_215_000_000 * temperature_c - 113_700 * power + 3_965 * temperature_c * power
    return min(temperature_c, int((scaled + 5_000_000_000) // 10_000_000_000))


def clo_tenths(felt_c: int, met_tenths: int) -> int:
    """Return the clothing insulation asked for, in tenths of a clo: max(0, (33 - T) / (6.85 met) - 0.5)."""
    if felt_c >= 33:
        return 0
    return max(0, (33 - felt_c) * 10_000 // (685 * met_tenths) - 5)


def situation(tables: Mapping[str, Any], answers: Mapping[str, Any]) -> Situation:
    """Return the situation that the answers describe."""
    context: dict[str, Any] = {key: answers[key] for key in _CHOICES if answers.get(key) is not None}
    context["slot"] = tables["slots"].get(answers.get("wanted"), ANY)
    for key, rows in tables["assumed"].items():
        if key != "temperature_c" and key not in context:
            _put(context, key, _first(rows, context))
    given = _whole(answers.get("temperature_c"))
    air = _first(tables["assumed"]["temperature_c"], context) if given is None else given
    blowing = _whole(answers.get("wind_kmh"))
    figures: dict[str, int | None] = {"air_c": air, "felt_c": None}
    for name in _FIGURES:
        figures[name] = _whole(answers.get(name))
    told = None if air is None else felt(tables["wind"], air, blowing)
    if told is not None:
        figures["felt_c"] = told - tables["chilly"]["colder_c"] if is_chilly(tables, answers) else told
    for name, rows in tables["met"].items():
        met = _first(rows, context)
        cold = figures["felt_c"]
        figures[f"clo_{name}"] = None if met is None or cold is None else clo_tenths(cold, met)
    for name, band in tables["bands"].items():
        _put(context, name, _steps(band, figures))
    if blowing is not None:
        context["windy"] = blowing >= tables["wind"]["windy_from_kmh"]
    for name, rows in tables["cases"].items():
        _put(context, name, _first(rows, context))
    return Situation(context, figures, None if given is None else told)


def is_chilly(tables: Mapping[str, Any], answers: Mapping[str, Any]) -> bool:
    """Tell whether a wish says that the customer feels the cold: the need rises, not only what warmth counts for."""
    wishes = {*(answers.get("must") or ()), *(answers.get("prefer") or ())}
    # A revision that was published before this was known goes on giving the advice that it gave.
    return not wishes.isdisjoint(tables.get("chilly", {}).get("wishes", ()))


def family_needs(tables: Mapping[str, Any], now: Situation, family: str) -> dict[str, Any]:
    """Return the value of each dimension of the family; ``None`` where the answers do not decide it."""
    values: dict[str, Any] = {}
    figures = dict(now.figures)
    for dimension in tables["families"].get(family, ()):
        value = _dimension(dimension, now.context, figures)
        values[dimension["id"]] = value
        figures[f"need.{dimension['id']}"] = None if isinstance(value, str) else value
    return values


def needs(tables: Mapping[str, Any], answers: Mapping[str, Any], family: str) -> dict[str, Any]:
    """Return the level needed of each gauge of the family, and the base figures."""
    now = situation(tables, answers)
    return {
        "levels": gauge_levels(tables, family_needs(tables, now, family), family),
        "felt_c": now.felt_c,
        "figures": dict(now.figures),
    }


def gauge_levels(tables: Mapping[str, Any], values: Mapping[str, Any], family: str) -> dict[str, int | None]:
    """Keep of the family's dimensions those that stand on a gauge."""
    return {each["id"]: values[each["id"]] for each in tables["families"].get(family, ()) if each["gauge"]}


def _dimension(dimension: Mapping[str, Any], context: Mapping[str, Any], figures: Mapping[str, int | None]) -> Any:
    asked = figures.get(dimension.get("answer") or "")
    if asked is not None:
        return _on_grid(asked, dimension)
    if not holds(dimension["when"], context):
        return None
    value = _base(dimension, context, figures)
    if value is None or isinstance(value, str):
        return value
    for change in dimension["adjust"]:
        if holds(change["when"], context):
            value += change["add"]
    return max(dimension["min"], min(dimension["max"], value))


def _on_grid(asked: int, dimension: Mapping[str, Any]) -> int:
    """Return the step of the dimension's grid nearest to the answer, the higher of two, within its range."""
    grid: int = dimension["grid"]
    nearest = (2 * asked + grid) // (2 * grid) * grid
    return int(max(dimension["min"], min(dimension["max"], nearest)))


def _base(dimension: Mapping[str, Any], context: Mapping[str, Any], figures: Mapping[str, int | None]) -> Any:
    if dimension["rows"]:
        return _first(dimension["rows"], context)
    if dimension["grid"]:
        figure, step = figures[dimension["figure"]], dimension["grid"]
        return None if figure is None else figure // step * step
    return _steps(dimension, figures)


def _steps(scale: Mapping[str, Any], figures: Mapping[str, int | None]) -> int | None:
    """Count the thresholds passed: upwards in ``from``, downwards in ``below``."""
    figure = figures[scale["figure"]]
    if figure is None:
        return None
    passed: list[bool] = [figure >= start for start in scale["from"]] + [figure < end for end in scale["below"]]
    return sum(passed)


def _first(rows: Sequence[Mapping[str, Any]], context: Mapping[str, Any]) -> Any:
    return next((row["value"] for row in rows if holds(row["when"], context)), None)


def _put(context: dict[str, Any], key: str, value: Any) -> None:
    if value is not None:
        context[key] = value


def _whole(number: float | None) -> int | None:
    return None if number is None else floor(number + 0.5)
