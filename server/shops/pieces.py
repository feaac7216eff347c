"""The range as a shop sees it: pieces found by words, kind and whether the shop carries them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.text import plain
from server.catalogue.products import searchable
from server.catalogue.service import Published

YES, NO, ALL = "yes", "no", "all"
CARRIED = (YES, NO, ALL)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which pieces; an empty part leaves everything in. ``only`` are GTINs, where another question decided already."""

    q: str = ""
    refs: Collection[str] = ()
    category: str = ""
    brand: str = ""
    audience: str = ""
    carried: str = YES
    only: Collection[str] | None = None

    def takes_product(self, product: Mapping[str, Any], published: Published) -> bool:
        """Tell whether a product is among the chosen."""
        if self.refs and product["ref"] not in self.refs:
            return False
        if self.category and product["category"] != self.category:
            return False
        if self.audience and product["audience"] != self.audience:
            return False
        if self.brand and plain(product["brand"]) != plain(self.brand):
            return False
        words = plain(self.q).split()
        return all(word in searchable(product, published) or _is_code(word, product) for word in words)

    def takes_variant(self, gtin: str, assortment: Mapping[str, Any]) -> bool:
        """Tell whether a variant of a chosen product is."""
        if self.only is not None and gtin not in self.only:
            return False
        return self.carried == ALL or (gtin in assortment) == (self.carried == YES)


def chosen(
    published: Published, shop_id: str, choice: Choice
) -> Iterator[tuple[Mapping[str, Any], list[Mapping[str, Any]]]]:
    """Yield the chosen products in order of reference, each with its chosen variants."""
    assortment = published.shops[shop_id]["assortment"]
    for product in published.document["products"]:
        if not choice.takes_product(product, published):
            continue
        variants = [variant for variant in product["variants"] if choice.takes_variant(variant["gtin"], assortment)]
        if variants:
            yield product, variants


def page(
    published: Published,
    shop_id: str,
    choice: Choice,
    cursor: str,
    limit: int,
    show: Callable[[Mapping[str, Any], list[Mapping[str, Any]]], dict[str, Any]],
) -> dict[str, Any]:
    """Return one page of the chosen products as ``show`` draws them, with counts of all of them."""
    counted = {"products": 0, "variants": 0}
    items: list[dict[str, Any]] = []
    following, last = None, ""
    for product, variants in chosen(published, shop_id, choice):
        counted["products"] += 1
        counted["variants"] += len(variants)
        if product["ref"] <= cursor or following:
            continue
        if len(items) == limit:
            following = last
            continue
        items.append(show(product, variants))
        last = product["ref"]
    return {"items": items, "next_cursor": following, **counted}


def head(product: Mapping[str, Any]) -> dict[str, Any]:
    """Return what names a product in a list of the desk."""
    return {key: product[key] for key in ("ref", "name", "brand", "category", "audience", "demonstration")}


def line(product: Mapping[str, Any], variant: Mapping[str, Any]) -> dict[str, Any]:
    """Return what names a variant: its colour by language, None where the product has none."""
    colour = product["colours"][variant["colour"]] if product["colours"] else None
    return {
        "gtin": variant["gtin"],
        "sku": variant["sku"],
        "size": variant["size"],
        "colour": {"name": colour["name"], "hex": colour["hex"]} if colour else None,
    }


def _is_code(word: str, product: Mapping[str, Any]) -> bool:
    """Tell whether a word is the end of a barcode or the whole of an article number of the product."""
    if len(word) < 4:
        return False
    return any(variant["gtin"].endswith(word) or plain(variant["sku"]) == word for variant in product["variants"])
