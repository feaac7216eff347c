"""Hold an answer of the finder against what a sample customer should be told: what disagrees, in plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .samples import is_code

FIRST_FEW = 3
Advice = Mapping[str, Any]
Message = dict[str, str]


def disagreements(advice: Advice, expect: Mapping[str, Any]) -> list[Message]:
    """Return what in the advice is not as expected, a sentence each, by language; nothing where it agrees."""
    if not advice["results"] and expect.get("at_least") != 0:
        return [_say("rien n’est proposé", "nothing is proposed")]
    return [sentence for name, wanted in expect.items() for sentence in CHECKS[name](advice, wanted)]


def _say(fr: str, en: str) -> Message:
    return {"fr": fr, "en": en}


def _any(values: Iterable[Any], word: str) -> str:
    return f" {word} ".join(map(str, values))


def _is(name: str, result: Mapping[str, Any], fr: str = "", en: str = "") -> Message:
    ref, found = result["ref"], _value(result, name)
    return _say(f"{name} de {ref} : {found}{fr}", f"{name} of {ref} is {found}{en}")


def _refs(advice: Advice) -> list[str]:
    return [each["ref"] for each in advice["results"]]


def _value(result: Mapping[str, Any], name: str) -> Any:
    return result["properties"].get(name, {}).get("value")


def _first(advice: Advice, wanted: list[str]) -> Iterator[Message]:
    found = advice["results"][0]
    if found["category"] not in wanted:
        yield _say(
            f"en tête : {found['ref']} ({found['category']}), et non {_any(wanted, 'ou')}",
            f"first is {found['ref']} ({found['category']}), not {_any(wanted, 'or')}",
        )


def _first_ref(advice: Advice, wanted: str) -> Iterator[Message]:
    if _refs(advice)[0] != wanted:
        yield _say(f"en tête : {_scores(advice)}, et non {wanted}", f"first is {_scores(advice)}, not {wanted}")


def _first_is(advice: Advice, wanted: Mapping[str, list[Any]]) -> Iterator[Message]:
    for name, values in wanted.items():
        if _value(advice["results"][0], name) not in values:
            found = _value(advice["results"][0], name)
            yield _say(
                f"{name} de la première : {found}, et non {_any(values, 'ou')}",
                f"{name} of the first is {found}, not {_any(values, 'or')}",
            )


def _first_gauge(advice: Advice, wanted: Mapping[str, int]) -> Iterator[Message]:
    for name, level in wanted.items():
        found = advice["results"][0]["gauges"].get(name, {}).get("level")
        if found is None or found < level:
            yield _say(
                f"jauge {name} de la première : {found}, sous {level}",
                f"gauge {name} of the first is {found}, below {level}",
            )


def _order(advice: Advice, wanted: list[str]) -> Iterator[Message]:
    if [ref for ref in _refs(advice) if ref in wanted] != wanted:
        yield _say(
            f"ordre : {_scores(advice)}, et non {', '.join(wanted)}",
            f"order is {_scores(advice)}, not {', '.join(wanted)}",
        )


def _above(advice: Advice, wanted: list[list[str]]) -> Iterator[Message]:
    for better, worse in wanted:
        refs = _refs(advice)
        if better not in refs or (worse in refs and refs.index(better) > refs.index(worse)):
            yield _say(
                f"{better} n’est pas devant {worse} : {_scores(advice)}",
                f"{better} is not above {worse}: {_scores(advice)}",
            )


def _at_least(advice: Advice, wanted: int) -> Iterator[Message]:
    justified = sum(1 for each in advice["results"] if each["reasons"] and each["say"]["benefit"])
    if justified < wanted:
        yield _say(
            f"{justified} résultats justifiés, moins que {wanted}",
            f"{justified} justified results, fewer than {wanted}",
        )


def _score_from(advice: Advice, wanted: int) -> Iterator[Message]:
    if advice["results"][0]["score"] < wanted:
        found = advice["results"][0]["score"]
        yield _say(f"la première a {found} points, moins que {wanted}", f"first scores {found}, below {wanted}")


def _all(advice: Advice, wanted: Mapping[str, Any]) -> Iterator[Message]:
    for result in advice["results"][:FIRST_FEW]:
        for name, value in wanted.items():
            if _value(result, name) != value:
                yield _is(name, result, f", et non {value}", f", not {value}")


def _none(advice: Advice, wanted: Mapping[str, Any]) -> Iterator[Message]:
    for result in advice["results"]:
        for name, value in wanted.items():
            if _value(result, name) == value:
                yield _is(name, result)


def _between(advice: Advice, wanted: Mapping[str, list[int]]) -> Iterator[Message]:
    for result in advice["results"][:FIRST_FEW]:
        for name, (low, high) in wanted.items():
            found = _value(result, name)
            if found is None or not low <= found <= high:
                yield _is(name, result, f", et non {low} à {high}", f", not {low} to {high}")


def _never_before(advice: Advice, wanted: Mapping[str, int]) -> Iterator[Message]:
    for category, place in wanted.items():
        if category in [each["category"] for each in advice["results"][:place]]:
            yield _say(f"{category} parmi les {place} premières", f"a {category} is among the first {place}")


def _excluded(advice: Advice, wanted: list[str]) -> Iterator[Message]:
    for ref in wanted:
        if ref in _refs(advice):
            yield _say(f"{ref} est proposée", f"{ref} is proposed")


def _codes(kind: str) -> Callable[[Advice, Mapping[str, list[str]]], Iterator[Message]]:
    def check(advice: Advice, wanted: Mapping[str, list[str]]) -> Iterator[Message]:
        for ref, expected in wanted.items():
            said = [line["code"] for each in advice["results"] if each["ref"] == ref for line in each[kind]]
            if not any(is_code(one, code) for one in expected for code in said):
                yield _say(
                    f"{kind} de {ref} : {said}, aucune de {expected}",
                    f"{kind} of {ref} are {said}, none of {expected}",
                )

    return check


def _caution_words(advice: Advice, wanted: Mapping[str, str]) -> Iterator[Message]:
    for ref, words in wanted.items():
        said = [line["text"] for each in advice["results"] if each["ref"] == ref for line in each["cautions"]]
        if not any(words in text.lower() for text in said):
            yield _say(
                f"réserves de {ref} : {said}, sans « {words} »", f"cautions of {ref} are {said}, without “{words}”"
            )


def _not_stated(advice: Advice, wanted: Mapping[str, list[str]]) -> Iterator[Message]:
    for ref, names in wanted.items():
        listed = [name for each in advice["results"] if each["ref"] == ref for name in each["unknown"]]
        if not set(names) <= set(listed):
            yield _say(f"inconnu de {ref} : {listed}, sans {names}", f"unknown of {ref} is {listed}, without {names}")


def _need(advice: Advice, wanted: Mapping[str, Mapping[str, int]]) -> Iterator[Message]:
    for family, levels in wanted.items():
        found = {gauge: advice["needs"].get(family, {}).get(gauge) for gauge in levels}
        if found != levels:
            yield _say(
                f"besoin de {family} : {found}, et non {dict(levels)}",
                f"need of {family} is {found}, not {dict(levels)}",
            )


def _felt(advice: Advice, wanted: int) -> Iterator[Message]:
    if advice["felt_c"] != wanted:
        found = advice["felt_c"]
        yield _say(f"ressenti : {found} °C, et non {wanted}", f"it feels like {found}, not {wanted}")


def _audience(advice: Advice, wanted: str) -> Iterator[Message]:
    found = sorted({each["audience"] for each in advice["results"]})
    if found != [wanted]:
        yield _say(f"pour {found}, et non seulement {wanted}", f"made for {found}, not only for {wanted}")


def _next_question(advice: Advice, wanted: list[str]) -> Iterator[Message]:
    if advice["next_question"] not in wanted:
        found = advice["next_question"]
        yield _say(
            f"question suivante : {found}, et non {_any(wanted, 'ou')}",
            f"the next question is {found}, not {_any(wanted, 'or')}",
        )


def _scores(advice: Advice) -> str:
    return ", ".join(f"{each['ref']} {each['score']}" for each in advice["results"])


CHECKS: dict[str, Callable[[Advice, Any], Iterator[Message]]] = {
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
