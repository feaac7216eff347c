"""Changed prices as the merchandiser's own table: the one road into the catalogue takes files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from .rules import Proposed

NAME = "prices.csv"
_HEADER = ("shop", "gtin", "price_cents", "reference_price_cents", "remove")
_NONE = "-"
"""Empties a field of the own format; an empty cell would change nothing."""


def table(shop_id: str, changes: Iterable[Proposed]) -> dict[str, bytes]:
    """Return the file that makes these changes, by its name."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADER)
    for one in changes:
        if one.after is None:
            writer.writerow((shop_id, one.gtin, "", "", "yes"))
        else:
            price, reference = one.after
            writer.writerow((shop_id, one.gtin, price, _NONE if reference is None else reference, ""))
    return {NAME: out.getvalue().encode()}
