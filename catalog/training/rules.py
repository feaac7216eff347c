"""Rule and technology questions: written by hand, shown where the shop has what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from catalog.finder.figures import grouped
from catalog.finder.needs import felt

from .card import SPOKEN, About, Card, Choice, Fact, Text, shuffled
from .grounds import RULE, Grounds
from .knowledge import Training
from .speech import put, same, typeset

RIGHT = "a"
WIND = "shell"
"""The family that wind is a question of."""
_LETTERS = "abcd"
FAR_OFF_C = 12
"""How far the exaggerated answer about felt cold is from the right one; the other wrong one is the thermometer's."""


def rule_cards(
    training: Training, finder: Mapping[str, Any], products: Sequence[Any], grounds: Grounds
) -> Iterator[Card]:
    """Give the rules that the shop has pieces for, and whose grounds all stand."""
    families: Mapping[str, str] = finder["parameters"]["families"]
    categories = {product["category"] for product in products}
    here = {families[category] for category in categories}
    care = {name for product in products for name in product["care"]}
    for rule in training.rules:
        facts = [grounds.fact(name, rule["right"]) for name in rule["rests"]]
        wanted = rule.get("categories") or ()
        if rule["family"] not in here or (wanted and categories.isdisjoint(wanted)) or None in facts:
            continue
        if all(_set_of(name) in care for name in rule["rests"] if name.startswith("care:")):
            about = About(rule["family"], rule.get("activity"), rule.get("condition"))
            yield _written(f"rule-{rule['id']}", "rule", about, rule["asks"], rule, facts)


def technology_cards(
    training: Training, finder: Mapping[str, Any], products: Sequence[Any], grounds: Grounds
) -> Iterator[Card]:
    """Ask of each technology that a piece of the shop has what it does for the customer."""
    families: Mapping[str, str] = finder["parameters"]["families"]
    here: dict[str, Counter[str]] = {}
    for product in products:
        for name in product["technologies"]:
            here.setdefault(name, Counter())[families[product["category"]]] += 1
    for each in training.technologies:
        name = each["technology"]
        fact = grounds.fact(f"technology:{name}", each["right"]) if name in here else None
        if fact is not None:
            counted = here[name]
            family = each["family"] if each["family"] in counted else min(counted, key=lambda one: (-counted[one], one))
            asks = put(training.words["technology"], name=fact.label)
            yield _written(f"technology-{name}", "fact", About(family), asks, each, [fact])


def chill_cards(training: Training, finder: Mapping[str, Any], products: Sequence[Any]) -> Iterator[Card]:
    """Give questions about felt cold, computed as the finder computes it, where there is something against the wind."""
    families: Mapping[str, str] = finder["parameters"]["families"]
    if all(families[product["category"]] != WIND for product in products):
        return
    words, wind = training.words["chill"], finder["needs"]["wind"]
    for each in training.chill:
        air, speed = each["temperature_c"], each["wind_kmh"]
        degrees = felt(wind, air, speed)
        told = {"air": _degrees(finder, air), "wind": _kmh(speed), "felt": _degrees(finder, degrees)}
        card_id = f"rule-wind-chill-{_signed(air)}-{speed}"
        values = (degrees, air, degrees - FAR_OFF_C)
        choices = [
            Choice(letter, put(words["choice"], degrees=_degrees(finder, value)))
            for letter, value in zip(_LETTERS, values, strict=False)
        ]
        label, text = dict(training.words["labels"]["wind-chill"]), told["felt"]
        yield Card(
            id=card_id,
            kind="rule",
            about=About(WIND),
            question=put(words["question"], **told),
            choices=shuffled(card_id, choices),
            right=RIGHT,
            reason=put(words["reason"], **told),
            facts=(Fact("felt_c", label, degrees, text, RULE, _chill_source(training)),),
        )


def _written(
    card_id: str, kind: str, about: About, asks: Text, written: Mapping[str, Any], facts: Iterable[Fact | None]
) -> Card:
    texts = (written["right"], *written["wrong"])
    choices = [Choice(letter, typeset(text)) for letter, text in zip(_LETTERS, texts, strict=False)]
    return Card(
        id=card_id,
        kind=kind,
        about=about,
        question=typeset(asks),
        choices=shuffled(card_id, choices),
        right=RIGHT,
        reason=typeset(written["why"]),
        facts=tuple(fact for fact in facts if fact is not None),
    )


def _set_of(name: str) -> str:
    return name.removeprefix("care:").partition("/")[0]


def _chill_source(training: Training) -> str:
    return str(training.sources["wc_formula"]["address"])


def _degrees(finder: Mapping[str, Any], value: int) -> Text:
    return {lang: f"{grouped(finder, value, lang)}\u00a0°C" for lang in SPOKEN}


def _kmh(speed: int) -> Text:
    return same(f"{speed}\u00a0km/h")


def _signed(value: int) -> str:
    return f"minus-{-value}" if value < 0 else str(value)
