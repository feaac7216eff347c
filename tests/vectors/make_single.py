"""Make the cases that hold what is said of single pieces to the same bytes in Python and on the phone.

Run as ``python tests/vectors/make_single.py``. One file, ``single.json``: over finder and pieces of ``advice.json``,
with colours, why and why not, refining, alternatives, and sentences that tell neighbours apart.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from catalog import DATA
from catalog.finder import alternatives, benefits, compile_finder, load_knowledge, rank, refine, why
from catalog.finder.shelf import candidates
from catalog.reference import load_reference
from tests.vectors.make_finder import HERE, PIECES, STOCKED, _customer, _stock

CASES, NAMES = 90, 8
CHOICES = ("wanted", "activity", "weather", "effort", "duration", "nights_in", "audience")
PALETTE = [
    {"name": {"fr": "Rouge vif", "en": "Bright red"}, "hex": "#c8102e", "family": "red"},
    {"name": {"fr": "Noir", "en": "Black"}, "hex": "#101114", "family": "black"},
    {"name": {"fr": "Bleu nuit", "en": "Night blue"}, "hex": "#1b2a49", "family": "blue"},
    {"name": {"fr": "Onde", "en": "Wave"}, "hex": "#7aa2a8", "family": None},
]

Json = dict[str, Any]


def files() -> dict[str, str]:
    """Return the content of each file by name."""
    knowledge = load_knowledge(DATA, reference := load_reference(DATA))
    finder = compile_finder(knowledge, reference)
    products = candidates(json.loads(PIECES.read_text("utf-8")), knowledge, reference)
    for number, product in enumerate(products):
        _stock(product, number)
        _colour(product, number)
    shelf = {each["ref"]: {"colours": each["colours"], "variants": each["variants"]} for each in products}
    made = {"stock": STOCKED, "shelf": shelf, "cases": _cases(finder, products)}
    return {"single.json": json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"}


def _colour(product: Json, number: int) -> None:
    """Give a piece two colours, and each size in one or both of them."""
    product["colours"] = [PALETTE[number % 4], PALETTE[(number + 1 + number % 2) % 4]]
    variants = [{**each, "colour": place % 2} for place, each in enumerate(product["variants"])]
    twin = [{**each, "gtin": f"{each['gtin']}b", "colour": 1 - each["colour"]} for each in variants[: number % 2 + 1]]
    larger = [
        {**each, "gtin": f"{each['gtin']}c", "size": {"M": "XL", "42": "44"}.get(each["size"], each["size"])}
        for each in variants[:1]
    ]
    product["variants"] = [*variants, *twin, *larger]


def _cases(finder: Json, products: list[Json]) -> list[Json]:
    random, cases, by_ref = Random(23), [], {product["ref"]: product for product in products}
    towards = [*finder["comparing"]["towards"]]
    for number in range(CASES):
        answers = _customer(random, finder, CHOICES)
        stock, lang = (STOCKED if random.random() < 0.7 else None), ("fr", "en")[number % 2]
        ref, way = random.choice(products)["ref"], towards[number % len(towards)]
        size, colour = random.choice([None, None, "M", "L", "42"]), random.choice([None, 0, 1])
        cases.append(
            {
                "answers": answers,
                "stock": stock is not None,
                "lang": lang,
                "ref": ref,
                "towards": way,
                "size": size,
                "colour": colour,
                "why": why(finder, products, answers, stock, ref, lang),
                "refine": refine(finder, products, answers, stock, ref, way, lang),
                "alternatives": alternatives(finder, products, answers, stock, ref, size, colour, lang),
                "benefits": _benefits(finder, products, by_ref, answers, stock, lang),
            }
        )
    return cases


def _benefits(
    finder: Json, products: list[Json], by_ref: Json, answers: Json, stock: Json | None, lang: str
) -> list[str]:
    found = rank(finder, products, answers, stock, NAMES)["results"]
    return benefits(finder, [(by_ref[each["ref"]], each) for each in found], answers, lang)


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for name, text in files().items():
        (HERE / name).write_text(text, "utf-8")
