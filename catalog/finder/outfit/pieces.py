"""What may fill a slot: pieces that keep every hard wish, suit well enough and can be had here, each in one variant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from catalog.finder.evaluate import Standing, accepted, standings
from catalog.finder.relax import relaxations
from catalog.finder.request import prepare

from .plan import Place

_KEPT: frozenset[str] = frozenset()
Product = Mapping[str, Any]
Variant = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A product that may fill a slot, in the variant that is proposed.

    ``value`` is what its score counts: an unknown on a hard wish is no keeping of it, so each halves the score.
    ``fills`` are the other slots that it makes superfluous. ``stock`` is ``None`` where this variant was never counted.
    """

    product: Product
    variant: Variant | None
    score: int
    value: int
    unknown_wishes: int
    fits: Sequence[str]
    price: int | None
    stock: int | None
    counted_at: str | None
    fills: tuple[str, ...]

    @property
    def ref(self) -> str:
        """The product's reference."""
        return str(self.product["ref"])

    @property
    def size_to_choose(self) -> bool:
        """Whether there are several sizes and nobody said which."""
        return not self.fits and len({each["size"] for each in self.product["variants"]}) > 1


@dataclass(slots=True)
class Offer:
    """The pieces of one slot, best first; ``lacking`` says why there is none, ``relaxations`` what would bring one."""

    pieces: list[Piece] = field(default_factory=list)
    lacking: str | None = None
    relaxations: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shop:
    """What is sold: the finder, products by category, the stock document, and whether there are prices."""

    finder: Mapping[str, Any]
    by_category: Mapping[str, Sequence[Product]]
    stock: Mapping[str, Any] | None
    priced: bool

    @property
    def levels(self) -> Mapping[str, Any] | None:
        """What was counted, by GTIN."""
        return None if self.stock is None else self.stock["levels"]


def shop_of(finder: Mapping[str, Any], products: Sequence[Product], stock: Mapping[str, Any] | None) -> Shop:
    """Return products ready to be chosen from."""
    by_category: dict[str, list[Product]] = {}
    for product in products:
        by_category.setdefault(product["category"], []).append(product)
    priced = any(variant["price_cents"] is not None for product in products for variant in product["variants"])
    return Shop(finder, by_category, stock, priced)


def offer(shop: Shop, place: Place, answers: Mapping[str, Any]) -> Offer:
    """Return what may fill a place, best first: by value, then the lower price, then the reference."""
    found = _standings(shop, place, answers)
    fitting = accepted(found)
    suitable = [each for each in fitting if not each.for_child]
    here = [piece for each in suitable if (piece := _piece(shop, place, each, strict=True))]
    pieces = [piece for piece in here if piece.score >= place.floor]
    if pieces:
        return Offer(sorted(pieces, key=order))
    return Offer(lacking=_lacking(found, suitable, here), relaxations=[] if suitable else relaxations(found))


def order(piece: Piece) -> tuple[int, int, str]:
    """Sort key: the best value, then the lower price, then the reference."""
    return -piece.value, piece.price or 0, piece.ref


def chosen(shop: Shop, place: Place, answers: Mapping[str, Any], ref: str) -> Piece | None:
    """Return a piece that the customer chose, whatever it breaks; ``None`` where it does not go in this place."""
    found = next((each for each in _standings(shop, place, answers) if each.product["ref"] == ref), None)
    return None if found is None else _piece(shop, place, found, strict=False)


def _standings(shop: Shop, place: Place, answers: Mapping[str, Any]) -> list[Standing]:
    """Hold the pieces of a place against the answers: each family is asked only what its pieces can have."""
    families = shop.finder["parameters"]["families"]
    found: list[Standing] = []
    for family in dict.fromkeys(families[category] for category in place.categories):
        categories = [category for category in place.categories if families[category] == family]
        products = [product for category in categories for product in shop.by_category.get(category, ())]
        if products:
            asked = prepare(shop.finder, _asked_of(shop.finder, place, answers, family), shop.stock)
            asked.universe = frozenset(categories)
            asked.kinds = frozenset(shop.finder["parameters"]["size_kinds"].values())
            found += standings(asked, products)
    return found


def _asked_of(finder: Mapping[str, Any], place: Place, answers: Mapping[str, Any], family: str) -> dict[str, Any]:
    """Return the answers as they concern a family: wishes that it can keep, and its own size before any other."""
    asked = {**answers, "wanted": place.wanted}
    kind = finder["parameters"]["size_kinds"][family]
    if kind in (answers.get("sizes") or {}):
        asked.pop("size", None)
    possible: set[str] = set()
    for wish, families in zip(finder["wishes"], finder["outfits"]["can"], strict=True):
        if family in families:
            possible.update((wish["id"], *wish["aliases"]))
    for key in ("must", "prefer"):
        if key in asked:
            asked[key] = [name for name in asked[key] if name in possible]
    return asked


def _piece(shop: Shop, place: Place, standing: Standing, *, strict: bool) -> Piece | None:
    variant = _variant(shop, standing, strict=strict)
    if variant is None and (strict or standing.product["variants"]):
        return None
    level = (shop.levels or {}).get(variant["gtin"]) if variant else None
    return Piece(
        product=standing.product,
        variant=variant,
        score=standing.score,
        value=standing.score // (1 + standing.unknown_wishes),
        unknown_wishes=standing.unknown_wishes,
        fits=standing.fits,
        price=None if variant is None else variant["price_cents"],
        stock=None if level is None else level["quantity"],
        counted_at=None if level is None else level["counted_at"],
        fills=_fills(shop.finder, place.id, standing.product),
    )


def _variant(shop: Shop, standing: Standing, *, strict: bool) -> Variant | None:
    """Return the variant to propose: the cheapest here, else the cheapest never counted; none where all are gone."""
    variants = standing.product["variants"]
    if standing.fits:
        variants = [each for each in variants if each["size"] in standing.fits]
    if shop.priced:
        variants = [each for each in variants if each["price_cents"] is not None]
    levels = shop.levels
    if levels is not None:
        here = [each for each in variants if each["gtin"] in levels and levels[each["gtin"]]["quantity"] > 0]
        variants = here or [each for each in variants if not strict or each["gtin"] not in levels]
    return min(variants, key=lambda each: each["price_cents"] or 0, default=None)


def _fills(finder: Mapping[str, Any], slot: str, product: Product) -> tuple[str, ...]:
    """Return the other slots that a piece in this slot makes superfluous, in the order of the rules."""
    found: set[str] = set()
    for cover in finder["outfits"]["covers"]:
        if cover["slot"] == slot and product["category"] in cover["categories"] and _passes(cover, product):
            found.update(cover["fills"])
    return tuple(each["id"] for each in finder["outfits"]["slots"] if each["id"] in found)


def _passes(cover: Mapping[str, Any], product: Product) -> bool:
    if cover["gauge"] is not None:
        level = product["gauges"].get(cover["gauge"], {}).get("level")
        return level is not None and bool(level >= cover["level"])
    if cover["property"] is not None:
        told = product["properties"].get(cover["property"])
        return told is not None and bool(told["value"] == cover["value"])
    return True


def _lacking(found: list[Standing], suitable: list[Standing], here: list[Piece]) -> str:
    """Return why a place has no piece: the first of range, audience, size, wishes, stock and score that leaves none."""
    if not found:
        return "range"
    if here:
        return "suited"
    if suitable:
        return "stock"
    drops = [drop for each in found for drop in each.broken]
    if any(drop <= {"size"} for drop in drops):  # nothing broken: a child's piece where nobody asked for one
        return "size" if any(drop == {"size"} for drop in drops) else "audience"
    return "audience" if all("audience" in drop for drop in drops) else "wishes"
