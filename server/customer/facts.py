"""The figures behind the gauges, each with its provenance; technologies and care in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .icons import icon_of
from .units import measured
from .words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is in, where that is not the page's."""

    text: str
    lang: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    value: str
    provenance: str
    link: str
    host: str
    estimate: bool


@dataclass(frozen=True, slots=True)
class Technology:
    name: str
    line: Said
    explanation: Said
    limits: Said


@dataclass(frozen=True, slots=True)
class Care:
    """A way of care: each step with its icon ("" where none is drawn), its kind and its words."""

    title: str
    steps: tuple[tuple[str, str, Said], ...]


def said(node: Mapping[str, str], words: Words) -> Said:
    """Return a catalogue text, marked where it could only be had in another language."""
    text, lang = words.text(node)
    return Said(text, None if lang == words.lang else lang)


def figures(product: Mapping[str, Any], document: Mapping[str, Any], words: Words) -> tuple[Figure, ...]:
    """Return the known properties in the order of the attributes."""
    names = {each["id"]: words.plain(each["name"]) for each in document["technologies"]}
    found = []
    for attribute in document["attributes"]:
        held = product["properties"].get(attribute["id"])
        if held is not None:
            found.append(_figure(attribute, held, names, words))
    return tuple(found)


def technologies(product: Mapping[str, Any], document: Mapping[str, Any], words: Words) -> tuple[Technology, ...]:
    """Return the piece's technologies as they are explained."""
    known = {each["id"]: each for each in document["technologies"]}
    return tuple(
        Technology(
            words.plain(each["name"]),
            said(each["line"], words),
            said(each["explanation"], words),
            said(each["limits"], words),
        )
        for name in product["technologies"]
        if (each := known.get(name)) is not None
    )


def care(product: Mapping[str, Any], document: Mapping[str, Any], words: Words) -> tuple[Care, ...]:
    """Return the piece's care, step by step."""
    known = {each["id"]: each for each in document["care"]}
    return tuple(
        Care(
            words.plain(each["title"]),
            tuple((icon_of(step["kind"]), _kind(step, words), said(step["text"], words)) for step in each["steps"]),
        )
        for name in product["care"]
        if (each := known.get(name)) is not None
    )


def host(link: str) -> str:
    """Return the host of an address as people say it, "" where it is no web address."""
    parts = urlsplit(link)
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""


def _kind(step: Mapping[str, Any], words: Words) -> str:
    key = f"care_kind.{step.get('kind', '')}"
    return words.say(key) if words.knows(key) else ""


def _figure(
    attribute: Mapping[str, Any], held: Mapping[str, Any], technologies: Mapping[str, str], words: Words
) -> Figure:
    provenance = held["provenance"]
    source = held.get("source", "")
    if provenance == "technology":
        name = technologies.get(source)
        tells = words.say("provenance.technology", technology=name) if name else words.say("provenance.technology_any")
    else:
        tells = words.say(f"provenance.{provenance}")
    where = host(source)
    link = source if where else ""
    return Figure(
        words.plain(attribute["label"]),
        _value(attribute, held["value"], words),
        tells,
        link,
        where,
        provenance == "estimate",
    )


def _value(attribute: Mapping[str, Any], value: Any, words: Words) -> str:
    if isinstance(value, bool):
        return words.say("yes" if value else "no")
    if isinstance(value, int):
        return measured(value, attribute["unit"], words) if attribute["unit"] else words.number(value)
    labels = {each["id"]: each["label"] for each in attribute.get("values") or ()}
    return words.plain(labels[value]) if value in labels else str(value)
