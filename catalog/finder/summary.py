"""A need in a few words, from the finder's own labels: ``Veste · Rando à ski · −8 °C · Femme · 400 €``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Answers = Mapping[str, Any]
Finder = Mapping[str, Any]
_BETWEEN = " · "
_WITHOUT = {"fr": "sans {0}", "en": "no {0}"}
_CENTS = 100


def summary(document: Mapping[str, Any], answers: Answers) -> dict[str, str]:
    """Return the answers in French and English, in the order of the questions; what no question asks comes last.

    ``document`` is a revision's: its finder has the questions, its categories the names of single kinds.
    """
    kinds = {category["id"]: category["label"] for category in document["categories"]}
    finder = document["finder"]
    return {lang: _BETWEEN.join(_said(finder, answers, kinds, lang)) for lang in ("fr", "en")}


def _said(finder: Finder, answers: Answers, kinds: Mapping[str, Any], lang: str) -> Iterator[str]:
    asked = {question["id"]: question for question in finder["questions"]}
    for name in [*(each for each in asked if each in answers), *(each for each in answers if each not in asked)]:
        value = answers[name]
        if value is None or value == []:
            continue
        question = asked.get(name)
        if name in ("must", "must_not", "prefer"):
            yield from _wishes(finder, name, value, lang)
        elif question is not None and question["kind"] == "choice":
            yield _choice(question, value, kinds, lang)
        elif question is not None and question["kind"] == "number":
            yield _number(value, question["range"]["unit"], lang)
        else:
            yield _plain(value)


def _choice(question: Mapping[str, Any], value: Any, kinds: Mapping[str, Any], lang: str) -> str:
    plain = str(value).lower() if isinstance(value, bool) else str(value)
    labels = {**kinds, **{answer["id"]: answer["short"] for answer in question["answers"]}}
    said = str(labels[plain][lang]) if plain in labels else plain
    return said[:1].upper() + said[1:] if plain in labels else plain


def _number(value: Any, unit: str, lang: str) -> str:
    if unit == "cents":
        return f"{round(value / _CENTS)}\u00a0€" if lang == "fr" else f"€{round(value / _CENTS)}"
    return f"{value}\u00a0{unit}".replace("-", "−")


def _wishes(finder: Finder, name: str, wishes: Any, lang: str) -> Iterator[str]:
    labels = {each: wish["label"] for wish in finder["wishes"] for each in (wish["id"], *wish["aliases"])}
    for wish in wishes:
        said = str(labels[wish][lang]) if wish in labels else str(wish)
        inside = said if said[1:2].isupper() else said[:1].lower() + said[1:]  # an acronym stays one
        yield _WITHOUT[lang].format(inside) if name == "must_not" else said


def _plain(value: Any) -> str:
    return ", ".join(str(each) for each in value.values()) if isinstance(value, Mapping) else str(value)
