"""The lexicon's files as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog import DATA
from catalog.model import LANGUAGES
from catalog.yamlfile import Document, read

from .schema import LanguageFile, LookalikesFile, SharedFile


@dataclass(frozen=True, slots=True)
class Source:
    """What is the same everywhere, words that are no slips of others, and each language by its code."""

    shared: Document
    lookalikes: Document
    languages: Mapping[str, Document]


def read_all(folder: Path = DATA / "lexicon") -> Source:
    """Return the validated files. Raises DataError with file, line and field of what is wrong."""
    languages = {code: read(folder / f"{code}.yaml", LanguageFile()) for code in LANGUAGES}
    lookalikes = read(folder / "lookalikes.yaml", LookalikesFile())
    return Source(read(folder / "shared.yaml", SharedFile()), lookalikes, languages)
