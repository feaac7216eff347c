"""The knowledge of the finder, read from its data files and checked as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marshmallow import Schema

from catalog.errors import DataError, Finding
from catalog.reference import Reference
from catalog.yamlfile import Document, read

from .check import check
from .schema import (
    CriteriaSchema,
    NeedsSchema,
    ParametersSchema,
    QuestionsSchema,
    SourcesSchema,
    SpeechSchema,
    WishesSchema,
    plain,
)

FOLDER = "finder"


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Knowledge:
    """Everything the advice knows, as plain data that ``schema`` describes."""

    questions: list[dict[str, Any]]
    needs: Mapping[str, Any]
    criteria: list[dict[str, Any]]
    wishes: Mapping[str, Any]
    parameters: Mapping[str, Any]
    speech: Mapping[str, Any]
    sources: Mapping[str, Any]


def load_knowledge(data: Path, reference: Reference) -> Knowledge:
    """Return the knowledge in ``data``/finder. Raises DataError with every finding of every file."""
    folder = data / FOLDER
    findings: list[Finding] = []

    def document(path: Path, schema: Schema) -> Document | None:
        try:
            return read(path, schema)
        except DataError as error:
            findings.extend(error.findings)
            return None

    single = {name: document(folder / f"{name}.yaml", schema()) for name, schema in _FILES.items()}
    criteria = [document(path, CriteriaSchema()) for path in sorted((folder / "criteria").glob("*.yaml"))]
    if findings:
        raise DataError(findings)
    files = {name: each for name, each in single.items() if each is not None}
    parts = [each for each in criteria if each is not None]
    knowledge = Knowledge(
        questions=files["questions"].data["questions"],
        needs=plain(files["needs"].data),
        criteria=[criterion for part in parts for criterion in part.data["criteria"]],
        wishes=files["wishes"].data,
        parameters=plain(files["parameters"].data),
        speech=files["speech"].data,
        sources=files["sources"].data["sources"],
    )
    findings = check(knowledge, files, parts, reference)
    if findings:
        raise DataError(findings)
    return knowledge


_FILES: dict[str, type[Schema]] = {
    "questions": QuestionsSchema,
    "needs": NeedsSchema,
    "wishes": WishesSchema,
    "parameters": ParametersSchema,
    "speech": SpeechSchema,
    "sources": SourcesSchema,
}
