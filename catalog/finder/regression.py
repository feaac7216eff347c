"""What each sample customer is told by a document, and what another document would change in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from catalog import progress
from catalog.reference import Reference

from .advise import advise_over
from .answers import parse
from .compile import compile_finder
from .evaluate import accepted, standings
from .expectations import FIRST_FEW, disagreements
from .knowledge import Knowledge
from .request import prepare
from .shelf import candidates, fill

Sample = Mapping[str, Any]
Told = dict[str, Any]
_RESULTS = 10
_ENOUGH = 60
"""The next question and the reasons look at the first thirty: twice as many give the very same advice."""
_TELL_EVERY = 16


def told_of_pieces(samples: Iterable[Sample], reference: Reference, knowledge: Knowledge) -> list[Told]:
    """Return what the samples with pieces of their own are told: it depends on the knowledge alone."""
    finder = compile_finder(knowledge, reference)
    return [
        _told(sample, None, finder, candidates(sample["candidates"], knowledge, reference))
        for sample in samples
        if "candidates" in sample
    ]


def told_of_range(document: Mapping[str, Any], samples: Sequence[Sample]) -> list[Told]:
    """Return what the other samples are told in each shop of a revision's document, whatever is in stock."""
    over_range = [sample for sample in samples if "candidates" not in sample]
    shelves = ((place["id"], fill(document, place["id"])) for place in document["shops"])
    asked = ((shop, shelf, sample) for shop, shelf in shelves for sample in over_range)
    total = len(over_range) * len(document["shops"])
    return [
        _told(sample, shop, document["finder"], shelf)
        for shop, shelf, sample in progress.counted("ask", asked, total, every=_TELL_EVERY)
    ]


def told_first(
    finder: Mapping[str, Any], products: Sequence[Mapping[str, Any]], answers: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the first pieces that answers are told, and what speaks for the very first. Raises AnswersError."""
    parsed = parse(answers, finder)
    best = [each.product for each in accepted(standings(prepare(finder, parsed, None), products))[:_ENOUGH]]
    french, english = (advise_over(finder, best, parsed, None, FIRST_FEW, lang, ask=False) for lang in ("fr", "en"))
    return {"first": _first(french), "because": {"fr": _benefit(french), "en": _benefit(english)}}


def refs(told: Mapping[str, Any]) -> list[str]:
    """Return the refs of the first pieces, in their order."""
    return [each["ref"] for each in told["first"]]


def compare(before: Iterable[Told], after: Iterable[Told], samples: Iterable[Sample]) -> list[dict[str, Any]]:
    """Return the customers who would now be told something else, those first who would be told worse.

    ``verdict`` is ``lost`` (what a good seller would say was said, and is no more), ``won``, or ``other``.
    """
    says = {sample["id"]: sample["says"] for sample in samples}
    known = {(each["id"], each["shop"]): each for each in before}
    pairs = [(known.get((each["id"], each["shop"])), each) for each in after]
    changed = [
        {
            "id": now["id"],
            "shop": now["shop"],
            "says": says[now["id"]],
            "verdict": _verdict(was, now),
            "before": was["first"],
            "after": now["first"],
            "because": now["because"],
            "disagreements": now["disagreements"],
        }
        for was, now in pairs
        if was is not None and _differs(was, now)
    ]
    return sorted(changed, key=lambda each: ("lost", "won", "other").index(each["verdict"]))


def _told(
    sample: Sample, shop: str | None, finder: Mapping[str, Any], products: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    answers = parse(sample["answers"], finder)
    best = [each.product for each in accepted(standings(prepare(finder, answers, None), products))[:_ENOUGH]]
    # The next question takes most of the time, and few samples expect one.
    advice = advise_over(finder, best, answers, None, _RESULTS, "fr", ask="next_question" in sample["expect"])
    return {
        "id": sample["id"],
        "shop": shop,
        "first": _first(advice),
        "because": {"fr": _benefit(advice), "en": _benefit(_first_in_english(finder, best, answers))},
        "disagreements": disagreements(advice, sample["expect"]),
    }


def _first(advice: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"ref": each["ref"], "name": each["name"], "score": each["score"]} for each in advice["results"][:FIRST_FEW]
    ]


def _first_in_english(finder: Mapping[str, Any], best: Sequence[Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    return advise_over(finder, best, answers, None, 1, "en", ask=False)


def _benefit(advice: Mapping[str, Any]) -> str:
    return str(advice["results"][0]["say"]["benefit"]) if advice["results"] else ""


def _differs(was: Told, now: Told) -> bool:
    return refs(was) != refs(now) or bool(was["disagreements"]) != bool(now["disagreements"])


def _verdict(was: Told, now: Told) -> str:
    if now["disagreements"] and not was["disagreements"]:
        return "lost"
    return "won" if was["disagreements"] and not now["disagreements"] else "other"
