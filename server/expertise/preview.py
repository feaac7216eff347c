"""How the pieces of the range stand by a criterion as it holds, and as it would hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from catalog.finder import Knowledge, with_overrides
from catalog.finder.degrees import Facts
from catalog.finder.entries import Entry, criterion_entries
from catalog.gauges import gauge_levels
from catalog.model import Product, Value
from server.catalogue.service import Published
from server.errors import NotFound
from server.knowledge import knowledge, knowledge_of, reference

from .wording import Wording

SHOWN = 60
"""Pieces that are listed, those first whose degree changes most; the counts are of all."""
Json = dict[str, Any]
Judged = tuple[Mapping[str, Any], Facts, str]


def preview(published: Published, name: str, said: Mapping[str, str], level: int | None, lang: str) -> Json:
    """Return each piece's degree before and after ``said`` (fields by name). Raises NotFound.

    A criterion that compares with a need is judged at one level of it: the one asked for, else the one that the piece
    in the middle of the range has itself.
    """
    document, holds = published.document, knowledge_of(published.document)
    laid = {f"criterion/{name}/{field}": value for field, value in said.items()}
    would = with_overrides(knowledge(), {**document.get("knowledge", {}), **laid})
    before, after = _entries(name, holds), _entries(name, would)
    levels = [entry.need for entry in before if entry.need is not None]
    judged = _judged(published, before[0])
    chosen = level if level in levels else _usual(levels, before[0], judged)
    pieces = [_piece(one, _at(before, chosen), _at(after, chosen)) for one in judged]
    known = [piece for piece in pieces if piece["before"] is not None or piece["after"] is not None]
    moved = sorted(known, key=lambda piece: (-abs(_moved(piece)), -(piece["after"] or 0), piece["ref"]))
    return {
        "levels": levels,
        "level": chosen,
        "unit": _unit(name, holds, lang) if levels else "",
        "better": sum(_moved(piece) > 0 for piece in known),
        "worse": sum(_moved(piece) < 0 for piece in known),
        "same": sum(_moved(piece) == 0 for piece in known),
        "open_count": len(pieces) - len(known),
        "pieces": moved[:SHOWN],
    }


def _entries(name: str, known: Knowledge) -> list[Entry]:
    node = next((each for each in known.criteria if each["id"] == name), None)
    if node is None:
        raise NotFound("knowledge-not-found")
    return criterion_entries(node, known.needs)


def _unit(name: str, holds: Knowledge, lang: str) -> str:
    """Return in what the need of a criterion is counted."""
    node = next(each for each in holds.criteria if each["id"] == name)
    return Wording(holds, reference(), lang).unit({"id": node["need"]})


def _at(entries: Sequence[Entry], level: int | None) -> Entry:
    return next((entry for entry in entries if entry.need == level), entries[0])


def _judged(published: Published, entry: Entry) -> list[Judged]:
    """Return the pieces that a criterion is asked of, with their facts; kept for the next curve that somebody draws."""
    key = ("knowledge-judged", *sorted(entry.families or ()), *sorted(entry.categories))
    found: list[Judged] | None = published.memory.get(key)
    if found is None:
        families = published.document["finder"]["parameters"]["families"]
        asked = (
            (product, families[product["category"]])
            for product in published.document["products"]
            if entry.applies(families[product["category"]], product["category"])
        )
        found = published.memory[key] = [(product, _facts(product), family) for product, family in asked]
    return found


def _facts(product: Mapping[str, Any]) -> Facts:
    values = {name: Value(each["value"], each["provenance"]) for name, each in product["properties"].items()}
    known = Product(product["ref"], "", "", product["category"], product["audience"], {}, properties=values)
    gauges = gauge_levels(known, reference())
    return Facts(
        category=product["category"],
        properties={name: each.value for name, each in values.items()},
        activities=tuple(product["activities"]),
        gauges={name: gauge.level for name, gauge in gauges.items()},
        near=knowledge().parameters["near"],
        tenths={name: gauge.tenths for name, gauge in gauges.items()},
    )


def _usual(levels: Sequence[int], entry: Entry, judged: Sequence[Judged]) -> int | None:
    """Return the level nearest to the figure of the piece in the middle of the range."""
    if not levels:
        return None
    figures = sorted(figure for _, facts, _ in judged if isinstance(figure := _value(entry, facts), int))
    middle = figures[len(figures) // 2] if figures else levels[len(levels) // 2]
    return min(levels, key=lambda each: abs(each - middle))


def _read(entry: Entry, facts: Facts) -> str | None:
    return next((name for name in entry.public["reads"] if name in facts.properties), None)


def _value(entry: Entry, facts: Facts) -> Any:
    read, gauge = _read(entry, facts), entry.public["gauge"]
    return facts.properties[read] if read else facts.gauges.get(gauge) if gauge else None


def _piece(judged: Judged, before: Entry, after: Entry) -> Json:
    product, facts, family = judged
    old, new = before.verdict(facts, family), after.verdict(facts, family)
    return {
        "ref": product["ref"],
        "name": product["name"],
        "brand": product["brand"],
        "property": _read(before, facts),
        "value": _value(before, facts),
        "before": old if old >= 0 else None,
        "after": new if new >= 0 else None,
    }


def _moved(piece: Json) -> int:
    return (piece["after"] or 0) - (piece["before"] or 0)
