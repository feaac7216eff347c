"""One thing that the advice knows, whole: its fields beside the house's, its sources, whom it touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from catalog.finder import Knowledge
from catalog.finder.overrides import values
from catalog.finder.summary import summary
from server.catalogue import history
from server.catalogue.service import Published
from server.errors import NotFound
from server.knowledge import house_fields, knowledge, knowledge_of, reference, samples

from . import touched
from .listing import criterion, filled, need, nodes, question, said
from .wording import Wording

SHOWN = 40
"""Customers and requests that are listed; the counts are of all."""
Json = dict[str, Any]


def entry(published: Published, part: str, name: str, lang: str) -> Json:
    """Return a criterion, need or question. Raises NotFound."""
    found = {(kind, each): node for kind, each, node in nodes(published)}
    node = found.get((part, name))
    if node is None or part == "answer":
        raise NotFound("knowledge-not-found")
    wording = Wording(knowledge_of(published.document), reference(), lang)
    lines = {"criterion": criterion, "question": question}
    line = need(name, node, wording) if part == "need" else lines[part](node, wording, lang)
    return {
        "revision": published.revision,
        **line,
        "test": wording.words.test(node["test"]) if part == "criterion" else "",
        "note": maybe_said(node.get("note"), lang),
        "sources": [source(one, knowledge(), lang) for one in _sources(part, node)],
        "related": list(_related(part, name, node, found, wording, lang)),
        "fields": list(_fields(part, name, node, wording)),
        "answers": [_answer(name, answer, wording, lang) for answer in node.get("answers", ())],
        "touches": _touches(published, f"{part}/{name}", lang),
    }


def source(name: str, known: Knowledge, lang: str) -> Json:
    """Return what a source says and where, what kind of evidence it is, and where sources disagree."""
    rule = known.sources.get(name)
    if rule is None:
        address = name if name.startswith(("http://", "https://")) else None
        return {"says": name, "address": address, "evidence": "read", "conflict": ""}
    says = said(rule["says"], lang)
    return {
        "says": says,
        "address": rule["address"],
        "evidence": rule["evidence"],
        "conflict": maybe_said(rule["conflict"], lang),
    }


def maybe_said(text: Mapping[str, str] | None, lang: str) -> str:
    """Return a text in a language; nothing where there is none."""
    return said(text, lang) if text else ""


def _sources(part: str, node: Json) -> list[str]:
    """Return what something rests on; the tables that all families share rest on the same."""
    found: list[str] = node.get("source", []) or (knowledge().needs["sources"] if part == "need" else [])
    return found


def _fields(part: str, name: str, node: Json, wording: Wording) -> Iterator[Json]:
    house = house_fields()[f"{part}/{name}"]
    for field, value in values(part, node).items():
        before = house.get(field, "")
        yield {
            "field": field,
            "value": value,
            "house": before if before != value else None,
            "label": "",
            "unit": "",
            "low": None,
            "high": None,
            "choices": [],
            "scale": None,
            **wording.of(part, node, field),
        }


def _answer(question_id: str, node: Json, wording: Wording, lang: str) -> Json:
    name = f"{question_id}.{node['id']}"
    return {"id": name, "name": said(node["label"], lang), "fields": list(_fields("answer", name, node, wording))}


def _related(
    part: str, name: str, node: Json, found: Mapping[tuple[str, str], Json], wording: Wording, lang: str
) -> Iterator[Json]:
    """Yield what stands behind a criterion, or leans on a need."""
    if part == "criterion" and node["need"]:
        for family in node["families"]:
            other = f"{family}.{node['need']}"
            if ("need", other) in found:
                yield {"part": "need", "id": other, "name": wording.words.need(other)}
    if part == "need":
        family, _, dimension = name.partition(".")
        for (kind, other), each in found.items():
            if kind == "criterion" and each["need"] == dimension and family in each["families"]:
                yield {"part": kind, "id": other, "name": filled(said(each["reason"], lang), wording)}


def _touches(published: Published, key: str, lang: str) -> Json:
    by_customer, (by_request, wanted) = touched.customers(published), touched.requests(published)
    asked = by_request.get(key, [])
    return {
        "customers_count": len(by_customer.get(key, [])),
        "customers_all": len(samples()),
        "customers": list(_customers(published, by_customer.get(key, [])[:SHOWN], lang)),
        "requests_count": sum(wanted[place].times for place in asked),
        "requests_all": sum(need.times for need in wanted),
        "requests": [
            {"says": summary(published.document, wanted[place].answers)[lang], "times": wanted[place].times}
            for place in sorted(asked, key=lambda place: -wanted[place].times)[:SHOWN]
        ],
        "lines": _by_line(
            key, by_customer, {name: sum(wanted[one].times for one in all_of) for name, all_of in by_request.items()}
        ),
    }


def _by_line(key: str, customers: touched.Touched, requests: Mapping[str, int]) -> list[Json]:
    """Return how many each numbered line of a need decides for."""
    names = sorted({name for name in (*customers, *requests) if name.startswith(f"{key}/")})
    return [
        {
            "field": name.rpartition("/")[2],
            "customers": len(customers.get(name, [])),
            "requests": requests.get(name, 0),
        }
        for name in names
    ]


def _customers(published: Published, places: Iterable[int], lang: str) -> Iterator[Json]:
    told = {each["id"]: each for each in history.told(published.revision)}
    for place in places:
        sample = samples()[place]
        heard = told.get(sample["id"])
        yield {
            "id": sample["id"],
            "says": said(sample["says"], lang),
            # A piece that a guide describes has no name that anybody here knows.
            "first": heard["first"][0]["name"] if heard and heard["first"] and "candidates" not in sample else "",
            "agrees": not heard["disagreements"] if heard else None,
        }
