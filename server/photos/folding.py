"""Names as plain words, so that a file's name and a catalogue's can meet."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})
_WORD = re.compile(r"[a-z]+|[0-9]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-ÝŒ])")


def fold(text: str) -> str:
    """Return a text without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


def words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text, folded: ``TrilogyShell_Rouge-02`` is trilogy, shell, rouge, 02."""
    return tuple(_WORD.findall(fold(_CAMEL.sub(" ", text))))


def stem(name: str) -> str:
    """Return a file's name without folders and ending."""
    last = re.split(r"[/\\]", name)[-1]
    return last.rpartition(".")[0] or last


def has_run(inside: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Tell whether words stand in a row within others."""
    return bool(run) and any(inside[at : at + len(run)] == run for at in range(len(inside) - len(run) + 1))
