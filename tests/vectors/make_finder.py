"""Make the cases that hold the finder in Python and on the phone to the same bytes.

Run as ``python tests/vectors/make_finder.py``; the same sources give the same files. Three files: ``universes.json``
(small made-up shops), ``needs.json`` (the real tables), ``advice.json`` (the real finder over made-up and real pieces).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from catalog import DATA
from catalog.finder import compile_finder, load_knowledge, rank, sentences
from catalog.finder import needs as needs_of
from catalog.finder.shelf import candidates
from catalog.finder.sizes import applies, child_sizes, fitting, normalise
from catalog.model import LANGUAGES
from catalog.reference import load_reference
from tests.vectors.finder_universe import CHILD, LETTERS, NUMBERS, answers, universe

HERE = Path(__file__).resolve().parent / "finder"
UNIVERSES, CUSTOMERS, NEEDS, ADVICE, LIMIT = 40, 6, 240, 160, 4
WISHES = [
    "light",
    "warm",
    "breathable",
    "durable",
    "cheap",
    "packable",
    "eco",
    "hood-helmet",
    "down",
    "merino",
    "waterproof",
    "recco",
    "gore-tex",
    "boa",
    "insulation_type:synthetic",
    "layers:3",
    "crampon:C2",
    "back_ventilated",
    "zip_off",
]
PIECES = Path(__file__).resolve().parent / "finder_pieces.json"
STOCKED = {
    "levels": {f"g{number}": {"quantity": number % 3, "counted_at": "2026-11-21T10:00:00Z"} for number in range(40)}
}


def files() -> dict[str, str]:
    """Return the content of each file by name."""
    knowledge = load_knowledge(DATA, reference := load_reference(DATA))
    finder = compile_finder(knowledge, reference)
    products = candidates(json.loads(PIECES.read_text("utf-8")), knowledge, reference)
    for number, product in enumerate(products):
        _stock(product, number)
    return {
        "universes.json": _json(_universes()),
        "sizes.json": _json(_sizes()),
        "needs.json": _json(_needs(finder)),
        "advice.json": _json(_advice(finder, products)),
    }


def _universes() -> list[dict[str, Any]]:
    random, made = Random(20261114), []
    for _ in range(UNIVERSES):
        place = universe(random)
        asked = [(answers(random), random.random() < 0.7) for _ in range(CUSTOMERS)]
        cases = [
            {
                "answers": one,
                "stock": stocked,
                "expected": rank(place["finder"], place["products"], one, place["stock"] if stocked else None),
            }
            for one, stocked in asked
        ]
        made.append({**place, "cases": cases})
    return made


def _sizes() -> list[dict[str, Any]]:
    heights = {"4": 104, "6": 116, "8": 128}
    offers = [LETTERS, NUMBERS, CHILD, ["TU"], ["Taille unique"], ["38-40", "41-43"], ["S-M", "M/L"], []]
    asked = [*LETTERS, *NUMBERS, *CHILD, "m", "xxl", "3xl", "EU 42 1/2", "Taille M", "8 Jahre", "US 9", "42 2/3"]
    return [
        {
            "asked": size,
            "offered": offered,
            "normal": normalise(size),
            "fits": fitting(normalise(size), offered),
            "applies": {
                kind: applies(normalise(size), kind, frozenset([kind, "pack"])) for kind in ("garment", "shoe")
            },
            "child": child_sizes(110, offered, heights),
        }
        for size in asked
        for offered in offers
    ]


def _needs(finder: dict[str, Any]) -> dict[str, Any]:
    random, cases = Random(7), []
    for _ in range(NEEDS):
        one = _customer(random, finder, ("activity", "weather", "effort", "duration", "nights_in", "audience"))
        family = random.choice(sorted(finder["needs"]["families"]))
        found = needs_of(finder["needs"], one, family)
        cases.append({"answers": one, "family": family, "levels": found["levels"], "felt_c": found["felt_c"]})
    return {"needs": finder["needs"], "cases": cases}


def _advice(finder: dict[str, Any], products: list[dict[str, Any]]) -> dict[str, Any]:
    random, cases, by_ref = Random(11), [], {product["ref"]: product for product in products}
    choices = ("wanted", "activity", "weather", "effort", "duration", "nights_in", "audience")
    for number in range(ADVICE):
        one, stocked = _customer(random, finder, choices), random.random() < 0.6
        lang = LANGUAGES[number % len(LANGUAGES)]
        expected = rank(finder, products, one, STOCKED if stocked else None, LIMIT)
        said = [sentences(finder, by_ref[each["ref"]], each, one, lang) for each in expected["results"]]
        cases.append({"answers": one, "stock": stocked, "lang": lang, "expected": expected, "said": said})
    return {"finder": finder, "products": products, "stock": STOCKED, "limit": LIMIT, "cases": cases}


def _customer(random: Random, finder: dict[str, Any], choices: tuple[str, ...]) -> dict[str, Any]:
    answers_of = {question["id"]: [each["id"] for each in question["answers"]] for question in finder["questions"]}
    found = {key: random.choice(answers_of[key]) for key in choices if random.random() < 0.5}
    if random.random() < 0.6:
        found["temperature_c"] = random.randint(-28, 28)
    if random.random() < 0.4:
        found["wind_kmh"] = random.randint(0, 110)
    if random.random() < 0.2:
        found["humid"] = random.random() < 0.5
    if random.random() < 0.25:
        found["volume_l"] = random.randint(1, 130)
    if "wanted" in choices:
        _wishes(random, found)
    return found


def _wishes(random: Random, found: dict[str, Any]) -> None:
    if random.random() < 0.35:
        found["size"] = random.choice(["M", "l", "EU 42", "40", "8 ans"])
    if random.random() < 0.2:
        found["sizes"] = {"garment": random.choice(["M", "L"]), "shoe": random.choice(["42", "EU 43"])}
    if random.random() < 0.25:
        found["colour"] = random.choice(["blue", "red", "green"])
    if random.random() < 0.35:
        found["budget_cents"] = random.randrange(4000, 40000, 500)
    names = random.sample(WISHES, 3)
    for key, name, share in zip(("must", "must_not", "prefer"), names, (0.25, 0.2, 0.3), strict=True):
        if random.random() < share:
            found[key] = [name]


def _stock(product: dict[str, Any], number: int) -> None:
    """Give a piece two sizes and prices, some of them counted; each third has none."""
    sizes = ["42", "43"] if "boots" in product["category"] or "shoes" in product["category"] else ["M", "L"]
    product["colours"] = [{"family": family} for family in ("blue", "red" if number % 2 else None)]
    product["variants"] = [
        {
            "gtin": f"g{2 * number + place}",
            "size": size,
            "colour": place,
            "price_cents": 5000 + 1700 * number - 300 * place,
        }
        for place, size in enumerate(sizes)
        if number % 3
    ]


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for name, text in files().items():
        (HERE / name).write_text(text, "utf-8")
