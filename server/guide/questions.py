"""The finder's questions as forms: what is asked, and the buttons that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.size_order import size_key
from server.customer.sizes import size_word
from server.customer.units import measured
from server.customer.words import Words

from .asked import BUDGET, WISHES, Asked

BUDGETS = (5_000, 10_000, 20_000, 30_000, 50_000)
MOST_SIZES = 40
MOST_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its buttons, and where a figure or a size may be typed, the name of the field with its unit."""

    id: str
    label: str
    buttons: Sequence[tuple[str, str]]
    name: str
    typed: str = ""
    unit: str = ""
    low: int | None = None
    high: int | None = None

    @property
    def short(self) -> bool:
        """Tell whether the buttons are sizes or figures, of which many stand in a row."""
        return bool(self.buttons and self.typed) and sum(len(label) > MOST_LETTERS for _, label in self.buttons) <= 1


def next_question(finder: Mapping[str, Any], asked: Asked, proposed: str | None) -> Mapping[str, Any] | None:
    """Return the question that brings most; where it was passed over, the first other one that is still open."""
    by_id: dict[str, Mapping[str, Any]] = {question["id"]: question for question in finder["questions"]}
    if proposed is None:
        return None
    if proposed not in asked.skipped:
        return by_id[proposed]
    return next((each for each in open_questions(finder, asked) if each["id"] not in asked.skipped), None)


def open_questions(finder: Mapping[str, Any], asked: Asked) -> Iterable[Mapping[str, Any]]:
    """Yield the questions that are not answered and that what was said leaves sensible; wishes last."""
    for question in finder["questions"]:
        holds = all(asked.answers.get(name) in values for name, values in question["when"].items())
        if holds and question["id"] not in asked.answers and question["id"] not in ("must", "must_not"):
            yield question


def as_form(question: Mapping[str, Any], speak: Words, sizes: Sequence[str], wishes: Mapping[str, Any]) -> Question:
    """Return a question with its buttons."""
    name, label = question["id"], speak.plain(question["label"])
    if name == "budget_cents":
        buttons = [(str(cents), speak.money_whole(cents)) for cents in BUDGETS]
        return Question(name, label, buttons, name, BUDGET, "€", 0, 10_000)
    if question["kind"] == "number":
        span = question["range"]
        buttons = [(str(value), measured(value, span["unit"], speak)) for value in question["probe"]]
        return Question(name, label, buttons, name, name, span["unit"], span["min"], span["max"])
    if question["kind"] == "size":
        return Question(name, label, [(size, size_word(size, speak)) for size in sizes], name, name)
    if name in WISHES:
        buttons = [(wish, speak.plain(wishes[wish])) for wish in question["probe"] if wish in wishes]
        return Question(name, label, buttons, name)
    return Question(name, label, [(each["id"], speak.plain(each["label"])) for each in question["answers"]], name)


def said(asked: Asked, finder: Mapping[str, Any], speak: Words) -> list[tuple[str, str, str]]:
    """Return what was understood: name, value and words of each answer."""
    questions = {question["id"]: question for question in finder["questions"]}
    wishes = {wish["id"]: wish["label"] for wish in finder["wishes"]}
    return [(name, value, _words(name, value, questions.get(name), wishes, speak)) for name, value in asked.pairs]


def _words(name: str, value: str, question: Mapping[str, Any] | None, wishes: Mapping[str, Any], speak: Words) -> str:
    if name == "budget_cents":
        return speak.say("guide.up_to", price=speak.money_whole(int(value)))
    if name in WISHES:
        label = speak.plain(wishes[value]) if value in wishes else value
        return speak.say("guide.not", wish=label) if name == "must_not" else label
    if question is None:
        return value
    if question["range"]:
        return f"{speak.plain(question['short'])} {measured(int(value), question['range']['unit'], speak)}"
    chosen = next((each for each in question["answers"] if each["id"] == value), None)
    return speak.plain(chosen["label"]) if chosen else f"{speak.plain(question['short'])} {value}"


def sizes_of(products: Iterable[Mapping[str, Any]], gtins: Mapping[str, Any] | None) -> list[str]:
    """Return the sizes in which the pieces exist, here where ``gtins`` are the shop's, in their order."""
    found = {
        variant["size"]
        for product in products
        for variant in product["variants"]
        if gtins is None or variant["gtin"] in gtins
    }
    return sorted(found, key=size_key)[:MOST_SIZES]
