"""Make the cases that hold the changes between snapshots to the same bytes in Python and on the phone.

Run as ``python tests/vectors/make_delta.py``. One file, ``delta.json``: a snapshot, a chain of changes that each lead
from the one before to the next, back and forth, and the canonical JSON that comes out at the end.
"""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from catalog.canonical import to_bytes
from catalog.delta import PIECE, delta

HERE = Path(__file__).resolve().parent
COUNT, STEPS = PIECE + 9, 40
TEXTS = ("", "Veste d’été — 20 000 mm", '\u2028\u0001\t"\\/', "😀 é", "10", "__proto__")

Json = dict[str, Any]


def files() -> dict[str, str]:
    """Return the content of each file by name."""
    random = Random(20261123)
    first = now = _snapshot(random)
    seen, steps = [first], []
    for number in range(STEPS):
        after = _edited(random, now, number + 2) if number % 5 else {**random.choice(seen), "revision": number + 2}
        steps.append(delta(now, after))
        seen.append(after)
        now = after
    given = {"first": first, "steps": steps, "last": to_bytes(now).decode()}
    return {"delta.json": json.dumps(given, ensure_ascii=False, separators=(",", ":")) + "\n"}


def _snapshot(random: Random) -> Json:
    named = {"format": 1, "revision": 1, "content_hash": "0" * 64, "published_at": "2026-11-22T10:00:00Z", "lang": "fr"}
    heights = {str(age): random.randrange(60, 180) for age in range(1, 13)}
    finder = {"parameters": {"child_heights": heights, "apart_weight": 1.5}, "criteria": [{"id": "a", "weight": 3}]}
    return {
        **named,
        "shop": {"id": "miramas"},
        "finder": finder,
        "products": [_product(random, n) for n in range(COUNT)],
    }


def _product(random: Random, number: int) -> Json:
    return {
        "ref": f"piece-{number:03}",
        "use": random.choice(TEXTS),
        "verdicts": [random.randrange(-2, 101) for _ in range(6)],
        "properties": {"hood": {"value": random.choice((True, False, 0, 1, None)), "provenance": "maker"}},
        "variants": [{"gtin": f"{number:012}{n:02}", "price_cents": 100 * random.randrange(20, 500)} for n in range(3)],
    }


def _edited(random: Random, before: Json, revision: int) -> Json:
    after = copy.deepcopy(before) | {"revision": revision, "content_hash": f"{revision:064x}"}
    for _ in range(random.randrange(1, 4)):
        random.choice(EDITS)(random, after)
    after["products"].sort(key=lambda product: product["ref"])
    return after


def _price(random: Random, snapshot: Json) -> None:
    for product in random.sample(snapshot["products"], min(5, len(snapshot["products"]))):
        product["variants"][-1]["price_cents"] += 100


def _sold_out(random: Random, snapshot: Json) -> None:
    snapshot["products"].remove(random.choice(snapshot["products"]))


def _new(random: Random, snapshot: Json) -> None:
    taken = {product["ref"] for product in snapshot["products"]}
    snapshot["products"] += [one for one in (_product(random, random.randrange(200)),) if one["ref"] not in taken]


def _text(random: Random, snapshot: Json) -> None:
    random.choice(snapshot["products"])["use"] = random.choice(TEXTS)


def _variant(random: Random, snapshot: Json) -> None:
    random.choice(snapshot["products"])["variants"].append(
        {"gtin": f"9{random.randrange(10**13):013}", "price_cents": 1}
    )


def _fact(random: Random, snapshot: Json) -> None:
    properties = random.choice(snapshot["products"])["properties"]
    properties["hood"]["value"] = random.choice((True, 1, None, "yes"))
    properties.pop("weight_g", None) or properties.update(weight_g={"value": 300, "provenance": "estimate"})


def _knowledge(random: Random, snapshot: Json) -> None:
    snapshot["finder"]["parameters"]["child_heights"][str(random.randrange(1, 15))] = random.randrange(60, 180)
    snapshot["finder"]["parameters"]["apart_weight"] = random.choice((0.25, 0.5, 1.5))
    snapshot["finder"]["criteria"] = [{"id": one, "weight": 3} for one in "abcd"[: random.randrange(1, 5)]]
    for product in snapshot["products"]:
        product["verdicts"][random.randrange(len(product["verdicts"]))] = 50


EDITS: tuple[Callable[[Random, Json], None], ...] = (_price, _sold_out, _new, _text, _variant, _fact, _knowledge)


if __name__ == "__main__":
    for name, content in files().items():
        (HERE / name).write_text(content, "utf-8")
