"""The size question of a piece as a plain form, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.errors import Invalid
from server.sizes import service as sizes

from .words import Words

MOST_FIELDS = 4


@dataclass(frozen=True, slots=True)
class Field:
    """One measure to give: name, label, the value given before, and how to measure."""

    name: str
    label: str
    value: str
    how: str


@dataclass(frozen=True, slots=True)
class Fitting:
    """The form with what was given, and the answer in words: ``size`` is empty where none can be named."""

    fields: tuple[Field, ...]
    size: str
    message: str
    status: str
    problem: str
    note: str


def fields(
    product: Mapping[str, Any], document: Mapping[str, Any], given: Mapping[str, str], words: Words
) -> tuple[Field, ...]:
    """Return the measures that decide the size of a piece by its chart; none where there is nothing to choose."""
    chart = _chart(product, document)
    sold = {variant["size"].lower() for variant in product["variants"]}
    if chart is None or len(sold) < 2:
        return ()
    named = [measure for measure in chart["measures"] if words.knows(f"measure.{measure}")][:MOST_FIELDS]
    return tuple(
        Field(
            measure,
            words.say(f"measure.{measure}"),
            given.get(measure, ""),
            words.say(f"how.{measure}") if words.knows(f"how.{measure}") else "",
        )
        for measure in named
    )


def fitting(product: Mapping[str, Any], document: Mapping[str, Any], given: Mapping[str, str], words: Words) -> Fitting:
    """Answer for the measures given in centimetres. What cannot be read comes back with what to do, and is kept."""
    asked = fields(product, document, given, words)
    chart = _chart(product, document)
    note = _note(chart, words) if chart else ""
    try:
        measures = {field.name: _millimetres(field.value) for field in asked if field.value}
    except ValueError:
        return Fitting(asked, "", "", "", words.say("fitting.unreadable"), note)
    if not measures:
        return Fitting(asked, "", "", "", words.say("fitting.empty") if given else "", note)
    try:
        answer = sizes.advise({"ref": product["ref"], "measurements_mm": measures}, words.lang)
    except Invalid:
        return Fitting(asked, "", "", "", words.say("fitting.unreadable"), note)
    told = chart is not None and words.plain(chart["label"]) in answer["message"]
    return Fitting(asked, answer["size"] or "", answer["message"], answer["status"], "", "" if told else note)


def _chart(product: Mapping[str, Any], document: Mapping[str, Any]) -> Mapping[str, Any] | None:
    return next((each for each in document["size_charts"] if each["id"] == product["size_chart"]), None)


def _note(chart: Mapping[str, Any], words: Words) -> str:
    return words.say(f"size_help_{chart['status']}", chart=words.plain(chart["label"]))


def _millimetres(value: str) -> int:
    """Read centimetres as people write them: "98", "98,5", "98 cm"; inches with their sign. Raises ValueError."""
    plain = value.strip().lower().replace(",", ".")
    for sign, scale in (("cm", 10.0), ("mm", 1.0), ("in", 25.4), ('"', 25.4), ("″", 25.4), ("", 10.0)):
        if plain.endswith(sign):
            found = float(plain.removesuffix(sign).strip()) * scale
            if not 10 <= found <= 3_000:
                raise ValueError(value)
            return round(found)
    raise ValueError(value)
