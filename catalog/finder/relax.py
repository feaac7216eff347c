"""Which answers could be let go, and what each would bring. No set of them is larger than it has to be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .evaluate import Standing

FEW = 4
_KEPT: frozenset[str] = frozenset()


def relaxations(found: Iterable[Standing]) -> list[dict[str, Any]]:
    """Return the best few inclusion-minimal sets of hard answers whose loss brings at least one more product.

    ``count`` is what it brings, ``in_size_in_stock`` how many of these are counted in the shop in the size asked for
    (in any size where the size itself goes). Best: most in stock, then fewest answers lost, then most products.
    """
    missing = [each for each in found if _KEPT not in each.broken]
    sets = {broken for each in missing for broken in each.broken}
    minimal = [each for each in sets if not any(other < each for other in sets)]
    offers = [_offer(drop, missing) for drop in minimal]
    return sorted(offers, key=_best)[:FEW]


def _offer(drop: frozenset[str], missing: list[Standing]) -> dict[str, Any]:
    brought = [each for each in missing if any(broken <= drop for broken in each.broken)]
    here = sum((each.stock_any_size if "size" in drop else each.in_stock) > 0 for each in brought)
    return {"drop": sorted(drop), "count": len(brought), "in_size_in_stock": here}


def _best(offer: dict[str, Any]) -> tuple[int, int, int, list[str]]:
    return -offer["in_size_in_stock"], len(offer["drop"]), -offer["count"], offer["drop"]
