"""Make the cases that hold outfits in Python and on the phone to the same bytes.

Run as ``python tests/vectors/make_outfits.py``: the real finder with its rules, over made-up pieces of every category
in sizes and prices of their own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from catalog import DATA
from catalog.finder.compile import compile_finder
from catalog.finder.knowledge import load_knowledge
from catalog.finder.outfit.compose import composer
from catalog.finder.outfit.report import report
from catalog.reference import load_reference

FILE = Path(__file__).resolve().parent / "finder" / "outfits.json"
CUSTOMERS, BUDGETS, PIECES = 40, 2, 3
SIZES = {"garment": ["S", "M", "L"], "shoe": ["41", "42", "43"], "hand": ["8", "9"], "head": ["TU"]}
AUDIENCES = ("unisex", "men", "women", "kids")
WISHES = ("waterproof", "hood-helmet", "down", "light", "cheap", "recco", "merino")


def files() -> dict[str, str]:
    """Return the content of the file by name."""
    knowledge = load_knowledge(DATA, reference := load_reference(DATA))
    finder = compile_finder(knowledge, reference)
    random = Random(20261122)
    products = [_piece(random, finder, category) for category in reference.categories for _ in range(PIECES)]
    stock: dict[str, Any] = {"levels": {}}
    for product in products:
        for variant in product["variants"]:
            if random.random() < 0.8:
                level = {"quantity": random.choice([0, 1, 2]), "counted_at": "2026-11-21T10:00:00Z"}
                stock["levels"][variant["gtin"]] = level
    cases = [_case(random, finder, products, stock) for _ in range(CUSTOMERS)]
    data = {"finder": _read(finder), "products": products, "stock": stock, "cases": cases}
    return {FILE.name: json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"}


def _read(finder: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of a finder that an outfit reads: none of the words."""
    kept = ("id", "hard", "weight", "when")
    criteria = [{key: criterion[key] for key in kept} for criterion in finder["criteria"]]
    parts = {key: finder[key] for key in ("needs", "wishes", "colours", "parameters", "outfits")}
    return {"questions": [], "criteria": criteria, **parts}


def _piece(random: Random, finder: dict[str, Any], category: str) -> dict[str, Any]:
    """Return a made-up piece: any verdicts will do, as long as both sides read the same."""
    ref = f"{category}-{random.randrange(10**6):06}"
    kind = finder["parameters"]["size_kinds"][finder["parameters"]["families"][category]]
    price = random.randrange(1000, 30000, 500)
    variants = [
        {
            "gtin": f"{ref}-{size}",
            "size": size,
            "colour": 0,
            "price_cents": price + random.choice([0, 0, 500]),
            "reference_price_cents": random.choice([None, price + 4000]),
        }
        for size in SIZES.get(kind, ["TU"])
    ]
    return {
        "ref": ref,
        "category": category,
        "audience": random.choice(AUDIENCES),
        "activities": [],
        "properties": {
            "weight_g": {"value": random.randrange(100, 1500), "provenance": "maker"},
            "gaiter_integrated": {"value": random.random() < 0.5, "provenance": "maker"},
        },
        "gauges": {"warm": {"level": random.choice([None, 1, 3, 5]), "provenance": "maker"}},
        "verdicts": [random.choice((-2, -1, 20, 60, 80, 100, 100)) for _ in finder["criteria"]],
        "colours": [{"name": "Noir", "hex": "#101418", "family": "black"}],
        "variants": variants,
    }


def _case(
    random: Random, finder: dict[str, Any], products: list[dict[str, Any]], stock: dict[str, Any]
) -> dict[str, Any]:
    answers, stocked = _customer(random, finder), random.random() < 0.7
    made = composer(finder, products, answers, stock if stocked else None)
    free = report(made, None)
    settled = _settled(random, free)
    own = composer(finder, products, answers, stock if stocked else None, **settled)
    budgets = [None, *(random.randrange(0, max(1, free["total_cents"]), 100) for _ in range(BUDGETS))]
    found = [{"budget": budget, "expected": report(own, budget)} for budget in budgets]
    return {"answers": answers, "stock": stocked, **settled, "found": found}


def _settled(random: Random, outfit: dict[str, Any]) -> dict[str, Any]:
    """Swap one piece for an alternative, and own another one, as a customer does."""
    swaps = [(slot["id"], each["ref"]) for slot in outfit["slots"] for each in slot["alternatives"]]
    worn = [slot["id"] for slot in outfit["slots"] if slot["piece"]]
    fixed = dict([random.choice(swaps)]) if swaps and random.random() < 0.4 else {}
    return {"fixed": fixed, "without": [random.choice(worn)] if worn and random.random() < 0.3 else []}


def _customer(random: Random, finder: dict[str, Any]) -> dict[str, Any]:
    answers_of = {question["id"]: [each["id"] for each in question["answers"]] for question in finder["questions"]}
    found: dict[str, Any] = {}
    for key, share in (("activity", 0.95), ("weather", 0.7), ("effort", 0.3), ("nights_in", 0.2), ("audience", 0.6)):
        if random.random() < share:
            found[key] = random.choice(answers_of[key])
    if random.random() < 0.7:
        found["temperature_c"] = random.randint(-25, 25)
    if random.random() < 0.3:
        found["size"] = random.choice(["M", "42", "L"])
    if random.random() < 0.4:
        found["sizes"] = {kind: random.choice(SIZES[kind]) for kind in ("garment", "shoe", "hand")}
    for key, share in (("must", 0.25), ("must_not", 0.25), ("prefer", 0.3)):
        if random.random() < share:
            found[key] = [random.choice(WISHES)]
    if "must" in found and found["must"] == found.get("must_not"):
        del found["must_not"]
    return found


if __name__ == "__main__":
    for name, text in files().items():
        (FILE.parent / name).write_text(text, "utf-8")
