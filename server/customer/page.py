"""What a customer's page shows, as plain values for the template."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from catalog.gtin import is_restricted
from server.catalogue.service import Published
from server.stock.service import Level

from . import jsonld, photos, price, related, stock
from .conditions import conditions
from .facts import care, figures, host, said, technologies
from .gauges import gauge
from .icons import drawings
from .shades import drawn
from .sizes import size_table
from .style import LOADER
from .words import SPOKEN, Words, in_language, language_links, words


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a page: the piece, the scanned variant ("" by reference), language, shop, day, and our address.

    ``named`` is the language where the address names it.
    """

    product: Mapping[str, Any]
    gtin: str
    lang: str
    shop: str
    today: date
    public_url: str
    named: str = ""

    @property
    def path(self) -> str:
        """The address of the page without the host and the language."""
        return f"/p/{self.product['ref']}" + (f"/{self.gtin}" if self.gtin else "")


def build(published: Published, asked: Asked, levels: Mapping[str, Level], place: stock.Place) -> dict[str, Any]:
    """Return everything that the template needs; ``levels`` is the counted stock of ``place``."""
    product, document, speak = asked.product, published.document, words(asked.lang)
    category = next(each for each in document["categories"] if each["id"] == product["category"])
    colour = _colour(asked, levels)
    variants = [variant for variant in product["variants"] if variant["colour"] == colour]
    # The sizes and colours of a piece are one page to who searches: all their addresses name this one.
    whole = f"{asked.public_url}/p/{product['ref']}"
    sold_in = place.shop["id"] if place.shop and place.sells else ""
    view = {
        "w": speak,
        "lang": asked.lang,
        "colon": "\u202f:" if asked.lang == "fr" else ":",
        "languages": language_links(lambda lang: f"{asked.path}?lang={lang}"),
        "alternates": [*((lang, in_language(whole, lang)) for lang in SPOKEN), ("x-default", whole)],
        "ref": product["ref"],
        "name": product["name"],
        "brand": product["brand"],
        "category": speak.plain(category["label"]),
        "audience": speak.say(f"audience.{product['audience']}"),
        "use": said(product["use"], speak),
        "colour": speak.plain(product["colours"][colour]["name"]) if product["colours"] else "",
        "drawing": Markup(_drawing(product, category, colour)),  # noqa: S704 - the catalogue whitelists its drawings
        "shots": photos.shots(published, product, colour if product["colours"] else None, speak),
        "gauges": [gauge(name, product["gauges"].get(name), document, speak) for name in category["gauges"]],
        "public_url": asked.public_url,
        "guide": f"/guide?lang={asked.lang}" + (f"&shop={place.shop['id']}" if place.shop else ""),
        "review": f"{asked.path}/review?lang={asked.lang}",
        "canonical": in_language(whole, asked.named),
        "gtin": asked.gtin,
        "restricted": is_restricted(asked.gtin or (variants[0]["gtin"] if variants else "0" * 14)),
        "demonstration_piece": product["demonstration"],
        "conditions": conditions(product, document, speak),
        "size_table": size_table(product, document, speak),
        "fit_note": said(product["fit_note"], speak),
        "technologies": technologies(product, document, speak),
        "care": (ways := care(product, document, speak)),
        "icons": drawings(icon for way in ways for icon, *_ in way.steps),
        "fitting": f"/p/{product['ref']}/size?lang={asked.lang}",
        "loader": LOADER,
        "compare": json.dumps(_compare_words(speak), ensure_ascii=False),
        "goes_with": related.goes_with(published, product, sold_in, asked.lang),
        "like": related.like(published, product, sold_in, asked.lang),
        "figures": figures(product, document, speak),
        "sources": [(link, host(link)) for link in product["sources"] if host(link)],
        "other_colours": _other_colours(asked, variants, speak),
        **_shop_part(asked, variants, levels, place, speak),
        "price": price.shown(published, asked.gtin, variants, place, speak),
    }
    view["legend"] = _legend(view["gauges"], speak)
    offered = _pictured(_offered(asked, levels, place, speak), published, asked, speak)
    data = jsonld.product_data(view, offered, asked.public_url)
    return {**view, "json_ld": Markup(jsonld.script(data))}  # noqa: S704 - script() escapes what could be markup


def _compare_words(speak: Words) -> dict[str, str]:
    """Return what the page's script says: it stands in no page that has no script."""
    names = ("title", "kept", "offer", "stop", "private")
    return {"price": speak.say("price"), **{name: speak.say(f"compare.{name}") for name in names}}


def _offered(asked: Asked, levels: Mapping[str, Level], place: stock.Place, speak: Words) -> list[Mapping[str, Any]]:
    """Return every variant that the shop offers, for machines; ``stock`` is None where nobody counted."""
    if place.shop is None or not place.sells:
        return []
    prices, product = place.shop["assortment"], asked.product
    return [
        {
            "gtin": variant["gtin"],
            "sku": variant["sku"],
            "size": variant["size"],
            "color": speak.plain(product["colours"][variant["colour"]]["name"]) if product["colours"] else "",
            "price": prices[variant["gtin"]][0],
            "stock": levels[variant["gtin"]].quantity if variant["gtin"] in levels else None,
        }
        for variant in product["variants"]
        if variant["gtin"] in prices
    ]


def _pictured(
    offered: list[Mapping[str, Any]], published: Published, asked: Asked, speak: Words
) -> list[Mapping[str, Any]]:
    """Return the variants offered with the address of their photo; "" where their colour has none."""
    if not asked.product.get("photos"):
        return [{**each, "image": ""} for each in offered]
    colours = {variant["gtin"]: variant["colour"] for variant in asked.product["variants"]}
    shots = {colour: photos.first(published, asked.product, colour, speak) for colour in set(colours.values())}
    return [{**each, "image": shot.largest if (shot := shots[colours[each["gtin"]]]) else ""} for each in offered]


def _shop_part(
    asked: Asked,
    variants: list[Mapping[str, Any]],
    levels: Mapping[str, Level],
    place: stock.Place,
    speak: Words,
) -> dict[str, Any]:
    """Return sizes and the state of the shop; a closed shop has no stock."""
    shop = place.shop
    sells = place.sells and shop is not None
    sold = [variant for variant in variants if sells and shop and variant["gtin"] in shop["assortment"]]
    counted = stock.counted_at(sold, levels)
    sizes = stock.sizes_here(sold, levels, asked.gtin, speak)
    return {
        "shop": shop["name"] if shop else "",
        "state": place.state,
        "demonstration": bool(shop and shop["demonstration"]),
        "index": sells and not (shop and shop["demonstration"]),
        "opens": speak.day(date.fromisoformat(shop["opens_on"])) if shop else "",
        "closes": speak.day(date.fromisoformat(shop["closes_on"])) if shop else "",
        "currency": shop["currency"] if shop else "EUR",
        "sizes": sizes,
        "sold_out": bool(sizes) and all(size.state == "none" for size in sizes),
        "counted": speak.moment(counted) if counted else "",
    }


def _colour(asked: Asked, levels: Mapping[str, Level]) -> int:
    """Return the scanned colour; by reference the one with the most pieces here."""
    variants = asked.product["variants"]
    for variant in variants:
        if variant["gtin"] == asked.gtin:
            return int(variant["colour"])
    pieces: dict[int, int] = {}
    for variant in variants:
        level = levels.get(variant["gtin"])
        pieces[variant["colour"]] = pieces.get(variant["colour"], 0) + (level.quantity if level else 0)
    return max(pieces, key=lambda colour: (pieces[colour], -colour), default=0)


def _drawing(product: Mapping[str, Any], category: Mapping[str, Any], colour: int) -> str:
    cloth = product["colours"][colour]["hex"] if product["colours"] else ""
    return drawn(category["silhouette"], cloth)


def _legend(gauges: list[dict[str, Any]], speak: Words) -> list[str]:
    """Return only the lines of the legend that this page needs."""
    lines = []
    if any(gauge["estimate"] for gauge in gauges):
        lines.append(speak.say("legend_estimate"))
    if any(not gauge["known"] for gauge in gauges):
        lines.append(speak.say("legend_unknown"))
    return lines


def _other_colours(asked: Asked, shown: list[Mapping[str, Any]], speak: Words) -> list[dict[str, str]]:
    """Return a link to each other colour, in the scanned size where it exists."""
    size = next((variant["size"] for variant in shown if variant["gtin"] == asked.gtin), "")
    current = shown[0]["colour"] if shown else -1
    found = []
    for index, colour in enumerate(asked.product["colours"]):
        there = [variant for variant in asked.product["variants"] if variant["colour"] == index]
        if index == current or not there:
            continue
        target = next((variant for variant in there if variant["size"] == size), there[0])
        found.append({"name": speak.plain(colour["name"]), "hex": colour["hex"], "gtin": target["gtin"]})
    return found
