"""Whom a criterion or a threshold touches: sample customers, and needs that were really asked lately."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from catalog.finder.answers import AnswersError, parse
from catalog.finder.needs import holds
from catalog.finder.request import Request, active_for, prepare
from catalog.finder.samples import is_code
from server.catalogue.service import Published
from server.imports import recent
from server.knowledge import knowledge, samples

Touched = dict[str, list[int]]
"""By ``part/id`` and, for the lines of a need, ``part/id/field``: places of those whose advice it takes part in."""


def customers(published: Published) -> Touched:
    """Return which sample customers each thing touches; worked out once a revision."""
    found: Touched | None = published.memory.get("knowledge-touched")
    if found is None:
        found = published.memory["knowledge-touched"] = _touched(published, map(_asked, samples()))
    return found


def requests(published: Published) -> tuple[Touched, list[recent.Need]]:
    """Return which of the needs that were asked lately each thing touches, and those needs."""
    wanted = recent.needs()
    return _touched(published, ((need.answers, None) for need in wanted)), wanted


def _asked(sample: Mapping[str, Any]) -> tuple[Mapping[str, Any], Iterable[str] | None]:
    pieces = sample.get("candidates")
    return sample["answers"], None if pieces is None else [piece["category"] for piece in pieces]


def _touched(published: Published, asked: Iterable[tuple[Mapping[str, Any], Iterable[str] | None]]) -> Touched:
    finder = published.document["finder"]
    names = _names(finder)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, (answers, categories) in enumerate(asked):
        try:
            request = prepare(finder, parse(answers, finder), None)
        except AnswersError:  # the words of an older or a newer program
            continue
        families = {finder["parameters"]["families"][one] for one in categories or request.universe}
        for name in {name for family in families for name in _of_family(request, family, names)} | set(
            _shared(request)
        ):
            found[name].append(place)
    return found


def _names(finder: Mapping[str, Any]) -> list[str]:
    """Return which criterion of the knowledge each compiled one comes from, by its place; none for wishes."""
    known = sorted((each["id"] for each in knowledge().criteria), key=len, reverse=True)
    exact = set(known)
    return [
        each["id"] if each["id"] in exact else next((name for name in known if is_code(name, each["id"])), "")
        for each in finder["criteria"]
    ]


def _of_family(request: Request, family: str, names: list[str]) -> Iterator[str]:
    for index, _ in active_for(request, family):
        yield f"criterion/{names[index]}"
    values = request.needs[family]
    for dimension in request.finder["needs"]["families"].get(family, ()):
        if values.get(dimension["id"]) is not None:
            yield from _of_need(request, f"need/{family}.{dimension['id']}", dimension)


def _of_need(request: Request, name: str, dimension: Mapping[str, Any]) -> Iterator[str]:
    yield name
    if request.now.figures.get(dimension["answer"] or "") is not None:
        return  # what the customer named stands in its place
    yield from _first_line(name, dimension["rows"], request.now.context)
    for number, row in enumerate(dimension["adjust"], 1):
        if holds(row["when"], request.now.context):
            yield f"{name}/add_{number}"


def _shared(request: Request) -> Iterator[str]:
    """Name the lines of the tables that all families share; of what is assumed, only what was not said."""
    tables, context = request.finder["needs"], request.now.context
    for name, rows in tables["met"].items():
        yield from _line(f"need/met.{name}", rows, context)
    for name, rows in tables["assumed"].items():
        if request.answers.get(name) is None:
            # What was assumed stands in the context by now, where the lines of its own table do not ask for it.
            yield from _line(f"need/assumed.{name}", rows, context)
    for name in tables["bands"]:
        if name in context:
            yield f"need/bands.{name}"


def _line(name: str, rows: Iterable[Mapping[str, Any]], context: Mapping[str, Any]) -> Iterator[str]:
    found = list(_first_line(name, rows, context))
    if found:
        yield from (name, *found)


def _first_line(name: str, rows: Iterable[Mapping[str, Any]], context: Mapping[str, Any]) -> Iterator[str]:
    number = next((number for number, row in enumerate(rows, 1) if holds(row["when"], context)), None)
    if number is not None:
        yield f"{name}/value_{number}"
