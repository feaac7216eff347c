"""What training cards are made with: customers to advise and words to ask in, read and checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marshmallow import Schema

from catalog.errors import DataError, Finding
from catalog.finder.answers import AnswersError, parse
from catalog.finder.compile import compile_finder
from catalog.finder.knowledge import Knowledge
from catalog.finder.needs import felt
from catalog.reference import Reference
from catalog.yamlfile import Document, Place, read

from .schema import ROOM, FactsSchema, NeedsSchema, RulesSchema, TechnologiesSchema, WordsSchema

CHILL_C = 5
"""How much colder than the thermometer it must feel to be worth a question."""


@dataclass(frozen=True, eq=False)
class Training:
    """The customers of contrast questions, written questions, and the words of all others, texts by language.

    ``sources`` are the finder's rules, by id: what they say and where they were read.
    """

    needs: Sequence[Mapping[str, Any]]
    facts: Sequence[Mapping[str, Any]]
    rules: Sequence[Mapping[str, Any]]
    chill: Sequence[Mapping[str, int]]
    technologies: Sequence[Mapping[str, Any]]
    words: Mapping[str, Any]
    sources: Mapping[str, Mapping[str, Any]]


def load_training(data: Path, knowledge: Knowledge, reference: Reference) -> Training:
    """Return what cards are made with. Raises DataError with every finding of every file."""
    findings: list[Finding] = []
    read_files: dict[str, Document] = {}
    for name, schema in _FILES.items():
        try:
            read_files[name] = read(data / ROOM / f"{name}.yaml", schema())
        except DataError as error:
            findings += error.findings
    if not findings:
        findings = _Checks(knowledge, reference, read_files).all()
    if findings:
        raise DataError(findings)
    data_of = {name: file.data for name, file in read_files.items()}
    return Training(
        needs=data_of["needs"]["needs"],
        facts=data_of["facts"]["facts"],
        rules=data_of["rules"]["rules"],
        chill=data_of["rules"]["chill"],
        technologies=data_of["technologies"]["technologies"],
        words=data_of["words"],
        sources=knowledge.sources,
    )


_FILES: dict[str, type[Schema]] = {
    "facts": FactsSchema,
    "needs": NeedsSchema,
    "rules": RulesSchema,
    "technologies": TechnologiesSchema,
    "words": WordsSchema,
}


class _Checks:
    """What the schemas cannot see: names that must exist, once."""

    def __init__(self, knowledge: Knowledge, reference: Reference, files: Mapping[str, Document]) -> None:
        self._finder, self._reference, self._files = compile_finder(knowledge, reference), reference, files
        self._knowledge = knowledge
        self._kinds = {*reference.categories, *reference.groups}

    def all(self) -> list[Finding]:
        return [*self._needs(), *self._facts(), *self._rules(), *self._technologies(), *self._words()]

    def _facts(self) -> list[Finding]:
        file, found, seen = self._files["facts"], [], set()
        for index, each in enumerate(file.data["facts"]):
            place: Place = ("facts", index)
            if each["id"] in seen:
                found.append(_twice(file, (*place, "id"), each["id"]))
            seen.add(each["id"])
            attributes = [each["attribute"], *(each.get("alike") or ())]
            found += [_unknown(file, place, name) for name in attributes if name not in self._reference.attributes]
            categories = [name for group in each["among"] for name in group]
            found += [_unknown(file, place, name) for name in categories if name not in self._reference.categories]
            found += [_unknown(file, place, one) for one in each["unless"] if one not in self._reference.technologies]
        return found

    def _rules(self) -> list[Finding]:
        file, found, seen = self._files["rules"], [], set()
        for index, rule in enumerate(file.data["rules"]):
            place: Place = ("rules", index)
            if rule["id"] in seen:
                found.append(_twice(file, (*place, "id"), rule["id"]))
            seen.add(rule["id"])
            found += [
                _unknown(file, (*place, field), name) for field, name in self._named(rule) if not self._is(field, name)
            ]
        return found + self._chill(file)

    def _chill(self, file: Document) -> list[Finding]:
        """Find questions about felt cold where the wind makes no difference worth asking about."""
        wind = self._finder["needs"]["wind"]
        return [
            file.finding(("chill", index), "no-wind-chill", "Le vent n’y change presque rien.", "Wind hardly matters.")
            for index, each in enumerate(file.data["chill"])
            if each["temperature_c"] - felt(wind, each["temperature_c"], each["wind_kmh"]) < CHILL_C
        ]

    @staticmethod
    def _named(rule: Mapping[str, Any]) -> list[tuple[str, str]]:
        listed = [("rests", name) for name in rule["rests"]] + [("for", name) for name in rule.get("categories") or ()]
        return listed + [(field, rule[field]) for field in ("family", "activity", "condition") if field in rule]

    def _is(self, field: str, name: str) -> bool:
        """Tell whether a field of a rule names something that there is."""
        if field in ("activity", "condition"):
            asked = "weather" if field == "condition" else field
            question = next(each for each in self._finder["questions"] if each["id"] == asked)
            return any(each["id"] == name for each in question["answers"])
        if field == "rests":
            return self._stands(name)
        return name in (self._reference.families if field == "family" else self._reference.categories)

    def _stands(self, name: str) -> bool:
        kind, _, rest = name.partition(":")
        if kind == "care":
            care, _, step = rest.partition("/")
            known = self._reference.care.get(care)
            return known is not None and any(each.kind == step for each in known.steps)
        shelves: dict[str, Collection[str]] = {
            "rule": self._knowledge.sources,
            "technology": self._reference.technologies,
            "attribute": self._reference.attributes,
        }
        return kind in ("http", "https") or rest in shelves.get(kind, ())

    def _technologies(self) -> list[Finding]:
        file, found, seen = self._files["technologies"], [], set()
        for index, each in enumerate(file.data["technologies"]):
            place: Place = ("technologies", index)
            if each["technology"] in seen:
                found.append(_twice(file, (*place, "technology"), each["technology"]))
            seen.add(each["technology"])
            if each["technology"] not in self._reference.technologies:
                found.append(_unknown(file, (*place, "technology"), each["technology"]))
            if each["family"] not in self._reference.families:
                found.append(_unknown(file, (*place, "family"), each["family"]))
        return found

    def _needs(self) -> list[Finding]:
        file, found, seen = self._files["needs"], [], set()
        for index, need in enumerate(file.data["needs"]):
            place: Place = ("needs", index)
            if need["id"] in seen:
                found.append(_twice(file, (*place, "id"), need["id"]))
            seen.add(need["id"])
            found += [_unknown(file, (*place, "kinds"), kind) for kind in need["kinds"] if kind not in self._kinds]
            found += self._answers(file, (*place, "answers"), need["answers"])
        return found

    def _answers(self, file: Document, place: Place, answers: Any) -> list[Finding]:
        try:
            parse(answers, self._finder)
        except AnswersError as error:
            return [
                file.finding(place, "bad-answers", f"{field}\u202f: {said['fr']}", f"{field}: {said['en']}")
                for field, said in error.errors
            ]
        return []

    def _words(self) -> list[Finding]:
        file = self._files["words"]
        named = [(("which", name), name) for name in file.data["which"]]
        for field in ("rivals", "together"):
            for index, each in enumerate(file.data[field]):
                named += [((field, index), name) for name in each["categories"]]
        for index, each in enumerate(file.data["untold"]):
            named += [(("untold", index), name) for name in each.get("wrong") or ()]
        found = [_unknown(file, place, name) for place, name in named if name not in self._reference.categories]
        criteria = {each["id"] for each in self._finder["criteria"]}
        for index, each in enumerate(file.data["untold"]):
            if each["criterion"] not in criteria:
                found.append(_unknown(file, ("untold", index), each["criterion"]))
        absent = [name for name in self._reference.categories if name not in file.data["which"]]
        return found + [_unknown(file, ("which",), name) for name in absent]


def _unknown(file: Document, place: Place, name: str) -> Finding:
    return file.finding(
        place, "unknown-id", f"«\u202f{name}\u202f» n’est pas connu ici.", f"“{name}” is not known here."
    )


def _twice(file: Document, place: Place, name: str) -> Finding:
    return file.finding(place, "twice", f"«\u202f{name}\u202f» est déjà pris.", f"“{name}” is taken already.")
