"""What to say of pieces that stand below one another: never twice the same, where anything tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .differences import COLOUR, Comparison
from .estimates import is_estimated
from .explain import Speaker
from .figures import in_language
from .words import leads, put

NEAR = 2
"""How many of the pieces just above a sentence must differ from: as many as a screen shows with it."""


@dataclass(frozen=True, slots=True)
class _Said:
    product: Mapping[str, Any]
    price_cents: int | None
    benefit: str
    plain: str


def benefits(
    finder: Mapping[str, Any],
    pieces: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]],
    answers: Mapping[str, Any],
    lang: str,
    currency: str = "EUR",
) -> list[str]:
    """Return one benefit for each product with its ranking, in the order of the list.

    Where the first reason would repeat what was just said, the next one that is no estimate speaks; where there is
    none, a detail is added, or else the difference from that piece.
    """
    said: list[_Said] = []
    comparison = Comparison(finder, lang, currency)
    for product, ranked in pieces:
        plain, others = _sentences(Speaker(finder, product, answers, lang), finder, product, ranked["reasons"], lang)
        now = _Said(product, ranked["price_cents"], plain, plain)
        near = said[-NEAR:]
        taken = {each.benefit for each in near}
        if plain in taken:
            told = (text for text in (*others, *_compared(comparison, finder, near, now, lang)) if text not in taken)
            now = _Said(product, ranked["price_cents"], next(told, plain), plain)
        said.append(now)
    return [each.benefit for each in said]


def _sentences(
    speaker: Speaker,
    finder: Mapping[str, Any],
    product: Mapping[str, Any],
    reasons: Sequence[int],
    lang: str,
) -> tuple[str, list[str]]:
    """Return what is said first, and what else could be: loud, and more than an estimate; details only added to it."""
    criteria = finder["criteria"]
    plain = speaker.benefit(list(reasons))
    sure = [index for index in reasons if not criteria[index]["quiet"] and not is_estimated(criteria[index], product)]
    first = speaker.lead(list(reasons))
    own = (speaker.benefit([index]) for index in sure if leads(finder, index))
    template = in_language(finder["comparing"]["words"]["also"], lang).replace("{benefit}", plain)
    details = (speaker.line(index, "reason") for index in sure if not leads(finder, index) and index != first)
    added = (put(template, "detail", line["text"]) for line in details if "lang" not in line)
    return plain, [text for text in (*own, *added) if text != plain]


def _compared(
    comparison: Comparison, finder: Mapping[str, Any], near: Sequence[_Said], now: _Said, lang: str
) -> list[str]:
    """Return the sentence with each difference from the last piece that said it, the better ones first."""
    last = next(each for each in reversed(near) if each.benefit == now.plain)
    found = [*comparison.all(last, now), comparison.by(COLOUR, last, now)]
    told = sorted((each for each in found if each is not None), key=lambda each: not each["better"])
    template = in_language(finder["comparing"]["words"]["apart"], lang)
    opened, name = template.replace("{benefit}", now.plain), last.product["name"]
    return [opened.replace("{difference}", each["text"]).replace("{other}", name) for each in told]
