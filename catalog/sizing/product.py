"""A product's own size question: its chart, fit note, garment and sold sizes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .charts import default_chart


def for_product(
    request: Mapping[str, Any], product: Mapping[str, Any], charts: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Return the request with ``ref`` resolved from a product of the published document."""
    chart = product.get("size_chart") or default_chart(product["category"], product["audience"], charts)
    sizes = list(dict.fromkeys(variant["size"] for variant in product.get("variants", ())))
    return {
        **{key: value for key, value in request.items() if key != "ref"},
        "chart": chart if chart in charts else "",
        "category": product["category"],
        "audience": product["audience"],
        "fit_note": product.get("fit_note") or "",
        "sizes": sizes,
    }
