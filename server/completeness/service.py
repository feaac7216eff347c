"""Which fact that nobody states, of which piece, could have changed how many pieces of advice."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

import orjson

from catalog.finder.lost import Lost, lost
from catalog.finder.shelf import shelf
from catalog.text import localise
from server.catalogue.service import Published
from server.customer.words import SHOP_CLOCK
from server.database import now
from server.errors import NotFound

from . import needs
from .needs import Asked, Need

EXAMPLES = 3
"""How many needs stand beside a fact, the most frequent first."""
MOST_KNOWN = 4 * needs.MOST
"""How many needs' losses a worker keeps for a shop: those of a few days, each a few kilobytes."""
PATIENCE_SECONDS = 0.8
"""Processor time after which an answer is given with the needs examined so far: the range may be large."""
RECORDED, EXPECTED = "recorded", "samples"


def report(published: Published, shop: str, days: int, lang: str) -> dict[str, Any]:
    """Return the missing and guessed facts of a shop's range, those first that cost most answers.

    Where nobody asked for advice in these days the sample customers stand in, and ``basis`` says so.
    """
    if shop not in published.shops:
        raise NotFound("shop-not-found")
    counted = _counted(published, shop, days)
    rows = [_shown(published, each, times, found, lang) for each, times, found in counted["rows"]]
    return {**{key: value for key, value in counted.items() if key != "rows"}, "rows": rows}


def _counted(published: Published, shop: str, days: int) -> dict[str, Any]:
    """Count once a revision and day, and again where more advice was recorded since."""
    today = now().astimezone(SHOP_CLOCK).date()
    since = now() - timedelta(days=days)
    key, state = ("completeness", shop, days), (today, needs.count(shop, since))
    held: tuple[Any, dict[str, Any]] | None = published.memory.get(key)
    if held is None or held[0] != state:
        asked = needs.recorded(shop, since, published.document) if state[1] else None
        found = _count(published, shop, days, asked if asked and asked.needs else None, asked)
        if found["left"]:
            return found
        held = published.memory[key] = (state, found)
    return held[1]


def _count(published: Published, shop: str, days: int, useful: Asked | None, told: Asked | None) -> dict[str, Any]:
    asked = useful or needs.expected(published.document["finder"])
    costs: dict[Lost, list[Need]] = defaultdict(list)
    examined = 0
    for need, found in _examined(published, shop, asked.needs):
        examined += 1
        for each in found:
            costs[each].append(need)
    rows = [(each, sum(need.times for need in found), found[:EXAMPLES]) for each, found in costs.items()]
    rows.sort(key=lambda row: (-row[1], row[0].estimated, row[0].ref, row[0].attribute))
    return {
        "revision": published.revision,
        "shop": shop,
        "days": days,
        "basis": RECORDED if useful else EXPECTED,
        "advices": told.advices if told else 0,
        "unread": told.unread if told else 0,
        "examined": sum(need.times for need in asked.needs[:examined]),
        "left": len(asked.needs) - examined,
        "rows": rows,
    }


def _examined(published: Published, shop: str, asked: Sequence[Need]) -> Iterator[tuple[Need, set[Lost]]]:
    """Give needs, the most frequent first, with what each lost; those of a long work are left to the next time.

    What one need lost is worked out once a revision: a new piece of advice costs itself alone.
    """
    known: dict[bytes, set[Lost]] = published.memory.setdefault(("lost", shop), {})
    if len(known) > MOST_KNOWN:
        known.clear()
    products, start = shelf(published.document, shop), time.thread_time()
    for need in asked:
        key = orjson.dumps(need.answers, option=orjson.OPT_SORT_KEYS)
        if key not in known:
            if time.thread_time() - start > PATIENCE_SECONDS:
                return
            known[key] = lost(published.document["finder"], products, need.answers)
        yield need, known[key]


def _shown(published: Published, each: Lost, answers_lost: int, found: list[Need], lang: str) -> dict[str, Any]:
    product: Mapping[str, Any] = published.products_by_ref[each.ref]
    value = product["properties"].get(each.attribute)
    return {
        "ref": each.ref,
        "name": product["name"],
        "brand": product["brand"],
        "category": product["category"],
        "attribute": each.attribute,
        "answers_lost": answers_lost,
        "estimated": each.estimated,
        "value": value["value"] if value else None,
        "examples": [{"says": localise(need.says, lang), "times": need.times} for need in found],
    }
