"""A customer's answers as they come in, checked against the finder's own vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from math import floor, isfinite
from typing import Any

Message = dict[str, str]

_NUMBERS = {
    "temperature_c": (-60, 50),
    "wind_kmh": (0, 200),
    "age_years": (0, 120),
    "height_mm": (400, 2500),
    "volume_l": (1, 200),
    "budget_cents": (0, 10_000_000),
}
_CHOICES = ("activity", "weather", "effort", "duration", "nights_in", "audience")
_WISHES = ("must", "must_not", "prefer")
_LONGEST_SIZE = 24
_MOST_WISHES = 40


class AnswersError(ValueError):
    """Answers that cannot be used. ``errors`` holds field paths, each with a message in French and English."""

    def __init__(self, errors: list[tuple[str, Message]]) -> None:
        self.errors = errors
        super().__init__("; ".join(f"{field}: {message['en']}" for field, message in errors))


def parse(answers: Any, finder: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers as the ranking takes them: known keys, whole numbers, no nulls. Raises AnswersError."""
    if not isinstance(answers, Mapping):
        raise AnswersError([("answers", _say("Donnez les réponses par nom.", "Give the answers by name."))])
    errors: list[tuple[str, Message]] = []
    parsed: dict[str, Any] = {}
    for name, value in answers.items():
        field = f"answers.{name}"
        reader = _READERS.get(name)
        if reader is None:
            errors.append((field, _say("Cette réponse n’existe pas.", "There is no such answer.")))
        elif value is not None:
            reader(finder, name, value, parsed.__setitem__, _at(errors, field))
    errors += _contradictions(parsed, finder)
    if errors:
        raise AnswersError(errors)
    return parsed


Keep = Callable[[str, Any], None]
Complain = Callable[..., None]


def _at(errors: list[tuple[str, Message]], field: str) -> Complain:
    def complain(fr: str, en: str, below: str = "") -> None:
        errors.append((field + below, _say(fr, en)))

    return complain


def _read_choice(finder: Mapping[str, Any], name: str, value: Any, keep: Keep, complain: Complain) -> None:
    allowed = next([answer["id"] for answer in each["answers"]] for each in finder["questions"] if each["id"] == name)
    _read_one_of(allowed, name, value, keep, complain)


def _read_wanted(finder: Mapping[str, Any], name: str, value: Any, keep: Keep, complain: Complain) -> None:
    parameters = finder["parameters"]
    _read_one_of([*parameters["groups"], *parameters["families"]], name, value, keep, complain)


def _read_one_of(allowed: list[str], name: str, value: Any, keep: Keep, complain: Complain) -> None:
    if isinstance(value, str) and value in allowed:
        keep(name, value)
    else:
        listed = ", ".join(allowed)
        complain(f"Choisissez parmi\u202f: {listed}.", f"Choose one of: {listed}.")


def _read_number(finder: Mapping[str, Any], name: str, value: Any, keep: Keep, complain: Complain) -> None:
    low, high = _NUMBERS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        complain("Donnez un nombre.", "Give a number.")
    elif not low <= value <= high:
        complain(f"Donnez un nombre de {low} à {high}.", f"Give a number from {low} to {high}.")
    else:
        keep(name, floor(value + 0.5))


def _read_switch(finder: Mapping[str, Any], name: str, value: Any, keep: Keep, complain: Complain) -> None:
    if isinstance(value, bool):
        keep(name, value)
    else:
        complain("Donnez true ou false.", "Give true or false.")


def _read_size(finder: Mapping[str, Any], name: str, value: Any, keep: Keep, complain: Complain) -> None:
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if text and len(text) <= _LONGEST_SIZE:
        keep(name, text)
    else:
        complain("Donnez une taille, comme M ou 42.", "Give a size, like M or 42.")


def _read_sizes(finder: Mapping[str, Any], name: str, value: Any, keep: Keep, complain: Complain) -> None:
    if not isinstance(value, Mapping):
        complain("Donnez une taille par sorte.", "Give a size by kind.")
        return
    kinds, found = set(finder["parameters"]["size_kinds"].values()), dict[str, str]()
    for kind, size in value.items():
        if kind in kinds:
            _read_size(finder, kind, size, found.__setitem__, partial(_below, complain, kind))
        else:
            listed = ", ".join(sorted(kinds))
            complain(f"Choisissez parmi\u202f: {listed}.", f"Choose one of: {listed}.", f".{kind}")
    if found:
        keep(name, dict(sorted(found.items())))


def _below(complain: Complain, kind: str, fr: str, en: str) -> None:
    complain(fr, en, f".{kind}")


def _read_colour(finder: Mapping[str, Any], name: str, value: Any, keep: Keep, complain: Complain) -> None:
    _read_one_of([each["id"] for each in finder.get("colours", ())], name, value, keep, complain)


def _read_wishes(finder: Mapping[str, Any], name: str, value: Any, keep: Keep, complain: Complain) -> None:
    if not isinstance(value, list) or len(value) > _MOST_WISHES:
        complain("Donnez une liste de souhaits.", "Give a list of wishes.")
        return
    known = {each for wish in finder["wishes"] for each in (wish["id"], *wish["aliases"])}
    for index, wish in enumerate(value):
        if not isinstance(wish, str) or wish not in known:
            complain("Ce souhait n’existe pas.", "There is no such wish.", f".{index}")
    if value:
        keep(name, [wish for wish in value if isinstance(wish, str) and wish in known])


def _contradictions(parsed: Mapping[str, Any], finder: Mapping[str, Any]) -> list[tuple[str, Message]]:
    canonical = {each: wish["id"] for wish in finder["wishes"] for each in (wish["id"], *wish["aliases"])}
    wanted = {canonical[name] for name in parsed.get("must", ())}
    message = _say("Ce souhait est aussi demandé dans must.", "This wish is also asked for in must.")
    refused = enumerate(parsed.get("must_not", ()))
    return [(f"answers.must_not.{index}", message) for index, name in refused if canonical[name] in wanted]


def _say(fr: str, en: str) -> Message:
    return {"fr": fr, "en": en}


Reader = Callable[[Mapping[str, Any], str, Any, Keep, Complain], None]
_READERS: dict[str, Reader] = {
    "wanted": _read_wanted,
    "humid": _read_switch,
    "size": _read_size,
    "sizes": _read_sizes,
    "colour": _read_colour,
    **dict.fromkeys(_CHOICES, _read_choice),
    **dict.fromkeys(_NUMBERS, _read_number),
    **dict.fromkeys(_WISHES, _read_wishes),
}
