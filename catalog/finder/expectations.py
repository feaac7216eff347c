"""Hold an answer of the finder against what a sample customer should be told: what disagrees, in plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .samples import is_code

FIRST_FEW = 3
Advice = Mapping[str, Any]


def disagreements(advice: Advice, expect: Mapping[str, Any]) -> list[str]:
    """Return what in the advice is not as expected, one English sentence each; nothing where it agrees."""
    if not advice["results"] and expect.get("at_least") != 0:
        return ["nothing is proposed"]
    return [sentence for name, wanted in expect.items() for sentence in CHECKS[name](advice, wanted)]


def _refs(advice: Advice) -> list[str]:
    return [each["ref"] for each in advice["results"]]


def _value(result: Mapping[str, Any], name: str) -> Any:
    return result["properties"].get(name, {}).get("value")


def _first(advice: Advice, wanted: list[str]) -> Iterator[str]:
    found = advice["results"][0]
    if found["category"] not in wanted:
        yield f"first is {found['ref']} ({found['category']}), not one of {wanted}"


def _first_ref(advice: Advice, wanted: str) -> Iterator[str]:
    if _refs(advice)[0] != wanted:
        yield f"first is {_scores(advice)}, not {wanted}"


def _first_is(advice: Advice, wanted: Mapping[str, list[Any]]) -> Iterator[str]:
    for name, values in wanted.items():
        if _value(advice["results"][0], name) not in values:
            yield f"{name} of the first is {_value(advice['results'][0], name)}, not one of {values}"


def _first_gauge(advice: Advice, wanted: Mapping[str, int]) -> Iterator[str]:
    for name, level in wanted.items():
        found = advice["results"][0]["gauges"].get(name, {}).get("level")
        if found is None or found < level:
            yield f"gauge {name} of the first is {found}, below {level}"


def _order(advice: Advice, wanted: list[str]) -> Iterator[str]:
    if [ref for ref in _refs(advice) if ref in wanted] != wanted:
        yield f"order is {_scores(advice)}, not {wanted}"


def _above(advice: Advice, wanted: list[list[str]]) -> Iterator[str]:
    for better, worse in wanted:
        refs = _refs(advice)
        if better not in refs or (worse in refs and refs.index(better) > refs.index(worse)):
            yield f"{better} is not above {worse}: {_scores(advice)}"


def _at_least(advice: Advice, wanted: int) -> Iterator[str]:
    justified = sum(1 for each in advice["results"] if each["reasons"] and each["say"]["benefit"])
    if justified < wanted:
        yield f"{justified} justified results, fewer than {wanted}"


def _score_from(advice: Advice, wanted: int) -> Iterator[str]:
    if advice["results"][0]["score"] < wanted:
        yield f"first scores {advice['results'][0]['score']}, below {wanted}"


def _all(advice: Advice, wanted: Mapping[str, Any]) -> Iterator[str]:
    for result in advice["results"][:FIRST_FEW]:
        for name, value in wanted.items():
            if _value(result, name) != value:
                yield f"{name} of {result['ref']} is {_value(result, name)}, not {value}"


def _none(advice: Advice, wanted: Mapping[str, Any]) -> Iterator[str]:
    for result in advice["results"]:
        for name, value in wanted.items():
            if _value(result, name) == value:
                yield f"{name} of {result['ref']} is {value}"


def _between(advice: Advice, wanted: Mapping[str, list[int]]) -> Iterator[str]:
    for result in advice["results"][:FIRST_FEW]:
        for name, (low, high) in wanted.items():
            found = _value(result, name)
            if found is None or not low <= found <= high:
                yield f"{name} of {result['ref']} is {found}, not {low} to {high}"


def _never_before(advice: Advice, wanted: Mapping[str, int]) -> Iterator[str]:
    for category, place in wanted.items():
        if category in [each["category"] for each in advice["results"][:place]]:
            yield f"a {category} is among the first {place}"


def _excluded(advice: Advice, wanted: list[str]) -> Iterator[str]:
    for ref in wanted:
        if ref in _refs(advice):
            yield f"{ref} is proposed"


def _codes(kind: str) -> Callable[[Advice, Mapping[str, list[str]]], Iterator[str]]:
    def check(advice: Advice, wanted: Mapping[str, list[str]]) -> Iterator[str]:
        for ref, expected in wanted.items():
            said = [line["code"] for each in advice["results"] if each["ref"] == ref for line in each[kind]]
            if not any(is_code(one, code) for one in expected for code in said):
                yield f"{kind} of {ref} are {said}, none of {expected}"

    return check


def _caution_words(advice: Advice, wanted: Mapping[str, str]) -> Iterator[str]:
    for ref, words in wanted.items():
        said = [line["text"] for each in advice["results"] if each["ref"] == ref for line in each["cautions"]]
        if not any(words in text.lower() for text in said):
            yield f"cautions of {ref} are {said}, without “{words}”"


def _not_stated(advice: Advice, wanted: Mapping[str, list[str]]) -> Iterator[str]:
    for ref, names in wanted.items():
        listed = [name for each in advice["results"] if each["ref"] == ref for name in each["unknown"]]
        if not set(names) <= set(listed):
            yield f"unknown of {ref} is {listed}, without {names}"


def _need(advice: Advice, wanted: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    for family, levels in wanted.items():
        found = {gauge: advice["needs"].get(family, {}).get(gauge) for gauge in levels}
        if found != levels:
            yield f"need of {family} is {found}, not {dict(levels)}"


def _felt(advice: Advice, wanted: int) -> Iterator[str]:
    if advice["felt_c"] != wanted:
        yield f"it feels like {advice['felt_c']}, not {wanted}"


def _audience(advice: Advice, wanted: str) -> Iterator[str]:
    found = sorted({each["audience"] for each in advice["results"]})
    if found != [wanted]:
        yield f"made for {found}, not only for {wanted}"


def _next_question(advice: Advice, wanted: list[str]) -> Iterator[str]:
    if advice["next_question"] not in wanted:
        yield f"the next question is {advice['next_question']}, not one of {wanted}"


def _scores(advice: Advice) -> str:
    return ", ".join(f"{each['ref']} {each['score']}" for each in advice["results"])


CHECKS: dict[str, Callable[[Advice, Any], Iterator[str]]] = {
    "first": _first,
    "first_ref": _first_ref,
    "first_is": _first_is,
    "first_gauge": _first_gauge,
    "order": _order,
    "above": _above,
    "at_least": _at_least,
    "score_from": _score_from,
    "all": _all,
    "none": _none,
    "between": _between,
    "never_before": _never_before,
    "excluded": _excluded,
    "reason": _codes("reasons"),
    "caution": _codes("cautions"),
    "caution_words": _caution_words,
    "not_stated": _not_stated,
    "need": _need,
    "felt_c": _felt,
    "audience": _audience,
    "next_question": _next_question,
}
