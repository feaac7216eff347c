"""Collect what is wrong in a batch, with a ceiling so that a hostile file cannot fill the memory."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from catalog.errors import Finding

from .sentences import NEAR, REMARKS, SENTENCES, WARNINGS
from .table import Place

MOST = 1_000
_QUOTED_CHARACTERS = 80


class Findings:
    """The findings of one batch, in the order they were met."""

    def __init__(self) -> None:
        self._kept: list[Finding] = []
        self._beyond = 0
        self._worst = "warning"

    def add(self, code: str, place: Place, column: str | None = None, **words: object) -> None:
        """Add the sentence of ``code`` about a place, with its words filled in."""
        texts = {lang: _filled(text, lang, words) for lang, text in SENTENCES[code].items()}
        self.say(code, place, column, texts)

    def say(self, code: str, place: Place, column: str | None, texts: Mapping[str, str]) -> None:
        """Add a finding whose sentence is already made."""
        severity = "warning" if code in WARNINGS else "info" if code in REMARKS else "error"
        if len(self._kept) >= MOST and not (severity == "error" and self._drop_remark()):
            self._beyond += 1
            self._worst = "error" if severity == "error" else self._worst
            return
        line, title = place.of(column)
        self._kept.append(Finding(place.file, line, title, severity, code, dict(texts)))

    def _drop_remark(self) -> bool:
        """Make room for an error: what refuses the batch is shown before what may be passed over."""
        for index in range(len(self._kept) - 1, -1, -1):
            if self._kept[index].severity != "error":
                del self._kept[index]
                self._beyond += 1
                return True
        return False

    def unknown(self, code: str, place: Place, column: str, value: str, known: Iterable[str]) -> None:
        """Add an unknown word and the known one nearest to it, where there is one."""
        near = difflib.get_close_matches(value, list(known), n=1)
        hint = {lang: text.format(near=near[0]) if near else "" for lang, text in NEAR.items()}
        texts = {lang: text.format(value=_short(value), near=hint[lang]) for lang, text in SENTENCES[code].items()}
        self.say(code, place, column, texts)

    def all(self) -> tuple[Finding, ...]:
        """Return the findings, ended by how many more there were."""
        if not self._beyond:
            return tuple(self._kept)
        texts = {lang: text.format(value=self._beyond) for lang, text in SENTENCES["more-findings"].items()}
        last = Finding(self._kept[-1].file, None, None, self._worst, "more-findings", texts)
        return (*self._kept, last)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether a batch with these findings must be refused."""
    return any(finding.severity == "error" for finding in findings)


def _filled(text: str, lang: str, words: Mapping[str, object]) -> str:
    return text.format_map({key: _word(word, lang) for key, word in words.items()})


def _word(word: object, lang: str) -> str:
    if isinstance(word, Mapping):
        return str(word.get(lang) or word.get("fr"))
    return _short(str(word))


def _short(value: str) -> str:
    return value if len(value) <= _QUOTED_CHARACTERS else value[: _QUOTED_CHARACTERS - 1] + "…"
