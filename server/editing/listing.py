"""The merchandiser's list: models of the published revision by what is known, missing and guessed of them."""

from __future__ import annotations

import base64
import binascii
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from catalog.finder.estimates import ESTIMATE
from catalog.text import localise
from server.catalogue.service import Published
from server.errors import Invalid, NotFound

from .facts import of_published, of_revision
from .search import search
from .sentences import say

Product = Mapping[str, Any]
Key = tuple[Any, str]
_Test = Callable[[Product], bool]
SORTS = ("name", "brand", "category", "price", "missing", "estimated", "ref")
FACETS = ("category", "brand", "audience", "missing", "estimated", "shop")
TWO = 2
"""Filters against a model from which on it counts for none: all *others* would have to keep it."""


def page(published: Published, query: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return one page of what matches, how many there are in all, and how many of each kind."""
    found, counts = _sifted(published, query)
    sort = query.get("sort", "name")
    of_sort = _sorter(published, sort.removeprefix("-"), lang)
    keys = sorted(((of_sort(product), product["ref"]) for product in found), reverse=sort.startswith("-"))
    start = _start(keys, query.get("cursor"), descending=sort.startswith("-"))
    shown = keys[start : start + query["limit"]]
    more = start + len(shown) < len(keys)
    return {
        "revision": published.revision,
        "items": [summary(published, published.products_by_ref[ref], lang) for _, ref in shown],
        "total": len(keys),
        "next_cursor": _cursor(shown[-1]) if more else None,
        "facets": _facets(published, counts, lang),
        "instead": search(published, query["q"]).instead if query.get("q") else [],
    }


def chosen(published: Published, query: Mapping[str, Any]) -> list[Product]:
    """Return the models that match every filter, in order of reference."""
    tests = _tests(published, query).values()
    kept = [product for product in _among(published, query) if all(test(product) for test in tests)]
    return sorted(kept, key=lambda product: str(product["ref"]))


def _sifted(published: Published, query: Mapping[str, Any]) -> tuple[list[Product], Mapping[str, Counter[str]]]:
    """Return the models that match, and for each filter how many models each of its choices would leave.

    A model counts for a filter where all *other* filters keep it: one pass over the range tells all of it.
    """
    tests = _tests(published, query)
    kept: list[Product] = []
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for product in _among(published, query):
        against = _against(tests, product)
        if not against:
            kept.append(product)
        if len(against) < TWO:
            for name in FACETS if not against else [name for name in against if name in counts]:
                counts[name].update(_values(published, product, name))
    return kept, counts


def _against(tests: Mapping[str, _Test], product: Product) -> list[str]:
    """Name the filters that leave a product out; two say as much as all."""
    found: list[str] = []
    for name, test in tests.items():
        if not test(product):
            found.append(name)
            if len(found) == TWO:
                break
    return found


def _among(published: Published, query: Mapping[str, Any]) -> Iterable[Product]:
    if query.get("shop") and query["shop"] not in published.shops:
        raise NotFound("shop-not-found")
    found: Iterable[Product] = published.products_by_ref.values()
    if query.get("changed_since") is not None:
        found = _changed(published, query["changed_since"])
    if query.get("refs"):
        wanted = set(query["refs"])
        found = (product for product in found if product["ref"] in wanted)
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """What the list counts by: attributes that nobody states, attributes only estimated, shops, prices in cents."""

    missing: tuple[str, ...]
    estimated: tuple[str, ...]
    shops: tuple[str, ...]
    prices: tuple[int, ...]


def known(published: Published, product: Product) -> Known:
    """Return what is known, missing and guessed of a model, worked out once a revision.

    Missing is what decides advice for its category and no fact, technology or rule gives.
    """
    held: dict[str, Known] = published.memory.setdefault(("desk",), {})
    ref = product["ref"]
    if ref not in held:
        gtins = [variant["gtin"] for variant in product["variants"]]
        sold = {
            shop: [each["assortment"][gtin][0] for gtin in gtins if gtin in each["assortment"]]
            for shop, each in published.shops.items()
        }
        values = product["properties"]
        held[ref] = Known(
            tuple(name for name in decisive(published, product["category"]) if name not in values),
            tuple(name for name, value in values.items() if value["provenance"] == ESTIMATE),
            tuple(shop for shop, prices in sold.items() if prices),
            tuple(price for prices in sold.values() for price in prices),
        )
    return held[ref]


def decisive(published: Published, category: str) -> Sequence[str]:
    """Return the attributes that decide advice in a category."""
    table: dict[str, Sequence[str]] | None = published.memory.get(("decisive",))
    if table is None:
        table = {each["id"]: each["decisive"] for each in published.document["categories"]}
        published.memory[("decisive",)] = table
    return table.get(category, ())


def summary(published: Published, product: Product, lang: str) -> dict[str, Any]:
    """Return what one line of the list shows."""
    about = known(published, product)
    sizes = list(dict.fromkeys(variant["size"] for variant in product["variants"]))
    return {
        **{name: product[name] for name in ("ref", "name", "brand", "category", "audience", "season", "demonstration")},
        "colours": [{"name": localise(each["name"], lang), "hex": each["hex"]} for each in product["colours"]],
        "sizes": sizes,
        "variants": len(product["variants"]),
        "price_from_cents": min(about.prices, default=None),
        "price_to_cents": max(about.prices, default=None),
        "missing": list(about.missing),
        "estimated": list(about.estimated),
        "photo": has_photo(product),
        "etag": of_published(published).tags[product["ref"]],
    }


def has_photo(product: Product) -> bool:
    """Tell whether the model has a photo of any colour."""
    return bool(product.get("photos"))


def _facets(published: Published, counts: Mapping[str, Counter[str]], lang: str) -> dict[str, list[dict[str, Any]]]:
    labels = _labels(published, lang)
    return {
        name: sorted(
            ({"id": each, "label": labels[name].get(each, each), "count": count} for each, count in of_filter.items()),
            key=lambda row: (-row["count"], row["id"]),
        )
        for name, of_filter in counts.items()
    }


def _values(published: Published, product: Product, name: str) -> Iterable[str]:
    if name in {"category", "brand", "audience"}:
        return (str(product[name]),)
    about = known(published, product)
    return {"missing": about.missing, "estimated": about.estimated, "shop": about.shops}[name]


def _labels(published: Published, lang: str) -> dict[str, dict[str, str]]:
    document = published.document
    attributes = {each["id"]: localise(each["label"], lang) for each in document["attributes"]}
    return {
        "category": {each["id"]: localise(each["label"], lang) for each in document["categories"]},
        "brand": {},
        "audience": {},
        "missing": attributes,
        "estimated": attributes,
        "shop": {shop: str(each["name"]) for shop, each in published.shops.items()},
    }


def _changed(published: Published, number: int) -> list[Product]:
    before, after = of_revision(number).tags, of_published(published).tags
    return [published.products_by_ref[ref] for ref, tag in after.items() if before.get(ref) != tag]


def _sorter(published: Published, sort: str, lang: str) -> Callable[[Product], Any]:
    if sort == "price":
        return lambda product: min(known(published, product).prices, default=0)
    if sort == "missing":
        return lambda product: len(known(published, product).missing)
    if sort == "estimated":
        return lambda product: len(known(published, product).estimated)
    if sort == "category":
        labels = _labels(published, lang)["category"]
        return lambda product: labels[product["category"]].casefold()
    return lambda product: str(product[sort]).casefold()


def _start(keys: Sequence[Key], cursor: str | None, *, descending: bool) -> int:
    """Return where the page begins: behind the line that the cursor names, gone or not."""
    if cursor is None:
        return 0
    last = _read(cursor)
    try:
        return sum(1 for key in keys if (key >= last if descending else key <= last))
    except TypeError:
        raise Invalid([("cursor", say("cursor"))]) from None


def _cursor(key: Key) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(key)).decode().rstrip("=")


def _read(cursor: str) -> Key:
    try:
        value, ref = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, TypeError):
        raise Invalid([("cursor", say("cursor"))]) from None
    return value, ref


def _tests(published: Published, query: Mapping[str, Any]) -> dict[str, _Test]:
    """Return what each filter that is set asks of a product, by the filter's name."""
    return {
        name: make(published, query[name]) for name, make in _TESTS.items() if query.get(name) not in (None, "", False)
    }


_TESTS: Mapping[str, Callable[[Published, Any], _Test]] = {
    "category": lambda _, category: lambda product: bool(product["category"] == category),
    "audience": lambda _, audience: lambda product: bool(product["audience"] == audience),
    "brand": lambda _, brand: lambda product: bool(str(product["brand"]).casefold() == brand.casefold()),
    "missing": lambda published, name: lambda product: name in known(published, product).missing,
    "estimated": lambda published, name: lambda product: name in known(published, product).estimated,
    "shop": lambda published, shop: lambda product: shop in known(published, product).shops,
    "without_photo": lambda *_: lambda product: not has_photo(product),
    "q": lambda published, text: search(published, text).finds,
}
