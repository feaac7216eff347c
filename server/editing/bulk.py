"""Many models at once: chosen by a filter, changed alike, every cell shown before anything is proposed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from catalog.reference import with_charts
from server.catalogue.service import Published, current
from server.errors import Conflict, Invalid
from server.imports.models import Import
from server.knowledge import reference

from . import listing, service
from .amounts import repriced
from .facts import Facts, FactsOf, of_published
from .sentences import say

LISTS = ("technologies", "activities", "care", "sources")
_NAMED = {"technologies": "technologies", "care": "care"}
_FACT = ("value", "provenance", "source", "note")
Json = Mapping[str, Any]


def preview(published: Published, asked: Json, offset: int, limit: int) -> dict[str, Any]:
    """Return the cells that would change, page by page, and the digest that stands for all of them."""
    proposal, changes = _proposal(published, asked)
    cells = list(_cells(published, proposal))
    return {
        "digest": _digest(cells),
        "models": len({cell["ref"] for cell in cells}),
        "selected": len(changes),
        "total": len(cells),
        "cells": cells[offset : offset + limit],
    }


def propose(asked: Json, digest: str, note: str, author: str) -> Import:
    """Keep a dry run of the change. Raises ``Conflict`` where it would change other cells than those shown."""
    published = current()
    proposal, changes = _proposal(published, asked)
    if _digest(list(_cells(published, proposal))) != digest:
        raise Conflict("bulk-stale")
    return service.propose(changes, note, author)


def _proposal(published: Published, asked: Json) -> tuple[service.Proposal, list[dict[str, Any]]]:
    facts = of_published(published)
    changes = changes_of(published, facts, asked)
    if not changes:
        raise Invalid([("select", say("no-change"))], code="no-change")
    proposal = service.written(changes, facts)
    service.refuse_wrong(proposal, facts)
    return proposal, changes


def changes_of(published: Published, facts: FactsOf, asked: Json) -> list[dict[str, Any]]:
    """Return one proposed change for each model chosen, as a form would send it."""
    change = asked["change"]
    _refuse_unknown(change, facts)
    found = []
    for product in listing.chosen(published, asked["select"]):
        old = facts.get(product["ref"])
        if old is not None:
            found.append({"ref": old.ref, "if_match": facts.tags[old.ref], **_changed(old, change)})
    return found


def _changed(old: Facts, change: Json) -> dict[str, Any]:
    if change.get("remove"):
        return {"remove": True}
    given: dict[str, Any] = {name: change["set"][name] for name in change.get("set", {})}
    for name in LISTS:
        edit = change.get("lists", {}).get(name)
        if edit:
            given[name] = _listed(old.product[name], edit)
    shown: dict[str, Any] = {"set": given, "attributes": dict(change.get("attributes", {}))}
    if change.get("price"):
        shown["prices"] = list(repriced(old.prices, change["price"]))
    return shown


def _listed(old: list[str], edit: Json) -> list[str]:
    """Return a list with some words added at its end and some taken out."""
    gone = set(edit.get("remove", ()))
    return [*(word for word in old if word not in gone), *(word for word in edit.get("add", ()) if word not in old)]


def _refuse_unknown(change: Json, facts: FactsOf) -> None:
    """Refuse words to take out that the house does not know: what is added is checked by the reader."""
    house = with_charts(reference(), facts.size_charts)
    errors = [
        (f"change.lists.{name}.remove", say("bulk-reference"))
        for name, table in _NAMED.items()
        for word in change.get("lists", {}).get(name, {}).get("remove", ())
        if word not in getattr(house, table)
    ]
    if errors:
        raise Invalid(errors)


def _cells(published: Published, proposal: service.Proposal) -> Iterator[dict[str, Any]]:
    """Yield every cell that changes, in the words of the form."""
    owners = of_published(published).owners
    for row in proposal.rows:
        gtin = row.cells.get("gtin", "")
        ref = row.cells.get("ref") or owners[gtin]
        product = published.products_by_ref[ref]
        shared = {"ref": ref, "name": product["name"], "variant": _variant(product, gtin)}
        for change in row.changed:
            yield {**shared, "field": change.field, "before": change.before, "after": change.after}


def _variant(product: Json, gtin: str) -> str:
    """Return size and colour of a variant, in the words of its label; "" for the model as a whole."""
    found = next((each for each in product["variants"] if each["gtin"] == gtin), None)
    return f"{found['size']}, {product['colours'][found['colour']]['name']['fr']}" if found else ""


def _digest(cells: list[dict[str, Any]]) -> str:
    return hashlib.sha256(orjson.dumps(cells, option=orjson.OPT_SORT_KEYS)).hexdigest()
