"""Hold one product against one customer's answers: what it breaks, what is unknown, how well it suits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from . import sizes
from .request import Request, active_for, size_for

NOT_APPLICABLE, UNKNOWN = -2, -1
SILENT = -1
"""Stands in a term for the index of a criterion where there is nothing to say: stock, and what stays open."""
NO_PRICE = 2**53 - 1
MILLION = 1_000_000
_SUITED = {"men": ("men", "unisex"), "women": ("women", "unisex"), "kids": ("kids",), "unisex": ("unisex",)}
_KEPT: frozenset[str] = frozenset()

Variants = Sequence[Mapping[str, Any]]
Term = tuple[int, int, int]
"""Index of the criterion, weight, degree 0 to 100 or UNKNOWN."""


@dataclass(slots=True)
class Standing:
    """How one product stands.

    ``broken`` holds the smallest sets of hard answers that would have to go for it to be proposed; there can be two,
    where another size would be cheap enough. It is proposed if the empty set is among them. ``fits`` are its sizes
    that fit, ``in_stock`` what is counted of them and ``price_cents`` the cheapest of them; where no size fits or none
    was asked, all sizes stand for them (so do they for the price of a child's piece). ``for_child``: made for
    children where nobody said for whom. ``exact`` is the score in millionths, for the order of equal scores.
    """

    product: Mapping[str, Any]
    broken: list[frozenset[str]]
    fits: list[str]
    in_stock: int
    stock_any_size: int
    price_cents: int | None
    for_child: bool
    unknown_wishes: int
    terms: list[Term]
    score: int = 0
    exact: int = 0


def standings(asked: Request, products: Iterable[Mapping[str, Any]]) -> list[Standing]:
    """Return the standing of each product of the kind that is wanted, in the order given.

    Where the range has none of that kind, all products stand, each with ``wanted`` broken.
    """
    families, universe = asked.parameters["families"], asked.universe  # looked up once, not for each of ten thousand
    known = [each for each in products if each["category"] in families]
    inside = [each for each in known if each["category"] in universe]
    extra = _KEPT
    if not inside:
        extra = frozenset({"wanted"})
        asked = replace(asked, kinds=frozenset(asked.parameters["size_kinds"].values()))
    found = [_standing(asked, product, extra) for product in inside or known]
    _add_prices(asked, found)
    unknown_degree = asked.parameters["unknown_degree"]
    for each in found:
        each.exact = mean_degree(each.terms, unknown_degree)
        each.score = each.exact // MILLION
    return found


def mean_degree(terms: Sequence[Term], unknown_degree: int) -> int:
    """Return the weighted mean degree in millionths, rounded down; 0 where nothing is asked."""
    total = gained = 0
    for _, weight, degree in terms:
        total += weight
        gained += weight * (unknown_degree if degree == UNKNOWN else degree)
    return gained * MILLION // total if total else 0


def order(standing: Standing) -> tuple[bool, int, int, int, int, str]:
    """Sort key: not for a child unasked, nothing unknown on a hard wish, best score, lowest price, exact score, ref."""
    price = NO_PRICE if standing.price_cents is None else standing.price_cents
    ref: str = standing.product["ref"]
    return standing.for_child, standing.unknown_wishes, -standing.score, price, -standing.exact, ref


def accepted(found: Iterable[Standing]) -> list[Standing]:
    """Return, best first, those that break nothing."""
    return sorted((each for each in found if _KEPT in each.broken), key=order)


def _standing(asked: Request, product: Mapping[str, Any], extra: frozenset[str]) -> Standing:
    family = asked.parameters["families"][product["category"]]
    variants = product["variants"]
    sized = _measure(asked, product, family)
    wishes, unknown = _wishes(asked, product)
    broken = wishes | extra | _audience(asked, product)
    price = _cheapest(sized.priced)
    sets = [] if sized.broken else [broken | _over(asked, price)]
    if sized.broken or len(sized.priced) < len(variants):
        sets.append(broken | {"size"} | _over(asked, _cheapest(variants)))
    if asked.answers.get("budget_cents") is not None and price is None:
        unknown += 1
    counted = _counted(asked, sized.here)
    whole = counted if sized.here is variants else _counted(asked, variants)
    return Standing(
        product=product,
        broken=_smallest(sets),
        fits=sized.fits,
        in_stock=0 if sized.broken else sum(counted),
        stock_any_size=sum(whole),
        price_cents=price,
        for_child=product["audience"] == "kids" and not asked.for_whom,
        unknown_wishes=unknown,
        terms=[
            *_terms(asked, product, family),
            *_silent_terms(asked, sized.here, counted),
            *_colour_term(asked, product, sized.here),
        ],
    )


@dataclass(frozen=True, slots=True)
class _Sized:
    """The variants whose price and whose stock count, whether the asked size is broken, and the sizes that fit."""

    priced: Variants
    here: Variants
    broken: bool
    fits: list[str]


def _measure(asked: Request, product: Mapping[str, Any], family: str) -> _Sized:
    """Hold the product's sizes against the size asked for, or a child's; a size that is not meant for it fits."""
    variants = product["variants"]
    offered = [variant["size"] for variant in variants]
    size = size_for(asked, family)
    if size and variants:
        fits = sizes.fitting(size, offered)
        chosen = [each for each in variants if each["size"] in fits]
        return _Sized(chosen or variants, chosen or variants, not chosen, fits)
    if size is None and asked.size is None and asked.child_cm is not None and product["audience"] == "kids":
        fits = sizes.child_sizes(asked.child_cm, offered, asked.parameters["child_heights"])
        return _Sized(variants, [each for each in variants if each["size"] in fits] or variants, False, fits)
    return _Sized(variants, variants, False, [])


def _audience(asked: Request, product: Mapping[str, Any]) -> frozenset[str]:
    wearer = asked.answers.get("audience")
    return _KEPT if wearer is None or product["audience"] in _SUITED[wearer] else frozenset({"audience"})


def _cheapest(variants: Variants) -> int | None:
    return min((each["price_cents"] for each in variants if each["price_cents"] is not None), default=None)


def _over(asked: Request, price: int | None) -> frozenset[str]:
    budget = asked.answers.get("budget_cents")
    return frozenset({"budget_cents"}) if budget is not None and price is not None and price > budget else _KEPT


def _wishes(asked: Request, product: Mapping[str, Any]) -> tuple[frozenset[str], int]:
    """Return the hard wishes that are broken, and how many are unknown. What cannot have it does not have it."""
    broken, unknown = [], 0
    verdicts, meets_from = product["verdicts"], asked.parameters["meets_from"]
    for name, criterion in asked.must:
        if criterion == asked.parameters["cheap_criterion"]:
            continue  # a price is cheap among others: it sorts, it cannot exclude
        if verdicts[criterion] == UNKNOWN:
            unknown += 1
        elif verdicts[criterion] < meets_from:
            broken.append(name)
    for name, criterion in asked.must_not:
        if verdicts[criterion] == UNKNOWN:
            unknown += 1
        elif verdicts[criterion] >= meets_from:
            broken.append(name)
    return frozenset(broken), unknown


def _terms(asked: Request, product: Mapping[str, Any], family: str) -> list[Term]:
    verdicts = product["verdicts"]
    return [
        (index, weight, degree)
        for index, weight in (*active_for(asked, family), *asked.wishes)
        if (degree := verdicts[index]) != NOT_APPLICABLE
    ]


def _counted(asked: Request, variants: Variants) -> list[int]:
    levels = asked.levels
    if not levels:
        return []
    return [level["quantity"] for each in variants if (level := levels.get(each["gtin"])) is not None]


def _silent_terms(asked: Request, variants: Variants, counted: list[int]) -> list[Term]:
    """Return what stays open of any piece, and its stock where stock is known."""
    doubt = (SILENT, asked.parameters["doubt_weight"], UNKNOWN)
    if asked.levels is None or not variants:
        return [doubt]
    degree = UNKNOWN if not counted else 100 if sum(counted) > 0 else 0
    return [doubt, (SILENT, asked.parameters["stock_weight"], degree)]


def _colour_term(asked: Request, product: Mapping[str, Any], variants: Variants) -> list[Term]:
    """Return whether one of the variants that count is of the colour asked for."""
    if asked.colour is None:
        return []
    wanted, colours = asked.answers["colour"], product["colours"]
    families = {colours[each["colour"]].get("family") if each["colour"] < len(colours) else None for each in variants}
    degree = 100 if wanted in families else UNKNOWN if None in families or not families else 0
    return [(asked.colour, asked.finder["criteria"][asked.colour]["weight"], degree)]


def _add_prices(asked: Request, found: list[Standing]) -> None:
    """Where a low price is wished, add how each product's price lies between the lowest and the highest proposed."""
    cheap = asked.parameters["cheap_criterion"]
    if cheap not in asked.prefer and all(criterion != cheap for _, criterion in asked.must):
        return
    prices = [each.price_cents for each in found if _KEPT in each.broken and each.price_cents is not None]
    low, high = (min(prices), max(prices)) if prices else (0, 0)
    weight = asked.finder["criteria"][cheap]["weight"]
    for each in found:
        if each.price_cents is None:
            degree = UNKNOWN
        else:
            degree = max(0, min(100, 100 * (high - each.price_cents) // (high - low))) if high > low else 100
        each.terms.append((cheap, weight, degree))


def _smallest(sets: list[frozenset[str]]) -> list[frozenset[str]]:
    if len(sets) == 1:
        return sets
    return [each for each in dict.fromkeys(sets) if not any(other < each for other in sets)]
