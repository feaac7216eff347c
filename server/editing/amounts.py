"""Prices changed alike: by a part of a hundred or by an amount, then rounded as the trade writes prices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .facts import Prices

LEAST, MOST = 1, 10_000_000
ROUNDINGS = ("cent", "ten-cents", "euro", "ninety", "ninety-five", "nine")
"""To the cent, ten cents, the euro; to the nearest price that ends in ,90 or ,95; to euros that end in 9."""
_GRIDS = {"cent": (1, 0), "ten-cents": (10, 0), "euro": (100, 0), "ninety": (100, 90), "ninety-five": (100, 95),
          "nine": (1000, 900)}  # fmt: skip


def repriced(prices: Prices, rule: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the new price of each variant that the rule's shop sells (every shop's, where it names none).

    A reference price that the new one reaches announces no reduction any more, and is taken away.
    """
    for shop, each in prices.items():
        if rule.get("shop") not in (None, shop):
            continue
        for gtin, (price, reference) in each.items():
            after = amount(int(price or 0), rule)
            found: dict[str, Any] = {"shop": shop, "gtin": gtin, "price_cents": after}
            if reference is not None and after >= reference:
                found["reference_price_cents"] = None
            yield found


def amount(cents: int, rule: Mapping[str, Any]) -> int:
    """Return a price in cents after the rule: ``percent`` (whole, negative to lower) or ``amount_cents``, rounded."""
    if rule.get("percent") is not None:
        moved = _nearest(cents * (100 + rule["percent"]), 100)
    else:
        moved = cents + int(rule["amount_cents"])
    step, ends = _GRIDS[rule.get("round", "cent")]
    rounded = _nearest(moved - ends, step) * step + ends
    return min(max(rounded, LEAST if step == 1 else ends or step), MOST)


def _nearest(number: int, step: int) -> int:
    """Return how many steps come nearest; half a step goes up."""
    return (2 * number + step) // (2 * step)
