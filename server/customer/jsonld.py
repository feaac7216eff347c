"""schema.org data of the page, safe inside a script element."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
AVAILABLE = {"here": "https://schema.org/InStoreOnly", "none": "https://schema.org/OutOfStock"}


def script(data: Mapping[str, Any]) -> str:
    """Return JSON that no browser takes for markup."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def product_data(view: Mapping[str, Any], public_url: str) -> dict[str, Any]:
    """Return the Product, or the ProductGroup with one Product a size."""
    data = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": view["name"],
        "brand": {"@type": "Brand", "name": view["brand"]},
        "description": view["use"].text,
        "category": view["category"],
        "url": view["canonical"],
    }
    if not view["sizes"]:
        return data
    return {
        **data,
        "@type": "ProductGroup",
        "productGroupID": view["ref"],
        "variesBy": ["https://schema.org/size"],
        "hasVariant": [_variant(view, size, public_url) for size in view["sizes"]],
    }


def _variant(view: Mapping[str, Any], size: Any, public_url: str) -> dict[str, Any]:
    link = f"{public_url}/01/{size.gtin}"
    data = {
        "@type": "Product",
        "name": f"{view['name']} {size.size}",
        "sku": size.gtin,
        "size": size.size,
        "color": view["colour"],
        "url": link,
        "hasGS1DigitalLink": link,
    }
    if not view["restricted"]:
        # A number made up inside the shop would be a false claim about somebody else's product.
        data["gtin14"] = size.gtin
    price = view["prices"].get(size.gtin)
    if price is not None:
        data["offers"] = {
            "@type": "Offer",
            "price": f"{price / 100:.2f}",
            "priceCurrency": view["currency"],
            "url": link,
            **({"availability": AVAILABLE[size.state]} if size.state in AVAILABLE else {}),
        }
    return data
