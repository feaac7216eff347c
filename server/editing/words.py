"""What the form of a model may choose from: the house's words, and those its own range uses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from catalog.feeds.vocabulary import ACTIVITIES, MARKETS
from catalog.text import localise
from server.catalogue.service import Published
from server.knowledge import reference

_ATTRIBUTE = ("id", "label", "kind", "unit", "explanation")


def words(published: Published, lang: str) -> dict[str, Any]:
    """Return every choice of the form in one language."""
    document = published.document
    shown: dict[str, Any] = localise(
        {
            "attributes": [_attribute(each) for each in document["attributes"]],
            "categories": [_only(each, ("id", "label", "family", "decisive")) for each in document["categories"]],
            "technologies": [_technology(each) for each in document["technologies"]],
            "activities": _activities(document),
            "care": [_only(each, ("id", "title")) for each in document["care"]],
            "size_charts": [_only(each, ("id", "label", "audience", "garment")) for each in document["size_charts"]],
        },
        lang,
    )
    every = published.products_by_ref.values()
    return shown | {
        "markets": list(MARKETS),
        "brands": sorted({str(each["brand"]) for each in every}),
        "seasons": sorted({str(each["season"]) for each in every if each["season"]}),
        "colours": _colours(every),
        "shops": [{"id": shop["id"], "name": shop["name"]} for shop in published.shops.values()],
    }


def _colours(every: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return the colours of the range by their French names, each in the shade that most models give it."""
    shades: dict[str, Counter[str]] = defaultdict(Counter)
    for product in every:
        for colour in product["colours"]:
            shades[colour["name"]["fr"]][colour["hex"]] += 1
    return [{"name": name, "hex": shades[name].most_common(1)[0][0]} for name in sorted(shades)]


def _attribute(each: Mapping[str, Any]) -> dict[str, Any]:
    """Return an attribute with its bounds, which no reader of the catalogue needs and a form does."""
    known = reference().attributes[each["id"]]
    return {**_only(each, _ATTRIBUTE), "values": each.get("values", []), "min": known.min, "max": known.max}


def _technology(each: Mapping[str, Any]) -> dict[str, Any]:
    known = reference().technologies[each["id"]]
    return {**_only(each, ("id", "name", "kind", "line")), "owner": known.owner, "aliases": list(known.aliases)}


def _activities(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    asked = next(each for each in document["finder"]["questions"] if each["id"] == "activity")
    labels = {each["id"]: each["label"] for each in asked["answers"]}
    return [{"id": name, "label": labels.get(name, {"fr": name, "en": name})} for name in ACTIVITIES]


def _only(each: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: each[name] for name in names}
