"""One thing that the advice knows, whole: its fields beside the house's, and its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.finder import Knowledge
from catalog.finder.overrides import values
from server.catalogue.service import Published
from server.errors import NotFound
from server.knowledge import house_fields, knowledge, knowledge_of, reference

from .listing import criterion, filled, need, nodes, question, said
from .wording import Wording

Json = dict[str, Any]


def entry(published: Published, part: str, name: str, lang: str) -> Json:
    """Return a criterion, need or question. Raises NotFound."""
    found = {(kind, each): node for kind, each, node in nodes(published)}
    node = found.get((part, name))
    if node is None or part == "answer":
        raise NotFound("knowledge-not-found")
    wording = Wording(knowledge_of(published.document), reference(), lang)
    lines = {"criterion": criterion, "question": question}
    line = need(name, node, wording, lang) if part == "need" else lines[part](node, wording, lang)
    return {
        "revision": published.revision,
        **line,
        "test": wording.words.test(node["test"]) if part == "criterion" else "",
        "note": maybe_said(node.get("note"), lang),
        "sources": [source(one, knowledge(), lang) for one in _sources(part, node)],
        "related": list(_related(part, name, node, found, wording, lang)),
        "fields": list(_fields(part, name, node, wording)),
        "answers": [_answer(name, answer, wording, lang) for answer in node.get("answers", ())],
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
