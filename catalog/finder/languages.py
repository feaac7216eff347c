"""The finder's sentences in the languages that its files leave out, found by their English words.

``translations/de.yaml`` holds ``sentences: {"English sentence": "German sentence"}``. A language written beside the
English in the knowledge itself wins. ``catalog.finder.translations`` lists what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marshmallow import Schema, fields, validate

from catalog.errors import DataError, Finding
from catalog.model import LANGUAGES
from catalog.text import is_text
from catalog.yamlfile import Document, read

FOLDER = "translations"
TRANSLATED = tuple(code for code in LANGUAGES if code not in ("fr", "en"))
"""The languages that have a file; French and English stand in the knowledge itself."""
_HOLE = re.compile(r"\{([A-Za-z0-9_]+)\}")
_UNSAID = frozenset({"sources", "source", "note"})
"""Keys of the knowledge that nobody says to a customer."""


class TranslationsSchema(Schema):
    sentences = fields.Dict(fields.String(), fields.String(validate=validate.Length(min=1)), required=True)


@dataclass(frozen=True, slots=True)
class Translations:
    """The translation files by language."""

    files: Mapping[str, Document]

    def complete(self, node: Any) -> Any:
        """Return a tree of the knowledge with each text in every language that is written or translated."""
        if is_text(node):
            return self._completed(node)
        if isinstance(node, Mapping):
            return {key: each if key in _UNSAID else self.complete(each) for key, each in node.items()}
        return [self.complete(each) for each in node] if isinstance(node, list) else node

    def _completed(self, text: Mapping[str, str]) -> dict[str, str]:
        found = dict(text)
        for lang, document in self.files.items():
            said = document.data["sentences"].get(text.get("en"))
            if said and lang not in found:
                found[lang] = said
        return {code: found[code] for code in LANGUAGES if code in found}


def missing(trees: Iterable[Any]) -> dict[str, list[str]]:
    """Return by language the English sentences of completed trees that have no words in it, in their order."""
    texts = [text for tree in trees for text in texts_of(tree)]
    return {
        lang: list(dict.fromkeys(text.get("en", text["fr"]) for text in texts if lang not in text))
        for lang in TRANSLATED
    }


def stale(translations: Translations, trees: Iterable[Any]) -> list[Finding]:
    """Return a finding for each translation of a sentence that the trees do not have any more."""
    said = {text.get("en") for tree in trees for text in texts_of(tree)}
    return [
        document.finding(
            ("sentences", english),
            "stale",
            "Cette phrase n’est plus dite\u202f: écrivez-la comme l’anglais d’aujourd’hui, ou retirez-la.",
            "This sentence is no longer said: write it as the English is now, or remove it.",
        )
        for document in translations.files.values()
        for english in document.data["sentences"]
        if english not in said
    ]


def load_translations(folder: Path) -> Translations:
    """Return the translations of a folder; none where it does not exist. Raises DataError with every finding."""
    files: dict[str, Document] = {}
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            document = read(path, TranslationsSchema())
        except DataError as error:
            findings += error.findings
            continue
        files[path.stem] = document
        findings += _check(path.stem, document)
    if findings:
        raise DataError(findings)
    return Translations(files)


def texts_of(node: Any) -> Iterator[Mapping[str, str]]:
    """Walk the texts of a tree of the knowledge that are said to a customer."""
    if is_text(node):
        yield node
    elif isinstance(node, Mapping):
        for key, each in node.items():
            if key not in _UNSAID:
                yield from texts_of(each)
    elif isinstance(node, list):
        for each in node:
            yield from texts_of(each)


def _check(lang: str, document: Document) -> Iterator[Finding]:
    """Check that the file is of a language, and that its sentences have the holes of the English ones."""
    if lang not in TRANSLATED:
        names = ", ".join(TRANSLATED)
        fr, en = f"Langues traduites ici\u202f: {names}.", f"Languages translated here: {names}."
        yield document.finding((), "language", fr, en)
    for english, said in document.data["sentences"].items():
        expected, found = _holes(english), _holes(said)
        if expected != found:
            names = ", ".join(f"{{{name}}}" for name in sorted(expected)) or "–"
            fr = f"Les valeurs à insérer doivent être celles de l’original\u202f: {names}."
            en = f"The values to fill in must be those of the original: {names}."
            yield document.finding(("sentences", english), "placeholders", fr, en)


def _holes(text: str) -> set[str]:
    """Return what is filled in; a capital only says that the words are put in as they are, so it does not count."""
    return {name.lower() for name in _HOLE.findall(text)}
