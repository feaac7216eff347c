"""schema.org data of the page, safe inside a script element."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from catalog.gtin import is_restricted

_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
SCHEMA = "https://schema.org"


def script(data: Mapping[str, Any]) -> str:
    """Return JSON that no browser takes for markup."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def product_data(view: Mapping[str, Any], offered: list[Mapping[str, Any]], public_url: str) -> dict[str, Any]:
    """Return the Product, or the ProductGroup with one Product for each variant that is offered."""
    data = {
        "@context": SCHEMA,
        "@type": "Product",
        "name": view["name"],
        "brand": {"@type": "Brand", "name": view["brand"]},
        "description": view["use"].text,
        "category": view["category"],
        "url": view["canonical"],
    }
    if view["shots"]:
        data["image"] = [f"{public_url}{shot.largest}" for shot in view["shots"]]
    if not offered:
        return data
    varies = [name for name in ("size", "color") if len({each[name] for each in offered}) > 1] or ["size"]
    return {
        **data,
        "@type": "ProductGroup",
        "productGroupID": view["ref"],
        "variesBy": [f"{SCHEMA}/{name}" for name in varies],
        "hasVariant": [_variant(view, each, public_url) for each in offered],
    }


def _variant(view: Mapping[str, Any], each: Mapping[str, Any], public_url: str) -> dict[str, Any]:
    link = f"{public_url}/01/{each['gtin']}"
    data = {
        "@type": "Product",
        "name": " ".join(part for part in (view["name"], each["color"], each["size"]) if part),
        "sku": each["sku"],
        "size": each["size"],
        "color": each["color"],
        "url": link,
        "hasGS1DigitalLink": link,
    }
    if not is_restricted(each["gtin"]):
        # A number made up inside the shop would be a false claim about somebody else's product.
        data["gtin14"] = each["gtin"]
    if each["image"]:
        data["image"] = f"{public_url}{each['image']}"
    return {**data, "offers": _offer(view, each, link)}


def _offer(view: Mapping[str, Any], each: Mapping[str, Any], link: str) -> dict[str, Any]:
    offer = {
        "@type": "Offer",
        "price": f"{each['price'] / 100:.2f}",
        "priceCurrency": view["currency"],
        "itemCondition": f"{SCHEMA}/NewCondition",
        "url": link,
        "seller": {"@type": "Organization", "name": view["shop"]},
    }
    if each["stock"] is None:
        return offer
    return {**offer, "availability": f"{SCHEMA}/{'InStoreOnly' if each['stock'] > 0 else 'OutOfStock'}"}
