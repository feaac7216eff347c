"""What training cards are made with: customers to advise and words to ask in, read and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.errors import DataError, Finding
from catalog.finder.answers import AnswersError, parse
from catalog.finder.compile import compile_finder
from catalog.finder.knowledge import Knowledge
from catalog.reference import Reference
from catalog.yamlfile import Document, Place, read

from .schema import ROOM, NeedsSchema, WordsSchema


@dataclass(frozen=True, eq=False)
class Training:
    """The customers of contrast questions, and the words of all questions, texts by language."""

    needs: Sequence[Mapping[str, Any]]
    words: Mapping[str, Any]


def load_training(data: Path, knowledge: Knowledge, reference: Reference) -> Training:
    """Return what cards are made with. Raises DataError with every finding of every file."""
    findings: list[Finding] = []
    read_files: dict[str, Document] = {}
    for name, schema in (("needs", NeedsSchema), ("words", WordsSchema)):
        try:
            read_files[name] = read(data / ROOM / f"{name}.yaml", schema())
        except DataError as error:
            findings += error.findings
    if not findings:
        findings = _Checks(knowledge, reference, read_files).all()
    if findings:
        raise DataError(findings)
    return Training(needs=read_files["needs"].data["needs"], words=read_files["words"].data)


class _Checks:
    """What the schemas cannot see: names that must exist, once."""

    def __init__(self, knowledge: Knowledge, reference: Reference, files: Mapping[str, Document]) -> None:
        self._finder, self._reference, self._files = compile_finder(knowledge, reference), reference, files
        self._kinds = {*reference.categories, *reference.groups}

    def all(self) -> list[Finding]:
        return [*self._needs(), *self._words()]

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
        for index, rivals in enumerate(file.data["rivals"]):
            named += [(("rivals", index), name) for name in rivals["categories"]]
        found = [_unknown(file, place, name) for place, name in named if name not in self._reference.categories]
        absent = [name for name in self._reference.categories if name not in file.data["which"]]
        return found + [_unknown(file, ("which",), name) for name in absent]


def _unknown(file: Document, place: Place, name: str) -> Finding:
    return file.finding(
        place, "unknown-id", f"«\u202f{name}\u202f» n’est pas connu ici.", f"“{name}” is not known here."
    )


def _twice(file: Document, place: Place, name: str) -> Finding:
    return file.finding(place, "twice", f"«\u202f{name}\u202f» est déjà pris.", f"“{name}” is taken already.")
