"""Compile the knowledge once: the finder that travels to every phone, and each product's row of verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from catalog.model import LANGUAGES, Product
from catalog.reference import Reference
from catalog.text import is_text

from .colours import colour_entries, listing
from .degrees import NOT_APPLICABLE, Facts
from .entries import Entry, criterion_entries
from .estimates import ESTIMATE
from .knowledge import Knowledge
from .needs import wind_powers
from .outfit.rules import outfit_rules
from .wishes import Wish, all_wishes
from .words import PLACEHOLDER, spoken_in

if TYPE_CHECKING:
    from catalog.gauges import GaugeLevel

STRONGEST_WIND_KMH = 150
_THOUSANDS = {"fr": "\u202f", "en": ",", "de": ".", "it": ".", "es": "."}
_compiled: WeakKeyDictionary[Knowledge, tuple[Reference, list[Entry], list[Wish], list[Entry]]] = WeakKeyDictionary()
_by_category: WeakKeyDictionary[Knowledge, dict[str, list[tuple[int, Entry]]]] = WeakKeyDictionary()


def compile_finder(knowledge: Knowledge, reference: Reference) -> dict[str, Any]:
    """Return the finder document: questions, tables, criteria, wishes, parameters and speech, texts by language."""
    entries, wishes, colours = _entries(knowledge, reference)
    criteria = [
        {**_in_full(entry.public), "source": [_address(name, knowledge) for name in entry.public["source"]]}
        for entry in (*entries, *(wish.entry for wish in wishes), *colours)
    ]
    return {
        "questions": knowledge.questions,
        "needs": _tables(knowledge, reference),
        "criteria": criteria,
        "wishes": [wish.listing(len(entries) + index) for index, wish in enumerate(wishes)],
        "colours": listing(knowledge.colours, len(entries) + len(wishes)),
        "parameters": {
            **{key: value for key, value in knowledge.parameters.items() if key != "near"},
            "families": {name: category.family for name, category in reference.categories.items()},
            "groups": {name: list(group.categories) for name, group in reference.groups.items()},
            "active": {
                family: [index for index, entry in enumerate(entries) if entry.families and family in entry.families]
                for family in reference.families
            },
            "cheap_criterion": len(entries) + next(index for index, wish in enumerate(wishes) if wish.live),
        },
        "speech": {
            **{key: each for key, each in knowledge.speech.items() if key != "unitless"},
            "lang": {code: code for code in LANGUAGES},
            "thousands": _THOUSANDS,
            "values": _spoken_values(criteria, knowledge, reference),
        },
        "comparing": {**knowledge.comparing, "labels": _labels(criteria, reference)},
        "outfits": outfit_rules(knowledge.outfits, [wish.entry for wish in wishes], reference, knowledge.sources),
    }


def _labels(criteria: list[dict[str, Any]], reference: Reference) -> dict[str, Any]:
    """Return how each property and gauge is called that a criterion rests on."""
    names = {name for each in criteria for name in each["properties"]}
    gauges = {each["gauge"] for each in criteria if each["gauge"]}
    return {
        **{name: reference.attributes[name].label for name in sorted(names) if name in reference.attributes},
        **{name: reference.gauges[name].label for name in sorted(gauges)},
    }


def _in_full(criterion: dict[str, Any]) -> dict[str, Any]:
    """Return a criterion with the languages in which all of it can be said; ``lang`` names them where one is missing.

    A sentence that is half in another language is none: who speaks a missing one hears all of it in English.
    """
    languages = spoken_in(criterion)
    if languages == LANGUAGES:
        return criterion
    return {**_only(criterion, languages), "lang": {code: code for code in languages}}


def _only(node: Any, languages: tuple[str, ...]) -> Any:
    """Keep of each text the given languages."""
    if is_text(node):
        return {code: words for code, words in node.items() if code in languages}
    if isinstance(node, Mapping):
        return {key: _only(value, languages) for key, value in node.items()}
    return [_only(value, languages) for value in node] if isinstance(node, list) else node


def compile_verdicts(
    product: Product, gauges: Mapping[str, GaugeLevel], knowledge: Knowledge, reference: Reference
) -> list[int]:
    """Return the verdict on each criterion, in the finder's order: -2 does not apply, -1 unknown, else 0 to 100.

    The product is completed, and ``gauges`` are its own. What rests on an estimate is held to be a little less sure.
    """
    family = reference.categories[product.category].family
    facts = Facts(
        category=product.category,
        properties={name: value.value for name, value in product.properties.items()},
        activities=product.activities,
        gauges={name: gauge.level for name, gauge in gauges.items()},
        near=knowledge.parameters["near"],
        tenths={name: gauge.tenths for name, gauge in gauges.items()},
    )
    count, asked = _asked_of(product.category, family, knowledge, reference)
    guesses = _Guesses(product, gauges, knowledge.parameters)
    verdicts = [NOT_APPLICABLE] * count
    for index, entry in asked:
        verdicts[index] = guesses.allow_for(entry, entry.verdict(facts, family))
    return verdicts


def _asked_of(
    category: str, family: str, knowledge: Knowledge, reference: Reference
) -> tuple[int, list[tuple[int, Entry]]]:
    """Return how many criteria there are, and with their places those that are asked of a category: one in five."""
    entries, wishes, colours = _entries(knowledge, reference)
    kept = _by_category[knowledge]
    if category not in kept:
        every = (*entries, *(wish.entry for wish in wishes), *colours)
        kept[category] = [(index, entry) for index, entry in enumerate(every) if entry.applies(family, category)]
    return len(entries) + len(wishes) + len(colours), kept[category]


class _Guesses:
    """What of a product is only estimated, and what that does to a verdict.

    A degree that rests on an estimate moves by a twelfth towards that of an unknown, never over the line between what
    meets and what does not: the stated comes before the estimated, the estimated before the unknown.
    """

    def __init__(self, product: Product, gauges: Mapping[str, GaugeLevel], parameters: Mapping[str, Any]) -> None:
        self._properties = product.properties
        self._gauges = {name for name, gauge in gauges.items() if gauge.provenance == ESTIMATE}
        self._unknown, self._meets = parameters["unknown_degree"], parameters["meets_from"]

    def allow_for(self, entry: Entry, verdict: int) -> int:
        """Return the verdict, or what is left of it where an estimate decided."""
        if verdict < 0 or self._unknown <= verdict <= self._meets or not self._estimated(entry):
            return verdict
        return verdict - int(verdict - self._unknown) // 12

    def _estimated(self, entry: Entry) -> bool:
        gauge = entry.public["gauge"]
        if gauge is not None:
            return gauge in self._gauges
        known = (self._properties[name] for name in entry.public["reads"] if name in self._properties)
        first = next(known, None)
        return first is not None and first.provenance == ESTIMATE


def _entries(knowledge: Knowledge, reference: Reference) -> tuple[list[Entry], list[Wish], list[Entry]]:
    kept = _compiled.get(knowledge)
    if kept is None or kept[0] is not reference:
        entries = [entry for each in knowledge.criteria for entry in criterion_entries(each, knowledge.needs)]
        wishes, colours = all_wishes(knowledge, reference), colour_entries(knowledge.colours)
        kept = _compiled[knowledge] = (reference, entries, wishes, colours)
        _by_category[knowledge] = {}
    return kept[1:]


def _address(name: str, knowledge: Knowledge) -> str:
    """Return where a rule was read; a rule without an address keeps its name."""
    rule = knowledge.sources.get(name)
    return str(rule["address"] or name) if rule else name


def _tables(knowledge: Knowledge, reference: Reference) -> dict[str, Any]:
    """Return the tables of needs with what is computed for them, without the notes for people."""
    needs = knowledge.needs
    slots = {name: category.family for name, category in reference.categories.items()}
    slots |= {name: name for name in (*reference.groups, *needs["own_slots"]) if name != "outfit"}
    return {
        "wind": {
            "from_kmh": 5,  # the formula is valid above 4.8 km/h and up to 10 °C
            "to_c": 10,
            "windy_from_kmh": needs["windy_from_kmh"],
            "powers": wind_powers(STRONGEST_WIND_KMH),
        },
        "chilly": {"wishes": needs["chilly"]["wishes"], "colder_c": needs["chilly"]["colder_c"]},
        "slots": slots,
        "assumed": needs["assumed"],
        "met": needs["met"],
        "bands": needs["bands"],
        "cases": needs["cases"],
        "families": {
            family: [
                {key: value for key, value in each.items() if key not in ("source", "note")} for each in dimensions
            ]
            for family, dimensions in needs["families"].items()
        },
    }


def _spoken_values(criteria: list[dict[str, Any]], knowledge: Knowledge, reference: Reference) -> dict[str, Any]:
    """Return unit and words of the attributes that sentences name."""
    names = sorted({name for each in criteria for text in _texts(each) for name in PLACEHOLDER.findall(text)})
    return {
        name: {
            "unit": None if name in knowledge.speech["unitless"] else reference.attributes[name].unit,
            "values": {value.id: value.label for value in reference.attributes[name].values},
        }
        for name in names
        if name in reference.attributes
    }


def _texts(criterion: Mapping[str, Any]) -> Iterator[str]:
    yield from criterion["reason"].values()
    yield from criterion["caution"].values()
    if criterion["over"]:
        yield from criterion["over"]["caution"].values()
    for text in criterion["told"]:
        yield from text.values()
    for words in (*criterion["by_category"].values(), *criterion["by_value"].values()):
        for text in words.values():
            yield from text.values()
