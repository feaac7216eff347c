"""Checks across the reference files: every id that is named exists, every value fits its attribute."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.errors import Finding
from catalog.model import AUDIENCES
from catalog.yamlfile import Document, Place

from .model import Attribute
from .values import RefusedValueError, is_value, parse_value

ACTIVITIES = frozenset(
    {
        "alpine-skiing", "freeride", "ski-touring", "nordic-skiing", "snowshoeing", "winter-hiking", "mountaineering",
        "ice-climbing", "via-ferrata", "climbing", "hiking", "trekking", "trail-running", "camping", "snow-play",
        "travel", "everyday",
    }
)  # fmt: skip
NO_TECHNOLOGY = frozenset({"none", "other"})
"""Values of the attribute ``membrane`` that name no technology."""


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that files may name, and the attributes for checking values."""

    attributes: Mapping[str, Attribute]
    categories: Collection[str]
    families: Collection[str]
    groups: Collection[str]
    gauges: Collection[str]
    technologies: Collection[str]
    silhouettes: Collection[str]


Files = Mapping[str, Document]
Check = Callable[[Files, Known], Iterator[Finding]]


def check(files: Files, known: Known) -> list[Finding]:
    """Return everything that does not hold across the files."""
    return [finding for one in _CHECKS for finding in one(files, known)]


def _attributes(files: Files, known: Known) -> Iterator[Finding]:
    document = files["attributes"]
    for key, item in document.data["attributes"].items():
        place: Place = ("attributes", key)
        if item["method"]:
            yield from _named(document, (*place, "method"), [item["method"]], known.attributes)
    membranes = set(known.attributes["membrane"].value_ids) if "membrane" in known.attributes else set()
    yield from _named(document, ("attributes", "membrane", "values"), membranes - NO_TECHNOLOGY, known.technologies)


def _categories(files: Files, known: Known) -> Iterator[Finding]:
    document = files["categories"]
    for key, item in document.data["groups"].items():
        yield from _named(document, ("groups", key, "categories"), item["categories"], known.categories)
    for key, item in document.data["categories"].items():
        place: Place = ("categories", key)
        yield from _named(document, (*place, "family"), [item["family"]], known.families)
        yield from _named(document, (*place, "gauges"), item["gauges"], known.gauges)
        yield from _named(document, (*place, "decisive"), item["decisive"], known.attributes)
        if key not in known.silhouettes:
            yield document.finding(
                place, "no-silhouette", f"Le dessin {key}.svg manque.", f"The drawing {key}.svg is missing."
            )


def _technologies(files: Files, known: Known) -> Iterator[Finding]:
    document = files["technologies"]
    for key, item in document.data["technologies"].items():
        place: Place = ("technologies", key)
        yield from _named(document, (*place, "refines"), item["refines"], known.technologies)
        for index, implied in enumerate(item["implies"]):
            here = (*place, "implies", index)
            yield from _applies(document, (*here, "categories"), implied["categories"], known)
            yield from _valued(document, (*here, "value"), implied["property"], implied["value"], known)


def _rules(files: Files, known: Known) -> Iterator[Finding]:
    document = files["estimates"]
    seen: set[str] = set()
    for index, item in enumerate(document.data["rules"]):
        place: Place = ("rules", index)
        if item["id"] in seen:
            fr, en = f"La règle {item['id']} existe déjà.", f"The rule {item['id']} exists already."
            yield document.finding((*place, "id"), "duplicate", fr, en)
        seen.add(item["id"])
        yield from _applies(document, (*place, "applies"), item["applies"], known)
        yield from _condition(document, (*place, "when"), item["when"], known)
        for key, value in item["values"].items():
            yield from _valued(document, (*place, "set", key), key, value, known)
        yield from _computed(document, place, item, known)


def _computed(document: Document, place: Place, item: Mapping[str, Any], known: Known) -> Iterator[Finding]:
    if item["steps"]:
        yield from _named(document, (*place, "steps", "of"), item["steps"]["of"], known.attributes)
        for step in item["steps"]["steps"]:
            yield from _valued(document, (*place, "steps"), item["steps"]["property"], step["value"], known)
    if item["line"]:
        ids = [item["line"]["of"], item["line"]["property"]]
        yield from _named(document, (*place, "line"), ids, known.attributes)


def _gauges(files: Files, known: Known) -> Iterator[Finding]:
    document, categories = files["gauges"], files["categories"]
    covered: dict[str, set[str]] = {}
    for key, item in document.data["gauges"].items():
        for index, scale in enumerate(item["scales"]):
            place: Place = ("gauges", key, "scales", index)
            yield from _applies(document, (*place, "applies"), scale["applies"], known)
            covered.setdefault(key, set()).update(resolve(scale["applies"], categories.data))
            for name in ("of", "per"):
                read = [scale[name]] if scale[name] else []
                yield from _named(document, (*place, name), read, known.attributes)
            for number, case in enumerate(scale["cases"]):
                yield from _condition(document, (*place, "cases", number, "when"), case["when"], known)
    for key, item in categories.data["categories"].items():
        for gauge in item["gauges"]:
            if gauge in known.gauges and key not in covered.get(gauge, ()):
                fr, en = f"La jauge {gauge} n’a pas d’échelle ici.", f"The gauge {gauge} has no scale here."
                yield categories.finding(("categories", key, "gauges"), "no-scale", fr, en)


def _care(files: Files, known: Known) -> Iterator[Finding]:
    document, categories = files["care"], files["categories"].data
    covered: set[str] = set()
    for key, item in document.data["care"].items():
        yield from _applies(document, ("care", key, "applies"), item["applies"], known)
        yield from _condition(document, ("care", key, "when"), item["when"], known)
        covered |= set() if item["when"] else resolve(item["applies"], categories)
    for category in sorted(set(categories["categories"]) - covered):
        fr, en = f"Aucun entretien ne vaut pour {category}.", f"No care set applies to {category}."
        yield document.finding(("care",), "no-care", fr, en)


_CHECKS: tuple[Check, ...] = (_attributes, _categories, _technologies, _rules, _gauges, _care)


def resolve(applies: Iterable[str], categories: Mapping[str, Any]) -> frozenset[str]:
    """Return the categories that ``applies`` names: ``all``, ``family:x``, ``group:x``, an id, ``-id`` to leave out."""
    chosen: set[str] = set()
    for word in applies:
        kind, _, name = word.partition(":")
        if word == "all":
            chosen |= set(categories["categories"])
        elif kind == "family":
            chosen |= {key for key, item in categories["categories"].items() if item["family"] == name}
        elif kind == "group":
            chosen |= set(categories["groups"][name]["categories"]) if name in categories["groups"] else set()
        elif word.startswith("-"):
            chosen.discard(word[1:])
        else:
            chosen.add(word)
    return frozenset(chosen)


def _applies(document: Document, place: Place, applies: Iterable[str], known: Known) -> Iterator[Finding]:
    for word in applies:
        kind, _, name = word.partition(":")
        ids = {"family": known.families, "group": known.groups}.get(kind, known.categories)
        if word != "all":
            yield from _named(document, place, [(name or word).removeprefix("-")], ids)


def _condition(document: Document, place: Place, when: Mapping[str, Any], known: Known) -> Iterator[Finding]:
    lists: dict[str, Collection[str]] = {
        "activities": ACTIVITIES,
        "technologies": known.technologies,
        "audience": AUDIENCES,
    }
    for key, wanted in when.items():
        many = wanted if isinstance(wanted, list) else [wanted]
        if key in lists:
            yield from _named(document, (*place, key), many, lists[key])
        elif key not in known.attributes:
            yield from _named(document, (*place, key), [key], known.attributes)
        elif not isinstance(wanted, dict):
            for value in many:
                yield from _valued(document, (*place, key), key, value, known)


def _valued(document: Document, place: Place, key: str, value: Any, known: Known) -> Iterator[Finding]:
    attribute = known.attributes.get(key)
    if attribute is None:
        yield from _named(document, place, [key], known.attributes)
        return
    try:
        parse_value(attribute, value)
    except RefusedValueError as error:
        yield document.finding(place, "value", error.sentence.fr, str(error.sentence))
        return
    if not is_value(attribute, value):
        parsed = parse_value(attribute, value)
        yield document.finding(place, "value", f"Écrivez {parsed!r} pour {key}.", f"Write {parsed!r} for {key}.")


def _named(document: Document, place: Place, ids: Iterable[Any], known: Collection[str]) -> Iterator[Finding]:
    for one in sorted(str(one) for one in ids):
        if one not in known:
            fr = f"«\u202f{one}\u202f» n’existe pas\u202f: corrigez le nom ou ajoutez-le."
            yield document.finding(place, "unknown-id", fr, f"“{one}” does not exist: correct the name or add it.")
