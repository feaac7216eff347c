"""Whether a verdict rests on something stated, or only on an estimate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ESTIMATE = "estimate"


def is_estimated(criterion: Mapping[str, Any], product: Mapping[str, Any]) -> bool:
    """Tell whether an estimate decides the criterion for this product: its gauge, or the first fact it reads."""
    if criterion["gauge"] is not None:
        gauge = product["gauges"].get(criterion["gauge"])
        return gauge is not None and gauge["provenance"] == ESTIMATE
    known = (product["properties"][name] for name in criterion["reads"] if name in product["properties"])
    first = next(known, None)
    return first is not None and first["provenance"] == ESTIMATE
