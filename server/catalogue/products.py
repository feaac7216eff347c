"""Products of the published revision: found, listed page by page, shown whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.gtin import GtinError, normalise
from catalog.text import localise, plain
from server.errors import Invalid, NotFound
from server.prices import announced

from .service import Published

Shop = Mapping[str, Any]


def shop_of(published: Published, shop_id: str | None) -> Shop | None:
    """Return the shop asked for; without one, the only shop there is. Raise ``NotFound`` for an unknown one."""
    if shop_id is None:
        return next(iter(published.shops.values())) if len(published.shops) == 1 else None
    shop = published.shops.get(shop_id)
    if shop is None:
        raise NotFound("shop-not-found")
    return shop


def page(published: Published, query: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return one page of the products that match, in order of reference, and the cursor of the next page."""
    shop = shop_of(published, query.get("shop"))
    words = plain(query.get("q", "")).split()
    after = query.get("cursor", "")  # a reference: what is added or removed meanwhile shifts nothing
    limit = query["limit"]
    found: list[Mapping[str, Any]] = []
    for product in _in_order(published):
        if product["ref"] > after and _matches(product, query, words, shop if "shop" in query else None, published):
            found.append(product)
            if len(found) > limit:
                break
    more = len(found) > limit
    return {
        "items": [summary(product, shop, lang) for product in found[:limit]],
        "next_cursor": found[limit - 1]["ref"] if more else None,
    }


def summary(product: Mapping[str, Any], shop: Shop | None, lang: str) -> dict[str, Any]:
    """Return what a list shows of a product."""
    chosen = {key: product[key] for key in ("ref", "name", "brand", "category", "audience", "use", "demonstration")}
    prices = [price for variant in product["variants"] if (price := _price(shop, variant["gtin"])[0]) is not None]
    colours = [localise(colour, lang) for colour in product["colours"]]
    return {**localise(chosen, lang), "colours": colours, "price_from_cents": min(prices, default=None)}


def whole(published: Published, ref: str, shop_id: str | None, lang: str) -> dict[str, Any]:
    """Return everything about a product, with its variants' colours and the shop's prices."""
    product = published.products_by_ref.get(ref)
    if product is None:
        raise NotFound("product-not-found")
    return _whole(published, product, shop_of(published, shop_id), lang)


def by_gtin(published: Published, text: str, shop_id: str | None, lang: str) -> dict[str, Any]:
    """Return the product and the variant of a barcode as it was scanned or typed."""
    try:
        gtin = normalise(text)
    except GtinError as problem:
        raise Invalid([("gtin", problem.message["en" if lang == "en" else "fr"])], code="gtin-invalid") from None
    product = published.products_by_gtin.get(gtin)
    if product is None:
        raise NotFound("gtin-not-found")
    shown = _whole(published, product, shop_of(published, shop_id), lang)
    variant = next(variant for variant in shown["variants"] if variant["gtin"] == gtin)
    return {"gtin": gtin, "variant": variant, "product": shown}


def _whole(published: Published, product: Mapping[str, Any], shop: Shop | None, lang: str) -> dict[str, Any]:
    shown: dict[str, Any] = localise(
        {key: product[key] for key in product if key not in {"verdicts", "variants"}}, lang
    )
    variants = [_variant(variant, shown["colours"], shop) for variant in product["variants"]]
    told = _told(published, product, shop)
    shown["variants"] = [{**variant, **beside} for variant, beside in zip(variants, told, strict=True)]
    shown["price_from_cents"] = min(
        (variant["price_cents"] for variant in variants if variant["price_cents"] is not None), default=None
    )
    return shown


def _told(published: Published, product: Mapping[str, Any], shop: Shop | None) -> Iterator[dict[str, Any]]:
    """Yield, for each variant, the reference price that may be announced beside its price; the rest is no reduction."""
    gtins = [variant["gtin"] for variant in product["variants"]]
    known = announced.of_variants(published, shop["id"], gtins) if shop else {}
    for gtin in gtins:
        told = known.get(gtin)
        yield {
            "reference_price_cents": told.reference if told else None,
            "reference_proven": told.proven if told else False,
        }


def priced(product: Mapping[str, Any], shop: Shop | None, lang: str) -> list[dict[str, Any]]:
    """Return the variants of a product with their colours and a shop's prices."""
    colours = [localise(colour, lang) for colour in product["colours"]]
    return [_variant(variant, colours, shop) for variant in product["variants"]]


def _variant(variant: Mapping[str, Any], colours: list[Any], shop: Shop | None) -> dict[str, Any]:
    price, reference_price = _price(shop, variant["gtin"])
    return {
        "gtin": variant["gtin"],
        "sku": variant["sku"],
        "size": variant["size"],
        "colour": colours[variant["colour"]],
        "price_cents": price,
        "reference_price_cents": reference_price,
        "reference_proven": False,
    }


def _price(shop: Shop | None, gtin: str) -> tuple[int | None, int | None]:
    price, reference_price = (shop or {"assortment": {}})["assortment"].get(gtin, (None, None))
    return price, reference_price


def _in_order(published: Published) -> Iterator[Mapping[str, Any]]:
    order = published.memory.get(("order",))
    if order is None:
        order = published.memory[("order",)] = sorted(published.products_by_ref)
    return (published.products_by_ref[ref] for ref in order)


def _matches(
    product: Mapping[str, Any], query: Mapping[str, Any], words: list[str], shop: Shop | None, published: Published
) -> bool:
    if any(key in query and product[key] != query[key] for key in ("category", "audience")):
        return False
    if "brand" in query and plain(product["brand"]) != plain(query["brand"]):
        return False
    if shop is not None and not any(variant["gtin"] in shop["assortment"] for variant in product["variants"]):
        return False
    return not words or all(word in searchable(product, published) for word in words)


def says(published: Published, product: Mapping[str, Any], text: str) -> bool:
    """Tell whether every word of a text stands in the product's name, brand, category or reference."""
    return all(word in searchable(product, published) for word in plain(text).split())


def searchable(product: Mapping[str, Any], published: Published) -> str:
    """Return the product's words in plain letters, made once a revision."""
    texts: dict[str, str] = published.memory.setdefault(("words",), {})
    if product["ref"] not in texts:
        labels = published.memory.setdefault(
            ("labels",), {one["id"]: " ".join(one["label"].values()) for one in published.document["categories"]}
        )
        parts = (product["ref"], product["name"], product["brand"], labels.get(product["category"], ""))
        texts[product["ref"]] = plain(" ".join(parts))
    return texts[product["ref"]]
