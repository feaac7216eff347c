"""Collect what is wrong in a batch, with a ceiling so that a hostile file cannot fill the memory."""

from __future__ import annotations

import difflib
import heapq
from collections.abc import Iterable, Mapping

from catalog.errors import Finding

from .sentences import AMONG, NEAR, NO_CELL, REMARKS, SENTENCES, WARNINGS
from .table import Place

MOST = 10_000
"""A file with more has one mistake many times: who mends the first ones reads it again."""
_QUOTED_CHARACTERS = 80
_LISTED = 12
"""Known words that a sentence lists where none is near the unknown one."""


class Findings:
    """The findings of one batch, in the order they were met."""

    def __init__(self) -> None:
        self._errors: list[tuple[int, Finding]] = []
        self._others: list[tuple[int, Finding]] = []
        self._met = 0
        self._told: set[tuple[Place, str | None, str, str]] = set()
        self._beyond = 0
        self._worst = "warning"

    def add(self, code: str, place: Place, column: str | None = None, cell: object = None, **words: object) -> None:
        """Add the sentence of ``code`` about a place, with its words filled in.

        ``cell`` is what stands there; left out, it is the word ``value``, but for the codes whose value is no cell's.
        """
        texts = {lang: _filled(text, lang, words) for lang, text in SENTENCES[code].items()}
        if cell is None:
            cell = "" if code in NO_CELL else words.get("value", "")
        self.say(code, place, column, texts, str(cell))

    def say(self, code: str, place: Place, column: str | None, texts: Mapping[str, str], cell: str = "") -> None:
        """Add a finding whose sentence is already made, once: a cell may be read for several tables."""
        line, title = place.of(column)
        told = (place, title, code, texts["fr"])
        if told in self._told:
            return
        severity = "warning" if code in WARNINGS else "info" if code in REMARKS else "error"
        if len(self._errors) + len(self._others) >= MOST and not (severity == "error" and self._drop_remark()):
            self._beyond += 1
            self._worst = "error" if severity == "error" else self._worst
            return
        self._told.add(told)
        finding = Finding(place.file, line, title, severity, code, dict(texts), _short(cell))
        (self._errors if severity == "error" else self._others).append((self._met, finding))
        self._met += 1

    def _drop_remark(self) -> bool:
        """Make room for an error: what refuses the batch is shown before what may be passed over."""
        if not self._others:
            return False
        self._others.pop()
        self._beyond += 1
        return True

    def unknown(self, code: str, place: Place, column: str, value: str, known: Iterable[str]) -> None:
        """Add an unknown word and the known one nearest to it; where none is near, those there are."""
        words = sorted(known)
        near = difflib.get_close_matches(value, words, n=1)
        listed = ", ".join(words[:_LISTED]) + ("…" if len(words) > _LISTED else "")
        hint = {lang: (NEAR if near else AMONG)[lang].format(near=near[0] if near else listed) for lang in NEAR}
        texts = {lang: text.format(value=_short(value), near=hint[lang]) for lang, text in SENTENCES[code].items()}
        self.say(code, place, column, texts, value)

    def all(self) -> tuple[Finding, ...]:
        """Return the findings, ended by how many more there were."""
        kept = tuple(finding for _, finding in heapq.merge(self._errors, self._others, key=lambda one: one[0]))
        if not self._beyond:
            return kept
        texts = {lang: text.format(value=self._beyond) for lang, text in SENTENCES["more-findings"].items()}
        return (*kept, Finding(kept[-1].file, None, None, self._worst, "more-findings", texts))


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
