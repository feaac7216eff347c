"""Small made-up finders, products and customers: every rule of the ranking met in a few lines, by a seed."""

from __future__ import annotations

from random import Random
from typing import Any

from catalog.finder.needs import wind_powers

FAMILIES = {"coat": "outer", "parka": "outer", "sock": "foot", "boot": "foot", "sack": "bag"}
KINDS = {"outer": "garment", "foot": "shoe", "bag": "pack", "line": "rope"}
LETTERS = ["XS", "S", "M", "L", "XL", "2XL", "s/m", "TU"]
NUMBERS = ["38", "39,5", "EU 40", "41", "42", "39-41", "UK 8"]
CHILD = ["4 ans", "6A", "116", "128", "8A/128"]
PROVENANCES = ["maker", "test", "technology", "estimate"]
WISHES = ["w0", "w1", "w2", "w3", "cheap"]


def universe(random: Random) -> dict[str, Any]:
    """Return ``{"finder", "products", "stock"}`` of a made-up shop."""
    finder = _finder(random)
    count = random.randint(0, 14)
    products = [_product(random, finder, number) for number in range(count)]
    gtins = [variant["gtin"] for product in products for variant in product["variants"]]
    levels = {
        gtin: {"quantity": random.randint(0, 3), "counted_at": "2026-11-21T10:00:00Z"}
        for gtin in gtins
        if random.random() < 0.7
    }
    return {"finder": finder, "products": products, "stock": {"levels": levels}}


def answers(random: Random) -> dict[str, Any]:
    """Return one customer's answers."""
    found: dict[str, Any] = {}
    for key, values in _CHOICES.items():
        if random.random() < 0.45:
            found[key] = random.choice(values)
    for key, low, high in (("temperature_c", -30, 25), ("wind_kmh", 0, 120), ("budget_cents", 1000, 9000)):
        if random.random() < 0.45:
            found[key] = random.randint(low, high)
    if random.random() < 0.4:
        found["size"] = random.choice([*LETTERS, *NUMBERS, "m", "xxl", "6 ans"])
    if found.get("audience") == "kids" and random.random() < 0.5:
        found["age_years"] = random.choice([4, 6, 8])
    found |= _said(random)
    names = random.sample([*WISHES, "alias-0"], 3)
    for key, name in zip(("must", "must_not", "prefer"), names, strict=True):
        if random.random() < 0.4:
            found[key] = [name]
    return found


def _said(random: Random) -> dict[str, Any]:
    """Return what a customer only says unasked."""
    offers = {"garment": LETTERS, "shoe": NUMBERS, "pack": ["TU", "M"]}
    said = {
        "sizes": {kind: random.choice(some) for kind, some in offers.items() if random.random() < 0.6},
        "colour": random.choice(["red", "blue"]),
        "volume_l": random.randint(1, 120),
    }
    return {key: value for key, value in said.items() if random.random() < 0.3}


_CHOICES = {
    "wanted": ["coat", "boot", "rope", "outer", "all", "nothing"],
    "activity": ["walk", "climb"],
    "weather": ["dry", "wet"],
    "effort": ["low", "high"],
    "audience": ["men", "women", "kids", "unisex"],
    "humid": [True, False],
}


def _finder(random: Random) -> dict[str, Any]:
    criteria = [_criterion(random, number) for number in range(random.randint(4, 12))]
    normal = len(criteria)
    criteria += [{**_criterion(random, normal + place), "when": {"wish": [name]}} for place, name in enumerate(WISHES)]
    wished = len(criteria)
    criteria += [{**_criterion(random, wished + place), "topic": "colour"} for place in range(2)]
    return {
        "questions": _questions(),
        "needs": _needs(),
        "criteria": criteria,
        "wishes": [
            {"id": name, "label": name, "aliases": [f"alias-{place}"], "criterion": normal + place}
            for place, name in enumerate(WISHES)
        ],
        "colours": [
            {"id": name, "label": name, "criterion": wished + place} for place, name in enumerate(["red", "blue"])
        ],
        "parameters": {
            "meets_from": 60,
            "unknown_degree": random.choice([30, 40, 50]),
            "stock_weight": 4,
            "doubt_weight": 8,
            "apart_weight": 2,
            "apart_from": random.choice([60, 250]),
            "lead_weight": random.choice([0, 10]),
            "words": [],
            "size_kinds": KINDS,
            "child_heights": {"4": 104, "6": 116, "8": 128},
            "families": {**FAMILIES, "rope": "line"},
            "groups": {"outer": ["coat", "parka"], "all": [*FAMILIES], "nothing": ["rope"]},
            "active": {
                family: sorted(random.sample(range(normal), random.randint(1, normal)))
                for family in ("outer", "foot", "bag", "line")
            },
            "cheap_criterion": normal + WISHES.index("cheap"),
        },
    }


def _criterion(random: Random, number: int) -> dict[str, Any]:
    conditions = [{}, {"weather": ["wet"]}, {"effort": ["high"], "activity": ["climb", "walk"]}, {"cold": [2, 3]}]
    conditions += [{"need.warm": [level]} for level in range(4)] + [{"slot": ["any"]}, {"humid": [True]}]
    return {
        "id": f"c{number}",
        "hard": False,
        "quiet": random.random() < 0.2,
        "weight": random.randint(1, 30),
        "when": random.choice(conditions),
        "topic": f"t{random.randint(0, 5)}",
        "properties": random.sample(["a", "b", "c", "d"], random.randint(0, 3)),
        "reads": random.sample(["a", "b", "c", "d"], random.randint(0, 2)),
        "gauge": random.choice([None, None, None, "warm"]),
    }


def _product(random: Random, finder: dict[str, Any], number: int) -> dict[str, Any]:
    category = random.choice([*FAMILIES])
    verdicts = [random.choice([-2, -1, 0, 30, 59, 60, 75, 100]) for _ in finder["criteria"]]
    verdicts[finder["parameters"]["cheap_criterion"]] = -2
    sizes = {"outer": LETTERS + CHILD, "foot": NUMBERS, "bag": ["TU"]}[FAMILIES[category]]
    variants = [
        {
            "gtin": f"{number:02}{place:02}",
            "size": random.choice(sizes),
            "colour": random.randrange(3),
            "price_cents": random.choice([None, *range(1000, 9000, 500)]),
        }
        for place in range(random.choice([0, 1, 2, 4, 5]))
    ]
    return {
        "ref": f"p{number:02}",
        "category": category,
        "audience": random.choice(["men", "women", "unisex", "unisex", "kids"]),
        "properties": {
            name: {"value": 1, "provenance": random.choice(PROVENANCES)}
            for name in random.sample(["a", "b", "c", "d"], 2)
        },
        "gauges": {"warm": {"level": 2, "provenance": random.choice(PROVENANCES)}} if random.random() < 0.7 else {},
        "verdicts": verdicts,
        "colours": [{"family": random.choice(["red", "blue", "green", None])} for _ in range(random.choice([0, 3, 3]))],
        "variants": variants,
    }


def _questions() -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = [
        {
            "id": key,
            "kind": "choice",
            "stage": 1,
            "answers": [{"id": value} for value in values],
            "probe": [],
            "when": {},
        }
        for key, values in _CHOICES.items()
        if key != "humid"
    ]
    probes = {"temperature_c": [-10, 10], "humid": [True, False], "prefer": ["w0", "w1"], "budget_cents": []}
    questions += [{**_asked(key), "answers": [], "probe": probe, "when": {}} for key, probe in probes.items()]
    return [
        *questions,
        {"id": "size", "kind": "size", "stage": 2, "answers": [], "probe": [], "when": {"activity": ["walk"]}},
    ]


def _asked(key: str, kind: str = "number") -> dict[str, Any]:
    kinds = {"prefer": ("wishes", 3), "budget_cents": ("number", 2), "size": ("size", 2)}
    kind, stage = kinds.get(key, (kind, 1))
    return {"id": key, "kind": kind, "stage": stage}


def _needs() -> dict[str, Any]:
    def dimension(name: str, **more: Any) -> dict[str, Any]:
        plain = {"gauge": True, "when": {}, "rows": [], "figure": None, "from": [], "below": [], "grid": 0}
        return {"id": name, "answer": None, **plain, "adjust": [], "min": 0, "max": 5, **more}

    wet = {"when": {"weather": ["wet"]}, "add": 1}
    warm = dimension("warm", figure="clo_move", **{"from": [2, 8, 14]}, adjust=[wet], max=3)
    dry = dimension(
        "dry", rows=[{"when": {"weather": ["wet"]}, "value": 4}, {"when": {"activity": ["walk"]}, "value": 1}]
    )
    litres = {"answer": "volume_l", "grid": 10, "min": 5, "max": 90}
    room = dimension("room", gauge=False, rows=[{"when": {"activity": ["climb"]}, "value": 30}], **litres)
    fill = dimension("fill", figure="need.room", **{"from": [20, 40]})
    night = dimension("night", gauge=False, figure="air_c", grid=5, min=-20, max=20)
    return {
        "wind": {"from_kmh": 5, "to_c": 10, "windy_from_kmh": 30, "powers": wind_powers(100)},
        "slots": {"coat": "outer", "outer": "outer", "boot": "foot"},
        "assumed": {
            "effort": [{"when": {"activity": ["climb"]}, "value": "high"}],
            "temperature_c": [{"when": {"activity": ["climb"]}, "value": -5}],
        },
        "met": {"move": [{"when": {"effort": ["low"]}, "value": 20}, {"when": {"effort": ["high"]}, "value": 65}]},
        "bands": {"cold": {"figure": "felt_c", "from": [], "below": [15, 5, -5]}},
        "cases": {
            "case": [{"when": {"weather": ["wet"], "cold": [3]}, "value": "hard"}, {"when": {}, "value": "easy"}]
        },
        "families": {"outer": [warm, dry], "foot": [dry, night], "bag": [room, fill]},
    }
