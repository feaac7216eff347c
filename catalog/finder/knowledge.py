"""The knowledge of the finder, read from its data files and checked as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marshmallow import Schema

from catalog.errors import DataError, Finding
from catalog.reference import Reference
from catalog.yamlfile import Document, read

from .check import check
from .colour_schema import ColoursSchema
from .comparing_schema import ComparingSchema, check_comparing
from .conditions import Allowed, allowed_conditions
from .languages import FOLDER as TRANSLATIONS
from .languages import Translations, load_translations
from .outfit.schema import OutfitsSchema
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
    colours: Mapping[str, Any]
    comparing: Mapping[str, Any]
    outfits: Mapping[str, Any]
    translations: Translations = field(default_factory=lambda: Translations({}))
    conditions: Allowed = field(default_factory=dict)
    """What conditions may ask: each key with its values."""

    @property
    def spoken(self) -> tuple[Any, ...]:
        """Return the parts of which something is said to a customer."""
        return self.questions, self.criteria, self.wishes, self.parameters, self.speech, self.comparing, self.outfits


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
    translations = _translations(folder / TRANSLATIONS, findings)
    criteria = [document(path, CriteriaSchema()) for path in sorted((folder / "criteria").glob("*.yaml"))]
    if findings:
        raise DataError(findings)
    files = {name: each for name, each in single.items() if each is not None}
    parts = [each for each in criteria if each is not None]
    questions, needs = translations.complete(files["questions"].data["questions"]), plain(files["needs"].data)
    knowledge = Knowledge(
        questions=questions,
        needs=needs,
        criteria=translations.complete([criterion for part in parts for criterion in part.data["criteria"]]),
        wishes=translations.complete(files["wishes"].data),
        parameters=translations.complete(plain(files["parameters"].data)),
        speech=translations.complete(files["speech"].data),
        sources=files["sources"].data["sources"],
        colours=files["colours"].data,
        comparing=translations.complete(files["comparing"].data),
        outfits=translations.complete(files["outfits"].data),
        translations=translations,
        conditions=allowed_conditions(questions, needs, reference),
    )
    findings = check(knowledge, files, parts, reference)
    findings += check_comparing(files["comparing"], knowledge, reference)
    if findings:
        raise DataError(findings)
    return knowledge


def _translations(folder: Path, findings: list[Finding]) -> Translations:
    try:
        return load_translations(folder)
    except DataError as error:
        findings.extend(error.findings)
        return Translations({})


_FILES: dict[str, type[Schema]] = {
    "questions": QuestionsSchema,
    "needs": NeedsSchema,
    "wishes": WishesSchema,
    "parameters": ParametersSchema,
    "speech": SpeechSchema,
    "sources": SourcesSchema,
    "colours": ColoursSchema,
    "comparing": ComparingSchema,
    "outfits": OutfitsSchema,
}
