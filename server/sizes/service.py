"""The size question of a piece in the shop, or of any chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.sizing import SizingError, size_advice
from server.catalogue.service import current
from server.errors import Invalid, NotFound
from server.try_ons import service as try_ons


def advise(question: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Answer a size question in ``lang``. Raise ``Invalid`` with every field that cannot be read."""
    asked = {**question, "lang": lang}
    shop = asked.pop("shop", None) or _only_shop()
    if "ref" in asked:
        tried = try_ons.counts(shop, asked["ref"]).get(asked["ref"]) if shop else None
        asked = {**_of_product(asked), "try_ons": tried}
    try:
        return size_advice(asked, _charts())
    except SizingError as problem:
        spoken = "en" if lang == "en" else "fr"
        raise Invalid((one["field"], one["message"]) for one in problem.errors(spoken)) from None


def _charts() -> dict[str, Mapping[str, Any]]:
    """Return the published charts by id: the same that the phones hold."""
    return {chart["id"]: chart for chart in current().document["size_charts"]}


def _only_shop() -> str | None:
    """Return the shop where there is but one: then nobody has to name it."""
    shops = list(current().shops)
    return shops[0] if len(shops) == 1 else None


def _of_product(asked: dict[str, Any]) -> dict[str, Any]:
    """Put the piece's own chart, fit note and sizes into the question; what the question says itself is kept."""
    product = current().products_by_ref.get(asked.pop("ref"))
    if product is None:
        raise NotFound("product-not-found", [("ref", "product-not-found")])
    known = {
        "chart": product["size_chart"],
        "category": product["category"],
        "audience": product["audience"],
        "fit_note": product["fit_note"],
        "sizes": list(dict.fromkeys(variant["size"] for variant in product["variants"])),
    }
    return {**known, **asked}
