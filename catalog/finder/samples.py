"""Sample customers: what a good seller would advise, read from the data files and checked with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marshmallow import Schema, fields, validate

from catalog.errors import DataError, Finding
from catalog.reference import Reference
from catalog.yamlfile import Document, Place, read
from catalog.yamlschema import Scalar, Text, kebab, snake, whole, words

from .answers import AnswersError, parse
from .compile import compile_finder
from .knowledge import FOLDER, Knowledge
from .shelf import understood

FILES = "samples*.yaml"
_AUDIENCES = ("men", "women", "unisex", "kids")


class Anything(fields.Field[Any]):
    """Answers and properties as a request writes them: the finder's own readers check them."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Any:
        return value


def _by_ref(inner: fields.Field[Any]) -> fields.Dict:
    return fields.Dict(fields.String(), inner)


class ExpectSchema(Schema):
    """What can be checked on an answer of the finder; see ``expectations``."""

    first = fields.List(kebab())
    first_ref = fields.String()
    first_is = fields.Dict(snake(), fields.List(Scalar()))
    first_gauge = fields.Dict(snake(), whole())
    order = fields.List(fields.String())
    above = fields.List(fields.List(fields.String(), validate=validate.Length(equal=2)))
    at_least = whole()
    score_from = whole()
    all = fields.Dict(snake(), Scalar())
    none = fields.Dict(snake(), Scalar())
    between = fields.Dict(snake(), fields.List(whole(), validate=validate.Length(equal=2)))
    never_before = fields.Dict(kebab(), whole())
    excluded = fields.List(fields.String())
    reason = _by_ref(fields.List(fields.String()))
    caution = _by_ref(fields.List(fields.String()))
    caution_words = _by_ref(fields.String())
    not_stated = _by_ref(fields.List(snake()))
    need = fields.Dict(kebab(), fields.Dict(snake(), whole()))
    felt_c = whole()
    audience = fields.String(validate=validate.OneOf(_AUDIENCES))
    next_question = fields.List(snake())


class _Candidate(Schema):
    ref = fields.String(required=True)
    category = kebab(required=True)
    audience = fields.String(validate=validate.OneOf(_AUDIENCES))
    activities = fields.List(kebab())
    properties = Anything(required=True)


class SampleSchema(Schema):
    """One customer: what is said, what is understood of it, and what a good seller would answer."""

    id = kebab(required=True)
    says = Text(required=True)
    answers = Anything(required=True)
    candidates = fields.List(fields.Nested(_Candidate), validate=validate.Length(min=1))
    expect = fields.Nested(ExpectSchema, required=True, validate=validate.Length(min=1))
    source = words(required=True, validate=validate.Length(min=1))


class SamplesSchema(Schema):
    """A file of samples."""

    samples = fields.List(fields.Nested(SampleSchema), required=True)


def load_samples(data: Path, knowledge: Knowledge, reference: Reference) -> list[dict[str, Any]]:
    """Return the sample customers of all files, in their order. Raises DataError with every finding of every file."""
    findings: list[Finding] = []
    documents: list[Document] = []
    for path in sorted((data / FOLDER).glob(FILES)):
        try:
            documents.append(read(path, SamplesSchema()))
        except DataError as error:
            findings += error.findings
    findings += _Checks(knowledge, reference).all(documents)
    if findings:
        raise DataError(findings)
    return [sample for document in documents for sample in document.data["samples"]]


class _Checks:
    """What the schema cannot see: names that must exist, once."""

    def __init__(self, knowledge: Knowledge, reference: Reference) -> None:
        self._knowledge, self._reference = knowledge, reference
        self._finder = compile_finder(knowledge, reference)
        self._codes = [criterion["id"] for criterion in self._finder["criteria"]]
        self._seen: set[str] = set()

    def all(self, documents: list[Document]) -> list[Finding]:
        return [
            finding
            for document in documents
            for index, sample in enumerate(document.data["samples"])
            for finding in self._sample(document, ("samples", index), sample)
        ]

    def _sample(self, document: Document, place: Place, sample: dict[str, Any]) -> Iterator[Finding]:
        if sample["id"] in self._seen:
            yield document.finding((*place, "id"), "duplicate", "Ce nom existe déjà.", "This name exists already.")
        self._seen.add(sample["id"])
        try:
            parse(sample["answers"], self._finder)
            understood(sample.get("candidates", []), self._reference)
        except AnswersError as error:
            for field, message in error.errors:
                yield document.finding((*place, *_steps(field)), "refused", message["fr"], message["en"])
        yield from self._names(document, place, sample)

    def _names(self, document: Document, place: Place, sample: dict[str, Any]) -> Iterator[Finding]:
        for kind in ("reason", "caution"):
            for ref, codes in sample["expect"].get(kind, {}).items():
                for code in codes:
                    if not any(is_code(code, known) for known in self._codes):
                        yield _unknown(document, (*place, "expect", kind, ref), code)
        for name in sample["source"]:
            if not name.startswith(("http://", "https://")) and name not in self._knowledge.sources:
                yield _unknown(document, (*place, "source"), name)


def _steps(field: str) -> Iterator[str | int]:
    """Return the way that a field path of a request is, its numbers as places of a list."""
    for step in field.split("."):
        yield int(step) if step.isdigit() else step


def is_code(wanted: str, code: str) -> bool:
    """Tell whether a criterion is the one named, at whatever level of need."""
    return code == wanted or code.startswith(f"{wanted}-")


def _unknown(document: Document, place: Place, name: str) -> Finding:
    fr = f"«\u202f{name}\u202f» n’existe pas ici : corrigez le nom."
    return document.finding(place, "unknown-name", fr, f"“{name}” does not exist here: correct the name.")
