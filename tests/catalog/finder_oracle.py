"""The ranking once more, slow and obvious: filters that are run again for every set of answers that might go."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import floor
from typing import Any

from catalog.finder import sizes

Json = dict[str, Any]
SUITED = {"men": {"men", "unisex"}, "women": {"women", "unisex"}, "kids": {"kids"}, "unisex": {"unisex"}}


class Oracle:
    """One finder with its products and stock, asked again and again."""

    def __init__(self, finder: Json, products: list[Json], stock: Json | None) -> None:
        self.finder, self.products, self.stock = finder, products, stock
        self.parameters = finder["parameters"]
        self.criterion = {
            name: wish["criterion"] for wish in finder["wishes"] for name in (wish["id"], *wish["aliases"])
        }

    def remaining(self, answers: Json) -> set[str]:
        return {product["ref"] for product in self.products if self.admits(answers, product)}

    def admits(self, answers: Json, product: Json) -> bool:
        fitting = self.fitting(answers, product)
        price = self.price(answers, product)
        return (
            product["category"] in self.universe(answers)
            and ("audience" not in answers or product["audience"] in SUITED[answers["audience"]])
            and (fitting is None or bool(fitting))
            and ("budget_cents" not in answers or price is None or price <= answers["budget_cents"])
            and all(self.has(product, name) is not False for name in answers.get("must", ()) if not self.is_cheap(name))
            and all(self.has(product, name) is not True for name in answers.get("must_not", ()))
        )

    def universe(self, answers: Json) -> set[str]:
        wanted, families = answers.get("wanted"), self.parameters["families"]
        return {wanted} if wanted in families else set(self.parameters["groups"].get(wanted, families))

    def has(self, product: Json, name: str) -> bool | None:
        verdict = product["verdicts"][self.criterion[name]]
        return None if verdict == -1 else verdict >= self.parameters["meets_from"]

    def is_cheap(self, name: str) -> bool:
        return self.criterion[name] == self.parameters["cheap_criterion"]

    def kind(self, category: str) -> str:
        return str(self.parameters["size_kinds"][self.parameters["families"][category]])

    def fitting(self, answers: Json, product: Json) -> list[Json] | None:
        """Return the variants in the asked size, or ``None`` where the size is not meant for such a piece."""
        size = self.size(answers, product)
        if size is None or not product["variants"]:
            return None
        good = sizes.fitting(size, [variant["size"] for variant in product["variants"]])
        return [variant for variant in product["variants"] if variant["size"] in good]

    def size(self, answers: Json, product: Json) -> str | None:
        """Return the size asked for, where it is meant for such a piece, or else the size of its kind."""
        kind = self.kind(product["category"])
        universe = self.universe(answers)
        if not any(product["category"] in universe for product in self.products):
            universe = set(self.parameters["families"])
        kinds = frozenset(map(self.kind, universe))
        if "size" in answers and sizes.applies(sizes.normalise(answers["size"]), kind, kinds):
            return sizes.normalise(answers["size"])
        named = answers.get("sizes", {}).get(kind)
        return None if named is None else sizes.normalise(named)

    def price(self, answers: Json, product: Json) -> int | None:
        variants = self.fitting(answers, product) or product["variants"]
        return min((each["price_cents"] for each in variants if each["price_cents"] is not None), default=None)

    def count(self, answers: Json, product: Json) -> int:
        variants = self.fitting(answers, product)
        levels = self.stock["levels"] if self.stock else {}
        here = self.for_child(answers, product) if variants is None else variants
        return sum(levels[each["gtin"]]["quantity"] for each in here if each["gtin"] in levels)

    def for_child(self, answers: Json, product: Json) -> list[Json]:
        """Return the variants in a child's sizes where a child's age and no size is told; where none fits, all."""
        heights, variants = self.parameters["child_heights"], product["variants"]
        tall = heights.get(str(answers.get("age_years"))) if answers.get("audience") == "kids" else None
        if tall is None or product["audience"] != "kids" or "size" in answers:
            return list(variants)
        good = sizes.child_sizes(tall, [variant["size"] for variant in variants], heights)
        return [variant for variant in variants if variant["size"] in good] or list(variants)

    def relaxations(self, answers: Json) -> list[Json]:
        """Try every set of hard answers, smallest first; keep those that bring something and hold no kept set."""
        names = [key for key in ("budget_cents", "audience") if key in answers]
        names += ["size"] if "size" in answers or "sizes" in answers else []
        if not any(product["category"] in self.universe(answers) for product in self.products):
            names += ["wanted"] if "wanted" in answers else []
        names += [name for kind in ("must", "must_not") for name in answers.get(kind, ())]
        now, found = self.remaining(answers), list[Json]()
        for length in range(1, len(names) + 1):
            for drop in combinations(sorted(names), length):
                if not any(set(each["drop"]) <= set(drop) for each in found):
                    found += self._offer(answers, drop, now)
        return sorted(found, key=_best)[:4]

    def _offer(self, answers: Json, drop: tuple[str, ...], now: set[str]) -> list[Json]:
        kept = without(answers, drop)
        brought = self.remaining(kept) - now
        kept = {**kept, "age_years": None} if "size" in drop else kept
        here = [each for each in self.products if each["ref"] in brought and self.count(kept, each) > 0]
        return [{"drop": list(drop), "count": len(brought), "in_size_in_stock": len(here)}] if brought else []


def without(answers: Json, drop: tuple[str, ...]) -> Json:
    """Return the answers without those of ``drop``: keys, and wishes that must or must not be."""
    kept = {key: value for key, value in answers.items() if key not in drop}
    if "size" in drop:
        kept.pop("sizes", None)
    for kind in ("must", "must_not"):
        if kind in kept:
            kept[kind] = [name for name in kept[kind] if name not in drop]
    return kept


def mean(terms: list[tuple[int, int]]) -> int:
    """Return the weighted mean of (weight, degree) as a whole number, rounded down."""
    total = sum(weight for weight, _ in terms)
    return floor(sum(Fraction(weight * degree, total) for weight, degree in terms)) if total else 0


def _best(offer: Json) -> tuple[int, int, int, list[str]]:
    return -offer["in_size_in_stock"], len(offer["drop"]), -offer["count"], offer["drop"]
