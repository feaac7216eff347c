"""The published pieces with their photos: which have none, and which one a person looks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.text import localise, plain
from server.catalogue.service import Published

Json = Mapping[str, Any]


def page(published: Published, query: Json, lang: str) -> dict[str, Any]:
    """Return some pieces that match, in order of reference, with the cursor of what follows and how many lack photos.

    ``without`` asks for those only of which a colour that is sold has no photo.
    """
    asked, after, limit = plain(query.get("q", "")).split(), query.get("cursor", ""), query["limit"]
    found: list[Json] = []
    for product in _matching(published, asked):
        if product["ref"] > after and (not query["without"] or missing(product)):
            found.append(product)
            if len(found) > limit:
                break
    labels = {each["id"]: each["label"] for each in published.document["categories"]}
    return {
        "items": [_piece(product, labels, lang) for product in found[:limit]],
        "next_cursor": found[limit - 1]["ref"] if len(found) > limit else None,
        **_counts(published),
    }


def missing(product: Json) -> list[int]:
    """Return the places of the colours that no photo shows; a photo that is good for all shows each of them."""
    shown = {photo["colour"] for photo in product.get("photos", ())}
    return [] if None in shown else [at for at in range(len(product["colours"])) if at not in shown]


def _matching(published: Published, asked: list[str]) -> Iterator[Json]:
    for product in published.document["products"]:
        if all(word in plain(f"{product['name']} {product['brand']} {product['ref']}") for word in asked):
            yield product


def _counts(published: Published) -> dict[str, int]:
    key = "photo-counts"
    if key not in published.memory:
        products = published.document["products"]
        published.memory[key] = {
            "pieces": len(products),
            "without_any": sum(1 for product in products if not product.get("photos")),
            "without_some": sum(1 for product in products if missing(product)),
            "photos": sum(len(product.get("photos", ())) for product in products),
        }
    counts: dict[str, int] = published.memory[key]
    return counts


def piece_of(published: Published, product: Json, lang: str) -> dict[str, Any]:
    """Return one piece with its photos."""
    labels = {each["id"]: each["label"] for each in published.document["categories"]}
    return _piece(product, labels, lang)


def _piece(product: Json, labels: Json, lang: str) -> dict[str, Any]:
    names = [colour["name"]["fr"] for colour in product["colours"]]
    return {
        **{name: product[name] for name in ("ref", "name", "brand", "category", "audience")},
        "kind": localise(labels[product["category"]], lang),
        "colours": [
            {"id": colour["name"]["fr"], "name": localise(colour["name"], lang), "hex": colour["hex"]}
            for colour in product["colours"]
        ],
        "missing": [names[at] for at in missing(product)],
        "photos": [
            {
                "photo": photo["photo"],
                "colour": "" if photo["colour"] is None else names[photo["colour"]],
                "position": at + 1,
                "width": photo["width"],
                "height": photo["height"],
                "focus_x": photo["focus"][0],
                "focus_y": photo["focus"][1],
                "alt": {name: text for name, text in photo["alt"].items() if text},
            }
            for at, photo in enumerate(product.get("photos", ()))
        ],
    }
