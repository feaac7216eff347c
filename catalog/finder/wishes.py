"""What a customer may ask for by name: every switch and word of the attributes, and the soft words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalog.model import Text
from catalog.reference import Reference

from .degrees import read_by
from .entries import Entry
from .words import put

if TYPE_CHECKING:
    from .knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish, its criterion, and whether the verdict is made live (a low price)."""

    id: str
    label: Text
    aliases: list[str]
    entry: Entry
    live: bool

    def listing(self, criterion: int) -> dict[str, Any]:
        """Return the wish as it travels; ``criterion`` is the index of its criterion."""
        return {"id": self.id, "label": self.label, "aliases": self.aliases, "criterion": criterion}


def all_wishes(knowledge: Knowledge, reference: Reference) -> list[Wish]:
    """Return the wishes written in the knowledge, then those that the attributes make by themselves."""
    written = [_written(data, knowledge, reference) for data in knowledge.wishes["wishes"]]
    named = {wish.id for wish in written}
    made = [wish for wish in _from_attributes(knowledge, reference) if wish.id not in named]
    return written + made


def _written(data: Mapping[str, Any], knowledge: Knowledge, reference: Reference) -> Wish:
    return _wish(data["id"], data["label"], data["test"], data, knowledge, reference)


def _from_attributes(knowledge: Knowledge, reference: Reference) -> Iterator[Wish]:
    for attribute in reference.attributes.values():
        if attribute.id in knowledge.wishes["skip"]:
            continue
        if attribute.kind == "bool":
            test = {"property": attribute.id, "degrees": {"true": 100, "false": 0}, "else": 0}
            yield _wish(attribute.id, attribute.label, test, {}, knowledge, reference)
        for value in attribute.values:
            test = {"property": attribute.id, "degrees": {value.id: 100}, "else": 0}
            label = {code: f"{words} : {value.label.get(code, value.id)}" for code, words in attribute.label.items()}
            yield _wish(f"{attribute.id}:{value.id}", label, test, {}, knowledge, reference)


def _wish(
    name: str, label: Text, test: Mapping[str, Any], data: Mapping[str, Any], knowledge: Knowledge, reference: Reference
) -> Wish:
    live = bool(data.get("live"))
    properties = read_by(test)
    public = {
        "id": f"wish-{name}",
        "topic": data.get("topic") or f"wish-{properties[0] if properties else name}",
        "hard": False,
        "quiet": False,
        "weight": data.get("weight") or knowledge.wishes["weight"],
        "when": {"wish": [name]},
        "reason": _filled(data.get("reason") or knowledge.wishes["reason"], _inside(label)),
        "caution": _filled(data.get("caution") or knowledge.wishes["caution"], _inside(label)),
        "over": None,
        "by_category": {},
        "by_value": {},
        "told": [],
        "reads": properties,
        "properties": properties,
        "gauge": _gauge_in(test),
        "source": [],
    }
    aliases = [*data.get("aliases", ()), *knowledge.wishes["aliases"].get(name, ())]
    kebab = name.replace("_", "-")
    if kebab != name:
        aliases.append(kebab)
    unknown_in = None if public["gauge"] else _families_with(properties, knowledge, reference)
    return Wish(
        name, label, list(dict.fromkeys(aliases)), Entry(public, None if live else test, unknown_in=unknown_in), live
    )


def _gauge_in(test: Mapping[str, Any]) -> str | None:
    """Return the gauge that a test reads, alone or joined with others."""
    if "gauge" in test:
        return str(test["gauge"])
    inner = (_gauge_in(each) for kind in ("first", "any", "all") for each in test.get(kind, ()))
    return next((gauge for gauge in inner if gauge), None)


def _families_with(properties: list[str], knowledge: Knowledge, reference: Reference) -> frozenset[str]:
    """Return the families of which a piece can have one of the properties."""
    found = {family for name in properties for family in knowledge.wishes["applies"].get(name, ())}
    for category in reference.categories.values():
        if any(name in category.decisive for name in properties):
            found.add(category.family)
    return frozenset(found)


def _inside(label: Text) -> dict[str, str]:
    """Return a label as it stands inside a sentence, which may have a colon of its own: "membrane (Gore-Tex)"."""
    return {code: without_colon(words) for code, words in label.items()}


def without_colon(label: str) -> str:
    """Return a label without its colon: the value alone where it names itself, else in brackets."""
    name, colon, value = label.partition(" : ")
    if not colon:
        return label
    return value if name.lower() in value.lower() else f"{name} ({value})"


def _filled(template: Text, label: Text) -> dict[str, str]:
    """Put the wish's own words into the sentence."""
    return {code: put(words, "wish", label[code]) for code, words in template.items() if code in label}
