"""Cards from questions that nobody could answer, and that the manager or the brand has answered since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .card import About, Card, Choice, Fact
from .knowledge import Training
from .speech import name_of, put, same

KNOWN, NEW = "known", "new"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and its answer, as people wrote them; ``ref`` and ``answers`` (the need) are its context, if any."""

    id: str
    question: str
    answer: str
    role: str
    ref: str | None = None
    answers: Mapping[str, Any] | None = None


def answer_cards(document: Mapping[str, Any], answered: Iterable[Answered], training: Training) -> Iterator[Card]:
    """Give a card for each answered question: can you answer it yourself? Then its answer is shown.

    There is nothing to choose wrongly: people's answers have no false twins that are surely false.
    """
    products = {product["ref"]: product for product in document["products"]}
    for each in answered:
        yield _card(each, products.get(each.ref or ""), document["finder"], training.words["answer"])


def _card(
    each: Answered, product: Mapping[str, Any] | None, finder: Mapping[str, Any], words: Mapping[str, Any]
) -> Card:
    asked, answer = same(each.question), same(each.answer)
    if product is None:
        question = put(words["question"], question=asked)
    else:
        question = put(words["question_of"], question=asked, name=name_of(product))
    by = words["by"]["manager" if each.role == "manager" else "brand"]
    return Card(
        id=f"answer-{each.id}",
        kind="answer",
        about=_about(each, product, finder),
        question=question,
        choices=tuple(Choice(name, dict(words[name])) for name in (KNOWN, NEW)),
        right=KNOWN,
        reason=answer,
        facts=(Fact("answer", dict(words["label"]), each.answer, dict(by), "answer", each.id, each.ref),),
    )


def _about(each: Answered, product: Mapping[str, Any] | None, finder: Mapping[str, Any]) -> About:
    families: Mapping[str, str] = finder["parameters"]["families"]
    need = each.answers or {}
    wanted = product["category"] if product is not None else need.get("wanted")
    family = families.get(wanted) if isinstance(wanted, str) else None
    return About(family, *(_known(finder, name, need.get(name)) for name in ("activity", "weather")))


def _known(finder: Mapping[str, Any], question: str, answer: Any) -> str | None:
    """Return an answer that the finder knows: a phone of another revision may have sent another."""
    asked = next(each for each in finder["questions"] if each["id"] == question)
    return next((each["id"] for each in asked["answers"] if each["id"] == answer), None)
