"""What the address of a guide page says: the answers, and the questions that were passed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from catalog.finder.answers import AnswersError, parse

WISHES = ("must", "must_not", "prefer")
WHOLE = ("temperature_c", "wind_kmh", "age_years", "height_mm", "volume_l", "budget_cents")
TEXTS = ("wanted", "activity", "weather", "effort", "duration", "nights_in", "audience", "size", "colour")
NAMES = (*TEXTS, *WHOLE, "humid", *WISHES)
BUDGET = "budget"
"""In whole units of money, as people type it; ``budget_cents`` is what links carry."""
SKIP = "skip"
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers as the finder takes them, the pairs that say them again, and what could not be used."""

    answers: Mapping[str, Any]
    pairs: tuple[Pair, ...]
    skipped: frozenset[str]
    refused: tuple[str, ...]

    def without(self, names: Iterable[str], value: str | None = None) -> list[Pair]:
        """Return the pairs less those of some names, or less the one with a value."""
        gone = set(names)
        return [(name, held) for name, held in self.pairs if name not in gone or (value is not None and held != value)]

    def query(self, pairs: Iterable[Pair], **frame: str) -> str:
        """Return a query with other pairs; ``frame`` is what each link of the page carries (language, shop)."""
        skips = [(SKIP, name) for name in sorted(self.skipped)]
        return urlencode([(name, value) for name, value in frame.items() if value] + list(pairs) + skips)


def read(given: Sequence[Pair], finder: Mapping[str, Any]) -> Asked:
    """Read the pairs of an address. What cannot be used is left out and named; nothing is raised.

    Wishes are kept by the finder's own names, so that one thing said in two ways is one answer.
    """
    kept, refused = _values(given)
    answers: dict[str, Any] = {}
    for name, value in kept:
        answers = {**answers, name: [*answers.get(name, []), value] if name in WISHES else value}
    while True:
        try:
            answers |= {name: value for name, value in parse(answers, finder).items() if name in WISHES}
            break
        except AnswersError as problem:
            wrong = {field.split(".")[1] for field, _ in problem.errors if "." in field} & answers.keys()
            refused += [_shown(answers[name]) for name in sorted(wrong)]
            answers = {name: value for name, value in answers.items() if name not in wrong} if wrong else {}
    skipped = frozenset(value for name, value in given if name == SKIP and value in NAMES)
    return Asked(answers, tuple(_pairs(answers)), skipped, tuple(refused))


def _values(given: Iterable[Pair]) -> tuple[list[tuple[str, Any]], list[str]]:
    kept: list[tuple[str, Any]] = []
    refused: list[str] = []
    for name, raw in given:
        value = " ".join(raw.split())
        if not value or name not in (*NAMES, BUDGET):
            continue
        try:
            kept.append(("budget_cents", _cents(value)) if name == BUDGET else (name, _value(name, value)))
        except (ValueError, OverflowError):
            refused.append(value)
    return kept, refused


def _value(name: str, value: str) -> Any:
    if name in WHOLE:
        return _number(value)
    if name == "humid":
        return {"true": True, "false": False}[value] if value in ("true", "false") else value
    return value


def _number(value: str) -> int:
    """Read a number as people type it: a decimal comma, a true minus sign, a unit behind it."""
    return round(float(value.replace("−", "-").replace(",", ".").rstrip("°CcKkMm/Hh€ \u00a0\u202f")))


def _cents(value: str) -> int:
    return round(100 * float(value.replace(",", ".").strip("€ \u00a0\u202f")))


def _pairs(answers: Mapping[str, Any]) -> Iterable[Pair]:
    for name, value in answers.items():
        for each in value if isinstance(value, list) else [value]:
            yield name, str(each).lower() if isinstance(each, bool) else str(each)


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
